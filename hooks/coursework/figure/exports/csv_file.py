"""The numbers of a figure as CSV (RFC 4180), with the names they have in the author's file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from coursework.figure.model import Figure

FIELDS = ("label", "estimate", "lo", "hi", "interval", "metric", "k", "n", "ref", "source", "note", "read")
NUMBERS = ("estimate", "lo", "hi", "k", "n")
# What a spreadsheet would run as a formula.
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@＝＋－＠]")


def to_csv(figure: Figure, source: Callable[[str], str], intervals: str, plain: Callable[[str], str]) -> str:
    """`source` gives the words of a reference, `plain` a text without its Markdown; `intervals` is the usual kind."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for row in figure.rows:
        made = {
            "interval": None if row.lo is None else row.interval or intervals,
            "metric": row.metric or figure.axis.metric,
            "source": source(row.ref),
            "note": plain(row.note) if row.note else None,
        }
        cells = {name: made.get(name, getattr(row, name, None)) for name in FIELDS}
        writer.writerow(
            "" if cell is None else str(cell) if name in NUMBERS else _text(cell) for name, cell in cells.items()
        )
    return lines.getvalue()


def _text(cell: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    line = " ".join(cell.split())
    return f"'{line}" if _FORMULA.match(line) else line
