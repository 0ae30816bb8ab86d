"""Dates of works, as CSL, its exporters and EDTF write them, or what is wrong with them."""

from __future__ import annotations

import datetime
import re

from coursework.reading.foreign import UNUSED_OF_DATES
from coursework.reading.model import CslDate
from coursework.source.front_matter import is_day
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Mapping, Sequence, Value

_FORM = "must hold `date-parts` with one date or two: a year, or a year, a month and a day, as numbers"
_DAY = r"(-?[0-9]{4})(?:[-/.]([0-9]{1,2}))?(?:[-/.]([0-9]{1,2}))?([~?%]?)"
_WORDS = ("literal", "raw", "edtf")
# As Pandoc and others wrote dates before there were `date-parts`.
_OLD_PARTS = ("year", "month", "day")


def read_date(record: Record, name: str) -> tuple[CslDate | None, str]:
    """The date in a field, if it has any, and the words that stand for it where it has no numbers."""
    value = record.value(name)
    old = [_old_parts(item) for item in value] if isinstance(value, Sequence) else []
    if old and all(old):
        return _checked(record, name, old, {}), ""
    if isinstance(value, Mapping):
        return _group(record, name)
    days = _days_in(value) if isinstance(value, Text) else None
    if value is None or days is None:
        if value is not None:
            record.note(_FORM, name)
        return None, ""
    return _checked(record, name, *days), ""


def date_of(text: str) -> CslDate | None:
    """The date in a text as 1989-02-28, if it is one."""
    parts, about = _days_in(text) or ([], {})
    numbers = [[int(part) for part in day] for day in parts]
    return {"date-parts": numbers, **about} if numbers and all(map(is_day, numbers)) else None


def _group(record: Record, name: str) -> tuple[CslDate | None, str]:
    date = record.nested(name)
    if date is None:
        return None, ""
    value, numbered = date.value("date-parts"), [part for part in _OLD_PARTS if date.has(part)]
    about: dict[str, str | int] = {}
    if (circa := date.text("circa", required=False)) and circa.lower() not in ("false", "0"):
        about["circa"] = 1
    season = date.text("season", required=False)
    if season and re.fullmatch("[1-4]", season):
        about["season"] = int(season)
    elif season:
        date.note(f"must be 1, 2, 3 or 4, from spring to winter, not {quoted(season)}", "season")
    words = {word: text for word in _WORDS if (text := date.text(word, required=False))}
    parts: list[Value] | None = list(value) if isinstance(value, Sequence) else None
    for unused in UNUSED_OF_DATES:
        date.has(unused)
    date.close()
    if value is None and numbered:
        return _checked(record, name, [[str(date.value(part)) for part in numbered]], about), ""
    if parts and all(isinstance(part, Sequence) and list(part) == ["null"] for part in parts):
        parts = None  # as Crossref says that there is none
        if not words:
            return None, ""
    elif value is not None:
        listed = parts is not None and 1 <= len(parts) <= 2 and all(isinstance(part, Sequence) for part in parts)
        texts = [[str(item) for item in part] for part in parts or () if isinstance(part, Sequence)]
        if "literal" in words:
            about["literal"] = str(words["literal"])
        return _checked(record, name, texts if listed else [], about), ""
    for word, text in words.items():
        if word != "literal" and (days := _days_in(text)):
            return _checked(record, name, days[0], about | days[1]), ""
    if not words:
        record.note(_FORM, name)
        return None, ""
    word, text = next(iter(words.items()))
    return {"literal" if word == "edtf" else word: " ".join(text.split()), **about}, text


def _old_parts(date: Value) -> list[str]:
    return [str(date[part]) for part in _OLD_PARTS if part in date] if isinstance(date, Mapping) else []


def _days_in(text: str) -> tuple[list[list[str]], dict[str, str | int]] | None:
    """The day in a text as 1989, 1989-02 or 1989-02-28, or two as 1989/1990; None where it holds anything else."""
    one = re.fullmatch(_DAY, text.strip())
    two = None if one else re.fullmatch(rf"{_DAY}/{_DAY}", text.strip())
    days = [one.groups()] if one else [two.groups()[:4], two.groups()[4:]] if two else []
    about: dict[str, str | int] = {"circa": 1} if any(day[3] for day in days) else {}
    return ([[part for part in day[:3] if part] for day in days], about) if days else None


def _checked(record: Record, name: str, days: list[list[str]], about: dict[str, str | int]) -> CslDate | None:
    read = [[int(part) for part in day if re.fullmatch("-?[0-9]{1,4}", part)] for day in days]
    for day, numbers in zip(days, read):
        if len(numbers) != len(day) or not 1 <= len(numbers) <= 3:
            read = []
            break
        if not all(1 <= part <= last for part, last in zip(numbers[1:], (12, 31))):
            read = []
            break
    if not read:
        record.note(_FORM, name)
        return None
    for numbers in read:
        # Before our era a month was as long as in any year.
        if not is_day([numbers[0] if numbers[0] >= 0 else 4, *numbers[1:]]):
            record.note(f"must be a day that there is, not {quoted('-'.join(map(str, numbers)))}", name)
            return None
    # A work that is in press may carry the next year.
    if name == "issued" and read[0][0] > datetime.date.today().year + 1:
        record.note(f"must not be in a year to come, as {read[0][0]}", name)
    return {"date-parts": read, **about}
