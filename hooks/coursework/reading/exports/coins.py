"""COinS: a reference as the `title` of a `<span class="Z3988">`, where Zotero and others look for one.

It is an OpenURL 1.0 in key/encoded-value form; Zotero's own writer and reader show which keys count.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from coursework.reading.exports.record import family, iso, maker, pages, people
from coursework.reading.model import NAME_FIELDS, Csl, Name, date_in, plain, text_in

_BOOK, _DC = "book", "dc"
# The format of each type, and its genre; of Dublin Core, its type in Zotero's words.
_KINDS = {
    "article-journal": ("journal", "article"), "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"), "review": ("journal", "article"),
    "review-book": ("journal", "article"), "article": ("journal", "preprint"),
    "book": (_BOOK, "book"), "chapter": (_BOOK, "bookitem"),
    "entry-encyclopedia": (_BOOK, "bookitem"), "paper-conference": (_BOOK, "proceeding"), "report": (_BOOK, "report"),
    "thesis": ("dissertation", ""), "post": (_DC, "forumPost"), "post-weblog": (_DC, "blogPost"),
    "legislation": (_DC, "statute"), "motion_picture": (_DC, "film"), "broadcast": (_DC, "tvBroadcast"),
    "dataset": (_DC, "dataset"), "interview": (_DC, "interview"), "speech": (_DC, "presentation"),
    "software": (_DC, "computerProgram"), "bill": (_DC, "bill"), "document": (_DC, "document"),
    "entry": (_BOOK, "bookitem"), "entry-dictionary": (_BOOK, "bookitem"), "classic": (_BOOK, "book"),
    "pamphlet": (_BOOK, "book"), "graphic": (_DC, "artwork"), "figure": (_DC, "artwork"), "hearing": (_DC, "hearing"),
    "legal_case": (_DC, "case"), "manuscript": (_DC, "manuscript"), "map": (_DC, "map"),
    "song": (_DC, "audioRecording"), "patent": (_DC, "patent"), "personal_communication": (_DC, "letter"),
    "standard": (_DC, "standard"),
    "regulation": (_DC, "statute"),
}  # fmt: skip
_JOURNAL = {
    "title": "atitle", "container-title": "jtitle", "volume": "volume", "issue": "issue", "number": "artnum",
    "ISSN": "issn",
}  # fmt: skip
_FIELDS = {
    "journal": _JOURNAL,
    "book": {"title": "btitle"},
    "item": {"title": "atitle", "container-title": "btitle"},
    "dissertation": {"title": "title", "publisher": "inst", "genre": "degree"},
    "dc": {
        "title": "title",
        "container-title": "source",
        "publisher": "publisher",
        "genre": "description",
        "language": "language",
    },
}
_OF_BOOKS = {
    "publisher": "pub", "publisher-place": "place", "edition": "edition", "collection-title": "series", "ISBN": "isbn",
    "ISSN": "issn", "number-of-pages": "tpages",
}  # fmt: skip


def to_coins(csl: Csl) -> str:
    """The record as an OpenURL; the template escapes it."""
    format, genre = _KINDS.get(text_in(csl, "type"), (_DC, "webpage"))
    keys = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format}")]
    keys += [("rfr_id", "info:sid/coursework")]
    doi, pmid, url = (text_in(csl, field) for field in ("DOI", "PMID", "URL"))
    keys += [("rft_id", f"info:doi/{doi}")] if doi and format != _DC else []
    keys += [("rft_id", f"info:pmid/{pmid}")] if pmid else []
    keys += [("rft_id", url)] if url else []
    keys += [(f"rft.{key}", text) for key, text in _matter(csl, format, genre) if text]
    # Not `+` for a space: readers differ on it.
    return urlencode(keys, quote_via=quote, safe=":/,")


def _matter(csl: Csl, format: str, genre: str) -> Iterator[tuple[str, str]]:
    if genre:
        yield ("type" if format == _DC else "genre"), genre
    in_book = format == _BOOK and csl.get("container-title")
    names = _FIELDS["item" if in_book else format] | (_OF_BOOKS if format == _BOOK else {})
    for field, key in names.items():
        yield key, plain(text_in(csl, field))
    if format == _DC:
        doi = text_in(csl, "DOI")
        yield "identifier", f"doi:{doi}" if doi else text_in(csl, "URL")
    elif format != "dissertation" and (page := text_in(csl, "page")):
        first, last = pages(csl)
        yield from (("spage", first), ("epage", last), ("pages", page))
    if issued := date_in(csl):
        yield "date", iso(issued)
    yield from _people(csl, format)


def _people(csl: Csl, format: str) -> Iterator[tuple[str, str]]:
    """The first author in parts and all as they are read aloud; formats but Dublin Core have no key for other roles."""
    by = maker(csl) if format == _DC else "author"
    for place, name in enumerate(people(csl, by)):
        group = "family" not in name
        if format == _DC:
            yield "creator", _inverted(name)
        elif group:
            yield "aucorp", name["literal"]
        else:
            if place == 0:
                yield from (("aulast", family(name)), ("aufirst", name.get("given", "")))
                yield "ausuffix", name.get("suffix", "")
            yield "au", _inverted(name)
    for field in NAME_FIELDS if format == _DC else ():
        yield from (("contributor", _inverted(name)) for name in people(csl, field) if field != by)


def _inverted(name: Name) -> str:
    if "family" not in name:
        return name["literal"]
    return ", ".join(filter(None, (family(name), name.get("given"), name.get("suffix"))))
