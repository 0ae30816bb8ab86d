"""Signs of other readers of Markdown, and of extensions that are off or misread, are told by name, with their line."""

import pytest

from coursework import Advice, Problem, build
from coursework.text.foreign_syntax import doubtful_on_page, foreign_in, foreign_on_page
from coursework.text.foreign_table import SYNTAXES
from coursework.text.misread import misread_on_page
from coursework.text.prose import prose_of
from making import MAPS
from theme_sheet import sheet

PATH = "lessons/maps.md"
BOX = 'write `!!! note "Title"` with its text four spaces deeper'
OFFERED = frozenset((
    "admonition", "attr_list", "pymdownx.details", "pymdownx.tabbed", "pymdownx.tasklist", "footnotes", "abbr",
    "pymdownx.keys", "pymdownx.mark", "pymdownx.tilde", "pymdownx.caret",
))  # fmt: skip


def on_page(text, extensions=frozenset(), math=True):
    asked = (PATH, text, math, extensions)
    return [*foreign_on_page(*asked), *doubtful_on_page(*asked)]


def misread(text, extensions=OFFERED):
    return [str(problem) for problem in misread_on_page(PATH, text, True, extensions)]


# What stands on a page, the extension that reads it, and what an author is told without that.
OFF = [
    ("!!! note", "admonition", "a box"),
    ('??? note "Title"', "pymdownx.details", "a box that opens"),
    ('=== "Linux"', "pymdownx.tabbed", "a tab"),
    ("- [x] done", "pymdownx.tasklist", "a list of tasks"),
    ("[^1]", "footnotes", "a footnote"),
    ("[^name]", "footnotes", "a footnote"),
    ("[^name]: A note.", "footnotes", "a footnote"),
    ("*[HTML]: Words", "abbr", "an abbreviation"),
    ("++ctrl+alt++", "pymdownx.keys", "a key"),
    ("==marked words==", "pymdownx.mark", "a highlight"),
    ("~~gone~~", "pymdownx.tilde", "a deletion"),
    ("H~2~", "pymdownx.tilde", "a subscript"),
    ("^^new^^", "pymdownx.caret", "an insertion"),
    ("x^2^", "pymdownx.caret", "a superscript"),
    ("{ .md-button }", "attr_list", "a list of attributes"),
    ('--8<-- "a.md"', "pymdownx.snippets", "a snippet of another file"),
    ("{++more++}", "pymdownx.critic", "a mark of CriticMarkup"),
]
# What no extension of ours reads.
FOREIGN = [
    (":::note", "a block of Docusaurus, MyST, Quarto or Pandoc"),
    ("::: {.callout-tip}", "a block of Docusaurus, MyST, Quarto or Pandoc"),
    ("(target)=", "a target of MyST"),
    (".. note:: Words", "a directive of reStructuredText"),
    ("{{< video a.mp4 >}}", "a shortcode of Hugo or Quarto"),
    ("{{% notice %}}", "a shortcode of Hugo or Quarto"),
    ("{{ page.title }}", "a value of a template"),
    ("{{#include a.md}}", "a value of a template"),
    ('{% include "a.md" %}', "a command of Jinja or Liquid"),
    ("{!docs/a.md!}", "a piece of another file"),
    ("{* ../a.py hl[1] *}", "a piece of another file"),
    ("[TOC]", "a table of contents"),
    (":material-account:", "an icon"),
    (":fontawesome-brands-git-alt:", "an icon"),
    ("/// caption", "a block of pymdownx.blocks"),
    ("import Tabs from '@theme/Tabs';", "a line of MDX"),
    ("> [!NOTE]", "an alert of GitHub or Obsidian"),
    ("[words]{.mark}", "a span of Pandoc"),
    ("+---+---+", "a table of Pandoc"),
    ("-@harley1989", "a citation without its author"),
    ("@{harley1989}", "a citation of Pandoc in braces"),
    ("\\cite{harley1989}", "a citation of LaTeX"),
    ("\\citep[see][p. 3]{a, b}", "a citation of LaTeX"),
    ("\\autocite*{a}", "a citation of LaTeX"),
    ("\\textbf{so}", "a command of LaTeX"),
    ("\\ref{fig:a}", "a command of LaTeX"),
    ("\\newpage", "a command of LaTeX"),
    ("%%hidden%%", "a comment of Obsidian"),
    ("%%", "a comment of Obsidian"),
    ("{/* hidden */}", "a comment of MDX"),
    ('<p className="x">', "a tag of JSX"),
    ("<img src={logo} />", "a tag of JSX"),
    ("[](#there)", "a link without words, which nobody sees"),
    ("[embed]https://a.example/b[/embed]", "a shortcode of WordPress"),
    ('[gallery ids="1,2"]', "a shortcode of WordPress"),
    ('+++ {"tags": ["x"]}', "a break of MyST, or a head in TOML"),
    ("+++", "a break of MyST, or a head in TOML"),
    ("{:toc}", "a table of contents"),
    ("](file:///C:/a.pdf)", "a link to your own computer, which no reader has"),
    ("](obsidian://open?vault=a)", "a link to your own computer, which no reader has"),
]
DOUBTFUL = [
    (":smile:", "an emoji by its name"),
    ("[[Another page]]", "a link of a wiki"),
    ("(1)!", "the mark of an annotation"),
    ("^[A note.]", "a note of Pandoc"),
    ("% hidden", "a comment of MyST"),
    ("| a line of verse", "a line of verse of Pandoc"),
    ("1) one", "a list that Markdown does not read"),
    ("- [>] later", "a task of Obsidian in a state of its own"),
    ("#psychology", "a heading to Markdown, though no space is behind its `#`"),
    ("https://a.example/b", "an address that nobody can click"),
]
# The same where something must stand before or below it.
WITH_MORE = [
    ("| a |\n|---|\n| 1 |\n\n: What it shows {#tbl-a}", ": What it shows {#tbl-a}", "the caption of a table of Pandoc"),
    ("Words. ^block-id", "^block-id", "the name of a block of Obsidian"),
    ("![A map|300x200](a.png)", "![A map|300x200]", "the size of a picture of Obsidian"),
    ("a. one\nb. two", "a. one b.", "a list that Markdown does not read"),
    ("In all `r 1 + 1` words", "`r 1 + 1`", "a value that R works out"),
    ("```js\n// highlight-next-line\nx\n```", "// highlight-next-line", "a mark of Docusaurus for lines of code"),
    ("``` yaml\na: 1 # (1)!\n```", "a: 1 # (1)!", "the mark of an annotation"),
    ("```dataview\nTABLE a\n```", "```dataview", "a block that another program runs"),
    ("$$\nx\n$$ {#eq-x}", "{#eq-x}", "the name of a formula of Quarto or MyST"),
    ("$$\nx\n$$ (eq1)", "(eq1)", "the name of a formula of Quarto or MyST"),
    ("rating:: good", "rating:: good", "a field of Obsidian"),
    ("```math\nx^2\n```", "```math", "a formula of GitHub"),
]


