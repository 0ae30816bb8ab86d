"""Where something stands in what a course is about: the course's stances, each with how readers see it.

A sign and a colour are names: the theme draws the one, and has the other in light and in dark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from coursework.source.problem import must_be_one_of, quoted, suggestion

# What a stance without a look of its own gets, by its place. No two signs need a colour to be told apart. The box of a
# square is open as [ is, that of a disc closes it as ), and every other stands between both.
SIGNS = ("square", "disc", "half", "tilted", "triangle")
COLOURS = ("blue", "rust", "ink", "violet", "grey")
_FIELDS = ("label", "sign", "colour")


@dataclass(frozen=True)
class Stance:
    """How readers see a stance: an element that shows its `label` or stands for it has its `classes`."""

    label: str
    sign: str
    colour: str

    @property
    def is_side(self) -> bool:
        """Whether it is one of two that stand against each other: their signs close a pair of brackets, [ and )."""
        return self.sign in SIGNS[:2]

    @property
    def classes(self) -> str:
        return f"{self.sign} {self.colour}"


class Stances(dict[str, Stance]):
    """The stances of a course by their values, in its order. Any other value, where it names none, is its own label."""

    def __missing__(self, value: str) -> Stance:
        return Stance(value, SIGNS[0], "ink")

    @property
    def labels(self) -> dict[str, str]:
        return {value: stance.label for value, stance in self.items()}


NAME_RULE = "must be small letters, digits and single hyphens"
AS_TEXT = f"{NAME_RULE}, in quotes where YAML makes a number, a day, or yes and no of it"


def name_fault(name: object) -> str:
    """What must hold of a name that is none."""
    return f"{NAME_RULE}, not {quoted(name)}" if isinstance(name, str) else AS_TEXT


def is_name(name: object) -> bool:
    """Whether a setting's name can stand in an address and in authors' files."""
    return isinstance(name, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) is not None


class Note(Protocol):
    """Is told what is wrong with a setting, or with its name: the names that lead to it, and what must hold."""

    def __call__(self, keys: Sequence[object], message: str, of_name: bool = False) -> None: ...


def refuse(keys: Sequence[object], message: str, of_name: bool = False) -> None:
    """Raise ValueError for the setting of the course to which the keys lead."""
    raise ValueError(".".join(("course", *map(str, keys))) + f" {message}")


def read_stances(setting: object, note: Note = refuse) -> Stances:
    """The stances that a setting names: by its value, the label of each, or a group of `label`, `sign` and `colour`.

    `note` is told what is wrong. A stance whose look is wrong has another; one without a name is left out.
    """
    stances = Stances()
    if not isinstance(setting, Mapping):
        note(["stances"], "must be a group of fields (`word: what readers see`)")
        return stances
    for place, (value, look) in enumerate(setting.items()):
        if not is_name(value):
            note(["stances", value], name_fault(value), of_name=True)
        else:
            stances[str(value)] = _stance(str(value), look, place, note)
    return stances


def _stance(value: str, look: object, place: int, note: Note) -> Stance:
    fields = look if isinstance(look, Mapping) else {"label": look}
    for name in map(str, fields):
        if name not in _FIELDS:
            message = f"must be a known field, not {quoted(name)}{suggestion(name, _FIELDS)}"
            note(["stances", value, name], message, of_name=True)
    label = fields.get("label")
    if not isinstance(label, str) or not label.strip():
        own = ["label"] if isinstance(look, Mapping) else []
        found = "" if label is None else f", not {quoted(str(label))}"
        note(["stances", value, *own], f"must be what readers see, as text{found}")
        label = value
    chosen: dict[str, str] = {}
    for name, allowed in (("sign", SIGNS), ("colour", COLOURS)):
        chosen[name] = str(fields.get(name, allowed[place % len(allowed)]))
        if chosen[name] not in allowed:
            note(["stances", value, name], must_be_one_of(chosen[name], allowed))
            chosen[name] = allowed[0]
    return Stance(label, **chosen)
