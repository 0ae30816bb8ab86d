"""What a block of terms stands for: those that it names, or all of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from coursework.glossary.page import GLOSSARY, GlossaryPages
from coursework.source.problem import quoted, suggestion
from coursework.text.page import Page


def glossary_block(page: Page, lines: list[str], pages: GlossaryPages, is_sound: bool = True) -> list[ET.Element]:
    """The terms that a block names, with commas between or one a line; without any, all of them by the alphabet.

    What is no term is noted on the page, unless mistakes in the file of terms may be why.
    """
    named = [(id.strip(), line) for line in lines for id in line.split(",") if id.strip()]
    ids = [id for id, _ in named]
    for id, line in named:
        if id not in pages.terms and is_sound:
            message = f"must name a term of glossary.yml, not {quoted(id)}{suggestion(id, pages.terms)}"
            page.problem(line, "the glossary block", message)
    chosen = [id for id in ids if id in pages.terms] or (
        [] if ids else sorted(pages.terms, key=lambda id: str(pages.terms[id].term).casefold())
    )
    return [pages.terms_list(chosen, own=page.is_own(GLOSSARY))] if chosen else []
