"""The parts of a lesson: where a reader may stop, how long the next takes; and what is folded: lists to look things up
in, and sections whose heading says so.

A part is a heading of the second level with one of the third right below it, in a lesson that has no other headings of
the second level in its text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from jinja2 import Environment

from coursework.text.shortcuts.ready_html import Ready
from coursework.text.templates import element

_PART = 2
_LEVEL = re.compile(r"h([1-6])")
# The classes of the lists that are folded, and what of them counts as one entry.
_LISTS = ("reading-list", "terms", "references")
_ENTRIES = ("reading", "reference")
# The class by which an author folds a section: `### How sure are we? {.fold}`.
_FOLD = "fold"
# Adults read about 240 words of plain non-fiction a minute (Brysbaert, M. (2019). Journal of Memory and Language, 109,
# 104047, https://doi.org/10.1016/j.jml.2019.104047); what is there to be learnt is read more slowly.
_WORDS_A_MINUTE = 200
# To think about a question, and to read why after it, beside the reading of its own words.
_SECONDS_A_QUESTION = 25
_QUESTION = re.compile(r"<quiz-question\b")
# What a reader sees only later, or only on demand: an answer, what is folded, what stands in a note.
_NOT_SEEN = re.compile(r"<details\b.*?</details>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LATER = ("sources", "in-text", "unseen", "sources-mark")


def to_fold(root: ET.Element) -> list[str]:
    """The words of the headings by which an author folds what stands below them."""
    return [_words(part) for part in root.iter() if _level(part) and _is_any(part, (_FOLD,))]


def fold_sections(env: Environment, root: ET.Element) -> list[ET.Element]:
    """Fold, under its own heading, each section that is nothing but a list to look things up in, or is to be folded.

    Returns the new elements.
    """
    folds: list[ET.Element] = []
    for heading, section in list(_sections(root)):
        lists = [part for part in section for inner in part.iter() if _is_any(inner, _LISTS)]
        is_asked = bool(section) and _is_any(heading, (_FOLD,))
        if not is_asked and (not lists or any(part not in lists and part.tag != "p" for part in section)):
            continue
        heading.attrib.pop("class" if is_asked else "", None)
        fold = element(env, "lesson/fold.html", count=_entries(lists or section) or "")
        place = list(root).index(heading)
        for part in (heading, *section):
            root.remove(part)
        fold[0].insert(0, heading)
        heading.tail = None
        fold.extend(section)
        root.insert(place, fold)
        folds.append(fold)
    return folds


def _entries(parts: Sequence[ET.Element]) -> int:
    """How many entries, rows of a table or items there are in what is folded, whichever of them it has."""
    inside = [inner for part in parts for inner in part.iter()]
    entries = sum(inner.tag == "dt" or _is_any(inner, _ENTRIES) for inner in inside)
    rows = sum(inner.tag == "tr" and inner.find("td") is not None for inner in inside)
    return entries or rows or sum(len(part) for part in parts if part.tag in ("ol", "ul"))


def _is_any(part: ET.Element, classes: Sequence[str]) -> bool:
    return any(name in part.get("class", "").split() for name in classes)


def _level(part: ET.Element) -> int:
    """The level of a heading; 0 of anything else."""
    match = _LEVEL.fullmatch(part.tag) if isinstance(part.tag, str) else None
    return int(match[1]) if match else 0


def _sections(root: ET.Element) -> Iterator[tuple[ET.Element, list[ET.Element]]]:
    """Each heading below the title, and what follows it up to the next."""
    children = list(root)
    starts = [place for place, child in enumerate(children) if _level(child)]
    for start, end in zip(starts, [*starts[1:], len(children)]):
        # How to cite the lesson stands at its end, below no heading.
        section = [part for part in children[start + 1 : end] if not _is_any(part, ("citing",))]
        if _level(children[start]) > 1:
            yield children[start], section


def part_starts(root: ET.Element) -> list[int]:
    """The places of the headings with which the parts of a lesson begin; none where there are no two of them."""
    levels = [_level(child[0][0] if child.tag == "details" and _is_any(child, (_FOLD,)) else child) for child in root]
    found = [place for place, level in enumerate(levels) if level == _PART]
    found = [place for place in found if root[place].tag == f"h{_PART}"]  # a list that is folded is no part
    is_parted = len(found) > 1 and all(levels[place + 1 : place + 2] == [_PART + 1] for place in found)
    return found if is_parted else []


def place_stops(env: Environment, root: ET.Element) -> list[ET.Element]:
    """Say before each part but the first that a reader may stop, and how long the part takes. Returns what says so."""
    starts = part_starts(root)
    ends = [*starts[1:], len(root)]
    stops = [
        (place, element(env, "lesson/stop.html", title=_words(root[place]), minutes=minutes(list(root)[place:end])))
        for place, end in list(zip(starts, ends))[1:]
    ]
    for place, stop in reversed(stops):
        stop.tail = "\n"
        root.insert(place, stop)
    return [stop for _, stop in stops]


def _words(heading: ET.Element) -> str:
    return " ".join("".join(heading.itertext()).split())


def minutes(parts: Sequence[ET.Element]) -> int:
    """How long parts of a page take to read and to answer, in whole minutes, at least one."""
    texts = [_html(part) for part in parts if not _is_any(part, ("fold", "citing", "stop"))]
    words = sum(len(_TAG.sub(" ", _NOT_SEEN.sub(" ", text)).split()) for text in texts)
    questions = sum(len(_QUESTION.findall(text)) for text in texts)
    return max(round(words / _WORDS_A_MINUTE + questions * _SECONDS_A_QUESTION / 60), 1)


def _html(part: ET.Element) -> str:
    """An element as text with tags, without what is not seen at first."""
    if isinstance(part, Ready):
        return part.html()
    if _is_any(part, _LATER):
        return ""
    inner = "".join(_html(child) + (child.tail or "") for child in part)
    return f"<{part.tag}>{part.text or ''}{inner}</{part.tag}>"
