"""YAML that remembers where every value stood, so that a mistake can be shown in its place.

All scalars come out as text, exactly as the author wrote them: `Yes`, `1.10` and `2015-01-01` stay
what they are. Nothing is ever constructed from a tag, and what YAML offers for programmers (aliases,
tags, several documents) is refused in words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from coursework.source.place import Place, Text
from coursework.source.problem import Problem, quoted
from coursework.source.syntax import ODD_SPACE, place_of_offset, syntax_problem
from coursework.source.traps import MARKUP, Traps

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


def load(
    root: Path,
    path: str,
    cache: dict[str, tuple[str, Parsed]] | None = None,
    markup: Collection[str] = MARKUP,
) -> Parsed:
    """The value in the file `path` below `root`, and what is wrong with it.

    `cache` holds the contents and the values of an earlier time, which are good as long as the files are the same.
    `markup` are the tags of HTML that its texts may hold.
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
        return parse(content, path, markup)
    if path not in cache or cache[path][0] != content:
        cache[path] = (content, parse(content, path, markup))
    return cache[path][1]


def not_text(path: str, error: UnicodeDecodeError) -> Problem:
    """The problem of a file in another encoding than UTF-8, at its first sign that is none."""
    before = error.object[: error.start].decode(errors="replace")
    place = Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return place.problem("", "must be saved as UTF-8 text, which the sign here is not")


def parse(content: str, path: str, markup: Collection[str] = MARKUP) -> Parsed:
    """The same for a text that has been read already; `path` is only what messages call it."""
    reader = _NodeReader(path, Traps(content, path, markup))
    try:
        node = yaml.compose(content, Loader=_Loader)
        value = reader.read(node) if node else None
    except yaml.MarkedYAMLError as error:
        return None, [syntax_problem(error, content, path)]
    except yaml.reader.ReaderError as error:
        place = place_of_offset(content, error.position, path)
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
    def __init__(self, path: str, traps: Traps):
        self.path = path
        self.problems: list[Problem] = []
        self._traps = traps
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, in_list: bool = False) -> Value:
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
            return self._mapping(node, place, in_list)
        if isinstance(node, yaml.SequenceNode):
            sequence = Sequence(self.read(item, in_list=True) for item in node.value)
            sequence.place = place
            return sequence
        return self._text(node, place) if isinstance(node, yaml.ScalarNode) else Text.at(place, "")

    def _text(self, node: yaml.ScalarNode, place: Place) -> Text:
        traps = list(self._traps.in_text(node))
        self.problems += traps
        if not traps:
            self._printable(node, place)
        return Text.at(place, node.value, node.style in ("|", ">"))

    def _mapping(self, node: yaml.MappingNode, place: Place, in_list: bool) -> Mapping:
        mapping = Mapping()
        mapping.place = place
        again: list[Text] = []
        for key_node, value_node in node.value:
            if node.flow_style and _is_nothing(key_node, value_node):
                self._comma(key_node, mapping)
                continue
            key = self._key(key_node)
            value = self.read(value_node)
            if not isinstance(key, Text):
                self.problems.append(key.place.problem("", "must have a plain word before the colon"))
                continue
            key = self._name(key)
            if key in mapping:
                again.append(key)
            else:
                mapping[key] = value
        self._twice(again, mapping, in_list)
        return mapping

    def _key(self, node: yaml.Node) -> Value:
        if not isinstance(node, yaml.ScalarNode) or node.tag != _UNTAGGED[yaml.ScalarNode] or id(node) in self._seen:
            return self.read(node)
        self._seen.add(id(node))
        place = Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)
        self._printable(node, place)
        return Text.at(place, node.value)

    def _printable(self, node: yaml.ScalarNode, place: Place) -> None:
        if _NOT_XML.search(node.value):
            self.problems.append(place.problem("", "must not hold control characters"))

    def _name(self, key: Text) -> Text:
        """The name of a field without what an author did not see before it."""
        if re.match(ODD_SPACE, key):
            message = "must be indented with plain spaces, not with those that web pages and word processors have"
        elif re.match(r"-\w", key):
            message = "must have a space after the hyphen"
        else:
            return key
        self.problems.append(key.place.problem("", message))
        return Text.at(key.place, re.sub(rf"^(?:{ODD_SPACE}|[ -])+", "", key))

    def _comma(self, node: yaml.Node, mapping: Mapping) -> None:
        """A text in braces ended at its comma."""
        before = next((value for value in reversed(mapping.values()) if isinstance(value, Text)), None)
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        place = Place(self.path, line, column) if before is None else before.place
        found = quoted(f"{before}, {node.value}" if before else str(node.value))
        self.problems.append(place.problem("", f"must have this text in quotes, because of the comma in it: {found}"))

    def _twice(self, again: list[Text], mapping: Mapping, in_list: bool) -> None:
        if not again:
            return
        first = {str(name): name.place.line for name in mapping.names()}
        if in_list and (len(again) > 1 or again[0] == next(iter(first))):
            message = f"must begin with `- ` where another begins: {quoted(again[0])} stands in line {first[again[0]]}"
            self.problems.append(again[0].place.problem("", message))
            return
        for key in again:
            message = f"{quoted(key)} must be given once, not twice (first in line {first[key]})"
            self.problems.append(key.place.problem("", message))


def _is_nothing(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a word in braces has neither a colon nor a value."""
    if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)) or value.value or value.style:
        return False
    start, end = value.start_mark, key.end_mark
    return (start.line, start.column) == (end.line, end.column)
