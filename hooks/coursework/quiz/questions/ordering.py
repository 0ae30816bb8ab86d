"""ordering: things to be put into their right order."""

from __future__ import annotations

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import Item, OrderingQuestion
from coursework.quiz.saved import keys
from coursework.source.problem import quoted


def read(fields: Fields, type: str) -> Make | None:
    # Two lines of a program may be the same, and either is right in either place: they have one key.
    problems_before = len(fields.problems)
    texts = fields.labels("items", "item", repeats=True, code=True)
    if len(fields.problems) == problems_before and len(texts) > 2 and len(set(texts)) == 1:
        fields.note("must hold two different items or more, not the same again and again", "items")
    items = tuple(Item(key, text) for key, text in zip(keys(texts), texts))
    first, last = fields.label("first", required=False), fields.label("last", required=False)
    if last in ("true", "false"):
        fields.note(f"must say what the end of the list means, not {quoted(last)}", "last")
    fields.refuse_fewer("items", 3, "items")
    return (lambda common: OrderingQuestion(**common, items=items, first=first, last=last)) if items else None
