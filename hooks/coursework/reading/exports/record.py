"""A reference as its CSL record, ready for any format: text on one line, without what no file can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coursework.reading.model import NAME_FIELDS, NO_DATE, OTHERS, Csl, CslValue, Name, Reference, names_in, text_in

# Control characters, separators of lines, halves of characters: a file of text with them is read wrongly or not at all.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
# Who stands for the author of a work that has none, the first of these that it has.
_MAKERS = (
    "director", "script-writer", "series-creator", "composer", "performer", "host", "producer", "executive-producer",
    "curator", "organizer", "chair", "compiler", "interviewer", "narrator", "guest",
)  # fmt: skip
ET_AL = {"literal": "et al."}


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
    """The first page and the last. Where they are no plain range, such as 3, 7-9, all stand in the first."""
    page = text_in(csl, "page")
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
