"""What a term is. No YAML, no HTML."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word of the trade and what it means (Markdown); `forms` are the words in a text that stand for it."""

    id: str
    term: str
    definition: str
    forms: tuple[str, ...] = ()
