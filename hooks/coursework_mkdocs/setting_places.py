"""Where each setting stands in mkdocs.yml, so that what is wrong with it can be told there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import yaml

import coursework
from coursework.source.front_matter import Loader
from coursework.source.problem import quoted

# The names, or the numbers, that lead to a setting.
Keys = Sequence[object]


class SettingPlaces:
    """The places of the settings in a file, and in those from which it inherits; read only if asked for."""

    def __init__(self, file: Path):
        self._file = file

    @cached_property
    def _roots(self) -> list[tuple[str, yaml.Node]]:
        roots: list[tuple[str, yaml.Node]] = []
        file = self._file
        while file.is_file() and len(roots) < 10:  # a file may inherit from itself
            root = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=Loader)
            if root is None:
                break
            name = file.relative_to(self._file.parent) if file.is_relative_to(self._file.parent) else file
            roots.append((name.as_posix(), root))
            parent = next((value for key, value in _pairs(root) if _is(key, "INHERIT")), None)
            if not isinstance(parent, yaml.ScalarNode):
                break
            file = file.parent / parent.value
        return roots

    def problem(self, keys: Keys, message: str, of_name: bool = False) -> coursework.Problem:
        """A problem with the setting to which keys lead, at its value or at its name, or as near as there is any."""
        found = [(*_followed(root, keys, of_name), path) for path, root in self._roots]
        depth, node, names, path = max(found, key=lambda each: each[0], default=(0, None, (), self._file.name))
        names = [*names, *(str(key) for key in keys[depth:] if not isinstance(key, int))]
        line, column = (node.start_mark.line + 1, node.start_mark.column + 1) if node and depth else (1, 1)
        return coursework.Problem(path, line, column, ", ".join(names), message)

    def is_set(self, keys: Keys) -> bool:
        """Whether keys lead to a setting that an author wrote, and not to one of a theme's own."""
        return any(_followed(root, keys, of_name=True)[0] == len(keys) for _, root in self._roots)

    def name(self, keys: Keys) -> str:
        """The last of the names that lead to a setting as it is written."""
        followed = [_followed(root, keys, of_name=True) for _, root in self._roots]
        names = next((names for depth, _, names in followed if depth == len(keys)), [])
        return names[-1] if names else str(keys[-1])

    def repeated(self) -> Iterator[coursework.Problem]:
        """Names that are given twice, of which YAML takes the last without a word."""
        for path, root in self._roots:
            for node, above, first in _repeated(root, []):
                line, column = node.start_mark.line + 1, node.start_mark.column + 1
                message = f"{quoted(node.value)} must be given once, not twice (first in line {first})"
                yield coursework.Problem(path, line, column, ", ".join(above), message)


def _repeated(node: yaml.Node, above: Sequence[str]) -> Iterator[tuple[yaml.Node, Sequence[str], int]]:
    first: dict[str, int] = {}
    for name, value in _pairs(node):
        if isinstance(name, yaml.ScalarNode):
            if name.value in first:
                yield name, above, first[name.value]
            first.setdefault(name.value, name.start_mark.line + 1)
            yield from _repeated(value, [*above, name.value])
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _repeated(item, above)


def _followed(node: yaml.Node, keys: Keys, of_name: bool) -> tuple[int, yaml.Node, list[str]]:
    """How many of the keys lead on, the node at which they end, and the names among them as they are written."""
    names: list[str] = []
    at = node
    for depth, key in enumerate(keys):
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            at = node = node.value[key]
            continue
        if isinstance(node, yaml.SequenceNode):  # of groups of one field each, as those of plugins
            item = next((item for item in node.value if any(_is(name, key) for name in _names(item))), node)
            if isinstance(item, yaml.ScalarNode):  # a name without a value
                names.append(item.value)
                at = node = item
                continue
            node = item
        step = next(((name, value) for name, value in _pairs(node) if _is(name, key)), None)
        if step is None:
            return depth, at, names
        name, node = step
        names.append(name.value)
        at = name if of_name else node
    return len(keys), at, names


def _names(node: yaml.Node) -> list[yaml.Node]:
    """Of the fields of a group, or what stands in the place of one."""
    return [node] if isinstance(node, yaml.ScalarNode) else [name for name, _ in _pairs(node)]


def _pairs(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _is(name: yaml.Node, key: object) -> bool:
    """Whether a name is what YAML makes this key of."""
    if not isinstance(name, yaml.ScalarNode):
        return False
    if name.value == key:
        return True
    try:
        return not isinstance(key, str) and yaml.load(name.value, Loader=Loader) == key  # noqa: S506  a safe one
    except (yaml.YAMLError, ValueError):
        return False
