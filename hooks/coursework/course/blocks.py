"""Which house makes what of each fenced block."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

from coursework.text.page import Page

# What stands for a block of a page, from its lines (stripped, without empty ones) and from its body as it is written.
Block = Callable[[Page, list[str], str], list[ET.Element]]
# Blocks that must name something, and how.
_MUST_NAME = {"quiz": "a quiz, as `maps` or `maps: contour-lines`", "figure": "a figure, as `rainfall`"}


def elements_of(blocks: Mapping[str, Block], page: Page, name: str, body: str) -> list[ET.Element]:
    """The elements for the block `name` of a page; mistakes in it are noted on the page."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if not lines and name in _MUST_NAME:
        page.problem(f"```{name}", f"the {name} block", f"must name {_MUST_NAME[name]}")
        return []
    elements = blocks[name](page, lines, body)
    for element in elements if name != "quiz" else ():
        if element.find(".//form[@class='filter']") is not None:
            page.scripts.add("filter.js")
        if element.find("template[@class='marks']") is not None:
            page.scripts.add("reading-marks.js")
    return elements
