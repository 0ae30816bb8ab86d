"""matching: an item to each match; many items may share one, so that it also sorts into groups."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields
from coursework.quiz.model import Pair
from coursework.source.values import Text, Value
from coursework.text.snippet import fold


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    seen: dict[str, Text] = {}
    matches: dict[str, Text] = {}
    problems_before = len(fields.problems)

    def read_pair(value: Value, number: int) -> Pair | None:
        pair = fields.part(value, f"pair {number}")
        text, match, feedback = pair.label("text"), pair.label("match"), pair.markdown("feedback")
        pair.close()
        if text is not None:
            pair.refuse_repeat(text, fold(text), seen)
        if match is not None:
            # Many items may have one match: it only must not be a second time among the distractors.
            if not fold(match):
                pair.refuse_repeat(match, "", {}, "match")
            matches.setdefault(fold(match), match)
        return Pair(fold(text), text, matches[fold(match)], feedback) if text and match and feedback else None

    pairs = fields.items("pairs", read_pair)
    fields.labels("distractors", "distractor", fold, matches, required=False)
    fields.refuse_fewer("pairs", 2, "pairs")
    if len(fields.problems) == problems_before and len(matches) < 2:
        fields.note("must have two different matches or more, not the same for every item", "pairs")
    return {"pairs": pairs, "matches": tuple(matches.values())} if pairs else None
