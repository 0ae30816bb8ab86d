"""What one who builds again and again keeps from build to build."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursework.source.values import Parsed
from coursework.text.site_file import SiteFile


@dataclass
class BuildCache:
    """YAML files by their paths, each with its content and what it gave; and the files made of all but the quizzes.

    These come with the fingerprint of what they were made from.
    """

    read: dict[str, tuple[str, Parsed]] = field(default_factory=dict)
    files: tuple[str, list[SiteFile]] | None = None
