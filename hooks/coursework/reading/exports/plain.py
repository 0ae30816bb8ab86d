"""References as plain text, in the style of the site."""

from __future__ import annotations

from collections.abc import Iterable

from coursework.reading.exports.record import clean
from coursework.text.snippet import plain_text


def to_plain(title: str, entries: Iterable[tuple[str, str]]) -> str:
    """A title and one reference a paragraph; `entries` are their XHTML, each with a note on it or none."""
    paragraphs = [clean(title), *(f"{as_text(entry)}{f' [{clean(note)}]' if note else ''}" for entry, note in entries)]
    return "\n\n".join(paragraphs) + "\n"


def as_text(entry: str) -> str:
    return clean(plain_text(entry))
