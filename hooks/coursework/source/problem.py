"""A mistake in an author's file, told so that the author can mend it; and advice, told in the same form."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

# Typed for YAML's own, which are straight.
_CURLY = re.compile("[“”„‘’][^\\s“”„‘’]*[“”‘’]")
_OF_CURLY = " (curly quotation marks are letters to YAML; its own are straight)"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: which file, where in it, and what must hold there.

    `line` and `column` count from 1. `message` says what must hold and what was found instead.
    """

    path: str
    line: int
    column: int
    where: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        line = f"{place}: {self.where}: {self.message}" if self.where else f"{place}: {self.message}"
        return " ".join(line.splitlines())  # a file's name or an id may hold the end of a line


@dataclass(frozen=True, order=True)
class Advice(Problem):
    """What would be better in another way. `message` says what should hold; the course is built all the same."""


def must_be_one_of(found: str, allowed: Iterable[str]) -> str:
    """A message for a word that is not among those allowed, with the nearest one suggested."""
    allowed = list(allowed)
    listed = allowed[0] if len(allowed) == 1 else f"{', '.join(allowed[:-1])} or {allowed[-1]}"
    return f"must be {listed}, not {quoted(found)}{suggestion(found, allowed)}"


def suggestion(found: str, words: Iterable[str]) -> str:
    """`. Did you mean 'x'?` where one of the words is near to what was found, else nothing."""
    near = nearest(found, words)
    return "" if near is None else f". Did you mean {quoted(near)}?"


def nearest(found: str, words: Iterable[str], how_near: float = 0.61) -> str | None:
    """The known word that was probably meant, if any is near: 1 is the same, 0 has no letter in common."""
    near = difflib.get_close_matches(found, list(words), n=3, cutoff=how_near)
    return next((word for word in near if _ratio(*_own_parts(found, word)) >= how_near), None)


def _ratio(found: str, word: str) -> float:
    return difflib.SequenceMatcher(None, word, found).ratio()


def _own_parts(found: str, word: str) -> tuple[str, str]:
    """Two paths without the folders and the ending that they share, which make no file near to another."""
    folders = posixpath.commonprefix([found, word]).rfind("/") + 1
    ending = posixpath.splitext(found)[1]
    if ending != posixpath.splitext(word)[1]:
        ending = ""
    return found[folders:].removesuffix(ending), word[folders:].removesuffix(ending)


def quoted(found: str, limit: int = 60) -> str:
    """What was found, in quotes, on one line and never longer than an author wants to read.

    Of a single word in curly quotation marks it is said that they belong to it: a word processor made them.
    """
    line = " ".join(found.split())
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    curly = _OF_CURLY if _CURLY.fullmatch(line) else ""
    return f"'{line[: limit - 1]}…'{curly}" if len(line) > limit else f"'{line}'{curly}"
