"""What was corrected in something that readers answered or were shown, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coursework.source.front_matter import day_of
from coursework.source.place import Text
from coursework.source.problem import Advice, quoted
from coursework.source.record import Record
from coursework.source.values import Value


@dataclass(frozen=True)
class Correction:
    """`text` is Markdown; `day`, as 2026-11-22, is the one on which what was corrected was published."""

    day: str
    text: Text


def corrections_of(record: Record, part: Callable[[Value, str], Record]) -> tuple[Correction, ...]:
    """The field `corrections`, each with its day, from the first to the last; `part(value, name)` opens one.

    By its day a reader's record knows what was read of it: each has a later one than that before it.
    """
    found: list[Correction] = []

    def read(value: Value, number: int) -> Correction | None:
        fields = part(value, f"correction {number}")
        day, text = fields.text("day"), fields.markdown("text")
        fields.close()
        if day is not None and len(day_of(day) or ()) < 3:
            fields.note(f"must be a date as 2026-11-22, not {quoted(day)}", "day")
        elif day is not None and found and day <= found[-1].day:
            message = f"must be later than that of the correction before it, {found[-1].day}, not {quoted(day)}"
            fields.note(f"{message}; what was corrected on one day is one text", "day")
        elif day and text:
            found.append(Correction(str(day), text))
            return found[-1]
        return None

    return record.items("corrections", read, required=False)


def to_come(of: str, corrections: Sequence[Correction], today: date) -> Iterator[Advice]:
    """Advice on each correction, of a question or a claim by its name, whose day has not come: a slip, most likely."""
    for number, correction in enumerate(corrections, 1):
        if correction.day > today.isoformat():
            message = f"should be a day that has come, not {quoted(correction.day)}; the next must be later still"
            yield correction.text.place.advice(f"{of}, correction {number}, day", message)
