"""Looks on while Markdown reads the fences of a page, so that each can be held against what its author wrote."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.superfences import SuperFencesBlockPreprocessor

from coursework.text.lost_blocks import FENCES, Fenced

# Where `pymdownx.superfences` reads them, among all that happens to the lines of a page.
_READS = 25


class FenceWatch:
    """What a Markdown read of the fences of the page that it is at."""

    def __init__(self, md: Markdown):
        self._md = md
        self._lines: list[str] = []
        self._read: dict[str, str] = {}
        md.preprocessors.register(_Look(md, self._before), "coursework-before-fences", _READS + 0.1)
        md.preprocessors.register(_Look(md, self._after), "coursework-after-fences", _READS - 0.1)

    def fenced(self) -> Fenced:
        """What is known of them once the page is a tree."""
        reader = self._reader()
        # What turns out to be indented code is given back as it was written.
        left = reader.extension.stash.stash if reader else {}
        numbers = {key: int(key.rpartition(":")[2]) for key in self._read}
        names = {str(each["name"]) for each in reader.extension.superfences} if reader else set()
        return Fenced(
            self._lines,
            {numbers[key]: text for key, text in self._read.items()},
            {numbers[key] for key in self._read if key not in left},
            names - {*FENCES, "*", "superfences"},
        )

    def _reader(self) -> SuperFencesBlockPreprocessor | None:
        return next((each for each in self._md.preprocessors if type(each) is SuperFencesBlockPreprocessor), None)

    def _before(self, lines: list[str]) -> None:
        self._lines = list(lines)

    def _after(self, lines: list[str]) -> None:
        reader = self._reader()
        self._read = {key: text for key, (text, _) in reader.extension.stash.stash.items()} if reader else {}


class _Look(Preprocessor):
    def __init__(self, md: Markdown, look: Callable[[list[str]], None]):
        super().__init__(md)
        self._look = look

    def run(self, lines: list[str]) -> list[str]:
        self._look(lines)
        return lines
