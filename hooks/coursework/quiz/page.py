"""Questions as HTML that is whole without scripts."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

from jinja2 import Environment
from markupsafe import Markup, escape

from coursework.quiz.corrected import changed_claims, corrected_on
from coursework.quiz.fields import uncited
from coursework.quiz.grading import grading_key
from coursework.quiz.links import LessonLink, SittingLink
from coursework.quiz.model import TRAITS, ChoiceQuestion, ClozeQuestion, Objective, Question, Quiz
from coursework.quiz.questions import READERS
from coursework.quiz.questions.cloze import gaps_held
from coursework.quiz.questions.matching import are_few
from coursework.quiz.saved import version
from coursework.source.correction import Correction
from coursework.text.code import as_label
from coursework.text.code_in_texts import is_block
from coursework.text.corrections import Corrections
from coursework.text.shortcuts.ready_html import ReadyHtml
from coursework.text.snippet import Snippets, plain_text
from coursework.text.stance import Stance
from coursework.text.templates import html as html_of
from coursework.text.words import group, word, words_of

Part = TypeVar("Part")

# Stands where a question says which it is of how many: a character that nobody types.
_PLACE = "\ue002"
# How many rendered questions are cached: enough for those of a lesson to be there when the page of its quiz follows.
_MOST_CACHED = 50
# The template of each type has the stem of the module that reads it.
TEMPLATES = {type: read.__module__.rpartition(".")[2] for type, read in READERS.items()}


@dataclass(frozen=True)
class QuizPages:
    """Turns quizzes into elements. `course` is the course's id, which readers' saved answers carry.

    `claim_mark(id)` is the mark of a claim as HTML, `changes(id)` what of it was corrected. `terms` are words that mean
    something of their own, so that none is a slip of a typed answer. `has_keys` and `has_readings` say whether there
    are pages with keys, and with a bibliography; `asks_certainty` whether readers are asked how sure they are.
    `corrections` is how they tell what is wrong. `sides` are the labels of stances that are sides, by their values, and
    `side_of` gives the side on which all of some claims are, or nothing.
    """

    env: Environment
    snippets: Snippets
    course: str
    claim_mark: Callable[[str], str]
    changes: Callable[[str], Sequence[Correction]]
    terms: frozenset[str] = frozenset()
    has_keys: bool = True
    has_readings: bool = True
    asks_certainty: bool = True
    corrections: Corrections = field(default_factory=Corrections)
    sides: Mapping[str, str] = field(default_factory=dict)
    side_of: Callable[[Sequence[str]], str] = lambda claims: ""
    lessons: Sequence[LessonLink] = ()
    sittings: Sequence[SittingLink] = ()
    _cached: dict[tuple[str, str], ReadyHtml] = field(default_factory=dict)

    def question(
        self, quiz: Quiz, question: Question, occurrence: int, number: int, count: int, slot: str = "answer"
    ) -> ET.Element:
        """One question as `<quiz-question>`.

        `occurrence` counts the places on one page that show this question, from 1; `number` of `count` is its
        place among those shown with it. `slot` says where the response is kept: as the answer, as the opinion `before`
        or `after` the course, or in the record of a sitting (`sitting/NAME`). Links in it are as if written in `docs/`.
        """
        address = f"{quiz.id}/{question.id}" + (f"~{slot}" if slot in ("before", "after") else "")
        anchor = address if occurrence == 1 else f"{address}~{occurrence}"
        words = group(words_of(self.env), "question")
        place = word(words, "one") if count == 1 else word(words, "number").format(number=number, count=count)
        # Most questions are shown twice, in their lesson and on the page of their quiz, which is rendered next.
        ready = self._cached.pop((anchor, slot), None)
        if ready is None:
            html = self._html(
                f"questions/{TEMPLATES[question.type]}.html",
                address=f"{quiz.id}/{question.id}",
                anchor=anchor,
                slot=slot,
                quiz=quiz,
                question=question,
                key=json.dumps(grading_key(question, self.terms), ensure_ascii=False),
                place=_PLACE,
            )
            ready = self._cached[anchor, slot] = ReadyHtml(html, _PLACE)
            if len(self._cached) > _MOST_CACHED:
                del self._cached[next(iter(self._cached))]
        return ready.element(escape(place))

    def guesses(self, quiz: Quiz, questions: Sequence[ChoiceQuestion], occurrence: int) -> ET.Element:
        """Questions to be guessed before reading; their answers are not on the page until the end of the lesson.

        `occurrence` counts the blocks of guesses at this quiz on one page, from 1.
        """
        return self._element("guesses.html", quiz=quiz, questions=questions, occurrence=occurrence)

    def objectives(self, quiz: Quiz) -> ET.Element:
        """The objectives of a quiz, for the head of its lesson."""
        return self._element("objectives.html", quiz=quiz)

    def head(self, quiz: Quiz) -> ET.Element:
        """What stands above the questions on the quiz's own page."""
        return self._element("head.html", quiz=quiz, has_key=self.has_keys)

    def index(self, quizzes: Sequence[Quiz]) -> ET.Element:
        """A row for every quiz, with a link to its page; then one for each sitting."""
        return self._element("index.html", quizzes=quizzes, sittings=self.sittings)

    def sitting(self, name: str, count: int) -> ET.Element:
        """The way into a sitting of `count` questions, which stands before them, and the place of how it went."""
        sides = json.dumps(self.sides, ensure_ascii=False)
        return self._element("sitting.html", name=name, count=count, sides=sides, lessons=self.lessons)

    def summary(self, quizzes: Sequence[Quiz]) -> ET.Element:
        """The place of the summary after the questions of a quiz, or of several.

        That of one quiz counts for each objective, that of several for each quiz.
        """
        if len(quizzes) == 1:
            objectives = quizzes[0].objectives
            parts = {str(each.id): plain_text(self.snippets.inline(each.text)) for each in objectives}
        else:
            parts = {quiz.id: quiz.title for quiz in quizzes}
        text = json.dumps(parts, ensure_ascii=False)
        return self._element("summary.html", quizzes=quizzes, parts=text)

    def review(self, quizzes: Sequence[Quiz]) -> ET.Element:
        """The review of the whole course; questions are fetched from the quizzes' pages when they are due.

        Of the lessons one is the way on.
        """
        return self._element("review.html", quizzes=quizzes, sittings=(), lessons=self.lessons)

    def progress(self, quizzes: Sequence[Quiz], sides: Sequence[Stance], served: Callable[[Quiz], str]) -> ET.Element:
        """The progress through the whole course.

        `sides` are the stances that are one side each; `served(quiz)` says which of them its questions serve, as
        `progress-mirror.js` reads it, or nothing.
        """
        return self._element(
            "progress.html", quizzes=quizzes, has_readings=self.has_readings, sides=sides, served=served
        )

    def go_on(self, first: str | None) -> ET.Element:
        """The way on, on a page that lists the lessons: to the first of them, and to the review.

        `first` is its path. Scripts lead to where the reader was instead, and say what is due.
        """
        return self._element("go_on.html", first=first)

    def paper(self, quiz: Quiz, kind: str) -> ET.Element:
        """A quiz to be printed: its `worksheet` or its `key`."""
        return self._element("paper.html", quiz=quiz, kind=kind, has_key=self.has_keys)

    def _element(self, template: str, **values: object) -> ET.Element:
        return ReadyHtml(self._html(template, **values)).element()

    def _html(self, template: str, **values: object) -> str:
        return html_of(
            self.env,
            f"quiz/{template}",
            course=self.course,
            ways=self.sittings,
            stem=lambda question: TEMPLATES[question.type],
            traits=TRAITS,
            asks_certainty=self.asks_certainty,
            correction=lambda address, question: self.corrections.link(self.env, address, question),
            addresses=_addresses,
            uncited=lambda question: uncited(question.cite, question.explanation),
            mixed=mixed,
            out_of_order=out_of_order,
            are_few=are_few,
            fill=self._fill,
            claim_mark=lambda id: Markup(self.claim_mark(id)),
            version=version,
            changes=self.changes,
            corrected_on=lambda question: corrected_on(question, self.changes),
            changed_claims=lambda quizzes: changed_claims(quizzes, self.changes),
            side_of=self.side_of,
            exact=_exact,
            has_code=lambda parts: any(is_block(part.text) for part in parts),
            labelled=lambda code, id: as_label(self.snippets.block(code), id),
            **values,
        )

    def _fill(self, question: ClozeQuestion, make: Callable[[str], Markup]) -> Markup:
        """The text of a cloze with each {name} of a blank replaced by what `make(name)` gives."""
        html = self.snippets.block(gaps_held(question))

        # Within code a gap may have become several words, each with its colour. What ends a sentence stays with it.
        def filled(gap: re.Match[str]) -> str:
            field = make(re.sub("<[^>]+>", "", gap[1]))
            return f'<span class="unbroken">{field}{gap[2]}</span>' if gap[2] else field

        return Markup(re.sub(r"\ue000(.*?)\ue001([.,;:!?)\]’”]*)", filled, html))


