"""What a figure would be better with: an axis on which it can be read, and words that say no other number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from coursework.figure.draw import place
from coursework.figure.model import Explorable, Figure, Plot
from coursework.source.place import Text
from coursework.source.problem import Advice, quoted
from coursework.text.numerals import numbers_in

# Counts are of a hundred. What is longer than this is no number but a drawing.
_HUNDRED, _LONGEST = Decimal(100), 12
# Of how much of an axis all that is shown takes, in percent, so that one can tell it apart.
_READABLE = 4
# Kinds whose axis is not that of their rows alone.
_OF_MORE = ("race", "caseload", "hundred")
# A blank as sentences have it. Code and formulas have braces of their own.
_BLANK = re.compile(r"(?<![\w\\^}`])\{[a-z]+\}")
# What an explorable figure fills in, where `read` refuses every blank that stays one.
_FILLED = frozenset({"pairs", "above", "groups", "net", "published", "ask", "answer"})


def advise(figure: Figure) -> Iterator[Advice]:
    """Of blanks that nothing fills in; of its axis; and of the title and the description of an explorable one.

    Nobody reads these again when a row gets another number.
    """
    yield from _of_blanks(figure)
    if not isinstance(figure, Plot):
        return
    yield from _of_axis(figure)
    if not isinstance(figure, Explorable):
        return
    shown = _shown(figure)
    for name, text in (("title", figure.title), ("alt", figure.alt)):
        strange = [written for written, means in numbers_in(text).items() if not means & shown]
        if strange:
            message = f"should say only numbers that the figure shows, not {quoted(', '.join(strange))}"
            yield text.place.advice(name, message)


def _of_blanks(figure: Figure) -> Iterator[Advice]:
    """Texts of another file, whose rows a figure borrows, are told of there."""
    own = {text.place: (name, text) for name, text in _texts("", figure) if text.place.path == figure.title.place.path}
    for name, text in own.values():
        for blank in dict.fromkeys(_BLANK.findall(text)):
            message = f"should have no blank, as nothing is filled in here: readers see {quoted(blank)}"
            yield text.place.advice(name, message)


def _texts(name: str, value: object) -> Iterator[tuple[str, Text]]:
    """The texts in a figure, each with the field that it stands in."""
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(str(key), part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(name, part)
    elif is_dataclass(value):
        for field in fields(value):
            if name != "own" or field.name not in _FILLED:
                yield from _texts(field.name, getattr(value, field.name))


def _of_axis(figure: Plot) -> Iterator[Advice]:
    """Told where the axis stands: one that is borrowed is told of in its own file."""
    axis, metric = figure.axis, figure.axis.metric
    if figure.kind in _OF_MORE or not isinstance(metric, Text) or metric.place.path != figure.title.place.path:
        return
    numbers = [number for row in figure.rows for number in (row.estimate, row.lo, row.hi) if number is not None]
    numbers += [axis.zero] if axis.zero is not None else []
    first, last = (place(axis, end) for end in (min(numbers), max(numbers)))
    if 0 <= last - first < _READABLE and min(numbers) < max(numbers):
        message = f"should end nearer to what it shows, from {min(numbers)} to {max(numbers)}"
        yield metric.place.advice("axis", f"{message}: from {axis.min} to {axis.max} nobody can tell that apart")


def _shown(figure: Explorable) -> set[Decimal]:
    """Every number of its rows and its axis, and what is worked out from them."""
    written: list[object] = [figure.axis.min, figure.axis.max, *_single(figure.own.drawn(figure))]
    for row, columns in zip(figure.rows, figure.own.columns(figure)):
        written += [row.label, row.estimate, row.lo, row.hi, row.k, row.n, *columns.values()]
    texts = [str(value) for value in written if isinstance(value, int | float | Decimal | str)]
    texts = [text for text in texts if len(text) <= _LONGEST or text in {row.label for row in figure.rows}]
    return {_HUNDRED}.union(*(means for text in texts for means in numbers_in(text).values()))


def _single(value: object) -> Iterator[object]:
    """The single values of what a kind draws, which may lie in groups and lists."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _single(part)
    else:
        yield value
