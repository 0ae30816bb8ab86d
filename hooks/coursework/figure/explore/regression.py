"""Regression to the mean: those who are picked because they are at their worst are better next time, untreated.

A hundred made-up people are measured twice, and nothing happens in between. Both times their scores have the same mean
and the same spread, and the two go together by a given correlation: all of it exactly. Of those whose first score is
`first`, the second is then expected at mean + again * (first - mean), nearer to the mean: what came of chance the first
time does not come again (F. Galton, Regression towards mediocrity in hereditary stature, Journal of the Anthropological
Institute of Great Britain and Ireland, 1886).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from coursework.figure.draw import written
from coursework.figure.explore.parts import Parts, read_question, read_seed
from coursework.figure.explore.twice import (
    COLUMNS,
    FEWEST,
    PEOPLE,
    Person,
    column,
    cuts,
    expected,
    halves,
    is_better,
    make,
    means,
    picks,
)  # fmt: skip
from coursework.figure.fields import Found, read_axis, read_number, read_rows
from coursework.figure.model import Explorable
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record

# How far apart two people stand, in the units of a path.
_APART = 2
# In a picture that stands alone: of the width of those people, and of all that stands about them.
_WIDTH, _ABOUT = 400, 130
_ENDS = ("highest", "lowest")


@dataclass(frozen=True)
class Score:
    """What is measured twice; `low` and `high` say what its two ends mean."""

    label: Text
    mean: Decimal
    spread: Decimal
    low: Text
    high: Text


@dataclass(frozen=True)
class Lots:
    """The two halves into which those picked are drawn by lot, to no effect at all."""

    treated: Text
    control: Text


@dataclass(frozen=True)
class Regression:
    """`again` is the correlation of the two scores; `worst` says at which end people are picked, up to `start`.

    Where there is an `ask`, readers guess how many of those picked at first are better the second time, and read the
    `answer` then.
    """

    picture: ClassVar[str] = "explore/regression"
    seed: int
    again: Decimal
    score: Score
    worst: str
    start: Decimal
    lots: Lots
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """What is drawn and said of those picked, of everybody, and of two halves; places in percent of the width."""
        side = side_of(self.worst)
        people = make(self.seed, float(self.again), side)
        edges, start = cuts(people, side), edge_of(self.score, self.start)
        columns = [column(score) for person in people for score in person]
        low, width = min(columns), max(columns) + 1 - min(columns)

        def along(score: float) -> float:
            return round(100 * (COLUMNS * score - low) / width, 2)

        def group(people: Sequence[Person]) -> Mapping[str, object]:
            return {"points": [self._points(mean) for mean in means(people)], "at": [*map(along, means(people))]}

        def view(edge: int, by_lot: bool = False) -> Mapping[str, object]:
            picked = people[: picks(people, side, edge)]
            better = frozenset(number for number, person in enumerate(picked) if is_better(person, side))
            lot = halves(self.seed + 1, len(picked)) if by_lot else frozenset[int]()
            return {
                "picked": len(picked), "better": len(better), "rest": len(picked) - len(better),
                "cut": self._cut(edge), "edge": along(edge / COLUMNS), **group(picked),
                "expected": self._points(expected(means(picked)[0], float(self.again))),
                "halves": [
                    group([person for number, person in enumerate(picked) if (number in lot) is inside])
                    for inside in (True, False) if by_lot
                ],
                # The first time nobody is better yet.
                "rings": [_rings(picked, lot if by_lot else solid) for solid in (frozenset(range(PEOPLE)), better)],
            }  # fmt: skip

        high = [_APART * max(_stack([column(person[time]) for person in people])) for time in (0, 1)]
        across = _APART * width
        return {
            "first": view(start), "everybody": view(edges[0]), "halved": view(start, by_lot=True),
            # Everybody as dots, the worst first: those picked are the first of them.
            "dots": [_dots(people, time, low) for time in (0, 1)],
            "across": across, "high": high, "scale": round(_WIDTH / across, 2),
            "below": math.ceil(sum(high) * _WIDTH / across) + _ABOUT,
            "side": side, "low": low, "width": width, "edges": edges, "at": edges.index(start),
            "middle": along(0), "mean": self._points(0), "digits": digits(self.score.spread),
        }  # fmt: skip

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        return [{} for _ in figure.rows]

    def _points(self, score: float) -> str:
        """A score as readers know it: rounded, as scripts do, to what is worth telling of it."""
        points = float(self.score.mean) + score * float(self.score.spread)
        place = 10 ** digits(self.score.spread)
        return written(Decimal(math.floor(points * place + 0.5)).scaleb(-digits(self.score.spread)))

    def _cut(self, edge: int) -> str:
        cut = float(self.score.mean + edge * self.score.spread / COLUMNS)
        return written(Decimal(f"{cut:.6f}".rstrip("0").rstrip(".")))


def side_of(worst: str) -> int:
    """1 where the highest scores are the worst, -1 where the lowest are."""
    return 1 if worst == _ENDS[0] else -1


def digits(spread: Decimal) -> int:
    """How many digits after the point are worth telling of scores with a spread: none from 5 up."""
    return max(0, math.ceil(-math.log10(spread / COLUMNS)))


def edge_of(score: Score, cut: Decimal) -> int:
    """The edge at which a cut-off lies."""
    return int((cut - score.mean) / (score.spread / COLUMNS))


def _stack(columns: Iterable[int]) -> list[int]:
    """How high each of them stands in its column, from 1 up, when they come one after another."""
    heights: Counter[int] = Counter()
    stack: list[int] = []
    for at in columns:
        heights[at] += 1
        stack.append(heights[at])
    return stack


def _dots(people: Sequence[Person], time: int, low: int) -> list[str]:
    """Everybody in a path of dots: the first time they stand on the line, the second time they hang from it."""
    columns = [column(person[time]) for person in people]
    stack = _stack(columns)
    levels = (height - 1 if time else max(stack) - height for height in stack)
    return [f"M{_APART * (at - low) + 1} {_APART * level + 1}h0" for at, level in zip(columns, levels)]


def _rings(picked: Sequence[Person], solid: Collection[int]) -> list[int]:
    """The numbers of those picked that are not drawn solid."""
    return [number for number in range(len(picked)) if number not in solid]


def read_regression(record: Record, found: Found) -> Parts | None:
    """The fields that only this kind has."""
    axis = read_axis(record.nested("axis"), "regression")
    rows = read_rows(record, found, axis, "regression")
    seed, again, score, lots = read_seed(record), _read_again(record), _read_score(record), _read_lots(record)
    worst, start = record.word("worst", _ENDS), read_number(record, "start")
    ask, answer = read_question(record, ("picked", "count", "rest", "first", "second"), "picked")
    if seed is None or again is None or score is None or worst is None or start is None:
        return None
    if not _is_drawn(record, score, start, make(seed, float(again), side_of(worst)), side_of(worst)):
        return None
    if axis is None or lots is None:
        return None
    return Parts(axis, rows, Regression(seed, again, score, worst, start, lots, ask, answer))


def _read_again(record: Record) -> Decimal | None:
    again = read_number(record, "again")
    if again is not None and not 0 <= again < 1:
        record.note(f"must be a correlation from 0 to less than 1, not {quoted(str(again))}", "again")
        return None
    return again


def _is_drawn(record: Record, score: Score, start: Decimal, people: Sequence[Person], side: int) -> bool:
    """Whether the cut-off that is shown first falls between two columns, and picks some and not all."""
    step = (score.spread / COLUMNS).normalize()
    if (start - score.mean) % step:
        near = score.mean + step * round((start - score.mean) / step)
        record.note(f"must lie whole steps of {step:f} from the mean, as {near:f}, not {quoted(str(start))}", "start")
        return False
    edge = edge_of(score, start)
    if edge not in cuts(people, side)[1:]:
        count = picks(people, side, edge)
        record.note(
            f"must pick {FEWEST} people or more, and not all {PEOPLE}: with this seed it picks {count}", "start"
        )
        return False
    return True


def _read_score(record: Record) -> Score | None:
    nested = record.nested("score")
    if nested is None or not nested.is_group:
        return None
    label, low, high = (nested.text(name) for name in ("label", "low", "high"))
    mean, spread = read_number(nested, "mean"), read_number(nested, "spread")
    nested.close()
    if spread is not None and spread <= 0:
        nested.note(f"must be greater than 0, not {quoted(str(spread))}", "spread")
        return None
    return Score(label, mean, spread, low, high) if label and low and high and spread and mean is not None else None


def _read_lots(record: Record) -> Lots | None:
    nested = record.nested("lots")
    if nested is None or not nested.is_group:
        return None
    treated, control = nested.text("treated"), nested.text("control")
    nested.close()
    return Lots(treated, control) if treated and control else None
