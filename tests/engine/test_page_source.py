"""What a browser or Markdown would pass over in a page, and a head that is none, told from the source of the page."""

import time

import pytest

import coursework
from coursework.source.front_matter import read_head
from coursework.source.lines import APART, DEEPER, joined_lines
from coursework.source.values import parse
from coursework.text.page_source import elements_of_ours, joined_in, open_comment, unknown_tags, unseen_citations
from making import MAPS, written_pages

PATH = "lessons/maps.md"


@pytest.mark.parametrize(
    ("text", "place", "tag"),
    [
        ("# A\n\nOf a List<String> and more", "3:10", "<String>"),
        ("---\ntitle: A\n---\n\n# A\n\nA <your name> here", "7:3", "<your name>"),
        ("A Map<String, Integer> here", "1:6", "<String, Integer>"),
        ("One </thing>", "1:5", "</thing>"),
    ],
)
def test_words_that_no_browser_shows_are_told_in_their_place(text, place, tag):
    [problem] = unknown_tags(PATH, text)
    told = f"must be in backticks, or no browser shows it: '{tag}' is no tag of HTML"
    assert str(problem) == f"docs/{PATH}:{place}: {told}"


@pytest.mark.parametrize(
    "text",
    [
        "`List<String>`", "```java\nList<String> a;\n```", "    List<String>\n", "<b>x</b> <br/> <div markdown>",
        "<https://example.org> <me@example.org>", "a < b > c, 3<4", "<!-- List<String> -->",
        "<svg><path d='M0'/></svg>",
        "<quiz-thing>x</quiz-thing>", "<details><summary>x</summary></details>",
    ],
)  # fmt: skip
def test_code_addresses_and_html_are_left_alone(text):
    assert list(unknown_tags(PATH, text)) == []


@pytest.mark.parametrize(
    ("text", "place", "tag", "block"),
    [
        ("# A\n\nA <quiz-question id='x'>b</quiz-question>", "3:3", "<quiz-question>", "quiz"),
        ("<svg></svg>\n\n<div>\n    <QUIZ-Guess></QUIZ-Guess></div>", "4:5", "<QUIZ-Guess>", "quiz"),
        ("<quiz-review/>", "1:1", "<quiz-review>", "review"),
    ],
)
def test_an_element_that_the_course_makes_is_told_with_the_block_to_write(text, place, tag, block):
    message = f"must be a block, as ```{block}, not '{tag}', which the course makes of one"
    assert [str(problem) for problem in elements_of_ours(PATH, text)] == [f"docs/{PATH}:{place}: {message}"]


@pytest.mark.parametrize(
    "text", ["`<quiz-question>`", "```html\n<quiz-question>\n```", "<quiz-thing>", "<!-- <quiz-guess> -->"]
)
def test_such_an_element_in_code_and_others_are_left_alone(text):
    assert list(elements_of_ours(PATH, text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# A\n\nOne <!-- hide this", "3:5"), ("<!-- a -->\n\n<!-- b\n\nc", "3:1"),
        ("`<!-- x -->`\n\n<!-- b", "3:1"), ("---\ntitle: A --> B\n---\n\n<!--", "5:1"),
    ],
)  # fmt: skip
def test_a_comment_without_its_end_is_told_where_it_begins(text, place):
    message = "must have its `-->`, or readers see what it should hide"
    assert [str(problem) for problem in open_comment(PATH, text)] == [f"docs/{PATH}:{place}: {message}"]


@pytest.mark.parametrize(
    "text", ["<!-- a -->\n\nb", "`<!--` begins a comment", "```html\n<!-- a\n```", "<!-- a\n\nb -->", "a --> b", ""]
)
def test_a_comment_with_its_end_is_left_alone(text):
    assert list(open_comment(PATH, text)) == []


def test_many_comments_without_an_end_take_no_longer_than_few():
    begun = time.process_time()
    assert len(list(open_comment(PATH, "<!-- x " * 30_000))) == 1
    assert time.process_time() - begun < 5  # of its own work, which was 30 s


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# A\n\n[@harley1989, p. 3]: yes", "3:1"), ("- [@harley1989]: overview", "1:3"),
        ("[see @a]: https://a.b", "1:1"),
        ("> [@a]:", "1:3"),
    ],
)  # fmt: skip
def test_a_citation_that_markdown_takes_for_the_name_of_a_link_is_told(text, place):
    [problem] = unseen_citations(PATH, text)
    citation = text[text.index("[") : text.index("]") + 1]
    message = f"must have a word between '{citation}' and its colon, or Markdown leaves out both"
    assert str(problem) == f"docs/{PATH}:{place}: {message}"


