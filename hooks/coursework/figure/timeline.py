"""Where each event of a timeline stands: in percent of its years, and above others where years crowd."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from coursework.figure.draw import Tick, place, ticks, written
from coursework.figure.model import Axis, Event, Timeline
from coursework.text.stance import SIGNS, Stances

# The theme draws them in the same way beside words. An event of no stance is a dot.
_SHAPES = {
    "square": "M-5-5H5V5H-5z",
    "disc": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "half": "M-5-5H0a5 5 0 0 1 0 10H-5z",
    "tilted": "M0-5 5 0 0 5-5 0z",
    "triangle": "M0-5 5 5H-5z",
}
_OPEN = "tilted"
_DOT = "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"
# As wide as a sign is on a phone, in percent.
_SIGN = 3.9
# A gap this much of the whole is worth a word.
_GAP = 1 / 12


@dataclass(frozen=True)
class Sign:
    """How the events of a stance are drawn: an SVG path about the point 0,0, filled or open."""

    stance: str
    name: str
    path: str
    open: bool


@dataclass(frozen=True)
class Spot:
    """An event with its place; `level` counts the signs beneath it.

    `since` are the years since the event before it, where they are many, else 0.
    """

    event: Event
    at: float
    level: int
    year: str
    since: int


def spots(figure: Timeline) -> list[Spot]:
    """Every event, placed; no sign hides another."""
    axis = _axis(figure)
    ends: list[float] = []  # where the last sign of each level stands
    found: list[Spot] = []
    before = figure.rows[0].year
    for event in figure.rows:
        at = place(axis, Decimal(event.year))
        level = next((level for level, end in enumerate(ends) if at - end >= _SIGN), len(ends))
        ends[level : level + 1] = [at]
        since = event.year - before
        many = since > max(1, _GAP * float(axis.max - axis.min))
        found.append(Spot(event, at, level, written(Decimal(event.year)), since if many else 0))
        before = event.year
    return found


def years(figure: Timeline) -> list[Tick]:
    """The years written along the line."""
    return ticks(_axis(figure), least=1)


def signs(figure: Timeline, stances: Stances) -> list[Sign]:
    """The signs of the stances that the events have, in the order of the course's own `stances`."""
    used = {event.stance or "" for event in figure.rows}
    ordered = [*stances, *sorted(used - {*stances, ""})]
    found = [_sign(stance, number, stances) for number, stance in enumerate(ordered) if stance in used]
    return [*found, Sign("", "sign-0", _DOT, False)] if "" in used else found


def _sign(stance: str, number: int, stances: Stances) -> Sign:
    # Where a course names no stances, those of a figure must be told apart all the same.
    sign = stances[stance].sign if stance in stances else SIGNS[number % len(SIGNS)]
    return Sign(stance, f"sign-{number + 1}", _SHAPES[sign], sign == _OPEN)


def _axis(figure: Timeline) -> Axis:
    """From the first year to the last; a single year stands in the middle of a line of two more."""
    first, last = figure.rows[0].year, figure.rows[-1].year
    apart = 0 if last > first else 1
    return Axis("", Decimal(first - apart), Decimal(last + apart))
