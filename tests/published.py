"""A published page as a reader's browser gets it: its elements, links and words."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

# What a page loads by itself, as (element, attribute); and what only leads somewhere.
_LOADED = {
    ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("audio", "src"), ("video", "src"),
    ("object", "data"), ("image", "href"), ("use", "href"), ("input", "src"), ("track", "src"), ("video", "poster"),
}  # fmt: skip
_LOADED_RELATIONS = {
    "stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect",
}  # fmt: skip
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
# Files that are of the site, and no reader's aim.
_OF_THE_SITE = ("assets/", "search/", "sitemap.xml", "404.html")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PLACES = {"claim", "reference", "figure__title"}
# The references of a lesson are what its citations lead to; all are at home here. A list of a few readings is narrowed
# by what it holds today, the whole by what there is.
BIBLIOGRAPHY = "readings/bibliography/"
_NARROWED = (BIBLIOGRAPHY, "claims/")


@dataclass(frozen=True)
class Element:
    """`inside` names the elements around it, outermost first."""

    name: str
    attributes: dict[str, str]
    inside: tuple[str, ...]


class PublishedPage(HTMLParser):
    """One HTML file, read."""

    def __init__(self, file: Path):
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[str] = []
        self._texts: list[tuple[str, str]] = []
        self.html = file.read_text(encoding="utf-8")
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data):
        self._texts.append((self._open[-1] if self._open else "", data))

    @functools.cached_property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def words(self) -> str:
        """All text that is not a script or a style, on one line."""
        return " ".join(" ".join(text for around, text in self._texts if around not in ("script", "style")).split())

    def named(self, name: str) -> list[Element]:
        return [element for element in self.elements if element.name == name]

    def classed(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.attributes.get("class", "").split()]

    def text_of(self, name: str, id: str) -> str:
        """What is written in the only element of that name and id, as in `<script id="__config">`."""
        return self.html.split(f'<{name} id="{id}"')[1].split(">", 1)[1].split(f"</{name}>")[0]

    def loaded(self, scripted: bool = False) -> list[str]:
        """Addresses of what the page needs: scripts, styles, images, fonts; `scripted` where there are scripts."""
        elements = [element for element in self.elements if not (scripted and "noscript" in element.inside)]
        found = [
            element.attributes[attribute]
            for element in elements for attribute in element.attributes
            if (element.name, attribute) in _LOADED
            and not element.attributes[attribute].startswith("#")  # a part of the page itself
        ]  # fmt: skip
        for element in elements:
            relations = set(element.attributes.get("rel", "").split())
            if element.name == "link" and relations & _LOADED_RELATIONS:
                found.append(element.attributes.get("href", ""))
            sizes = [part.split()[0] for part in element.attributes.get("srcset", "").split(",") if part.strip()]
            found += [address for address in sizes if address]
        return found

    def links(self) -> list[str]:
        """Addresses that the page leads to."""
        return [
            element.attributes["href"]
            for element in self.elements if element.name in ("a", "area", "link") and "href" in element.attributes
        ]  # fmt: skip

    def links_of_navigation(self) -> list[str]:
        return [element.attributes["href"] for element in self.elements if element.name == "a"
                and "nav" in element.inside and "href" in element.attributes]  # fmt: skip


def file_of(site: Path, address: str) -> Path:
    """The file behind an address below the site's root: a folder's is its `index.html`."""
    return site / (f"{address}index.html" if address == "" or address.endswith("/") else address)


def pages_of(site: Path) -> dict[str, PublishedPage]:
    """Every page of a built site by its address below the site's root; 404.html too."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): PublishedPage(file)
        for file in sorted(site.rglob("*.html"))
    }


def differing(pages: dict[str, PublishedPage], others: dict[str, PublishedPage]) -> list[str]:
    """The pages that do not say the same in two sites, up to the order of attributes and to spaces."""
    return [
        name for name, page in pages.items()
        if name not in others or page.elements != others[name].elements
        or page.words.split() != others[name].words.split()
    ]  # fmt: skip


def addresses_of(site: Path) -> set[str]:
    """All that somebody may have linked to in a built site: pages, files, places, and ways of narrowing a list."""
    found = set()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if not name.startswith(_OF_THE_SITE):
            address = name.removesuffix("index.html")
            found.add(address or "./")
            if name.endswith(".html"):
                found |= {address + part for part in parts_of(PublishedPage(file), address)}
    return found


def parts_of(page: PublishedPage, address: str) -> set[str]:
    """The places of a page, as `#id`, and what its list can be narrowed to, as `?facet=value`."""
    places = {element.attributes["id"] for element in page.elements if _is_place(element)}
    boxes = [element.attributes for element in page.named("input") if element.attributes.get("type") == "checkbox"]
    narrowed = {f"?{box['name']}={box['value']}" for box in boxes if address in _NARROWED and "name" in box}
    of_lesson = address != BIBLIOGRAPHY
    return narrowed | {f"#{place}" for place in places if not (of_lesson and place.startswith("ref-"))}


def _is_place(element: Element) -> bool:
    classes = set(element.attributes.get("class", "").split())
    aims = element.name in _HEADINGS | {"dt"} or bool(classes & _PLACES)
    return aims and "id" in element.attributes
