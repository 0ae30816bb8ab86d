"""Every word that the reader sees and no author wrote, in groups: templates ask for them by attributes, code by `word`.

English is whole; over it comes what there is of another language, and over that what a course says itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from html import escape
from pathlib import Path
from typing import NoReturn

import yaml
from jinja2 import Environment

from coursework.source import values as source
from coursework.source.front_matter import Loader
from coursework.source.place import Place
from coursework.source.problem import Problem
from coursework.text.language import form_of, forms

# What stands in the file under a name.
Read = str | list[str] | Mapping[str, "Read"]
_FILE = Path(__file__).parents[1] / "words/en.yml"
_PATH = "hooks/coursework/words/en.yml"
ENGLISH = "en"
# What a number can take in any language, by the names of Unicode (CLDR).
FORMS = frozenset(("zero", "one", "two", "few", "many", "other"))


class WordsError(Exception):
    """What is wrong with the file of words, as a line with its place."""


class Words(dict[str, "str | list[str] | Words"]):
    """Words by their names, as items and as attributes: templates ask for an attribute first, and for most of these.

    `above` are the names that lead to this group, `language` is that of the site. Raises WordsError for a name that is
    not there.
    """

    __slots__ = ("__dict__", "_above", "_language")

    def __init__(self, words: Mapping[str, Read], above: Sequence[str] = (), language: str = ENGLISH):
        super().__init__(
            (name, Words(value, (*above, name), language) if isinstance(value, Mapping) else value)
            for name, value in words.items()
        )
        self.__dict__ = self
        self._above, self._language = above, language

    def __missing__(self, name: str) -> NoReturn:
        raise WordsError(str(_lacking(self._above, name)))


def words(language: str = ENGLISH, own: Mapping[str, Read] | None = None) -> Words:
    """All of them, in a language as far as there is a file of it; `own` are those of a course, which come first.

    Raises WordsError where a file is no YAML.
    """
    above = [own or {}] if language == ENGLISH else [_of_language(language), own or {}]
    english = _of_language(ENGLISH)
    if forms(language).get("one") != 1:
        english = _without_one(english)
    return Words(reduce(_over, above, english), (), language)


def missing(language: str, own: Mapping[str, Read]) -> tuple[list[str], int]:
    """The words that stay English in a language, each as the names that lead to it; and how many words there are.

    Raises WordsError where a file is no YAML.
    """
    names = list(leaves(_of_language(ENGLISH)))
    given = {*leaves(_of_language(language)), *leaves(own)}
    return [", ".join(each) for each in names if each not in given], len(names)


def _of_language(language: str) -> Mapping[str, Read]:
    """What the file of a language holds; nothing where there is none."""
    file, path = _FILE.parent / f"{language}.yml", _PATH.replace(ENGLISH, language)
    if not file.is_file():
        return {}
    text = file.read_text(encoding="utf-8")
    try:
        return Words(yaml.load(text, Loader=Loader))  # noqa: S506  a safe one
    except (yaml.YAMLError, AttributeError):
        _, problems = source.parse(text, path)
        raise WordsError(str((*problems, Place(path, 1, 1).problem("", "must be a group of words"))[0])) from None


def _over(below: Mapping[str, Read], above: Mapping[str, Read]) -> dict[str, Read]:
    """One layer of words over another, group by group."""
    merged = dict(below)
    for name, value in above.items():
        under = merged.get(name)
        if isinstance(under, Mapping) and isinstance(value, Mapping) and not are_forms(under):
            merged[name] = _over(under, value)
        else:
            merged[name] = value
    return merged


def are_forms(words: Mapping[str, Read]) -> bool:
    """Whether a group is what is said of a number, by the form that the number takes."""
    return "other" in words and FORMS.issuperset(words)


def _without_one(words: Mapping[str, Read]) -> dict[str, Read]:
    """English for a language in which the form of 1 is also that of other numbers, or none."""
    left: dict[str, Read] = {}
    for name, value in words.items():
        if isinstance(value, Mapping):
            left[name] = {"other": value["other"]} if are_forms(value) else _without_one(value)
        else:
            left[name] = value
    return left


def leaves(words: Mapping[str, Read], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names that lead to each text, each list and each group of forms."""
    for name, value in words.items():
        if isinstance(value, Mapping) and not are_forms(value):
            yield from leaves(value, (*above, name))
        else:
            yield (*above, name)


def _lacking(above: Sequence[str], name: str) -> Problem:
    """That a group of the file lacks a word, at the place of the group."""
    value, _ = source.parse(_FILE.read_text(encoding="utf-8"), _PATH)
    for part in above:
        value = value.get(part) if isinstance(value, source.Mapping) else None
    place = Place(_PATH, 1, 1) if value is None else value.place
    return place.problem(", ".join(above), f"must have `{name}`, but has none")


def escaped(words: Words) -> Words:
    """The same words as HTML, for templates that write a text as it stands."""
    return Words(_escaped(words), words._above, words._language)


def _escaped(words: Mapping[str, Read]) -> dict[str, Read]:
    found: dict[str, Read] = {}
    for name, value in words.items():
        if isinstance(value, Mapping):
            found[name] = _escaped(value)
        else:
            found[name] = escape(value) if isinstance(value, str) else [escape(text) for text in value]
    return found


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


def counted(words: Words, name: str, count: int, **values: object) -> str:
    """What is said of a number, in the form that it takes in the language of the site; `values` are filled in too.

    Raises WordsError where there is nothing of that name, and TypeError where it is no group of forms.
    """
    found = group(words, name)
    form = form_of(found._language, count)
    return word(found, form if form in found else "other").format(count=count, **values)


def row(words: Words, name: str) -> list[str]:
    """A list of texts. Raises WordsError where there is none, and TypeError where it is no list."""
    found = words[name]
    if not isinstance(found, list):
        raise TypeError(f"{name} is no list of texts")
    return found


def texts(words: Words, name: str) -> dict[str, str]:
    """A group that holds texts alone, by their names."""
    return {each: word(words, name, each) for each in group(words, name)}


def day_in_words(words: Words, day: date) -> str:
    """A day in words: "22 November 2026"."""
    return f"{day.day} {row(group(words, 'help'), 'months')[day.month - 1]} {day.year}"