def placed(sign):
    """A page with the sign in its fourth line, at its beginning where it must stand there, else after words."""
    return f"# A\n\nWords.\n{'a.' if sign.startswith('^[') else ''}{sign}\n"


@pytest.mark.parametrize(("sign", "extension", "what"), OFF)
def test_what_is_off_is_told_with_what_turns_it_on(sign, extension, what):
    [problem] = on_page(placed("Words " + sign if sign.startswith("{ ") else sign))
    column = 7 if sign.startswith("{ ") else 1
    assert (type(problem), problem.path, problem.line, problem.column) == (Problem, f"docs/{PATH}", 4, column)
    told = f"must be in backticks, or written in another way: '{sign}' is {what}, which needs `{extension}"
    assert problem.message.startswith(told)
    assert "under markdown_extensions in mkdocs.yml" in problem.message
    assert on_page(placed(sign), frozenset({extension})) == []


@pytest.mark.parametrize(("sign", "what"), FOREIGN)
def test_what_nobody_reads_is_told_by_its_name_with_what_to_write(sign, what):
    [problem] = on_page(placed(sign), OFFERED)
    assert (type(problem), problem.line, problem.column) == (Problem, 4, 1)
    told = f"must be in backticks, or written in another way: '{sign}' is {what}; write "
    assert problem.message.startswith(told)


