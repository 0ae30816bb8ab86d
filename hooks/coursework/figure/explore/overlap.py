"""How big is a gap: two hills, and the distance between their middles, which the reader moves.

Both are normal and as wide as one another; the gap is counted in standard deviations. What is said of it is arithmetic:
of a hundred pairs with one of each hill, in how many the one of the upper hill is ahead; and of a hundred of the lower
hill, how many stand below the middle of the upper one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from coursework.figure.draw import written
from coursework.figure.explore.parts import Parts, read_question, read_sentence
from coursework.figure.fields import Found, read_axis, read_number, read_rows
from coursework.figure.model import Explorable
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record

# How far a hill is drawn to both sides of its middle, in standard deviations, and how high, in percent.
_REACH, _TOP = 3, 92
_PIECES = 8
# The slider goes in hundredths, so that it stops at every estimate.
_DIGITS = 2


@dataclass(frozen=True)
class Overlap:
    """`lower` and `upper` name the two groups; the sentences have blanks for what is counted.

    `start` is the gap that is shown first, one of the rows'. Where there is an `ask`, readers guess its pairs before
    they see them, and read the `answer` then.
    """

    picture: ClassVar[str] = "explore/overlap"
    lower: Text
    upper: Text
    pairs: Text
    above: Text
    start: Decimal
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """Places in percent of the width, on which the middle of the lower hill lies at `along(0)`."""
        width = 2 * _REACH + float(figure.axis.max)
        pairs, above = counts(self.start)
        return {
            "width": width,
            "along": lambda gap: round(100 * (_REACH + float(gap)) / width, 2),
            "shift": lambda gap: round(100 * float(gap) / width, 2),
            "hill": hill(width),
            "start": written(self.start),
            "pairs": pairs,
            "above": above,
        }

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        counted = [counts(row.estimate or Decimal(0)) for row in figure.rows]
        return [{"pairs": str(pairs), "above": str(above)} for pairs, above in counted]


def counts(gap: Decimal) -> tuple[int, int]:
    """Of a hundred pairs those in which the upper one is ahead; of a hundred below those under the upper middle."""
    return _of_hundred(float(gap) / math.sqrt(2)), _of_hundred(float(gap))


def _of_hundred(z: float) -> int:
    """How many of a hundred lie below a point of the normal curve; a half is rounded up, as scripts do."""
    return math.floor(50 * (1 + math.erf(z / math.sqrt(2))) + 0.5)


def hill(width: float) -> str:
    """The path of a normal curve in a square of 100, of `width` standard deviations; `_REACH` is left of its middle.

    Pieces of cubic curves with the heights and slopes of the normal one at both ends: no eye sees the difference.
    """
    step = 2 * _REACH / _PIECES
    scale = 100 / width

    def point(z: float, height: float) -> str:
        return f"{scale * (z + _REACH):.1f} {100 - _TOP * height:.1f}"

    def pieces() -> Iterable[str]:
        for number in range(_PIECES):
            left, right = -_REACH + step * number, -_REACH + step * (number + 1)
            low, high = (math.exp(-z * z / 2) for z in (left, right))
            bends = (left + step / 3, low * (1 - left * step / 3)), (right - step / 3, high * (1 + right * step / 3))
            yield " ".join((*(point(*bend) for bend in bends), point(right, high)))

    return f"M{point(-_REACH, math.exp(-_REACH * _REACH / 2))}C{' '.join(pieces())}"


def read_overlap(record: Record, found: Found) -> Parts | None:
    """The fields that only this kind has; every number is one of the rows'."""
    axis = read_axis(record.nested("axis"), "overlap")
    rows = read_rows(record, found, axis, "overlap")
    lower, upper = record.text("lower"), record.text("upper")
    pairs, above = (read_sentence(record, name, ("count",), "count") for name in ("pairs", "above"))
    ask, answer = read_question(record, ("gap", "count", "rest"))
    for row in rows:
        if row.estimate is not None and row.estimate != round(row.estimate, _DIGITS):
            digits = "must have at most two digits after the point, as the slider has"
            message = f"{digits}, not {quoted(str(row.estimate))}"
            found.problems.append(row.label.place.problem(f"row {quoted(row.label)}, estimate", message))
    start = read_number(record, "start")
    estimates = [row.estimate for row in rows if row.estimate is not None]
    if start is not None and rows and start not in estimates:
        listed = " or ".join(map(str, estimates))
        record.note(f"must be the estimate of a row, {listed}, not {quoted(str(start))}", "start")
    if axis is None or start is None or not (lower and upper and pairs and above):
        return None
    return Parts(axis, rows, Overlap(lower, upper, pairs, above, start, ask, answer))
