"""RIS: one tag a line, CRLF, as reference managers read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coursework.reading.exports.record import credits, family, in_words, maker, pages, people, year
from coursework.reading.model import NAME_FIELDS, Csl, Name, date_in, plain, text_in

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "UNPB",
    "review": "JOUR", "review-book": "JOUR", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CONF",
    "report": "RPRT", "thesis": "THES", "webpage": "ELEC", "post": "ELEC", "post-weblog": "BLOG",
    "legislation": "STAT", "motion_picture": "MPCT", "broadcast": "VIDEO", "dataset": "DATA", "software": "COMP",
    "entry-encyclopedia": "ENCYC", "entry": "ENCYC", "entry-dictionary": "DICT", "bill": "BILL", "classic": "CLSWK",
    "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "legal_case": "CASE", "manuscript": "MANSCPT",
    "map": "MAP", "musical_score": "MUSIC", "pamphlet": "PAMP", "patent": "PAT", "periodical": "JFULL",
    "personal_communication": "PCOMM", "regulation": "GOVDOC", "song": "SOUND", "speech": "SLIDE", "standard": "STAND",
}  # fmt: skip
_NAMES = {
    "author": "AU", "editor": "ED", "translator": "A4", "interviewer": "A2", "recipient": "A2", "performer": "A2",
    "collection-editor": "A3", "director": "A3", "producer": "A3",
}  # fmt: skip
_FIELDS = {
    "title": "TI", "title-short": "ST", "container-title": "T2", "collection-title": "T3",
    "volume": "VL", "issue": "IS", "number": "M1",
    "edition": "ET", "publisher": "PB", "publisher-place": "CY", "genre": "M3", "archive": "DB", "ISBN": "SN",
    "ISSN": "SN", "PMID": "AN", "PMCID": "C2", "note": "N1", "keyword": "KW", "DOI": "DO", "URL": "UR",
    "abstract": "AB", "annote": "N1", "call-number": "CN", "container-title-short": "J2", "language": "LA",
    "number-of-volumes": "NV", "reviewed-title": "RI", "section": "SE", "source": "DP", "translated-title": "TT",
}  # fmt: skip


def to_ris(records: Iterable[Csl]) -> str:
    return "\r\n".join("".join(f"{tag}  - {text}\r\n" for tag, text in _tags(csl)) for csl in records)


def _tags(csl: Csl) -> Iterator[tuple[str, str]]:
    edited = text_in(csl, "type") == "book" and "author" not in csl and "editor" in csl
    yield "TY", "EDBOOK" if edited else _TYPES.get(text_in(csl, "type"), "GEN")
    yield "ID", text_in(csl, "id")
    tags = {**_NAMES, maker(csl): "AU"}
    for field, tag in tags.items():
        for name in people(csl, field):
            yield tag, _person(name)
    if others := credits(csl, {*NAME_FIELDS} - {*tags}):
        yield "N1", others
    for field, tag in _FIELDS.items():
        text = plain(text_in(csl, field))
        if text and not (field == "ISSN" and text_in(csl, "ISBN")):  # one tag holds either
            yield tag, text
    if not csl.get("edition") and (version := text_in(csl, "version")):
        yield "ET", version
    if not csl.get("container-title") and (event := plain(text_in(csl, "event-title"))):
        yield "T2", event
    first, last = pages(csl)
    yield from ((tag, page) for tag, page in (("SP", first), ("EP", last)) if page)
    parts = date_in(csl)
    if parts:
        yield "PY", year(csl)
        # Four fields, the last of which is free: 2012/08// is August.
        more = [f"{part:02d}" for part in parts[1:]]
        yield "DA", "/".join([year(csl), *more, *[""] * (2 - len(more)), in_words(csl, "issued")])
    if accessed := date_in(csl, "accessed"):
        yield "Y2", "/".join(f"{part:02d}" for part in accessed)
    if original := year(csl, "original-date"):
        yield "OP", original
    yield "ER", ""


def _person(name: Name) -> str:
    if "literal" in name and "family" not in name:
        # The comma says that this is a family name as a whole, else programs would take its last word for one.
        return f"{name['literal']},"
    return ", ".join(filter(None, (family(name), name.get("given"), name.get("suffix"))))
