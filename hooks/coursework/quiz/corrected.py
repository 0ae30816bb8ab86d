"""Which questions were corrected, or rest on claims that were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from coursework.quiz.model import Question, Quiz
from coursework.source.correction import Correction

Changes = Callable[[str], Sequence[Correction]]
"""What of a claim was corrected, by its id."""


def corrected_on(question: Question, changes: Changes) -> str:
    """The day of the last correction of a question or of a claim that it rests on; nothing where there is none."""
    found = [question.corrections, *map(changes, question.claims)]
    return max((each.day for corrections in found for each in corrections), default="")


def changed_claims(quizzes: Iterable[Quiz], changes: Changes) -> list[tuple[str, Sequence[Correction], list[str]]]:
    """The ids of the claims that were corrected and that questions rest on, with what was, and those questions."""
    resting: dict[str, list[str]] = {}
    for quiz in quizzes:
        for question in quiz.questions:
            for id in question.claims:
                if changes(id):
                    resting.setdefault(str(id), []).append(f"{quiz.id}/{question.id}")
    return [(id, changes(id), questions) for id, questions in resting.items()]
