"""What a paragraph of a lesson rests on, held at its end: a number there opens its sources and the claims behind it.

In the text itself stay the names of authors that belong to a sentence, and the marks of claims of which a reader must
know at once how they stand. All else is still written where it belongs, and seen there by those who ask for it, on
paper, and where a browser cannot open a note (`lesson.css`).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from coursework.text.citation import keys_in
from coursework.text.templates import element

# What a reader must know at once of a claim, in the words of its mark's class: that it is not settled.
UNSETTLED = ("contested", "single-study", "argument")
_MARK = "claim-mark"
# Of one right behind another of the same grade, whose sign alone is seen in the margin.
_AGAIN = " claim-mark--again"
# Elements in which there are paragraphs; a table is read row by row, and holds its own.
_AROUND = ("div", "ul", "ol", "li", "dl", "dd", "blockquote", "details", "section")
_OWN_TEXT = ("li", "dd")


@dataclass(frozen=True)
class Resting:
    """A claim as its note tells it: the keys of its `references`, those works `in_words`, and its sentence as HTML."""

    references: Sequence[str]
    in_words: str
    sentence: Markup


@dataclass
class _Source:
    """One row of a note: works by their keys, as they are cited, and the claims that rest on them.

    `grade` is the class of the last claim's mark.
    """

    keys: Sequence[str]
    cited: Markup
    claims: list[tuple[Markup, Markup]] = field(default_factory=list)
    grade: str = ""


def hold_sources(
    env: Environment,
    root: ET.Element,
    ours: Collection[ET.Element],
    clusters: Mapping[ET.Element, str],
    resting: Callable[[str], Resting | None],
) -> list[ET.Element]:
    """Hold the sources of each paragraph in the tree of a lesson, outside `ours`, which are no prose: the notes.

    `clusters` are the citations in brackets, each as written; `resting` tells of a claim by its id.
    """
    notes: list[ET.Element] = []
    for parent, block in list(_blocks(root, set(ours))):
        sources = _sources(_held(block, clusters), clusters, resting)
        if not sources:
            continue
        count = len({key for source in sources for key in source.keys})
        mark, note = element(env, "lesson/sources.html", number=len(notes) + 1, count=count, sources=sources)
        for sentence in note.iterfind(".//span[@class='sources__claim']"):
            _unlink(sentence)
        _place(parent, block, mark, note)
        notes.append(note)
    return notes


def _blocks(parent: ET.Element, ours: Collection[ET.Element]) -> Iterator[tuple[ET.Element, ET.Element]]:
    """Each paragraph, list item and definition with text of its own, and what it stands in."""
    for child in parent:
        if child in ours:
            continue
        if child.tag == "p" or (child.tag in _OWN_TEXT and not _is_empty(child.text)):
            yield parent, child
        if child.tag in _AROUND:
            yield from _blocks(child, ours)


def _is_empty(text: str | None) -> bool:
    return not (text or "").strip()


def _held(block: ET.Element, clusters: Mapping[ET.Element, str]) -> list[ET.Element]:
    """The citations and marks of a paragraph, in order; those that can be hidden are, with the space before them."""
    found: list[ET.Element] = []
    for parent in [block, *_within(block)]:
        for place, child in enumerate(parent):
            if child in clusters or _is_mark(child):
                found.append(child)
                if not _is_unsettled(child):
                    _hide(parent, place)
    order = {each: place for place, each in enumerate(block.iter())}
    return sorted(found, key=order.__getitem__)


def _within(block: ET.Element) -> Iterator[ET.Element]:
    """The elements inside a paragraph's own text."""
    for child in block:
        if child.tag not in (*_AROUND, "p"):
            yield child
            yield from _within(child)


def _is_mark(link: ET.Element) -> bool:
    """Whether it is the mark of a claim that has no words of its own, which would be a part of the sentence."""
    return _MARK in link.get("class", "").split() and _is_empty(link.text)


def _is_unsettled(link: ET.Element) -> bool:
    return any(f"{_MARK}--{grade}" in link.get("class", "").split() for grade in UNSETTLED)


def _hide(parent: ET.Element, place: int) -> None:
    """Put a child into a span that can be hidden, with the space that stands before it."""
    child = parent[place]
    span = ET.Element("span", {"class": "in-text"})
    before = parent[place - 1].tail if place else parent.text
    words = (before or "").rstrip()
    span.text = (before or "")[len(words) :]
    if place:
        parent[place - 1].tail = words
    else:
        parent.text = words
    span.tail, child.tail = child.tail, None
    span.append(child)
    parent[place] = span


def _sources(
    found: Sequence[ET.Element], clusters: Mapping[ET.Element, str], resting: Callable[[str], Resting | None]
) -> list[_Source]:
    """What a note lists: works as they are cited, none twice, each with the claims that rest on it."""
    sources: list[_Source] = []
    for citation in (each for each in found if each in clusters):
        if all(source.keys != keys_in(clusters[citation]) for source in sources):
            sources.append(_Source(keys_in(clusters[citation]), _copy(citation)))
    for mark in (each for each in found if each not in clusters):
        claim = resting(mark.get("href", "").rpartition("#")[2])
        if not claim:
            continue
        at = next((source for source in sources if set(source.keys) & set(claim.references)), None)
        if at is None:
            at = _Source(claim.references, Markup.escape(claim.in_words))
            sources.append(at)
        if all(sentence != claim.sentence for _, sentence in at.claims):
            grade = mark.get("class", "").removesuffix(_AGAIN)
            at.claims.append((_copy(mark, grade + _AGAIN * (grade == at.grade)), claim.sentence))
            at.grade = grade
    return sources


def _copy(part: ET.Element, classes: str = "") -> Markup:
    """A citation or a mark once more, without its name and, of a citation, without its brackets.

    It has its own `classes` where there are some.
    """
    copy = deepcopy(part)
    copy.attrib |= {"class": classes} if classes else {}
    copy.attrib.pop("id", None)
    copy.tail = None
    if copy.tag == "span":
        copy.text = (copy.text or "").removeprefix("(")
        last = copy[-1] if len(copy) else None
        if last is not None:
            last.tail = (last.tail or "").removesuffix(")")
    return Markup(ET.tostring(copy, encoding="unicode"))


def _unlink(sentence: ET.Element) -> None:
    """Leave of a claim's sentence its words: its works stand beside it, and its links were written for the ledger."""
    for part in list(sentence.iter())[1:]:
        if part.tag == "a" or part.get("class") == "citation":
            part.tag = "span"
            part.attrib.clear()


def _place(parent: ET.Element, block: ET.Element, mark: ET.Element, note: ET.Element) -> None:
    """Put the mark at the end of a paragraph's own text, and the note behind it."""
    if block.tag == "p":
        block.append(mark)
        around = ET.Element("div", {"class": "sourced"})
        around.tail, block.tail = block.tail, None
        parent[list(parent).index(block)] = around
        around.extend((block, note))
        return
    at = next((place for place, child in enumerate(block) if child.tag in (*_AROUND, "p")), len(block))
    block[at:at] = (mark, note)
