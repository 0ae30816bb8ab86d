"""A course of any size, the same each time: lessons of made-up words, and questions about them."""

from __future__ import annotations

import random
from dataclasses import dataclass

QUESTIONS, SECTIONS = 10, 5  # of a lesson
_SYLLABLES = """
ba de fi go lu ma ne pi ro sa te vo can del fin mor ner pas ral sen tor win
""".split()  # noqa: SIM905


@dataclass(frozen=True)
class Choice:
    text: str
    feedback: str
    is_right: bool


@dataclass(frozen=True)
class Question:
    """What every program of the benchmark can ask: a choice of one, or of several."""

    id: str
    prompt: str
    choices: list[Choice]
    explanation: str

    @property
    def takes_several(self) -> bool:
        return sum(choice.is_right for choice in self.choices) > 1


@dataclass(frozen=True)
class Lesson:
    """`sections` are Markdown; `questions` are asked after them, two after each."""

    id: str
    title: str
    sections: list[str]
    questions: list[Question]


def lessons(count: int, questions: int = QUESTIONS) -> list[Lesson]:
    """So many lessons with so many questions each. The first ones are the same in a course of any size."""
    return [_lesson(number, questions) for number in range(1, count + 1)]


def _lesson(number: int, questions: int) -> Lesson:
    words = _Words(number)
    sections = [words.section(place) for place in range(1, SECTIONS + 1)]
    return Lesson(f"lesson-{number}", words.title(), sections, [words.question(n + 1) for n in range(questions)])


class _Words:
    """Words of one lesson; frequent ones come often, as in any language."""

    def __init__(self, seed: int):
        self._random = random.Random(f"lesson {seed}")  # noqa: S311
        common = random.Random("all lessons")  # noqa: S311
        self._known = ["".join(common.choices(_SYLLABLES, k=common.randint(1, 4))) for _ in range(1500)]
        self._weights = [1 / place for place in range(3, 1503)]

    def some(self, least: int, most: int) -> list[str]:
        return self._random.choices(self._known, self._weights, k=self._random.randint(least, most))

    def title(self) -> str:
        return " ".join(self.some(2, 4)).capitalize()

    def sentence(self) -> str:
        words = self.some(8, 20)
        place = self._random.randrange(len(words) - 2)
        words[place] = self._random.choice(
            [words[place], words[place] + ",", f"*{words[place]}*", f"**{words[place]}**"]
        )
        return " ".join(words).capitalize() + "."

    def paragraph(self, least: int = 3, most: int = 6) -> str:
        return " ".join(self.sentence() for _ in range(self._random.randint(least, most)))

    def section(self, place: int) -> str:
        """A heading and some two hundred words; every section has a list or a table beside its paragraphs."""
        parts = [f"## {self.title()} {{#part-{place}}}", self.paragraph(), self.paragraph(), self.paragraph()]
        if place % 2:
            parts.insert(2, "\n".join(f"- {self.sentence()}" for _ in range(4)))
        else:
            rows = [self.some(4, 4) for _ in range(5)]
            lines = [f"| {' | '.join(row)} |" for row in rows]
            parts.insert(2, "\n".join([lines[0], "| --- | --- | --- | --- |", *lines[1:]]))
        return "\n\n".join(parts)

    def question(self, number: int) -> Question:
        right = {0, 2} if number % 5 == 0 else {self._random.randrange(4)}
        texts: list[str] = []
        while len(texts) < 4:  # no two choices are the same
            texts += [title] if (title := self.title()) not in texts else []
        choices = [Choice(text, self.sentence(), place in right) for place, text in enumerate(texts)]
        return Question(f"question-{number}", self.sentence(), choices, self.paragraph(2, 2))