def _exact(question: Question) -> bool:
    """Whether something typed here counts as it is written."""
    parts = question.blanks if isinstance(question, ClozeQuestion) else (question,)
    return any(getattr(part, "exact", False) for part in parts)


def _addresses(quiz: Quiz, objective: Objective | None) -> str:
    """The addresses of the questions of an objective, or of all of a quiz, with spaces between."""
    asked = (each for each in quiz.questions if objective is None or each.objective == objective.id)
    return " ".join(f"{quiz.id}/{question.id}" for question in asked)


def mixed(seed: str, parts: Sequence[Part]) -> list[Part]:
    """The parts in the order in which every reader sees them.

    It comes from the seed and the places alone: the same in every build, and the same when a part is reworded. A choice
    that is `last` goes to the end.
    """
    shown = [parts[place] for place in _order(seed, len(parts))]
    return sorted(shown, key=lambda part: getattr(part, "last", False))


@lru_cache(maxsize=1 << 8)  # asked for by a question and by both its papers
def _order(seed: str, count: int) -> list[int]:
    return sorted(range(count), key=lambda place: sha256(f"{seed}/{place}".encode()).digest())


def out_of_order(seed: str, items: Sequence[Part]) -> list[Part]:
    """The same, but never in the order given: a question must not come with its answer."""
    shown = mixed(seed, items)
    return shown if shown != list(items) else [*shown[1:], shown[0]]
