"""Formulas for Python-Markdown, in pages and in texts of YAML alike."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from coursework.source.problem import Problem
from coursework.text.formula import FORMULA, Written, place_of, without_code, words_of, written
from coursework.text.mathml import FormulaError, element_of
from coursework.text.page import Page

# Told of each formula that is none.
Report = Callable[[Written, FormulaError], None]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class FormulaExtension(Extension):
    """Python-Markdown extension that puts MathML in the place of formulas; `inline` as in `mathml.element_of`.

    What is no formula stays as written, and `report` hears of it.
    """

    def __init__(self, report: Report, inline: bool = False):
        super().__init__()
        self.report, self.inline = report, inline

    def extendMarkdown(self, md: Markdown) -> None:
        if "$" not in md.ESCAPED_CHARS:
            md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]
        # After code (190), and before the signs that a backslash frees (180), of which TeX is full.
        md.inlinePatterns.register(_Formula(md, self), "formula", 185)
        # After code of four spaces (80); before headings, quotations and lists, whose signs begin lines of formulas.
        md.parser.blockprocessors.register(_Display(md.parser), "formula", 78)
        # A heading is its words to whatever comes between: its name in the address, in the menu and in the title.
        in_words = _HeadingsInWords(md)
        md.treeprocessors.register(in_words, "formula-words", 7)
        md.treeprocessors.register(_HeadingsWhole(md, in_words), "formula-whole", 0.5)


class _Formula(InlineProcessor):
    def __init__(self, md: Markdown, extension: FormulaExtension):
        super().__init__(FORMULA, md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # as InlineProcessor itself overrides what is older
        self, match: re.Match[str], data: str
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        formula = written(match)
        if _in_address(data, formula) or _in_tag(data, formula):
            return None, None, None
        try:
            element: ET.Element | str = element_of(formula.tex, formula.display, self._extension.inline)
        except FormulaError as error:
            self._extension.report(formula, error)
            element = match["formula"]
        return element, formula.start, formula.end


def _in_address(data: str, formula: Written) -> bool:
    """Whether it stands in the address of a link."""
    return bool(re.search(r"(?:\]\(|<https?:)[^\s()<>]*$", data[: formula.start]))


def _in_tag(data: str, formula: Written) -> bool:
    """Whether it stands in a tag of HTML, as the value of an attribute."""
    start = data.rfind("<", 0, formula.start)
    tag = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?>|<!--").match(data, start) if start >= 0 else None
    return tag is not None and tag.end() > formula.start


class _Display(BlockProcessor):
    """Keeps a formula that begins a paragraph from being read as a quotation, a heading or a list."""

    _START = re.compile(r" {0,3}(?=\$\$)" + FORMULA + r"[ ]*(?:\n|$)")

    def test(self, parent: ET.Element, block: str) -> bool:
        return "$$" in block and self._START.match(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        match = self._START.match(block)
        if match:
            ET.SubElement(parent, "p").text = match["formula"]
            block = block[match.end() :]
        if block.strip():
            blocks.insert(0, block)


class _HeadingsInWords(Treeprocessor):
    def __init__(self, md: Markdown):
        super().__init__(md)
        self.held: list[tuple[ET.Element, ET.Element]] = []

    def run(self, root: ET.Element) -> None:
        self.held = []
        for heading in (element for element in root.iter() if element.tag in _HEADINGS):
            for formula in list(heading.iter("span")):
                math = formula.find("math")
                if math is not None:
                    self.held.append((formula, math))
                    formula.remove(math)
                    formula.text = words_of(math)


class _HeadingsWhole(Treeprocessor):
    def __init__(self, md: Markdown, in_words: _HeadingsInWords):
        super().__init__(md)
        self._in_words = in_words

    def run(self, root: ET.Element) -> None:
        for formula, math in self._in_words.held:
            formula.text = None
            formula.append(math)
        self._in_words.held = []


def note_fault(page: Page, formula: Written, error: FormulaError) -> None:
    """Note what is wrong with a formula of a page, in its place."""
    places = (place_of(source, formula, error.offset) for source in (without_code(page.source), page.source))
    line, column = next((place for place in places if place[0]), (1, 1))
    page.problems.append(Problem(f"docs/{page.path}", line, column, "formula", str(error)))
