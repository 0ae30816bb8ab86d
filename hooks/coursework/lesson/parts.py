"""The parts of a lesson: where a reader may stop, how long the next takes; and what is folded: lists to look things up
in, and sections whose heading says so.

A part is a heading of the second level with one of the third right below it, in a lesson that has no other headings of
the second level in its text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from html import unescape

from jinja2 import Environment
from markdown.util import AtomicString

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
# Where the title of a part comes into what stands before it.
_TITLE = "{title}"
_TAG = re.compile(r"<[^>]*>")
_LATER = ("sources", "in-text", "unseen", "sources-mark")


def to_fold(root: ET.Element) -> list[tuple[ET.Element, bool]]:
    """What an author wants to be folded and is not, each with whether it is a heading of the page's own text.

    Only those have a section to be folded: not the title, and none within a list, a quote, a box or a fold.
    """
    own = list(root)
    asked = [part for part in root.iter() if part.tag != "details" and _is_any(part, (_FOLD,))]
    return [(part, part in own and _level(part) > 1) for part in asked]


def as_written(part: ET.Element) -> tuple[str, list[str]]:
    """The words of a heading or another part, and what it is found by in the text of its page, the surest first."""
    longest = max((piece.strip() for piece in part.itertext()), key=len, default="")
    return _words(part), [f"{'#' * _level(part)} {(part.text or longest).strip()}", longest]


def fold_sections(env: Environment, root: ET.Element) -> list[ET.Element]:
    """Fold, under its own heading, each section that is nothing but a list to look things up in, or is to be folded.

    Returns the new elements.
    """
    folds: list[ET.Element] = []
    for heading, text, whole in list(_sections(root)):
        lists = [part for part in text for inner in part.iter() if _is_any(inner, _LISTS)]
        is_asked = bool(text) and _is_any(heading, (_FOLD,))
        if not is_asked and (not lists or any(part not in lists and part.tag != "p" for part in text)):
            continue
        if heading not in list(root):
            continue  # within a section that was folded
        section = whole if is_asked else text
        if is_asked:
            classes = [name for name in heading.attrib.pop("class").split() if name != _FOLD]
            heading.attrib.update({"class": " ".join(classes)} if classes else {})
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
    # The data of a figure are its own.
    inside = [inner for part in parts if part.tag != "figure" for inner in part.iter()]
    entries = sum(inner.tag == "dt" or _is_any(inner, _ENTRIES) for inner in inside)
    rows = sum(inner.tag == "tr" and inner.find("td") is not None for inner in inside)
    return entries or rows or sum(len(part) for part in parts if part.tag in ("ol", "ul"))


def _is_any(part: ET.Element, classes: Sequence[str]) -> bool:
    held = part.get("class")
    return held is not None and not set(classes).isdisjoint(held.split())


def _level(part: ET.Element) -> int:
    """The level of a heading; 0 of anything else."""
    match = _LEVEL.fullmatch(part.tag) if isinstance(part.tag, str) else None
    return int(match[1]) if match else 0


def _sections(root: ET.Element) -> Iterator[tuple[ET.Element, list[ET.Element], list[ET.Element]]]:
    """Each heading below the title, what follows it up to the next, and up to the next that is not below it."""
    children = [part for part in root if not _is_any(part, ("citing",))]  # at the end, below no heading
    starts = [place for place, child in enumerate(children) if _level(child)]
    for at, start in enumerate(starts):
        heading = children[start]
        beyond = [place for place in starts[at + 1 :] if _level(children[place]) <= _level(heading)]
        end, last = (min(places, default=len(children)) for places in (starts[at + 1 :], beyond))
        if _level(heading) > 1:
            yield heading, children[start + 1 : end], children[start + 1 : last]


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
    stops = [(place, _stop(env, root[place], list(root)[place:end])) for place, end in list(zip(starts, ends))[1:]]
    for place, stop in reversed(stops):
        stop.tail = "\n"
        root.insert(place, stop)
    return [stop for _, stop in stops]


def _stop(env: Environment, heading: ET.Element, part: Sequence[ET.Element]) -> ET.Element:
    """What stands before a part.

    In the words of its heading are signs of Markdown's own until a page is written, in place of entities and tags: no
    template can hold those, so the words come into the tree as they are.
    """
    stop = element(env, "lesson/stop.html", title=_TITLE, minutes=minutes(part))
    for each in stop.iter():
        each.text = (each.text or "").replace(_TITLE, _words(heading))
    return stop


def _words(heading: ET.Element) -> str:
    # Markdown holds code as it will be written.
    pieces = (unescape(piece) if isinstance(piece, AtomicString) else piece for piece in heading.itertext())
    return " ".join("".join(pieces).split())


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
