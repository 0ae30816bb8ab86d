"""The tags by which a page loads what it needs: its scripts, and sheets that not every page has."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mkdocs.utils import get_relative_url


def head_links(url: str, scripts: Iterable[str], sheets: Iterable[str]) -> str:
    """HTML for the head of the page at an address; scripts and sheets are paths from the site's root."""
    tags = ('<script type="module" src="{}"></script>\n', '<link rel="stylesheet" href="{}">\n')
    links = zip(tags, (scripts, sheets))
    return "".join(tag.format(escape(get_relative_url(path, url))) for tag, paths in links for path in paths)
