"""open-response: the reader's own words, held against a model answer and a rubric."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    model_answer, rubric = fields.markdown("model-answer"), fields.labels("rubric", "point")
    fields.refuse_fewer("rubric", 2, "points")
    return {"model_answer": model_answer, "rubric": rubric} if model_answer and rubric else None
