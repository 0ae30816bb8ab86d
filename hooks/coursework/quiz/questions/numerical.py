"""numerical: a number to be typed, with a tolerance, a unit, significant figures."""

from __future__ import annotations

import re
from typing import Any

from coursework.problem import quoted
from coursework.quiz.fields import Fields
from coursework.quiz.model import Misreading
from coursework.source import Value

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    answer = _decimal(fields, "answer")
    tolerance = fields.text("tolerance", required=False)
    if tolerance is not None and not re.fullmatch(r"\d+(\.\d+)?%?", tolerance):
        fields.note(f"must be a number, as 0.02, or a share of the answer, as 5%, not {quoted(tolerance)}", "tolerance")
    figures = fields.text("figures", required=False)
    if figures is not None and not re.fullmatch(r"[1-9]", figures):
        fields.note(f"must be a number from 1 to 9, not {quoted(figures)}", "figures")
        figures = None
    unit = fields.label("unit", required=False)
    misreadings = read_misreadings(fields, lambda part: _decimal(part, "answer"))
    if answer is None:
        return None
    return {
        "answer": answer,
        "tolerance": tolerance or "0",
        "unit": unit,
        "figures": int(figures) if figures else None,
        "misreadings": misreadings,
    }


def read_misreadings(fields: Fields, read_answer) -> tuple[Misreading, ...]:
    """The field `misreadings`: wrong answers that people really give, each with its feedback."""

    def read_one(value: Value, number: int) -> Misreading | None:
        part = fields.part(value, f"misreading {number}")
        answer, feedback = read_answer(part), part.markdown("feedback")
        part.close()
        return Misreading(answer, feedback) if answer and feedback else None

    return fields.items("misreadings", read_one, required=False)


def _decimal(fields: Fields, name: str) -> str | None:
    text = fields.text(name)
    if text is None:
        return None
    if not _DECIMAL.fullmatch(text):
        fields.note(f"must be a number with a decimal point, as 0.28, not {quoted(text)}", name)
        return None
    return str(text)