@pytest.mark.parametrize(("sign", "what"), DOUBTFUL)
def test_what_may_be_meant_as_it_stands_is_advised_on(sign, what):
    [advice] = on_page(placed(sign).replace("(1)!", "See (1)!"), OFFERED)
    assert (type(advice), advice.line) == (Advice, 4)
    assert advice.message.startswith(f"should be in backticks if it is meant as it stands: '{sign}' is {what}; write ")


def test_code_of_a_language_in_a_line_is_advised_on_with_what_turns_it_on():
    [advice] = on_page("# A\n\nThe `#!python range()` of `#!/bin/sh`.\n", OFFERED)
    told = (
        "should be in backticks if it is meant as it stands: '`#!python range()`' is code of a language, which needs "
    )
    assert str(advice) == f"docs/{PATH}:3:5: {told}`pymdownx.inlinehilite` under markdown_extensions in mkdocs.yml"


@pytest.mark.parametrize(("text", "sign", "what"), WITH_MORE)
def test_what_is_told_only_where_it_stands_is_told_there(text, sign, what):
    [found] = on_page(f"# A\n\n{text}\n", OFFERED)
    assert f": '{sign}' is {what}; write " in found.message


def test_a_role_is_told_though_its_words_are_code():
    [problem] = on_page("# A\n\nSee {ref}`there`.", OFFERED)
    told = "must be in backticks, or written in another way: '{ref}`' is a role of MyST; write a link or a citation"
    assert str(problem) == f"docs/{PATH}:3:5: {told}"


@pytest.mark.parametrize(
    "text",
    [
        "[-@harley1989]",
        "[see -@harley1989, p. 3]",
        "A-@b c-@d",
        "$\\textbf{x}$",
        "A path C:\\item and \\references",
        "- @a",
    ],
)
def test_what_only_looks_like_a_citation_or_a_command_is_left_alone(text):
    assert on_page(f"# A\n\n{text}\n", OFFERED) == []


def test_every_syntax_of_the_table_is_tried():
    signs = [
        *(placed("Words " + sign) for sign, *_ in OFF),
        *(placed(sign) for sign, *_ in (*OFF, *FOREIGN, *DOUBTFUL)),
    ]
    signs += ["See (1)!", "{ref}`there`", "```\n{!a.md!}\n```", *(text for text, *_ in WITH_MORE), "`#!python a b`"]
    assert [syntax.what for syntax in SYNTAXES if not any(syntax.pattern.search(sign) for sign in signs)] == []


def test_the_first_of_each_is_told_with_how_many_there_are():
    [problem] = on_page(':::note\nA\n:::\n\n=== "A"\n\n:::tip\nA\n:::\n', OFFERED)
    message = f"':::note' (and 1 more) is a block of Docusaurus, MyST, Quarto or Pandoc; {BOX}"
    assert problem.message == f"must be in backticks, or written in another way: {message}"


@pytest.mark.parametrize("sign", [sign for sign, *_ in (*OFF, *FOREIGN, *DOUBTFUL)])
@pytest.mark.parametrize(
    "around",
    ["---\ntitle: '{}'\n---\n\n# A", "# A\n\n```\n{}\n```", "# A\n\nSee ``{}``", "# A\n\n    {}", "<!-- {} -->",
     "- A\n\n        {}"],
    ids=["head", "fence", "line", "indented", "comment", "in a list"],
)  # fmt: skip
def test_what_stands_in_code_or_in_a_comment_is_left_alone(sign, around):
    found = on_page(around.replace("{}", sign.replace("`", "")))
    assert [each for each in found if "a piece of another file" not in each.message] == []  # which code is asked of


