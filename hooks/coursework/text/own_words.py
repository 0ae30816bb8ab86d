"""A course's own `words.yml`: what it says otherwise than the interface does, by the names that stand in `en.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coursework.source import values as source
from coursework.source.place import Place, Text
from coursework.source.problem import Advice, Problem, must_be_one_of, quoted, suggestion
from coursework.source.record import kind_of
from coursework.text.language import forms
from coursework.text.words import ENGLISH, Read, Words, are_forms, missing, words

PATH = "words.yml"
MARKDOWN = ("",)  # the fields that hold it: none
_FILLED = re.compile(r"\{([\w-]+)\}")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


@dataclass
class OwnWords:
    """What the file gave, without what is wrong in it; that is in `problems`."""

    words: dict[str, Read] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def words_of_course(root: Path, language: str) -> Words:
    """All words as the course in a folder says them, without what is wrong in its file: that is told by its build.

    Raises WordsError as `words` does.
    """
    value = source.load(root, PATH, own=MARKDOWN)[0] if (root / PATH).exists() else None
    return words(language, None if value is None else read_own_words(value, language).words)


def read_own_words(value: source.Value, language: str = ENGLISH) -> OwnWords:
    """Words by their names, held against those of `en.yml`, in a language. Raises WordsError where that is no YAML."""
    file, english = OwnWords(), words()
    if isinstance(value, source.Mapping):
        file.words = _Reader(file.problems, english, language).group(value, english, ())
    else:
        message = f"must be a group of words (`name: text`), not {kind_of(value)}"
        file.problems.append(value.place.problem("", message))
    return file


def advise_on_words(language: str, own: Mapping[str, Read]) -> Iterator[Advice]:
    """That a course in another language has words in English. Raises WordsError as `words` does."""
    if language.partition("-")[0] == ENGLISH:
        return
    names, count = missing(language, own)
    if names:
        few = "; ".join(names[:3])
        message = (
            f"should say {len(names)} of {count} words in the language of the site, {quoted(language)}, or readers see "
            f"English among its own: {few}{' …' if len(names) > 3 else ''}; the file stands beside mkdocs.yml, and "
            "words.schema.json of the generator lists them all, with what each says in English"
        )
        yield Place(PATH, 1, 1).advice("", message)


@dataclass(frozen=True)
class _Reader:
    """`whole` are all words that there are in English, `language` is that of those that are read."""

    problems: list[Problem]
    whole: Words
    language: str

    def group(self, value: source.Mapping, english: Mapping[str, Read], above: tuple[str, ...]) -> dict[str, Read]:
        found: dict[str, Read] = {}
        for name in value.names():
            if name not in english:
                self._unknown(name, english, above)
                continue
            read = self._read(value[name], english[name], (*above, str(name)))
            if read is not None:
                found[str(name)] = read
        return found

    def _read(self, value: source.Value, english: Read, names: tuple[str, ...]) -> Read | None:
        if isinstance(english, Mapping) and are_forms(english):
            return self._forms(value, english, names)
        if isinstance(english, Mapping) and isinstance(value, source.Mapping):
            return self.group(value, english, names)
        if isinstance(english, list) and isinstance(value, source.Sequence) and len(value) == len(english):
            read = [self._text(item, text, names) for item, text in zip(value, english)]
            texts = [text for text in read if text is not None]
            return texts if len(texts) == len(read) else None
        if isinstance(english, str):
            return self._text(value, english, names)
        rule = "must be a group of words" if isinstance(english, Mapping) else f"must be a list of {len(english)} texts"
        found = f"a list of {len(value)}" if isinstance(value, source.Sequence) else kind_of(value)
        self._refuse(value.place, names, f"{rule}, not {found}")
        return None

    def _forms(self, value: source.Value, english: Mapping[str, Read], names: tuple[str, ...]) -> Read | None:
        """What is said of a number, in each form that numbers take in the language."""
        there = forms(self.language)
        if not isinstance(value, source.Mapping):
            self._refuse(value.place, names, f"must be a group of {', '.join(sorted(there))}, not {kind_of(value)}")
            return None
        for name in value.names():
            if name not in there:
                self._refuse(name.place, names, must_be_one_of(name, sorted(there)))
        if lost := sorted(set(there) - set(value)):
            rule = f"must have {', '.join(lost)} too, which numbers take in the language {quoted(self.language)}"
            self._refuse(value.place, names, rule)
        found: dict[str, Read] = {}
        for form in set(there) & set(value):
            # Of one number alone the form may say it in a word.
            is_one = form != "other" and there[form] == 1
            text = self._text(value[form], str(english["other"]), (*names, form), ("count",) if is_one else ())
            if text is not None:
                found[form] = text
        return found if set(found) == set(there) else None

    def _text(
        self, value: source.Value, english: str, names: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> str | None:
        fault = (
            _fault(value, english, optional)
            if isinstance(value, Text) and value.strip()
            else f"must be text, not {kind_of(value)}"
        )
        if fault or not isinstance(value, Text):
            self._refuse(value.place, names, fault)
            return None
        return str(value).strip()

    def _unknown(self, name: Text, english: Mapping[str, Read], above: tuple[str, ...]) -> None:
        elsewhere = [", ".join(path) for path in _groups_with(self.whole, str(name)) if path != above]
        more = suggestion(name, english)
        if not more and elsewhere:
            more = f". There is one in {' and in '.join(f'`{path}`' for path in elsewhere[:3])}"
        self._refuse(name.place, above, f"must be the name of a word that there is, not {quoted(name)}{more}")

    def _refuse(self, place: Place, names: tuple[str, ...], message: str) -> None:
        self.problems.append(place.problem(", ".join(names), message))


def _fault(text: Text, english: str, optional: tuple[str, ...]) -> str:
    """What is wrong with a text in the place of an English one, of which it may leave out some; else nothing."""
    if tag := _TAG.search(text):
        return f"must be plain text, without {quoted(tag[0])}"
    allowed, given = set(_FILLED.findall(english)), set(_FILLED.findall(text))
    if other := sorted(given - allowed):
        holds = f"only {_listed(allowed)}" if allowed else "nothing"
        return f"must hold {holds} in braces, not {quoted(other[0])}{suggestion(other[0], allowed)}"
    if lost := allowed - given - {*optional}:
        return f"must hold {_listed(lost)}, for which the page puts in what it knows"
    if sign := re.search("[{}]", _FILLED.sub("", text)):
        return f"must have no {quoted(sign[0])}, but for those about a name that the page fills in"
    return ""


def _groups_with(words: Mapping[str, Read], name: str, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names that lead to each group in which there is a word of this name."""
    for each, value in words.items():
        if isinstance(value, Mapping):
            if name in value:
                yield (*above, each)
            yield from _groups_with(value, name, (*above, each))


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
