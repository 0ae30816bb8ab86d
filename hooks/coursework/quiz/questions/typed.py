"""What typed answers have in common: how they are compared, and the wrong ones that people really give."""

from __future__ import annotations

from collections.abc import Callable

from coursework.quiz.fields import Fields
from coursework.quiz.model import Misreading
from coursework.quiz.questions.folding import fold_typed
from coursework.quiz.saved import as_written
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.values import Value


def read_answers(fields: Fields) -> tuple[tuple[str, ...], bool]:
    """The fields `answers`, all that is accepted, no two the same to a reader who types them, and `exact`.

    Of exact answers signs, capitals and spaces count; at their ends no space does, which phones add.
    """
    exact = bool(fields.flag("exact"))
    seen: dict[str, Text] = {}
    answers = fields.texts("answers", required=True)
    for answer in answers:
        fields.refuse_repeat(answer, comparison(exact)(answer), seen, "answers")
    return tuple(map(str, answers)), exact


def comparison(exact: bool) -> Callable[[str], str]:
    """What makes of an answer that by which it is compared with another."""
    return as_written if exact else fold_typed


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
