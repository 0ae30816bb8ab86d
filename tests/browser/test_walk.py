"""A walk through the whole course on a phone, from the home page to the final quiz, by what is there to tap."""

from __future__ import annotations

from building import FIXTURE
from walking import PHONE, walk

# One page of that folder is the list of the lessons.
LESSONS = len(list((FIXTURE / "docs/lessons").glob("*.md"))) - 1


def test_a_course_can_be_walked_without_a_dead_end(visit, course):
    walk(visit(course, viewport=PHONE, has_touch=True), LESSONS, least=3, quizzes=LESSONS)
