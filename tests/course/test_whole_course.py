"""What the course promises as a whole: its fourteen lessons, and what their quizzes and figures sum up to."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from course_files import LESSONS, lesson, quiz
from quiz_checks import TYPES, graded, longest_is_right, places

from building import PROJECT

COURSE = [
    "does-it-work", "history", "medical-model", "contextual-model", "dodo-bird", "alliance", "therapist-effects",
    "empathy-expectation-culture", "specific-ingredients", "evolution", "reading-the-evidence", "harms",
    "machines-and-lay-helpers", "where-it-stands",
]  # fmt: skip
LEAST_QUESTIONS, LEAST_OF_A_TYPE, LEAST_HARDER = 130, 4, 0.4
MOST_LONGEST = 0.45
# Chance puts a third into each of three places; a reader could use much more, or much less.
FAIR_SHARE = (0.2, 0.47)
LEAST_WITH_A_FIGURE = 10


@pytest.fixture(scope="module")
def quizzes():
    return {name: quiz(name) for name in LESSONS}


@pytest.fixture(scope="module")
def questions(quizzes):
    return [question for one in quizzes.values() for question in graded(one)]


def test_the_fourteen_lessons_are_there_and_stand_in_the_menu_in_their_order():
    assert sorted(LESSONS) == sorted(COURSE)
    menu = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.findall(r"lessons/([\w-]+)\.md", menu) == ["index", *COURSE]


def test_there_are_130_questions_or_more(questions):
    assert len(questions) >= LEAST_QUESTIONS


@pytest.mark.parametrize("type", TYPES)
def test_each_type_of_question_comes_four_times_or_more(questions, type):
    assert sum(question["type"] == type for question in questions) >= LEAST_OF_A_TYPE


def test_two_in_five_questions_apply_or_evaluate(questions):
    harder = sum(question.get("level") in ("apply", "evaluate") for question in questions)
    assert harder >= LEAST_HARDER * len(questions)


def test_the_longest_choice_is_seldom_the_right_one(quizzes):
    longest = [right for one in quizzes.values() for right in longest_is_right(one)]
    assert sum(longest) <= MOST_LONGEST * len(longest)


def test_right_choices_stand_in_every_place(quizzes):
    counts = Counter(place for name, one in quizzes.items() for place in places(name, one))
    shares = [counts[place] / counts.total() for place in range(3)]
    assert min(shares) >= FAIR_SHARE[0], shares
    assert max(shares) <= FAIR_SHARE[1], shares


def test_ten_lessons_or_more_show_a_figure():
    assert sum("figure" in dict(lesson(name).blocks) for name in LESSONS) >= LEAST_WITH_A_FIGURE


def test_the_final_quiz_draws_on_every_lesson():
    page = (PROJECT / "docs/final-quiz.md").read_text(encoding="utf-8")
    drawn = re.findall(r"^([a-z-]+): (?!guess|before|after)([\w, -]+)$", page, re.MULTILINE)
    assert {name for name, _ in drawn} >= set(COURSE)
    assert sum(len(ids.split(", ")) for _, ids in drawn) >= 18
