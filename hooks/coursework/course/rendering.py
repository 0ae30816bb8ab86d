"""What pages are made of: the extension of Markdown asks here for every block, citation, term and claim."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from jinja2 import Environment

from coursework import lesson
from coursework.course.blocks import Block, elements_of
from coursework.course.citations import Citations
from coursework.course.houses import Houses
from coursework.glossary.page import GLOSSARY
from coursework.lesson import parts, sources
from coursework.lesson.work import is_lesson
from coursework.source.problem import quoted
from coursework.text.extension import CourseExtension, finish
from coursework.text.included import Included
from coursework.text.page import Page
from coursework.text.page_tree import mark_links
from coursework.text.site_file import GeneratedPage
from coursework.text.stance import Stances
from coursework.text.words import word, words_of


class Rendering:
    """The pages of a course while they are rendered. `extension` takes part in the host's Markdown.

    `included` are the texts of files that stand in pages, by the path of the page and their own.
    `blocks` are what stands for each fenced block, by its name.
    """

    def __init__(
        self,
        houses: Houses,
        blocks: Mapping[str, Block],
        citations: Citations,
        stances: Stances,
        env: Environment,
        has_math: bool = True,
        included: Mapping[str, Included] | None = None,
    ):
        self.has_math = has_math
        self.folder = str(env.globals["folder"])
        self.extension = CourseExtension(self)
        self.pages: dict[str, Page] = {}
        self.stances = stances
        self._houses, self._blocks, self._citations, self._env = houses, blocks, citations, env
        self._words, self._included = words_of(env), included or {}

    def start(self, path: str, source: str) -> None:
        """Say which page the extension will render next: its path below `docs/` and its whole text."""
        included = self._included.get(path)
        self.pages[path] = Page(path, source, included.files if included else {}, self.folder)
        self.extension.start(self.pages[path])

    def resume(self, page: Page) -> None:
        """Take a page as rendered that an earlier build rendered."""
        self.pages[page.path] = page

    def generated(self, page: GeneratedPage) -> ET.Element:
        """The tree of a page that the course makes; links in it are as if written in the page."""
        self.start(page.path, page.content)
        root = ET.Element("div")
        state = self.pages[page.path]
        state.has_menu = not page.sheet
        if not page.sheet:
            ET.SubElement(root, "h1").text = page.title
        elements = self.fence(state, page.fence, page.body)
        for element in elements:
            mark_links(element)
        root.extend(elements)
        finish(self, state, root, list(root))
        return root

    def fence(self, page: Page, name: str, body: str) -> list[ET.Element]:
        """The elements that stand for a fenced block of a page."""
        return elements_of(self._blocks, page, name, body)

    def citation(self, cluster: str, page: Page | None = None) -> ET.Element | None:
        """A citation as an element; None, with a problem on the page, where it has an unknown key."""
        return self._citations.element(cluster, page)

    def references(self, page: Page) -> list[ET.Element]:
        """The heading and the list of what a page cites."""
        heading = ET.Element("h2", id="references")
        heading.text = word(self._words, "references", "title")
        return [heading, self._houses.reading.cited(page.citations)]

    def link_terms(self, page: Page, root: ET.Element) -> None:
        """Link the terms of a page to the glossary, where a section first uses them."""
        if not page.is_own(GLOSSARY) and self._houses.glossary.link(root):
            page.scripts.add("card.js")

    def arrange(self, page: Page, root: ET.Element, ours: list[ET.Element]) -> list[ET.Element]:
        """Make marks of a page's links to claims, and give a lesson its parts; returns the elements that are new.

        What stands behind marks and citations opens in a card. Not where the references stand on another page: a whole
        bibliography is too much to fetch for one of them; nor on lists that are narrowed, whose works stand there
        themselves. In a lesson sources are held at the end of each paragraph outside `ours`, and lists are folded, and
        sections whose heading says so.
        """
        marked = self._houses.claims.mark(root, page) or (page.citations and not page.references_at)
        if marked and "filter.js" not in page.scripts:
            page.scripts.add("card.js")
        if not is_lesson(page.path):
            page.minutes = parts.minutes(list(root)) if page.questions else 0
            message = "must be without `.fold`, which folds sections of lessons alone"
            self._refuse_folds(page, root, message, message)
            return []
        page.sheets.add(lesson.SHEET)
        page.scripts.add(lesson.SCRIPT)
        added = sources.hold_sources(self._env, root, ours, page.bracketed, self._resting)
        added += parts.fold_sections(self._env, root)
        self._refuse_folds(
            page, root, "must have its text below it to be folded with `.fold`, not another heading",
            "must be without `.fold`, which is for headings alone, but not the title or one in a list, a box or a fold",
        )  # fmt: skip
        page.minutes, page.parts = parts.minutes(list(root)), len(parts.part_starts(root))
        return added + parts.place_stops(self._env, root)

    def _refuse_folds(self, page: Page, root: ET.Element, empty: str, misplaced: str) -> None:
        for part, is_heading in parts.to_fold(root):
            words, written = parts.as_written(part)
            needle = next((each for each in written if each in page.source), written[-1])
            page.problem(needle, quoted(words), empty if is_heading else misplaced)

    def _resting(self, id: str) -> sources.Resting | None:
        claim = self._houses.claims.claims.get(id)
        if not claim:
            return None
        works = "; ".join(map(self._citations.in_words, claim.references))
        return sources.Resting(claim.references, works, self._houses.snippets.inline(claim.sentence))

    def ending(self, page: Page) -> list[ET.Element]:
        """What stands at the end of a page: how to cite it, where it is a lesson."""
        return self._houses.lessons.ending(self._env, page.path)

    def table_name(self, heads: list[str]) -> str:
        """How a table is called aloud, from what stands at the head of its columns."""
        return word(self._words, "table").format(heads=", ".join(heads))

    def code_name(self, called: str) -> str:
        """How a block of code is called aloud, from its title or its language, if it has one."""
        return word(self._words, "code", "called").format(name=called) if called else word(self._words, "code", "one")

    def formula_name(self) -> str:
        """How a formula is called aloud that is wider than the screen may be."""
        return word(self._words, "formula")
