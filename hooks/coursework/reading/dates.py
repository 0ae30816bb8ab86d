"""Dates of works, as CSL, its exporters and EDTF write them, or what is wrong with them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from coursework.reading.foreign import UNUSED_OF_DATES
from coursework.reading.model import CslDate
from coursework.source.front_matter import is_day
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Mapping, Sequence, Value

_FORM = (
    "must hold `date-parts` with a date or two (a year, or with its month, or with its day too), "
    "or be one as 1989-02-28"
)
_DAY = r"(-?[0-9]{4})(?:[-/.]([0-9]{1,2}))?(?:[-/.]([0-9]{1,2}))?([~?%]?)"
_WORDS = ("literal", "raw", "edtf")
# As Pandoc and others wrote dates before there were `date-parts`.
_OLD_PARTS = ("year", "month", "day")
# The second date of a range that has not ended.
_OPEN = [0]


def read_date(record: Record, name: str) -> tuple[CslDate | None, str]:
    """The date in a field, if it has any, and the words that stand for it where it has no numbers."""
    value = record.value(name)
    if value is None:
        return None, ""
    # In a list are the two dates of a range, as Pandoc and Better BibTeX have them.
    items: list[Value] = list(value) if isinstance(value, Sequence) else [value]
    days: list[list[str]] = []
    about: dict[str, str | int] = {}
    words = ""
    for item in items:
        read = _text(item) if isinstance(item, Text) and not isinstance(value, Sequence) else None
        if isinstance(item, Mapping):
            read = _group(Record(item, f"{record.where}, {name}", record.problems))
        if read is None:
            record.note(_FORM, name)
            return None, ""
        days += read.days
        about = read.about | about
        words = words or read.words
    if not days:
        return (about, words) if words else (None, "")
    return _checked(record, name, days, about), ""


@dataclass
class _Read:
    """The parts of the days that stand somewhere, what is said about them, and words in their place."""

    days: list[list[str]] = field(default_factory=list)
    about: dict[str, str | int] = field(default_factory=dict)
    words: str = ""


def _group(date: Record) -> _Read | None:
    """What one group of fields says; None where it holds no date of any form."""
    value, numbered = date.value("date-parts"), date.given(_OLD_PARTS)
    read = _Read()
    if (circa := date.text("circa", required=False)) and circa.lower() not in ("false", "0"):
        read.about["circa"] = 1
    season = date.text("season", required=False)
    if season and re.fullmatch("[1-4]", season):
        read.about["season"] = int(season)
    elif season:
        date.note(f"must be 1, 2, 3 or 4, from spring to winter, not {quoted(season)}", "season")
    words = {word: " ".join(text.split()) for word in _WORDS if (text := date.text(word, required=False))}
    date.given(UNUSED_OF_DATES)
    date.close()
    if "literal" in words:
        read.about["literal"] = words["literal"]
    if value is None and numbered:
        read.days = [[str(date.value(part)) for part in numbered]]
        return read
    parts: list[Value] = list(value) if isinstance(value, Sequence) else []
    # Crossref says [[null]] where there is no date.
    if value is not None and parts != [["null"]]:
        read.days = [[str(item) for item in part] if isinstance(part, Sequence) else [] for part in parts]
        return read if 1 <= len(parts) <= 2 else None
    for word, written in words.items():
        if word != "literal" and (found := _text(written)):
            return _Read(found.days, found.about | read.about)
    if not words:
        return read if parts else None
    word, read.words = next(iter(words.items()))
    read.about["literal" if word == "edtf" else word] = read.words
    return read


def date_of(text: str) -> CslDate | None:
    """The date in a text as 1989-02-28, if it is one."""
    read = _text(text)
    days = [[int(part) for part in day] for day in read.days] if read else []
    return {"date-parts": days, **read.about} if read and all(map(is_day, days)) else None


def _text(text: str) -> _Read | None:
    """The day in a text as 1989, 1989-02 or 1989-02-28, or two as 1989/1990; None where it holds anything else."""
    one = re.fullmatch(_DAY, text.strip())
    two = None if one else re.fullmatch(rf"{_DAY}/{_DAY}", text.strip())
    days = [one.groups()] if one else [two.groups()[:4], two.groups()[4:]] if two else []
    about: dict[str, str | int] = {"circa": 1} if any(day[3] for day in days) else {}
    return _Read([[part for part in day[:3] if part] for day in days], about) if days else None


def _checked(record: Record, name: str, days: list[list[str]], about: dict[str, str | int]) -> CslDate | None:
    read = [[int(part) for part in day if re.fullmatch("-?[0-9]{1,4}", part)] for day in days]
    if any(len(day) != len(parts) or not _in_form(day) for day, parts in zip(read, days)) or len(days) > 2:
        record.note(_FORM, name)
        return None
    for day in read[:1] if read[1:] == [_OPEN] else read:
        # Before our era a month was as long as in any year.
        if not is_day([day[0] if day[0] >= 0 else 4, *day[1:]]):
            record.note(f"must be a day that there is, not {quoted('-'.join(map(str, day)))}", name)
            return None
    # A work that is in press may carry the next year.
    if name == "issued" and read[0][0] > datetime.date.today().year + 1:
        record.note(f"must not be in a year to come, as {read[0][0]}", name)
    return {"date-parts": read, **about}


def _in_form(day: list[int]) -> bool:
    return 1 <= len(day) <= 3 and all(1 <= part <= last for part, last in zip(day[1:], (12, 31)))
