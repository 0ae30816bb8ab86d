"""The nodes that YAML's reader gives, as values that know their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from coursework.source.place import Place, Text
from coursework.source.problem import Problem, quoted
from coursework.source.signs import CONTROL, NO_CONTROL, legible
from coursework.source.syntax import ODD_SPACE
from coursework.source.traps import NULL, Traps

# What stands for the tag of a value without one, which an author could not write.
UNTAGGED: dict[type[yaml.Node], str] = {yaml.ScalarNode: "text", yaml.SequenceNode: "list", yaml.MappingNode: "group"}


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


class NodeReader:
    """Reads the nodes of one file; what is wrong with them is in `problems`."""

    def __init__(self, path: str, traps: Traps):
        self.path = path
        self.problems: list[Problem] = []
        self._traps = traps
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, in_list: bool = False) -> Value:
        """The value of a node with all that is in it; `in_list` says that it is an item of a list."""
        place = Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in self._seen:
            # An alias shares its anchor's node: ten lines of them can stand for a billion values.
            self.problems.append(place.problem("", "must be written out, not an alias (`*name`)"))
            if not isinstance(node, yaml.ScalarNode):
                return Text.at(place, "")
        self._seen.add(id(node))
        if node.tag != UNTAGGED[type(node)]:
            self.problems.append(place.problem("", f"must not carry a tag, not {quoted(str(node.tag))}"))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place, in_list)
        if isinstance(node, yaml.SequenceNode):
            sequence = Sequence(self.read(item, in_list=True) for item in node.value)
            sequence.place = place
            return sequence
        return self._text(node, place) if isinstance(node, yaml.ScalarNode) else Text.at(place, "")

    def _text(self, node: yaml.ScalarNode, place: Place) -> Text:
        before = len(self.problems)
        self.problems += self._traps.in_text(node)
        if not self._traps.may_hold_control:
            return Text.at(place, node.value, node.style in ("|", ">"))
        if len(self.problems) == before:
            self._printable(node, place)
        return Text.at(place, legible(node.value), node.style in ("|", ">"))

    def _mapping(self, node: yaml.MappingNode, place: Place, in_list: bool) -> Mapping:
        mapping = Mapping()
        mapping.place = place
        again: list[Text] = []
        for key_node, value_node in node.value:
            if node.flow_style and _is_nothing(key_node, value_node):
                self._comma(key_node, mapping)
                continue
            key = self._key(key_node)
            in_quotes = isinstance(key_node, yaml.ScalarNode) and key_node.style == '"'
            if in_quotes and _is_nothing_in_json(value_node):
                continue
            self._traps.enter(str(key), in_quotes)
            value = self.read(value_node)
            self._traps.leave()
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
        if not isinstance(node, yaml.ScalarNode) or node.tag != UNTAGGED[yaml.ScalarNode] or id(node) in self._seen:
            return self.read(node)
        self._seen.add(id(node))
        place = Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)
        if not self._traps.may_hold_control:
            return Text.at(place, node.value)
        self._printable(node, place)
        return Text.at(place, legible(node.value))

    def _printable(self, node: yaml.ScalarNode, place: Place) -> None:
        if CONTROL.search(node.value):
            self.problems.append(place.problem("", NO_CONTROL))

    def _name(self, key: Text) -> Text:
        """The name of a field without what an author did not see before it."""
        if key[:1].isalpha():
            return key
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


def _is_nothing_in_json(node: yaml.Node) -> bool:
    """Whether a value is what programs write of a field that has none."""
    return isinstance(node, yaml.ScalarNode) and (node.value == NULL if not node.style else not node.value)
