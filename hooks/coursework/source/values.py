"""YAML that remembers where every value stood, so that a mistake can be shown in its place.

All scalars come out as text, exactly as the author wrote them: `Yes`, `1.10` and `2015-01-01` stay
what they are. Nothing is ever constructed from a tag, and what YAML offers for programmers (aliases,
tags, several documents) is refused in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from coursework.source.place import Place, Text
from coursework.source.problem import Problem, quoted

# What stands for the tag of a value without one, which an author could not write.
_UNTAGGED: dict[type[yaml.Node], str] = {yaml.ScalarNode: "text", yaml.SequenceNode: "list", yaml.MappingNode: "group"}


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
        return _UNTAGGED[kind]


def _loader(base: type) -> type:
    return type("_Loader", (_Bounded, base), {})


# The C loader reads about ten times as fast; the other one is there where PyYAML was built without it.
_Loader = _loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader))

ID_RULE = "small letters, digits and single hyphens, starting with a letter"


class Mapping(dict[str, "Value"]):
    """A group of fields by their names."""

    place: Place

    def names(self) -> Iterator[Text]:
        """The names of the fields, each as it stands in its place."""
        return (name for name in self if isinstance(name, Text))


class Sequence(list["Value"]):
    """A list of values."""

    place: Place


Value = Text | Mapping | Sequence
# What a file gave: its value, and what is wrong with it.
Parsed = tuple[Value | None, list[Problem]]


def load(root: Path, path: str, cache: dict[str, tuple[str, Parsed]] | None = None) -> Parsed:
    """The value in the file `path` below `root`, and what is wrong with it.

    `cache` holds the contents and the values of an earlier time, which are good as long as the files are the same.
    The value is None where the file cannot be read at all; else it is as good as can be, so that what it means
    can be looked at as well.
    """
    start = Place(path, 1, 1)
    try:
        content = (root / path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [not_text(path, error)]
    except OSError as error:
        return None, [start.problem("", f"must be a file that can be read ({error.strerror})")]
    if cache is None:
        return parse(content, path)
    if path not in cache or cache[path][0] != content:
        cache[path] = (content, parse(content, path))
    return cache[path][1]


def not_text(path: str, error: UnicodeDecodeError) -> Problem:
    """The problem of a file in another encoding than UTF-8, at its first sign that is none."""
    before = error.object[: error.start].decode(errors="replace")
    place = Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return place.problem("", "must be saved as UTF-8 text, which the sign here is not")


def parse(content: str, path: str) -> Parsed:
    """The same for a text that has been read already; `path` is only what messages call it."""
    reader = _NodeReader(path)
    try:
        node = yaml.compose(content, Loader=_Loader)
        value = reader.read(node) if node else None
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, content, path)]
    except yaml.reader.ReaderError as error:
        place = _place_of_offset(content, error.position, path)
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


# YAML lets an author write these as "\\x01"; no page can show them.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class _NodeReader:
    def __init__(self, path: str):
        self.path = path
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node) -> Value:
        place = Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in self._seen:
            # An alias shares its anchor's node: ten lines of them can stand for a billion values.
            self.problems.append(place.problem("", "must be written out, not an alias (`*name`)"))
            if not isinstance(node, yaml.ScalarNode):
                return Text.at(place, "")
        self._seen.add(id(node))
        if node.tag != _UNTAGGED[type(node)]:
            self.problems.append(place.problem("", f"must not carry a tag, not {quoted(str(node.tag))}"))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            sequence = Sequence(self.read(item) for item in node.value)
            sequence.place = place
            return sequence
        if _NOT_XML.search(node.value):
            self.problems.append(place.problem("", "must not hold control characters"))
        block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return Text.at(place, node.value, block)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Mapping:
        mapping = Mapping()
        mapping.place = place
        for key_node, value_node in node.value:
            key = self.read(key_node)
            value = self.read(value_node)
            if not isinstance(key, Text):
                self.problems.append(key.place.problem("", "must have a plain word before the colon"))
            elif key in mapping:
                first = next(name for name in mapping.names() if name == key).place.line
                self.problems.append(
                    key.place.problem("", f"{quoted(key)} must be given once, not twice (first in line {first})")
                )
            else:
                mapping[key] = value
        return mapping


# What an author types without knowing that YAML reads it as something else.
_NEEDS_QUOTES = re.compile(r"^\s*+(?:- )*+\s*+(?:[\w-]+:\s+)?+(?P<text>[@`%*&!\[{>|].*|.*\S:\s.*|.*\s#.*)$")


def _syntax_problem(error: yaml.MarkedYAMLError, content: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line_number, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    reason, context = error.problem or "cannot be read", error.context or ""
    began = error.context_mark
    if began and context == "while scanning a quoted scalar":
        start = Place(path, began.line + 1, began.column + 1)
        return start.problem("", "must end with the quotation mark it begins with")
    if "document" in reason:
        return Problem(path, line_number, column, "", "must be one document, without a line `---` or `...` inside")
    lines = content.splitlines()
    # A list in brackets that runs into the next line is noticed there; its cause stands where it began.
    for number in (line_number, *([began.line + 1] if began and "flow" in context else [])):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        match = _NEEDS_QUOTES.match(line)
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return Problem(path, number, 1, "", "must be indented with spaces, not with a tab")
        if match and not match["text"].startswith(('"', "'")):
            return Problem(
                path, number, match.start("text") + 1, "",
                "must have this text in quotes, or after `|` on lines of its own, because of its signs "
                f"(`: `, ` #`, or a first `@ [ * % {{`), not {quoted(match['text'])}",
            )  # fmt: skip
    if "not allowed in this context" in reason or "did not find expected" in reason:
        message = "must be indented like its neighbours; a text with `: ` or quotation marks inside goes after `|`"
        return Problem(path, line_number, column, "", message)
    return Problem(path, line_number, column, "", f"must be valid YAML, not this: {reason}")


def _place_of_offset(content: str, offset: int, path: str) -> Place:
    before = content[:offset]
    return Place(path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
