"""Quizzes, reading lists, figures and citations inside lessons, for Python-Markdown.

    ```quiz                      ```readings        ```quizzes      ```bibliography
    maps: contour-lines          maps               ```             ```
    ```                          ```

A fence becomes a token while the text is cut into blocks; when the page is a tree, the token is replaced by the
elements of the quiz, so that the links in them are rewritten and checked like any link in a lesson.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE

from coursework.text import page_tree
from coursework.text.citation import CitationExtension
from coursework.text.code import code_fence, is_code, name_code, named_code, set_apart
from coursework.text.fence_watch import FenceWatch
from coursework.text.formula_extension import FormulaExtension, note_fault
from coursework.text.lost_blocks import FENCES, GLUED, IN_HTML, Fenced, tell_lost
from coursework.text.page import Page
from coursework.text.raw_html import markdown_in
from coursework.text.shortcuts.quick_inline import quicken
from coursework.text.shortcuts.ready_html import as_elements, put_in, take_out
from coursework.text.stance import Stances
from coursework.text.table_rows import TOO_MANY_CELLS, watch_rows

_HOLDER = "<!--coursework:{}-->"
# After attr_list (8), which would take `{ #id }` in an author's YAML for attributes of ours; before toc (5), which
# must see our headings, and before MkDocs's own links (0).
_PRIORITY = 6
# After those, which see to the addresses of ready HTML as to any other.
_LAST = -10


class Course(Protocol):
    """What the extension asks of a course."""

    stances: Stances
    has_math: bool

    def fence(self, page: Page, name: str, body: str) -> list[ET.Element]: ...
    def citation(self, cluster: str, page: Page | None = None) -> ET.Element | None: ...
    def references(self, page: Page) -> list[ET.Element]: ...
    def link_terms(self, page: Page, root: ET.Element) -> None: ...
    def arrange(self, page: Page, root: ET.Element, ours: list[ET.Element]) -> list[ET.Element]: ...
    def ending(self, page: Page) -> list[ET.Element]: ...
    def table_name(self, heads: list[str]) -> str: ...
    def code_name(self, called: str) -> str: ...
    def formula_name(self) -> str: ...


def custom_fences() -> list[dict[str, object]]:
    """Settings for `pymdownx.superfences`, which finds fences inside lists, boxes and tabs as well."""
    ours = [{"name": name, "class": name, "format": _hold, "validator": _accept} for name in FENCES]
    return [*ours, code_fence()]


def _accept(language: str, inputs: object, options: object, attrs: object, md: Markdown) -> bool:
    return True  # else one more word after the fence's name would make the quiz a piece of code, without a word


def _hold(source: str, language: str, css_class: str, options: object, md: Markdown, **kwargs: object) -> str:
    held = _held(md)
    held.append((language, source))
    return _HOLDER.format(len(held) - 1)


def _held(md: Markdown) -> list[tuple[str, str]]:
    """The fences of the page that a Markdown is at: superfences hands on nothing else of ours to keep them in."""
    held: list[tuple[str, str]] = vars(md).setdefault("coursework_fences", [])
    return held


class CourseExtension(Extension):
    """Python-Markdown extension for the pages of one course. Call `start` before each page."""

    def __init__(self, course: Course):
        super().__init__()
        self.course = course
        self.page = Page("", "")

    def start(self, page: Page) -> None:
        """Begin a page, of which all is noted there that becomes known."""
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        self.md = md
        CitationExtension(lambda cluster: self.course.citation(cluster, self.page)).extendMarkdown(md)
        if self.course.has_math:
            FormulaExtension(lambda formula, error: note_fault(self.page, formula, error)).extendMarkdown(md)
        watch_rows(md, lambda row: self.page.problem(row, "table", TOO_MANY_CELLS))
        quicken(md)
        self.watch = FenceWatch(md)
        md.treeprocessors.register(_CourseTree(md, self), "coursework", _PRIORITY)
        held = _TakeOut(md)
        md.treeprocessors.register(held, "coursework-ready", _LAST)
        md.postprocessors.register(_PutIn(held), "coursework-ready", _LAST)

    def reset(self) -> None:
        vars(self.md)["coursework_fences"] = []


class _CourseTree(Treeprocessor):
    def __init__(self, md: Markdown, extension: CourseExtension):
        super().__init__(md)
        self.extension = extension

    def run(self, root: ET.Element) -> None:
        page, course = self.extension.page, self.extension.course
        ours: list[ET.Element] = []

        def make(name: str, body: str) -> list[ET.Element]:
            ours.extend(elements := course.fence(page, name, body))
            return elements

        page_tree.refuse_impossible(root, self.md.htmlStash.rawHtmlBlocks, page)
        for found, message in markdown_in(self.md.htmlStash.rawHtmlBlocks):
            page.problem(found, "", message)
        course.link_terms(page, root)  # before the fences: a question explains its terms itself, or asks for them
        placed = self._place_fences(root, make)
        fenced = self.extension.watch.fenced()
        tell_lost(page, fenced, self._blocks(fenced, placed))
        self._place_code(page, root)
        finish(course, page, root, ours)
        if self._foreign_processor_follows():
            for element in as_elements(root):
                page_tree.keep_as_typed(element)

    def _place_code(self, page: Page, root: ET.Element) -> None:
        stash = self.md.htmlStash.rawHtmlBlocks
        set_apart(root, stash)
        for place, html in enumerate(stash):
            if isinstance(html, str) and is_code(html):
                stash[place] = named_code(html, self.extension.course.code_name, page.code)

    def _foreign_processor_follows(self) -> bool:
        """Whether a tree processor runs after this one that is foreign, and so may not know of ready HTML."""
        familiar = ("markdown", "mkdocs", "properdocs", "coursework")
        following = list(self.md.treeprocessors)
        following = following[following.index(self) + 1 :]
        return any(type(each).__module__.partition(".")[0] not in familiar for each in following)

    def _place_fences(self, root: ET.Element, make: Callable[[str, str], list[ET.Element]]) -> set[int]:
        placed: set[int] = set()
        for parent in list(root.iter()):
            for child in list(parent):
                number = self._held_by(child)
                if number is None:
                    continue
                placed.add(number)
                elements = make(*_held(self.md)[number])
                for element in elements:
                    page_tree.mark_links(element)
                if child.tag == "p":
                    at = list(parent).index(child)
                    parent[at : at + 1] = elements
                else:  # a tight list item or a definition holds its text itself
                    child.text = ""
                    child.extend(elements)
        return placed

    def _held_by(self, element: ET.Element) -> int | None:
        """The number of the fence that is all that an element holds."""
        if len(element) or not element.text:
            return None
        match = HTML_PLACEHOLDER_RE.fullmatch(element.text.strip())
        return self._held_at(int(match[1])) if match else None

    def _held_at(self, number: int) -> int | None:
        """The number of the fence that stands at a number in the stash of HTML."""
        stashed = self.md.htmlStash.rawHtmlBlocks[number]
        token = re.fullmatch(_HOLDER.format(r"(\d+)"), stashed.strip()) if isinstance(stashed, str) else None
        return int(token[1]) if token else None

    def _blocks(self, fenced: Fenced, placed: Collection[int]) -> dict[int, str]:
        """Our blocks by their numbers in the stash of HTML, each with what was wrong with its place, if it has none."""
        stash = [html for html in self.md.htmlStash.rawHtmlBlocks if isinstance(html, str)]
        blocks: dict[int, str] = {}
        for at in fenced.read:
            number = self._held_at(at)
            if number is not None:
                lost_in_html = any(HTML_PLACEHOLDER % at in html for html in stash)
                blocks[at] = "" if number in placed else IN_HTML if lost_in_html else GLUED
        return blocks


def finish(course: Course, page: Page, root: ET.Element, ours: list[ET.Element]) -> None:
    """Finish the tree of a page once all its blocks are in place; `ours` are the elements that we made."""
    ours += page_tree.number_citations(root, page.citations, page.bracketed)
    if page.references_at:
        page_tree.cite_elsewhere(root, page.references_at)
    elif page.citations and not page.lists_references:
        references = course.references(page)
        ours += references
        root.extend(references)
    ending = course.ending(page)
    for element in ending:
        page_tree.mark_links(element)
    ours += ending
    root.extend(ending)
    page_tree.fit_headings(root)
    page_tree.show_stances(root, course.stances, page)
    page_tree.keep_values_together(root)
    page_tree.wrap_tables(root, course.table_name)
    name_code(root, course.code_name, page.code)
    page_tree.name_formulas(root, course.formula_name())
    for element in root.iter():
        # Every `href` of ours is as if written in `docs/`; those of the lesson itself are not marked.
        if element.attrib.pop("data-from-docs", None):
            page_tree.rebase(element, page.path)
    ours += course.arrange(page, root, ours)
    for element in ours:
        page_tree.keep_as_typed(element)


def written(root: ET.Element) -> str:
    """The HTML of what is in the tree of a page, for a tree that Markdown does not write itself."""
    held = take_out(root)
    html = to_xhtml_string(root).replace(AMP_SUBSTITUTE, "&")
    return put_in(html.removeprefix(f"<{root.tag}>").removesuffix(f"</{root.tag}>"), held)


class _TakeOut(Treeprocessor):
    html: Sequence[str] = ()

    def run(self, root: ET.Element) -> None:
        self.html = take_out(root)


class _PutIn(Postprocessor):
    def __init__(self, held: _TakeOut):
        super().__init__(held.md)
        self.held = held

    def run(self, text: str) -> str:
        return put_in(text, self.held.html)
