"""matching: an item to each match; many items may share one, so that it also sorts into groups."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from coursework.quiz.fields import Fields, Make, looks
from coursework.quiz.model import Item, MatchingQuestion, Pair
from coursework.quiz.saved import keys
from coursework.source.place import Text
from coursework.source.values import Value

# What stands beside an item as buttons in one row, on a phone of 360 px: in each so many signs a line, by their number,
# and so many lines. A sign of the page's font is about 7 px wide.
_SIGNS_IN_A_LINE = {2: 20, 3: 13, 4: 9}
_MOST_LINES = 3


def read(fields: Fields, type: str) -> Make | None:
    seen: dict[str, Text] = {}
    # Many items may have one match: it only must not be a second time among the distractors.
    matches: dict[str, Text] = {}
    problems_before = len(fields.problems)

    def read_pair(value: Value, number: int) -> tuple[Text, Text, Text] | None:
        pair = fields.part(value, f"pair {number}")
        text, match, feedback = pair.label("text"), pair.label("match"), pair.markdown("feedback")
        pair.close()
        if text is not None:
            pair.refuse_same_look(text, seen)
        if match is not None:
            matches.setdefault(looks(match), match)
        return (text, match, feedback) if text and match and feedback else None

    pairs = fields.items("pairs", read_pair)
    fields.labels("distractors", "distractor", matches, required=False)
    fields.refuse_fewer("pairs", 2, "pairs")
    if len(fields.problems) == problems_before and len(matches) < 2:
        fields.note("must have two different matches or more, not the same for every item", "pairs")
    if not pairs:
        return None
    found = {look: Item(key, text) for (look, text), key in zip(matches.items(), keys([*matches.values()]))}
    keyed = zip(pairs, keys([text for text, _, _ in pairs]))
    matched = tuple(Pair(key, text, found[looks(match)], feedback) for (text, match, feedback), key in keyed)
    return lambda common: MatchingQuestion(**common, pairs=matched, matches=tuple(found.values()))


def are_few(matches: Sequence[Item]) -> bool:
    """Whether the matches have room beside one another on a phone, so that each can be a button."""
    width = _SIGNS_IN_A_LINE.get(len(matches), 0)
    lines = [wrap(match.text, width, break_long_words=False) for match in matches] if width else [[]]
    return all(0 < len(each) <= _MOST_LINES and max(map(len, each)) <= width for each in lines)
