"""What a course need not say: settings of the host, which the plugin gives it; its own have the last word."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from coursework.text.own_words import words_of_course
from coursework.text.typography import signs
from coursework.text.words import ENGLISH, Words, word
from coursework_mkdocs.guest import is_guest
from coursework_mkdocs.pages import told_of_words
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
    "smarty": {},
    # Without a marker, since nobody writes [TOC] in a lesson, and each page would be searched for it. A permalink has
    # no text, so that its title is its name; course.css draws its sign.
    "toc": {"permalink": " ", "marker": ""},
    "pymdownx.highlight": {},
    "pymdownx.superfences": {},
}
# What the switches between colours are called, by their icons.
_COLOURS = {"course/device": "light", "course/light": "dark", "course/dark": "device"}
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
    with told_of_words():
        words = words_of_course(Path(config.config_file_path).parent, str(config.theme.get("language") or ENGLISH))
    in_words: Mapping[str, Mapping[str, object]] = {
        "smarty": {"substitutions": signs(words)},
        "toc": {"permalink_title": word(words, "page", "permalink")},
    }
    for name, options in _EXTENSIONS.items():
        config.mdx_configs[name] = {**options, **in_words.get(name, {}), **config.mdx_configs.get(name, {})}
    _name_colours(config, words)
    if not places.is_set(["validation"]):
        nav, links = config.validation.nav, config.validation.links
        nav.omitted_files = nav.not_found = nav.absolute_links = logging.WARNING
        links.not_found = links.anchors = links.absolute_links = links.unrecognized_links = logging.WARNING


def _name_colours(config: MkDocsConfig, words: Words) -> None:
    """Call each switch between colours of the theme by its words, unless the course has another name for it."""
    for option in config.theme.get("palette") or ():
        toggle = option.get("toggle") if isinstance(option, dict) else None
        if isinstance(toggle, dict) and (name := _COLOURS.get(str(toggle.get("icon")))):
            toggle.setdefault("name", word(words, "page", "colours", name))
