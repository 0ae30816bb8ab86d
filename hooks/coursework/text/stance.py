"""Where something stands in what a course is about: the course's stances, each with how readers see it.

A sign and a colour are names: the theme draws the one, and has the other in light and in dark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

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
    def classes(self) -> str:
        return f"{self.sign} {self.colour}"


class Stances(dict[str, Stance]):
    """The stances of a course by their values, in its order. Any other value, where it names none, is its own label."""

    def __missing__(self, value: str) -> Stance:
        return Stance(value, SIGNS[0], "ink")

    @property
    def labels(self) -> dict[str, str]:
        return {value: stance.label for value, stance in self.items()}


def read_stances(setting: object) -> Stances:
    """The stances that a setting names: by its value, the label of each, or a group of `label`, `sign` and `colour`.

    Raises ValueError where it cannot be that.
    """
    if not isinstance(setting, Mapping):
        raise ValueError("extra.course.stances must be a group of fields (`word: what readers see`)")
    return Stances({value: _stance(value, look, place) for place, (value, look) in enumerate(setting.items())})


def _stance(value: object, look: object, place: int) -> Stance:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(value)):
        raise ValueError(f"extra.course.stances must be small letters, digits and single hyphens, not {value!r}")
    where = f"extra.course.stances.{value}"
    fields = look if isinstance(look, Mapping) else {"label": look}
    for name in map(str, fields):
        if name not in _FIELDS:
            raise ValueError(f"{where} must have known fields only, not {quoted(name)}{suggestion(name, _FIELDS)}")
    label = fields.get("label")
    if not isinstance(label, str) or not label.strip():
        raise ValueError(f"{where}.label must be what readers see, not {quoted(str(label))}")
    chosen: dict[str, str] = {}
    for name, allowed in (("sign", SIGNS), ("colour", COLOURS)):
        chosen[name] = str(fields.get(name, allowed[place % len(allowed)]))
        if chosen[name] not in allowed:
            raise ValueError(f"{where}.{name} {must_be_one_of(chosen[name], allowed)}")
    return Stance(label, **chosen)
