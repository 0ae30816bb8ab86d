"""Dates of works, as CSL, its exporters and EDTF write them, or what is wrong with them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from coursework.reading.foreign import UNUSED_OF_DATES
from coursework.reading.model import NO_DATE, CslDate
from coursework.source.front_matter import is_day
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Mapping, Sequence, Value

_FORM = (
    "must hold `date-parts` with a date or two (a year, or with its month, or with its day too), "
    "or be one as 1989-02-28, or two as 1989/1990"
)
_DAY = r"(-?[0-9]{4,})(?:[-/.]([0-9]{1,2}))?(?:[-/.]([0-9]{1,2}))?([~?%]?)"
_WORDS = ("literal", "raw", "edtf")
# As Pandoc and others wrote dates before there were `date-parts`.
_OLD_PARTS = ("year", "month", "day")
# The second date of a range that has not ended, and how EDTF writes it.
_OPEN, _OPEN_TEXT = [0], r"(?:\.\.|open)?"
_ABOUT = re.compile(r"(?:c|ca|circa)\b\.? *(?=-?[0-9])", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"([0-9]{1,4}) ?B\.? ?C\.?(?: ?E\.?)?", re.IGNORECASE)
_TIME = re.compile(r"(?<=-[0-9][0-9])T[0-9:.]+(?:Z|[+-][0-9:]+)?$")
# A season in the place of a month, from spring to winter.
_SEASONS = (21, 22, 23, 24)
# What people write where there is no date, and the `status` that says it.
_STATUS = {
    NO_DATE: re.compile(r"\W*(?:n\.? ?d\.?|no date|s\.? ?d\.?|o\. ?j\.?|undated|unknown)\W*", re.IGNORECASE),
    "in press": re.compile(r"\W*(?:in press|forthcoming|to appear|im druck|sous presse)\W*", re.IGNORECASE),
}


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
            instead = instead_of(item, name) if isinstance(item, Text) else ""
            record.note(f"must be {instead}" if instead else _FORM, name)
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
    if not read or any(map(_fault, read.days)):
        return None
    days = [[int(part) for part in day] for day in read.days]
    return None if any(map(_no_day, days)) else {"date-parts": days, **read.about}


def instead_of(words: str, name: str) -> str:
    """What to do where these words stand in the place of a date that there is not; empty for any other words."""
    status = next((status for status, pattern in _STATUS.items() if pattern.fullmatch(words)), None)
    instead = f", with `status: {status}` instead" if name == "issued" else ""
    return f"left out{instead}, not {quoted(words)}" if status else ""


def _text(text: str) -> _Read | None:
    """The day in a text as 1989, 1989-02 or 1989-02-28, or two as 1989/1990; None where it holds anything else.

    Years before our era are those of EDTF, -0379 for 380 BC, but where it says BC.
    """
    text = _TIME.sub("", text.strip())
    begins = _ABOUT.match(text)
    text = text[begins.end() :] if begins else text
    about: dict[str, str | int] = {"circa": 1} if begins else {}
    if before := _BEFORE_CHRIST.fullmatch(text):
        return _Read([[f"-{int(before[1])}"]], about)
    one, two = re.fullmatch(_DAY, text), re.fullmatch(f"{_DAY}/{_DAY}", text)
    still = re.fullmatch(f"{_DAY}/{_OPEN_TEXT}", text)
    found = [one.groups()] if one else [two.groups()[:4], two.groups()[4:]] if two else []
    found = found or ([still.groups()] if still else [])
    if any(day[3] for day in found):
        about["circa"] = 1
    days = [[_as_csl(day[0]), *(part for part in day[1:3] if part)] for day in found]
    return _Read([*days, *([["0"]] if still and not one else [])], about) if days else None


def _as_csl(year: str) -> str:
    """A year of EDTF, which has a year 0, as one of CSL, which has none."""
    return str(int(year) - 1) if re.fullmatch("-[0-9]{4}", year) else year


def _checked(record: Record, name: str, days: list[list[str]], about: dict[str, str | int]) -> CslDate | None:
    fault = _FORM if len(days) > 2 else next(filter(None, map(_fault, days)), "")
    if fault:
        record.note(fault, name)
        return None
    read = [[int(part) for part in day] for day in days]
    if len(read) == 1 and len(read[0]) == 2 and read[0][1] in _SEASONS:
        about, read = {"season": _SEASONS.index(read[0][1]) + 1, **about}, [read[0][:1]]
    for day in read[:1] if read[1:] == [_OPEN] else read:
        if fault := _no_day(day):
            record.note(fault, name)
            return None
    if len(read) == 2 and read[1] != _OPEN and _ends_before(*read):
        first, last = ("-".join(f"{part:02d}" for part in day) for day in read)
        record.note(f"must not end before it begins, as {quoted(f'{first}/{last}')} does", name)
        return None
    # A work that is in press may carry the next year.
    if name == "issued" and read[0][0] > datetime.date.today().year + 1:
        record.note(f"must not be in a year to come, as {read[0][0]}", name)
    return {"date-parts": read, **about}


def _fault(day: list[str]) -> str:
    """What is wrong with the form of a year, a month and a day; empty where nothing is."""
    if not 1 <= len(day) <= 3 or not re.fullmatch("-?[0-9]+", day[0]):
        return _FORM
    if not re.fullmatch("-?[0-9]{1,4}", day[0]):
        return f"must have a year of at most four digits, not {quoted(day[0])}"
    if not all(re.fullmatch("[0-9]{1,2}", part) for part in day[1:]):
        return _FORM if len(day) == 3 else f"must have a month as a number, from 1 to 12, not {quoted(day[1])}"
    return ""


def _no_day(day: list[int]) -> str:
    """Why there is no such day; empty where there is."""
    for part, word, last in zip(day[1:], ("month", "day"), (12, 31)):
        if not 1 <= part <= last:
            return f"must have a {word} from 1 to {last}, or none, not {quoted(str(part))}"
    # Before our era a month was as long as in any year.
    if not is_day([day[0] if day[0] >= 0 else 4, *day[1:]]):
        return f"must be a day that there is, not {quoted('-'.join(map(str, day)))}"
    return ""


def _ends_before(first: list[int], last: list[int]) -> bool:
    both = min(len(first), len(last))
    return last[:both] < first[:both]
