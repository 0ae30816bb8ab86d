"""What a reader of an explorable figure gives, and what several of them read."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from coursework.figure.model import Axis, Explored, Row
from coursework.source.place import Text
from coursework.source.problem import quoted, suggestion
from coursework.source.record import Record

_BLANK = re.compile(r"\{([^{}]*)\}")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,9}")
_MOST_SEED = 2**32 - 1
# How many a group may have.
_SIZES = (2, 100_000)


class Parts(NamedTuple):
    """The axis and the rows of an explorable figure, and what only its kind has."""

    axis: Axis
    rows: tuple[Row, ...]
    own: Explored


@dataclass(frozen=True)
class Side:
    """What is measured along one side of a field, and what its two ends mean."""

    label: Text
    low: Text
    high: Text


def read_sentence(
    record: Record, name: str, blanks: Collection[str], needs: str = "", required: bool = True
) -> Text | None:
    """A sentence with blanks in braces, which are filled in with what is counted; `needs` is the one it must have."""
    text = record.text(name, required)
    if text is None:
        return None
    found = _BLANK.findall(text)
    listed = " or ".join(f"{{{each}}}" for each in blanks)
    if re.search("[{}]", _BLANK.sub("", text)):
        record.note("must have braces about the name of a blank alone, one at each side", name)
    for blank in found:
        if blank not in blanks:
            near = suggestion(blank, blanks)
            rule = f"must have no blank but {listed}" if listed else "must have no blank, as nothing is filled in here"
            record.note(f"{rule}, not {quoted(f'{{{blank}}}')}{near}", name)
    if needs and needs not in found:
        record.note(f"must have {{{needs}}} where the number goes, but has none", name)
    return text


def read_question(
    record: Record, blanks: Collection[str], asked: str = "", may: Collection[str] = ()
) -> tuple[Text | None, Text | None]:
    """What readers are asked before they see it, if anything, and what is said behind their guess.

    `asked` is the blank that the question must have, where it takes a number; `may` are those that it may have.
    """
    ask = read_sentence(record, "ask", (asked,) if asked else may, asked, required=False)
    answer = read_sentence(record, "answer", blanks, required=False)
    if answer and not ask:
        record.note("must have `ask` beside `answer`, but has none")
    return ask, answer


def whole(text: Text, least: int, most: int) -> int | None:
    """A whole number within limits; None where it is none."""
    return int(text) if _WHOLE.fullmatch(text) and least <= int(text) <= most else None


def read_whole(record: Record, name: str, least: int, most: int) -> int | None:
    text = record.text(name)
    number = None if text is None else whole(text, least, most)
    if text is not None and number is None:
        record.note(f"must be a whole number from {least} to {most}, not {quoted(text)}", name)
    return number


def read_seed(record: Record) -> int | None:
    """From what made-up numbers are drawn: with another seed they are others."""
    return read_whole(record, "seed", 0, _MOST_SEED)


def read_side(record: Record, name: str) -> Side | None:
    """What is measured along one side; None where it is not whole, which is noted."""
    nested = record.nested(name)
    if nested is None or not nested.is_group:
        return None
    label, low, high = (nested.text(each) for each in ("label", "low", "high"))
    nested.close()
    return Side(label, low, high) if label and low and high else None


def read_sizes(record: Record) -> tuple[int, ...]:
    """How many may be in each group, to choose from, the fewest first."""
    texts = record.texts("sizes", required=True)
    sizes: list[int] = []
    for text in texts:
        size = whole(text, *_SIZES)
        if size is None:
            record.note(
                f"must hold whole numbers from {_SIZES[0]} to {_SIZES[1]}, not {quoted(text)}", "sizes", text.place
            )
        elif sizes and size <= sizes[-1]:
            record.note(f"must grow from each to the next, so not be {size} after {sizes[-1]}", "sizes", text.place)
        else:
            sizes.append(size)
    if len(texts) == 1:
        record.note(f"must be two numbers or more, to choose from, not only {quoted(texts[0])}", "sizes")
    return tuple(sizes)


def need_both_sides(record: Record | None, axis: Axis | None, what: str) -> None:
    """Note an axis on which there is no place for `what`, which scatters to both sides of nought."""
    if record is None or axis is None:
        return
    if axis.zero and record.has("zero"):
        record.note(f"must be 0, where the two are alike, not {quoted(str(axis.zero))}", "zero")
    if axis.scale == "log":
        record.note(f"must be linear where {what} are drawn, not 'log'", "scale")
    elif axis.min >= 0:
        record.note(f"must be less than 0, as {what} fall to both sides of it, not {quoted(str(axis.min))}", "min")
    elif axis.max <= 0:
        record.note(f"must be greater than 0, as {what} fall to both sides of it, not {quoted(str(axis.max))}", "max")