@pytest.mark.parametrize(
    "text",
    ["[@a]: two words", "[a]: https://a.b/@c", "[^1]: @a", "`[@a]: x`", "See [@a]: x", "[@a] says: x", "    [@a]: x"],
)
def test_a_citation_before_a_sentence_is_left_alone(text):
    assert list(unseen_citations(PATH, text)) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<details><summary>More</summary>\n\nA **bold** claim.\n\n</details>", "**bold**"),
        ("<p>See [@harley1989].</p>", "[@harley1989]"),
        ("<table><tr><td>[see @a, p. 3]</td></tr></table>", "[see @a, p. 3]"),
        ('<div class="box">\n\n[a](nope.md)\n\n</div>', "[a](nope.md)"), ("<div>\n![a](b.png)</div>", "![a](b.png)"),
    ],
)  # fmt: skip
def test_markdown_within_html_is_told_in_its_line(render, html, found):
    source = f"# Maps {{#lines}}\n\n{html}\n"
    page = render(source)
    before = source[: source.index(found)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = (
        "must be HTML, or stand in an element that has `markdown` in its tag, as `<details markdown>`: "
        f"'{found}' is shown as it stands"
    )
    assert page.problems == [f"docs/{PATH}:{line}:{column}: {message}"]


@pytest.mark.parametrize(
    "html",
    [
        "<details markdown><summary>More</summary>\n\nA **bold** claim [@harley1989].\n\n</details>",
        "<pre>a ** b ** [@c]</pre>", "<p>f(x)[i](j) costs 2**3**4, me@example.org</p>", "<!-- **a** [@b] -->",
        "A <b>bold</b> [@harley1989] **word**.", "```python\na = b[c](d) ** 2 **e**\n```", "<p>[@]</p>",
    ],
)  # fmt: skip
def test_html_and_markdown_that_is_read_are_left_alone(render, html):
    assert render(f"# Maps {{#lines}}\n\n{html}\n").problems == []


TOO_MANY_CELLS = (
    "must have no more cells than the head of its table, which leaves out the last; "
    "a `|` that belongs to a cell is `\\|`, and in a formula `\\vert`"
)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| a | b | c |", True), ("a | b | c", True), ("| a | b |", False), ("| a |", False), ("| a | b | |", False),
        (r"| a \| x | b |", False), ("| `a | x` | b |", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "!!! note\n\n    "])
def test_a_row_with_more_cells_than_its_head_is_told_in_its_line(render, row, told, before):
    table = "\n".join(["| A | B |", "|---|---|", "| 1 | 2 |", row]).replace("\n", "\n    " if before else "\n")
    page = render(f"# Maps {{#lines}}\n\n{before}{table}\n")
    line = 6 + 2 * bool(before)
    assert page.problems == [f"docs/{PATH}:{line}:{4 * bool(before) + 1}: table: {TOO_MANY_CELLS}"] * told


def test_a_row_with_too_many_cells_is_told_in_a_text_of_a_file(project):
    table = "|\n      | A | B |\n      |---|---|\n      | 1 | 2 | 3 |\n"
    quiz = MAPS["quizzes/maps.yml"].replace('"A habit, not a rule [@harley1989, p. 3]."', table, 1)
    course = coursework.build(project(MAPS | {"quizzes/maps.yml": quiz}, {"lessons/maps.md": "# Maps"}))
    assert list(written_pages(course))
    assert [str(problem) for problem in course.problems({})] == [f"quizzes/maps.yml:24:7: {TOO_MANY_CELLS}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two steps:\n- add\n- take", [(1, APART)]),
        ("Two steps:\n1. add\n2. take", [(1, APART)]),
        ("New:\n| a | b |\n|---|---|", [(1, APART)]),
        ("- a\n  - b\n  - c", [(1, DEEPER)]),
        ("One\n\nTwo:\n* a\n\nThree:\n+ b", [(3, APART), (6, APART)]),
        ("- item\n| a | b |\n|---|---|", [(1, APART)]),
        ("1. item\n    | a | b |\n    |---|---|", [(1, APART)]),
        ("> one\n> - two\n> - three", [(1, APART)]),
        ("> Two:\n> | a | b |\n> |---|---|", [(1, APART)]),
        ('!!! note "A"\n    Two:\n    - a\n\n    - b\n      - c', [(2, APART), (5, DEEPER)]),
        ('=== "A"\n    Two:\n    * a', [(2, APART)]),
        ("Two:\n    - a", [(1, APART)]),
    ],
)
def test_a_list_or_a_table_that_becomes_one_with_the_line_above_is_found(text, expected):
    assert list(joined_lines(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two steps:\n\n- add\n- take", "- a\n    - b", "# A\n- b", "- a\n- b", "1. a\n10. b", "It was in\n1990. Then",
        "| a | b |\n|---|---|\n| - c | d |", "one\n> - two", "> one\n>\n> - two",
        "!!! note\n    - a", "one\n- ", "$$\na\n+ b\n$$", "Term\n:   One",
        "one -\ntwo",
    ],
)  # fmt: skip
def test_what_markdown_reads_as_meant_is_not(text):
    assert list(joined_lines(text)) == []


def test_a_page_is_advised_and_a_text_of_yaml_refused():
    _, [problem] = parse("prompt: |\n  So:\n  - b\n", "quizzes/maps.yml")
    need = "an empty line before it, or Markdown takes it for the next line of the text"
    assert str(problem) == f"quizzes/maps.yml:3:1: must have {need}"
    [advice] = joined_in(PATH, "# A\n\nSo:\n- b\n\n```\nSo:\n- b\n```\n")
    assert str(advice) == f"docs/{PATH}:4:1: should have {need}"


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("\n---\ntitle: A\n---\n", 2, "must begin in the first line of the page, with `---`"),
        ("---\nstanse: both\n---\n", 2, "must be called `stance`, not 'stanse'"),
        ("---\ndate: 0026-11-23\n---\n", 2, "must be a day that there is, as 2026-11-23 or 2026, not '0026-11-23'"),
        ("---\nzz: {a: 2026-02-31}\n---\n", 2, "must hold what YAML can read: put its words and days in quotes"),
        ("---\n<<: 5\n---\n", 2, "must hold what YAML can read: put its words and days in quotes"),
    ],
)  # fmt: skip
def test_a_head_that_would_be_lost_is_told(head, line, message):
    [problem] = read_head(PATH, f"{head}\n# A\n").problems
    assert (problem.line, problem.message) == (line, message)
