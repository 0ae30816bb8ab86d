"""Reading lists, the bibliography and the references of a page as HTML."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from coursework.reading.cite import Formatted
from coursework.reading.model import ACCESS, LEVELS, ReadingList, Reference, date_in, names_in, plain, text_in
from coursework.text.facet import Facet, telling
from coursework.text.snippet import Snippets
from coursework.text.stance import Stances
from coursework.text.templates import element
from coursework.text.words import Words, counted, group, texts, word, words_of

# Fewer are soon read through.
LEAST_FOR_LETTERS = 20
LEAST_TO_FILTER = 8
MOST_MINUTES = 120


@dataclass(frozen=True)
class ReadingPages:
    """Turns references and reading lists into elements."""

    env: Environment
    snippets: Snippets
    references: Mapping[str, Reference]
    formatted: Formatted
    stances: Stances
    topics: Mapping[str, str]
    # A reference as a COinS, and the page itself, by its path and its title, as another.
    coins: Callable[[Reference], str]
    page_coins: Callable[[str, str], str]

    def reading_list(self, reading_list: ReadingList, own: bool) -> ET.Element:
        """A reading list on its own page, where it can be taken away, or in a lesson."""
        listed = [self.references[reading.reference] for reading in reading_list.readings] if own else []
        facets = self._facets(listed)
        return self._element("reading/list.html", reading_list=reading_list, own=own, facets=facets)

    def index(self, lists: Sequence[ReadingList]) -> ET.Element:
        """A row for every reading list, for the bibliography and for each topic."""
        of_lessons = [each for each in lists if each.lesson]
        across = [each for each in lists if not each.lesson]
        topics = [(topic, label, ids) for topic, label in self.topics.items() if (ids := self._about(topic))]
        return self._element("reading/index.html", of_lessons=of_lessons, across=across, topics=topics)

    def topic(self, topic: str, own: bool) -> ET.Element:
        """Every work on a topic with what is said of it, on a page of its own or on another."""
        ids = self._about(topic)
        facets = self._facets([self.references[id] for id in ids]) if own else []
        title = word(self._words, "topic").format(topic=self.topics[topic])
        return self._element("reading/topic.html", topic=topic, title=title, ids=ids, own=own, facets=facets)

    def _about(self, topic: str) -> list[str]:
        return [id for id in self.formatted.entries if topic in self.references[id].topics]

    def bibliography(self) -> ET.Element:
        """Every reference, in the order of the style; under letters where that is the order of the alphabet."""
        facets = self._facets(list(self.references.values()))
        letters = by_letter(self.formatted.entries)
        topics = [topic for topic in self.topics if self._about(topic)]
        return self._element(
            "reading/bibliography.html", letters=letters, facets=facets, topics=topics,
            has_topic_page=lambda id: not {*topics}.isdisjoint(self.references[id].topics),
        )  # fmt: skip

    def cited(self, citations: Mapping[str, Sequence[str]]) -> ET.Element:
        """The references that a page cites; `citations` gives for each id the anchors of the places that cite it."""
        ids = [id for id in self.formatted.entries if id in citations]
        return self._element("reading/cited.html", ids=ids, citations=citations)

    def _facets(self, listed: Sequence[Reference]) -> list[Facet]:
        """What the reader can narrow a list of these by; nothing where it is short."""
        if len(listed) < LEAST_TO_FILTER:
            return []
        words = self._words
        topics = self.topics or {topic: topic.replace("-", " ") for work in listed for topic in sorted(work.topics)}
        options = {
            "level": {level: word(words, "level", level) for level in LEVELS},
            "stance": self.stances.labels or {work.stance: work.stance for work in listed if work.stance},
            "access": {access: word(words, "access", access) for access in ACCESS},
            "topic": topics,
        }
        facets = [Facet(name, word(words, "facets", name), options[name]) for name in options]
        # What readers mark themselves is known to their browser only.
        marks = Facet("mark", word(words, "facets", "mark"), texts(words, "marks"))
        return [*telling(facets, [values(work) for work in listed]), marks]

    @property
    def _words(self) -> Words:
        return group(words_of(self.env), "readings")

    def _count(self, count: int) -> str:
        return counted(self._words, "count", count)

    def _time(self, minutes: int) -> str:
        """So long in words; hours where it is some, as nobody's minutes are that exact."""
        if minutes < MOST_MINUTES:
            return word(self._words, "minutes").format(count=minutes)
        return word(self._words, "hours").format(count=round(minutes / 60))

    def _sum(self, reading_list: ReadingList) -> str:
        """How much there is to read, and how long that may take."""
        lengths = self._lengths(reading_list)
        readings = self._count(len(reading_list.readings))
        if not lengths:
            return readings
        name = "sum" if len(lengths) == len(reading_list.readings) else "sum-of-some"
        return word(self._words, name).format(readings=readings, time=self._time(sum(lengths)), some=len(lengths))

    def _lengths(self, reading_list: ReadingList) -> list[int]:
        lengths = [self.references[reading.reference].minutes for reading in reading_list.readings]
        return [length for length in lengths if length]

    def _element(self, template: str, **values: object) -> ET.Element:
        return element(
            self.env,
            template,
            references=self.references,
            stances=self.stances,
            entry=lambda id: Markup(self.formatted.entries[id]),
            coins=self.coins,
            page_coins=self.page_coins,
            byline=byline,
            link=link,
            count=self._count,
            time=self._time,
            sum=self._sum,
            anchor=lambda letter: f"letter-{letter.lower() if letter.isalpha() else 'none'}",
            **values,
        )


