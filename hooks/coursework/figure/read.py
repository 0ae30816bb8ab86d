"""A figure from its YAML file, or every problem in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from coursework.figure.model import KINDS, SCALES, Axis, Figure, Row
from coursework.problem import Problem, quoted
from coursework.record import Record
from coursework.snippet import fold
from coursework.source import Text, Value

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?")
_COUNT = re.compile(r"[1-9]\d{0,9}")


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


def read_figure(value: Value, id: str, path: str) -> FigureFile:
    """Turn the value of `figures/ID.yml` into a figure."""
    file = FigureFile(id, path)
    record = Record(value, "", file.problems)
    kind = record.word("kind", KINDS)
    axis = _axis(record.nested("axis"), kind)
    reader = _RowReader(file, axis)
    rows = record.items("rows", reader.read)
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
    low, high, zero = _number(record, "min"), _number(record, "max"), _number(record, "zero", required=kind == "forest")
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
    axis = Axis(metric or "", low, high, zero, scale, **ways)
    _place(record, "zero", zero, axis)
    return axis


def _number(record: Record, name: str, required: bool = True) -> Decimal | None:
    text = record.text(name, required)
    if text is not None and not _NUMBER.fullmatch(text):
        record.note(f"must be a number, as 0.28 or -1.5, and left out where it is not known, not {quoted(text)}", name)
        return None
    return None if text is None else Decimal(text)


def _count(record: Record, name: str) -> int | None:
    text = record.text(name, required=False)
    if text is not None and not _COUNT.fullmatch(text):
        record.note(f"must be a whole number from 1, and left out where it is not known, not {quoted(text)}", name)
        return None
    return None if text is None else int(text)


def _place(record: Record, name: str, value: Decimal | None, axis: Axis | None) -> None:
    """Note a value for which there is no place on the axis."""
    if value is not None and axis is not None and not axis.min <= value <= axis.max:
        record.note(f"must lie on the axis, from {axis.min} to {axis.max}, not {quoted(str(value))}", name)


class _RowReader:
    def __init__(self, file: FigureFile, axis: Axis | None):
        self.file = file
        self.axis = axis
        self.seen: dict[str, Text] = {}

    def read(self, value: Value, number: int) -> Row | None:
        label = value.get("label") if isinstance(value, dict) else None
        named = f"row {quoted(label)}" if isinstance(label, Text) and label.strip() else f"row {number}"
        record = Record(value, named, self.file.problems)
        label, ref = self._label(record), record.text("ref")
        numbers = {name: _number(record, name, required=name == "estimate") for name in ("estimate", "lo", "hi")}
        texts = {name: record.text(name, required=False) for name in ("interval", "metric", "note", "read")}
        counts = {name: _count(record, name) for name in ("k", "n")}
        record.close()
        for name, place in numbers.items():
            _place(record, name, place, self.axis)
        self._interval(record, **numbers)
        self.file.cites += [(f"{named}, ref", ref)] if ref else []
        self.file.prose += [(f"{named}, note", texts["note"])] if texts["note"] else []
        if not label or not ref or numbers["estimate"] is None:
            return None
        return Row(label=label, ref=ref, **numbers, **texts, **counts)

    def _label(self, record: Record) -> Text | None:
        label = record.text("label")
        if label is not None:
            first = self.seen.setdefault(fold(label), label)
            if first is not label:
                record.note(f"must differ from the one in line {first.place.line}, not be {quoted(label)} too", "label")
        return label

    def _interval(self, record: Record, estimate: Decimal | None, lo: Decimal | None, hi: Decimal | None) -> None:
        for name, other in (("lo", "hi"), ("hi", "lo")):
            if record.has(name) and not record.has(other):
                record.note(f"must have `{other}` beside `{name}`, but has none")
        if record.has("interval") and not record.has("lo") and not record.has("hi"):
            record.note("must be left out where there is no `lo` and `hi`", "interval")
        if lo is not None and estimate is not None and lo > estimate:
            record.note(f"must not be greater than the estimate, {estimate}, not {quoted(str(lo))}", "lo")
        if hi is not None and estimate is not None and hi < estimate:
            record.note(f"must not be less than the estimate, {estimate}, not {quoted(str(hi))}", "hi")
        if lo is not None and lo == hi:
            record.note(f"must be greater than lo, {lo}, not the same", "hi")
