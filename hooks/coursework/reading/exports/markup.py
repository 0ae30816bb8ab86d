"""The tags that CSL gives to titles, as other formats write them."""

from __future__ import annotations

import re
from collections.abc import Callable

_PAIR = re.compile(r"<(i|b|sub|sup|span)((?: [^<>]*)?)>((?:(?!</?(?:i|b|sub|sup|span)[ >]).)*)</\1>", re.DOTALL)
# The signs that Unicode has, raised and lowered.
_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def converted(text: str, write: Callable[[str, str, str], str]) -> str:
    """A text with what `write(tag, attributes, content)` gives for each pair of tags; one without its other stays."""
    if "<" not in text:
        return text
    while (inner := _PAIR.sub(lambda pair: write(*pair.groups()), text)) != text:
        text = inner
    return text


def plain(text: str) -> str:
    """A text on one line without tags; what is raised or lowered by the signs of Unicode, where it has them."""
    return " ".join(converted(text, _plain).split())


def _plain(tag: str, attributes: str, content: str) -> str:
    signs = {"sup": _RAISED, "sub": _LOWERED}.get(tag, {})
    return content.translate(signs) if all(ord(sign) in signs for sign in content) else content
