"""matching: an item to each match; many items may share one, so that it also sorts into groups."""

from __future__ import annotations

from typing import Any

from coursework.quiz.fields import Fields
from coursework.quiz.model import Pair
from coursework.snippet import fold
from coursework.source import Text, Value


def read(fields: Fields, type: str) -> dict[str, Any] | None:
    seen: dict[str, Text] = {}
    matches: dict[str, Text] = {}

    def read_pair(value: Value, number: int) -> Pair | None:
        pair = fields.part(value, f"pair {number}")
        text, match, feedback = pair.label("text"), pair.label("match"), pair.markdown("feedback")
        pair.close()
        if text is None or match is None or feedback is None:
            return None
        pair.refuse_repeat(text, fold(text), seen)
        matches.setdefault(fold(match), match)
        return Pair(fold(text), text, matches[fold(match)], feedback)

    pairs = fields.items("pairs", read_pair)
    for distractor in fields.labels("distractors", required=False):
        fields.refuse_repeat(distractor, fold(distractor), matches, "distractors")
    if len(pairs) < 2:
        fields.note(f"must hold two pairs or more, not {len(pairs)}", "pairs")
    elif len(matches) < 2:
        fields.note("must have two different matches or more, not the same for every item", "pairs")
    return {"pairs": pairs, "matches": tuple(matches.values())} if pairs else None
