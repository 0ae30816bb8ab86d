"""What the engine hands over to whoever builds the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteFile:
    """A file of the site: its path below `docs/`, and the author's file it comes from, if it comes from one."""

    path: str
    content: str | bytes
    source: str | None = None
