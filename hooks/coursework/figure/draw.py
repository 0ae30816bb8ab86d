"""Where each number of a figure stands, in percent of the axis, and how it is said in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from coursework.figure.model import Axis, Plot, Row
from coursework.text.words import Words, word

# More would touch one another on a phone.
_MOST_STEPS = 6


@dataclass(frozen=True)
class Tick:
    """A number on the axis; `anchor` keeps its text inside at both ends."""

    at: float
    text: str
    anchor: str
    zero: bool


@dataclass(frozen=True)
class Mark:
    """A row with its places on the axis: None where there is no estimate, or no interval, to draw.

    `text` is its number in two parts, what counts and the rest; `estimate` and `interval` say the same in a table.
    `range` tells what was found between two studies or more from the interval of one estimate.
    """

    row: Row
    at: float | None
    lo: float | None
    hi: float | None
    text: tuple[str, str]
    estimate: str
    interval: str
    range: bool


def marks(figure: Plot, words: Words) -> list[Mark]:
    """Every row, placed and in words; `words` are the interface's for figures."""
    return [_mark(figure, row, words) for row in figure.rows]


def _mark(figure: Plot, row: Row, words: Words) -> Mark:
    at, lo, hi = (None if value is None else place(figure.axis, value) for value in (row.estimate, row.lo, row.hi))
    metric = f" {row.metric}" if row.metric and row.metric != figure.axis.metric else ""
    between = ""
    if row.lo is not None and row.hi is not None:
        between = word(words, "between").format(lo=written(row.lo), hi=written(row.hi))
    kind = f" ({row.interval})" if row.interval else ""
    if row.estimate is None:
        none = word(words, "none")
        return Mark(row, at, lo, hi, (between, metric + kind), none, between + metric + kind, range=True)
    interval = between + kind or word(words, "missing")
    rest = f"{metric}, {interval}" if has_intervals(figure) else metric
    estimate = written(row.estimate)
    ranges = figure.kind == "range" and lo is not None
    return Mark(row, at, lo, hi, (estimate, rest), estimate + metric, interval, ranges)


def has_intervals(figure: Plot) -> bool:
    """Whether a figure gives any interval; where it gives none, that is said once for all rows."""
    return any(row.lo is not None for row in figure.rows)


def measure(figure: Plot, words: Words) -> str:
    """What the numbers of a figure are, and what is drawn about them."""
    metric = figure.axis.metric
    if not has_intervals(figure):
        return word(words, "without").format(metric=metric)
    return word(words, "with").format(metric=metric, interval=word(words, "interval", figure.kind))


def written(number: Decimal) -> str:
    """A number as it was written, with a minus sign instead of a hyphen."""
    return str(number).replace("-", "\N{MINUS SIGN}")


def place(axis: Axis, value: Decimal) -> float:
    """How far along the axis a value lies, in percent."""
    low, high, at = (math.log(x) if axis.scale == "log" else float(x) for x in (axis.min, axis.max, value))
    return round(100 * (at - low) / (high - low), 2)


def ticks(axis: Axis, least: float = 0) -> list[Tick]:
    """The numbers written along the axis, `least` or more apart, and the line of no effect among them."""
    steps = _logarithmic(axis) if axis.scale == "log" else _linear(axis, Decimal(least))
    values = sorted({*steps, *([axis.zero] if axis.zero is not None else [])})
    # As many digits for each, or, on a log scale, as each needs.
    digits = None if axis.scale == "log" else max((-int(step.as_tuple().exponent) for step in steps), default=0)
    return [
        Tick(at, _text(value, digits), "start" if at < 3 else "end" if at > 97 else "middle", value == axis.zero)
        for value in values for at in [place(axis, value)]
    ]  # fmt: skip


def _text(value: Decimal, digits: int | None) -> str:
    return written(Decimal(f"{value.normalize():f}" if digits is None or not value else f"{value:.{digits}f}"))


def _linear(axis: Axis, least: Decimal) -> list[Decimal]:
    """Multiples of 1, 2 or 5 times a power of ten, as many as there is room for."""
    least = max(least, (axis.max - axis.min) / _MOST_STEPS)
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= least)
    step = step.quantize(Decimal(1)) if step >= 1 else step
    first, last = math.ceil(axis.min / step), math.floor(axis.max / step)
    return [step * number for number in range(first, last + 1)]


def _logarithmic(axis: Axis) -> list[Decimal]:
    """1, 2 and 5 times powers of ten, or powers alone where there are many."""
    powers = range(axis.min.adjusted(), axis.max.adjusted() + 1)
    for times in ((1, 2, 5), (1, 3), (1,)):
        values = [Decimal(time).scaleb(power) for power in powers for time in times]
        found = [value for value in values if axis.min <= value <= axis.max]
        if len(found) <= _MOST_STEPS + 1:
            return found
    return [axis.min, axis.max]
