"""What the lines of a quiz block stand for. Questions of lines that follow one another end in one summary."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coursework.content import Content
from coursework.markdown_extension import Page
from coursework.problem import quoted, suggestion
from coursework.quiz.model import ChoiceQuestion, OpinionQuestion, Question, Quiz
from coursework.quiz.page import QuizPages

MOST_GUESSES = 3
# So many questions in one block are the end of a lesson, and worth a summary.
LEAST_TO_SUM_UP = 3


@dataclass(frozen=True)
class _Asked:
    """Questions to be asked, each with its quiz. `ends` is true where they end a quiz, be they few or many."""

    questions: tuple[tuple[Quiz, Question], ...] = ()
    ends: bool = False

    def __add__(self, other: _Asked) -> _Asked:
        return _Asked(self.questions + other.questions, self.ends or other.ends)


@dataclass(frozen=True)
class QuizBlock:
    """Makes the elements of a quiz block. `unusable` gives what stands for a file that has mistakes, by its path."""

    content: Content
    pages: QuizPages
    unusable: Callable[[str], ET.Element]

    def elements(self, page: Page, lines: Iterable[str]) -> list[ET.Element]:
        """The elements for the lines of a block; mistakes in it are noted on the page."""
        made: list[ET.Element] = []
        asked = _Asked()
        for line in lines:
            found = self._line(page, line, asked)
            if isinstance(found, _Asked):
                asked += found
            else:
                made += [*self._questions(page, asked), *found]
                asked = _Asked()
        return [*made, *self._questions(page, asked)]

    def _line(self, page: Page, line: str, before: _Asked) -> list[ET.Element] | _Asked:
        """One line of a quiz block; `before` is what the lines above it ask.

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
            return [self.pages.objectives(quiz)]
        if wanted in ("worksheet", "key"):
            page.scripts.add("quiz-paper.js")
            return [self.pages.paper(quiz, wanted)]
        if wanted.startswith("guess "):
            return self._guesses(page, quiz, line, wanted.removeprefix("guess "))
        if wanted.startswith(("before ", "after ")):
            slot, _, names = wanted.partition(" ")
            return self._opinions(page, quiz, line, slot, names)
        if wanted not in ("", "rest"):
            return _Asked(tuple((quiz, question) for question in self._named(page, quiz, line, wanted)))
        shown = page.occurrences if wanted else {}
        asked = [question for question in quiz.questions if not wanted or (quiz, question) not in before.questions]
        rest = tuple((quiz, question) for question in asked if not shown.get(f"{quiz.id}/{question.id}"))
        return _Asked(rest, ends=True)

    def _named(self, page: Page, quiz: Quiz, line: str, wanted: str) -> list[Question]:
        names = [name for name in re.split(r"[,\s]+", wanted) if name]
        for name in names:
            if quiz.question(name) is None:
                near = suggestion(name, [question.id for question in quiz.questions])
                page.problem(line, "the quiz block", f"must name questions of {quiz.id}, not {quoted(name)}{near}")
        return [question for name in names if (question := quiz.question(name))]

    def _questions(self, page: Page, asked: _Asked) -> list[ET.Element]:
        """The questions, numbered among themselves; with a summary of all of them where they are many or end a quiz."""
        quizzes = list({quiz.id: quiz for quiz, _ in asked.questions}.values())
        if len(quizzes) > 1:
            known = [*self.content.quizzes, "example"]  # in the order of the course
            quizzes.sort(key=lambda quiz: known.index(quiz.id))
        count = len(asked.questions)
        elements = [self.pages.head(quiz) for quiz in quizzes if page.path == f"quizzes/{quiz.id}.md"]
        for number, (quiz, question) in enumerate(asked.questions, 1):
            address = f"{quiz.id}/{question.id}"
            page.occurrences[address] += 1
            page.scripts.add("quiz-question.js")
            elements.append(self.pages.question(quiz, question, page.occurrences[address], number, count))
        if count >= (2 if asked.ends else LEAST_TO_SUM_UP):
            page.scripts.add("quiz-summary.js")
            elements.append(self.pages.summary(quizzes))
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
                elements.append(self.pages.question(quiz, question, occurrence, 1, 1, slot))
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
        return [self.pages.guesses(quiz, choices, occurrence)] if choices else []
