"""Rows that a figure takes from another one, so that no number is written twice: read there, and asked for here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from coursework.figure.explore.parts import Parts
from coursework.figure.fields import Borrowed, Found
from coursework.figure.model import Axis, Row
from coursework.source.place import Text
from coursework.source.record import Record


class Lent(NamedTuple):
    """A row of another figure, and the axis on which it stands there."""

    row: Row
    axis: Axis


class Unfilled(NamedTuple):
    """A figure that lacks the rows it asks of others; `fill` gives its parts once they are there."""

    fill: Callable[[Mapping[Borrowed, Lent]], Parts]


def borrow(
    record: Record, found: Found, field: str, figure: Text | None = None, axis: Axis | None = None
) -> Borrowed | None:
    """Ask for the row whose label is in a field: of the `figure` that the file names in `of`, or the record does.

    With an `axis` it must be a row that can be drawn there.
    """
    label = record.text(field)
    of = "of" if figure or not record.where else f"{record.where}, of"
    figure = figure or record.text("of")
    if label is None or figure is None:
        return None
    asked = Borrowed(f"{record.where}, {field}" if record.where else field, of, figure, label, axis)
    found.borrowed.append(asked)
    return asked
