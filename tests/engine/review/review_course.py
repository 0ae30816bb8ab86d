"""A small course for the review: three quizzes whose questions differ only where a test needs it."""

from __future__ import annotations

import yaml

COURSE = "reading-maps"
RIGHT, WRONG = "This is right", "This is wrong"
NAV = "[index.md, lessons/rivers.md, lessons/seas.md, Quizzes: quizzes/, Review: review.md]"
_LINKS = "A link to [the front](index.md), to [a heading](lessons/rivers.md#deltas), and a source [@snyder1987]."
_REFERENCES = """
- {id: snyder1987, type: book, title: Map projections, author: [{family: Snyder, given: John P.}],
   issued: {date-parts: [[1987]]}, publisher: USGS}
"""


def question(id: str) -> dict:
    return {
        "id": id,
        "type": "single-choice",
        "prompt": f"What about {id}?",
        "choices": [
            {"text": RIGHT, "correct": "true", "feedback": "It is."},
            {"text": WRONG, "feedback": "It is not."},
        ],
        "explanation": "So it is.",
    }


def quizzes() -> dict[str, dict]:
    """More rivers than one sitting asks; a map with links and an objective; seas with a question of another kind."""
    linked = {**question("legend"), "explanation": _LINKS, "cite": ["snyder1987"], "reread": "#deltas"}
    order = {
        "id": "tides", "type": "ordering", "prompt": "Put these in order.", "explanation": "So it goes.",
        "items": ["First", "Second", "Third"],
    }  # fmt: skip
    read = {"objective": "read"}
    return {
        "maps": {
            "title": "Maps", "lesson": "lessons/rivers.md", "objectives": [{"id": "read", "text": "read a map"}],
            "questions": [linked, {**question("scale"), **read}, {**question("north"), **read}],
        },
        "rivers": {"title": "Rivers", "questions": [question(f"river-{number}") for number in range(1, 24)]},
        "seas": {"title": "Seas", "questions": [order, question("salt"), question("depth")]},
    }  # fmt: skip


def files() -> dict[str, str]:
    """The course as files of a project."""
    return {
        "docs/index.md": "# Waters\n",
        "docs/lessons/seas.md": "# Seas\n",
        "docs/lessons/rivers.md": "# Rivers\n\n## Deltas\n\n```quiz\nmaps: legend\n```\n",
        "readings/references.yml": _REFERENCES,
        **{f"quizzes/{id}.yml": yaml.safe_dump(quiz, sort_keys=False) for id, quiz in quizzes().items()},
    }
