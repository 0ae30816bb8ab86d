"""How right and wrong choices sound: who answers by tone alone must not pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

# What a cautious sentence has, and what one has that allows no exception.
HEDGES = re.compile(
    r"(?i)\b(?:may|might|can|could|some|sometimes|perhaps|possibly|probably|likely|often|usually|partly|suggests?|"
    r"seems?|appears?|about|so far|yet|open|on average|in part|at least|at most|tends?|mostly|little|small|few)\b"
)
ABSOLUTES = re.compile(
    r"(?i)\b(?:all|always|never|no|none|only|every|must|proves?|proven|proved|fully|whole|wholly|entirely|cannot|"
    r"nothing|everything|any|certain|certainly|definitely|alone|impossible)\b"
)
# In points of a hundred.
LARGEST_GAP = 8


def tones(choices: Iterable[tuple[str, bool]]) -> dict[str, dict[bool, float]]:
    """How many of a hundred right (True) and wrong (False) choices hedge, and how many are absolute."""
    texts: dict[bool, list[str]] = {True: [], False: []}
    for text, right in choices:
        texts[right].append(text)
    return {
        name: {
            right: 100 * sum(bool(sign.search(text)) for text in of) / max(len(of), 1) for right, of in texts.items()
        }
        for name, sign in (("hedges", HEDGES), ("absolute", ABSOLUTES))
    }


def given_away(choices: Iterable[tuple[str, bool]]) -> list[str]:
    """By which tone the right choices can be told from the wrong ones."""
    return [
        f"{name}: {of[True]:.0f} of a hundred right choices, {of[False]:.0f} of a hundred wrong ones"
        for name, of in tones(choices).items() if abs(of[True] - of[False]) > LARGEST_GAP
    ]  # fmt: skip


def choices_of(quiz: dict[str, Any]) -> list[tuple[str, bool]]:
    """The choices of a quiz, each with whether it is right."""
    return [
        (str(choice["text"]), bool(choice.get("correct")))
        for question in quiz["questions"] if question["type"] in ("single-choice", "multiple-choice")
        for choice in question["choices"]
    ]  # fmt: skip
