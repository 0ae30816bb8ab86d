"""What the lines of a quiz block stand for. Questions of lines that follow one another end in one summary."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from coursework.quiz.fields import QuizFile
from coursework.quiz.model import TRAITS, ChoiceQuestion, Question, Quiz
from coursework.quiz.page import QuizPages
from coursework.quiz.turns import in_turns
from coursework.source.problem import quoted, suggestion
from coursework.source.values import ID_RULE, is_identifier
from coursework.text.fences import fences_in
from coursework.text.page import Page

# The first line of a block whose questions open blank and keep a record of their own: `sitting: final-quiz`.
SITTING = "sitting"
# The sitting of the day's review, as daily-share.js keeps it.
_REVIEW = "review"
MOST_GUESSES = 3
# So many questions in one block are the end of a lesson, and worth a summary.
LEAST_TO_SUM_UP = 3
# A quiz, or one with what is wanted of it. Two lines of another form are text: the end of the block is not there.
_LINE = re.compile(r"[\w.-]+\s*(?::|$)")


@dataclass(frozen=True)
class _Asked:
    """Questions to be asked, each with its quiz. `ends` is true where they end a quiz, be they few or many."""

    questions: tuple[tuple[Quiz, Question], ...] = ()
    ends: bool = False

    def __add__(self, other: _Asked) -> _Asked:
        return _Asked(self.questions + other.questions, self.ends or other.ends)


@dataclass(frozen=True)
class QuizBlock:
    """Makes the elements of a quiz block.

    `quizzes` are the files of all quizzes, in the order of the course; `example` is the engine's own, which can be
    named as well. `unusable` gives what stands for a file that has mistakes, by its path; `below_head` what stands
    below the head of a quiz on its own page.
    """

    quizzes: Mapping[str, QuizFile]
    example: QuizFile | None
    pages: QuizPages
    unusable: Callable[[str], ET.Element]
    below_head: Callable[[Quiz], list[ET.Element]] = lambda quiz: []

    def elements(self, page: Page, lines: Iterable[str]) -> list[ET.Element]:
        """The elements for the lines of a block; mistakes in it are noted on the page."""
        lines, asked = list(lines), _Asked()
        is_sitting = bool(lines) and lines[0].partition(":")[0].strip() == SITTING
        sitting = self._sitting(page, lines.pop(0)) if is_sitting else None
        elements: list[ET.Element] = []
        before = page.questions
        odd = [line for line in lines if not _LINE.match(line)]
        if len(odd) > 1:
            message = f"must name a quiz in each line, not {quoted(odd[0])}; a block ends with a line of ``` alone"
            page.problem(odd[0], "the quiz block", message)
            lines = lines[: lines.index(odd[0])]
        for line in lines:
            found = self._line(page, line, asked)
            if isinstance(found, _Asked):
                asked += found
            else:
                elements += [*self._questions(page, asked, sitting), *found]
                asked = _Asked()
        elements += self._questions(page, asked, sitting)
        if sitting:
            elements.insert(0, self.pages.sitting(sitting, page.questions - before))
        return elements

    def _sitting(self, page: Page, line: str) -> str | None:
        """The name of a sitting, under which readers' browsers keep how it went."""
        name = line.partition(":")[2].strip()
        if not is_identifier(name):
            message = f"must have a name for good in {ID_RULE}, as `{SITTING}: final-quiz`, not {quoted(name)}"
            page.problem(line, "the quiz block", message)
            return None
        if name == _REVIEW:
            message = f"must have another name than {quoted(name)}: what the review asks today is kept under it"
            page.problem(line, "the quiz block", message)
            return None
        if page.occurrence(f"{name}~{SITTING}") > 1:
            page.problem(line, "the quiz block", f"must have another name: {quoted(name)} stands above, too")
        page.scripts.add("quiz-sitting.js")
        page.sheets.add("sitting.css")
        return name

    def _line(self, page: Page, line: str, before: _Asked) -> list[ET.Element] | _Asked:
        """One line of a quiz block; `before` is what the lines above it ask.

        `quiz` alone, or with `: rest`, `: objectives`, `: question, question`, `: guess question, question`,
        `: before opinion`, `: after opinion`, `: worksheet` or `: key`. What they ask is counted by `asked_in`.
        """
        id, _, wanted = (part.strip() for part in line.partition(":"))
        file = self.quizzes.get(id) or (self.example if id == "example" else None)
        if file is None and id == SITTING:
            page.problem(line, "the quiz block", "must have its sitting on the first line, above all quizzes")
            return []
        if file is None:
            message = f"must name a quiz in quizzes/, not {quoted(id)}{suggestion(id, self.quizzes)}"
            page.problem(line, "the quiz block", message)
            return []
        quiz = file.quiz
        if quiz is None:
            return [self.unusable(file.path)]
        if wanted == "objectives":
            return [self.pages.objectives(quiz)]
        if wanted == "key" and not self.pages.has_keys:
            page.problem(line, "the quiz block", "must be without `key`, which the settings of the course switch off")
            return []
        if wanted in ("worksheet", "key"):
            page.scripts.add("quiz-paper.js")
            return [self.pages.paper(quiz, wanted)]
        if wanted.startswith("guess "):
            return self._guesses(page, quiz, line, wanted.removeprefix("guess "))
        if wanted.startswith(("before ", "after ")):
            return self._opinions(page, quiz, line, *wanted.split(" ", 1))
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

    def _questions(self, page: Page, asked: _Asked, sitting: str | None = None) -> list[ET.Element]:
        """The questions, numbered among themselves; with a summary of all of them where they are many or end a quiz.

        Those of a `sitting` are kept in its record, and summed up by it.
        """
        order = [*self.quizzes, "example"]  # in the order of the course
        quizzes = sorted({quiz.id: quiz for quiz, _ in asked.questions}.values(), key=lambda quiz: order.index(quiz.id))
        count = len(asked.questions)
        own = [quiz for quiz in quizzes if page.is_own(f"quizzes/{quiz.id}.md")]
        heads = [part for quiz in own for part in (self.pages.head(quiz), *self.below_head(quiz))]
        page.scripts |= {"quiz-anew.js"} if heads else set()
        elements: list[ET.Element] = []
        for number, (quiz, question) in enumerate(asked.questions, 1):
            address = f"{quiz.id}/{question.id}"
            occurrence = page.occurrence(address)
            page.scripts.add("quiz-question.js")
            page.sheets |= {"opinion.css"} if TRAITS[question.type].asked_twice else set()
            if sitting and not TRAITS[question.type].graded:
                message = f"must ask in a sitting what is right or wrong, not {quoted(question.id)} ({question.type})"
                page.problem(question.id, "the quiz block", message)
            slot = f"{SITTING}/{sitting}" if sitting else "answer"
            elements.append(self.pages.question(quiz, question, occurrence, number, count, slot))
            page.questions, page.quiz = page.questions + 1, page.quiz or quiz.id
        elements = elements if heads or sitting else in_turns(self.pages.env, elements)
        least = 2 if asked.ends else LEAST_TO_SUM_UP
        if not sitting and count >= least and any(TRAITS[question.type].teaches for _, question in asked.questions):
            elements.append(self.pages.summary(quizzes))
        return [*heads, *elements]

    def _opinions(self, page: Page, quiz: Quiz, line: str, slot: str, wanted: str) -> list[ET.Element]:
        """Opinions asked before the course or after it; each is kept beside the other, and the second shows both."""
        questions = self._named(page, quiz, line, wanted)
        for question in questions:
            if not TRAITS[question.type].asked_twice:
                message = f"must ask {slot} the course for opinions, not for {quoted(question.id)} ({question.type})"
                page.problem(line, "the quiz block", message)
        page.scripts.add("quiz-question.js")
        page.sheets.add("opinion.css")
        elements = []
        for question in questions:
            if TRAITS[question.type].asked_twice:
                page.scripts |= {"asked-twice.js"} if slot == "after" or getattr(question, "note", False) else set()
                occurrence = page.occurrence(f"{quiz.id}/{question.id}~{slot}")
                elements.append(self.pages.question(quiz, question, occurrence, 1, 1, slot))
                page.questions, page.quiz = page.questions + 1, page.quiz or quiz.id
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
        occurrence = page.occurrence(f"{quiz.id}~guess")
        if not choices:
            return []
        page.quiz = page.quiz or quiz.id
        return [self.pages.guesses(quiz, choices, occurrence)]


