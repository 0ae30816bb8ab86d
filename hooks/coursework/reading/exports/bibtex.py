"""BibLaTeX, with the older names of fields where it knows both, so that BibTeX finds journal, year and address too.

Ours and not Pandoc's writer: that one lost PMCIDs and the names of blogs, cut publishers in two at each "and", and
turned titles into Title Case. It also takes half a second, this none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate

from coursework.reading.exports.record import ET_AL, credits, edtf, maker, people, year
from coursework.reading.model import NAME_FIELDS, TAG, Csl, Name, converted, names_in, text_in

_ENTRIES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "review": "review",
    "review-book": "review", "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "report": "report", "thesis": "thesis", "webpage": "online", "post": "online", "post-weblog": "online",
    "legislation": "legislation", "motion_picture": "movie", "dataset": "dataset", "software": "software",
    "entry-encyclopedia": "inreference", "speech": "unpublished",
    "bill": "legislation", "classic": "book", "entry": "inreference", "entry-dictionary": "inreference",
    "figure": "image", "graphic": "image", "legal_case": "jurisdiction", "manuscript": "unpublished",
    "pamphlet": "booklet", "patent": "patent", "performance": "performance", "periodical": "periodical",
    "personal_communication": "letter", "regulation": "legislation", "song": "audio", "standard": "standard",
    "treaty": "legal",
}  # fmt: skip
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper", "post-weblog": "blog"}
# What styles change the case of; and what may be several, so that programs cut it at each "and".
_TITLES, _LISTS = ("title", "shorttitle", "booktitle"), ("publisher", "publisher-place")
_IN_A_BOOK = ("incollection", "inproceedings", "inreference")
_FIELDS = {
    "title": "title", "title-short": "shorttitle", "container-title": "journal", "collection-title": "series",
    "volume": "volume",
    "number": "number", "issue": "number", "edition": "edition", "publisher": "publisher",
    "publisher-place": "address", "genre": "type", "status": "pubstate",
    "event-title": "eventtitle", "chapter-number": "chapter", "number-of-pages": "pagetotal", "ISBN": "isbn",
    "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "note": "note", "keyword": "keywords",
    "abstract": "abstract", "annote": "annotation", "call-number": "library", "container-title-short": "shortjournal",
    "event-place": "venue", "language": "language", "number-of-volumes": "volumes",
    "original-publisher": "origpublisher", "original-publisher-place": "origlocation",
    "original-title": "origtitle",
    "version": "version",
}  # fmt: skip
_NAMES = {"author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor"}
# BibLaTeX has room for three roles more, each with its name beside it.
_MORE_ROLES = ("editora", "editorb", "editorc")
_COMMANDS = {"i": "emph", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
_SIGNS = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\`{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    # Ligatures of TeX: two hyphens would be a dash, two quotes another quote.
    "--": "-{}-", "''": "'{}'", "<<": "<{}<", ">>": ">{}>",
}  # fmt: skip
# Programs count braces even after a backslash, so a brace without its other must not stand as one.
_UNPAIRED = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_SIGN = re.compile(r"--|''|<<|>>|[{}\\~^`&%$#_]")


def to_bibtex(records: Iterable[Csl]) -> str:
    return "\n".join(map(_entry, records))


def _entry(csl: Csl) -> str:
    type = text_in(csl, "type")
    kind = _ENTRIES.get(type, "misc")
    if kind == "book" and "author" not in csl and "editor" in csl:
        kind = "collection"
    fields = _roles(csl)
    if type in _SUBTYPES:
        fields["entrysubtype"] = _SUBTYPES[type]
    for field, name in _FIELDS.items():
        if text := text_in(csl, field):
            name = _name(name, field, kind, csl)
            write = _keeping_case if name in _TITLES else _whole if field in _LISTS else tex
            fields[name] = "; ".join(filter(None, (fields.get(name) if name == "note" else "", write(text))))
    if page := text_in(csl, "page"):
        fields["pages"] = re.sub(r"(?<=\w)[-–]+(?=\w)", "--", page) if _plain(page) else tex(page)
    dates = {"issued": "date", "original-date": "origdate", "accessed": "urldate", "event-date": "eventdate"}
    for field, name in dates.items():
        if date := edtf(csl, field):
            fields[name] = date
    if kind == "book" and not csl.get("number") and (number := text_in(csl, "collection-number")):
        fields["number"] = tex(number)
    if issued := year(csl):
        fields["year"] = issued
    for field, name in (("DOI", "doi"), ("URL", "url")):
        if address := text_in(csl, field):
            fields[name] = _verbatim(address)
    lines = [f"  {name} = {{{text}}},\n" for name, text in fields.items()]
    return f"@{kind}{{{text_in(csl, 'id')},\n{''.join(lines)}}}\n"


def _roles(csl: Csl) -> dict[str, str]:
    """The fields of names. Who made a work that has no author stands as its author, with the role beside it."""
    by = maker(csl)
    names = {**_NAMES, by: "author"}
    fields = {name: _names(found) for field, name in names.items() if (found := names_in(csl, field))}
    if by != "author":
        fields["authortype"] = tex(by)
    rest = [field for field in NAME_FIELDS if field not in names and people(csl, field)]
    for role, name in zip(rest, _MORE_ROLES):
        fields |= {name: _names(names_in(csl, role)), f"{name}type": role}
    if others := credits(csl, rest[len(_MORE_ROLES) :]):
        fields["note"] = tex(others)
    return fields


def _name(name: str, field: str, kind: str, csl: Csl) -> str:
    """How a field is called in a kind of entry."""
    if name == "journal" and kind in _IN_A_BOOK:
        return "booktitle"
    if name == "publisher" and kind in ("report", "thesis"):
        return "institution"
    if field == "number" and (kind in ("article", "review") or csl.get("issue")):
        return "eid"  # an article's own number, beside those of its volume and issue
    return name


def _plain(page: str) -> bool:
    return not re.search(r"[^\w\s.,–-]|_", page)


def tex(text: str) -> str:
    """Text on one line in which no sign is a command of TeX, but the tags of CSL are."""
    text = " ".join(text.split())
    signs = _SIGNS if _paired(text) else _SIGNS | _UNPAIRED
    escaped = _outside_tags(text, lambda words: _SIGN.sub(lambda sign: signs[sign[0]], words))
    return converted(escaped, _command)


def _outside_tags(text: str, write: Callable[[str], str]) -> str:
    if "<" not in text:
        return write(text)
    parts = TAG.split(text)
    return "".join(part if place % 2 else write(part) for place, part in enumerate(parts))


def _command(tag: str, attributes: str, content: str) -> str:
    command = "textsc" if "small-caps" in attributes else _COMMANDS.get(tag, "")
    return f"\\{command}{{{content}}}" if command else f"{{{content}}}"


def _paired(text: str) -> bool:
    depths = list(accumulate({"{": 1, "}": -1}.get(char, 0) for char in text))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)


def _keeping_case(title: str) -> str:
    """A title in sentence case. Braces keep the letters of names as they are where a style makes all small."""
    if re.search(r"[{}]", title):
        return f"{{{tex(title)}}}"
    parts = TAG.split(title)
    cased = [part if place % 2 else _named(part, place == 0) for place, part in enumerate(parts)]
    return converted("".join(cased), _command)


def _named(words: str, begins: bool) -> str:
    """Words of which those with capitals are in braces, but not the first of a title that `begins` with them."""
    parts = re.split(r"(\s+)", words)
    written: list[str] = []
    for before, word in zip(["", "", *parts], parts):
        # After a full stop, as of "vs.", a style would begin anew.
        named = any(char.isupper() for char in word) or (before.endswith((".", "?", "!", ":")) and word[:1].islower())
        if begins and not written:
            named = word.capitalize() != word
        written.append(f"{{{tex(word)}}}" if named else word if word.isspace() else tex(word))
    return "".join(written)


def _verbatim(address: str) -> str:
    """An address, in which TeX reads every sign but these as it stands."""
    return address.translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C", ord(" "): "%20"})


def _names(names: Iterable[Name]) -> str:
    names = list(names)
    # Only at the end is this no name.
    others = ["others"] if ET_AL in names else []
    return " and ".join([*(_person(name) for name in names if name != ET_AL), *others])


def _person(name: Name) -> str:
    if "literal" in name and "family" not in name:
        return f"{{{{{tex(name['literal'])}}}}}"
    particles = " ".join(name[part] for part in ("dropping-particle", "non-dropping-particle") if name.get(part))
    family = " ".join(filter(None, (tex(particles), _whole(name["family"]))))
    return ", ".join(filter(None, (family, _whole(name.get("suffix", "")), _whole(name.get("given", "")))))


def _whole(part: str) -> str:
    """A part of a name or a list, in braces where a program would cut it: at a comma, an "and", a small letter."""
    return f"{{{tex(part)}}}" if part[:1].islower() or re.search(r",|\band\b", part, re.IGNORECASE) else tex(part)
