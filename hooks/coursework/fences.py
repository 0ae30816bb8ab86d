"""What each fenced block of a page stands for."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from coursework.content import Content
from coursework.figure.page import FigurePages
from coursework.glossary.page import GLOSSARY, GlossaryPages
from coursework.help.page import PARTS, HelpPages
from coursework.help.read import PATH as HELP
from coursework.markdown_extension import Page
from coursework.problem import must_be_one_of, quoted, suggestion
from coursework.quiz.model import ChoiceQuestion, OpinionQuestion, Question, Quiz
from coursework.quiz.page import QuizPages
from coursework.reading.page import ReadingPages

MOST_GUESSES = 3
# So many questions in one block are the end of a lesson, and worth a summary.
LEAST_TO_SUM_UP = 3


@dataclass(frozen=True)
class Fences:
    """Makes the elements of a block. `unusable` gives what stands for a file that has mistakes, by its path."""

    content: Content
    quiz_pages: QuizPages
    reading_pages: ReadingPages
    figure_pages: FigurePages
    glossary_pages: GlossaryPages
    help_pages: HelpPages
    ledger: Callable[[], ET.Element]
    unusable: Callable[[str], ET.Element]

    def elements(self, page: Page, name: str, body: str) -> list[ET.Element]:
        """The elements for the block `name` of a page; mistakes in it are noted on the page."""
        made = self._made(page, name, body)
        if any(element.find(".//form[@class='filter']") is not None for element in made):
            page.scripts.add("filter.js")
        return made

    def _made(self, page: Page, name: str, body: str) -> list[ET.Element]:
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        if name == "quizzes":
            return [self.quiz_pages.index(self._quizzes())]
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
        if name == "help":
            return self._help(page, lines or list(PARTS))
        if not lines:
            what = "a figure, as `rainfall`" if name == "figure" else "a quiz, as `maps` or `maps: contour-lines`"
            page.problem(f"```{name}", f"the {name} block", f"must name {what}")
        make = {"quiz": self._quiz, "figure": self._figure}.get(name, self._reading_list)
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
        """Every figure of the course under a heading of its own."""
        files = self.content.figures.values()
        return [element for file in files for element in self._figure(page, file.id, level=2)]

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
        file = self.content.reading_lists.get(id)
        if file is None:
            known = self.content.reading_lists
            page.problem(id, "the readings block", f"must name a reading list, not {quoted(id)}{suggestion(id, known)}")
            return []
        listed = file.reading_list.readings if file.reading_list else ()
        if not file.reading_list or any(reading.reference not in self.content.references for reading in listed):
            return [self.unusable(file.path)]
        return [self.reading_pages.reading_list(file.reading_list, own=page.path == f"readings/{id}.md")]

    def _quiz(self, page: Page, line: str) -> list[ET.Element]:
        """One line of a quiz block.

        `quiz` alone, or with `: rest`, `: objectives`, `: question, question`, `: guess question, question`,
        `: before opinion`, `: after opinion`, `: worksheet` or `: key`.
        """
        id, _, wanted = (part.strip() for part in line.partition(":"))
        file = self.content.quizzes.get(id) or (self.content.example if id == "example" else None)
        if file is None:
            known = self.content.quizzes
            page.problem(line, "the quiz block", f"must name a quiz, not {quoted(id)}{suggestion(id, known)}")
            return []
        quiz = file.quiz
        if quiz is None:
            return [self.unusable(file.path)]
        if wanted == "objectives":
            return [self.quiz_pages.objectives(quiz)]
        if wanted in ("worksheet", "key"):
            page.scripts.add("quiz-paper.js")
            return [self.quiz_pages.paper(quiz, wanted)]
        if wanted.startswith("guess "):
            return self._guesses(page, quiz, line, wanted.removeprefix("guess "))
        if wanted.startswith(("before ", "after ")):
            slot, _, names = wanted.partition(" ")
            return self._opinions(page, quiz, line, slot, names)
        head = [self.quiz_pages.head(quiz)] if page.path == f"quizzes/{id}.md" else []
        if not wanted:
            return [*head, *self._questions(page, quiz, list(quiz.questions), ends=True)]
        if wanted == "rest":
            shown = page.occurrences
            rest = [question for question in quiz.questions if not shown[f"{quiz.id}/{question.id}"]]
            return self._questions(page, quiz, rest, ends=True)
        named = self._named(page, quiz, line, wanted)
        return self._questions(page, quiz, named, ends=len(named) >= LEAST_TO_SUM_UP)

    def _named(self, page: Page, quiz: Quiz, line: str, wanted: str) -> list[Question]:
        names = [name for name in re.split(r"[,\s]+", wanted) if name]
        for name in names:
            if quiz.question(name) is None:
                near = suggestion(name, [question.id for question in quiz.questions])
                page.problem(line, "the quiz block", f"must name questions of {quiz.id}, not {quoted(name)}{near}")
        return [question for name in names if (question := quiz.question(name))]

    def _questions(self, page: Page, quiz: Quiz, questions: list[Question], ends: bool) -> list[ET.Element]:
        """The questions, numbered among themselves; with a summary where they end a quiz."""
        elements = []
        for number, question in enumerate(questions, 1):
            address = f"{quiz.id}/{question.id}"
            page.occurrences[address] += 1
            page.scripts.add("quiz-question.js")
            elements.append(
                self.quiz_pages.question(quiz, question, page.occurrences[address], number, len(questions))
            )  # fmt: skip
        if ends and len(questions) > 1:
            page.scripts.add("quiz-summary.js")
            elements.append(self.quiz_pages.summary(quiz))
        return elements

    def _opinions(self, page: Page, quiz: Quiz, line: str, slot: str, wanted: str) -> list[ET.Element]:
        """Opinions asked before the course or after it; each is kept beside the other, and the second shows both."""
        questions = self._named(page, quiz, line, wanted)
        for question in questions:
            if not isinstance(question, OpinionQuestion):
                message = f"must ask {slot} the course for opinions, not for {quoted(question.id)} ({question.type})"
                page.problem(line, "the quiz block", message)
        page.scripts.add("quiz-question.js")
        elements = []
        for question in questions:
            if isinstance(question, OpinionQuestion):
                page.occurrences[f"{quiz.id}/{question.id}~{slot}"] += 1
                occurrence = page.occurrences[f"{quiz.id}/{question.id}~{slot}"]
                elements.append(self.quiz_pages.question(quiz, question, occurrence, 1, 1, slot))
        return elements

    def _guesses(self, page: Page, quiz: Quiz, line: str, wanted: str) -> list[ET.Element]:
        questions = self._named(page, quiz, line, wanted)
        for question in questions:
            if not isinstance(question, ChoiceQuestion):
                message = f"must guess at questions with choices, not at {quoted(question.id)} ({question.type})"
                page.problem(line, "the quiz block", message)
        if len(questions) > MOST_GUESSES:
            message = f"must guess at {MOST_GUESSES} questions at most, not {len(questions)}"
            page.problem(line, "the quiz block", message)
        choices = [question for question in questions if isinstance(question, ChoiceQuestion)]
        page.scripts.add("quiz-guess.js")
        page.occurrences[f"{quiz.id}~guess"] += 1
        occurrence = page.occurrences[f"{quiz.id}~guess"]
        return [self.quiz_pages.guesses(quiz, choices, occurrence)] if choices else []
