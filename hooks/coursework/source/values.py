"""YAML that remembers where every value stood, so that a mistake can be shown in its place.

All scalars come out as text, exactly as the author wrote them: `Yes`, `1.10` and `2015-01-01` stay
what they are. Nothing is ever constructed from a tag, and what YAML offers for programmers (aliases,
tags, several documents) is refused in words.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import yaml

from coursework.source.nodes import UNTAGGED, Mapping, NodeReader, Sequence, Value
from coursework.source.place import Place, Text, line_and_column
from coursework.source.problem import Problem
from coursework.source.syntax import syntax_problem
from coursework.source.traps import Traps

__all__ = ["ID_RULE", "Mapping", "Parsed", "Sequence", "Value", "find", "is_identifier", "load", "not_text", "parse"]


class _Bounded:
    """Stops at a depth that no author means; without a limit, enough brackets end the whole program."""

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        self.depth += 1
        if self.depth > 100:
            raise RecursionError

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The tag of a value without one: all scalars are text here, so what else they may be is not asked."""
        return UNTAGGED[kind]


def _loader(base: type) -> type:
    return type("_Loader", (_Bounded, base), {})


# The C loader reads about ten times as fast; the other one is there where PyYAML was built without it.
_Loader = _loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader))

ID_RULE = "small letters, digits and single hyphens, starting with a letter"


# What a file gave: its value, and what is wrong with it.
Parsed = tuple[Value | None, list[Problem]]


def load(
    root: Path,
    path: str,
    cache: dict[str, tuple[str, Parsed]] | None = None,
    own: Collection[str] = (),
) -> Parsed:
    """The value in the file `path` below `root`, and what is wrong with it.

    `cache` holds the contents and the values of an earlier time, which are good as long as the files are the same.
    `own` are the fields that hold Markdown, in which HTML is told; all where none are given.
    The value is None where the file cannot be read at all; else it is as good as can be, so that what it means
    can be looked at as well.
    """
    start = Place(path, 1, 1)
    file = root / path
    if file.exists() and not file.is_file() and not file.is_dir():
        return None, [start.problem("", "must be a file, not a device or a pipe")]  # which may never end
    try:
        content = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [not_text(path, error)]
    except OSError as error:
        return None, [start.problem("", f"must be a file that can be read ({error.strerror})")]
    if cache is None:
        return parse(content, path, own)
    if path not in cache or cache[path][0] != content:
        cache[path] = (content, parse(content, path, own))
    return cache[path][1]


def not_text(path: str, error: UnicodeDecodeError) -> Problem:
    """The problem of a file in another encoding than UTF-8, at its first sign that is none."""
    before = error.object[: error.start].decode(errors="replace")
    place = Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return place.problem("", "must be saved as UTF-8 text, which the sign here is not")


def compose(content: str) -> yaml.Node | None:
    """The nodes of a text, which nothing has looked at. Raises yaml.YAMLError, and RecursionError where it is deep."""
    return yaml.compose(content, Loader=_Loader)


def parse(content: str, path: str, own: Collection[str] = ()) -> Parsed:
    """The same for a text that has been read already; `path` is only what messages call it."""
    reader = NodeReader(path, Traps(content, path, own))
    try:
        node = compose(content)
        value = reader.read(node) if node else None
    except yaml.MarkedYAMLError as error:
        return None, [syntax_problem(error, content, path)]
    except yaml.reader.ReaderError as error:
        place = Place(path, *line_and_column(content, error.position))
        return None, [place.problem("", "must be plain text, but holds a character that YAML does not allow")]
    except RecursionError:
        return None, [Place(path, 1, 1).problem("", "must not be nested this deep")]
    if value is None:
        return None, [Place(path, 1, 1).problem("", "must not be empty")]
    return value, reader.problems


def is_identifier(word: str) -> bool:
    """Whether a word can stand for something for ever: see ID_RULE."""
    return re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", word) is not None


def find(root: Path, text: Text, needle: str) -> Place:
    """The place of `needle` inside a text of a file, or that of the text where it cannot be found."""
    pattern = re.compile(rf"(?<![\w@]){re.escape(needle)}(?![\w-])")
    lines = (root / text.place.path).read_text(encoding="utf-8-sig").splitlines()
    last = text.place.line + text.count("\n") + 200 if text.block else text.place.line + 50
    for number, line in enumerate(lines[text.place.line - 1 : last], text.place.line):
        match = pattern.search(line, text.place.column - 1 if number == text.place.line else 0)
        if match:
            return Place(text.place.path, number, match.start() + 1)
    return text.place
