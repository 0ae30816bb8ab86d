"""The modules by which the marks beside links tell how far a reader is; `link-marks.js` reads them.

A question is known there by a checksum of its address and version, so that the whole of a quiz is a few dozen bytes;
where parts have places (`quiz/saved.py`), those follow, as they tell a question that was corrected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import reduce
from string import ascii_lowercase, digits

from coursework.quiz.model import TRAITS

Versions = dict[str, str]
"""Those of questions, by their address."""

# So many quizzes share a module: it may not grow with the course, and a page should not ask for many.
_QUIZZES_IN_A_FILE = 8
_DIGITS = f"{digits}{ascii_lowercase}"


def mark_files(
    versions: Mapping[str, Versions], asked: Mapping[str, Versions], words: object
) -> Iterator[tuple[str, str]]:
    """The modules by their names: `mark-facts.js` with the words and how many others there are, and those.

    `versions` are by the quiz, `asked` those of what its lesson asks, where that is not just the quiz.
    """
    files = -(-len(versions) // _QUIZZES_IN_A_FILE) or 1
    yield "mark-facts.js", export("words", words) + export("files", files)
    quizzes: list[dict[str, object]] = [{} for _ in range(files)]
    for quiz, own in versions.items():
        lesson = {"lesson": _checksums(asked[quiz])} if quiz in asked else {}
        quizzes[_sum(quiz) % files][quiz] = {"whole": _checksums(own), **lesson}
    for number, of_file in enumerate(quizzes):
        yield f"marks-{number}.js", export("quizzes", of_file)


def _checksums(versions: Versions) -> tuple[list[str], list[str]]:
    """Those of the questions that come back for review, and those of the others."""
    sums: tuple[list[str], list[str]] = ([], [])
    for address, version in versions.items():
        is_scheduled = TRAITS[version.split(" ", 1)[0]].scheduled
        head, slash, places = version.partition("/")
        sums[0 if is_scheduled else 1].append(_in_base_36(_sum(f"{address} {head}")) + slash + places)
    return sums


def _sum(text: str) -> int:
    """A number of 20 bits by which a text is known; `link-marks.js` computes the same."""
    return reduce(lambda sum, letter: (sum * 31 + ord(letter)) % 1_048_573, text, 0)


def _in_base_36(number: int) -> str:
    """Four digits, as a script writes a number."""
    return "".join(_DIGITS[number // 36**place % 36] for place in (3, 2, 1, 0))


def export(name: str, value: object) -> str:
    """A line of a module that exports a value of JSON."""
    return f"export const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n"
