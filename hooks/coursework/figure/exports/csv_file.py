"""The rows of a figure as CSV (RFC 4180), with the names they have in the author's file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping

from coursework.figure.model import Event, Explorable, Figure, Plot, Row
from coursework.text.stance import Stances

FIELDS = ("label", "estimate", "lo", "hi", "interval", "metric", "k", "n", "ref", "source", "note", "read", "claim")
EVENT_FIELDS = ("year", "label", "stance", "ref", "source", "note", "read")
NUMBERS = ("estimate", "lo", "hi", "k", "n", "year")
# What a spreadsheet would run as a formula.
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@＝＋－＠]")


def to_csv(
    figure: Figure,
    source: Callable[[str], str],
    intervals: Mapping[str, str],
    plain: Callable[[str], str],
    stances: Stances,
) -> str:
    """`source` gives the words of a reference and `plain` a text without its Markdown.

    `intervals` is, for each kind of figure, the usual kind of interval.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    fields = EVENT_FIELDS if figure.kind == "timeline" else FIELDS
    worked_out = list(figure.own.columns(figure)) if isinstance(figure, Explorable) else []
    writer.writerow([*fields, *(worked_out[0] if worked_out else ())])
    rows: tuple[Row | Event, ...] = figure.rows
    for number, row in enumerate(rows):
        given: dict[str, str | None] = {}
        if isinstance(row, Event):
            given["stance"] = stances[row.stance].label if row.stance else None
        elif isinstance(figure, Plot):
            given = _usual(row, figure, intervals)
        given |= {"source": source(row.ref), "note": plain(row.note) if row.note else None}
        cells = {name: given.get(name, getattr(row, name, None)) for name in fields}
        writer.writerow(
            ["" if cell is None else str(cell) if name in NUMBERS else _text(cell) for name, cell in cells.items()]
            + [_text(cell) for cell in (worked_out[number].values() if worked_out else ())]
        )
    return lines.getvalue()


def _usual(row: Row, figure: Plot, intervals: Mapping[str, str]) -> dict[str, str | None]:
    """The fields that a row inherits from its figure where it has none of its own."""
    usual = None if row.lo is None else intervals[figure.kind]
    return {"interval": row.interval or usual, "metric": row.metric or figure.axis.metric}


def _text(cell: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    line = " ".join(cell.split())
    return f"'{line}" if _FORMULA.match(line) else line
