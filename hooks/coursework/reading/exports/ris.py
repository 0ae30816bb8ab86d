"""RIS: one tag a line, CRLF, as reference managers read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coursework.reading.exports.record import date, family, pages

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "UNPB",
    "review": "JOUR", "review-book": "JOUR", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CONF",
    "report": "RPRT", "thesis": "THES", "webpage": "ELEC", "post": "ELEC", "post-weblog": "BLOG",
    "legislation": "STAT", "motion_picture": "MPCT", "broadcast": "VIDEO", "dataset": "DATA", "software": "COMP",
    "entry-encyclopedia": "ENCYC",
}  # fmt: skip
_NAMES = {"author": "AU", "editor": "ED", "translator": "A4", "director": "A3"}
_FIELDS = {
    "title": "TI", "title-short": "ST", "container-title": "T2", "collection-title": "T3",
    "volume": "VL", "issue": "IS", "number": "M1",
    "edition": "ET", "publisher": "PB", "publisher-place": "CY", "genre": "M3", "archive": "DB", "ISBN": "SN",
    "ISSN": "SN", "PMID": "AN", "PMCID": "C2", "note": "N1", "keyword": "KW", "DOI": "DO", "URL": "UR",
}  # fmt: skip


def to_ris(records: Iterable[Mapping[str, Any]]) -> str:
    return "\r\n".join("".join(f"{tag}  - {text}\r\n" for tag, text in _tags(csl)) for csl in records)


def _tags(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    edited = csl["type"] == "book" and "author" not in csl and "editor" in csl
    yield "TY", "EDBOOK" if edited else _TYPES.get(csl["type"], "GEN")
    yield "ID", csl["id"]
    for field, tag in _NAMES.items():
        for name in csl.get(field, []):
            yield tag, _person(name)
    for field, tag in _FIELDS.items():
        if csl.get(field) and not (field == "ISSN" and csl.get("ISBN")):  # one tag holds either
            yield tag, csl[field]
    first, last = pages(csl)
    yield from ((tag, page) for tag, page in (("SP", first), ("EP", last)) if page)
    parts = date(csl)
    if parts:
        yield "PY", f"{parts[0]:04d}"
        # Four fields, the last of which is free: 2012/08// is August.
        yield "DA", "/".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:]), *[""] * (4 - len(parts))])
    if date(csl, "accessed"):
        yield "Y2", "/".join(f"{part:02d}" for part in date(csl, "accessed"))
    if date(csl, "original-date"):
        yield "OP", f"{date(csl, 'original-date')[0]:04d}"
    yield "ER", ""


def _person(name: Mapping[str, str]) -> str:
    if "literal" in name and "family" not in name:
        # The comma says that this is a family name as a whole, else programs would take its last word for one.
        return f"{name['literal']},"
    return ", ".join(filter(None, (family(name), name.get("given"), name.get("suffix"))))
