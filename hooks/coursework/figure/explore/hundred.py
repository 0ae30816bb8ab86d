"""The same hundred in two worlds, without and with what was tried: two counts, and all that they leave open.

A trial counts how many have an outcome in each of two groups. How many would have it in both worlds it cannot count,
as nobody lives twice: Holland's "fundamental problem of causal inference" (Statistics and causal inference, Journal of
the American Statistical Association 81, 1986, 945-960). The counts give the ends between which that number lies, those
of Fréchet (1951) for a table whose margins are given; with it goes how many have the outcome in one world only. The
difference of the two counts is the same for all of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from coursework.figure.explore.parts import Parts, read_sentence
from coursework.figure.fields import Found, read_axis, read_rows
from coursework.figure.model import Explorable, Row
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Sequence as Items

# How many stand in a field, each with the height of its columns.
TALL = {100: 5, 1000: 20}
_PERCENT = Decimal(100)
_ROWS = 2
# What of the same ones is counted, by the world in which they have the outcome.
GROUPS = ("both", "without", "with", "neither")
# What a sentence can say that stays the same wherever the slider stands, and what an answer can say beside it.
_FIXED = ("total", "without", "with", "difference", "needed")
_ENDS = ("least", "most")
# Of a picture that stands alone: how wide a field is, the words above it, and a line of words.
_WIDE, _ABOVE, _LINE = 340, 22, 20


@dataclass(frozen=True)
class Hundred:
    """`outcome` says what is counted, as "got worse"; `slide` asks how many of those with it would have it anyway.

    `groups` are sentences with {count}, one for each of `GROUPS`; `net` says the difference, which no split moves. The
    first row is the world without what was tried, the second the one with it. Where there is an `ask`, readers guess
    the count of the first, and read the `answer` then.
    """

    picture: ClassVar[str] = "explore/hundred"
    total: int
    outcome: Text
    slide: Text
    groups: Mapping[str, Text]
    net: Text
    ask: Text | None = None
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        """Both counts, and the two splits at the ends of what they allow: the one with most in both worlds first."""
        without, treated = (whole_count(row, self.total) for row in figure.rows)
        fewest, most = limits(self.total, without, treated)
        fixed = _fixed(figure.rows, self.total) | {
            "least": f"{treated - most:,}", "most": f"{treated - fewest:,}",
        }  # fmt: skip
        tall = TALL[self.total]
        high = _WIDE * tall * tall // self.total
        return {
            "counts": (without, treated),
            "exact": [row.estimate is not None and shown * 100 == row.estimate * self.total
                      for row, shown in zip(figure.rows, (without, treated))],
            "total": f"{self.total:,}",
            "tall": tall,
            "columns": self.total // tall,
            "splits": [self._view(both, without, treated) for both in (most, fewest)],
            **{name: filled(text, fixed) for name, text in self._sentences().items()},
            "wide": _WIDE,
            "high": high,
            "below": 2 * (high + _ABOVE) + _LINE * (len(GROUPS) + 4),
        }  # fmt: skip

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        return [{"filled": str(whole_count(row, self.total))} for row in figure.rows]

    def _sentences(self) -> Mapping[str, str]:
        return {"net": self.net, "ask": self.ask or "", "answer": self.answer or ""}

    def _view(self, both: int, without: int, treated: int) -> Mapping[str, object]:
        counted = split(self.total, without, treated, both)
        return {
            **counted,
            "worlds": worlds(counted, self.total),
            "words": {name: filled(self.groups[name], {"count": f"{counted[name]:,}"}) for name in GROUPS},
        }


def whole_count(row: Row, total: int) -> int:
    """How many of a field a percentage stands for, to whole ones; a half is rounded up."""
    return int((Decimal(row.estimate or 0) * total / _PERCENT).quantize(Decimal(1), ROUND_HALF_UP))


def limits(total: int, without: int, treated: int) -> tuple[int, int]:
    """The fewest and the most that can have the outcome in both worlds."""
    return max(0, without + treated - total), min(without, treated)


def split(total: int, without: int, treated: int, both: int) -> dict[str, int]:
    """How many are in each group, when so many of them have the outcome in both worlds."""
    return {
        "both": both, "without": without - both, "with": treated - both, "neither": total - without - treated + both,
    }  # fmt: skip


def worlds(counted: Mapping[str, int], total: int) -> Mapping[str, Mapping[str, str]]:
    """What is drawn of each world: paths over those with the outcome, those with it in the other world only, the rest.

    Each stands in the same place in both: those who have it in both worlds first, then those of the first only.
    """
    first = counted["both"]
    second = first + counted["without"]
    third = second + counted["with"]
    tall = TALL[total]
    both, only_first, only_second = run(0, first, tall), run(first, second, tall), run(second, third, tall)
    rest = run(third, total, tall)
    return {
        "without": {"full": both + only_first, "other": only_second, "open": rest},
        "with": {"full": both + only_second, "other": only_first, "open": rest},
    }


def run(first: int, last: int, tall: int) -> str:
    """A path over the places from one to before another, in columns of ten by ten each, from the top."""
    path = ""
    while first < last:
        column, top = divmod(first, tall)
        end = min(last, first - top + tall)
        # Whole columns are one piece.
        if top == 0 and last - first >= tall:
            end = last - last % tall
            path += f"M{10 * column} 0h{10 * (end // tall - column)}v{10 * tall}H{10 * column}z"
        else:
            path += f"M{10 * column} {10 * top}h10v{10 * (end - first)}h-10z"
        first = end
    return path


def needed(rows: Sequence[Row]) -> int | None:
    """How many must be treated for one outcome more or less, rounded up as is usual; None where both are alike."""
    without, treated = (row.estimate or Decimal(0) for row in rows)
    return math.ceil(_PERCENT / abs(without - treated)) if without != treated else None


def filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _fixed(rows: Sequence[Row], total: int) -> dict[str, str]:
    without, treated = (whole_count(row, total) for row in rows)
    return {
        "total": f"{total:,}", "without": f"{without:,}", "with": f"{treated:,}",
        "difference": f"{abs(without - treated):,}", "needed": f"{needed(rows) or 0:,}",
    }  # fmt: skip


def read_hundred(record: Record, found: Found) -> Parts | None:
    """The fields that only this kind has."""
    of_axis = record.nested("axis")
    axis = read_axis(of_axis, "hundred")
    if of_axis and axis and axis.max > _PERCENT:
        message = f"must not be greater than 100, as shares of a hundred are counted, not {quoted(str(axis.max))}"
        of_axis.note(message, "max")
    before = len(found.problems)
    rows = read_rows(record, found, axis, "hundred")
    total = int(record.word("total", [str(total) for total in TALL], required=False) or 100)
    listed = record.value("rows")
    if isinstance(listed, Items) and listed and len(listed) != _ROWS:
        record.note(f"must be two rows, the first without and the second with, not {len(listed)}", "rows")
    elif len(found.problems) == before and len(rows) == _ROWS:
        _check_counts(record, rows, total)
    outcome, slide, groups = record.text("outcome"), record.text("slide"), _groups(record)
    net = read_sentence(record, "net", _FIXED, "difference")
    ask = read_sentence(record, "ask", ("total", "with"), required=False)
    answer = read_sentence(record, "answer", (*_FIXED, *_ENDS), required=False)
    if answer and not ask:
        record.note("must have `ask` beside `answer`, but has none")
    for name, text in (("net", net), ("answer", answer)):
        if text and "{needed}" in text and len(rows) == _ROWS and needed(rows) is None:
            record.note("must have no blank {needed} where both estimates are alike", name)
    if axis is None or not (outcome and slide and groups and net):
        return None
    return Parts(axis, rows, Hundred(total, outcome, slide, groups, net, ask, answer))


def _check_counts(record: Record, rows: Sequence[Row], total: int) -> None:
    """Note counts of which there is but one split, and those whose difference is lost when they are rounded."""
    without, treated = (whole_count(row, total) for row in rows)
    fewest, most = limits(total, without, treated)
    counts = f"which {without} and {treated} of {total} do not"
    way = "say `total: 1000`, or leave the figure out" if total < max(TALL) else "leave the figure out"
    if fewest == most:
        record.note(f"must leave open how many are in both worlds, {counts}: {way}", "rows")
    elif without == treated and needed(rows):
        record.note(f"must differ when they are rounded to whole ones, {counts}: {way}", "rows")


def _groups(record: Record) -> Mapping[str, Text]:
    nested = record.nested("groups")
    if nested is None or not nested.is_group:
        return {}
    sentences = {name: read_sentence(nested, name, ("count",), "count") for name in GROUPS}
    nested.close()
    return {name: text for name, text in sentences.items() if text} if all(sentences.values()) else {}
