"""A reference as its CSL record, ready for any format: text on one line, without what no file can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coursework.reading.model import (
    NAME_FIELDS,
    NO_DATE,
    OTHERS,
    Csl,
    CslValue,
    Name,
    Reference,
    dates_in,
    expanded,
    names_in,
    text_in,
)

# Control characters, separators of lines, halves of characters: a file of text with them is read wrongly or not at all.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
# Who stands for the author of a work that has none, the first of these that it has.
_MAKERS = (
    "director", "script-writer", "series-creator", "composer", "performer", "host", "producer", "executive-producer",
    "curator", "organizer", "chair", "compiler", "interviewer", "narrator", "guest",
)  # fmt: skip
ET_AL = {"literal": "et al."}
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
# In EDTF a season has the number of a month, from 21 on.
_BEFORE_SEASONS = 20


def clean(text: str) -> str:
    return " ".join(_UNFIT.sub(" ", text).split())


def record(reference: Reference, unconfirmed: str = "") -> dict[str, CslValue]:
    """The CSL record of a reference; one whose details are not confirmed says so in its `keyword`."""
    cleaned: dict[str, CslValue] = {}
    for field, value in reference.csl.items():
        if isinstance(value, str):
            # Of a note each line is one of its own; other formats have it on one line.
            cleaned[field] = "\n".join(map(clean, value.split("\n"))) if field == "note" else clean(value)
        elif field in NAME_FIELDS:
            names = [{part: clean(text) for part, text in name.items()} for name in names_in(reference.csl, field)]
            cleaned[field] = [ET_AL if name.get("literal") == OTHERS else name for name in names]
        else:
            cleaned[field] = value
    if cleaned.get("status") == NO_DATE:
        del cleaned["status"]
    if unconfirmed and not reference.confirmed:
        cleaned["keyword"] = ", ".join(filter(None, (text_in(cleaned, "keyword"), clean(unconfirmed))))
    return cleaned


def pages(csl: Csl) -> tuple[str, str]:
    """The first page and the last, in full. Where they are no plain range, such as 3, 7-9, all stand in the first."""
    page = text_in(csl, "page")
    if short := re.fullmatch(r"([0-9]{1,9})\s*[-–]+\s*([0-9]{1,9})", page):
        return short[1], str(expanded(short[1], short[2])) if int(short[2]) < int(short[1]) else short[2]
    match = re.fullmatch(r"([\w.]+)\s*[-–]+\s*([\w.]+)", page)
    return (match[1], match[2]) if match else (page, "")


def people(csl: Csl, field: str) -> list[Name]:
    """The people and groups of a field, without the words for those that are left out: they are nobody."""
    return [name for name in names_in(csl, field) if name != ET_AL]


def maker(csl: Csl) -> str:
    """The field of those who made a work: of a film without an author its director. An editor is no author."""
    if people(csl, "author") or people(csl, "editor"):
        return "author"
    return next((field for field in _MAKERS if people(csl, field)), "author")


def credits(csl: Csl, fields: Iterable[str]) -> str:
    """Who had a part in a work, for roles of which a format knows nothing: `Illustrator: Ada Bay; Host: Cy Day`."""
    roles = [(field, [_in_words(name) for name in people(csl, field)]) for field in NAME_FIELDS if field in fields]
    return "; ".join(f"{role.replace('-', ' ').capitalize()}: {', '.join(names)}" for role, names in roles if names)


def _in_words(name: Name) -> str:
    return name.get("literal") or " ".join(filter(None, (name.get("given"), family(name), name.get("suffix"))))


def family(name: Name) -> str:
    """The family name with the particles that stand before it."""
    parts = ("dropping-particle", "non-dropping-particle", "family")
    return " ".join(name[part] for part in parts if name.get(part))


def iso(day: Sequence[int]) -> str:
    """A year, with its month and day if they are known, as ISO 8601 has it: there 380 BC is the year -0379."""
    year = day[0] + 1 if day[0] < 0 else day[0]
    return "-".join([f"{'-' if year < 0 else ''}{abs(year):04d}", *(f"{part:02d}" for part in day[1:])])


def edtf(csl: Csl, field: str) -> str:
    """A date with all that is known of it, in the form that BibLaTeX reads: 1998/2001, 1850~, 2001-22 for a summer."""
    days, season = dates_in(csl, field), _season(csl, field)
    if len(days) == 1 and len(days[0]) == 1 and season:
        days = [[*days[0], _BEFORE_SEASONS + season]]
    about = "~" if _is_about(csl, field) else ""
    # The second date of a range that has not ended is the year 0.
    return "/".join(f"{iso(day)}{about}" if day != [0] else "" for day in days)


def year(csl: Csl, field: str = "issued") -> str:
    """The year of a date as people read it: 1998, or 380 BC; empty where there is none."""
    days = dates_in(csl, field)
    return _year(days[0]) if days else ""


def in_words(csl: Csl, field: str) -> str:
    """What a year, a month and a day do not say of a date: its season, its end, or that it is a guess."""
    days, season = dates_in(csl, field), _season(csl, field)
    end = (
        f"until {_year(days[1]) if days[1][0] < 0 else iso(days[1])}"
        if len(days) > 1 and days[1] != [0]
        else "and later"
        if len(days) > 1
        else ""
    )
    parts = (_SEASONS[season - 1] if season else "", end, "circa" if _is_about(csl, field) else "")
    return ", ".join(filter(None, parts))


def _year(day: Sequence[int]) -> str:
    return f"{-day[0]} BC" if day[0] < 0 else f"{day[0]:04d}"


def _season(csl: Csl, field: str) -> int:
    value = csl.get(field)
    season = value.get("season") if isinstance(value, dict) else None
    return season if isinstance(season, int) and 1 <= season <= len(_SEASONS) else 0


def _is_about(csl: Csl, field: str) -> bool:
    value = csl.get(field)
    return isinstance(value, dict) and bool(value.get("circa"))
