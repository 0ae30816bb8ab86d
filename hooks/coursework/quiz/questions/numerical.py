"""numerical: a number to be typed, with a tolerance, a unit, significant figures."""

from __future__ import annotations

import re
from decimal import Decimal

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import NumericalQuestion
from coursework.quiz.numbers import fault_of, figures_of, value_of
from coursework.quiz.questions.typed import read_misreadings
from coursework.source.place import Text
from coursework.source.problem import quoted


def read(fields: Fields, type: str) -> Make | None:
    answer = _decimal(fields, "answer")
    tolerance = _tolerance(fields, answer)
    figures = _figures(fields, answer)
    unit = fields.label("unit", required=False)
    misreadings = read_misreadings(
        fields,
        lambda part: _decimal(part, "answer"),
        key=lambda wrong: str(_value(wrong).normalize()),
        is_right=lambda wrong: answer is not None and abs(_value(wrong) - _value(answer)) <= _reach(tolerance, answer),
    )
    if answer is None:
        return None
    return lambda common: NumericalQuestion(
        **common,
        answer=str(answer),
        tolerance=str(tolerance or "0"),
        unit=unit,
        figures=figures,
        misreadings=misreadings,
    )


def _decimal(fields: Fields, name: str) -> Text | None:
    text = fields.text(name)
    fault = None if text is None else fault_of(text)
    if text is None or fault is None:
        return text
    fields.note(f"{fault}, not {quoted(text)}{_advice(text)}", name)
    return None


def _advice(text: str) -> str:
    """What to do about the fault of a number, where that can be seen."""
    if value_of(text) is None and re.search(r"[0-9]\s*[^\W\d_]|[%°$€£]", text):
        return "; what it counts goes into `unit`"
    return "; decimals stand behind a point, and nothing between thousands" if "," in text else ""


def _value(number: str) -> Decimal:
    return value_of(number) or Decimal(0)


def _tolerance(fields: Fields, answer: str | None) -> str | None:
    tolerance = fields.text("tolerance", required=False)
    if tolerance is None:
        return None
    number = tolerance.removesuffix("%")
    value = None if fault_of(number) else value_of(number)
    if value is None or value.is_signed():
        fields.note(f"must be a number, as 0.02, or a share of the answer, as 5%, not {quoted(tolerance)}", "tolerance")
        return None
    if tolerance.endswith("%") and not value:
        fields.note(f"must be left out where only the answer itself is right, not be {quoted(tolerance)}", "tolerance")
    elif tolerance.endswith("%") and answer and not _value(answer):
        fields.note(f"must be a number where the answer is 0, not {quoted(tolerance)} of it", "tolerance")
    return tolerance


def _reach(tolerance: str | None, answer: str) -> Decimal:
    """How far a number may be from the answer."""
    number = _value((tolerance or "0").removesuffix("%"))
    return abs(_value(answer)) * number / 100 if tolerance and tolerance.endswith("%") else number


def _figures(fields: Fields, answer: str | None) -> int | None:
    figures = fields.text("figures", required=False)
    if figures is None:
        return None
    if not re.fullmatch(r"[1-9]", figures):
        fields.note(f"must be a number from 1 to 9, not {quoted(figures)}", "figures")
        return None
    if not answer:
        return int(figures)
    shown = figures_of(answer)
    if not shown:
        of = "a fraction" if shown is None else "0"
        fields.note(f"must be left out where the answer is {of}, not be {quoted(figures)}", "figures")
    elif shown != int(figures):
        # Else the answer that the page shows would not be right itself.
        fields.note(f"must be {shown}, as many as the answer {quoted(answer)} has, not {quoted(figures)}", "figures")
    return int(figures)
