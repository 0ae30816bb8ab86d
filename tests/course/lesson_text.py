"""A lesson of the course, taken apart into what its checks look at: sections, sentences, citations, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

# The id of the heading above the cases of both sides, in whatever words it stands.
READINGS = "{#two-readings}"
# The parts of a lesson, in order, and the level of the sections in them.
PARTS = ["evidence", "readings", "check"]
_LEVEL = "###"
# What stands for a citation in brackets, for one as the author of a sentence, and for the mark of a claim.
CITED, NAMED, MARK = "\ue000", "\ue001", "\ue002"
_BRACKETED = re.compile(r"\[[^\[\]]*(?<![\w\\])@[^\[\]]*\]")
_MARK = re.compile(r"\[(C\d{3})\]\([^)]*\)")
_NARRATIVE = re.compile(r"(?<![\w\\/.-])@\w[\w:-]*(?:\.\w+)*")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^)]*\)")
_BLOCK = re.compile(r"^( *)(`{3,})(\w*)\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)
_LEDE = re.compile(r"^(.+)\n\{ *\.lede *\}", re.MULTILINE)
_HEADING = re.compile(r"^ *#{1,6} .*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{[ :]*[.#][^}\n]*\}")
_TABLE_ROW = re.compile(r"^ *\|.*$", re.MULTILINE)
_BOX = re.compile(r'^!!! (\w+) "[^"]*"\n((?:    .*\n|\n)*)', re.MULTILINE)
_BOX_HEAD = re.compile(r"^!!! .*$", re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.|:) +", re.MULTILINE)
_END = re.compile(r"(?<=[.!?…])([\"'”’)*\]\ue000\ue002]*)\s+(?=[\"'“‘(*\[\ue001]*[A-Z0-9\ue001])")
# A full stop after these ends no sentence.
_SHORT = re.compile(r"\b(?:e\.g|i\.e|vs|cf|Dr|Mr|Mrs|Ms|St|No|et al)\.$")


@dataclass(frozen=True)
class Lesson:
    """The source of a lesson; `name` is that of its file, of its quiz and of its reading list."""

    name: str
    source: str

    @cached_property
    def head(self) -> dict[str, Any]:
        """Its front matter."""
        match = re.match(r"---\n(.*?)\n---\n", self.source, re.DOTALL)
        return yaml.safe_load(match[1]) if match else {}

    @cached_property
    def body(self) -> str:
        return re.sub(r"\A---\n.*?\n---\n", "", self.source, flags=re.DOTALL)

    @cached_property
    def blocks(self) -> list[tuple[str, str]]:
        """Every fenced block, as (kind, content)."""
        return [(match[3], match[4].strip()) for match in _BLOCK.finditer(self.body)]

    @cached_property
    def lede(self) -> str:
        match = _LEDE.search(self.body)
        return match[1] if match else ""

    @cached_property
    def marks(self) -> list[str]:
        """The ids of the claims that it marks, in order."""
        return _MARK.findall(self.body)

    @cached_property
    def parts(self) -> list[str]:
        """The ids of its headings of the second level, in order; "" for one without an id of its own."""
        heads = re.findall(r"^## .*$", _BLOCK.sub("", self.body), re.MULTILINE)
        return [(re.findall(r"\{#([\w-]+)[ }]", head) or [""])[0] for head in heads]

    @cached_property
    def titles(self) -> list[str]:
        """Its headings of the third level: the sections of its parts."""
        return [_title(heading) for heading, _ in _sections(self.body)]

    def section(self, title: str) -> str:
        """What stands below the heading of a section; nothing where there is none."""
        return next((text for heading, text in _sections(self.body) if _title(heading) == title), "")

    @cached_property
    def teaching(self) -> str:
        """From the scene that opens it to the end of the two readings."""
        return re.split(rf"^{_LEVEL} How sure are we\?|^## Check yourself", self._below_lede, flags=re.MULTILINE)[0]

    @property
    def opening(self) -> str:
        """What stands between its lede and the first block: the scene that it opens with."""
        return _BLOCK.split(self._below_lede, maxsplit=1)[0]

    @property
    def _below_lede(self) -> str:
        lede = _LEDE.search(self.body)
        return self.body[lede.end() :] if lede else self.body

    @cached_property
    def teaching_sections(self) -> list[tuple[str, str]]:
        """Its sections but the two readings, as (title, text)."""
        return [(_title(heading), text) for heading, text in _sections(self.teaching) if READINGS not in heading]

    def box(self, stance: str) -> str:
        """What stands in the box of a stance."""
        boxes = (match for match in _BOX.finditer(self.body + "\n") if match[1] == stance)
        return next((re.sub(r"^    ", "", match[2], flags=re.MULTILINE) for match in boxes), "")


def _sections(text: str) -> Iterator[tuple[str, str]]:
    parts = re.split(rf"^{_LEVEL} (.*)$|^## .*$", _BLOCK.sub("", text), flags=re.MULTILINE)
    # A heading of a part ends a section and begins none.
    yield from ((heading, text) for heading, text in zip(parts[1::2], parts[2::2]) if heading)


def _title(heading: str) -> str:
    return _ATTRIBUTES.sub("", heading).strip()


def prose(text: str) -> str:
    """Markdown without blocks, headings, tables and signs; citations are one sign each."""
    for unwanted in (_BLOCK, _HEADING, _TABLE_ROW, _ATTRIBUTES, _BOX_HEAD):
        text = unwanted.sub("", text)
    return plain(text)


def plain(text: str) -> str:
    """A text without Markdown's signs, and with one sign for each citation or claim's mark."""
    text = _NARRATIVE.sub(NAMED, _BRACKETED.sub(CITED, _MARK.sub(MARK, text)))
    return re.sub(r"[*_`\\]", "", _LINK.sub(r"\1", text))


def words(text: str) -> int:
    """The words of a text as `prose` gives it."""
    return len(re.findall(r"[^\s\ue000\ue002]*[\w\ue001][^\s\ue000\ue002]*", text))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as `prose` gives it; an item of a list is one."""
    found = (" ".join(part.split()) for part in re.split(r"\n\s*\n", re.sub(_ITEM, "\n\n", text)))
    return [part for part in found if words(part)]


def sentences(text: str) -> list[str]:
    """The sentences of a text as `prose` gives it; an item of a list ends one."""
    found = []
    for paragraph in paragraphs(text):
        begun = ""
        for piece in filter(None, _END.sub("\\1\n", paragraph).split("\n")):
            begun = f"{begun} {piece}".strip()
            if not _SHORT.search(begun):
                found.append(begun)
                begun = ""
        if begun:
            found.append(begun)
    return [sentence for sentence in found if words(sentence)]


def rows(text: str) -> list[str]:
    """The rows of the tables in a text."""
    return [plain(row).strip() for row in _TABLE_ROW.findall(text) if not re.fullmatch(r"[\s|:-]+", row)]


def cells(text: str) -> list[str]:
    """The cells of the tables in a text."""
    return [cell.strip() for row in rows(text) for cell in re.split(r"(?<!\\)\|", row.strip("|"))]


def readable(sentence: str) -> str:
    """A sentence as a reader hears it: a citation in brackets is silent, one in the sentence is a name."""
    return re.sub(f"\\s*[{CITED}{MARK}]", "", sentence).replace(NAMED, "RESEARCHERS")
