"""Rendered XHTML without what is the site's own: classes, colours of code, addresses that lead from a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

_XMLNS = "http://www.w3.org/1998/Math/MathML"
# What programs that read HTML take for a beginning, as `<th />`. In MathML, whose names begin with m, they do not.
_EMPTY = re.compile(r"<(?!br|hr|img|m)(\w+)([^<>]*) />")
# Where an element may have attributes that any program knows.
_ATTRIBUTES = {"a": ("href",), "img": ("src", "alt"), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan")}


def cleaned(html: str, link: Callable[[str], str], picture: Callable[[str], str | None]) -> str:
    """XHTML as any program shows it, with citations as words and formulas as MathML that holds its TeX.

    `link` makes a whole address of one as if written in `docs/`; `picture` gives the name of a picture of the course.
    """
    root = ET.fromstring(f"<div>{html}</div>")
    _Cleaning(link, picture).children(root)
    xhtml = ET.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")
    return _EMPTY.sub(r"<\1\2></\1>", xhtml)


@dataclass(frozen=True)
class _Cleaning:
    link: Callable[[str], str]
    picture: Callable[[str], str | None]

    def children(self, parent: ET.Element) -> None:
        """Clean all that stands in an element."""
        at = 0
        while at < len(parent):
            child = parent[at]
            tag = child.tag
            if tag == "math":
                parent[at] = _with_tex(child)
            elif tag == "span" and "filename" in child.get("class", ""):
                child.tag = "p"
                child.attrib.clear()
            elif tag in ("span", "div"):
                if child.get("class", "").startswith("citation"):
                    child.text, child[:] = "".join(child.itertext()), []
                _unwrap(parent, at)
                continue
            else:
                self._attributes(child)
                self.children(child)
            at += 1

    def _attributes(self, element: ET.Element) -> None:
        values = {name: value for name in _ATTRIBUTES.get(element.tag, ()) if (value := element.get(name)) is not None}
        if "href" in values:
            values["href"] = self.link(values["href"])
        if "src" in values:
            name = self.picture(values["src"])
            values["src"] = f"picture:{name}" if name else self.link(values["src"])
        element.attrib = values


def _with_tex(math: ET.Element) -> ET.Element:
    """A formula as other programs have it: without our attributes, and with its TeX as an annotation."""
    whole = ET.Element("math", {"xmlns": _XMLNS})
    if math.get("display"):
        whole.set("display", "block")
    semantics = ET.SubElement(whole, "semantics")
    row = ET.SubElement(semantics, "mrow")
    row.extend(list(math))
    for part in row.iter():
        part.attrib.pop("class", None)
    annotation = ET.SubElement(semantics, "annotation", {"encoding": "application/x-tex"})
    annotation.text = unescape(math.get("data-tex", ""))
    whole.tail = math.tail
    return whole


def _unwrap(parent: ET.Element, at: int) -> None:
    """Put what stands in a child in its place."""
    child = parent[at]
    text, tail = child.text or "", child.tail or ""
    if len(child):
        child[-1].tail = (child[-1].tail or "") + tail
    else:
        text += tail
    parent[at : at + 1] = list(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
