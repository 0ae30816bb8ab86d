"""ordering: things to be put into their right order."""

from __future__ import annotations

from coursework.quiz.fields import Fields, Make, looks
from coursework.quiz.model import OrderingQuestion, Step
from coursework.quiz.saved import keys
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.values import Mapping, Value


def read(fields: Fields, type: str) -> Make | None:
    seen: dict[str, Text] = {}

    def read_item(value: Value, number: int) -> tuple[Text, Text | None] | None:
        if not isinstance(value, Mapping) or not {"text", "feedback"} & {*value.names()}:
            text = fields.label_of(value, f"item {number}", seen, repeats=True, code=True)
            return (text, None) if text is not None else None
        part = fields.part(value, f"item {number}")
        text, feedback = part.label("text", code=True), part.markdown("feedback")
        part.close()
        if text is not None:
            text = seen.setdefault(looks(text), text)
        return (text, feedback) if text is not None and feedback is not None else None

    # Two lines of a program may be the same, and either is right in either place: they have one key.
    problems_before = len(fields.problems)
    read_items = fields.items("items", read_item)
    texts = [text for text, _ in read_items]
    if len(fields.problems) == problems_before and len(texts) > 2 and len(set(texts)) == 1:
        fields.note("must hold two different items or more, not the same again and again", "items")
    for text, feedback in read_items:
        if feedback is not None and texts.count(text) > 1:
            message = "must belong to an item that stands once, not to one of those that say"
            fields.note(f"{message} {quoted(text)}, which readers cannot tell apart", "feedback", feedback.place)
    items = tuple(Step(key, text, feedback) for key, (text, feedback) in zip(keys(texts), read_items))
    first, last = fields.label("first", required=False), fields.label("last", required=False)
    if last in ("true", "false"):
        fields.note(f"must say what the end of the list means, not {quoted(last)}", "last")
    fields.refuse_fewer("items", 3, "items")
    return (lambda common: OrderingQuestion(**common, items=items, first=first, last=last)) if items else None
