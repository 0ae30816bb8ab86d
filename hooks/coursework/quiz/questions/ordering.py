"""ordering: things to be put into their right order."""

from __future__ import annotations

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import Item, OrderingQuestion
from coursework.quiz.saved import keys


def read(fields: Fields, type: str) -> Make | None:
    texts = fields.labels("items", "item")
    items = tuple(Item(key, text) for key, text in zip(keys(texts), texts))
    first, last = fields.label("first", required=False), fields.label("last", required=False)
    fields.refuse_fewer("items", 3, "items")
    return (lambda common: OrderingQuestion(**common, items=items, first=first, last=last)) if items else None
