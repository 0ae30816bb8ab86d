"""A small course for the review: three quizzes whose questions differ only where a test needs it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[2]
COURSE = "how-psychotherapy-works"
RIGHT, WRONG = "This is right", "This is wrong"
_NAV = "nav:\n  - index.md\n  - lessons/rivers.md\n  - Quizzes: quizzes/\n  - Review: review.md\n\n"
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
    """More rivers than one sitting asks; a map with links; seas with a question of another kind."""
    linked = {**question("legend"), "explanation": _LINKS, "cite": ["snyder1987"], "reread": "#deltas"}
    order = {
        "id": "tides", "type": "ordering", "prompt": "Put these in order.", "explanation": "So it goes.",
        "items": ["First", "Second", "Third"],
    }  # fmt: skip
    return {
        "maps": {
            "title": "Maps", "lesson": "lessons/rivers.md", "questions": [linked, question("scale"), question("north")],
        },
        "rivers": {"title": "Rivers", "questions": [question(f"river-{number}") for number in range(1, 24)]},
        "seas": {"title": "Seas", "questions": [order, question("salt"), question("depth")]},
    }  # fmt: skip


def build(folder: Path) -> Path:
    """The trial course as a site, in a folder below the one given."""
    project = folder / "project"
    shutil.copytree(PROJECT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    files = {
        "mkdocs.yml": re.sub(r"^nav:\n.*?\n\n(?=\S)", _NAV, settings, flags=re.DOTALL | re.MULTILINE),
        "docs/index.md": "# Waters\n",
        "docs/lessons/rivers.md": "# Rivers\n\n## Deltas\n\n```quiz\nmaps: legend\n```\n",
        "docs/assets/course.css": "",
        "readings/references.yml": _REFERENCES,
        **{f"quizzes/{id}.yml": yaml.safe_dump(quiz, sort_keys=False) for id, quiz in quizzes().items()},
    }
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")],
        cwd=project, env={**os.environ, "SITE_URL": "https://example.org/course/", "NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
