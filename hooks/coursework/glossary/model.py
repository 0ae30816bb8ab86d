"""What a term is. No YAML, no HTML."""

from __future__ import annotations

from dataclasses import dataclass

from coursework.source.place import Text


@dataclass(frozen=True)
class Term:
    """A word of the trade and what it means (Markdown); `forms` are the words in a text that stand for it."""

    id: str
    term: Text
    definition: Text
    forms: tuple[str, ...] = ()
