"""What a reference and a reading list are. No YAML, no HTML, no Pandoc."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LEVELS = ("introductory", "intermediate", "advanced")
ACCESS = ("open", "paywalled", "unknown")

# The item types of CSL that a course can need (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types).
TYPES = (
    "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "paper-conference", "report",
    "thesis", "webpage", "post", "post-weblog", "review", "review-book", "legislation", "motion_picture",
    "broadcast", "dataset", "article", "entry-encyclopedia", "interview", "speech", "software",
)  # fmt: skip

NAME_FIELDS = ("author", "editor", "translator", "container-author", "director", "interviewer")
DATE_FIELDS = ("issued", "accessed", "original-date")
TEXT_FIELDS = (
    "title", "container-title", "collection-title", "publisher", "publisher-place", "edition", "volume", "issue",
    "page", "number", "number-of-pages", "chapter-number", "event-title", "genre", "medium", "status", "archive",
    "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "note",
)  # fmt: skip


# What stands, as a `literal`, at the end of a list of names that is not complete; and as the `status` of a work that
# has no date, which styles say in their own way.
OTHERS, NO_DATE = "and others", "no date"


@dataclass(frozen=True)
class Reference:
    """One work. `csl` is its record in CSL-JSON; the rest is what a reader wants to know before opening it."""

    id: str
    csl: Mapping[str, Any]
    level: str | None = None
    stance: str | None = None
    access: str | None = None
    topics: tuple[str, ...] = ()
    annotation: str | None = None
    verified: str | None = None

    @property
    def title(self) -> str:
        return self.csl["title"]

    @property
    def confirmed(self) -> bool:
        """False where the details are marked as not confirmed."""
        return not (self.verified or "").startswith("unverified")

    @property
    def complete(self) -> bool:
        """False where not all authors (of a book that has none, editors) are known."""
        return {"literal": OTHERS} not in (self.csl.get("author") or self.csl.get("editor") or ())


@dataclass(frozen=True)
class Reading:
    """A reference in a list, with the reason to read it there (Markdown)."""

    reference: str
    why: str


@dataclass(frozen=True)
class Group:
    """Readings under a heading; without one where the list has a single group."""

    title: str | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class ReadingList:
    """A named list of readings in groups. `lesson` is the path of its lesson below `docs/`, if it has one."""

    id: str
    title: str
    groups: tuple[Group, ...]
    introduction: str | None = None
    lesson: str | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(reading for group in self.groups for reading in group.readings)
