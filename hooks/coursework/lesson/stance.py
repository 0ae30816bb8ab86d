"""Where each lesson stands: the `stance:` at its head."""

from __future__ import annotations

from collections.abc import Mapping

from coursework.lesson.work import is_lesson
from coursework.source.front_matter import read_head
from coursework.source.problem import Problem
from coursework.source.record import Record
from coursework.text.stance import Stance, Stances


def read_lesson_stances(pages: Mapping[str, str], stances: Stances) -> tuple[dict[str, Stance], list[Problem]]:
    """The stance of each lesson that has one, by the lesson's path, and what is wrong with those of others.

    `pages` are the texts of all pages by their paths below `docs/`.
    """
    found: dict[str, Stance] = {}
    problems: list[Problem] = []
    for path in filter(is_lesson, pages):
        fields = read_head(path, pages[path]).fields
        if not fields:
            continue  # has none, or what is wrong with it is told elsewhere
        head = Record(fields, "front matter", problems)
        head.renamed("side", "stance")
        if stance := head.word("stance", stances, required=False):
            found[path] = stances[stance]
    return found, problems
