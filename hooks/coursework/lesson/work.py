"""A lesson as a work that others cite: what it says of itself to programs, and how to cite it, for readers.

A date is never guessed: it is the lesson's own (`date:` at its head), that of the text as built, or none.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath

from jinja2 import Environment
from markupsafe import Markup

from coursework.source.front_matter import head_of, read_head
from coursework.text.site_file import SiteFile
from coursework.text.templates import element

# A work in the words of the Citation Style Language.
Csl = dict[str, str | list[dict[str, str]] | dict[str, list[list[int]]]]

FOLDER = "lessons/"
_INDEX = "lessons/index.md"
_ENDINGS = ("bib", "ris")
_FIRST_HEADING = re.compile(r"^#\s+(.+?)(?:\s+#+)?(?:\s*\{[^}]*\})?\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """What a lesson is a part of, as others cite it: the course by its id, its title, and its author.

    An author is "Family, Given", or a group; `published` is the date of the text as year, month and day, as far as it
    is known; `address` gives the whole address of a page by its path below `docs/`, or nothing.
    """

    course: str
    title: str
    author: str
    published: Sequence[int]
    address: Callable[[str], str]


@dataclass(frozen=True)
class Work:
    """A page of the course as others cite it, as a part of a `whole`.

    `author` is a name in parts, or a `literal`; `day` is its date as year, month and day, as far as it is known;
    `address` is empty where the site has none.
    """

    id: str
    title: str
    author: dict[str, str]
    whole: str
    day: list[int]
    address: str

    @property
    def csl(self) -> Csl:
        csl: Csl = {
            "id": self.id, "type": "webpage", "title": self.title, "author": [self.author],
            "container-title": self.whole,
        }  # fmt: skip
        csl |= {"issued": {"date-parts": [self.day]}} if self.day else {}
        return csl | ({"URL": self.address} if self.address else {})


class Lessons:
    """The lessons of a site that has a title, from the texts of all its `pages` by their paths below `docs/`.

    `entries` formats works as XHTML, each as if it were the only one, by its id.
    """

    def __init__(self, site: Site, pages: Mapping[str, str], entries: Callable[[list[Work]], Mapping[str, str]]):
        self._site = site
        paths = sorted(filter(is_lesson, pages)) if site.title else []
        self._heads = {path: read_head(path, pages[path]) for path in paths}
        self._works = {path: self._work(path, pages[path]) for path in paths}
        self._entries = entries(list(self._works.values()))

    def files(self, take_away: Callable[[str, Work, str], Iterable[SiteFile]]) -> list[SiteFile]:
        """The files of each lesson's own record; `take_away(stem, work, entry)` makes those of one in every format."""
        files_of = (take_away(_stem(path), work, self._entries[work.id]) for path, work in self._works.items())
        return [file for files in files_of for file in files if file.path.endswith(_ENDINGS)]

    @property
    def paths(self) -> list[str]:
        """The paths of these files."""
        return [f"{_stem(path)}.{ending}" for path in self._works for ending in _ENDINGS]

    def ending(self, env: Environment, path: str) -> list[ET.Element]:
        """How to cite the lesson, for its end."""
        if path not in self._works:
            return []
        entry = Markup(self._entries[self._works[path].id])
        return [element(env, "lesson/citing.html", entry=entry, stem=_stem(path), endings=_ENDINGS)]

    def head(self, path: str) -> str:
        """Tags that Google Scholar and Zotero read, and the same for search engines in the words of schema.org."""
        if path not in self._works:
            return ""
        work = self._works[path]
        tags = [("title", work.title), ("author", self._site.author), ("public_url", work.address)]
        # Scholar's form of a date, which may end early: 2026/11/23, 2026.
        tags.append(("publication_date", "/".join(_iso(work.day).split("-")) if work.day else ""))
        meta = Markup('<meta name="citation_{}" content="{}">\n')
        return "".join(meta.format(*tag) for tag in tags if tag[1]) + _script(self._described(path, work))

    def _described(self, path: str, work: Work) -> dict[str, object]:
        author = work.author
        person = {"@type": "Person", "familyName": author.get("family"), "givenName": author.get("given")}
        course = {"@type": "Course", "name": self._site.title, "url": self._site.address("index.md")}
        described: dict[str, object] = {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": work.title,
            "description": str(self._heads[path].text("description") or ""),
            "url": work.address,
            "datePublished": _iso(work.day) if work.day else None,
            "author": person if "family" in author else {"@type": "Organization", "name": self._site.author},
            "isPartOf": {key: value for key, value in course.items() if value},
        }
        if not self._site.author:
            del described["author"]
        return {key: value for key, value in described.items() if value}

    def _work(self, path: str, text: str) -> Work:
        return page_as_work(self._site, path, title_of(text, path), self._heads[path].day)


def is_lesson(path: str) -> bool:
    """Whether the page at this path below `docs/` is a lesson; the list of lessons, in the same folder, is none."""
    return path.startswith(FOLDER) and path != _INDEX


def page_as_work(site: Site, path: str, title: str, day: Sequence[int] | None = None) -> Work:
    """A page of the course as a work; where no author is known, the course itself stands first."""
    id = "-".join([site.course, *re.findall(r"\w+", _stem(path))])
    family, _, given = (part.strip() for part in site.author.partition(","))
    name = {"family": family, "given": given} if given else {"literal": family or site.title}
    return Work(id, title, name, site.title, list(day or site.published), site.address(path))


def title_of(text: str, path: str) -> str:
    """The title of a page: that at its head, its first heading, or the name of its file."""
    head = read_head(path, text)
    return " ".join((head.text("title") or _heading(head.body) or PurePosixPath(path).stem).split())


def title_lines(text: str) -> tuple[str, str]:
    """All of a page that its title, and what else is known of it elsewhere, is read from."""
    heading = _FIRST_HEADING.search(text)
    return head_of(text), heading[0] if heading else ""


def _iso(day: Sequence[int]) -> str:
    """A date as far as it is known: 2026-11-23, 2026-11, 2026."""
    return "-".join(f"{part:02d}" for part in day)


def _stem(path: str) -> str:
    return PurePosixPath(path).with_suffix("").as_posix()


def _heading(text: str) -> str:
    match = _FIRST_HEADING.search(text)
    return unescape(re.sub(r"[*`\\]|<[^>]*>", "", match[1])) if match else ""


def _script(value: dict[str, object]) -> str:
    """JSON in a script that is data; no sign in it can end the script or begin another."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>\n'