def by_letter(entries: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """The ids of formatted entries in groups, each with its letter from A to Z, or # for what begins with none.

    One group without a letter where the entries are few, or in another order than that of the alphabet.
    """
    groups: dict[str, list[str]] = {}
    for id, entry in entries.items():
        groups.setdefault(_letter(entry), []).append(id)
    in_order = [_letter(entry) for entry in entries.values()]
    if len(entries) < LEAST_FOR_LETTERS or [letter for letter in groups for _ in groups[letter]] != in_order:
        return [("", list(entries))]
    return list(groups.items())


def _letter(entry: str) -> str:
    """What an entry begins with, without accents and strokes: Élan is under E, Østergård under O."""
    first = next((char for char in Markup(entry).striptags() if char.isalnum()), "")
    base = re.match(
        r"LATIN (?:CAPITAL|SMALL) (?:LETTER|LIGATURE) ([A-Z])", unicodedata.name(first, "") if first else ""
    )
    return base[1] if base else "#"


def values(reference: Reference) -> dict[str, tuple[str, ...]]:
    """What a list can be narrowed by, of one work, by the names of the facets."""
    one = {"level": reference.level, "stance": reference.stance, "access": reference.access}
    return {name: (value,) for name, value in one.items() if value} | {"topic": reference.topics}


def byline(reference: Reference, several: str) -> str:
    """Who wrote it, when, and where it appeared, short enough for a row: "Webb et al., 2010. Some Journal".

    `several` is how the first of many authors stands for all: "{name} et al."
    """
    csl = reference.csl
    people = names_in(csl, "author", "editor", "director")
    names = [
        name.get("literal") or " ".join(name[part] for part in ("non-dropping-particle", "family") if part in name)
        for name in people
    ]
    who = (
        several.format(name=names[0])
        if len(names) > 3 or (len(names) > 1 and not reference.complete)
        else " & ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    )
    year = "".join(map(str, date_in(csl)[:1]))
    where = plain(text_in(csl, "container-title") or text_in(csl, "publisher"))
    return ". ".join(filter(None, (", ".join(filter(None, (who, year))), where)))


def link(reference: Reference) -> str:
    """Where a reference can be opened; nothing where it has no address."""
    doi = text_in(reference.csl, "DOI")
    address = f"https://doi.org/{doi}" if doi else text_in(reference.csl, "URL")
    return address if address.startswith(("https://", "http://")) else ""
