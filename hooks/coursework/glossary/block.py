"""What a block of terms stands for: those that it names, or all of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from coursework.glossary.page import GLOSSARY, GlossaryPages
from coursework.source.problem import quoted, suggestion
from coursework.text.page import Page


def glossary_block(page: Page, lines: list[str], pages: GlossaryPages) -> list[ET.Element]:
    """The terms that a block names, with commas between or one a line; a mistake is noted on the page."""
    named = [(id.strip(), line) for line in lines for id in line.split(",") if id.strip()]
    ids = [id for id, _ in named]
    for id, line in named:
        if id not in pages.terms:
            message = f"must name a term of glossary.yml, not {quoted(id)}{suggestion(id, pages.terms)}"
            page.problem(line, "the glossary block", message)
    chosen = [id for id in ids if id in pages.terms] or ([] if ids else list(pages.terms))
    return [pages.terms_list(chosen, own=page.path == GLOSSARY)] if chosen else []
