"""Markdown in the fields of a YAML file: the same course conventions, but no HTML and no headings."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from coursework.source.place import Place, Text
from coursework.source.problem import Problem, quoted
from coursework.source.signs import TOO_DEEP, TOO_MANY_OPEN, is_address, open_brackets, too_deep
from coursework.text.citation import CitationExtension, Lookup
from coursework.text.code import HIGHLIGHT, code_fence
from coursework.text.code_in_texts import code_faults, is_block
from coursework.text.formula import in_words
from coursework.text.formula_extension import FormulaExtension
from coursework.text.registry import items_of
from coursework.text.shortcuts.plain_text import as_plain_text, may_be_taken
from coursework.text.shortcuts.quick_inline import quicken
from coursework.text.table_rows import TOO_MANY_CELLS, watch_rows
from coursework.text.typography import signs
from coursework.text.words import Words, words

# A page and those that are made next to it ask for no more.
_MOST_CACHED = 500
# A scheme other than those that only lead somewhere. Browsers skip spaces and control characters before it.
UNSAFE_LINK = re.compile(r"[\s\x00-\x20]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.\s-]*:", re.IGNORECASE)
_ANCHORED = re.compile(r"[^:?#]+\.md#.")
_LINK = re.compile(r'(<[^<>]*\b(?:href|src))="([^"]*)"')
# No-break spaces among them are meant.
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\N{MINUS SIGN}": "-", "…": "..."})


# Gives the place of some words in a text.
Finder = Callable[[Text, str], Place]


def _beginning(text: Text, needle: str) -> Place:
    return text.place


@dataclass(frozen=True)
class _Rendered:
    """A text as XHTML; what is wrong in it, each with the words that are; and the links in it to a place on a page."""

    html: Markup
    faults: tuple[tuple[str, str], ...] = ()
    anchored: tuple[str, ...] = ()


class Snippets:
    """Renders texts of YAML files to XHTML; the same text once, where it is asked for again soon.

    `lost` says what is wrong with an address that leads nowhere in the site, and `place` where words of a text stand.
    `own` are the words of the interface, English ones without.
    """

    def __init__(
        self,
        lookup: Lookup,
        lost: Callable[[str], str] = lambda address: "",
        place: Finder = _beginning,
        math: bool = True,
        own: Words | None = None,
    ):
        marks = signs(own or words())
        self._apostrophe = marks["right-single-quote"]
        self._problems: dict[Problem, None] = {}
        self._anchored: dict[tuple[Place, str], None] = {}
        self._lost, self._place = lost, place
        self._is_quick = may_be_taken()
        self._inline = _markdown(lookup, marks, math, inline=True)
        self._cut_rows: list[str] = []
        self._block = _markdown(lookup, marks, math, inline=False, tell_row=self._cut_rows.append)
        self._cached = lru_cache(maxsize=_MOST_CACHED)(self._converted)

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with links, and code that is lost, in texts of files, each told once."""
        return list(self._problems)

    @property
    def anchored(self) -> list[tuple[Place, str]]:
        """The links to a place on a page, as if written in `docs/`, and where each stands."""
        return list(self._anchored)

    def inline(self, text: str) -> Markup:
        """The text as phrasing content, with no `<p>` around it; safe to stand inside any element."""
        return self._render(text, block=False)

    def block(self, text: str) -> Markup:
        """The text as paragraphs, lists, quotations and tables."""
        return self._render(text, block=True)

    def label(self, text: str) -> Markup:
        """As `inline`, for the label of a control: nothing in it is a stop for the keyboard."""
        html = self._render(text, block=False)
        return Markup(str(html).replace(' tabindex="0"', "")) if "$" in text else html

    def spoken(self, text: str) -> str:
        """The name of a control whose label holds a formula, of which browsers would say the signs alone.

        Nothing where it holds none.
        """
        html = self.inline(text) if "$" in text else ""
        return plain_text(html) if "<math" in html else ""

    def note_places(self, text: Text) -> None:
        """Note the links of a text to a place on a page, as when it is rendered, and no fault of it."""
        for address in self._cached(str(text), True).anchored:
            self._anchored[self._place(text, address), address] = None

    def filters(self) -> dict[str, Callable[[str], str]]:
        """What templates say of a text behind a `|`: the ways to render it, by their names."""
        return {
            "inline": self.inline,
            "inline_or_code": lambda text: self.block(text) if is_block(text) else self.inline(text),
            "block": self.block,
            "label": self.label,
            "spoken": self.spoken,
            "plain": lambda text: plain_text(self.inline(text)),
        }

    def _render(self, text: str, block: bool) -> Markup:
        # The same words may stand in two places; the fault of each is told.
        rendered = self._cached(str(text), block)
        if (rendered.faults or rendered.anchored) and isinstance(
            text, Text
        ):  # what is no author's has no place, and no such link
            for needle, message in rendered.faults:
                self._problems[(self._place(text, needle) if needle else text.place).problem("", message)] = None
            for address in rendered.anchored:
                self._anchored[self._place(text, address), address] = None
        return rendered.html

    def _converted(self, text: str, block: bool) -> _Rendered:
        """A text with nothing in the place of a link that can lead nowhere: that would be told again of each page."""
        if open_brackets(text) is not None:
            return _Rendered(Markup(""), (("[", TOO_MANY_OPEN),))
        if too_deep(text) is not None:
            return _Rendered(Markup(""), (("", TOO_DEEP),))
        self._cut_rows.clear()
        html = self._html(text, block)
        faults = [(row, TOO_MANY_CELLS) for row in self._cut_rows]
        anchored: list[str] = []

        def link(match: re.Match[str]) -> str:
            address = unescape(match[2])
            if UNSAFE_LINK.match(address):
                faults.append(("", f"must link to a page or to an https: address, not {quoted(address)}"))
                return match[0]
            if is_address(address):
                fault = self._lost(address)
            else:
                fault = f"must link to an address that there can be, not {quoted(address)}"
            if fault:
                faults.append((address, fault))
            elif _ANCHORED.match(address):
                anchored.append(address)
            return f'{match[1]}="#"' if fault else match[0]

        html = _LINK.sub(link, html) if '="' in html else html
        faults += [("", message) for message in code_faults(text, block)]
        return _Rendered(Markup(html), tuple(faults), tuple(anchored))

    def _html(self, text: str, block: bool) -> str:
        simple = as_plain_text(text, self._apostrophe) if self._is_quick else None
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
    """The words of a rendered snippet, without its markup; a formula is its TeX."""
    return Markup(re.sub(r"<[^>]+>", "", in_words(html))).unescape()


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


def _markdown(
    lookup: Lookup,
    marks: dict[str, str],
    math: bool,
    inline: bool,
    tell_row: Callable[[str], None] = lambda row: None,
) -> Markdown:
    code = [] if inline else ["pymdownx.highlight", "pymdownx.superfences"]
    md = Markdown(
        extensions=["tables", "sane_lists", "smarty", *code, CitationExtension(lookup)],
        extension_configs={
            "smarty": {"substitutions": marks},
            "pymdownx.highlight": HIGHLIGHT,
            "pymdownx.superfences": {"custom_fences": [code_fence(plain=True)]},
        },
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
    if math:  # whose faults are found where texts are read: see `course/formulas.py`
        FormulaExtension(lambda formula, error: None, inline).extendMarkdown(md)
    watch_rows(md, tell_row)
    quicken(md)
    return md
