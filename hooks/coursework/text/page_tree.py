"""What is done to the tree of a page when all its blocks are in place: addresses, citations, boxes, tables."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, MutableMapping
from html import unescape
from urllib.parse import urlsplit

from markdown.util import AMP_SUBSTITUTE

from coursework.source.problem import nearest, quoted
from coursework.source.signs import is_address
from coursework.text.citation import keys_in
from coursework.text.formula import words_of
from coursework.text.mathml import WIDE
from coursework.text.page import Page
from coursework.text.stance import Stances


def mark_links(element: ET.Element) -> None:
    """Mark the links and images of our own elements, whose addresses are as if written in `docs/`."""
    for part in element.iter():
        if part.tag in ("a", "img") and (part.get("href") or part.get("src")):
            part.set("data-from-docs", "1")


_HEADING = re.compile(r"h([1-6])")


def fit_headings(root: ET.Element) -> None:
    """Put each heading that is marked so (`data-below`) one level below the heading that it stands under."""
    above = 1
    for part in root.iter():
        if part.attrib.pop("data-below", None) is not None:
            part.tag = f"h{min(above + 1, 6)}"
        elif isinstance(part.tag, str) and (level := _HEADING.fullmatch(part.tag)):
            above = int(level[1])


_IN_HTML = re.compile(r"""\s(?:href|src)=(["'])(.*?)\1""", re.IGNORECASE)


def refuse_impossible(root: ET.Element, raw: Iterable[object], page: Page) -> None:
    """Note links to addresses that there cannot be, at which programs give up; `raw` is HTML that stands as written."""
    found = []
    for part in root.iter():
        name = {"a": "href", "img": "src"}.get(part.tag, "")
        if name and not is_address(part.get(name, "")):
            found.append(part.get(name, ""))
            part.set(name, "#")
    for html in raw:
        links = _IN_HTML.findall(html) if isinstance(html, str) and "=" in html else ()
        found += [address for _, link in links if not is_address(address := unescape(link))]
    for address in found:
        page.problem(address, "link", f"must be an address that there can be, not {quoted(address)}")


# What stands in a tree for HTML that is ready (`shortcuts/ready_html.py`).
READY = "ready-html"
# What Python-Markdown would take for an entity when it writes a finished tree.
_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def keep_as_typed(element: ET.Element) -> None:
    """Let an `&nbsp;` in an author's text, or in the address of a link, stay those six letters.

    HTML that is ready within it is written as it is.
    """
    if element.tag != READY:
        if element.text and "&" in element.text:
            element.text = _escaped(element.text)
        for name, value in element.items():
            if "&" in value:
                element.set(name, _escaped(value))
        for part in element:
            keep_as_typed(part)
            if part.tail and "&" in part.tail:
                part.tail = _escaped(part.tail)


def _escaped(text: str) -> str:
    return _ENTITY.sub(f"{AMP_SUBSTITUTE}amp;", text)


def rebase(element: ET.Element, page_path: str) -> None:
    """Turn an address as if written in `docs/` into one as if written in the page."""
    name = "href" if element.get("href") else "src"
    address = urlsplit(element.get(name, ""))
    if address.scheme or address.netloc or not address.path or address.path.startswith("/"):
        return
    if address.path == page_path and address.fragment:
        path = ""
    else:
        path = posixpath.relpath(address.path, posixpath.dirname(page_path) or ".")
    element.set(name, address._replace(path=path).geturl())


# A letter that stands for a measure is followed by its value, as in `*r* = .28`.
_VALUE = re.compile(r"^ ([=<>≈]) (?=[−-]?[.\d])")
_VALUE_IN_HTML = re.compile(r"</em> (=|&lt;|&gt;|≈) (?=[−-]?[.\d])")
_JOINED = "\N{NO-BREAK SPACE}\\1\N{NO-BREAK SPACE}"


def keep_values_together(root: ET.Element) -> None:
    """Let no line end between a measure in italics, its sign and its value."""
    for letter in root.iter("em"):
        letter.tail = letter.tail and _VALUE.sub(_JOINED, letter.tail)


def join_values(html: str) -> str:
    """The same in HTML that is text."""
    return _VALUE_IN_HTML.sub(f"</em>{_JOINED}", html) if "</em> " in html else html


def wrap_tables(root: ET.Element, name: Callable[[list[str]], str]) -> None:
    """Put every table into a region with a name that the keyboard can scroll, where it is wider than the screen."""
    names: Counter[str] = Counter()
    for parent in list(root.iter()):
        for place, table in enumerate(parent):
            if table.tag != "table":
                continue
            _align(table)
            for head in table.iter("th"):
                # Nothing is the head of nothing; a corner is an empty cell.
                if not len(head) and not (head.text or "").strip():
                    head.tag = "td"
            naming = table.findall("caption") or table.findall("thead//th") or table.iter("th")
            heads = [words_of(head).strip() for head in naming]
            label = name([head for head in heads if head])
            names[label] += 1
            # A page's regions must differ in their names, also where a question is shown twice.
            label = label if names[label] == 1 else f"{label} ({names[label]})"
            region = ET.Element(
                "div", {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": label}
            )
            region.tail, table.tail = table.tail, None
            region.append(table)
            parent[place] = region


_ALIGNED = re.compile(r"text-align: (left|center|right);")


def _align(table: ET.Element) -> None:
    """Give cells a class in the place of the style that Markdown writes, which the policy of a site does not heed."""
    for cell in table.iter():
        if match := _ALIGNED.fullmatch(cell.get("style", "")):
            del cell.attrib["style"]
            cell.set("class", f"{cell.get('class', '')} cell--{match[1]}".strip())


def name_formulas(root: ET.Element, name: str) -> None:
    """Give each formula that the keyboard can scroll a name of its own."""
    formulas = [span for span in root.iter("span") if span.get("class") == WIDE and span.get("role")]
    for number, formula in enumerate(formulas, 1):
        formula.set("aria-label", name if number == 1 else f"{name} ({number})")


# A box may be of any type that the theme knows: only what is spelt very nearly as a stance is a slip.
_NEAR = 0.8


def show_stances(root: ET.Element, stances: Stances, page: Page) -> None:
    """Let a box whose type is a stance (`!!! for ""`) look like it; what is nearly one is noted as a problem."""
    for box in root.iter("div"):
        types = box.get("class", "").split()
        if "admonition" not in types:
            continue
        for name in types:
            near = nearest(name, stances, _NEAR)
            if name in stances:
                look = stances[name].classes
                box.set("class", f"{box.get('class')} held {look}")
                for title in box.findall("p[@class='admonition-title']"):
                    title.set("class", f"stance {look}")
            elif near:
                page.problem(f"!!! {name}", "the box", f"must be {near}, not {quoted(name)}")


def cite_elsewhere(root: ET.Element, path: str) -> None:
    """Let citations lead to the references of another page, as if written in `docs/`; none leads back to them."""
    for citation in root.iter("span"):
        if citation.get("class") == "citation":
            citation.attrib.pop("id", None)
    for link in root.iter("a"):
        if link.get("href", "").startswith("#ref-"):
            link.set("href", path + link.get("href", ""))
            link.set("data-from-docs", "1")


def number_citations(
    root: ET.Element, cited: MutableMapping[str, list[str]], bracketed: MutableMapping[ET.Element, str]
) -> list[ET.Element]:
    """Give every citation an anchor of its own, which joins those of the works that it cites. Returns them all.

    Those in brackets are noted as they are written, unless the author's name stands before them in the sentence.
    """
    for link in root.iter("a"):
        for inner in list(link.iter("a"))[1:]:  # a link cannot stand in a link
            inner.tag = "span"
            inner.attrib.clear()
    citations = [element for element in root.iter("span") if "data-cluster" in element.attrib]
    for number, element in enumerate(citations, 1):
        element.set("id", f"cite-{number}")
        cluster = element.attrib.pop("data-cluster")
        if cluster.startswith("[") and "-@" not in cluster:
            bracketed[element] = cluster
        for key in dict.fromkeys(keys_in(cluster)):
            cited[key].append(f"cite-{number}")
    return citations
