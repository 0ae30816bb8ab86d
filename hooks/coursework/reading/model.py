"""What a reference and a reading list are. No YAML, no HTML, no Pandoc."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coursework.source.place import Place, Text

LEVELS = ("introductory", "intermediate", "advanced")
MINUTES_A_PAGE = 3
# More are a mistake.
MOST_PAGES = 3000
ACCESS = ("open", "paywalled", "unknown")

# All item types and variables of CSL 1.0.2, which Zotero writes, appendices III and IV:
# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
)  # fmt: skip
NAME_FIELDS = (
    "author", "editor", "translator", "container-author", "director", "interviewer", "chair", "collection-editor",
    "compiler", "composer", "contributor", "curator", "editorial-director", "executive-producer", "guest", "host",
    "illustrator", "narrator", "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author",
    "script-writer", "series-creator",
)  # fmt: skip
NAME_PARTS = (
    "family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "comma-suffix",
    "static-ordering", "parse-names",
)  # fmt: skip
DATE_FIELDS = ("issued", "accessed", "original-date", "available-date", "event-date", "submitted")
TITLE_FIELDS = (
    "title", "title-short", "container-title", "container-title-short", "collection-title", "event-title",
    "original-title", "part-title", "reviewed-title", "translated-title", "translated-title-short", "volume-title",
    "volume-title-short",
)  # fmt: skip
# In the order in which the files to take along have them.
TEXT_FIELDS = (
    *TITLE_FIELDS, "publisher", "publisher-place", "edition", "volume", "issue", "page", "number", "number-of-pages",
    "chapter-number", "genre", "medium", "status", "archive", "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "note",
    "abstract", "annote", "archive-place", "archive_collection", "archive_location", "authority", "call-number",
    "citation-key", "citation-label", "citation-number", "collection-number", "dimensions", "division", "event-place",
    "first-reference-note-number", "ISAN", "ISCI", "ISMN", "ISRC", "ISWC", "jurisdiction", "keyword", "language",
    "license", "locator", "number-of-volumes", "original-publisher", "original-publisher-place", "page-first", "part",
    "part-number", "printing", "printing-number", "references", "reviewed-genre", "scale", "section", "source",
    "supplement", "supplement-number", "version", "year-suffix",
)  # fmt: skip
MARKUP = ("i", "b", "sub", "sup", "span")
"""The tags that CSL itself gives to titles."""
TAG = re.compile(r"(</?(?:i|b|sub|sup|span)>|<span [^<>]*>)")
"""One of them; a text that is split at it has its words at even places and its tags at odd ones."""
_PAIR = re.compile(r"<(i|b|sub|sup|span)((?: [^<>]*)?)>((?:(?!</?(?:i|b|sub|sup|span)[ >]).)*)</\1>", re.DOTALL)
# The signs that Unicode has, raised and lowered.
_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

# A work in the words of the Citation Style Language (CSL-JSON): texts, people and groups, dates, lists of words.
Name = Mapping[str, str]
CslDate = Mapping[str, object]
CslValue = str | Sequence[Name] | Sequence[str] | CslDate
Csl = Mapping[str, CslValue]


def text_in(csl: Csl, field: str) -> str:
    """A text of a work; empty where it has none."""
    value = csl.get(field)
    return value if isinstance(value, str) else ""


def names_in(csl: Csl, *fields: str) -> Sequence[Name]:
    """The names in the first of these fields that has any."""
    for field in fields:
        value = csl.get(field)
        names = [name for name in value if isinstance(name, dict)] if isinstance(value, list) else []
        if names:
            return names
    return ()


def date_in(csl: Csl, field: str = "issued") -> list[int]:
    """A year, or a year and a month, or these and a day; empty where no date is known. Of two, the first."""
    return [*dates_in(csl, field), []][0]


def dates_in(csl: Csl, field: str) -> list[list[int]]:
    """The date in a field, or the two of a range; a second one that is `[0]` is still to come."""
    value = csl.get(field)
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return [list(day) for day in parts if day] if isinstance(parts, list) else []


def converted(text: str, write: Callable[[str, str, str], str]) -> str:
    """A text with what `write(tag, attributes, content)` gives for each pair of tags; one without its other stays."""
    if "<" not in text:
        return text
    while (inner := _PAIR.sub(lambda pair: write(*pair.groups()), text)) != text:
        text = inner
    return text


def plain(text: str) -> str:
    """A text on one line without tags; what is raised or lowered by the signs of Unicode, where it has them."""
    return " ".join(converted(text, _plain).split())


def _plain(tag: str, attributes: str, content: str) -> str:
    signs = {"sup": _RAISED, "sub": _LOWERED}.get(tag, {})
    return content.translate(signs) if all(ord(sign) in signs for sign in content) else content


# What stands, as a `literal`, at the end of a list of names that is not complete; and as the `status` of a work that
# has no date, which styles say in their own way.
OTHERS, NO_DATE = "and others", "no date"


@dataclass(frozen=True)
class Reference:
    """One work. `csl` is its record in CSL-JSON; the rest is what a reader wants to know before opening it.

    `at` and `title_at` are where it and its title stand; None for a work that is in no author's file, as a lesson.
    `remarks` are what to advise of its record as it was read: where it stands, the field, what should hold.
    """

    id: str
    csl: Csl
    level: str | None = None
    stance: str | None = None
    access: str | None = None
    topics: tuple[Text, ...] = ()
    annotation: Text | None = None
    verified: str | None = None
    at: Place | None = None
    title_at: Place | None = None
    remarks: tuple[tuple[Place, str, str], ...] = ()

    @property
    def title(self) -> str:
        """Its title as plain text."""
        return plain(text_in(self.csl, "title"))

    @property
    def confirmed(self) -> bool:
        """False where the details are marked as not confirmed."""
        return not (self.verified or "").startswith("unverified")

    @property
    def minutes(self) -> int | None:
        """How long it takes to read, as a guess from its pages; None where these are not known."""
        pages = _range(text_in(self.csl, "page")) or _count(text_in(self.csl, "number-of-pages"))
        return pages and pages * MINUTES_A_PAGE

    @property
    def complete(self) -> bool:
        """False where not all authors (of a book that has none, editors) are known."""
        return {"literal": OTHERS} not in names_in(self.csl, "author", "editor")


@dataclass(frozen=True)
class Reading:
    """A reference in a list, with the reason to read it there (Markdown)."""

    reference: Text
    why: Text


def _range(pages: str) -> int | None:
    """The pages of 475-82, 12–15, S3-S9; none of a single number, which is often that of an article."""
    match = re.fullmatch(r"([A-Za-z]*)(\d{1,9})\s*[-–]+\s*(?:\1)?(\d{1,9})", pages)
    if not match:
        return None
    return _count(str(expanded(match[2], match[3]) - int(match[2]) + 1))


def expanded(first: str, last: str) -> int:
    """The last page of a range: the digits that are left out of it are those of the first, as in 1123-34."""
    return int(first[: max(len(first) - len(last), 0)] + last)


def _count(pages: str) -> int | None:
    return int(pages) if re.fullmatch("-?[0-9]{1,9}", pages) and 0 < int(pages) < MOST_PAGES else None


@dataclass(frozen=True)
class Group:
    """Readings under a heading; without one where the list has a single group."""

    title: Text | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class ReadingList:
    """A named list of readings in groups. `lesson` is the path of its lesson below `docs/`, if it has one."""

    id: str
    title: Text
    groups: tuple[Group, ...]
    introduction: Text | None = None
    lesson: Text | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(reading for group in self.groups for reading in group.readings)
