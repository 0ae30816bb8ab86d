"""The files of the course that its checks look at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lesson_text import Lesson
from reading_grade import pattern

from building import PROJECT, read_yaml


def read(path: Path) -> Any:
    """A YAML file of the course."""
    return read_yaml(path)


def lesson(name: str) -> Lesson:
    return Lesson(name, (PROJECT / f"docs/lessons/{name}.md").read_text(encoding="utf-8"))


def quiz(name: str) -> dict[str, Any]:
    return read(PROJECT / f"quizzes/{name}.yml")


# What the course promises in names and numbers.
COUNTS = read(Path(__file__).parent / "counts.yml")
LESSONS = sorted(file.stem for file in (PROJECT / "docs/lessons").glob("*.md") if file.stem != "index")
CLAIMS = {claim["id"]: claim for file in sorted((PROJECT / "claims").glob("*.yml")) for claim in read(file)["claims"]}
REFERENCES = {reference["id"]: reference for reference in read(PROJECT / "readings/references.yml")}


def _terms() -> list[str]:
    """The words of the trade: what the glossary explains, and what `terms.txt` lists."""
    listed = (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8").splitlines()
    forms = [entry.get("forms") or [re.sub(r" \(.*?\)", "", entry["term"])] for entry in read(PROJECT / "glossary.yml")]
    return [line for line in listed if line and not line.startswith("#")] + [form for some in forms for form in some]


TERMS = pattern(_terms())
