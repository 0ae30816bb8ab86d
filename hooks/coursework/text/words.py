"""Every word that the reader sees in a control, in groups: templates ask for them by attributes, code by `word`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from jinja2 import Environment

from coursework.source.front_matter import Loader

# What stands in the file under a name.
Read = str | list[str] | Mapping[str, "Read"]
_FILE = Path(__file__).parents[1] / "words/en.yml"


class Words(dict[str, "str | list[str] | Words"]):
    """Words by their names, as items and as attributes: templates ask for an attribute first, and for most of these."""

    def __init__(self, words: Mapping[str, Read]):
        super().__init__((name, Words(value) if isinstance(value, Mapping) else value) for name, value in words.items())
        self.__dict__ = self


def words() -> Words:
    """All of them, from `words/en.yml`."""
    return Words(yaml.load(_FILE.read_text(encoding="utf-8"), Loader=Loader))  # noqa: S506  a safe one


def words_of(env: Environment) -> Words:
    """Those that the templates of an environment have. Raises TypeError where it is none of ours."""
    found = env.globals["words"]
    if not isinstance(found, Words):
        raise TypeError("the templates have no `words`")
    return found


def group(words: Words, name: str) -> Words:
    """A group of words. Raises KeyError where there is none, and TypeError where it is no group."""
    found = words[name]
    if not isinstance(found, Words):
        raise TypeError(f"{name} is no group of words")
    return found


def word(words: Words, *names: str) -> str:
    """The text to which names lead, through groups. Raises KeyError where there is none, and TypeError."""
    for name in names[:-1]:
        words = group(words, name)
    found = words[names[-1]]
    if not isinstance(found, str):
        raise TypeError(f"{'.'.join(names)} is no text")
    return found


def row(words: Words, name: str) -> list[str]:
    """A list of texts. Raises KeyError where there is none, and TypeError where it is no list."""
    found = words[name]
    if not isinstance(found, list):
        raise TypeError(f"{name} is no list of texts")
    return found


def texts(words: Words, name: str) -> dict[str, str]:
    """A group that holds texts alone, by their names."""
    return {each: word(words, name, each) for each in group(words, name)}
