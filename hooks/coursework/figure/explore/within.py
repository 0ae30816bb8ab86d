"""The person or the week: two clouds that look alike together, and not when each one is compared with itself.

Each star is one of those who were measured several times; its points lie about its own middle. In both clouds all
points together slope alike. What is left when every star is moved onto its own middle differs: that is the slope
within, which nothing can have made that stays the same in each of them.

The clouds are made up from a seed, so that both slopes are exactly those that are asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from coursework.figure.draw import written
from coursework.figure.explore.noise import normal
from coursework.figure.explore.parts import Parts, Side, read_question, read_seed, read_side, read_whole
from coursework.figure.fields import Found, read_axis, read_number, read_rows
from coursework.figure.model import Explorable
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Value

# How widely middles and points scatter, along and up.
_MIDDLES, _POINTS, _OFF = 1.0, 0.7, 0.75
# How far from the middle of a field of 100 the farthest point lies.
_REACH = 46
_DIGITS = 2
_CLOUDS = 2
# How tall the clouds are in a picture that stands alone.
_PICTURE = 344


@dataclass(frozen=True)
class Cloud:
    """`within` is the slope that is left in it; `story` says what would make such a cloud."""

    name: Text
    story: Text
    within: Decimal


class Star(NamedTuple):
    """Where the middle of one of them lies, and its points about it."""

    middle: tuple[float, float]
    points: list[tuple[float, float]]


@dataclass(frozen=True)
class Within:
    """`units` are the stars of a cloud, `times` the points of each; `together` is the slope of both clouds at first.

    `x` goes to the right and `y` up. Where there is an `ask`, readers say which of the clouds is the one, before they
    can move them, and read the `answer` then: it cannot be seen.
    """

    picture: ClassVar[str] = "explore/within"
    seed: int
    units: int
    times: int
    together: Decimal
    x: Side
    y: Side
    clouds: tuple[Cloud, ...]
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """Each cloud as its stars in a field of 100, by its middle, with what its slope is worked out from."""
        noise = normal(self.seed)
        drawn = [
            make(noise, self.units, self.times, float(cloud.within), float(self.together)) for cloud in self.clouds
        ]
        reach = _REACH / max(farthest(stars) for stars in drawn)
        return {
            "clouds": [
                {
                    "cloud": cloud,
                    "slopes": (written(round(self.together, _DIGITS)), written(round(cloud.within, _DIGITS))),
                    "ratio": round(ratio(stars), 4),
                    "stars": [scaled(star, reach) for star in stars],
                    "trends": [trend(float(slope)) for slope in (self.together, cloud.within)],
                }
                for cloud, stars in zip(self.clouds, drawn)
            ],
            "below": _PICTURE,
        }

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        return [{} for _ in figure.rows]


def make(noise: Iterator[float], units: int, times: int, within: float, together: float) -> list[Star]:
    """A cloud whose points slope as they are to, within each star and all together."""
    along = [_centred([_POINTS * next(noise) for _ in range(times)]) for _ in range(units)]
    off = [_centred([_OFF * next(noise) for _ in range(times)]) for _ in range(units)]
    inner = sum(x * x for star in along for x in star)
    lean = sum(x * e for star, rest in zip(along, off) for x, e in zip(star, rest)) / inner
    middles = _centred([_MIDDLES * (2 * number / (units - 1) - 1) * math.sqrt(3) for number in range(units)])
    outer = sum(x * x for x in middles) * times
    between = (together * (outer + inner) - within * inner) / outer
    scatter = _centred([0.3 * next(noise) for _ in range(units)])
    drift = sum(x * e for x, e in zip(middles, scatter)) / sum(x * x for x in middles)
    return [
        Star(
            (middle, between * middle + rest - drift * middle),
            [(x, within * x + e - lean * x) for x, e in zip(star, noises)],
        )
        for middle, rest, star, noises in zip(middles, scatter, along, off)
    ]


def _centred(numbers: list[float]) -> list[float]:
    mean = sum(numbers) / len(numbers)
    return [number - mean for number in numbers]


def slope(stars: Sequence[Star], share: float = 0) -> float:
    """The slope of all points, when each star has gone a share of the way onto its own middle."""
    points = [
        ((1 - share) * star.middle[0] + x, (1 - share) * star.middle[1] + y) for star in stars for x, y in star.points
    ]
    return sum(x * y for x, y in points) / sum(x * x for x, _ in points)


def ratio(stars: Sequence[Star]) -> float:
    """How many times as much the middles scatter along as the points about them: what the slope on the way hangs on."""
    outer = sum(star.middle[0] ** 2 * len(star.points) for star in stars)
    return outer / sum(x * x for star in stars for x, _ in star.points)


def farthest(stars: Sequence[Star]) -> float:
    """How far the farthest point lies from the middle of the cloud, at either end of the way."""
    ends = (0, 1)
    return max(
        abs(share * star.middle[side] + point[side]) for star in stars for point in star.points for side in ends
        for share in ends
    )  # fmt: skip


def scaled(star: Star, reach: float) -> Mapping[str, object]:
    """A star in percent of the field, downwards, as the paths of its rays and of its points."""
    (x, y), points = star.middle, [(reach * x, -reach * y) for x, y in star.points]
    return {
        "x": f"{reach * x:.1f}",
        "y": f"{-reach * y:.1f}",
        "rays": "".join(f"M0 0L{x:.1f} {y:.1f}" for x, y in points),
        "points": "".join(f"M{x:.1f} {y:.1f}h0" for x, y in points),
    }


def trend(slope: float) -> str:
    """The line of a slope through the middle of the field."""
    return f"M4 {50 + _REACH * slope:.1f}L96 {50 - _REACH * slope:.1f}"


def read_within(record: Record, found: Found) -> Parts | None:
    """The fields that only this kind has."""
    axis = read_axis(record.nested("axis"), "within")
    rows = read_rows(record, found, axis, "within")
    seed, together = read_seed(record), _slope(record, "together")
    units, times = read_whole(record, "units", 3, 20), read_whole(record, "times", 3, 20)
    x, y = read_side(record, "x"), read_side(record, "y")
    clouds = record.items("clouds", lambda value, number: _cloud(value, number, found))
    listed = record.value("clouds")
    if isinstance(listed, Sequence) and not isinstance(listed, str) and listed and len(listed) != _CLOUDS:
        record.note(f"must be two clouds, to be compared, not {len(listed)}", "clouds")
    if len(clouds) == _CLOUDS and clouds[0].within == clouds[1].within:
        record.note(f"must differ in `within`, not have {quoted(str(clouds[0].within))} both", "clouds")
    ask, answer = read_question(record, ())
    if axis is None or seed is None or together is None or units is None or times is None or not (x and y and clouds):
        return None
    return Parts(axis, rows, Within(seed, units, times, together, x, y, clouds, ask, answer))


def _cloud(value: Value, number: int, found: Found) -> Cloud | None:
    record = Record(value, f"cloud {number}", found.problems)
    name, story, within = record.text("name"), record.text("story"), _slope(record, "within")
    record.close()
    return Cloud(name, story, within) if name and story and within is not None else None


def _slope(record: Record, name: str) -> Decimal | None:
    """A slope that can be drawn in a square, and is told as it is."""
    slope = read_number(record, name)
    if slope is not None and not (abs(slope) <= 1 and slope == round(slope, _DIGITS)):
        rule = "must be a slope from -1 to 1, with at most two digits after the point"
        record.note(f"{rule}, not {quoted(str(slope))}", name)
    return slope
