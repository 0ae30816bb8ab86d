"""The rows of a figure, estimates or events, and every problem in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple, Protocol

from coursework.figure.model import SCALES, Axis, Event, Row
from coursework.source.place import Text
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record
from coursework.source.values import Value
from coursework.text.snippet import fold

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")
_COUNT = re.compile(r"[1-9][0-9]{0,9}")
# Kinds whose lengths are read, each with what it draws.
_FROM_NOUGHT = {"bars": "bars", "overlap": "gaps", "hundred": "counts"}
# Kinds that need the estimate of every row.
_OF_ESTIMATES = (*_FROM_NOUGHT, "race", "caseload")
_YEAR = re.compile(r"-?(?!0+$)[0-9]{1,4}")


class Held(NamedTuple):
    """That a claim must have each number in a text; or, of a text that `is_reference`, that it rests on that."""

    where: str
    text: Text
    claim: Text
    is_reference: bool = False


class Borrowed(NamedTuple):
    """A row of another figure, by the figure's id and its own label; `where` and `of` are the fields that name them.

    `axis` is that on which it is to be drawn, where it is not its own.
    """

    where: str
    of: str
    figure: Text
    row: Text
    axis: Axis | None = None


class Found(Protocol):
    """Where a reader leaves what it finds beside the rows."""

    problems: list[Problem]
    cites: list[tuple[str, Text]]
    prose: list[tuple[str, Text]]
    claims: list[tuple[str, Text]]
    held: list[Held]
    borrowed: list[Borrowed]


def hold(record: Record, found: Found, claim: Text | None, fields: Iterable[str]) -> None:
    """Hold every number in some fields of a record against a claim, and the reference as well, if it has one."""
    if claim is None:
        return
    found.claims.append((f"{record.where}, claim", claim))
    for field in fields:
        if isinstance(value := record.value(field), Text):
            found.held.append(Held(f"{record.where}, {field}", value, claim, field == "ref"))


def read_number(record: Record, name: str, required: bool = True) -> Decimal | None:
    text = record.text(name, required)
    if text is not None and not _NUMBER.fullmatch(text):
        record.note(f"must be a number, as 0.28 or -1.5, and left out where it is not known, not {quoted(text)}", name)
        return None
    return None if text is None else Decimal(text)


def stay_on_axis(record: Record, name: str, value: Decimal | None, axis: Axis | None) -> None:
    """Note a value for which there is no place on the axis."""
    if value is not None and axis is not None and not axis.min <= value <= axis.max:
        record.note(f"must lie on the axis, from {axis.min} to {axis.max}, not {quoted(str(value))}", name)


def read_axis(record: Record | None, kind: str | None) -> Axis | None:
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
    if (drawn := _FROM_NOUGHT.get(kind or "")) and scale == "log":
        record.note(f"must be linear where {drawn} are drawn, not 'log'", "scale")
        return None
    if drawn and low:
        record.note(f"must be 0 where {drawn} are drawn, whose length is what is read, not {quoted(str(low))}", "min")
    if scale == "log" and low is not None and low <= 0:
        record.note(f"must be greater than 0 on a log scale, not {quoted(str(low))}", "min")
        return None
    if low is None or high is None:
        return None
    if high <= low:
        record.note(f"must be greater than min, {low}, not {quoted(str(high))}", "max")
        return None
    if drawn and zero is None:
        zero = low
    axis = Axis(metric or "", low, high, zero, scale, **ways)
    if drawn == "gaps" and zero and record.has("zero"):
        record.note(f"must be 0, where the two are alike, not {quoted(str(zero))}", "zero")
    stay_on_axis(record, "zero", zero, axis)
    return axis


def read_rows(record: Record, found: Found, axis: Axis | None, kind: str | None) -> tuple[Row, ...]:
    """The estimates of a figure of a kind, in the order of its file."""
    labels: dict[str, Text] = {}
    return record.items("rows", lambda value, number: _row(_record(value, number, found), found, labels, axis, kind))


def read_events(record: Record, found: Found, stances: Collection[str]) -> tuple[Event, ...]:
    """The events of a timeline, in the order of their years; those of one year stay as they are."""
    labels: dict[str, Text] = {}
    events = record.items("rows", lambda value, number: _event(_record(value, number, found), found, labels, stances))
    return tuple(sorted(events, key=lambda event: event.year))


def _record(value: Value, number: int, found: Found) -> Record:
    label = value.get("label") if isinstance(value, dict) else None
    named = f"row {quoted(label)}" if isinstance(label, Text) and label.strip() else f"row {number}"
    return Record(value, named, found.problems)


def _row(record: Record, found: Found, labels: dict[str, Text], axis: Axis | None, kind: str | None) -> Row | None:
    label, ref = _label(record, labels), record.text("ref")
    ranges = kind not in _OF_ESTIMATES and (record.has("lo") or record.has("hi"))
    estimate, lo, hi = (
        read_number(record, name, required=name == "estimate" and not ranges) for name in ("estimate", "lo", "hi")
    )
    interval, metric, read = (record.text(name, required=False) for name in ("interval", "metric", "read"))
    note = record.markdown("note", required=False)
    k, n = (_count(record, name) for name in ("k", "n"))
    claim = record.text("claim", required=False)
    hold(record, found, claim, ("label", "estimate", "lo", "hi", "k", "n", "note", "ref"))
    if kind == "forest" and ranges and not record.has("estimate") and not record.has("interval"):
        record.note("must have `interval`, to say what lies between `lo` and `hi` where no estimate does, but has none")
    record.close()
    for name, number in (("estimate", estimate), ("lo", lo), ("hi", hi)):
        stay_on_axis(record, name, number, axis)
    _check_interval(record, estimate, lo, hi)
    _leave(record, found, ref, note)
    return Row(label, ref, estimate, lo, hi, interval, metric, k, n, note, read, claim) if label and ref else None


def _event(record: Record, found: Found, labels: dict[str, Text], stances: Collection[str]) -> Event | None:
    label, ref, year = _label(record, labels), record.text("ref"), record.text("year")
    stance = record.word("stance", stances, required=False)
    note, read = record.markdown("note", required=False), record.text("read", required=False)
    record.close()
    if year is not None and not _YEAR.fullmatch(year):
        record.note(f"must be a year, as 1936, or -44 for one before our era, not {quoted(year)}", "year")
        year = None
    _leave(record, found, ref, note)
    return Event(label, ref, int(year), stance, note=note, read=read) if label and ref and year is not None else None


def _leave(record: Record, found: Found, ref: Text | None, note: Text | None) -> None:
    found.cites += [(f"{record.where}, ref", ref)] if ref else []
    found.prose += [(f"{record.where}, note", note)] if note else []


def _label(record: Record, seen: dict[str, Text]) -> Text | None:
    label = record.text("label")
    if label is not None:
        first = seen.setdefault(fold(label), label)
        if first is not label:
            record.note(f"must differ from the one in line {first.place.line}, not be {quoted(label)} too", "label")
    return label


def _count(record: Record, name: str) -> int | None:
    text = record.text(name, required=False)
    if text is not None and not _COUNT.fullmatch(text):
        record.note(f"must be a whole number from 1, and left out where it is not known, not {quoted(text)}", name)
        return None
    return None if text is None else int(text)


def _check_interval(record: Record, estimate: Decimal | None, lo: Decimal | None, hi: Decimal | None) -> None:
    for name, other in (("lo", "hi"), ("hi", "lo")):
        if record.has(name) and not record.has(other):
            record.note(f"must have `{other}` beside `{name}`, but has none")
    if record.has("interval") and not record.has("lo") and not record.has("hi"):
        record.note("must be left out where there is no `lo` and `hi`", "interval")
    if lo is not None and estimate is not None and lo > estimate:
        record.note(f"must not be greater than the estimate, {estimate}, not {quoted(str(lo))}", "lo")
    if hi is not None and estimate is not None and hi < estimate:
        record.note(f"must not be less than the estimate, {estimate}, not {quoted(str(hi))}", "hi")
    if lo is not None and hi is not None and estimate is None and hi < lo:
        record.note(f"must be greater than lo, {lo}, not {quoted(str(hi))}", "hi")
    if lo is not None and lo == hi:
        record.note(f"must be greater than lo, {lo}, not the same", "hi")
