"""Questions as HTML that is whole without scripts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from jinja2 import Environment

from coursework.quiz.model import Choice, Question, Quiz
from coursework.snippet import Snippets
from coursework.templates import element

# The template of each type; the stem says what is answered with.
TEMPLATES = {
    "single-choice": "quiz/questions/choice.html",
    "multiple-choice": "quiz/questions/choice.html",
    "true-false": "quiz/questions/choice.html",
}


@dataclass(frozen=True)
class QuizPages:
    """Turns quizzes into elements. `course` is the course's id, which readers' saved answers carry."""

    env: Environment
    snippets: Snippets
    course: str

    def question(self, quiz: Quiz, question: Question, occurrence: int, number: int, count: int) -> ET.Element:
        """One question as `<quiz-question>`.

        `occurrence` counts the places on one page that show this question, from 1; `number` of `count` is its
        place among those shown with it. Links in it are as if written in `docs/`.
        """
        address = f"{quiz.id}/{question.id}"
        return element(
            self.env,
            TEMPLATES[question.type],
            address=address,
            anchor=address if occurrence == 1 else f"{address}~{occurrence}",
            course=self.course,
            quiz=quiz,
            question=question,
            choices=shown_order(quiz, question),
            number=number,
            count=count,
            inline=self.snippets.inline,
            block=self.snippets.block,
        )

    def objectives(self, quiz: Quiz) -> ET.Element:
        """The objectives of a quiz, for the head of its lesson."""
        return element(self.env, "quiz/objectives.html", quiz=quiz, inline=self.snippets.inline)

    def index(self, quizzes: Sequence[Quiz]) -> ET.Element:
        """A row for every quiz, with a link to its page."""
        return element(self.env, "quiz/index.html", quizzes=quizzes)


def shown_order(quiz: Quiz, question: Question) -> list[Choice]:
    """The choices in the order in which every reader sees them.

    It comes from the ids alone: the same in every build, and the same when a choice is reworded.
    """
    if question.keep_order:
        return list(question.choices)
    seeds = [sha256(f"{quiz.id}/{question.id}/{place}".encode()).digest() for place in range(len(question.choices))]
    return [choice for _, choice in sorted(zip(seeds, question.choices), key=lambda pair: pair[0])]
