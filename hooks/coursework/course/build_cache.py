"""What a host that builds repeatedly, as under `serve`, keeps between builds."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursework.source.values import Parsed
from coursework.text.site_file import SiteFile


@dataclass
class BuildCache:
    """`read` holds each YAML file by its path, as its content and what was parsed from it.

    `files` are the published files in which quizzes have no part, with the fingerprint of what they were made from.
    """

    read: dict[str, tuple[str, Parsed]] = field(default_factory=dict)
    files: tuple[str, list[SiteFile]] | None = None
