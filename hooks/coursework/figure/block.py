"""What the blocks of figures stand for: one figure, or all of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from coursework.figure.model import SCRIPT, SHEET, Explorable, Plot
from coursework.figure.page import FigurePages
from coursework.figure.read import FigureFile
from coursework.source.problem import quoted, suggestion
from coursework.text.page import Page


@dataclass(frozen=True)
class FigureBlocks:
    """Makes the elements of these blocks.

    `files` are those of all figures; `references` are the ids that a row may cite. `unusable` gives what stands for a
    file that has mistakes, by its path.
    """

    files: Mapping[str, FigureFile]
    references: Collection[str]
    pages: FigurePages
    unusable: Callable[[str], ET.Element]

    def every(self, page: Page) -> list[ET.Element]:
        """Every figure of the course under a heading of its own, and before them their titles."""
        page.scripts.add("picture.js")
        page.references_at = f"{page.folder}readings/bibliography.md"
        index = self.pages.index([file.figure for file in self.files.values() if file.figure])
        return [index, *(element for id in self.files for element in self.figure(page, id, level=2))]

    def figures(self, page: Page, ids: Iterable[str]) -> list[ET.Element]:
        """The figures that a block names, one a line."""
        return [element for id in ids for element in self.figure(page, id)]

    def figure(self, page: Page, id: str, level: int | None = None) -> list[ET.Element]:
        """One figure, under a heading of this level if there is one; a mistake is noted on the page."""
        file = self.files.get(id)
        if file is None:
            message = f"must name a figure in figures/, not {quoted(id)}{suggestion(id, self.files)}"
            page.problem(id, "the figure block", message)
            return []
        if file.figure is None or any(row.ref not in self.references for row in file.figure.rows):
            return [self.unusable(file.path)]
        page.occurrences[f"{id}~figure"] += 1
        if isinstance(file.figure, Explorable):
            page.sheets.update((SHEET, f"explore-{file.figure.kind}.css"))
        # Where all figures are listed readers look up, and guess nothing.
        guessed = level is None and isinstance(file.figure, Plot) and file.figure.guess is not None
        if guessed or isinstance(file.figure, Explorable):
            page.scripts.add(SCRIPT)
        return [self.pages.figure(file.figure, page.occurrences[f"{id}~figure"], level)]
