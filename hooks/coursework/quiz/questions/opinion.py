"""opinion: where the reader stands; nothing is right."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields

MOST = 7


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    scale = fields.labels("scale", "position")
    fields.refuse_fewer("scale", 3, "positions")
    if len(scale) > MOST:
        fields.note(f"must hold seven positions or fewer, not {len(scale)}", "scale")
    return {"scale": scale} if scale else None
