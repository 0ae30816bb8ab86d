"""Reading the fields of a question: Markdown texts are noted for the checks that cross houses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from coursework.problem import Problem, quoted
from coursework.quiz.model import Quiz
from coursework.record import Record
from coursework.source import Text, Value


@dataclass
class QuizFile:
    """What one quiz file gave: the quiz, if it is without fault, and what other houses must look at.

    The three lists hold (where, text) pairs, also of questions that have problems of their own, so that
    an author hears of everything in one run.
    """

    id: str
    path: str
    quiz: Quiz | None = None
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    rereads: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None


class Fields(Record):
    """The fields of a question or of a part of one. `words` are the interface's words for questions."""

    def __init__(self, value: Value, where: str, file: QuizFile, words: dict[str, Any]):
        super().__init__(value, where, file.problems)
        self.file = file
        self.words = words

    def markdown(self, name: str, required: bool = True) -> Text | None:
        """A Markdown text of any length."""
        text = self.text(name, required)
        if text is not None:
            if re.search(r"\[\^[^\]\s]+\]", text):
                # Its number would mean another note on each page that shows the question.
                self.note("must not hold a footnote; cite with `[@key]` instead", name)
            self.file.prose.append((f"{self.where}, {name}" if self.where else name, text))
        return text

    def label(self, name: str, required: bool = True) -> Text | None:
        """A Markdown text that stands where only one paragraph can, as in the label of a control."""
        text = self.markdown(name, required)
        if text is not None and re.search(r"\n\s*\n\s*\S", text):
            self.note("must be one paragraph; longer matter goes into `scenario`", name)
        return text

    def labels(self, name: str, required: bool = True) -> tuple[Text, ...]:
        """A list of such texts."""
        if required and not self.has(name):
            self.note(f"must have `{name}`, but has none")
        texts = self.texts(name)
        self.file.prose += [(f"{self.where}, {name}", text) for text in texts]
        return texts

    def part(self, value: Value, name: str) -> Fields:
        """The fields of one item of a list in this question."""
        return Fields(value, f"{self.where}, {name}", self.file, self.words)

    def refuse_repeat(self, text: Text, key: str, seen: dict[str, Text], name: str = "text") -> None:
        """Note a text that says the same as an earlier one of its kind; `seen` grows."""
        if key in seen:
            self.note(f"must differ from the one in line {seen[key].place.line}, not say {quoted(text)} again", name)
        seen.setdefault(key, text)
