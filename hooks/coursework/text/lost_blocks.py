"""The names of our blocks, and those that Markdown would show as code or as text, without a word."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from coursework.source.problem import nearest, quoted
from coursework.text.page import Page

FENCES = (
    "quiz", "quizzes", "readings", "bibliography", "figure", "figures", "claims", "glossary", "help",
    "setting", "review", "progress", "go-on",
)  # fmt: skip


def first_line(body: str) -> str:
    """The first line with anything in it, without the spaces around it."""
    return next((line.strip() for line in body.splitlines() if line.strip()), "")


# A block of code in a language says so in the same place; none of those is spelt so nearly as one of ours.
_NEAR = 0.8
_FENCE = re.compile(r"^[ \t>]*(?:```+|~~~+)[ \t]*(?:\{[ \t]*\.?)?([\w-]+)", re.MULTILINE)


def find_misspelt(page: Page) -> None:
    """A block whose name is nearly one of ours would be a piece of code."""
    for written in _FENCE.findall(page.source):
        near = nearest(written.lower(), FENCES, _NEAR)
        if near and written not in FENCES:
            page.problem(f"```{written}", "the block", f"must be {near}, not {quoted(written)}")


_NAMES = "|".join(FENCES)
_AS_CODE = re.compile(rf"({_NAMES})\s+\S")
_AS_TEXT = re.compile(rf"(?:```+|~~~+)\s*({_NAMES})\b")


def find_unread(root: ET.Element, page: Page) -> None:
    """A fence on the line of a list's number, or one without an end, is read as code or as text."""
    for element in root.iter("code"):
        match = _AS_CODE.match(code := element.text or "")
        if match and "\n" in code:
            needle = first_line(code.split("\n", 1)[1])
            page.problem(needle, f"the {match[1]} block", "must start on a line of its own and end with ```")
    for element in root.iter():
        match = _AS_TEXT.match(element.text) if element.text and element.tag != "code" else None
        if match:
            page.problem(match[0], f"the {match[1]} block", "must end with ``` on a line of its own")
