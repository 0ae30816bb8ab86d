"""Where our theme is, and whether a site is made with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

_THEME = Path(__file__).resolve().parent / "theme"


def theme_folder(config: MkDocsConfig) -> str:
    """The folder of our theme as the settings have it among those of the theme; nothing where it is not there.

    A course may have put a folder of its own, with what it changes, in front of it.
    """
    return next(filter(_is_ours, config.theme.dirs), "")


@cache  # asked for with every page
def _is_ours(folder: str) -> bool:
    return Path(folder).resolve() == _THEME
