"""Entries of works that never share a list, as the lessons of a course: most differ in title and address alone.

Those are formatted once, with words that nobody uses in their place. So a new lesson, or another title, needs no run
of Pandoc; nor do a thousand lessons need a thousand works to be formatted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from coursework.reading.cite import format_citations
from coursework.reading.model import Reference

# Letters of both sizes at the beginnings of words: any style that changes some in titles, changes one of these.
_NOBODYS = "qzx"
_TITLE = f"a{_NOBODYS} B{_NOBODYS}"
_ADDRESS = f"https://a{_NOBODYS}.example/b{_NOBODYS}/"
# Of other signs a style may make something; of one at the end it makes the same for each that ends so.
_PLAIN_TITLE = re.compile(r"[^\W_]+(?:,? [^\W_]+)*([.?!]?)")
_PLAIN_ADDRESS = re.compile(r"https?://[\w./~-]+", re.ASCII)


def format_alone(works: Iterable[Reference], style: str, cache: Path) -> dict[str, str]:
    """The entry of each work as XHTML, by its id: as if it were the only one.

    `style` and `cache` are those of `format_citations`, which also says what is raised.
    """
    works = list(works)
    shapes: dict[str, Reference] = {}
    for work in works:
        shapes.setdefault(_shape(work), Reference(f"shape-{len(shapes)}", json.loads(_shape(work))))
    known = _entries(shapes.values(), style, cache)
    entries = {work.id: _filled(known[shapes[_shape(work)].id], work) for work in works}
    changed = [work for work in works if entries[work.id] is None]
    return entries | (_entries(changed, style, cache) if changed else {})


def _entries(works: Iterable[Reference], style: str, cache: Path) -> dict[str, str]:
    works = [Reference(work.id, {**work.csl, "id": work.id}) for work in works]
    return dict(format_citations(works, [], style, cache, alone=True).entries)


def _shape(work: Reference) -> str:
    """All of a work that its entry depends on, but plain words."""
    csl = {name: value for name, value in work.csl.items() if name != "id"}
    if title := _PLAIN_TITLE.fullmatch(csl["title"]):
        csl["title"] = _TITLE + title[1]
    if _PLAIN_ADDRESS.fullmatch(csl.get("URL", "")):
        csl["URL"] = _ADDRESS
    return json.dumps(csl, sort_keys=True)


def _filled(entry: str, work: Reference) -> str | None:
    """The entry of a shape with a work's own words; None where the style has changed letters of what they stand for."""
    if title := _PLAIN_TITLE.fullmatch(work.csl["title"]):
        entry = entry.replace(_TITLE, work.csl["title"].removesuffix(title[1]))
    if _PLAIN_ADDRESS.fullmatch(work.csl.get("URL", "")):
        entry = entry.replace(_ADDRESS, escape(work.csl["URL"]))
    return None if _NOBODYS in entry.casefold() else entry
