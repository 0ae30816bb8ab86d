"""What a course need not say: settings of the host, which the plugin gives it; its own have the last word."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from coursework_mkdocs.guest import is_guest
from coursework_mkdocs.setting_places import SettingPlaces

_SHEET = "assets/course.css"
# In this order, after those that MkDocs has by itself; what no page uses costs nothing.
_EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "md_in_html": {},
    "abbr": {},
    "footnotes": {},
    "pymdownx.caret": {},
    "pymdownx.details": {},
    "pymdownx.keys": {},
    "pymdownx.mark": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {},
    "smarty": {
        "substitutions": {
            "left-single-quote": "‘", "right-single-quote": "’", "left-double-quote": "“", "right-double-quote": "”",
            "ellipsis": "…", "ndash": "–", "mdash": "—",
        }
    },
    # Without a marker, since nobody writes [TOC] in a lesson, and each page would be searched for it. A permalink has
    # no text, so that its title is its name; course.css draws its sign.
    "toc": {"permalink": " ", "permalink_title": "Link to this section", "marker": ""},
    "pymdownx.highlight": {},
    "pymdownx.superfences": {},
}  # fmt: skip
_BY_ITSELF = ("toc", "tables", "fenced_code")  # MkDocs' own, and first


# Before anything else is made of the settings.
@event_priority(200)
def on_config(config: MkDocsConfig) -> None:
    """Give the settings what they do not say, unless the site has another theme, which stays as it is."""
    if is_guest(config):
        return
    places = SettingPlaces(Path(config.config_file_path))
    if _SHEET not in config.extra_css:
        config.extra_css.insert(0, _SHEET)
    config.extra.setdefault("generator", False)
    named = [name for name in config.markdown_extensions if name not in (*_BY_ITSELF, *_EXTENSIONS)]
    config.markdown_extensions = [*_BY_ITSELF, *(name for name in _EXTENSIONS if name not in _BY_ITSELF), *named]
    for name, options in _EXTENSIONS.items():
        config.mdx_configs[name] = {**options, **config.mdx_configs.get(name, {})}
    if not places.is_set(["validation"]):
        nav, links = config.validation.nav, config.validation.links
        nav.omitted_files = nav.not_found = nav.absolute_links = logging.WARNING
        links.not_found = links.anchors = links.absolute_links = links.unrecognized_links = logging.WARNING
