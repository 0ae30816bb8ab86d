"""ordering: things to be put into their right order."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields
from coursework.quiz.model import Item
from coursework.text.snippet import fold


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    items = tuple(Item(fold(text), text) for text in fields.labels("items", "item", fold))
    first, last = fields.label("first", required=False), fields.label("last", required=False)
    fields.refuse_fewer("items", 3, "items")
    return {"items": items, "first": first, "last": last} if items else None
