"""What a quiz is. No YAML, no HTML, no file: exports and pages are made from this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coursework.source.correction import Correction
from coursework.source.place import Text

LEVELS = ("recall", "apply", "evaluate")


@dataclass(frozen=True)
class Objective:
    """What a reader can do after the lesson."""

    id: Text
    text: Text


@dataclass(frozen=True, kw_only=True)
class Question:
    """What every type has. All texts are Markdown.

    `claims` are the ids of those that the right answer rests on. `reread` is a link to the passage that teaches the
    answer, as if written in `docs/`. `corrections` are told to those who answered before.
    """

    id: Text
    type: str
    prompt: Text
    explanation: Text
    scenario: Text | None = None
    hint: Text | None = None
    objective: Text | None = None
    level: str | None = None
    cite: tuple[Text, ...] = ()
    claims: tuple[Text, ...] = ()
    reread: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One possible answer. `key` is its folded text, by which a saved answer finds it again; `last` stays last."""

    key: str
    text: Text
    feedback: Text
    correct: bool
    last: bool = False


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question):
    """single-choice, multiple-choice and true-false: choices in the author's order.

    `keep_order` is true where that order has a meaning of its own (numbers, true and false).
    """

    choices: tuple[Choice, ...]
    keep_order: bool = False


@dataclass(frozen=True)
class Item:
    """A text that is matched or put in order. `key` finds it again, as that of a choice does."""

    key: str
    text: Text


@dataclass(frozen=True)
class Pair:
    """An item and the match that belongs to it, with the reason why."""

    key: str
    text: Text
    match: Item
    feedback: Text


@dataclass(frozen=True, kw_only=True)
class MatchingQuestion(Question):
    """Items, each with one match. Several may have the same match, so that it also sorts into groups.

    `matches` are all that can be chosen, each once: those of the pairs in their order, then the distractors.
    """

    pairs: tuple[Pair, ...]
    matches: tuple[Item, ...]


@dataclass(frozen=True)
class Step(Item):
    """An item of an order, with the reason why it belongs where it does, if there is one to give."""

    feedback: Text | None = None


@dataclass(frozen=True, kw_only=True)
class OrderingQuestion(Question):
    """Items in their right order, and what the ends of it are called ("earliest", "latest").

    Equal ones are right in each other's places.
    """

    items: tuple[Step, ...]
    first: Text | None = None
    last: Text | None = None


@dataclass(frozen=True)
class Misreading:
    """A wrong answer that people really give, and what is to be said of it."""

    answer: str
    feedback: Text


@dataclass(frozen=True, kw_only=True)
class NumericalQuestion(Question):
    """A number to be typed. `answer` and `tolerance` are numbers as written; a tolerance may end in %.

    `figures` is the number of significant figures asked for, if it matters.
    """

    answer: str
    tolerance: str = "0"
    unit: Text | None = None
    figures: int | None = None
    misreadings: tuple[Misreading, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ShortAnswerQuestion(Question):
    """A word or a few to be typed. `answers` are all accepted, the first is shown; `pattern` accepts more.

    `pattern` is a regular expression over the folded answer, whole. Of an `exact` one signs, capitals and spaces count.
    """

    answers: tuple[Text, ...]
    exact: bool = False
    pattern: str | None = None
    misreadings: tuple[Misreading, ...] = ()


@dataclass(frozen=True)
class Blank:
    """A gap in a text: to be typed (`answers`, `exact` or not, with `feedback`) or chosen (`choices`); never both."""

    name: str
    feedback: Text | None
    answers: tuple[Text, ...] = ()
    exact: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClozeQuestion(Question):
    """A running text with gaps, each written `{name}`."""

    text: Text
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, kw_only=True)
class OpenResponseQuestion(Question):
    """An answer in the reader's own words, which the reader holds against a model answer and a rubric."""

    model_answer: Text
    rubric: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class OpinionQuestion(Question):
    """Where the reader stands, on a scale. Nothing is right; it is asked before and after the course.

    With a `note` readers are also asked, before, what would change their mind; what they write comes back after it.
    """

    scale: tuple[Text, ...]
    note: bool = False


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
class Traits:
    """What sets one type apart from another.

    `graded` is one that the page itself finds right or wrong: its reader is asked how sure they are, it is counted, and
    may stand in a sitting. `scheduled` is one that comes back for review, and so can become known. `teaches` is one
    whose answer shows whether an objective was reached; `asked_twice` may be asked before the course and after it.
    """

    graded: bool = True
    scheduled: bool = True
    teaches: bool = True
    asked_twice: bool = False


# Python and scripts go by this, and by no other list.
TRAITS: dict[str, Traits] = {
    "single-choice": Traits(),
    "multiple-choice": Traits(),
    "true-false": Traits(),
    "matching": Traits(),
    "ordering": Traits(),
    "numerical": Traits(),
    "short-answer": Traits(),
    "cloze": Traits(),
    "open-response": Traits(graded=False, scheduled=False),
    "opinion": Traits(graded=False, scheduled=False, teaches=False, asked_twice=True),
}


@dataclass(frozen=True)
class Quiz:
    """A named set of questions. `lesson` is the path of its lesson below `docs/`, if it has one.

    `retired` are the ids of questions that it once had, which no other may bear: readers' saved answers do.
    """

    id: str
    title: Text
    questions: Sequence[Question]
    objectives: tuple[Objective, ...] = ()
    lesson: Text | None = None
    introduction: Text | None = None
    retired: tuple[str, ...] = ()

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions if question.id == id), None)
