"""Where something stands in an author's file, and a text that knows where it stood.

This is all that a house's model may know of ours: what it holds was written by somebody, in some place.
"""

from __future__ import annotations

from typing import NamedTuple, SupportsIndex

from coursework.source.problem import Advice, Problem


class Place(NamedTuple):
    """Where a value begins: a file below the project's folder, a line and a column, from 1."""

    path: str
    line: int
    column: int

    def problem(self, where: str, message: str) -> Problem:
        return Problem(self.path, self.line, self.column, where, message)

    def advice(self, where: str, message: str) -> Advice:
        return Advice(self.path, self.line, self.column, where, message)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and the column, from 1, of the sign that comes after `offset` others."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class Text(str):
    """A scalar as it was written; `block` is true of `|` and `>` text."""

    # There are hundreds of thousands in a large course, and few are ever asked where they stood.
    __slots__ = ("_column", "_line", "_path", "block")
    _path: str
    _line: int
    _column: int
    block: bool

    @classmethod
    def at(cls, place: Place, value: str, block: bool = False) -> Text:
        text = cls(value)
        text._path, text._line, text._column = place
        text.block = block
        return text

    @property
    def place(self) -> Place:
        return Place(self._path, self._line, self._column)

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[object, ...]:
        # Half the time of what Python would do by itself.
        return _text, (str(self), self._path, self._line, self._column, self.block)


def _text(value: str, path: str, line: int, column: int, block: bool) -> Text:
    return Text.at(Place(path, line, column), value, block)
