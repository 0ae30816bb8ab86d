"""open-response: the reader's own words, held against a model answer and a rubric."""

from __future__ import annotations

from coursework.quiz.fields import Fields, Make
from coursework.quiz.model import OpenResponseQuestion


def read(fields: Fields, type: str) -> Make | None:
    model_answer, rubric = fields.markdown("model-answer"), fields.labels("rubric", "point")
    fields.refuse_fewer("rubric", 2, "points")
    if not model_answer or not rubric:
        return None
    return lambda common: OpenResponseQuestion(**common, model_answer=model_answer, rubric=rubric)
