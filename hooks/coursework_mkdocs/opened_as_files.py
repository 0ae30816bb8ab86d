"""A site whose pages are opened as files, as Material's plugin `offline` has it: no browser starts a module from there.

What asks, marks and keeps is modules. Without them a page is whole, each question with its answer behind a click; that
the rest is not to be had is said to authors at the build, and to readers on each page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import coursework
from coursework.text.words import Words, word
from coursework_mkdocs.setting_places import SettingPlaces

_NAMES = ("offline", "material/offline")
# Before the first of what would have become more than its text.
_SCRIPT = """<script>
if (location.protocol === "file:") document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.classList.add("from-disk")
  const first = document.querySelector("quiz-question, quiz-guess, quiz-review, quiz-progress")
  first?.before(Object.assign(document.createElement("p"), {className: "admonition warning", textContent: %s}))
})
</script>
"""


def advice_on_files(config: MkDocsConfig) -> Iterator[coursework.Advice]:
    """What a course cannot do on such a site."""
    if _is_offline(config):
        places = SettingPlaces(Path(config.config_file_path))
        name = next((name for name in _NAMES if places.is_set(["plugins", name])), _NAMES[0])
        message = (
            "lets pages be opened as files, where browsers start none of the scripts of questions: each has its answer "
            "behind a click, but nothing is marked, kept or reviewed, as each page tells its readers; a server, even "
            "`python -m http.server` in the site's folder, has all of it"
        )
        yield coursework.Advice(*astuple(places.problem(["plugins", name], message, of_name=True)))


def note_on_files(config: MkDocsConfig, words: Words) -> str:
    """HTML for the head of a page of the course, which tells readers of that where it is so; else nothing."""
    if not _is_offline(config):
        return ""
    return _SCRIPT % json.dumps(word(words, "from-disk")).replace("<", "\\u003c")


def _is_offline(config: MkDocsConfig) -> bool:
    plugins = [config.plugins.get(name) for name in _NAMES]
    return any(plugin is not None and plugin.config.get("enabled", True) for plugin in plugins)
