"""A sentence with a setting of the course in it, and another where that is empty: nothing is ever made up."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from html import escape

from coursework.source.problem import quoted, suggestion
from coursework.text.page import Page
from coursework.text.snippet import Snippets

_BLOCK = re.compile(r"([a-z_]+):\s*(.*?)(?:\n\s*otherwise:\s*(.*))?", re.DOTALL)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+", re.IGNORECASE)


def setting_block(page: Page, body: str, settings: Mapping[str, object], snippets: Snippets) -> list[ET.Element]:
    """The paragraph for a block; mistakes in it are noted on the page.

    The first line is `name: text` with `{name}` in the text; the next may be `otherwise: text`, for where the setting
    is empty or missing. Texts are Markdown. A list of values stands with commas between.
    """
    match = _BLOCK.fullmatch(body.strip())
    if not match:
        message = "must be a setting and what to say of it, as `author: Written by {author}.`"
        page.problem("```setting", "the setting block", message)
        return []
    name, text, otherwise = match.groups(default="")
    names = [key for key, value in settings.items() if not isinstance(value, dict)]
    if name not in names:
        message = f"must name a setting of the course, not {quoted(name)}{suggestion(name, names)}"
        page.problem(name, "the setting block", message)
        return []
    value = settings[name] or ""
    values = [_shown(str(item)) for item in (value if isinstance(value, list) else [value]) if str(item).strip()]
    sentence = text if values else otherwise
    if not sentence:
        return []
    # A character that no author types holds the place: the value itself is no Markdown.
    html = str(snippets.inline(sentence.replace(f"{{{name}}}", "\ue000"))).replace("\ue000", ", ".join(values))
    return [ET.fromstring(f"<p>{html}</p>")]


def _shown(value: str) -> str:
    """A value as HTML; an address can be followed."""
    scheme = "mailto:" if _MAIL.fullmatch(value) else "" if value.startswith("https://") else None
    text = escape(value)
    return text if scheme is None else f'<a href="{scheme}{text}">{text}</a>'
