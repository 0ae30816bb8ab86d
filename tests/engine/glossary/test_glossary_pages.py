"""The glossary, the key terms of a lesson, and the links where a section first uses a term."""

import pytest

import coursework
from coursework.course.content_files import REFERENCES
from making import MAPS, Rendered, text_of

GLOSSARY = """
- id: contour
  term: Contour line
  forms: [contour line, contour lines]
  definition: A line of *equal height* [@snyder1987].
- {id: line, term: Line, forms: [line], definition: Any line.}
- {id: snyder, term: Snyder, definition: Who projected it.}
- {id: legend, term: Legend, forms: [], definition: What the signs mean.}
"""
FILES = {**MAPS, "glossary.yml": GLOSSARY, REFERENCES: MAPS[REFERENCES]}


@pytest.fixture
def course(project):
    return coursework.build(project(FILES, {"lessons/maps.md": "# Maps {#lines}\n", "index.md": ""}))


def terms(page):
    return [(link.text, link.get("href")) for link in page.all("a", class_="term")]


def test_a_term_is_linked_where_each_section_first_uses_it(course):
    text = "# Maps\n\nContour lines and a contour line.\n\n## Again\n\nOne **contour line**, *two contour lines*.\n"
    page = Rendered(course, "lessons/maps.md", text)
    assert terms(page) == [("Contour lines", "../glossary.md#contour"), ("contour line", "../glossary.md#contour")]
    assert page.text() == "Maps Contour lines and a contour line. Again One contour line, two contour lines."


def test_the_longest_form_is_taken_and_no_part_of_a_word(course):
    page = Rendered(course, "lessons/maps.md", "# Maps\n\nOn contour lines, an outline, a by-line and a line.\n")
    assert [text for text, _ in terms(page)] == ["contour lines", "line"]


@pytest.mark.parametrize(
    "text",
    [
        "## A line", "`a line`", "[a line](../index.md)", "    a line", "```text\na line\n```", "[@snyder1987]",
        "| line |\n| --- |\n| x |", "```quiz\nmaps: contour\n```", "legend",
    ],
)  # fmt: skip
def test_no_term_is_linked_in_what_is_closed(course, text):
    page = Rendered(course, "lessons/maps.md", f"# Maps\n\n{text}\n")
    assert terms(page) == []


def test_the_text_around_a_term_stays_where_it_was(course):
    text = "# Maps\n\nA line, *then* a contour line; **and** `more` of it.\n\n- a line\n- so\n"
    page = Rendered(course, "lessons/maps.md", text)
    assert "A line, then a contour line; and more of it. a line so" in page.text()


def test_a_letter_is_linked_in_emphasis_alone_and_as_written(project):
    files = FILES | {"glossary.yml": "- {id: gap, term: Gap, forms: [g], definition: A measure.}\n"}
    course = coursework.build(project(files, {"lessons/maps.md": "# Maps\n", "index.md": ""}))
    text = "# Maps\n\nGroup G, e.g. g, *G* and *a g*: *g* = 1, and *g* again.\n\n## More\n\n**g**, _g_.\n"
    page = Rendered(course, "lessons/maps.md", text)
    assert terms(page) == [("g", "../glossary.md#gap")] * 2
    assert page.text() == "Maps Group G, e.g. g, G and a g: g = 1, and g again. More g, g."


def test_a_lesson_names_its_key_terms(course):
    page = Rendered(course, "lessons/maps.md", "# Maps\n\n```glossary\nlegend, contour\n```\n")
    [terms_list] = page.all("dl")
    assert text_of(terms_list) == "Legend What the signs mean. Contour line A line of equal height (Snyder, 1987)."
    assert [link.get("href") for dt in page.all("dt") for link in dt] == [
        "../glossary.md#legend",
        "../glossary.md#contour",
    ]


def test_a_term_that_no_one_knows_is_a_problem(course):
    page = Rendered(course, "lessons/maps.md", "# Maps\n\n```glossary\nlegend, contur\n```\n")
    [problem] = page.problems
    message = "must name a term of glossary.yml, not 'contur'. Did you mean 'contour'?"
    assert problem == f"docs/lessons/maps.md:4:1: the glossary block: {message}"


def test_the_page_of_the_glossary_has_every_term_in_a_place_of_its_own(course):
    assert "glossary.md" in [file.path for file in course.publishing.files()]
    page = Rendered(course, "glossary.md", "# Glossary\n\n```glossary\n```\n")
    assert [dt.get("id") for dt in page.all("dt")] == ["contour", "legend", "line", "snyder"]
    assert terms(page) == []
