"""The types of question. Each has a module that reads its fields and a template of the same stem."""

from __future__ import annotations

from collections.abc import Callable

from coursework.quiz.fields import Fields, Make
from coursework.quiz.questions import choice, cloze, matching, numerical, open_response, opinion, ordering, short_answer

# Given a question's fields and its type, what makes one of it, or None where what only this type has cannot be read.
READERS: dict[str, Callable[[Fields, str], Make | None]] = {
    "single-choice": choice.read,
    "multiple-choice": choice.read,
    "true-false": choice.read_true_false,
    "matching": matching.read,
    "ordering": ordering.read,
    "numerical": numerical.read,
    "short-answer": short_answer.read,
    "cloze": cloze.read,
    "open-response": open_response.read,
    "opinion": opinion.read,
}