@pytest.mark.parametrize("piece", ['--8<-- "a.py"', "{!docs/a.py!}", "{* ../a.py hl[1] *}"])
def test_code_that_is_to_be_fetched_is_advised_on(piece):
    [advice] = on_page(f"# A\n\n```python\n{piece}\n```\n", OFFERED)
    assert (type(advice), advice.line) == (Advice, 3)
    assert advice.message.endswith("is a piece of another file; write what it holds")
    assert on_page(f"# A\n\n```python\n{piece}\n```\n", frozenset({"pymdownx.snippets"})) == []


@pytest.mark.parametrize(
    "text",
    [
        "C++ and C++, i++ + ++j, 3 == 3 == 3, a ~ b ~ c, ~30 to ~40, ~/a and ~/b", "x^2 + y^2", "$a^2b^2$ $$H~2~O$$",
        "Title\n=====", "At 10:30:15, 1:2:3, a::b::c, <https://example.org:80:x>", "| a | b |\n|:-:|--:|\n| 1 | 2 |",
        "[a](b.md){ .c } ## A {#a}", "[[@a; @b]] [[1]](#a) [[1, 2], [3, 4]]", "So (1) it is! In 2020 (2020)!",
        "The import from abroad\nimport it from there", "a... b .. c", "> quoted [!", "// a comment", "Oh!!! Why???",
        "- [a](b.md) [x](y.md)", "{gap} and {other gap}", "Term\n:   What it means", "[a][b]{.c}", "`a`{.b}",
        "a {b} `c`", "-- 8<", "+ a + b", "::", "[a](https://a.example) <https://a.example> <a href=https://a.example>b</a>",
        "10 % of it, 5%%", "50 %% and more", "x = {1}", "[x](y){a=b}", "[1] and [a] and [b c]", "A | b\n---|---\nc | d",
        "#1 of 2", "2) it is so", "x ^ y ^", "<a href=https://a.example/b>https://a.example/b</a>",
    ],
)  # fmt: skip
def test_words_and_markdown_are_no_foreign_syntax(text):
    assert on_page(text, OFFERED - {"pymdownx.tilde", "pymdownx.caret", "pymdownx.mark", "pymdownx.keys"}) == []


def test_it_is_found_within_what_markdown_indents():
    text = "# A\n\n!!! note\n    Words.\n\n    - A\n\n        :::tip\n\n            code :::tip\n"
    [problem] = on_page(text, OFFERED)
    assert (problem.line, problem.column) == (8, 9)
    assert "more" not in problem.message


def test_the_page_of_all_that_is_offered_has_nothing_to_tell():
    text = (sheet._HERE / f"{sheet.PAGE}.md").read_text(encoding="utf-8")
    assert on_page(text, OFFERED | {"pymdownx.inlinehilite"}) == []
    assert misread(text) == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "# A\n\n!!! note My own title\n    Words.",
            "3:1",
            "as `!!! note \"My own title\"`, not '!!! note My own title'",
        ),
        ("!!! note Title\n    Words.", "1:1", "as `!!! note \"Title\"`, not '!!! note Title'"),
        ("!!! note What is it?\n    Words.", "1:1", "as `!!! note \"What is it?\"`, not '!!! note What is it?'"),
        ("!!! note “Title”\n    Words.", "1:1", "as `!!! note \"Title\"`, not '!!! note “Title”'"),
        ('!!! "Title"\n    Words.', "1:1", 'as `!!! note "Title"`, not \'!!! "Title"\''),
        ("???+ tip Title here\n    Words.", "1:1", "as `???+ tip \"Title here\"`, not '???+ tip Title here'"),
        ("- A\n\n    === Linux\n        Words.", "3:5", "as `=== \"Linux\"`, not '=== Linux'"),
    ],
)
def test_a_title_that_would_be_lost_is_told(text, place, message):
    assert misread(text) == [f"docs/{PATH}:{place}: must have its title in straight quotes, {message}"]


def test_a_fault_of_a_title_in_full():
    told = "must have its title in straight quotes, as `=== \"Linux\"`, not '=== Linux'"
    assert misread("=== Linux\n    Words.") == [f"docs/{PATH}:1:1: {told}"]


