"""Not found is not equal: a hundred results of one true difference, and what each of them can tell.

A result has an interval about what it found. It finds a difference where nought lies outside the interval; it shows
that two things are alike where the whole interval lies within a margin. It may do both, and most small ones do neither.
The results are made up from a seed, of two groups of one size, without any error of measurement.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, islice
from statistics import NormalDist
from typing import ClassVar, NamedTuple

from coursework.figure.draw import written
from coursework.figure.explore.noise import normal
from coursework.figure.explore.parts import Parts, need_both_sides, read_question, read_seed, read_sizes
from coursework.figure.fields import Found, hold, read_axis, read_number, read_rows
from coursework.figure.model import Axis, Explorable
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Value

RESULTS = 100
# Half the width of a 95% interval, in standard errors.
_REACH = 1.96
# A standard error in the path of all intervals, in which there are no fractions.
_UNIT = 20
# How often a difference is found by a study that is said to be large enough.
_OFTEN = 0.8


@dataclass(frozen=True)
class Margin:
    """How far two things may lie apart and still count as alike; `claim` is the id of one that has the number."""

    value: Decimal
    claim: Text | None = None


@dataclass(frozen=True)
class Scene:
    """A true difference, in standard deviations, and how many are in each group."""

    difference: Decimal
    size: int


class Result(NamedTuple):
    """The ends of an interval, and what it tells."""

    low: float
    high: float
    found: bool
    alike: bool


@dataclass(frozen=True)
class Race:
    """The first scene is where readers start; the others stand small beneath it, where nothing moves.

    `sizes` are those to choose from. Where there is an `ask`, readers guess how many of a hundred results of the first
    scene find no difference, and read the `answer` then.
    """

    picture: ClassVar[str] = "explore/race"
    seed: int
    sizes: tuple[int, ...]
    margin: Margin
    scenes: tuple[Scene, ...]
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """Each scene with its results, and places in percent of the height, from the top."""
        first, margin = self.scenes[0], float(self.margin.value)
        estimates = [row.estimate for row in figure.rows if row.estimate is not None]
        stops = sorted({Decimal(0), *estimates})

        def level(value: Decimal | float) -> float:
            return _level(figure.axis, float(value))

        def view(scene: Scene) -> Mapping[str, object]:
            drawn = results(self.seed, float(scene.difference), scene.size, margin)
            stretched = 100 * math.sqrt(2 / scene.size) / float(figure.axis.max - figure.axis.min) / _UNIT
            return {
                "difference": written(scene.difference), "size": scene.size, "truth": level(scene.difference),
                "scale": f"{stretched:.3g}", "runs": runs(drawn), **counts(drawn),
            }  # fmt: skip

        return {
            "scenes": [view(scene) for scene in self.scenes],
            "rows": [view(Scene(estimate, first.size)) for estimate in estimates],
            "fan": fan(self.seed),
            "missed": [missed(float(estimate), first.size) for estimate in estimates],
            "chance": RESULTS - missed(0, first.size),
            "stops": stops,
            "starts": (stops.index(first.difference), self.sizes.index(first.size)),
            "level": level,
            "nought": level(0),
            "is_cut": self._is_cut(figure, stops),
            "band": (level(margin), round(level(-margin) - level(margin), 1)),
        }

    def _is_cut(self, figure: Explorable, stops: Sequence[Decimal]) -> bool:
        """Whether the axis ends before some intervals of the fewest people may, a mean lying three errors off."""
        far = (_REACH + 3) * math.sqrt(2 / min(self.sizes))
        lowest, highest = float(stops[0]) - far, float(stops[-1]) + far
        return lowest < float(figure.axis.min) or highest > float(figure.axis.max)

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        return [{"needed": f"{needed(float(row.estimate or 1)):,}"} for row in figure.rows]


def results(seed: int, difference: float, size: int, margin: float) -> list[Result]:
    """A hundred results of a seed, the lowest first."""
    error = math.sqrt(2 / size)
    intervals = (
        (mean - _REACH * error, mean + _REACH * error)
        for mean in sorted(difference + error * number for number in islice(normal(seed), RESULTS))
    )
    return [
        Result(low, high, found=low > 0 or high < 0, alike=-margin < low and high < margin) for low, high in intervals
    ]


def counts(drawn: Sequence[Result]) -> dict[str, int]:
    """How many find a difference, show likeness, do neither, and both."""
    return {
        "found": sum(result.found for result in drawn),
        "alike": sum(result.alike for result in drawn),
        "neither": sum(not (result.found or result.alike) for result in drawn),
        "both": sum(result.found and result.alike for result in drawn),
    }


def fan(seed: int) -> str:
    """The path of the intervals of a hundred results, about nought and in twentieths of a standard error.

    Each scene is this one, moved and stretched. Each interval begins where it lies to the one before it, and is drawn
    the other way.
    """
    path, end, length = "", 0, round(2 * _REACH * _UNIT)
    for number, mean in enumerate(sorted(islice(normal(seed), RESULTS))):
        low = round((_REACH - mean) * _UNIT)
        start, last = (low - length, low) if number % 2 else (low, low - length)
        path += f"{f'm1 {start - end}' if path else f'M.5 {start}'}v{last - start}"
        end = last
    return path


def runs(drawn: Sequence[Result]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """What intervals that stand side by side tell, each with the first and how many there are: two runs of each.

    Those that do both have found a difference.
    """
    found: dict[str, list[tuple[int, int]]] = {"found": [], "alike": [], "neither": []}
    kinds = ["found" if result.found else "alike" if result.alike else "neither" for result in drawn]
    at = 0
    for kind, same in groupby(kinds):
        length = len(list(same))
        found[kind].append((at, length))
        at += length
    return {kind: [*pairs, (0, 0), (0, 0)][:2] for kind, pairs in found.items()}


def missed(difference: float, size: int) -> int:
    """Of a hundred results those that find no difference, on average."""
    at = difference / math.sqrt(2 / size)
    return math.floor(100 * (NormalDist().cdf(_REACH - at) - NormalDist().cdf(-_REACH - at)) + 0.5)


def needed(difference: float) -> int:
    """How many in each group let eighty of a hundred results find a difference."""
    return math.ceil(2 * ((_REACH + NormalDist().inv_cdf(_OFTEN)) / difference) ** 2)


def _level(axis: Axis, value: float) -> float:
    """How far below the top of an axis that stands upright, in percent."""
    return round(100 * (float(axis.max) - value) / float(axis.max - axis.min), 1)


def read_race(record: Record, found: Found) -> Parts | None:
    """The fields that only this kind has."""
    of_axis = record.nested("axis")
    axis = read_axis(of_axis, "race")
    need_both_sides(of_axis, axis, "results")
    rows = read_rows(record, found, axis, "race")
    for row in rows:
        if row.estimate is not None and row.estimate <= 0:
            message = f"must be greater than 0, with the better one named first, not {quoted(str(row.estimate))}"
            found.problems.append(row.label.place.problem(f"row {quoted(row.label)}, estimate", message))
    seed, sizes, margin = read_seed(record), read_sizes(record), _margin(record, found, axis)
    stops = [Decimal(0), *(row.estimate for row in rows if row.estimate is not None)]
    scenes = record.items("scenes", lambda value, number: _scene(value, number, found, stops, sizes))
    ask, answer = read_question(record, ("difference", "size", "count", "rest"))
    if axis is None or seed is None or margin is None or not scenes:
        return None
    return Parts(axis, rows, Race(seed, sizes, margin, scenes, ask, answer))


def _margin(record: Record, found: Found, axis: Axis | None) -> Margin | None:
    nested = record.nested("margin")
    if nested is None or not nested.is_group:
        return None
    value, claim = read_number(nested, "value"), nested.text("claim", required=False)
    hold(nested, found, claim, ("value",))
    nested.close()
    if value is None:
        return None
    if value <= 0:
        nested.note(f"must be greater than 0, not {quoted(str(value))}", "value")
    elif axis and axis.min < 0 < axis.max and not axis.min <= -value < value <= axis.max:
        ends = f"from {axis.min} to {axis.max}"
        nested.note(f"must lie on the axis to both sides of 0, {ends}, not {quoted(str(value))}", "value")
    return Margin(value, claim)


def _scene(value: Value, number: int, found: Found, stops: Sequence[Decimal], sizes: Sequence[int]) -> Scene | None:
    record = Record(value, f"scene {number}", found.problems)
    difference, size = read_number(record, "difference"), record.text("size")
    record.close()
    if difference is not None and difference not in stops:
        listed = " or ".join(map(str, stops[1:]))
        record.note(f"must be 0 or the estimate of a row, {listed}, not {quoted(str(difference))}", "difference")
    if size is not None and size not in map(str, sizes):
        record.note(f"must be one of `sizes`, {' or '.join(map(str, sizes))}, not {quoted(size)}", "size")
        return None
    return None if difference is None or size is None else Scene(difference, int(size))
