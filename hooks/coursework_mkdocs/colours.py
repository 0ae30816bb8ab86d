"""The colours of a course: three of its own, those that follow from them, and whether they can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# A scheme, as Material calls it, and what readers call it.
SCHEMES = {"default": "light", "slate": "dark"}
OWN = ("paper", "ink", "accent")
# What stands as text on the paper, beside ink and accent: the colours of stances and of verdicts.
_HUES = ("blue", "rust", "violet", "right", "notyet")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
# The least contrast of text, and of what shows where a field is (WCAG 2.2, 1.4.3 and 1.4.11).
_TEXT, _FIELD = 4.5, 3.0
_STEPS = 100

Colours = Mapping[str, str]


def is_colour(value: object) -> bool:
    """Whether a setting is a colour as `#rgb` or `#rrggbb`."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it by their relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(base: Colours, own: Colours) -> dict[str, str]:
    """All colours of a scheme: those of its look, with a course's `own` and what follows from them.

    An accent that is not said for this scheme is none of `own`; see `lightened`.
    """
    found = {**base, **own}
    if not {"paper", "ink"} & set(own):
        return found
    paper, ink = found["paper"], found["ink"]
    return found | {
        "sheet": paper,
        "shade": mixed(paper, ink, 0.05),
        "line": mixed(paper, ink, 0.18),
        "edge": _readable(paper, ink, 0.5, _FIELD),
        "ink-soft": _readable(paper, ink, 0.7, _TEXT),
    }


def lightened(colour: str, paper: str) -> str:
    """A colour that was chosen for light paper, with as much white as it takes to be read on dark `paper`."""
    return _readable(colour, "#ffffff", 0, _TEXT, paper)


@dataclass(frozen=True)
class Faint:
    """A pair of colours that is hard to read: the `own` one at which that is told, the other, and their contrast."""

    own: str
    other: str
    contrast: float


def faint(colours: Colours, own: Colours) -> Iterator[Faint]:
    """The pairs of text and paper that are too near each other, of those in which a course's `own` colour is one."""
    for name in (name for name in ("ink", "accent", *_HUES) if name in colours):  # a look may have no accent
        of = name if name in own else "paper"
        ratio = contrast(colours[name], colours["paper"])
        if of in own and ratio < _TEXT:
            yield Faint(of, "paper" if of == name else name, ratio)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    parts = zip(_channels(one), _channels(other))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def _readable(one: str, other: str, share: float, least: float, on: str | None = None) -> str:
    """The first mixture, from a share of the other on, that has the least contrast with `on`, or with the one."""
    shares = (share + (1 - share) * step / _STEPS for step in range(_STEPS + 1))
    found = (mixed(one, other, each) for each in shares)
    return next((each for each in found if contrast(each, on or one) >= least), other)


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour[1:] if len(colour) == len("#rrggbb") else "".join(digit * 2 for digit in colour[1:])
    return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
