"""What stays unpublished: made-up studies of one effect, some of which readers put into a drawer.

Half of the people of a study are in each of two groups. It finds the true effect but for chance, in standard
deviations, and so the small ones scatter widely. What all of them say together is their average, weighted by their
people. Where those that are small and found little stay in the drawer, the average of the others lies higher, though
each of them says what it found.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from coursework.figure.draw import place, written
from coursework.figure.explore.borrow import Lent, Unfilled, borrow
from coursework.figure.explore.noise import normal
from coursework.figure.explore.parts import Parts, read_seed, read_sentence, read_whole
from coursework.figure.fields import Borrowed, Found, hold, read_axis, read_number, stay_on_axis
from coursework.figure.model import Axis, Explorable
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Sequence as Items
from coursework.source.values import Value

# More could not be told apart on a phone.
_STUDIES = (6, 40)
_SIZES = (4, 9999)
# A published pair: what is in print, and that with what was not.
_ROWS = 2
# What the question may say; the answer has the other average too.
_BLANKS = ("all", "count", "rest")
# From the top of the funnel in percent: where the largest study lies, and how far below it the smallest.
_TOP, _DEPTH = 6, 84
# Of the largest dot, and of the least that can be seen, half the width in pixels; areas are as the people.
_DOT, _LEAST = 11, 3.5
# How tall both funnels are in a picture that stands alone.
_PICTURE = 500


class Study(NamedTuple):
    """How many people it had, and what it found."""

    size: int
    found: Decimal


@dataclass(frozen=True)
class Hide:
    """Which studies a button leaves in the drawer: those of fewer people than `under` that found less than `below`."""

    below: Decimal
    under: int

    def takes(self, study: Study) -> bool:
        """Whether a study is one of these."""
        return study.size < self.under and study.found < self.below


@dataclass(frozen=True)
class Published:
    """What is said above the published pair; `claim` is the id of one that has its numbers."""

    say: Text
    claim: Text | None = None


@dataclass(frozen=True)
class Drawer:
    """`studies` of `smallest` to `largest` people, of an effect whose size is the `truth`.

    The two rows are a published pair. Where there is an `ask`, readers place the average of what is left before the
    button has put the others into the drawer, and read the `answer` then.
    """

    picture: ClassVar[str] = "explore/drawer"
    seed: int
    studies: int
    smallest: int
    largest: int
    truth: Decimal
    hide: Hide
    published: Published
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """Each study with its place in the funnel, in percent, and both averages; sentences with their numbers."""
        studies = make(self)
        left = [study for study in studies if not self.hide.takes(study)]
        count, depth = len(studies) - len(left), math.log(studies[-1].size / studies[0].size)
        whole, seen = average(studies), average(left)
        values = {"all": written(whole), "count": count, "rest": len(left)}
        before, after = (written(row.estimate or Decimal(0)) for row in figure.rows)
        return {
            "studies": [
                {
                    "size": study.size,
                    "found": written(study.found),
                    "x": place(figure.axis, study.found),
                    "y": round(_TOP + _DEPTH * math.log(studies[-1].size / study.size) / depth, 1),
                    "r": round(max(_LEAST, _DOT * math.sqrt(study.size / studies[-1].size)), 1),
                    "hidden": self.hide.takes(study),
                }
                for study in studies
            ],
            "averages": [{"at": place(figure.axis, number), "text": written(number)} for number in (whole, seen)],
            "count": count,
            "rest": len(left),
            "total": len(studies),
            "ask": _filled(self.ask, **values),
            "answer": _filled(self.answer, **values, seen=written(seen)),
            "say": _filled(self.published.say, before=before, after=after),
            "below": _PICTURE,
        }

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        return [{} for _ in figure.rows]


def make(drawer: Drawer) -> list[Study]:
    """The studies of a seed, the smallest first, each of an even number of people."""
    growth = (drawer.largest / drawer.smallest) ** (1 / (drawer.studies - 1))
    sizes = [2 * round(drawer.smallest * growth**number / 2) for number in range(drawer.studies)]
    return [
        Study(size, Decimal(f"{float(drawer.truth) + 2 * chance / math.sqrt(size):.2f}") + 0)
        for size, chance in zip(sizes, normal(drawer.seed))
    ]


def average(studies: Sequence[Study]) -> Decimal:
    """What studies say together, weighted by their people, to hundredths: of whole numbers, as a script counts too."""
    hundredths = sum(size * int(100 * found) for size, found in studies) / sum(size for size, _ in studies)
    return Decimal(math.floor(hundredths + 0.5)).scaleb(-2)


def _filled(sentence: Text | None, **values: object) -> str:
    text = str(sentence or "")
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def read_drawer(record: Record, found: Found) -> Unfilled | None:
    """The fields that only this kind has. Its rows are asked of the figure that it names in `of`."""
    of_axis, figure = record.nested("axis"), record.text("of")
    axis = read_axis(of_axis, "drawer")
    seed, studies = read_seed(record), read_whole(record, "studies", *_STUDIES)
    smallest, largest = (read_whole(record, name, *_SIZES) for name in ("smallest", "largest"))
    truth = read_number(record, "truth")
    hide, published = _hide(record), _published(record, found)
    ask = read_sentence(record, "ask", _BLANKS, required=False)
    answer = read_sentence(record, "answer", (*_BLANKS, "seen"), required=False)
    if answer and not ask:
        record.note("must have `ask` beside `answer`, but has none")

    def row(value: Value, number: int) -> Borrowed | None:
        own = Record(value, f"row {number}", found.problems)
        asked = borrow(own, found, "row", figure, axis) if figure else None
        own.has("row")
        own.close()
        return asked

    rows, listed = record.items("rows", row), record.value("rows")
    if isinstance(listed, Items) and listed and len(listed) != _ROWS:
        message = "must be two rows, of what is published and then of that with what was not"
        record.note(f"{message}, not {len(listed)}", "rows")
    elif len(rows) == _ROWS and rows[0].row == rows[1].row:
        record.note(f"must be two rows, not {quoted(rows[0].row)} twice", "rows")
    if smallest and largest and largest <= smallest:
        record.note(f"must be greater than smallest, {smallest}, not {quoted(str(largest))}", "largest")
        return None
    if axis is None or seed is None or not (studies and smallest and largest) or truth is None or not hide:
        return None
    if not published or len(rows) != _ROWS:
        return None
    own = Drawer(seed, studies, smallest, largest, truth, hide, published, ask, answer)
    _fit(record, of_axis, axis, own)

    def fill(lent: Mapping[Borrowed, Lent]) -> Parts:
        return Parts(axis, tuple(lent[each].row for each in rows), own)

    return Unfilled(fill)


def _fit(record: Record, of_axis: Record | None, axis: Axis, drawer: Drawer) -> None:
    """Note what cannot be drawn of the studies that come of the seed, and a button that would do nothing."""
    stay_on_axis(record, "truth", drawer.truth, axis)
    studies = make(drawer)
    numbers = sorted(study.found for study in studies)
    if of_axis and axis.scale == "log":
        of_axis.note("must be linear where studies are drawn, not 'log'", "scale")
    elif of_axis and not axis.min <= numbers[0] <= numbers[-1] <= axis.max:
        ends = f"from {numbers[0]} to {numbers[-1]}, where the studies of the seed lie"
        of_axis.note(f"must reach {ends}, not from {axis.min} to {axis.max}", "max")
    taken = sum(map(drawer.hide.takes, studies))
    if taken in (0, len(studies)):
        record.note(
            f"must put some of the {len(studies)} studies into the drawer, and not all, but puts {taken}", "hide"
        )


def _hide(record: Record) -> Hide | None:
    nested = record.nested("hide")
    if nested is None or not nested.is_group:
        return None
    below, under = read_number(nested, "below"), read_whole(nested, "under", *_SIZES)
    nested.close()
    return None if below is None or under is None else Hide(below, under)


def _published(record: Record, found: Found) -> Published | None:
    nested = record.nested("published")
    if nested is None or not nested.is_group:
        return None
    say, claim = read_sentence(nested, "say", ("before", "after")), nested.text("claim", required=False)
    hold(nested, found, claim, ("say",))
    nested.close()
    return Published(say, claim) if say else None
