"""A figure from its YAML file, or every problem in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypedDict

from coursework.figure.fields import read_events, read_number, read_rows, stay_on_axis
from coursework.figure.model import KINDS, SCALES, Axis, Event, Figure, Plot, Row, Timeline
from coursework.source.place import Text
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record
from coursework.source.values import Value


@dataclass
class FigureFile:
    """What one file of a figure gave; the pairs are (where, text), as in a quiz file."""

    id: str
    path: str
    figure: Figure | None = None
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None


def read_figure(value: Value, id: str, path: str, stances: Collection[str] = ()) -> FigureFile:
    """Turn the value of `figures/ID.yml` into a figure.

    `stances` are the words that may say whom an event is claimed by; any may, where none are given.
    """
    file = FigureFile(id, path)
    record = Record(value, "", file.problems)
    kind = record.word("kind", KINDS)
    axis: Axis | None = None
    rows: tuple[Row, ...] = ()
    events: tuple[Event, ...] = ()
    if kind == "timeline":
        if record.has("axis"):
            record.note("must be left out: the years of its events are the axis of a timeline", "axis")
        events = read_events(record, file, stances)
    else:
        axis = _axis(record.nested("axis"), kind)
        rows = read_rows(record, file, axis, kind)
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
    elif axis:
        file.figure = Plot(**common, rows=rows, axis=axis)
    return file


class _Common(TypedDict):
    id: str
    kind: str
    title: Text
    alt: Text
    caption: Text
    notice: Text
    caveat: Text | None
    lesson: Text | None


def _axis(record: Record | None, kind: str | None) -> Axis | None:
    """The axis; None where nothing can be placed on it."""
    if record is None:
        return None
    metric, scale = record.text("metric"), record.word("scale", SCALES, required=False) or "linear"
    low, high = read_number(record, "min"), read_number(record, "max")
    zero = read_number(record, "zero", required=kind == "forest")
    ways = {name: record.text(name, required=kind == "forest") for name in ("left", "right")}
    for name, other in (("left", "right"), ("right", "left")) if kind != "forest" else ():
        if record.has(name) and not record.has(other):
            record.note(f"must have `{other}` beside `{name}`, but has none")
    record.close()
    if kind == "bars" and scale == "log":
        record.note("must be linear where bars are drawn, not 'log'", "scale")
        return None
    if kind == "bars" and low:
        record.note(f"must be 0 where bars are drawn, whose length is what is read, not {quoted(str(low))}", "min")
    if scale == "log" and low is not None and low <= 0:
        record.note(f"must be greater than 0 on a log scale, not {quoted(str(low))}", "min")
        return None
    if low is None or high is None:
        return None
    if high <= low:
        record.note(f"must be greater than min, {low}, not {quoted(str(high))}", "max")
        return None
    if kind == "bars" and zero is None:
        zero = low
    axis = Axis(metric or "", low, high, zero, scale, **ways)
    stay_on_axis(record, "zero", zero, axis)
    return axis
