"""A small course for the tests of progress, about maps, and what a browser keeps of it."""

from __future__ import annotations

import json

import yaml

from coursework.text.words import words

# The name in what is frozen: readers of the first course have it in their browsers.
COURSE = "how-psychotherapy-works"
OTHER = f"{COURSE}-2"
WORDS = words()
SAID = WORDS["progress"]
# Four graded questions, three of one objective; one that readers grade themselves; one of no objective, and an opinion.
VERSIONS = {
    "maps/lines": "true-false 2 1", "maps/north": "true-false 2 1", "maps/scale": "true-false 2 1",
    "maps/legend": "true-false 2 1", "maps/essay": "open-response 2",
    "seas/salt": "true-false 2 1", "seas/depth": "true-false 2 1", "views/stand": "opinion 3",
}  # fmt: skip
TODAY = "2026-11-22"
NAV = "[index.md, lessons/maps.md, Quizzes: quizzes/, Review: review.md, Progress: progress.md]"

# What a script can do to storage before a page is there.
REFUSALS = {
    "reading": """for (const name of ["getItem", "setItem", "removeItem"])
        Storage.prototype[name] = () => { throw new DOMException('no') }""",
    "all": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})",
}  # fmt: skip


def key(slot: str, id: str, course: str = COURSE) -> str:
    return f"{course}/v1/{slot}/{id}"


def answer(question: str, verdict: str = "right", **changes) -> dict:
    version = VERSIONS.get(question, "true-false 2 1")
    response = ["true" if verdict == "right" else "false"]
    return {
        "version": version, "response": response, "verdict": verdict, "attempts": 1, "day": TODAY, "certainty": 0,
        **changes,
    }  # fmt: skip


def card(question: str, **changes) -> dict:
    version = VERSIONS.get(question, "true-false 2 1")
    return {
        "version": version, "s": 2.3065, "d": 2.1181, "last": TODAY, "due": "2026-11-24", "days": 1, "lapses": 0,
        "sure": False, **changes,
    }  # fmt: skip


def file(**changes) -> dict:
    """A file of progress, as the page saves it."""
    return {"format": "coursework progress", "version": 1, "course": COURSE, "exported": TODAY, **changes}


def entries(kept: dict) -> dict[str, str]:
    """What a browser keeps, as text, from values."""
    return {
        name: value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        for name, value in kept.items()
    }


def _question(id: str, **changes) -> dict:
    feedback = {"true": "Right.", "false": "Not so."}
    return {
        "id": id, "type": "true-false", "prompt": f"What of {id}?", "answer": "true", "feedback": feedback,
        "explanation": "So it is.", **changes,
    }  # fmt: skip


def quizzes() -> dict[str, dict]:
    essay = {
        "id": "essay", "type": "open-response", "objective": "say-it", "prompt": "Say it.",
        "model-answer": "It is said.", "rubric": ["It is said.", "It is said well."], "explanation": "So it is.",
    }  # fmt: skip
    view = {
        "id": "stand", "type": "opinion", "prompt": "Which?", "scale": ["Paper", "Neither", "A screen"],
        "explanation": "Either.",
    }  # fmt: skip
    read, use = {"objective": "read-a-map"}, {"objective": "use-a-map"}
    maps = [_question(id, **read) for id in ("lines", "north", "scale")]
    objectives = {"read-a-map": "read a *map*", "use-a-map": "use a map", "say-it": "say what a map is"}
    return {
        "maps": {
            "title": "Maps & plans", "lesson": "lessons/maps.md",
            "objectives": [{"id": id, "text": text} for id, text in objectives.items()],
            "questions": [*maps, _question("legend", **use), essay],
        },
        "seas": {"title": "Seas", "questions": [_question("salt"), _question("depth")]},
        "views": {"title": "Views", "questions": [view]},
    }  # fmt: skip


def files() -> dict[str, str]:
    """The course as files of a project."""
    return {
        "docs/index.md": "# A course about maps\n",
        "docs/lessons/maps.md": "# Maps\n\n```quiz\nmaps\n```\n",
        **{f"quizzes/{id}.yml": yaml.safe_dump(quiz, sort_keys=False) for id, quiz in quizzes().items()},
        "readings/references.yml": "- {id: snyder1987, type: book, title: Map projections, status: no date}\n",
    }
