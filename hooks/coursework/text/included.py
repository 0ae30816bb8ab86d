"""A page whose author lets other files stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Included:
    """The whole `text` of a page with what it includes in its place, and the texts of those `files` by their paths.

    Their paths are as authors are told them: from the root of the project, or below `docs/`.
    """

    text: str
    files: Mapping[str, str]
