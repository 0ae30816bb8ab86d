"""Code in lessons: its title, its numbers, its marked lines and its language, wherever a block can stand."""

import re
import xml.etree.ElementTree as ET

import pytest
from markdown import Markdown

import coursework
from coursework.text.code import HIGHLIGHT, code_fence
from making import MAPS, markdown_settings, text_of

LINES = "def b():\n    return 2 < 3"
TITLED = f'```py title="b.py" linenums="9" hl_lines="2"\n{LINES}\n```'


def indented(text, by="    "):
    return "\n".join(by + line for line in text.splitlines())


def code_of(page):
    """The text of each block of code, as it stands."""
    return ["".join(block.itertext()) for block in page.all("pre")]


@pytest.mark.parametrize(
    "text",
    [
        TITLED,
        f"Before\n{TITLED}\nafter.",
        f"- item\n\n{indented(TITLED)}\n\n- next",
        f"- item\n{indented(TITLED)}\n- next",
        indented(TITLED, "> "),
        f"> Before\n{indented(TITLED, '> ')}\n> after",
        f"!!! note\n\n{indented(TITLED)}",
        f"Term\n:   Meaning\n\n{indented(TITLED)}",
        f"<div>\n{TITLED}\n</div>",
        TITLED.replace('py title="b.py" linenums="9" hl_lines="2"', '{.py title="b.py" linenums="9" hl_lines="2"}'),
        TITLED.replace("```", "~~~"),
    ],
)
def test_code_keeps_its_title_its_numbers_its_marked_lines_and_its_language(render, text):
    page = render(text)
    assert page.problems == []
    [block] = page.all("div", class_="language-py highlight")
    assert "".join(block.find("span[@class='filename']").itertext()) == "b.py"
    assert code_of(page) == [f"{LINES}\n"]
    assert [line.get("data-linenos").strip() for line in block.iter("span") if line.get("class") == "linenos"] == [
        "9", "10",
    ]  # fmt: skip
    assert [text_of(line) for line in block.iter("span") if line.get("class") == "hll"] == ["return 2 < 3"]


def test_a_quiz_behind_code_with_a_title_is_on_the_page(render):
    page = render(f"# One\n\n{TITLED}\n\nNow:\n\n```quiz\nmaps: north\n```\n\nThe end.")
    assert [question.get("data-question") for question in page.all("quiz-question")] == ["maps/north"]
    assert [text_of(heading) for heading in page.all("h1")] == ["One"]


def test_no_paragraph_holds_code_and_no_word_around_it_is_lost(render):
    page = render("A *b* c\n```\nx\n```\nd **e** f\n```\ny\n```\ng `h`")
    assert [text_of(each) for each in page.tree] == ["A b c", "x", "d e f", "y", "g h"]
    assert [block for part in page.all("p") for block in part.iter("pre")] == []


def test_code_in_no_language_or_one_that_nobody_knows_is_code_all_the_same(render):
    page = render("```\na < b\n```\n\n```nosuch+x\n<i>\n```\n\n~~~ {.py #idx .more data-x='1'}\nx\n~~~\n\n    y = 1\n")
    assert page.problems == []
    assert code_of(page) == ["a < b\n", "<i>\n", "x\n", "y = 1\n"]
    classes = [block.get("class") for block in page.all("div")]
    assert [each for each in classes if each] == [
        "highlight", "language-nosuch+x highlight", "language-py more highlight", "highlight",
    ]  # fmt: skip
    assert [(block.get("id"), block.get("data-x")) for block in page.all("div", id="idx")] == [("idx", "1")]


def test_code_can_be_scrolled_by_the_keyboard_and_no_two_blocks_are_called_the_same(render):
    page = render(f"{TITLED}\n\n{TITLED}\n\n```py\nx\n```\n\n```\ny\n```\n\n    z\n")
    scrolled = page.all("pre", role="region", tabindex="0")
    assert len(scrolled) == len(page.all("pre")) == 5
    names = [block.get("aria-label") for block in scrolled]
    assert names == ["Code: b.py", "Code: b.py (2)", "Code: py", "Code", "Code (2)"]


def test_a_title_is_no_html_and_no_style_is_written_into_the_page(render):
    page = render('```py title="<b> & \'x\'" hl_lines="1"\nx\n```')
    assert page.problems == []
    assert text_of(page.all("span", class_="filename")[0]) == "<b> & 'x'"
    assert page.all("pre")[0].get("aria-label") == "Code: <b> & 'x'"
    assert "style=" not in page.html


@pytest.mark.parametrize("settings", [{"use_pygments": False}, {"linenums_style": "table"}, {"anchor_linenums": True}])
def test_code_is_whole_whatever_a_course_sets(project, settings):
    course = coursework.build(project(MAPS, {"lessons/maps.md": TITLED}))
    course.rendering.start("lessons/maps.md", TITLED)
    extensions, configs = markdown_settings()
    configs["pymdownx.highlight"] = HIGHLIGHT | settings
    html = Markdown(extensions=[*extensions, course.rendering.extension], extension_configs=configs).convert(TITLED)
    tree = ET.fromstring(f"<div>{html}</div>")
    assert course.problems({"lessons/maps.md": {"lines"}}) == []
    assert [text_of(title) for title in tree.iter("span") if title.get("class") == "filename"] == ["b.py"]
    assert len([line for line in tree.iter("span") if line.get("class") == "hll"]) == 1
    [scrolled] = [block for block in tree.iter("pre") if block.get("role") == "region"]
    assert "return" in text_of(scrolled)
    if settings.get("linenums_style") == "table":
        assert re.search(r">\s*9</span>\s*<span[^>]*>10<", html)


def test_a_course_that_reads_its_fences_in_another_way_is_told_so():
    accept = code_fence()["format"]
    with pytest.raises(TypeError):
        accept("x", "py", "", {}, Markdown(extensions=["fenced_code"]), classes=[], id_value="", attrs={})
