"""Every word that the reader sees in a control, in groups: templates ask for them by attributes, code by `word`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import yaml
from jinja2 import Environment

from coursework.source import values as source
from coursework.source.front_matter import Loader
from coursework.source.place import Place
from coursework.source.problem import Problem

# What stands in the file under a name.
Read = str | list[str] | Mapping[str, "Read"]
_FILE = Path(__file__).parents[1] / "words/en.yml"
_PATH = "hooks/coursework/words/en.yml"


class WordsError(Exception):
    """What is wrong with the file of words, as a line with its place."""


class Words(dict[str, "str | list[str] | Words"]):
    """Words by their names, as items and as attributes: templates ask for an attribute first, and for most of these.

    `above` are the names that lead to this group. Raises WordsError for a name that is not there.
    """

    __slots__ = ("__dict__", "_above")

    def __init__(self, words: Mapping[str, Read], above: Sequence[str] = ()):
        super().__init__(
            (name, Words(value, (*above, name)) if isinstance(value, Mapping) else value)
            for name, value in words.items()
        )
        self.__dict__ = self
        self._above = above

    def __missing__(self, name: str) -> NoReturn:
        raise WordsError(str(_lacking(self._above, name)))


def words() -> Words:
    """All of them, from `words/en.yml`. Raises WordsError where it is no YAML."""
    text = _FILE.read_text(encoding="utf-8")
    try:
        return Words(yaml.load(text, Loader=Loader))  # noqa: S506  a safe one
    except (yaml.YAMLError, AttributeError):
        _, problems = source.parse(text, _PATH)
        raise WordsError(str((*problems, Place(_PATH, 1, 1).problem("", "must be a group of words"))[0])) from None


def _lacking(above: Sequence[str], name: str) -> Problem:
    """That a group of the file lacks a word, at the place of the group."""
    value, _ = source.parse(_FILE.read_text(encoding="utf-8"), _PATH)
    for part in above:
        value = value.get(part) if isinstance(value, source.Mapping) else None
    place = Place(_PATH, 1, 1) if value is None else value.place
    return place.problem(", ".join(above), f"must have `{name}`, but has none")


def words_of(env: Environment) -> Words:
    """Those that the templates of an environment have. Raises TypeError where it is none of ours."""
    found = env.globals["words"]
    if not isinstance(found, Words):
        raise TypeError("the templates have no `words`")
    return found


def group(words: Words, name: str) -> Words:
    """A group of words. Raises WordsError where there is none, and TypeError where it is no group."""
    found = words[name]
    if not isinstance(found, Words):
        raise TypeError(f"{name} is no group of words")
    return found


def word(words: Words, *names: str) -> str:
    """The text to which names lead, through groups. Raises WordsError where there is none, and TypeError."""
    for name in names[:-1]:
        words = group(words, name)
    found = words[names[-1]]
    if not isinstance(found, str):
        raise TypeError(f"{'.'.join(names)} is no text")
    return found


def row(words: Words, name: str) -> list[str]:
    """A list of texts. Raises WordsError where there is none, and TypeError where it is no list."""
    found = words[name]
    if not isinstance(found, list):
        raise TypeError(f"{name} is no list of texts")
    return found


def texts(words: Words, name: str) -> dict[str, str]:
    """A group that holds texts alone, by their names."""
    return {each: word(words, name, each) for each in group(words, name)}
