"""Pages that a course adds are there only where there is something to show, and keys only where they are wanted."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import coursework
from coursework.course.content_files import REFERENCES
from coursework.text.extension import written
from making import MAPS, Rendered

QUIZ = "quizzes/maps.yml"
WOOD = "- {id: wood1992, type: book, title: The power of maps, author: [{family: Wood, given: Denis}]}\n"


def pages_of(project) -> dict[str, str]:
    course = coursework.build(project)
    return {file.path: file.content for file in course.publishing.files() if file.path.endswith(".md")}


def test_a_course_of_pages_alone_adds_none(project):
    assert pages_of(project({}, {"index.md": "# Home"})) == {}


def test_a_course_with_a_quiz_alone_adds_what_quizzes_need(project):
    text = MAPS[QUIZ].replace("cite: [harley1989]", "")
    found = pages_of(project({QUIZ: text}, {"index.md": "", "lessons/maps.md": ""}))
    assert sorted(found) == [
        "progress.md", "quizzes/index.md", "quizzes/maps.md", "quizzes/maps/key.md", "quizzes/maps/worksheet.md",
        "review.md",
    ]  # fmt: skip


def test_a_bibliography_that_cannot_be_read_still_has_its_pages(project):
    found = pages_of(project({"readings/references.yml": "- id: [\n"}, {"index.md": ""}))
    assert sorted(found) == ["readings/bibliography.md", "readings/index.md"]


def test_a_page_shows_a_question_of_each_type_where_the_settings_ask_for_it(project):
    assert "style-guide.md" in pages_of(replace(project(MAPS), style_guide=True))


@pytest.mark.parametrize("keys", [True, False])
def test_keys_are_published_and_led_to_only_where_they_are_wanted(project, keys):
    own = replace(project(MAPS, {"index.md": "", "lessons/maps.md": ""}), keys=keys)
    course = coursework.build(own)
    paths = {file.path: file for file in course.publishing.files()}
    assert ("quizzes/maps/key.md" in paths) is keys
    for path in ("quizzes/maps.md", "quizzes/maps/worksheet.md"):
        assert ("key.md" in written(course.rendering.generated(paths[path]))) is keys


def test_a_block_for_a_key_is_refused_where_keys_are_off(project):
    text = "```quiz\nmaps: key\n```\n"
    own = replace(project(MAPS, {"index.md": "", "lessons/maps.md": text}), keys=False)
    page = Rendered(coursework.build(own), "lessons/maps.md", text)
    [problem] = page.problems
    assert str(problem) == (
        "docs/lessons/maps.md:2:1: the quiz block: must be without `key`, which the settings of the course switch off"
    )


def test_a_page_with_a_sitting_is_listed_with_the_quizzes(project):
    final = "---\ntitle: The last one\n---\n\n```quiz\nsitting: last\nmaps: contour\n```\n"
    course = coursework.build(project(MAPS, {"index.md": "", "lessons/maps.md": "", "finale.md": final}))
    pages = {file.path: file for file in course.publishing.files()}
    shown = written(course.rendering.generated(pages["quizzes/index.md"]))
    assert 'href="maps.md"' in shown and 'href="../finale.md">The last one</a>' in shown
    assert shown.count('class="row"') == 2


def test_a_source_that_the_explanation_cites_is_not_named_once_more(project):
    quiz = MAPS["quizzes/maps.yml"]
    explained = "explanation: A contour line joins points of equal height."
    for text, cite, named in (
        (" So says @snyder1987.", "[snyder1987]", []),
        (" So says @snyder1987.", "[snyder1987, harley1989]", [["harley1989"]]),
        # No text of the course cites these two together.
        (" So says @snyder1987.", "[harley1989, snyder1987, wood1992]", [["harley1989", "wood1992"]]),
        (" Not `@snyder1987`.", "[snyder1987]", [["snyder1987"]]),
        ("", "[snyder1987]", [["snyder1987"]]),
    ):
        files = {"quizzes/maps.yml": quiz.replace(explained, explained + text).replace("[snyder1987]", cite)}
        files[REFERENCES] = MAPS[REFERENCES] + WOOD
        course = coursework.build(project({**MAPS, **files}, {"index.md": "", "lessons/maps.md": ""}))
        for path in ("quizzes/maps.md", "quizzes/maps/key.md"):
            pages = {file.path: file for file in course.publishing.files()}
            shown = written(course.rendering.generated(pages[path]))
            sources = re.findall("answer__sources.*?</p>", shown)
            found = [re.findall(r'#ref-(\w+)"', source) for source in sources]
            assert found == named, path


def test_a_quiz_without_objectives_has_its_questions_on_the_page_of_progress(project):
    objectives = "objectives:\n  - {id: read-a-map, text: tell what a map *shows*}\n"
    files = {"quizzes/plain.yml": MAPS["quizzes/maps.yml"].replace(objectives, "")}
    course = coursework.build(project({**MAPS, **files}, {"index.md": "", "lessons/maps.md": ""}))
    pages = {file.path: file for file in course.publishing.files()}
    shown = written(course.rendering.generated(pages["progress.md"]))
    assert 'data-questions="plain/contour plain/north"><span>All questions</span>' in shown
    assert shown.count("All questions") == 1, "the other one has objectives"
