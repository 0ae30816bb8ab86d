"""What the blocks of readings stand for: lists by their names or their topics, all of them, and the bibliography."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from coursework.reading.page import ReadingPages
from coursework.reading.read import ReadingListFile
from coursework.source.problem import quoted, suggestion
from coursework.text.page import Page

BIBLIOGRAPHY = "readings/bibliography.md"


@dataclass(frozen=True)
class ReadingBlocks:
    """Makes the elements of these blocks.

    `files` are those of all lists; `references` are the ids that a list may name. `unusable` gives what stands for a
    file that has mistakes, by its path.
    """

    files: Mapping[str, ReadingListFile]
    references: Collection[str]
    pages: ReadingPages
    unusable: Callable[[str], ET.Element]

    def bibliography(self, page: Page) -> list[ET.Element]:
        """All references of the course."""
        page.lists_references = True
        return [self.pages.bibliography()]

    def readings(self, page: Page, lines: list[str]) -> list[ET.Element]:
        """The lists that a block names, one a line, or a table of all where it names none."""
        if not lines:
            return [self.pages.index([file.reading_list for file in self.files.values() if file.reading_list])]
        return [element for line in lines for element in self._line(page, line)]

    def _line(self, page: Page, id: str) -> list[ET.Element]:
        """A list by its name, or all works on a topic as `topic: scale`."""
        if id.startswith("topic:"):
            return self._topic(page, id, id.removeprefix("topic:").strip())
        file = self.files.get(id)
        if file is None:
            message = f"must name a reading list in readings/, not {quoted(id)}{suggestion(id, self.files)}"
            page.problem(id, "the readings block", message)
            return []
        listed = file.reading_list.readings if file.reading_list else ()
        if not file.reading_list or any(reading.reference not in self.references for reading in listed):
            return [self.unusable(file.path)]
        return [self.pages.reading_list(file.reading_list, own=page.is_own(f"readings/{id}.md"))]

    def _topic(self, page: Page, line: str, topic: str) -> list[ET.Element]:
        topics = self.pages.topics
        if topic not in topics:
            message = f"must name a topic of the settings, not {quoted(topic)}{suggestion(topic, topics)}"
            page.problem(line, "the readings block", message)
            return []
        own = page.is_own(f"readings/topics/{topic}.md")
        if own:
            page.references_at = page.folder + BIBLIOGRAPHY
        return [self.pages.topic(topic, own)]
