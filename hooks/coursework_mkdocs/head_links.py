"""The tags by which a page loads what it needs: its scripts, and sheets and fonts that not every page has."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from coursework_mkdocs.content_names import PUBLISHED, published
from coursework_mkdocs.shrunk_files import PAPER

_FONT = '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>\n'
_OF_PAPER = '<link media="print" rel="stylesheet" href="{}">\n'
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

    `late` sheets are loaded by scripts when they are needed, or for paper when all else is there, and at once where
    there are no scripts; so is the sheet of our theme for paper. On a site with another theme paper has them at once.
    """

    def links(tag: str, paths: Iterable[str]) -> str:
        return "".join(tag.format(escape(get_relative_url(published(path, config), url))) for path in paths)

    themed = PAPER in (config.theme.get(PUBLISHED) or ())
    late = [*([PAPER] if themed else ()), *late]
    unscripted = "".join(links(_OF_PAPER if path.endswith("print.css") else _SHEET, [path]) for path in late)
    return (
        links(_SCRIPT, scripts)
        + links(_SHEET, sheets)
        + links(_FONT, fonts)
        + ("" if themed else links(_OF_PAPER, late))
        + ("<noscript data-late>{}</noscript>\n".format(unscripted.replace("\n", "")) if unscripted else "")
    )
