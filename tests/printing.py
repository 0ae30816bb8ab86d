"""What a page says when it is printed, in a form in which words can be looked for."""

from __future__ import annotations

import io
import re
import unicodedata

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

import browsing

# Stands between the pages of what is printed: a sign that no text has.
PAGE_END = "\f"


def sheets_of(page: Page) -> list[PageObject]:
    """The printed pages, on paper of the size A4."""
    browsing.until(page, f"({browsing.PAPER_IS_THERE})()")
    return [*PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages]


def printed(page: Page) -> list[str]:
    """What each printed page says, squeezed."""
    return [squeezed(sheet.extract_text()) for sheet in sheets_of(page)]


def squeezed(text: str) -> str:
    """A text without what a line's end, a font or a printer may change in it: blanks, soft hyphens, ligatures."""
    return re.sub(r"[\s\u00ad\u200b-\u200d]", "", unicodedata.normalize("NFKC", text).casefold())


def is_read(phrase: str, said: str) -> bool:
    """Whether a phrase is said, in one piece, or in two where a page ends with its number."""
    if phrase in said:
        return True
    cuts = ((re.escape(phrase[:cut]), re.escape(phrase[cut:])) for cut in range(1, len(phrase)))
    return any(re.search(rf"{before}\d*{PAGE_END}{after}", said) for before, after in cuts)


def lowest(sheet: PageObject) -> float:
    """How far above the lower edge of a printed page its last words stand, as a part of its height."""
    heights: list[float] = []

    def note(text: str, whole: list[float], own: list[float], *_) -> None:
        if text.strip():
            heights.append(whole[3] * own[5] + whole[5])

    sheet.extract_text(visitor_text=note)
    return min(heights) / float(sheet.mediabox.height)
