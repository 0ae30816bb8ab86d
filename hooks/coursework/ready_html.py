"""HTML that is ready but for its addresses: of it, only the tags that have one stand in the tree of a page.

Nine tenths of a page with questions are such HTML, and a tree of it takes longer to write than the HTML to make.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import escape, unescape

from coursework.page_tree import values_kept_together

# In well-formed HTML no sign of a tag stands within a text or a value.
_TAG = re.compile(r'<([a-z][\w-]*)(?=(?:\s+[\w:-]+="[^"]*")*?\s+(?:id|href|src|data-cluster)=)([^<>]*?)(?=\s*/?>)')
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
# A heading gets a name, a table a region around it, and a link to a claim becomes its mark: those are done in a tree.
_TREE = re.compile(r'<(?:h[1-6]|table)\b|href="[^"]*\bclaims\.md#')
_PLACE = "ready-html"
# A character that no author types keeps the places of ready HTML apart from whatever an author calls by that name.
_NUMBER = re.compile(f"<{_PLACE}>\ue003(\\d+)</{_PLACE}>")


class Ready(ET.Element):
    """Stands in a tree for ready HTML. What is done to the tags that it holds is done to those of the HTML."""

    texts: list[str]

    def html(self) -> str:
        """The HTML, its tags as they are now."""
        parts = [self.texts[0]]
        for tag, text in zip(self, self.texts[1:]):
            values = "".join(f' {name}="{escape(value)}"' for name, value in tag.items())
            parts += [f"<{tag.tag}{values}", text]
        return "".join(parts)


def ready(html: str) -> ET.Element:
    """What stands in a tree for well-formed HTML of one element: the element itself where the page must see into it."""
    if _TREE.search(html):
        return ET.fromstring(html)
    standing = Ready(_PLACE)
    standing.texts, end = [], 0
    html = values_kept_together(html)
    for match in _TAG.finditer(html):
        standing.texts.append(html[end : match.start()])
        values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[2])}
        ET.SubElement(standing, match[1], values)
        end = match.end()
    standing.texts.append(html[end:])
    return standing


def hold_back(root: ET.Element) -> list[str]:
    """Leave a number in the place of all ready HTML of a finished tree, and give the HTML."""
    held = []
    for element in root.iter(_PLACE):
        if isinstance(element, Ready):
            held.append(element.html())
            tail = element.tail
            element.clear()
            element.text, element.tail = f"\ue003{len(held) - 1}", tail
    return held


def put_back(html: str, held: list[str]) -> str:
    """The HTML of a tree, with what was held back in its places."""
    return _NUMBER.sub(lambda number: held[int(number[1])], html)
