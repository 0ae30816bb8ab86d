"""What a quiz is. No YAML, no HTML, no file: exports and pages are made from this."""

from __future__ import annotations

from dataclasses import dataclass

# The field's own names, as in QTI, Moodle and Canvas. Two tuples: what can be used now, and what keeps its name.
TYPES = ("single-choice", "multiple-choice", "true-false")
RESERVED_TYPES = ("matching", "ordering", "numerical", "short-answer", "cloze", "open-response", "opinion")
LEVELS = ("recall", "apply", "evaluate")


@dataclass(frozen=True)
class Objective:
    """What a reader can do after the lesson."""

    id: str
    text: str


@dataclass(frozen=True)
class Choice:
    """One possible answer. `key` is its folded text, by which a saved answer finds it again."""

    key: str
    text: str
    feedback: str
    correct: bool


@dataclass(frozen=True)
class Question:
    """A question with its choices in the author's order. All texts are Markdown.

    `keep_order` is true where the choices have an order of their own (numbers, true and false).
    `reread` is a link to the passage that teaches the answer, as if written in `docs/`.
    """

    id: str
    type: str
    prompt: str
    choices: tuple[Choice, ...]
    explanation: str
    scenario: str | None = None
    hint: str | None = None
    objective: str | None = None
    level: str | None = None
    cite: tuple[str, ...] = ()
    reread: str | None = None
    keep_order: bool = False

    @property
    def version(self) -> str:
        """What must stay for a saved answer to hold: the type, the number of choices, the places of the right ones."""
        right = "+".join(str(place) for place, choice in enumerate(self.choices, 1) if choice.correct)
        return f"{self.type} {len(self.choices)} {right}"


@dataclass(frozen=True)
class Quiz:
    """A named set of questions. `lesson` is the path of its lesson below `docs/`, if it has one."""

    id: str
    title: str
    questions: tuple[Question, ...]
    objectives: tuple[Objective, ...] = ()
    lesson: str | None = None
    introduction: str | None = None

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions if question.id == id), None)
