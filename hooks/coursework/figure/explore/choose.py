"""What you let in is what you get: readers answer a few questions, and see the estimate that was published for them.

No estimate is written here: each is a row of another figure, with the answers that lead to it. What leads to none has
been published by nobody, as far as the course knows, and that is what the figure says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from coursework.figure.draw import place
from coursework.figure.explore.borrow import Lent, Unfilled, borrow
from coursework.figure.explore.parts import Parts, read_sentence
from coursework.figure.fields import Borrowed, Found
from coursework.figure.model import Explorable
from coursework.source.place import Place, Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import ID_RULE, Value, is_identifier
from coursework.source.values import Mapping as Fields
from coursework.source.values import Sequence as Items

# As wide as a dot is on a phone, in percent: nearer ones stand above one another.
_DOT = 3.4


@dataclass(frozen=True)
class Switch:
    """A question to the reader; `options` are its answers, by their ids."""

    id: Text
    ask: Text
    options: Mapping[str, Text]


class Spot(NamedTuple):
    """A row with its place in percent, how many dots stand beneath its own, and the row farthest from it.

    `when` are the answers that lead to it, and `apart` are those of the other one which differ.
    """

    at: float
    level: int
    when: tuple[str, ...]
    farthest: int
    apart: tuple[Text, ...]


@dataclass(frozen=True)
class Choose:
    """`when` are the answers that lead to each row, an option of each switch; `start` are those at first.

    `answer` is said when every row was found.
    """

    picture: ClassVar[str] = ""
    switches: tuple[Switch, ...]
    when: tuple[tuple[str, ...], ...]
    start: tuple[str, ...]
    answer: Text | None = None

    def drawn(self, figure: Explorable) -> Mapping[str, object]:
        spots = list(self._spots(figure))
        return {"spots": spots, "levels": 1 + max(spot.level for spot in spots), "start": self.when.index(self.start)}

    def columns(self, figure: Explorable) -> Sequence[Mapping[str, str]]:
        """The answers that lead to each row, by the ids of the switches."""
        return [
            {str(switch.id): str(switch.options[option]) for switch, option in zip(self.switches, when)}
            for when in self.when
        ]

    def _spots(self, figure: Explorable) -> Iterable[Spot]:
        estimates = [row.estimate or Decimal(0) for row in figure.rows]  # each has one
        values = list(map(float, estimates))
        before: list[tuple[float, int]] = []
        for number, when in enumerate(self.when):
            at = place(figure.axis, estimates[number])
            level = next(n for n in range(len(values)) if all(n != m or abs(at - other) >= _DOT for other, m in before))
            before.append((at, level))
            farthest = max(range(len(values)), key=lambda other: abs(values[other] - values[number]))
            apart = tuple(
                switch.options[option]
                for switch, own, option in zip(self.switches, when, self.when[farthest])
                if own != option
            )
            yield Spot(at, level, when, farthest, apart)


class _Way(NamedTuple):
    """A row of another figure, and the answers that lead to it; where they stand in the file."""

    row: Borrowed
    when: tuple[str, ...]


def read_choose(record: Record, found: Found) -> Unfilled | None:
    """The fields that only this kind has. Its rows are asked of the figure that it names in `of`."""
    figure = record.text("of")
    switches = record.items("switches", lambda value, number: _switch(value, number, found))
    if len(switches) < _length(record.value("switches")):
        switches = ()  # what leads to a row can only be told where all of them can be read
    labels: dict[str, Text] = {}
    combinations: dict[tuple[str, ...], Place] = {}

    def way(value: Value, number: int) -> _Way | None:
        row = Record(value, f"row {number}", found.problems)
        asked = borrow(row, found, "row", figure) if figure else None
        row.has("row")
        when = _answers(row, "when", switches)
        row.close()
        if asked and labels.setdefault(asked.row, asked.row) is not asked.row:
            row.note(f"must differ from the one in line {labels[asked.row].place.line}", "row")
        if when and combinations.setdefault(when, row.place) is not row.place:
            line = combinations[when].line
            row.note(f"must differ from the answers in line {line}, which lead to another row", "when")
        return _Way(asked, when) if asked and when else None

    ways = record.items("rows", way)
    start = _answers(record, "start", switches)
    answer = read_sentence(record, "answer", (), required=False)
    if record.has("axis"):
        record.note("must be left out: the axis is that of the figure in `of`", "axis")
    rows = _length(record.value("rows"))
    if rows == 1:
        record.note("must have two rows or more, between which readers choose, but has one", "rows")
    if not (figure and start and ways and rows == len(ways) == len(combinations)):
        return None
    if start not in combinations:
        record.note("must be answers that lead to a row, as the `when` of one of them", "start")
    for number, switch in enumerate(switches):
        for name, option in switch.options.items():
            if not any(when[number] == name for when in combinations):
                message = f"must be among the answers of a row, or left out: {quoted(name)} leads nowhere"
                found.problems.append(option.place.problem(f"switch {switch.id}, options", message))
    own = Choose(switches, tuple(way.when for way in ways), start, answer)

    def fill(lent: Mapping[Borrowed, Lent]) -> Parts:
        return Parts(lent[ways[0].row].axis, tuple(lent[way.row].row for way in ways), own)

    return Unfilled(fill)


def _length(value: Value | None) -> int:
    return len(value) if isinstance(value, Items) else 0


def _switch(value: Value, number: int, found: Found) -> Switch | None:
    record = Record(value, f"switch {number}", found.problems)
    id, ask = record.identifier(), record.text("ask")
    given = record.value("options")
    listed = record.nested("options")
    record.close()
    options: dict[str, Text] = {}
    if listed and isinstance(given, Fields):
        listed.where = f"switch {id or number}, options"
        for name in given.names():
            if not is_identifier(name):
                listed.note(f"must be {ID_RULE}, not {quoted(name)}", place=name.place)
            if text := listed.text(name):
                options[name] = text
        if len(options) < 2:
            listed.note("must be two answers or more (`name: words`)")
    return Switch(id, ask, options) if id and ask and len(options) > 1 else None


def _answers(record: Record, field: str, switches: Sequence[Switch]) -> tuple[str, ...] | None:
    """An option of each switch, in their order; None where one is missing or unknown, which is noted."""
    given = record.nested(field)
    if given is None or not switches:
        return None
    answers = [given.word(switch.id, switch.options) for switch in switches]
    given.close()
    return tuple(map(str, answers)) if all(answers) else None
