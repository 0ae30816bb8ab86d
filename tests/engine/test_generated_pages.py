"""Pages that a course adds are there only where there is something to show, and keys only where they are wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

import coursework
from coursework.text.extension import written
from making import MAPS, Rendered

QUIZ = "quizzes/maps.yml"


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
