"""What readers are told of the files of other programs: where they are, and what each of them does not hold."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from jinja2 import Environment

from coursework.quiz.exports.form import Download
from coursework.quiz.exports.kinds import LEFT_OUT, MARKING, UNSEEN
from coursework.quiz.exports.losses import Loss
from coursework.quiz.model import Quiz
from coursework.text.templates import element


class Lost(NamedTuple):
    """Of which questions something of a kind is lost, or moved `to` another; no questions, where it is of the quiz.

    Of whole questions that are left out, the kind is their type.
    """

    kind: str
    to: str
    questions: Collection[str]


def offer_of_quiz(
    env: Environment, quiz: Quiz, downloads: Sequence[Download], has_address: bool, page: str
) -> ET.Element:
    """A fold with the files of a quiz, for its own page; `page` is the path of that with the whole course.

    Where there are no files it says why: for lack of an address, or because the site is only looked at.
    """
    numbers = {f"{quiz.id}/{question.id}": number for number, question in enumerate(quiz.questions, 1)}
    shown = [(each, grouped(each.lost, [quiz])) for each in downloads]
    return element(env, "quiz/exports/quiz.html", shown=shown, numbers=numbers, has_address=has_address, page=page)


def offer_of_course(
    env: Environment,
    quizzes: Sequence[Quiz],
    formats: Collection[str],
    downloads: Sequence[Download],
    *,
    has_address: bool,
    has_frames: bool,
    folder: str,
) -> ET.Element:
    """The files of the whole course, and what is to be known of each format before it is taken.

    `formats` are the names of those that there would be, where none is made. Of the site it says whether it
    `has_address` and `has_frames` beside the files, and in which `folder` the course's pages are.
    """
    shown = [(each, grouped(each.lost, quizzes)) for each in downloads]
    places = {
        f"{quiz.id}/{question.id}": (quiz.title, number)
        for quiz in quizzes
        for number, question in enumerate(quiz.questions, 1)
    }
    site = {"has_address": has_address, "has_frames": has_frames, "folder": folder}
    return element(env, "quiz/exports/course.html", shown=shown, formats=formats, places=places, **site)


def _gravity(lost: Lost) -> tuple[int, int]:
    return 0 if lost.kind in MARKING else 2 if lost.kind in UNSEEN else 1, -len(lost.questions)


def grouped(lost: Sequence[Loss], quizzes: Sequence[Quiz]) -> list[list[Lost]]:
    """What is left out, what is lost and what moved, each with the questions it is lost in.

    First comes what changes how an answer is marked, last what no student sees; of the rest what is most frequent.
    """
    of: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for address, kind, to in lost:
        of[kind, to] |= {address: None} if "/" in address else {}
    found = sorted((Lost(kind, to, list(of[kind, to])) for kind, to in of), key=_gravity)
    types = {f"{quiz.id}/{question.id}": question.type for quiz in quizzes for question in quiz.questions}
    whole: defaultdict[str, list[str]] = defaultdict(list)
    for address in of.get((LEFT_OUT, ""), ()):
        whole[types[address]].append(address)
    left_out = sorted((Lost(type, "", whole[type]) for type in whole), key=lambda each: -len(each.questions))
    rest = [each for each in found if each.kind != LEFT_OUT]
    return [left_out, [each for each in rest if not each.to], [each for each in rest if each.to]]
