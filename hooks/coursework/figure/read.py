"""A figure from its YAML file, or every problem in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from coursework.figure.fields import read_events, read_number, read_rows, stay_on_axis
from coursework.figure.model import KINDS, SCALES, Axis, Figure
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record
from coursework.source.values import Text, Value


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
    if kind == "timeline":
        axis = None
        if record.has("axis"):
            record.note("must be left out: the years of its events are the axis of a timeline", "axis")
        rows = read_events(record, file, stances)
    else:
        axis = _axis(record.nested("axis"), kind)
        rows = read_rows(record, file, axis, kind)
    texts = {name: record.text(name) for name in ("title", "alt")}
    texts |= {name: record.text(name, required=name != "caveat") for name in ("caption", "notice", "caveat")}
    file.prose += [(name, texts[name]) for name in ("caption", "notice", "caveat") if texts[name]]
    file.lesson = record.text("lesson", required=False)
    record.close()
    if not file.problems:
        file.figure = Figure(id=id, kind=kind, axis=axis, rows=rows, lesson=file.lesson, **texts)
    return file


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
