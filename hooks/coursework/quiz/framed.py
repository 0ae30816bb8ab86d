"""Questions alone on pages of their own, for frames on sites of others, and the code that shows them there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from jinja2 import Environment

from coursework.quiz.model import TRAITS, Question, Quiz
from coursework.text.templates import element

# What a question on a page has and one in a frame has not: which it is of how many, how sure a reader is, which is
# asked for the sake of a record, and what search and summaries look for.
_ONLY_ON_PAGES = re.compile(
    r'<p class="question__number".*?</p>\s*|<details class="question__certainty".*?</details>\s*'
    r'| data-(?:search-exclude|objective)="[^"]*"',
    re.DOTALL,
)
_END = "</quiz-question>"
# A frame may be read where forms and storage are refused. What it opens is free of that: the course keeps answers.
_CODE = (
    '<iframe src="{src}" title="{title}" width="100%" height="600" loading="lazy" '
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
)
# In place of what keeps answers.
_UNKEPT = ("entries.js", "cards.js", "correction-notice.js", "quiz-summary.js")
SCRIPT = "quiz-frame.js"
# Modules that are in no page of the course.
ONLY_IN_FRAMES = (SCRIPT, "unkept.js")


class Code(NamedTuple):
    """What shows one question elsewhere: its words, the path of its page, and the `code`."""

    prompt: str
    path: str
    code: str


def framed(quiz: Quiz) -> list[Question]:
    """The questions of a quiz that have a page for frames: not opinions, which are nothing where they are not kept."""
    return [question for question in quiz.questions if not TRAITS[question.type].asked_twice]


def path_of(folder: str, quiz: Quiz, question: Question) -> str:
    """The path of a question's page for frames; `folder` is where the pages of the course stand."""
    return f"{folder}embed/{quiz.id}/{question.id}/index.html"


def question_in(page: str, address: str) -> str:
    """A question by its address out of the page of its quiz, as HTML; nothing where it is not there."""
    begun = re.search(rf'<quiz-question\s(?:[^>]*\s)?id="{re.escape(address)}"', page)
    return _ONLY_ON_PAGES.sub("", page[begun.start() : page.find(_END, begun.end())] + _END) if begun else ""


def unkept(modules: Mapping[str, str]) -> dict[str, str]:
    """The modules for frames, from all by their names: nothing that they do is kept."""
    return {**modules, **dict.fromkeys(_UNKEPT, modules["unkept.js"])}


def offer(
    env: Environment,
    quizzes: Iterable[Quiz],
    path: Callable[[Quiz, Question], str],
    address: Callable[[str], str],
    plain: Callable[[str], str],
    *,
    has_address: bool,
    finished: bool,
    folder: str | None,
) -> ET.Element:
    """The code of every question, in a fold for each quiz.

    `path` is that of a question's page, `address` its whole address, or nothing; `plain` gives words of a text. There
    is code only where the site `has_address` and is `finished`, not one to look at; `folder` is that of the page with
    the files of quizzes, none where there is no such page.
    """

    def code(quiz: Quiz, question: Question) -> Code:
        prompt, at = plain(question.prompt), path(quiz, question)
        return Code(prompt, at, _CODE.format(src=escape(address(at)), title=escape(prompt)))

    shown: Sequence[tuple[Quiz, list[Code]]] = [
        (quiz, [code(quiz, question) for question in framed(quiz)]) for quiz in quizzes
    ]
    site = {"has_address": has_address, "finished": finished, "folder": folder}
    return element(env, "quiz/framed.html", shown=[each for each in shown if each[1]], **site)
