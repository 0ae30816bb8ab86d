"""The notes for teachers answer each question to talk over, as it stands in its lesson, from both sides."""

from __future__ import annotations

import re

import pytest
from course_files import COUNTS, lesson
from lesson_text import Lesson, plain, prose, sentences

from building import PROJECT

PAGE = (PROJECT / "docs/teach-notes.md").read_text(encoding="utf-8")
NOTE = re.compile(r"^\d+\. \*\*(.+)\*\*\n\n    (.+)$", re.MULTILINE)
LENGTHS = range(2, 5)  # in sentences


def notes_of(name: str) -> list[tuple[str, str]]:
    """The questions of a lesson as the page has them, each with its note."""
    [part] = re.findall(rf"^## .*\{{#{name}\}}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return [(plain(question), note) for question, note in NOTE.findall(part)]


@pytest.mark.parametrize("name", COUNTS["lessons"])
def test_each_question_of_a_lesson_has_its_note(name):
    asked = re.findall(r"^\d+\. (.+)$", lesson(name).section("Talk it over"), re.MULTILINE)
    assert [question for question, _ in notes_of(name)] == [plain(question) for question in asked]


@pytest.mark.parametrize("name", COUNTS["lessons"])
def test_each_note_is_short_and_lets_both_sides_speak(name):
    for question, note in notes_of(name):
        assert len(sentences(prose(note))) in LENGTHS, question
        assert "technique" in note and "relationship" in note, question


def test_the_notes_come_in_the_order_of_the_lessons():
    titles = Lesson("teach-notes", PAGE).body
    assert re.findall(r"^## .*\{#([\w-]+)\}$", titles, re.MULTILINE) == COUNTS["lessons"]