def blocks_in(text: str) -> Iterator[list[tuple[int, str]]]:
    """The quiz blocks in the text of a page, each as its lines with their numbers from 1; empty lines are left out."""
    for fence in fences_in(text.splitlines()):
        body = enumerate((line.strip(" \t>") for line in fence.body), fence.start + 2)
        block = [(number, line) for number, line in body if line]
        if fence.name == "quiz" and block:
            yield block


def sittings_in(text: str) -> Iterator[tuple[int, str]]:
    """The names of the sittings on a page, each with its line."""
    for block in blocks_in(text):
        name = _sitting_of(block)
        if name is not None and is_identifier(name):
            yield block[0][0], name


def _sitting_of(block: list[tuple[int, str]]) -> str | None:
    """What the first line of a block names its sitting, where it says that it is one."""
    id, _, name = (part.strip() for part in block[0][1].partition(":"))
    return name if id == SITTING else None


def asked_in(text: str, questions: Mapping[str, Collection[str]], sitting: str | None = None) -> list[str]:
    """The addresses of the questions that the quiz blocks of a page ask, each once: its count of questions.

    `questions` are those of each quiz. An opinion is asked before the course or after it: `views/stand~after`. What is
    only guessed at, stands on paper, or is asked in a sitting, which has a record of its own, does not count; with the
    name of a `sitting` only that does. What a block says wrongly is told where the page is rendered.
    """
    asked: dict[str, None] = {}
    blocks = [block[sitting is not None :] for block in blocks_in(text) if _sitting_of(block) == sitting]
    elsewhere = asked_in(text, questions) if sitting is not None else ()
    for _, line in (line for block in blocks for line in block):
        id, _, wanted = (part.strip() for part in line.partition(":"))
        slot = re.match(r"(before|after)\s", wanted)
        if wanted in ("", "rest"):
            left_out = elsewhere if wanted else ()
            asked |= dict.fromkeys(address for address in questions.get(id, ()) if address not in left_out)
        elif not wanted.startswith("guess "):
            names = re.split(r"[,\s]+", wanted[slot.end() :] if slot else wanted)
            addresses = (f"{id}/{name}" for name in names if f"{id}/{name}" in questions.get(id, ()))
            asked |= dict.fromkeys(f"{address}~{slot[1]}" if slot else address for address in addresses)
    return list(asked)
