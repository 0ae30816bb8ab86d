"""opinion: where the reader stands; nothing is right."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    scale = fields.labels("scale")
    if fields.has("scale") and not 3 <= len(scale) <= 7:
        fields.note(f"must hold three to seven positions, not {len(scale)}", "scale")
    return {"scale": scale} if scale else None
