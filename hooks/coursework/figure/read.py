"""A figure from its YAML file, or every problem in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from coursework.figure.explore import READERS
from coursework.figure.explore.borrow import Lent, Unfilled
from coursework.figure.explore.parts import Parts
from coursework.figure.fields import Borrowed, Held, read_axis, read_events, read_rows
from coursework.figure.guess import read_guess
from coursework.figure.model import KINDS, Axis, Event, Explorable, Figure, Guess, Plot, Row, Timeline
from coursework.source.place import Text
from coursework.source.problem import Problem, nearest
from coursework.source.record import Record
from coursework.source.values import Value


@dataclass
class FigureFile:
    """What one file of a figure gave; the pairs are (where, text), as in a quiz file.

    `held` are numbers and references that a claim must have too; `borrowed` are rows of other figures, with which
    `finish` makes the figure.
    """

    id: str
    path: str
    figure: Figure | None = None
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    claims: list[tuple[str, Text]] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    borrowed: list[Borrowed] = field(default_factory=list)
    finish: Callable[[Mapping[Borrowed, Lent]], Figure] | None = None
    lesson: Text | None = None


def read_figure(value: Value, id: str, path: str, stances: Collection[str] = ()) -> FigureFile:
    """Turn the value of `figures/ID.yml` into a figure.

    `stances` are the words that may say whom an event is claimed by; any may, where none are given.
    """
    file = FigureFile(id, path)
    record = Record(value, "", file.problems)
    kind = record.word("kind", (*KINDS, *READERS))
    meant = kind or _meant(record)
    axis: Axis | None = None
    rows: tuple[Row, ...] = ()
    events: tuple[Event, ...] = ()
    parts: Parts | Unfilled | None = None
    guess: Guess | None = None
    if meant == "timeline":
        if record.has("axis"):
            record.note("must be left out: the years of its events are the axis of a timeline", "axis")
        events = read_events(record, file, stances)
    elif meant in READERS:
        parts = READERS[meant](record, file)
    else:
        axis = read_axis(record.nested("axis"), meant)
        before = len(file.problems)
        rows = read_rows(record, file, axis, meant)
        guess = read_guess(record, rows if len(file.problems) == before else None)
    if (meant == "timeline" or meant in READERS) and record.has("guess"):
        record.note("must be left out: only rows of a forest, of bars or of a range are guessed", "guess")
    (title, alt), (caption, notice) = map(record.text, ("title", "alt")), map(record.markdown, ("caption", "notice"))
    caveat = record.markdown("caveat", required=False)
    file.prose += [
        (name, text) for name, text in (("caption", caption), ("notice", notice), ("caveat", caveat)) if text
    ]
    file.lesson = record.text("lesson", required=False)
    record.close()
    if file.problems or not (kind and title and alt and caption and notice):
        return file
    common = _Common(
        id=id, kind=kind, title=title, alt=alt, caption=caption, notice=notice, caveat=caveat, lesson=file.lesson
    )
    if kind == "timeline":
        file.figure = Timeline(**common, rows=events)
    elif isinstance(parts, Unfilled):
        fill = parts.fill
        file.finish = lambda lent: _explorable(common, fill(lent))
    elif parts:
        file.figure = _explorable(common, parts)
    elif axis:
        file.figure = Plot(**common, rows=rows, axis=axis, guess=guess)
    return file


def _meant(record: Record) -> str:
    """The kind that was nearly named: its fields are no mistakes, and what is wrong in them is told at once."""
    given = record.value("kind")
    return (isinstance(given, Text) and nearest(given, (*KINDS, *READERS))) or ""


def _explorable(common: _Common, parts: Parts) -> Explorable:
    return Explorable(**common, rows=parts.rows, axis=parts.axis, own=parts.own)


class _Common(TypedDict):
    id: str
    kind: str
    title: Text
    alt: Text
    caption: Text
    notice: Text
    caveat: Text | None
    lesson: Text | None
