"""What a block of help stands for: the parts that it names, or all of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable

from coursework.help.page import PARTS, HelpPages
from coursework.help.read import PATH, HelpFile
from coursework.source.problem import must_be_one_of
from coursework.text.page import Page


def help_block(
    page: Page, lines: list[str], file: HelpFile, pages: HelpPages, unusable: Callable[[str], ET.Element]
) -> list[ET.Element]:
    """The parts of `help.yml` that a block names, one a line; a mistake is noted on the page."""
    parts = lines or list(PARTS)
    for part in parts:
        if part not in PARTS:
            page.problem(part, "the help block", must_be_one_of(part, PARTS))
    if file.help is None:
        if not file.problems:
            page.problem("```help", "the help block", f"must have something to show, but there is no {PATH}")
        return [unusable(PATH)]
    elements = (pages.part(file.help, part) for part in parts if part in PARTS)
    return [element for element in elements if element is not None]
