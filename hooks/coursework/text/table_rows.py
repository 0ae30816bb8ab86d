"""Rows of tables with more cells than their head, of which Markdown drops the last without a word."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence

from markdown import Markdown
from markdown.extensions.tables import TableProcessor

TOO_MANY_CELLS = (
    "must have no more cells than the head of its table, which leaves out the last; "
    "a `|` that belongs to a cell is `\\|`, and in a formula `\\vert`"
)
_NAME, _PRIORITY = "table", 75


class _Rows(TableProcessor):
    def __init__(self, md: Markdown, table: TableProcessor, tell: Callable[[str], None]):
        super().__init__(md.parser, table.config)  # type: ignore[attr-defined]  # not in its stubs
        self._tell = tell

    def _build_row(self, row: str, parent: ET.Element, align: Sequence[str | None]) -> None:
        cells: list[str] = self._split_row(row)  # type: ignore[attr-defined]  # not in its stubs
        if any(cell.strip() for cell in cells[len(align) :]):
            self._tell(row)
        super()._build_row(row, parent, align)  # type: ignore[misc]  # not in its stubs


def watch_rows(md: Markdown, tell: Callable[[str], None]) -> None:
    """Have `tell` called with each row that loses words; a Markdown that reads no tables stays as it is."""
    if _NAME in md.parser.blockprocessors:
        table = md.parser.blockprocessors[_NAME]
        if type(table) is TableProcessor:
            md.parser.blockprocessors.register(_Rows(md, table, tell), _NAME, _PRIORITY)
