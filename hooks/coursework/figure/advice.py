"""What an explorable figure would be better with: words that say no other number than it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from coursework.figure.model import Explorable
from coursework.source.problem import Advice, quoted
from coursework.text.numerals import numbers_in

# Counts are of a hundred. What is longer than this is no number but a drawing.
_HUNDRED, _LONGEST = Decimal(100), 12


def advise(figure: Explorable) -> Iterator[Advice]:
    """Of its title and its description, which nobody reads again when a row gets another number."""
    shown = _shown(figure)
    for name, text in (("title", figure.title), ("alt", figure.alt)):
        strange = [written for written, means in numbers_in(text).items() if not means & shown]
        if strange:
            message = f"should say only numbers that the figure shows, not {quoted(', '.join(strange))}"
            yield text.place.advice(name, message)


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
