"""What readers guess of a figure before they see it: which rows, beside which, and how sure they are to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursework.figure.model import Asked, Axis, Guess, Row
from coursework.source.place import Text
from coursework.source.problem import quoted, suggestion
from coursework.source.record import Record
from coursework.source.values import Value
from coursework.text.snippet import fold

_SURE = re.compile("[1-9]")
_USUALLY_SURE = 8
# A hand that moves a line wants no fewer places on an axis, and needs no more than ten times as many.
_FEWEST_PLACES = 30
# Nobody goes through more of them by keys, however many digits the ends of the axis have.
_MOST_PLACES = 1000
# On a log scale, where no step is as long as the next.
_PLACES_OF_A_LOG = 100
_LONGEST_ID = 100


class _Asked(Record):
    foreign = {"label": ("row",)}  # noqa: RUF012  as in `Record`


def read_guess(record: Record, rows: Sequence[Row] | None) -> Guess | None:
    """The field `guess` of a figure with these rows; None where it is absent, or where a mistake was noted.

    Of rows with mistakes, None, nothing can be said before they are mended.
    """
    own = record.nested("guess", required=False)
    if own is None:
        return None
    before = len(own.problems)
    labels: dict[str, Text] = {}
    asked = own.items("rows", lambda value, number: _asked(value, number, own, rows, labels))
    given = own.texts("given")
    for label in given if rows is not None else ():
        _row(own, "given", label, rows or ())
    for label in given:
        if label in {each.row for each in asked}:
            message = f"must not be one of `rows`, which are asked for, as {quoted(label)} is"
            own.note(message, "given", label.place)
    ask, interval = own.text("ask", required=False), own.flag("interval")
    sure = own.text("sure", required=False)
    if sure is not None and interval is False:
        own.note("must be left out where `interval` is false: of a line alone nobody can be sure", "sure")
    elif sure is not None and not _SURE.fullmatch(sure):
        message = "must be a whole number from 1 to 9, how often in ten a range should hold what was found"
        own.note(f"{message}, not {quoted(sure)}", "sure")
    own.close()
    if len(own.problems) > before:
        return None
    return Guess(asked, given, ask, interval is not False, int(sure or _USUALLY_SURE))


def _asked(value: Value, number: int, own: Record, rows: Sequence[Row] | None, labels: dict[str, Text]) -> Asked | None:
    """A row to be guessed, by its label; or a group of its label and of what is said then."""
    label: Text | None
    answer: Text | None = None
    if isinstance(value, Text) and value.strip():
        label = value
    else:
        record = _Asked(value, f"{own.where}, row {number}", own.problems)
        if not record.is_group:
            return None
        label, answer = record.text("row"), record.text("answer", required=False)
        record.close()
    row = _row(own, "rows", label, rows) if label and rows is not None else None
    if label is None or row is None:
        return None
    if row.estimate is None:
        own.note(f"must have an estimate, for which readers are asked; {quoted(label)} has none", "rows", label.place)
        return None
    first = labels.setdefault(row_id(label), label)
    if first is not label:
        message = f"must differ from the one in line {first.place.line} in a letter or a digit, not be {quoted(label)}"
        own.note(f"{message}: guesses are kept by them", "rows", label.place)
        return None
    return Asked(label, row.estimate, answer)


def _row(own: Record, field: str, label: Text, rows: Sequence[Row]) -> Row | None:
    """The row of a label; where there is none, that is noted."""
    found = next((row for row in rows if row.label == label), None)
    if found is None:
        near = suggestion(label, [row.label for row in rows])
        own.note(f"must be the label of a row, not {quoted(label)}{near}", field, label.place)
    return found


def row_id(label: str) -> str:
    """What a guess at a row is kept by, beside its figure: the letters and digits of its label, for ever."""
    return ("-".join(re.findall(r"\w+", fold(label))) or "-")[:_LONGEST_ID]


def places(axis: Axis) -> tuple[int, int]:
    """In how many steps a line is moved along an axis, and with how many digits a place is written, on a log scale 0.

    The steps are tenths, ones, tens, as numbers of the axis are written.
    """
    if axis.scale == "log":
        return _PLACES_OF_A_LOG, 0
    whole = axis.max - axis.min
    # No longer than the ends of the axis ask for, so that the line can stand on both.
    ends = [int(end.normalize().as_tuple().exponent) for end in (axis.min, axis.max) if end]
    enough = (whole / _FEWEST_PLACES).adjusted()
    power = min(enough, *ends)
    steps = int(whole.scaleb(-power))
    return steps if steps <= _MOST_PLACES else int(whole.scaleb(-enough)), max(0, -power)
