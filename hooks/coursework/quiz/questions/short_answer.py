"""short-answer: a word or a few to be typed."""

from __future__ import annotations

import re
from typing import Any

from coursework.problem import quoted
from coursework.quiz.fields import Fields
from coursework.quiz.questions.numerical import read_misreadings


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    answers = fields.texts("answers")
    if not answers:
        fields.note("must have `answers`, but has none")
    pattern = fields.text("pattern", required=False)
    if pattern is not None:
        try:
            re.compile(pattern)
        except re.error as error:
            fields.note(f"must be a regular expression ({error}), not {quoted(pattern)}", "pattern")
    misreadings = read_misreadings(fields, lambda part: part.text("answer"))
    return {"answers": tuple(map(str, answers)), "pattern": pattern, "misreadings": misreadings} if answers else None
