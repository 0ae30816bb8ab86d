"""The style sheets, scripts and pages of a site without what is only for those who write them."""

from __future__ import annotations

import re

import rcssmin
import rjsmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from coursework.course.styles import parted
from coursework_mkdocs.theme_folder import theme_folder

_SHEET = "assets/course.css"
# What that and the houses say of paper.
PAPER = "assets/print.css"
# Where in our sheet the styles of the engine's houses go.
_HOUSES = re.compile(r"/\* --- Houses\b.*?\*/")

# In these every space counts; so it does wherever a sheet of the site or the page itself says so.
_EXACT = re.compile(r"(<(?i:(pre|textarea|script|style))(?=[\s>]).*?(?:</(?i:\2)\s*>|\Z))", re.DOTALL)
_SAYS_EXACT = re.compile(r"white-space(?:-collapse)?\s*:\s*(?:pre|break|preserve)", re.IGNORECASE)
_INDENTED = "indented"
_EXCLUDED = re.compile(r'(<[a-z][^<>]*) data-search-exclude=""')
_INDENT = re.compile(r"\n[ \t\n]+<")


def shrink(files: Files, config: MkDocsConfig, styles: str) -> None:
    """Take comments and spaces out of our files and the site's own sheets; the houses' `styles` come into ours."""
    extra, theme = set(map(str, config.extra_css)), theme_folder(config)
    of_paper = ""
    for file in files:
        ours = file.src_dir == theme
        if ours and file.src_uri == _SHEET:
            file.content_string = _HOUSES.sub(lambda _: styles, file.content_string)
        if file.src_uri in extra and not ours and _SAYS_EXACT.search(file.content_string):
            config.theme[_INDENTED] = True
        if file.src_uri in extra or (ours and file.src_uri.endswith(".css")):
            # A sixth of it is comments and spaces, for those who write it.
            file.content_string = rcssmin.cssmin(file.content_string)
            if ours and file.src_uri == _SHEET:
                file.content_string, of_paper = parted(file.content_string)
        elif ours and file.src_uri.endswith(".js"):
            file.content_string = rjsmin.jsmin(file.content_string)
    if paper := files.get_file_from_path(PAPER):
        paper.content_string = of_paper + paper.content_string


def without_indents(html: str, config: MkDocsConfig) -> str:
    """A whole page whose lines begin with their tags: the end of a line parts words as well as spaces do.

    What only the build asks for, to leave it out of what is searched, is gone.
    """
    if config.theme.get(_INDENTED) or "white-space" in html:
        return html
    parts = _EXACT.split(html)
    parts[::3] = [_EXCLUDED.sub(r"\1", _INDENT.sub("\n<", part)) for part in parts[::3]]
    return "".join(part for place, part in enumerate(parts) if place % 3 < 2)
