"""What is wrong with the HTML of the pages that authors wrote, each at its place in the source of its page."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from urllib.parse import quote, unquote, urlsplit

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import coursework
from coursework.source.place import line_and_column
from coursework.source.problem import quoted
from coursework.text.fences import fences_in
from coursework.text.hosts import Hosts
from coursework.text.page_source import blanked
from coursework.text.prose import blank_comments
from coursework_mkdocs.blocked import addresses_of, faults
from coursework_mkdocs.page_markup import Element, Fault, elements_of, may_hold_any


def found_on_pages(
    files: Files, generated: Collection[str], hosts: Hosts, of_texts: Collection[str]
) -> tuple[list[coursework.Problem], list[coursework.Advice]]:
    """The problems and the advice on all rendered pages but those that the course makes, whose paths are `generated`.

    `of_texts` are the addresses of the pictures in YAML (`Course.pictures`), of which it is told there.
    """
    found = list(_found(files, generated, hosts, of_texts))
    advice = [each for each in found if isinstance(each, coursework.Advice)]
    return [each for each in found if not isinstance(each, coursework.Advice)], advice


def _found(
    files: Files, generated: Collection[str], hosts: Hosts, of_texts: Collection[str]
) -> Iterator[coursework.Problem]:
    written = [file.page for file in files.documentation_pages() if file.page and file.src_uri not in generated]
    if pages := [page for page in written if _may_link(page) or may_hold_any(page.content or "")]:
        by_address = {_normal(address): file for file in files for address in (file.url, file.dest_uri)}
        for page in pages:
            yield from _of_page(page, by_address, hosts, of_texts)


def _may_link(page: Page) -> bool:
    """Whether the source of a page may hold links that are HTML."""
    return _LINK.search(page.file.content_string) is not None


def _of_page(
    page: Page, by_address: Mapping[str, File], hosts: Hosts, of_texts: Collection[str]
) -> Iterator[coursework.Problem]:
    elements = elements_of(page.content or "")
    places = _Places(page.file.content_string, elements)
    for fault in (*faults(elements, hosts), *_lost(elements, page, by_address, places)):
        line, column = places.of(fault, of_texts)
        if line:
            kind = coursework.Advice if fault.is_advice else coursework.Problem
            yield kind(f"docs/{page.file.src_uri}", line, column, _called(fault), fault.message)


def _called(fault: Fault) -> str:
    if fault.fence:
        return f"the {fault.fence} block"
    return "picture" if fault.element.tag == "img" else f"<{fault.element.tag}>"


class _Places:
    """The places of the elements of a page in its source."""

    def __init__(self, source: str, elements: Sequence[Element]):
        # Where tags are indented, what looks like code may be none.
        self._texts = (blanked(source), source)
        self._counts: Counter[str] = Counter()
        self._numbers: dict[int, int] = {}
        for element in elements:
            self._numbers[id(element)] = self._counts[element.tag]
            self._counts[element.tag] += 1
        self._seen: Counter[str] = Counter()

    def of(self, fault: Fault, of_texts: Collection[str]) -> tuple[int, int]:
        """The line and the column from 1; (1, 1) if it is not in the source, (0, 0) if it is not to be told here."""
        tag, address = fault.element.tag, fault.needles[0] if fault.needles else ""
        if tag == "img":
            return self._of_picture(fault, address in of_texts)
        if tag in _LINKS and (place := self._next([_href(address)])):
            return place
        for text in self._texts:
            found = [match.start() for match in re.finditer(rf"<{tag}(?=[\s/>])", text, re.IGNORECASE)]
            if len(found) == self._counts[tag]:
                return line_and_column(text, found[self._numbers[id(fault.element)]])
        if fault.fence:
            return self._next_fence(fault.fence) or ((0, 0) if address in of_texts else (1, 1))
        needles = dict.fromkeys(way for needle in fault.needles for way in (needle, escape(needle)) if needle)
        place = self._next([re.escape(needle) for needle in needles])
        return place or ((0, 0) if address in of_texts else (1, 1))

    def is_passed_over(self, element: Element, address: str) -> bool:
        """Whether MkDocs passes over an address, as it does where it stands in HTML and no Markdown."""
        if element.tag in _LINKS:
            ways = [_href(address)]
        elif element.tag == "img" and address == element.values.get("src", "").strip():
            ways = [_TAG + name for name in _names(element)]
        else:
            return element.tag != "img" or address in self._texts[-1]
        return any(re.search(way, text) for way in ways for text in self._texts)

    def _of_picture(self, fault: Fault, is_of_text: bool) -> tuple[int, int]:
        names = _names(fault.element)
        if fault.is_advice:  # of one without words, as which it must be found: another may show the same file
            wordless = [rf"!\[\s*\](?:\([^)\n]*?{name}|\[)" for name in names]
            if "alt" not in fault.element.values:  # in HTML `alt=""` says that it only adorns
                wordless += [rf"<(?i:img)\b(?![^>]*\salt=)[^>]*?{name}" for name in names]
            return self._next(wordless) or (0, 0)
        whole = [rf"""{_TAG}[\s"'=]{re.escape(address)}(?=["'\s>])""" for address in fault.needles[:1]]
        place = self._next(
            [*whole, *(_TAG + name for name in names), *(rf"!\[[^\n]*?{name}" for name in names), *names]
        )
        # Not of the page, so of a text in YAML, where all is told but what a plugin may have added.
        is_added = not is_of_text and re.match(r"(?:\w+:)?//", fault.element.values.get("src", ""))
        return place or ((1, 1) if is_added else (0, 0))

    def _next_fence(self, name: str) -> tuple[int, int] | None:
        """The place of the next fenced block of a name, or of the last again; what stands within one is none."""
        lines = blank_comments(self._texts[-1]).split("\n")
        found = [fence for fence in fences_in(lines) if fence.name == name]
        if not found:
            return None
        fence = found[min(self._seen[name], len(found) - 1)]
        self._seen[name] += 1
        return fence.start + 1, lines[fence.start].index(fence.fence) + 1

    def _next(self, patterns: Sequence[str]) -> tuple[int, int] | None:
        """The place of the next text that matches any of the patterns, or of the last again."""
        for pattern in patterns:
            for text in self._texts:
                if found := [match.start() for match in re.finditer(pattern, text)]:
                    number = min(self._seen[pattern], len(found) - 1)
                    self._seen[pattern] += 1
                    return line_and_column(text, found[number])
        return None


_TAG = r"<(?i:img)\b[^>]*?"
_LINKS = ("a", "area")
_LINK = re.compile(r"<(?:a|area)\s", re.IGNORECASE)
# What is made when all pages are: the map of the site, feeds, data of plugins.
_MADE_LAST = re.compile(r"\.(?:xml|gz|json|txt)$|(?:^|/)404\.html$")


def _href(address: str) -> str:
    """How a link to an address is written in HTML."""
    ways = "|".join(re.escape(way) for way in dict.fromkeys((address, escape(address))))
    return rf"""<(?i:a|area)\s(?:[^>]*?\s)?(?i:href)\s*=\s*["']?\s*(?:{ways})(?=["'\s>])"""


def _names(picture: Element) -> list[str]:
    """How its file may be written in the source of a page; MkDocs changes the way to it."""
    address = (picture.values.get("src") or picture.values.get("srcset", "")).strip()
    name = address if ":" in address or address.startswith("//") else posixpath.basename(urlsplit(address).path)
    return [re.escape(way) for way in dict.fromkeys((name, unquote(name), quote(unquote(name)), escape(name))) if way]


def _lost(elements: Sequence[Element], page: Page, by_address: Mapping[str, File], places: _Places) -> Iterator[Fault]:
    """Files that are not where HTML says: MkDocs looks at those of Markdown alone, and makes their addresses right."""
    folder = unquote(page.url if page.url.endswith("/") else posixpath.dirname(page.url))
    # Where the site lies on its host; nobody knows without `site_url`, so nothing that begins at the host will do.
    root = "" if page.abs_url is None else unquote(page.abs_url.removesuffix(page.url))
    loaded = ((element, address) for element in elements for _, address in addresses_of(element))
    links = ((element, element.values.get("href", "").strip()) for element in elements if element.tag in _LINKS)
    for element, address in (*loaded, *links):
        path = unquote(address.partition("?")[0].partition("#")[0])
        if not path or ":" in address or address.startswith("//"):
            continue
        if path.startswith("/"):
            is_there = bool(root) and path.startswith(root) and _normal(path[len(root) :] or ".") in by_address
        else:
            is_there = _normal(posixpath.join(folder, path)) in by_address
        if not is_there and places.is_passed_over(element, address):
            meant = _meant(path, page, by_address)
            if element.tag in _LINKS and (_MADE_LAST.search(path) or (path.startswith("/") and not meant)):
                continue  # to what is made later, or to another site of the same host
            message = f"must lead to a file of the site from the address of its page, {quoted(page.url or './')}, not "
            yield Fault(element, (address,), f"{message}{quoted(address)}{meant}")


def _meant(path: str, page: Page, by_address: Mapping[str, File]) -> str:
    """The file that an author thought of who wrote a path as in Markdown, or as if in `docs/`."""
    by_path = {file.src_uri: file for file in by_address.values()}
    written = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), path))
    from_docs = re.sub(r"^(?:(?:\.\./)+|/)", "", posixpath.normpath(path))
    found = by_path.get(written) or by_path.get(from_docs)
    return f". Did you mean {quoted(get_relative_url(found.url, page.url))}?" if found else ""


def _normal(address: str) -> str:
    return posixpath.normpath(unquote(address))
