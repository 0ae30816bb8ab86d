"""What the blocks of figures stand for: one figure, or all of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from coursework.figure.model import SCRIPT, SHEET, THUMBS, Explorable, Plot
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
        """Every figure of the course, folded behind a card; those with mistakes stand before them."""
        page.scripts.add("picture.js")
        page.sheets.add(THUMBS)
        page.references_at = f"{page.folder}readings/bibliography.md"
        sound = {id: file.figure for id, file in self.files.items() if file.figure and not self._unusable(file)}
        broken = [element for id in self.files if id not in sound for element in self.figure(page, id)]
        whole = [element for id in sound for element in self.figure(page, id, listed=True)]
        index = self.pages.index([(figure, page.occurrences[f"{id}~figure"]) for id, figure in sound.items()])
        for fold, figure in zip(list(index.iter("details")), whole, strict=True):
            fold.append(figure)
        return [*broken, index]

    def figures(self, page: Page, ids: Iterable[str]) -> list[ET.Element]:
        """The figures that a block names, one a line."""
        return [element for id in ids for element in self.figure(page, id)]

    def figure(self, page: Page, id: str, listed: bool = False) -> list[ET.Element]:
        """One figure, or what of it stands behind its card in a list; a mistake is noted on the page."""
        file = self.files.get(id)
        if file is None:
            message = f"must name a figure in figures/, not {quoted(id)}{suggestion(id, self.files)}"
            page.problem(id, "the figure block", message)
            return []
        if file.figure is None or self._unusable(file):
            return [self.unusable(file.path)]
        occurrence = page.occurrence(f"{id}~figure")
        if isinstance(file.figure, Explorable):
            page.sheets.update((SHEET, f"explore-{file.figure.kind}.css"))
        # Where all figures are listed readers look up, and guess nothing.
        guessed = not listed and isinstance(file.figure, Plot) and file.figure.guess is not None
        if guessed or isinstance(file.figure, Explorable):
            page.scripts.add(SCRIPT)
        return [self.pages.figure(file.figure, occurrence, listed)]

    def _unusable(self, file: FigureFile) -> bool:
        return file.figure is None or any(row.ref not in self.references for row in file.figure.rows)