@pytest.mark.parametrize("opening", ["!!! note", '??? note "Title"', '=== "Linux"'])
def test_a_text_that_stands_outside_its_box_is_told(opening):
    told = f"must have its text four spaces deeper than '{opening}', or it stands outside"
    assert misread(f"# A\n\n{opening}\nWords.\n") == [f"docs/{PATH}:3:1: {told}"]
    assert misread(f"{opening}\n  Words.\n") == [f"docs/{PATH}:1:1: {told}"]
    assert misread(f"{opening}\n    Words.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        '!!! both ""\n    A', "!!! note own-class\n    A", '!!! info inline end "Title"\n    A', '??? "Title"\n    A',
        "!!! note\n\n    A", '===! "A"\n    B', "Really!!! No.", "!!!", "Title\n===", "```\n!!! note A B\n```",
    ],
)  # fmt: skip
def test_boxes_that_markdown_reads_are_left_alone(text):
    assert misread(text) == []


@pytest.mark.parametrize(
    ("text", "sign", "pair", "what"),
    [
        ("about ~30–~40 %", "~", "~30–~40", "a subscript"),
        ("in ~anna/~otto", "~", "~anna/~otto", "a subscript"),
        ("that x^2+y^2 is", "^", "^2+y^2", "a superscript"),
        ("if a==b and c==d", "==", "a==b and c==d", "a highlight"),
    ],
)
def test_signs_that_were_hardly_meant_as_a_pair_are_told(text, sign, pair, what):
    [line] = misread(text)
    assert line.endswith(f": must have a backslash before each `{sign}`, not '{pair}', which becomes {what}")
    assert misread(text, frozenset()) == []
    assert misread(text.replace(sign, "\\" + sign)) == []


@pytest.mark.parametrize(
    "text", ["H~2~O", "x^2^ and 10^-3^", "==a b==", "~~gone~~", "$x^2+y^2$", "C~6~H~12~O~6~", "2^10"]
)
def test_signs_in_pairs_are_left_alone(text):
    assert misread(text) == []


def test_texts_of_yaml_are_told_in_their_place(problems_of, project):
    quiz = MAPS["quizzes/maps.yml"].replace(
        "    prompt: North is always up.\n",
        '    prompt: "North :smile:"\n    scenario: |\n      Words.\n\n      :::note\n      Words.\n      :::\n',
    )
    readings = MAPS["readings/maps.yml"].replace("It asks what", "H~2~O asks what")
    files = MAPS | {"quizzes/maps.yml": quiz, "readings/maps.yml": readings}
    told = "must be in backticks, or written in another way"
    assert problems_of(files, {"lessons/maps.md": "", "index.md": ""}, {"lessons/maps.md": ["lines"]}) == [
        f"quizzes/maps.yml:22:7: question north, scenario: {told}: ':::note' is a block of Docusaurus, MyST, Quarto or "
        "Pandoc, which no text in YAML can have",
        f"readings/maps.yml:5:38: group 1, reading 1, why: {told}: 'H~2~' is a subscript; write `<sub>…</sub>`",
    ]
    course = build(project(MAPS | {"quizzes/maps.yml": quiz}))
    [advice] = [str(line) for line in course.advice if "backticks" in line.message]
    assert advice == (
        "quizzes/maps.yml:18:20: question north, prompt: should be in backticks if it is meant as it stands: ':smile:' "
        "is an emoji by its name; write the sign itself"
    )


def test_a_text_of_yaml_has_none_of_the_extensions():
    [found] = foreign_in("- [ ] one\n- [x] two", math=True)
    told = "'- [ ] one' (and 1 more) is a list of tasks, which no text in YAML can have"
    assert found.message == f"must be in backticks, or written in another way: {told}"


def test_code_formulas_and_comments_become_spaces_and_lines_stay():
    text = "a `b` $c$ <!-- d -->\n\n    code\n\n- list\n\n    words\n\n        code\n"
    blanked = prose_of(text, True)
    assert blanked.split("\n") == ["a `" + " " * 17, "", "        ", "", "- list", "", "    words", "", " " * 12, ""]
