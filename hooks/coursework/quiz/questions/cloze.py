"""cloze: a running text with gaps, typed or chosen."""

from __future__ import annotations

import re
from typing import Any

from coursework.problem import quoted, suggestion
from coursework.quiz.fields import Fields
from coursework.quiz.model import Blank
from coursework.quiz.questions.choice import read_choices
from coursework.source import ID_RULE, Mapping, Value, is_identifier

GAP = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    text = fields.markdown("text")
    value = fields.value("blanks")
    if not isinstance(value, Mapping) or not value:
        fields.note("must have `blanks`, one for each {name} in the text")
        return None
    blanks = {}
    for name, blank in value.items():
        if not is_identifier(name):
            fields.note(f"must be {ID_RULE}, not {quoted(name)}", "blanks", name.place)
            continue
        blanks[str(name)] = _read_blank(fields, str(name), blank)
    gaps = GAP.findall(text or "")
    for gap in dict.fromkeys(gaps):
        if gap not in value:
            fields.note(f"must have a blank for {{{gap}}}{suggestion(gap, value)}", "text")
        elif gaps.count(gap) > 1:
            fields.note(f"must hold {{{gap}}} once, not {gaps.count(gap)} times", "text")
    for name in value:
        if text is not None and name not in gaps:
            fields.note(f"must hold {{{name}}}, which has a blank", "text")
    ordered = tuple(blanks[gap] for gap in dict.fromkeys(gaps) if blanks.get(gap))
    return {"text": text, "blanks": ordered} if text and ordered else None


def _read_blank(fields: Fields, name: str, value: Value) -> Blank | None:
    blank = fields.part(value, f"blank {name}")
    if blank.has("choices"):
        choices = read_choices(blank, several=False)
        blank.close()
        return Blank(name, "", choices=choices) if choices else None
    answers, feedback = blank.texts("answers"), blank.markdown("feedback")
    if not answers:
        blank.note("must have `answers` to be typed or `choices` to choose from, but has neither")
    blank.close()
    return Blank(name, feedback, tuple(map(str, answers))) if answers and feedback else None
