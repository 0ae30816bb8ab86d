"""A hundred made-up people who are measured twice, while nothing happens to them, and who of them is picked.

Both times their scores have the same mean and the same spread, and the two go together by a given correlation: all of
it exactly. Scores are in standard deviations from the mean of all. `side` is 1 where the highest are the worst, and -1
where the lowest are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from coursework.figure.explore.noise import normal

PEOPLE = 100
# People stand in columns, so many to a standard deviation; cut-offs fall between two of them.
COLUMNS = 5
# Those picked can still be halved by lot, into pairs at the least.
FEWEST = 4


class Person(NamedTuple):
    first: float
    second: float


def make(seed: int, again: float, side: int) -> list[Person]:
    """A hundred people whose scores have mean 0 and spread 1 both times, and that correlation; the worst come first."""
    noise = normal(seed)
    first = _standard(list(islice(noise, PEOPLE)))
    rest = list(islice(noise, PEOPLE))
    lean = sum(x * e for x, e in zip(first, rest)) / PEOPLE
    rest = _standard([e - lean * x for x, e in zip(first, rest)])
    people = (Person(x, again * x + math.sqrt(1 - again * again) * e) for x, e in zip(first, rest))
    return sorted(people, key=lambda person: -side * person.first)


def _standard(numbers: list[float]) -> list[float]:
    mean = sum(numbers) / len(numbers)
    spread = math.sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))
    return [(number - mean) / spread for number in numbers]


def column(score: float) -> int:
    """In which column somebody stands; there is an edge at the mean."""
    return math.floor(COLUMNS * score)


def is_better(person: Person, side: int) -> bool:
    return side * person.second < side * person.first


def means(group: Sequence[Person]) -> tuple[float, float]:
    """What a group scores on average, the first time and the second."""
    first, second = (sum(time) / len(group) for time in zip(*group))
    return first, second


def picks(people: Sequence[Person], side: int, edge: int) -> int:
    """How many are picked at a cut-off, or worse than it."""
    return sum(side * (COLUMNS * person.first - edge) >= 0 for person in people)


def cuts(people: Sequence[Person], side: int) -> list[int]:
    """The cut-offs to choose from: edges of columns, from one that picks everybody to one that leaves enough."""
    last = people[-1].first
    edge = math.floor(COLUMNS * last) if side > 0 else math.ceil(COLUMNS * last)
    found = [edge]
    while picks(people, side, edge := edge + side) >= FEWEST:
        found.append(edge)
    return found


def halves(seed: int, count: int) -> frozenset[int]:
    """Whom the lot puts into the first half, by their numbers."""
    lots = list(islice(normal(seed), count))
    return frozenset(sorted(range(count), key=lots.__getitem__)[: count // 2])


def expected(first: float, again: float) -> float:
    """Where the second score is expected of those whose first is known: as Galton found, nearer to the mean."""
    return again * first
