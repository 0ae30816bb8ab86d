"""A figure as small as a stamp: where its rows lie, in percent, without a word."""

from __future__ import annotations

from dataclasses import dataclass

from coursework.figure.draw import place
from coursework.figure.model import Axis, Explorable, Figure, Plot, Timeline
from coursework.figure.timeline import spots

# What is left free on each side, in percent, so that no sign is cut.
_SIDE = 6.0
# How much of its row a bar fills.
_FILLED = 0.64


@dataclass(frozen=True)
class Stroke:
    """One sign: a `bar` or a `line` from `lo` to `hi`, or a dot at `lo`, `full` or, without an interval, `open`.

    `y` is the middle of it and `half` half its height; all in percent.
    """

    kind: str
    y: float
    lo: float
    hi: float
    half: float = 0


@dataclass(frozen=True)
class Thumb:
    """What a card in the list of all figures shows; `zero` is the line of no effect, if there is one.

    `worked` tells whether readers can work on the figure.
    """

    figure: Figure
    anchor: str
    worked: bool
    zero: float | None
    drawn: list[Stroke]


def thumb(figure: Figure, anchor: str) -> Thumb:
    """The card of a figure; `anchor` is the id of its title."""
    if isinstance(figure, Timeline):
        return Thumb(figure, anchor, False, None, _events(figure))
    if not isinstance(figure, Plot):
        return Thumb(figure, anchor, False, None, [])
    zero = None if figure.axis.zero is None else _inside(place(figure.axis, figure.axis.zero))
    return Thumb(figure, anchor, isinstance(figure, Explorable), zero, _rows(figure, figure.axis))


def _rows(figure: Plot, axis: Axis) -> list[Stroke]:
    step = 100 / (len(figure.rows) + 1)
    drawn: list[Stroke] = []
    for number, row in enumerate(figure.rows, 1):
        y = step * number
        at, lo, hi = (
            None if value is None else _inside(place(axis, value)) for value in (row.estimate, row.lo, row.hi)
        )
        if figure.kind == "bars" and at is not None:
            drawn.append(Stroke("bar", y, _inside(0), at, step * _FILLED / 2))
            continue
        if lo is not None and hi is not None:
            drawn.append(Stroke("line", y, lo, hi))
        if at is not None:
            drawn.append(Stroke("open" if lo is None else "full", y, at, at))
    return drawn


def _events(figure: Timeline) -> list[Stroke]:
    shown = spots(figure)
    step = 80 / (1 + max(spot.level for spot in shown))
    line = Stroke("line", 90, 0, 100)
    return [line, *(Stroke("full", 84 - step * spot.level, at, at) for spot in shown for at in [_inside(spot.at)])]


def _inside(at: float) -> float:
    return _SIDE + at * (100 - 2 * _SIDE) / 100
