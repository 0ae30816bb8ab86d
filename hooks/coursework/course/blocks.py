"""What each fenced block of a page stands for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from coursework.course.content import Content
from coursework.figure.page import FigurePages
from coursework.glossary.page import GLOSSARY, GlossaryPages
from coursework.help.page import PARTS, HelpPages
from coursework.help.read import PATH as HELP
from coursework.quiz.block import QuizBlock
from coursework.quiz.model import Quiz
from coursework.quiz.page import QuizPages
from coursework.reading.page import ReadingPages
from coursework.source.problem import must_be_one_of, quoted, suggestion
from coursework.text.extension import Page


@dataclass(frozen=True)
class Fences:
    """Makes the elements of a block. `unusable` gives what stands for a file that has mistakes, by its path."""

    content: Content
    quiz_pages: QuizPages
    reading_pages: ReadingPages
    figure_pages: FigurePages
    glossary_pages: GlossaryPages
    help_pages: HelpPages
    setting: Callable[[Page, str], list[ET.Element]]
    ledger: Callable[[], ET.Element]
    unusable: Callable[[str], ET.Element]
    first_lesson: str | None = None

    def elements(self, page: Page, name: str, body: str) -> list[ET.Element]:
        """The elements for the block `name` of a page; mistakes in it are noted on the page."""
        made = self._made(page, name, body)
        for element in made if name != "quiz" else ():
            if element.find(".//form[@class='filter']") is not None:
                page.scripts.add("filter.js")
            if element.find("template[@class='marks']") is not None:
                page.scripts.add("reading-marks.js")
        return made

    def _made(self, page: Page, name: str, body: str) -> list[ET.Element]:
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        if name == "quizzes":
            return [self.quiz_pages.index(self._quizzes())]
        if name == "go-on":
            page.scripts.add("go-on.js")
            return [self.quiz_pages.go_on(self.first_lesson)]
        if name in ("review", "progress"):
            page.scripts.add(f"quiz-{name}.js")
            make = self.quiz_pages.review if name == "review" else self.quiz_pages.progress
            return [make(self._quizzes())]
        if name == "bibliography":
            page.lists_references = True
            return [self.reading_pages.bibliography()]
        if name == "readings" and not lines:
            lists = [file.reading_list for file in self.content.reading_lists.values() if file.reading_list]
            return [self.reading_pages.index(lists)]
        if name == "figures":
            return self._figures(page)
        if name == "claims":
            page.references_at = "readings/bibliography.md"
            return [self.ledger()]
        if name == "glossary":
            return self._terms(page, [id.strip() for line in lines for id in line.split(",") if id.strip()])
        if name == "setting":
            return self.setting(page, body)
        if name == "help":
            return self._help(page, lines or list(PARTS))
        if not lines:
            what = "a figure, as `rainfall`" if name == "figure" else "a quiz, as `maps` or `maps: contour-lines`"
            page.problem(f"```{name}", f"the {name} block", f"must name {what}")
        if name == "quiz":
            return QuizBlock(self.content, self.quiz_pages, self.unusable).elements(page, lines)
        make = self._figure if name == "figure" else self._reading_list
        return [element for line in lines for element in make(page, line)]

    def _terms(self, page: Page, ids: list[str]) -> list[ET.Element]:
        """The terms that a page names, or every term where it names none."""
        known = self.glossary_pages.terms
        for id in ids:
            if id not in known:
                message = f"must name a term of glossary.yml, not {quoted(id)}{suggestion(id, known)}"
                page.problem(id, "the glossary block", message)
        chosen = [id for id in ids if id in known] or ([] if ids else list(known))
        return [self.glossary_pages.terms_list(chosen, own=page.path == GLOSSARY)] if chosen else []

    def _help(self, page: Page, parts: list[str]) -> list[ET.Element]:
        """The parts of `help.yml` that a page names."""
        for part in parts:
            if part not in PARTS:
                page.problem(part, "the help block", must_be_one_of(part, PARTS))
        if self.content.help.help is None:
            if not self.content.help.problems:
                page.problem("```help", "the help block", f"must have something to show, but there is no {HELP}")
            return [self.unusable(HELP)]
        made = (self.help_pages.part(self.content.help.help, part) for part in parts if part in PARTS)
        return [element for element in made if element is not None]

    def _quizzes(self) -> list[Quiz]:
        return [file.quiz for file in self.content.quizzes.values() if file.quiz]

    def _figures(self, page: Page) -> list[ET.Element]:
        """Every figure of the course under a heading of its own, and before them their titles."""
        page.references_at = "readings/bibliography.md"
        files = self.content.figures.values()
        index = self.figure_pages.index([file.figure for file in files if file.figure])
        return [index, *(element for file in files for element in self._figure(page, file.id, level=2))]

    def _figure(self, page: Page, id: str, level: int | None = None) -> list[ET.Element]:
        file = self.content.figures.get(id)
        if file is None:
            known = self.content.figures
            page.problem(id, "the figure block", f"must name a figure, not {quoted(id)}{suggestion(id, known)}")
            return []
        if file.figure is None or any(row.ref not in self.content.references for row in file.figure.rows):
            return [self.unusable(file.path)]
        page.occurrences[f"{id}~figure"] += 1
        return [self.figure_pages.figure(file.figure, page.occurrences[f"{id}~figure"], level)]

    def _reading_list(self, page: Page, id: str) -> list[ET.Element]:
        """A list by its name, or all works on a topic as `topic: scale`."""
        if id.startswith("topic:"):
            return self._topic(page, id, id.removeprefix("topic:").strip())
        file = self.content.reading_lists.get(id)
        if file is None:
            known = self.content.reading_lists
            page.problem(id, "the readings block", f"must name a reading list, not {quoted(id)}{suggestion(id, known)}")
            return []
        listed = file.reading_list.readings if file.reading_list else ()
        if not file.reading_list or any(reading.reference not in self.content.references for reading in listed):
            return [self.unusable(file.path)]
        return [self.reading_pages.reading_list(file.reading_list, own=page.path == f"readings/{id}.md")]

    def _topic(self, page: Page, line: str, topic: str) -> list[ET.Element]:
        known = self.reading_pages.topics
        if topic not in known:
            message = f"must name a topic of the settings, not {quoted(topic)}{suggestion(topic, known)}"
            page.problem(line, "the readings block", message)
            return []
        own = page.path == f"readings/topics/{topic}.md"
        if own:
            page.references_at = "readings/bibliography.md"
        return [self.reading_pages.topic(topic, own)]
