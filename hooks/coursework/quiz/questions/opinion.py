"""opinion: where the reader stands; nothing is right."""

from __future__ import annotations

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import OpinionQuestion

MOST = 7


def read(fields: Fields, type: str) -> Make | None:
    scale = fields.labels("scale", "position")
    fields.refuse_fewer("scale", 3, "positions")
    if len(scale) > MOST:
        fields.note(f"must hold seven positions or fewer, not {len(scale)}", "scale")
    note = bool(fields.flag("note"))
    return (lambda common: OpinionQuestion(**common, scale=scale, note=note)) if scale else None
