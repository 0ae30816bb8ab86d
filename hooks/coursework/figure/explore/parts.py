"""What a reader of an explorable figure gives, and what several of them read."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from coursework.figure.model import Axis, Explored, Row
from coursework.source.place import Text
from coursework.source.problem import quoted, suggestion
from coursework.source.record import Record

_BLANK = re.compile(r"\{([^{}]*)\}")


class Parts(NamedTuple):
    """The axis and the rows of an explorable figure, and what only its kind has."""

    axis: Axis
    rows: tuple[Row, ...]
    own: Explored


def read_sentence(
    record: Record, name: str, blanks: Collection[str], needs: str = "", required: bool = True
) -> Text | None:
    """A sentence with blanks in braces, which are filled in with what is counted; `needs` is the one it must have."""
    text = record.text(name, required)
    if text is None:
        return None
    found = _BLANK.findall(text)
    listed = " or ".join(f"{{{each}}}" for each in blanks)
    for blank in found:
        if blank not in blanks:
            near = suggestion(blank, blanks)
            record.note(f"must have no blank but {listed}, not {quoted(f'{{{blank}}}')}{near}", name)
    if needs and needs not in found:
        record.note(f"must have {{{needs}}} where the number goes, but has none", name)
    return text
