"""Markdown in the fields of a YAML file: the same course conventions, but no HTML and no headings."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from functools import lru_cache
from html import unescape

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from coursework.source.place import Text
from coursework.source.problem import Problem, quoted
from coursework.text.citation import CitationExtension, Lookup
from coursework.text.registry import items_of
from coursework.text.shortcuts.plain_text import as_plain_text
from coursework.text.shortcuts.quick_inline import quicken

# Typographic signs as characters: named entities would not be XML.
QUOTES = {
    "left-single-quote": "‘", "right-single-quote": "’", "left-double-quote": "“", "right-double-quote": "”",
    "left-angle-quote": "«", "right-angle-quote": "»", "ellipsis": "…", "ndash": "–", "mdash": "—",
}  # fmt: skip

# A page and those that are made next to it ask for no more.
_MOST_CACHED = 500
# A scheme other than those that only lead somewhere. Browsers skip spaces and control characters before it.
_UNSAFE_LINK = re.compile(r"[\s\x00-\x20]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.\s-]*:", re.IGNORECASE)
# No-break spaces among them are meant.
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\N{MINUS SIGN}": "-", "…": "..."})


class Snippets:
    """Renders texts of YAML files to XHTML; the same text once, where it is asked for again soon."""

    def __init__(self, lookup: Lookup):
        self._problems: dict[Problem, None] = {}
        self._inline = _markdown(lookup, inline=True)
        self._block = _markdown(lookup, inline=False)
        self._cached = lru_cache(maxsize=_MOST_CACHED)(self._converted)

    @property
    def problems(self) -> list[Problem]:
        """The unsafe links in texts of files, each told once."""
        return list(self._problems)

    def inline(self, text: str) -> Markup:
        """The text as phrasing content, with no `<p>` around it; safe to stand inside any element."""
        return self._render(text, block=False)

    def block(self, text: str) -> Markup:
        """The text as paragraphs, lists, quotations and tables."""
        return self._render(text, block=True)

    def _render(self, text: str, block: bool) -> Markup:
        # The same words may stand in two places; the fault of each is told.
        html, unsafe_links = self._cached(str(text), block)
        if unsafe_links and isinstance(text, Text):  # what is no author's has no place, and no such link
            for link in unsafe_links:
                message = f"must link to a page or to an https: address, not {quoted(link)}"
                self._problems[text.place.problem("", message)] = None
        return html

    def _converted(self, text: str, block: bool) -> tuple[Markup, tuple[str, ...]]:
        html = self._html(text, block)
        links = re.findall(r'\b(?:href|src)="([^"]*)"', html) if '="' in html else ()
        return Markup(html), tuple(link for link in map(unescape, links) if _UNSAFE_LINK.match(link))

    def _html(self, text: str, block: bool) -> str:
        simple = as_plain_text(text, QUOTES["right-single-quote"])
        if simple is not None:
            return f"<p>{simple}</p>" if block else simple
        if block:
            return _xml(self._block.reset().convert(text))
        html = self._inline.reset().convert(_SPACES.sub(" ", text).strip())
        return _xml(html).removeprefix("<p>").removesuffix("</p>")


def _xml(html: str) -> str:
    """XHTML in which an `&nbsp;` that an author typed is those six letters, not an entity unknown to XML."""
    return re.sub(r"&(?!(?:amp|lt|gt|quot);)", "&amp;", html)


def plain_text(html: str) -> str:
    """The words of a rendered snippet, without its markup."""
    return Markup(re.sub(r"<[^>]+>", "", html)).unescape()


def fold(text: str) -> str:
    """What two texts have in common when only case, spaces, the form of quotation marks and a full stop differ.

    Readers' saved answers hang on it: see `quiz/saved.py`.
    """
    letters = unicodedata.normalize("NFC", text.casefold())
    return " ".join(letters.translate(_FOLDED).split()).rstrip(".!;:, ")


class _Raised(InlineProcessor):
    """What stands low or high in a line, as in `H<sub>2</sub>O`: Markdown has no sign for it."""

    def __init__(self) -> None:
        super().__init__(r"<(sub|sup)>([^<>]+)</\1>")

    def handleMatch(  # type: ignore[override]  # as InlineProcessor itself overrides what is older
        self, match: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        element = ET.Element(match[1])
        element.text = match[2]
        return element, match.start(0), match.end(0)


def _markdown(lookup: Lookup, inline: bool) -> Markdown:
    md = Markdown(
        extensions=["tables", "sane_lists", "smarty", CitationExtension(lookup)],
        extension_configs={"smarty": {"substitutions": QUOTES}},
        output_format="xhtml",
    )
    md.inlinePatterns.register(_Raised(), "raised", 95)
    md.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        md.inlinePatterns.deregister(name)
    unwanted = ["hashheader", "setextheader", "reference"]
    if inline:
        names = [item.name for item in items_of(md.parser.blockprocessors)]
        unwanted = [name for name in names if name not in ("empty", "paragraph")]
    for name in unwanted:
        md.parser.blockprocessors.deregister(name)
    quicken(md)
    return md
