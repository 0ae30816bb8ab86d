"""The final quiz asks what no lesson asked, touches every lesson, and stands on its own page alone."""

from __future__ import annotations

import re

import pytest
from course_files import CLAIMS, COUNTS, LESSONS, quiz
from quiz_checks import (
    QUIZ_CHECKS,
    TYPES,
    graded,
    longest_is_right,
    texts,
    there_are_questions_enough,
)
from tone import choices_of, tones
from wording import suicide_without_help

from building import PROJECT

NAME = "final"
PAGE = PROJECT / "docs/final-quiz.md"
MOST_LONGEST = 0.45
LEAST_HARDER = 0.9
# In points of a hundred; a few questions cannot be as even as those of a whole course.
MOST_APART = 15


@pytest.fixture(scope="module")
def final():
    return quiz(NAME)


@pytest.mark.parametrize("check", QUIZ_CHECKS, ids=lambda check: check.__name__)
def test_it_holds_what_the_quiz_of_a_lesson_does(final, check):
    words = 0 if check is there_are_questions_enough else 1000  # no prose stands beside it to be measured against
    assert list(check(NAME, final, words)) == []


def test_there_are_as_many_questions_as_promised_and_most_apply_or_evaluate(final):
    questions = graded(final)
    assert len(questions) >= COUNTS["questions-of-the-final-quiz"]
    harder = sum(question["level"] in ("apply", "evaluate") for question in questions)
    assert harder >= LEAST_HARDER * len(questions)


def test_it_leads_to_every_lesson(final):
    pages = {question["reread"].partition("#")[0] for question in final["questions"]}
    assert pages == {f"lessons/{name}.md" for name in LESSONS}


def test_types_are_mixed(final):
    assert {question["type"] for question in final["questions"]} >= set(TYPES) - {"short-answer"}


def test_it_rests_on_confirmed_claims_alone(final):
    used = {id for question in final["questions"] for id in question["claims"]}
    assert {id for id in used if CLAIMS[id].get("confirmed") is False} == set()


def test_the_longest_choice_is_seldom_the_right_one(final):
    longest = longest_is_right(final)
    assert sum(longest) <= MOST_LONGEST * len(longest)


def test_tone_tells_no_right_choice_from_a_wrong_one(final):
    apart = {name: abs(of[True] - of[False]) for name, of in tones(choices_of(final)).items()}
    assert {name: points for name, points in apart.items() if points > MOST_APART} == {}


def test_its_own_page_asks_each_of_its_questions_once_and_none_of_another_quiz(final):
    asked = re.findall(r"^([a-z-]+): ([a-z, -]+)$", _blocks(PAGE), re.MULTILINE)
    assert {name for name, _ in asked} == {"sitting", NAME}
    ids = [id for name, some in asked if name == NAME for id in some.split(", ")]
    assert sorted(ids) == sorted(question["id"] for question in final["questions"])


def test_no_other_page_asks_them():
    pages = [page for page in (PROJECT / "docs").rglob("*.md") if page != PAGE]
    assert len(pages) > len(LESSONS)
    asking = [page.name for page in pages if re.search(rf"^{NAME}\b(?!: objectives$)", _blocks(page), re.MULTILINE)]
    assert asking == []


def test_it_repeats_no_question_of_another_quiz(final):
    own = {" ".join(_asked(question).split()) for question in final["questions"]}
    others = [file.stem for file in (PROJECT / "quizzes").glob("*.yml") if file.stem != NAME]
    told = {" ".join(_asked(question).split()) for name in others for question in quiz(name)["questions"]}
    assert len(own) == len(final["questions"])
    assert own & told == set()


def test_a_question_that_names_suicide_says_where_help_is(final):
    assert suicide_without_help("\n".join(text for _, text in texts(final))) == []


def _asked(question) -> str:
    return f"{question.get('scenario', '')} {question['prompt']}"


def _blocks(page) -> str:
    """The lines of the quiz blocks of a page."""
    return "\n".join(re.findall(r"^```quiz\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
