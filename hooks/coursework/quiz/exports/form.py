"""What a format is: how quizzes become a file of it, and how that file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coursework.quiz.exports.losses import Loss
from coursework.quiz.exports.seen import Part
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import Quiz
from coursework.source.place import Text
from coursework.source.problem import Problem

# What a file is found to hold: parts by the address of their question (`quiz/question`), or by the id of their quiz.
Held = Mapping[str, Sequence[Part]]


@dataclass(frozen=True)
class Bundle:
    """Quizzes that go out in one file.

    `id` names the file: that of the one quiz, or of the course; `title` likewise. `course` is the course's id, for what
    must be the same for ever, `course_title` its title. `time` is that of the text, in seconds since 1970, and 0 where
    nobody knows it; `version` the same as a day, `2026-11-30`, or nothing. `texts` are as the format has formulas.
    """

    id: str
    title: str
    course: str
    course_title: str
    quizzes: Sequence[Quiz]
    texts: Texts
    time: int
    version: str
    problems: list[Problem]

    def refuse(self, text: Text, where: str, message: str) -> None:
        """Note what the format cannot carry at all, at the text that says it: the build then makes no site.

        `where` is as `question contour, choice 2`; the message goes on `must …, not …`, and says what to do.
        """
        self.problems.append(text.place.problem(where, message))


@dataclass(frozen=True)
class Format:
    """`name` is that of the setting, `ending` what follows the id in the name of a file, as `.csv` or `-moodle.xml`.

    What readers are told of it stands in the words, below `downloads: formats`. `write` makes the file; it leaves out a
    question that the format has no type for. `read` reads one from its bytes alone, independent of `write`. `math` says
    whether texts have formulas as MathML or as TeX between `\\(` and `\\)`. `dated` is what a file tells of the time of
    its text, by which it is made anew: the `day`, the `second` or nothing.
    """

    name: str
    ending: str
    write: Callable[[Bundle], bytes]
    read: Callable[[bytes], Held]
    math: Literal["mathml", "tex"] = "tex"
    dated: Literal["", "day", "second"] = ""


@dataclass(frozen=True)
class Download:
    """A file of a format, for one quiz or for the course: its path below `docs/`, and what it does not hold."""

    form: Format
    path: str
    content: bytes
    lost: Sequence[Loss]
