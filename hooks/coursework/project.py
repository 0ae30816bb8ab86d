"""The project that a course is built from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """`root` is its folder; `pages` holds the source text of every page by its path below `docs/`.

    `course` names the course in readers' saved answers, so it must never change once readers have some; all
    sites of one owner on GitHub Pages share one storage. `citation_style` is the name of a CSL style.
    """

    root: Path
    pages: Mapping[str, str]
    course: str
    citation_style: str = "apa"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.course):
            raise ValueError(f"extra.course.id must be small letters, digits and single hyphens, not {self.course!r}")

    @property
    def cache(self) -> Path:
        """A folder for what can be made again; it may be deleted at any time."""
        return self.root / ".cache" / "coursework"
