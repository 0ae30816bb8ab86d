"""What a figure is: estimates on one axis, or events in time, each with its source.

No YAML, no HTML, no places on a screen. Numbers are decimals, so that 0.30 stays 0.30 and nothing is ever rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Protocol

from coursework.source.place import Text

# forest: dots with intervals about a line of no effect; bars: lengths from nought; range: dots within what was found;
# timeline: events in the order of their years.
KINDS = ("forest", "bars", "range", "timeline")
SCALES = ("linear", "log")
# What a page asks for that has a figure on which readers work; it fetches what the figure needs.
SCRIPT = "explore.js"
# What such a figure needs also without scripts.
SHEET = "explore.css"
# What the list of all figures needs.
THUMBS = "thumbs.css"


@dataclass(frozen=True)
class Axis:
    """`zero` is where nothing differs (1 for ratios); `left` and `right` say what lies on its two sides."""

    metric: str
    min: Decimal
    max: Decimal
    zero: Decimal | None = None
    scale: str = "linear"
    left: Text | None = None
    right: Text | None = None


@dataclass(frozen=True)
class Row:
    """One estimate, or a range where the source gives no single one: then `lo` and `hi` are its ends.

    Else `lo` and `hi` bound the interval of the estimate, where there is one; `interval` says of what kind.
    `k` counts studies and `n` people; `read` says where the numbers were read. `claim` is the id of a claim that has
    the same numbers.
    """

    label: Text
    ref: Text
    estimate: Decimal | None = None
    lo: Decimal | None = None
    hi: Decimal | None = None
    interval: Text | None = None
    metric: Text | None = None
    k: int | None = None
    n: int | None = None
    note: Text | None = None
    read: Text | None = None
    claim: Text | None = None


@dataclass(frozen=True)
class Event:
    """What happened in a year. `stance` says whom it is claimed by, in the course's own words."""

    label: Text
    ref: Text
    year: int
    stance: Text | None = None
    note: Text | None = None
    read: Text | None = None


@dataclass(frozen=True)
class Asked:
    """A row that readers guess before they see it; `answer` is what is said then."""

    row: Text
    estimate: Decimal
    answer: Text | None = None


@dataclass(frozen=True)
class Guess:
    """What readers guess of a figure: `rows` in their order, beside those that are `given`.

    `ask` is the question. With `interval` they also say how sure they are, by a range that is to hold the estimate
    `sure` times in ten.
    """

    rows: tuple[Asked, ...]
    given: tuple[Text, ...] = ()
    ask: Text | None = None
    interval: bool = True
    sure: int = 8


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What every named figure has. `alt` says in a sentence or two what it shows, for those who do not see it."""

    id: str
    title: Text
    kind: str
    caption: Text
    notice: Text
    alt: Text
    rows: tuple[Row, ...] | tuple[Event, ...]
    caveat: Text | None = None
    lesson: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Plot(Figure):
    """forest, bars, range and what readers work on: estimates on an axis."""

    rows: tuple[Row, ...]
    axis: Axis
    guess: Guess | None = None


@dataclass(frozen=True, kw_only=True)
class Timeline(Figure):
    """timeline: events in the order of their years, on no axis but these."""

    rows: tuple[Event, ...]


class Explored(Protocol):
    """What a kind that readers work on has beside its rows; each kind is a module of `explore/`.

    `picture` is the template of its file, below `figure/`; without one that of rows on an axis.
    """

    picture: ClassVar[str]

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """What its template asks for, by name."""

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        """What the table says of each row beside its estimate: by the names that it has in the files."""


@dataclass(frozen=True, kw_only=True)
class Explorable(Plot):
    """A figure that readers work on, whole without that; `own` is what only its kind has."""

    own: Explored
