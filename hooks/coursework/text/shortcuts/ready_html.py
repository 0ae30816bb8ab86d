"""HTML that is ready but for its addresses: of it, only the tags that have one stand in the tree of a page.

Nine tenths of a page with questions are such HTML, and a tree of it takes longer to write than the HTML to make. Gains
0.8 s of the 4.7 s of CPU that this course took, and 2 of 6 s of a course of 120 lessons with 1,200 questions.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from html import escape, unescape

from coursework.text.page_tree import READY, join_values
from coursework.text.shortcuts import is_on

# In well-formed HTML no sign of a tag stands within a text, and none, nor a quotation mark, within a value.
_ADDRESS = re.compile(r' (?:id|href|src|data-cluster)="')
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
# A heading and a wide formula get a name, a table a region around it, code becomes one, a link to a claim becomes its
# mark, a link in a link is none: those are done in a tree.
_OF_TREE = ("<h", "<table", "<pre", '<span class="formula formula--wide" role=')
# A link to a claim that is no mark yet.
_OPEN_CLAIM = re.compile(r"<a(?! class=\"claim-mark\b)[^>]*claims\.md#")
_LINK = re.compile(r"<a\s")
# A character that no author types keeps the places of ready HTML apart from whatever an author calls by that name.
_NUMBER = re.compile(f"<{READY}>\ue003(\\d+)</{READY}>")


class Ready(ET.Element):
    """Stands in a tree for ready HTML. What is done to the tags that it holds is done to those of the HTML."""

    texts: list[str]

    def html(self) -> str:
        """The HTML, its tags as they are now."""
        parts = [self.texts[0]]
        for tag, text in zip(self, self.texts[1:], strict=True):
            values = "".join(f' {name}="{escape(value)}"' for name, value in tag.items())
            parts += [f"<{tag.tag}{values}", text]
        return "".join(parts)


class ReadyHtml:
    """Well-formed HTML of one element, which may stand on several pages, each time with other words in one place."""

    def __init__(self, html: str, place: str = ""):
        self._place = place
        self._html = html if _is_of_tree(html) or not is_on("ready_html") else ""
        self._texts: list[str] = []
        self._tags: list[tuple[str, dict[str, str]]] = []
        if not self._html:
            html, end = join_values(html), 0
            for address in _ADDRESS.finditer(html):
                start = html.rfind("<", end, address.start())
                # Words that look like an address, or another one of the same tag, have no beginning of a tag before.
                if start >= 0 and html.find(">", start, address.start()) < 0:
                    self._texts.append(html[end:start])
                    end = html.find(">", start)
                    end -= html[end - 1] == "/"
                    name, _, values = html[start + 1 : end].partition(" ")
                    self._tags.append((name, {name: unescape(value) for name, value in _ATTRIBUTE.findall(values)}))
            self._texts.append(html[end:])

    def element(self, words: str = "") -> ET.Element:
        """What stands for it in a tree: the element itself where the page must see into it."""
        if self._html:
            return ET.fromstring(self._html.replace(self._place, words, 1) if self._place else self._html)
        standing = Ready(READY)
        standing.texts = [text.replace(self._place, words) for text in self._texts] if self._place else self._texts
        for name, values in self._tags:
            ET.SubElement(standing, name, values)
        return standing


def _is_of_tree(html: str) -> bool:
    if any(sign in html for sign in _OF_TREE) or _OPEN_CLAIM.search(html):
        return True
    return any("</a>" not in part for part in _LINK.split(html)[1:-1])


def as_elements(root: ET.Element) -> list[ET.Element]:
    """Put elements in the place of all ready HTML of a tree, for those who do not know what stands there."""
    whole = []
    for parent in list(root.iter()):
        for place, child in enumerate(parent):
            if isinstance(child, Ready):
                parent[place] = ET.fromstring(child.html())
                parent[place].tail = child.tail
                whole.append(parent[place])
    return whole


def take_out(root: ET.Element) -> list[str]:
    """Leave a number in the place of all ready HTML of a finished tree, and give the HTML."""
    held = []
    for element in root.iter(READY):
        if isinstance(element, Ready):
            held.append(element.html())
            tail = element.tail
            element.clear()
            element.text, element.tail = f"\ue003{len(held) - 1}", tail
    return held


def put_in(html: str, held: Sequence[str]) -> str:
    """The HTML of a tree, with what was taken out in its places."""
    return _NUMBER.sub(lambda number: held[int(number[1])], html)
