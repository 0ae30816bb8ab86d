"""The style sheets and scripts of a site without what is only for those who write them."""

from __future__ import annotations

import re

import rcssmin
import rjsmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from coursework_mkdocs.theme_folder import theme_folder

_SHEET = "assets/course.css"
# Where in our sheet the styles of the engine's houses go.
_HOUSES = re.compile(r"/\* --- Houses\b.*?\*/")


def shrink(files: Files, config: MkDocsConfig, styles: str) -> None:
    """Take comments and spaces out of our files and the site's own sheets; the houses' `styles` come into ours."""
    extra, theme = set(map(str, config.extra_css)), theme_folder(config)
    for file in files:
        ours = file.src_dir == theme
        if ours and file.src_uri == _SHEET:
            file.content_string = _HOUSES.sub(lambda _: styles, file.content_string)
        if file.src_uri in extra or (ours and file.src_uri.endswith(".css")):
            # A sixth of it is comments and spaces, for those who write it.
            file.content_string = rcssmin.cssmin(file.content_string)
        elif ours and file.src_uri.endswith(".js"):
            file.content_string = rjsmin.jsmin(file.content_string)
