"""What Crossref, DataCite, PubMed and reference managers call by other names than CSL, or write in another way."""

from __future__ import annotations

import re
from html import unescape

from coursework.reading.model import MARKUP
from coursework.source.traps import TAGS

# https://api.crossref.org/types
TYPES = {
    "journal-article": "article-journal", "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "book-track": "chapter", "monograph": "book", "edited-book": "book", "reference-book": "book",
    "proceedings": "book",
    "book-set": "book", "book-series": "collection", "report-series": "collection", "proceedings-series": "collection",
    "proceedings-article": "paper-conference", "posted-content": "article", "reference-entry": "entry",
    "dissertation": "thesis", "journal": "periodical", "journal-issue": "periodical", "journal-volume": "periodical",
    "report-component": "report", "peer-review": "review", "database": "dataset", "component": "document",
    "grant": "document", "other": "document",
}  # fmt: skip

# The name in CSL of a field that others call so, or that CSL itself once did.
FIELDS = {
    "event": "event-title", "journalAbbreviation": "container-title-short", "shortTitle": "title-short",
    "short-title": "title-short", "short-container-title": "container-title-short", "article-number": "number",
    "publisher-location": "publisher-place", "edition-number": "edition", "archive-collection": "archive_collection",
    "archive-location": "archive_location",
}  # fmt: skip

# The other half of a title, which Crossref sets apart and CSL does not.
SUBTITLE = "subtitle"

# What they say besides, and nothing here uses.
UNUSED = (
    "abbreviation", "accepted", "agency", "aliases", "alternative-id", "approved", "assertion", "award",
    "award-start", "cited-count", "clinical-trial-number", "component-number", "container", "content-created",
    "content-domain", "content-updated", "copyright", "created", "degree", "deposited", "DOI-URL", "epub-date",
    "free-to-read", "funder", "group-title", "indexed", "institution", "is-referenced-by-count", "isbn-type",
    "issn-type", "journal-issue", "link", "member", "nlm-id", "posted", "prefix", "project", "proceedings-subject",
    "published", "published-online", "published-other", "published-print", "reference", "reference-count",
    "references-count", "relation", "resource", "review", "score", "special-numbering", "special_numbering",
    "standards-body", "subject", "subtype", "system_id", "update-policy", "update-to", "updated-by", "uri", "uris",
)  # fmt: skip
UNUSED_OF_NAMES = (
    "_orcid", "affiliation", "authenticated-orcid", "id", "isInstitution", "multi", "ORCID", "prefix", "role",
    "role-start", "sequence",
)  # fmt: skip
UNUSED_OF_DATES = (
    "date-time", "timestamp", "version",
)  # fmt: skip

_INSTEAD = {
    "em": "i", "italic": "i", "strong": "b", "bold": "b", "inf": "sub", **{tag: tag for tag in MARKUP},
}  # fmt: skip
_SMALL_CAPITALS = '<span style="font-variant:small-caps;">'
_TAG = re.compile(r"<(/?)((?:jats|mml):)?([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/?>")
_HTML = frozenset(TAGS.split())
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# The Markdown in which Pandoc and Better BibTeX write titles; a sign after a backslash is no mark.
_MARKS = [
    (re.compile(rf"(?<![\w*\\]){mark}(?![\s*])([^*]*[^\s*\\]){mark}(?![\w*])"), tag)
    for mark, tag in ((r"\*\*", "b"), (r"\*", "i"))
]
_MARKS += [
    (re.compile(rf"(?<!\\){mark}([^\s{mark}]+)(?<!\\){mark}"), tag) for mark, tag in (("~", "sub"), (r"\^", "sup"))
]
_ESCAPED = re.compile(r"\\([*_~^`\[\]#<>\\])")


def as_csl(text: str) -> tuple[str, str | None]:
    """A text with the markup of CSL for that of others and signs for entities, and the first tag that CSL lacks."""
    left: list[str] = []

    def tag(found: re.Match[str]) -> str:
        end, space, name, rest = found[1], found[2], found[3].lower(), found[4]
        if name in ("sc", "scp"):
            return "</span>" if end else _SMALL_CAPITALS
        if name in _INSTEAD:
            return f"<{end}{_INSTEAD[name]}{rest if name == 'span' else ''}>"
        if not space and name not in _HTML:
            return found[0]
        if not space:
            left.append(found[0])
        return ""

    if "<" in text:
        text = _TAG.sub(tag, text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    return text, left[0] if left else None


def with_tags(title: str) -> str:
    """A title with the tags of CSL for the marks of Markdown: `*…*`, `**…**`, `~…~` and `^…^`."""
    if not re.search(r"[*~^\\]", title):
        return title
    for mark, tag in _MARKS:
        title = mark.sub(rf"<{tag}>\1</{tag}>", title)
    return _ESCAPED.sub(r"\1", title)


def joined(title: str, subtitle: str) -> str:
    """A title and its other half as `A title: Its other half`; the title alone where it has that already."""
    if title.rstrip(" .").casefold().endswith(subtitle.rstrip(" .").casefold()):
        return title
    return f"{title}{' ' if title.endswith((':', '?', '!', '.', '…')) else ': '}{subtitle}"


def as_key(id: str) -> str:
    """An id that a text can cite, of an address or a DOI."""
    return re.sub(r"[^A-Za-z0-9.-]+|[.-]{2,}", "_", id).strip("_.-")
