"""The tags by which a page loads what it needs: its scripts, and sheets and fonts that not every page has."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from coursework_mkdocs.content_names import published

_FONT = '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>\n'
_SCRIPT, _SHEET = '<script type="module" src="{}"></script>\n', '<link rel="stylesheet" href="{}">\n'


def head_links(
    url: str,
    config: MkDocsConfig,
    scripts: Iterable[str],
    sheets: Iterable[str],
    late: Iterable[str] = (),
    fonts: Iterable[str] = (),
) -> str:
    """HTML for the head of the page at an address; scripts, sheets and fonts are paths from the site's root,
    as they are before names by content.

    `late` sheets are loaded by a script of the page when they are needed, and at once where there are no scripts.
    """

    def links(tag: str, paths: Iterable[str]) -> str:
        return "".join(tag.format(escape(get_relative_url(published(path, config), url))) for path in paths)

    unscripted = links(_SHEET, late).replace("\n", "")
    return (
        links(_SCRIPT, scripts)
        + links(_SHEET, sheets)
        + links(_FONT, fonts)
        + (f"<noscript data-late>{unscripted}</noscript>\n" if unscripted else "")
    )
