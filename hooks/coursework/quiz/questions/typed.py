"""What typed answers have in common: what is accepted, and the wrong ones that people really give."""

from __future__ import annotations

import re
from collections.abc import Callable

from coursework.quiz.fields import Fields
from coursework.quiz.model import Misreading
from coursework.quiz.numbers import value_of
from coursework.quiz.questions.folding import fold_typed, markup_in, untypable_in
from coursework.quiz.saved import as_written
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.values import Value

# What is to be done where two answers differ in that alone.
_WAY_OUT = "; with `exact: true` signs, capitals and spaces count"


def read_answers(fields: Fields, compared: Callable[[str], str] = fold_typed) -> tuple[tuple[Text, ...], bool]:
    """The fields `answers`, all that is accepted, no two the same to a reader who types them, and `exact`.

    `compared` makes of an answer that by which it is told from another, where it is not exact. Of exact answers signs,
    capitals and spaces count; at their ends no space does, which phones add.
    """
    exact = bool(fields.flag("exact"))
    seen: dict[str, Text] = {}
    answers = fields.texts("answers", required=True)
    for answer in answers:
        if can_be_typed(fields, "answers", answer, exact):
            way_out = "" if exact else _WAY_OUT
            fields.refuse_repeat(answer, as_written(answer) if exact else compared(answer), seen, "answers", way_out)
    return answers, exact


def can_be_typed(fields: Fields, name: str, answer: Text, exact: bool) -> bool:
    """Whether a reader can type an answer as it is compared; where not, that is noted."""
    if exact:
        fault = untypable_in(answer)
        if fault:
            fields.note(f"must be what a reader can type, not {quoted(answer)}, with {fault}", name, answer.place)
        return not fault
    markup = markup_in(answer)
    if markup:
        found = "" if markup == answer else f", which holds {quoted(markup)}"
        message = f"must be what a reader types, without markup, not {quoted(answer)}{found}{_WAY_OUT}"
        fields.note(message, name, answer.place)
    return not markup


def number_or_text(answer: str) -> str:
    """What tells an answer of a gap from another: there numbers count by their value, with their sign."""
    return f"number {as_written(answer)}" if is_number(answer) else fold_typed(answer)


def is_number(answer: str) -> bool:
    """Whether an answer of a gap is a number to `sameText` in `browser/grade.js`."""
    return value_of(answer.replace(",", ".")) is not None and not re.match(r"0[0-9]|.*\.$", answer)


def read_misreadings(
    fields: Fields, read: Callable[[Fields], Text | None], key: Callable[[str], str], is_right: Callable[[str], bool]
) -> tuple[Misreading, ...]:
    """The field `misreadings`: wrong answers that people really give, each with its feedback.

    `read` gives the answer of one of them; no two may have the same `key`, and none may be right.
    """
    seen: dict[str, Text] = {}

    def read_one(value: Value, number: int) -> Misreading | None:
        part = fields.part(value, f"misreading {number}")
        answer, feedback = read(part), part.markdown("feedback")
        part.close()
        if answer is None:
            return None
        part.refuse_repeat(answer, key(answer), seen, "answer")
        if is_right(answer):
            part.note(f"must be a wrong answer, not {quoted(answer)}, which counts as right", "answer")
        return Misreading(str(answer), feedback) if feedback else None

    return fields.items("misreadings", read_one, required=False)
