"""numerical: a number to be typed, with a tolerance, a unit, significant figures."""

from __future__ import annotations

import re
from decimal import Decimal

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import NumericalQuestion
from coursework.quiz.questions.typed import read_misreadings
from coursework.source.place import Text
from coursework.source.problem import quoted

_NUMBER = r"([0-9]+(\.[0-9]+)?|\.[0-9]+)"


def read(fields: Fields, type: str) -> Make | None:
    answer = _decimal(fields, "answer")
    tolerance = _tolerance(fields, answer)
    figures = _figures(fields, answer)
    unit = fields.label("unit", required=False)
    misreadings = read_misreadings(
        fields,
        lambda part: _decimal(part, "answer"),
        key=lambda wrong: str(Decimal(wrong).normalize()),
        is_right=lambda wrong: (
            answer is not None and abs(Decimal(wrong) - Decimal(answer)) <= _reach(tolerance, answer)
        ),
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
    if text is None or re.fullmatch(rf"-?{_NUMBER}", text):
        return text
    unit = "; what it counts goes into `unit`" if re.match(r"-?[0-9.,]+\s*[^0-9.,\s]", text) else ""
    fields.note(f"must be digits with at most a point among them, as 0.28 or 30000, not {quoted(text)}{unit}", name)
    return None


def _tolerance(fields: Fields, answer: str | None) -> str | None:
    tolerance = fields.text("tolerance", required=False)
    if tolerance is None:
        return None
    if not re.fullmatch(rf"{_NUMBER}%?", tolerance):
        fields.note(f"must be a number, as 0.02, or a share of the answer, as 5%, not {quoted(tolerance)}", "tolerance")
        return None
    if tolerance.endswith("%") and not Decimal(tolerance[:-1]):
        fields.note(f"must be left out where only the answer itself is right, not be {quoted(tolerance)}", "tolerance")
    elif tolerance.endswith("%") and answer and not Decimal(answer):
        fields.note(f"must be a number where the answer is 0, not {quoted(tolerance)} of it", "tolerance")
    return tolerance


def _reach(tolerance: str | None, answer: str) -> Decimal:
    """How far a number may be from the answer."""
    number = Decimal((tolerance or "0").rstrip("%"))
    return abs(Decimal(answer)) * number / 100 if tolerance and tolerance.endswith("%") else number


def _figures(fields: Fields, answer: str | None) -> int | None:
    figures = fields.text("figures", required=False)
    if figures is None:
        return None
    if not re.fullmatch(r"[1-9]", figures):
        fields.note(f"must be a number from 1 to 9, not {quoted(figures)}", "figures")
        return None
    if not answer:
        return int(figures)
    shown = len(re.sub(r"\D", "", answer).lstrip("0"))
    if shown == 0:
        fields.note(f"must be left out where the answer is 0, not be {quoted(figures)}", "figures")
    elif shown != int(figures):
        # Else the answer that the page shows would not be right itself.
        fields.note(f"must be {shown}, as many as the answer {quoted(answer)} has, not {quoted(figures)}", "figures")
    return int(figures)
