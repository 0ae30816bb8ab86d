"""ordering: things to be put into their right order."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields
from coursework.quiz.model import Item
from coursework.snippet import fold
from coursework.source import Text


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    seen: dict[str, Text] = {}
    items = []
    for text in fields.labels("items"):
        fields.refuse_repeat(text, fold(text), seen, "items")
        items.append(Item(fold(text), text))
    first, last = fields.label("first", required=False), fields.label("last", required=False)
    if fields.has("items") and len(items) < 3:
        fields.note(f"must hold three items or more, not {len(items)}", "items")
    return {"items": tuple(items), "first": first, "last": last} if items else None
