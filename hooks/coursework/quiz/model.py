"""What a quiz is. No YAML, no HTML, no file: exports and pages are made from this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = ("recall", "apply", "evaluate")


@dataclass(frozen=True)
class Objective:
    """What a reader can do after the lesson."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """What every type has. All texts are Markdown.

    `reread` is a link to the passage that teaches the answer, as if written in `docs/`.
    """

    id: str
    type: str
    prompt: str
    explanation: str
    scenario: str | None = None
    hint: str | None = None
    objective: str | None = None
    level: str | None = None
    cite: tuple[str, ...] = ()
    reread: str | None = None

    @property
    def version(self) -> str:
        """What must stay for a saved answer to hold; rewording is not among it.

        The type, the number of parts, the places of the right ones, and for typed answers what is accepted.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Choice:
    """One possible answer. `key` is its folded text, by which a saved answer finds it again."""

    key: str
    text: str
    feedback: str
    correct: bool


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question):
    """single-choice, multiple-choice and true-false: choices in the author's order.

    `keep_order` is true where that order has a meaning of its own (numbers, true and false).
    """

    choices: tuple[Choice, ...]
    keep_order: bool = False

    @property
    def version(self) -> str:
        return f"{self.type} {len(self.choices)} {_places(self.choices)}"


@dataclass(frozen=True)
class Pair:
    """An item and the match that belongs to it, with the reason why."""

    key: str
    text: str
    match: str
    feedback: str


@dataclass(frozen=True, kw_only=True)
class MatchingQuestion(Question):
    """Items, each with one match. Several may have the same match, so that it also sorts into groups.

    `matches` are all that can be chosen, each once: those of the pairs in their order, then the distractors.
    """

    pairs: tuple[Pair, ...]
    matches: tuple[str, ...]

    @property
    def version(self) -> str:
        right = "+".join(str(self.matches.index(pair.match) + 1) for pair in self.pairs)
        return f"matching {len(self.pairs)} {len(self.matches)} {right}"


@dataclass(frozen=True)
class Item:
    """One of the things to put in order."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class OrderingQuestion(Question):
    """Items in their right order, and what the ends of it are called ("earliest", "latest")."""

    items: tuple[Item, ...]
    first: str | None = None
    last: str | None = None

    @property
    def version(self) -> str:
        return f"ordering {len(self.items)}"


@dataclass(frozen=True)
class Misreading:
    """A wrong answer that people really give, and what is to be said of it."""

    answer: str
    feedback: str


@dataclass(frozen=True, kw_only=True)
class NumericalQuestion(Question):
    """A number to be typed. `answer` and `tolerance` are decimals as written; a tolerance may end in %.

    `figures` is the number of significant figures asked for, if it matters.
    """

    answer: str
    tolerance: str = "0"
    unit: str | None = None
    figures: int | None = None
    misreadings: tuple[Misreading, ...] = ()

    @property
    def version(self) -> str:
        return f"numerical {self.answer} {self.tolerance} {self.figures or ''}".rstrip()


@dataclass(frozen=True, kw_only=True)
class ShortAnswerQuestion(Question):
    """A word or a few to be typed. `answers` are all accepted, the first is shown; `pattern` accepts more.

    `pattern` is a regular expression over the folded answer, whole.
    """

    answers: tuple[str, ...]
    pattern: str | None = None
    misreadings: tuple[Misreading, ...] = ()

    @property
    def version(self) -> str:
        return " ".join(["short-answer", "|".join(self.answers), self.pattern or ""]).rstrip()


@dataclass(frozen=True)
class Blank:
    """A gap in a text: to be typed (`answers`) or chosen (`choices`); never both."""

    name: str
    feedback: str
    answers: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClozeQuestion(Question):
    """A running text with gaps, each written `{name}`."""

    text: str
    blanks: tuple[Blank, ...]

    @property
    def version(self) -> str:
        parts = [
            f"{len(blank.choices)}:{_places(blank.choices)}" if blank.choices else "|".join(blank.answers)
            for blank in self.blanks
        ]
        return f"cloze {' / '.join(parts)}"


@dataclass(frozen=True, kw_only=True)
class OpenResponseQuestion(Question):
    """An answer in the reader's own words, which the reader holds against a model answer and a rubric."""

    model_answer: str
    rubric: tuple[str, ...]

    @property
    def version(self) -> str:
        return f"open-response {len(self.rubric)}"


@dataclass(frozen=True, kw_only=True)
class OpinionQuestion(Question):
    """Where the reader stands, on a scale. Nothing is right; it is asked before and after the course."""

    scale: tuple[str, ...]

    @property
    def version(self) -> str:
        return f"opinion {len(self.scale)}"


# The field's own names, as in QTI, Moodle and Canvas.
TYPES: dict[str, type[Question]] = {
    "single-choice": ChoiceQuestion,
    "multiple-choice": ChoiceQuestion,
    "true-false": ChoiceQuestion,
    "matching": MatchingQuestion,
    "ordering": OrderingQuestion,
    "numerical": NumericalQuestion,
    "short-answer": ShortAnswerQuestion,
    "cloze": ClozeQuestion,
    "open-response": OpenResponseQuestion,
    "opinion": OpinionQuestion,
}


@dataclass(frozen=True)
class Quiz:
    """A named set of questions. `lesson` is the path of its lesson below `docs/`, if it has one."""

    id: str
    title: str
    questions: Sequence[Question]
    objectives: tuple[Objective, ...] = ()
    lesson: str | None = None
    introduction: str | None = None

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions if question.id == id), None)


def _places(choices: tuple[Choice, ...]) -> str:
    """The places of the right choices in the author's order, from 1: `1+3`."""
    return "+".join(str(place) for place, choice in enumerate(choices, 1) if choice.correct)
