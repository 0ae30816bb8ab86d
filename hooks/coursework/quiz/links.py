"""Where the ways on lead that stand on pages with a list of lessons."""

from __future__ import annotations

from typing import NamedTuple


class LessonLink(NamedTuple):
    """A lesson to which a way leads, by its path; `quiz` is the id of its quiz, or nothing."""

    path: str
    title: str
    quiz: str


class SittingLink(NamedTuple):
    """A page with a sitting, by its path; `name` is that of its record, `asked` how many questions it asks.

    `quiz` is the title of the quiz from which all of them are; nothing where they are from several.
    """

    path: str
    title: str
    name: str
    asked: int
    quiz: str = ""
