"""Fields and types as other tools and other people call them, in a message: what they are called here."""

from __future__ import annotations

import re

from coursework.reading import foreign
from coursework.reading.model import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS
from coursework.source.record import Record


def _turned(called: dict[str, str]) -> dict[str, tuple[str]]:
    """The other words, in small letters, each with the name: `access_date` stands for `access-date` as well."""
    forms = ("_", "-", "", " ")
    return {
        word.replace("_", form): (name,) for name, words in called.items() for word in words.split() for form in forms
    }


# A name of CSL in other letters, as `doi` or `container_title`, is that name.
_FIELDS = {name: name.lower().replace("-", "_") for name in (*TEXT_FIELDS, *DATE_FIELDS, *NAME_FIELDS)}
FIELDS = _turned(_FIELDS) | _turned({
    "id": "key cite_key citekey bibtex_key",
    "type": "kind item_type entry_type work_type",
    "author": "authors creator creators writer writers by",
    "editor": "editors",
    "translator": "translators translated_by",
    "title": "name",
    "container-title": "journal journal_title journal_name publication_title publication book_title magazine newspaper "
    "periodical proceedings_title website_title",
    "container-title-short": "short_journal",
    "collection-title": "series series_title",
    "event-title": "conference conference_name",
    "issued": "date year publication_date publication_year pub_date pub_year date_published published_date",
    "accessed": "access_date url_date date_accessed retrieved",
    "original-date": "orig_date original_year",
    "page": "pages page_range",
    "number-of-pages": "num_pages page_total page_count total_pages",
    "volume": "vol",
    "issue": "no issue_number",
    "publisher-place": "address location place city",
    "URL": "web website web_address href",
    "abstract": "summary",
    "note": "notes",
    "keyword": "keywords tags",
    "language": "lang langid",
    "annotation": "comment description why",
})  # fmt: skip
NAMES = _turned({
    "family": "last last_name surname family_name",
    "given": "first first_name forename given_name initials",
    "literal": "organization organisation institution group corporate",
})  # fmt: skip

# Types of Zotero and of BibTeX.
_TYPES = {
    "article-magazine": "magazineArticle", "article-newspaper": "newspaperArticle newspaper",
    "article-journal": "journalArticle journal paper", "article": "preprint",
    "chapter": "bookSection inbook incollection", "paper-conference": "conferencePaper conference inproceedings",
    "thesis": "phdthesis mastersthesis dissertation", "report": "techreport", "document": "misc",
    "webpage": "online website electronic page", "entry-encyclopedia": "encyclopediaArticle inreference",
    "entry-dictionary": "dictionaryEntry", "post-weblog": "blogPost blog", "post": "forumPost",
    "motion_picture": "film videoRecording video movie", "song": "audioRecording audio music",
    "broadcast": "podcast radioBroadcast tvBroadcast television radio", "software": "computerProgram",
    "speech": "presentation lecture talk", "legislation": "statute law act", "legal_case": "case",
    "personal_communication": "letter email instantMessage", "graphic": "artwork image", "book": "mvbook ebook",
}  # fmt: skip
_BY_WORD = {word.lower(): type for type, words in _TYPES.items() for word in words.split()}


def type_meant(type: str) -> str | None:
    """The type of CSL that another tool's is, if that is known: of `journalArticle` it is `article-journal`."""
    return _BY_WORD.get(re.sub("[^a-z]", "", type.lower()))


# What programs add, and nobody types.
_UNLIKELY = frozenset((*foreign.UNUSED, *foreign.FIELDS, *foreign.UNUSED_OF_NAMES))


class Work(Record):
    """The fields of one work, of which many have another name elsewhere."""

    foreign = FIELDS
    needless = dict.fromkeys(("month", "day"), "it is part of `issued`, as 1989-02-28")
    unlikely = _UNLIKELY


class Person(Record):
    """The parts of one name."""

    foreign = NAMES
    unlikely = _UNLIKELY
