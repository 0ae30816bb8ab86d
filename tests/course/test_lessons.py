"""Each lesson of the course keeps what its readers were promised. `pytest tests/course -k alliance` looks at one."""

from __future__ import annotations

import pytest
from course_files import CLAIMS, LESSONS, REFERENCES, TERMS, lesson, quiz, read
from lesson_checks import (
    LESSON_CHECKS,
    a_figure_stands_beside_its_source,
    the_answer_up_front_is_plainer,
    the_prose_is_plain,
)
from lesson_text import Lesson, prose, words
from quiz_checks import QUIZ_CHECKS, texts
from sources_checks import (
    a_claim_is_marked_beside_one_of_its_sources,
    every_reading_says_why,
    no_unconfirmed_claim_is_used,
)
from wording import suicide_without_help, unsafe_words

from building import PROJECT

each_lesson = pytest.mark.parametrize("name", LESSONS)
# What a work is called is not ours to change, and who reads a page does not see where it was read.
NOT_OURS = ("title", "title-short", "container-title", "original-title", "author", "verified", "read", "URL", "id")


@each_lesson
@pytest.mark.parametrize("check", LESSON_CHECKS, ids=lambda check: check.__name__)
def test_in_a_lesson(check, name):
    assert list(check(lesson(name), TERMS)) == []


@each_lesson
@pytest.mark.parametrize("check", QUIZ_CHECKS, ids=lambda check: check.__name__)
def test_in_the_quiz_of_a_lesson(check, name):
    assert list(check(name, quiz(name), words(prose(lesson(name).teaching)))) == []


@each_lesson
def test_a_lesson_uses_no_claim_that_was_not_confirmed(name):
    assert no_unconfirmed_claim_is_used(lesson(name), CLAIMS) == []


@each_lesson
def test_a_lesson_marks_a_claim_where_it_cites_one_of_its_sources(name):
    assert a_claim_is_marked_beside_one_of_its_sources(lesson(name), CLAIMS) == []


@each_lesson
def test_each_reading_of_a_lesson_says_why_to_read_it(name):
    assert every_reading_says_why(read(PROJECT / f"readings/{name}.yml"), REFERENCES) == []


@each_lesson
def test_the_words_of_a_lesson_and_of_its_quiz_harm_nobody(name):
    files = [PROJECT / f"docs/lessons/{name}.md", PROJECT / f"quizzes/{name}.yml", PROJECT / f"readings/{name}.yml"]
    assert {file.name: bad for file in files if (bad := unsafe_words(file.read_text(encoding="utf-8")))} == {}


@each_lesson
def test_a_lesson_that_names_suicide_says_where_help_is(name):
    assert suicide_without_help(lesson(name).source) == []


@each_lesson
def test_a_question_that_names_suicide_says_where_help_is(name):
    questions = {question["id"]: [text for _, text in texts(question)] for question in quiz(name)["questions"]}
    assert {id: bad for id, said in questions.items() if (bad := suicide_without_help("\n".join(said)))} == {}


OTHERS = sorted(
    file.relative_to(PROJECT).as_posix()
    for pattern in ("docs/*.md", "quizzes/*.yml", "claims/*.yml", "figures/*.yml", "readings/*.yml", "glossary.yml")
    for file in PROJECT.glob(pattern)
)


@pytest.mark.parametrize("name", OTHERS)
def test_the_words_of_every_other_page_harm_nobody(name):
    said = [(name, (PROJECT / name).read_text(encoding="utf-8"))]
    if name.endswith(".yml"):
        said = texts(read(PROJECT / name), left_out=NOT_OURS)
    assert {where: bad for where, text in said if (bad := unsafe_words(text))} == {}


# The figures of the benchmark are its own: no work could be cited for them.
PAGES = [name for name in OTHERS if name.startswith("docs/") and name != "docs/benchmark.md"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "check",
    [a_figure_stands_beside_its_source, the_prose_is_plain, the_answer_up_front_is_plainer],
    ids=lambda check: check.__name__,
)
def test_on_a_page_that_is_no_lesson(check, name):
    page = Lesson(name, (PROJECT / name).read_text(encoding="utf-8"))
    assert list(check(page, TERMS)) == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "docs/help.md"])
def test_a_page_that_names_suicide_says_where_help_is(name):
    assert suicide_without_help((PROJECT / name).read_text(encoding="utf-8")) == []
