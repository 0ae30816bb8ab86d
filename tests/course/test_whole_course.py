"""What the course promises as a whole: its lessons, and what their quizzes and figures sum up to."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from course_files import CLAIMS, COUNTS, LESSONS, lesson, quiz
from quiz_checks import TYPES, graded, longest_is_right, places

from building import PROJECT

LEAST_HARDER = 0.4
MOST_LONGEST = 0.45
# Chance puts a third into each of three places; a reader could use much more, or much less.
FAIR_SHARE = (0.2, 0.47)


@pytest.fixture(scope="module")
def quizzes():
    return {name: quiz(name) for name in LESSONS}


@pytest.fixture(scope="module")
def questions(quizzes):
    return [question for one in quizzes.values() for question in graded(one)]


def test_the_lessons_are_there_and_stand_in_the_menu_in_their_order():
    assert sorted(LESSONS) == sorted(COUNTS["lessons"])
    menu = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.findall(r"lessons/([\w-]+)\.md", menu) == ["index", *COUNTS["lessons"]]


def test_there_are_as_many_questions_as_promised(questions):
    assert len(questions) >= COUNTS["questions-of-lessons"]


@pytest.mark.parametrize("type", TYPES)
def test_each_type_of_question_comes_as_often_as_promised(questions, type):
    assert sum(question["type"] == type for question in questions) >= COUNTS["questions-of-each-type"]


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


def test_as_many_lessons_as_promised_show_a_figure():
    assert sum("figure" in dict(lesson(name).blocks) for name in LESSONS) >= COUNTS["lessons-with-a-figure"]


def test_every_claim_says_what_was_read_of_its_works():
    silent = [id for id, claim in CLAIMS.items() if claim.get("confirmed") is not False and not claim.get("read-as")]
    assert silent == []


def read_before(plan: str) -> list[list[str]]:
    """The lessons to read before each meeting of a plan on the page for teachers."""
    page = (PROJECT / "docs/teach.md").read_text(encoding="utf-8")
    [text] = [part for part in re.split(r"^## ", page, flags=re.MULTILINE) if f"{{#{plan}}}" in part.split("\n")[0]]
    rows = re.findall(r"^\|.*", text, re.MULTILINE)
    return [re.findall(r"lessons/([\w-]+)\.md\)", row.split("|")[2]) for row in rows]


@pytest.mark.parametrize("plan", ["two-weeks", "six-weeks"])
def test_a_plan_for_teachers_gives_both_sides_as_many_lessons_and_reads_evidence_first(plan):
    meetings = read_before(plan)
    read = [name for names in meetings for name in names]
    sides = Counter(lesson(name).head["stance"] for name in read)
    assert sides["medical"] == sides["contextual"] >= 2
    assert len(read) == len(set(read))
    assert next(names for names in meetings if names) == ["does-it-work", "reading-the-evidence"]


def test_the_plan_for_a_semester_reads_every_lesson_once_and_evidence_first():
    read = [name for names in read_before("thirteen-weeks") for name in names]
    assert sorted(read) == sorted(LESSONS)
    assert read[:2] == ["does-it-work", "reading-the-evidence"]
