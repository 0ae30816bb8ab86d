"""Links and pictures in authors' YAML: what leads nowhere is told once, where it was written."""

from dataclasses import replace

import pytest

import coursework
from making import MAPS, written_pages

PAGES = {"index.md": "# Index\n", "lessons/maps.md": "# Maps\n\n## Lines {#lines}\n"}
EXPLANATION = "A contour line joins points of equal height."


def problems_of_site(project, new, files=()):
    """The lines for an author with a text in place of an explanation, and the HTML of all pages with it."""
    quiz = MAPS["quizzes/maps.yml"].replace(EXPLANATION, new)
    made = replace(project(MAPS | {"quizzes/maps.yml": quiz}, PAGES), files=[*PAGES, *files])
    course = coursework.build(made)
    html = "".join(written_pages(course))
    anchors = {"index.md": set(), "lessons/maps.md": {"lines"}}
    return [str(problem) for problem in course.problems(anchors)], html


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("See ![a map](img/nope.png).", "13:32: must link to a page or a file in docs/, not 'img/nope.png'"),
        (
            "See [it](lessons/map.md).",
            "13:28: must link to a page or a file in docs/, not 'lessons/map.md'. Did you mean 'lessons/maps.md'?",
        ),
        (
            "See ![a map](/img/nope.png).",
            "13:32: must be written as from docs/, without the slash at its beginning, not '/img/nope.png'",
        ),
        (
            "See [it](/lessons/maps.md#lines).",
            "13:28: must be written as from docs/, without the slash at its beginning, not '/lessons/maps.md'",
        ),
        (
            "See [it](/lessons/map.md).",
            "13:28: must be written as from docs/, without the slash at its beginning, not '/lessons/map.md'. Did you "
            "mean 'lessons/maps.md'?",
        ),
        (
            "See [it](../lessons/maps.md).",
            "13:28: must link to a page or a file in docs/, not '../lessons/maps.md'. Did you mean 'lessons/maps.md'?",
        ),
        ("See [it](#lines).", "13:28: must name the page of that place, as lessons/NAME.md#lines, not only '#lines'"),
        (
            "See [it](lessons/maps.md#line).",
            "13:28: link: must be a heading of docs/lessons/maps.md, not '#line'. Did you mean '#lines'?",
        ),
    ],
)
def test_what_leads_nowhere_is_told_once_and_stands_on_no_page(project, text, line):
    problems, html = problems_of_site(project, f'"{text}"')
    assert problems == [f"quizzes/maps.yml:{line}"]
    assert "nope" not in html
    assert "lessons/map." not in html


def test_a_line_of_a_longer_text_is_found(project):
    problems, _ = problems_of_site(project, "|\n      One.\n\n      See ![a map](img/nope.png).")
    assert problems == ["quizzes/maps.yml:16:20: must link to a page or a file in docs/, not 'img/nope.png'"]


@pytest.mark.parametrize(
    "link",
    [
        "lessons/maps.md", "lessons/maps.md#lines", "./index.md", "img/a%20map.png", "quizzes/maps.md",
        "readings/maps.bib", "https://example.org/x", "mailto:a@example.org",
        "//example.org/elsewhere/",
    ],
)  # fmt: skip
def test_what_leads_somewhere_is_fine(project, link):
    assert problems_of_site(project, f"See [it]({link}).", ["img/a map.png"])[0] == []


def test_a_page_that_is_not_there_is_told_once_and_linked_nowhere(project):
    files = {path: text.replace("lessons/maps.md", "lessons/map.md") for path, text in MAPS.items()}
    reading_list = files["readings/maps.yml"]
    files["readings/maps.yml"] = reading_list.replace("title: On maps", "title: On maps\nlesson: lessons/map.md")
    course = coursework.build(replace(project(files, PAGES), files=list(PAGES)))
    html = "".join(written_pages(course))
    places = [str(problem).split(": ")[0] for problem in course.problems({})]
    assert places == ["quizzes/maps.yml:3:9", "quizzes/maps.yml:20:88", "readings/maps.yml:3:9"]
    assert "lessons/map.md" not in html


def test_a_course_without_figures_has_no_page_for_them(project):
    paths = {file.path for file in coursework.build(project(MAPS, PAGES)).publishing.files()}
    assert "figures.md" not in paths
