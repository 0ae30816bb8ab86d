"""Luck or skill: a league table of some whose true averages differ by a small share, each seen in so many cases.

What differs between single cases is one: a `share` of it lies between the units, the rest between the cases of each. A
unit's average of n cases lies about its true one with a standard error of sqrt((1 - share) / n), and of what differs
between such averages the part that is true is n share / (1 + (n - 1) share). That is the reliability of an average by
the formula of Spearman and of Brown (both 1910), the ICC(1,k) of Shrout and Fleiss (1979). Nothing but luck stands
between a unit and its cases: none were sent to it for a reason.

True averages lie along a normal curve, in the middle of each of as many equal parts, so that they differ by exactly the
share. The luck of a year is made up from a seed; with more cases the same luck weighs less.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import reduce
from itertools import islice
from statistics import NormalDist
from string import ascii_uppercase
from typing import ClassVar, NamedTuple

from coursework.figure.draw import ticks, written
from coursework.figure.explore.noise import normal
from coursework.figure.explore.parts import (
    Parts,
    Side,
    read_question,
    read_seed,
    read_side,
    read_sizes,
    read_whole,
)
from coursework.figure.fields import Found, read_axis, read_number, read_rows
from coursework.figure.model import Axis, Explorable
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record

# Over how many years is counted how many of the best are first on average.
YEARS = 100
# Half the width of a 95% interval, in standard errors.
_REACH = 1.96
# How far the picture goes beyond the average, in standard deviations of what is seen at first.
_FARTHEST = 2.8
# What the question may have in blanks.
_ASKED = ("units", "top", "size", "share")
# How many of 100 parts are to be true in a table that one can go by.
_RELIABLE = Decimal("0.8")
_DIGITS = 4
# How tall a row of the table is in a picture that stands alone, and what stands around the rows.
_ROW, _AROUND = 15, 76


class Table(NamedTuple):
    """The units by what is seen of them, the first one first; unit 0 is truly the best.

    `error` is the standard error of what is seen.
    """

    order: list[int]
    seen: list[float]
    error: float

    def best(self, top: int) -> int:
        """How many of the truly best are among as many that are first."""
        return sum(unit < top for unit in self.order[:top])

    def reaching(self) -> int:
        """How many intervals reach the average of all."""
        return sum(abs(mean) <= _REACH * self.error for mean in self.seen)


@dataclass(frozen=True)
class Caseload:
    """`cases` says of what each unit has so many, `x` what is averaged and what its two ends mean.

    `share` is the estimate of a row, in percent, and `start` the one of `sizes` with which readers begin. Where there
    is an `ask`, they guess how many of the `top` units are among as many that are first in the table, and read the
    `answer` then.
    """

    picture: ClassVar[str] = "explore/caseload"
    seed: int
    units: int
    top: int
    share: Decimal
    sizes: tuple[int, ...]
    start: int
    cases: Text
    x: Side
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """Tables of the first two years, with few cases and with the most; places in percent of the width."""
        share, scores = float(self.share) / 100, true_scores(self.units)
        shares = [float(row.estimate) / 100 for row in figure.rows if row.estimate is not None]
        reach = Decimal(_farthest(max(shares), self.start)).quantize(Decimal("0.1"), ROUND_CEILING)
        letters = ascii_uppercase[: self.units]

        def at(value: float) -> str:
            return f"{min(max(50 * (1 + value / float(reach)), 0), 100):.1f}"

        def view(size: int, year: int) -> Mapping[str, object]:
            found = table(self.seed + year, scores, share, size)
            rows = [
                {
                    "unit": unit, "letter": letters[unit], "best": unit < self.top, "at": at(found.seen[unit]),
                    "low": at(found.seen[unit] - _REACH * found.error),
                    "high": at(found.seen[unit] + _REACH * found.error),
                    "truth": at(scores[unit] * math.sqrt(share)),
                }
                for unit in found.order
            ]  # fmt: skip
            strokes = {best: _strokes(rows, best) for best in (False, True)}
            before = table(self.seed + year - 1, scores, share, size).order[: self.top] if year else []
            return {
                "size": size, "year": year + 1, "rows": rows, "strokes": strokes,
                "count": found.best(self.top), "reaching": found.reaching(), "real": parts(share, size),
                "average": usual(self.seed, scores, share, size, self.top),
                "names": ", ".join(letters[unit] for unit in found.order[: self.top]),
                "stayed": len(set(before) & set(found.order[: self.top])),
            }  # fmt: skip

        most = self.sizes[-1]
        return {
            "first": view(self.start, 0),
            "stills": [view(self.start, 1), *(view(most, year) for year in (0, 1) if most != self.start)],
            "ask": self._question(),
            "scores": " ".join(map(str, scores)),
            "reach": reach,
            "letters": letters,
            "best": f"{letters[0]}\N{EN DASH}{letters[self.top - 1]}",
            "lot": by_lot(self.top, self.units),
            "ticks": ticks(Axis("", -reach, reach, Decimal(0))),
            "row": _ROW,
            "below": _ROW * self.units + _AROUND,
        }

    def _question(self) -> str:
        values = {"units": self.units, "top": self.top, "size": self.start, "share": written(self.share)}
        return reduce(lambda text, name: text.replace(f"{{{name}}}", str(values[name])), _ASKED, self.ask or "")

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        return [{"needed": f"{needed(row.estimate):,}" if row.estimate else ""} for row in figure.rows]


def _strokes(rows: Sequence[Mapping[str, object]], best: bool) -> tuple[str, str, str]:
    """The intervals, the truths and the dots of the best, or of the others, ten for each row below one another."""
    drawn = [(row, 10 * number + 5) for number, row in enumerate(rows) if row["best"] == best]
    return (
        "".join(f"M{row['low']} {y}H{row['high']}" for row, y in drawn),
        "".join(f"M{row['truth']} {y - 4}v8" for row, y in drawn),
        "".join(f"M{row['at']} {y}h0" for row, y in drawn),
    )


def true_scores(units: int) -> list[float]:
    """Where the true averages lie, the best first: with a mean of 0 and a standard deviation of 1."""
    places = [NormalDist().inv_cdf(1 - (unit + 0.5) / units) for unit in range(units)]
    spread = math.sqrt(sum(place * place for place in places) / units)
    return [round(place / spread, _DIGITS) for place in places]


def table(seed: int, scores: Sequence[float], share: float, size: int) -> Table:
    """The table of a year: what is seen of each unit when so many of its cases are averaged."""
    error = math.sqrt((1 - share) / size)
    luck = islice(normal(seed), len(scores))
    seen = [score * math.sqrt(share) + error * number for score, number in zip(scores, luck)]
    return Table(sorted(range(len(scores)), key=lambda unit: -seen[unit]), seen, error)


def usual(seed: int, scores: Sequence[float], share: float, size: int, top: int) -> str:
    """How many of the best are first on average, over years from a seed on."""
    return f"{sum(table(seed + year, scores, share, size).best(top) for year in range(YEARS)) / YEARS:.1f}"


def reliability(share: float, size: int) -> float:
    """Of what differs between averages of so many cases the part that is true, by Spearman and Brown."""
    return size * share / (1 + (size - 1) * share)


def parts(share: float, size: int) -> int:
    """The same in whole parts of 100."""
    return math.floor(100 * reliability(share, size) + 0.5)


def needed(percent: Decimal) -> int:
    """How many cases of each make 80 of 100 parts true."""
    share = percent / 100
    return math.ceil(_RELIABLE * (1 - share) / (share * (1 - _RELIABLE)))


def by_lot(top: int, units: int) -> str:
    """How many of the best are first on average where the order is drawn by lot."""
    return f"{top * top / units:.2f}".rstrip("0").rstrip(".")


def _farthest(share: float, size: int) -> float:
    error = (1 - share) / size
    return _REACH * math.sqrt(error) + _FARTHEST * math.sqrt(share + error)


def read_caseload(record: Record, found: Found) -> Parts | None:
    """The fields that only this kind has."""
    axis = read_axis(record.nested("axis"), "caseload")
    rows = read_rows(record, found, axis, "caseload")
    for row in rows:
        if row.estimate is not None and not 0 < row.estimate < 100:
            message = f"must be greater than 0 and less than 100, a share in percent, not {quoted(str(row.estimate))}"
            found.problems.append(row.label.place.problem(f"row {quoted(row.label)}, estimate", message))
    seed, sizes, cases, x = read_seed(record), read_sizes(record), record.text("cases"), read_side(record, "x")
    units, top = read_whole(record, "units", 6, len(ascii_uppercase)), read_whole(record, "top", 1, 10)
    if units is not None and top is not None and 2 * top > units:
        record.note(f"must not be greater than half of `units`, {units // 2}, not {quoted(str(top))}", "top")
    share, start = read_number(record, "share"), record.text("start")
    estimates = [row.estimate for row in rows if row.estimate is not None]
    if share is not None and rows and share not in estimates:
        listed = " or ".join(map(str, estimates))
        record.note(f"must be the estimate of a row, {listed}, not {quoted(str(share))}", "share")
    if start is not None and start not in map(str, sizes):
        listed = " or ".join(map(str, sizes))
        if sizes:
            record.note(f"must be one of `sizes`, {listed}, not {quoted(start)}", "start")
        start = None
    ask, answer = read_question(record, ("count", *_ASKED, "average", "lot", "real"), may=_ASKED)
    if axis is None or seed is None or units is None or top is None or share is None or not (start and cases and x):
        return None
    return Parts(axis, rows, Caseload(seed, units, top, share, sizes, int(start), cases, x, ask, answer))
