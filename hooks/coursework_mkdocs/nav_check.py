"""Whether all that the navigation names is there: what is not, is told in its place and left out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import coursework
from coursework.course.generated_pages import PAGES_OF
from coursework.source.problem import quoted, suggestion
from coursework.source.signs import is_address
from coursework.text.snippet import UNSAFE_LINK
from coursework_mkdocs.course_settings import CourseSettings
from coursework_mkdocs.setting_places import SettingPlaces

MARKUP = re.compile(r"<[a-zA-Z/!?]")


def without_lost(files: Files, config: MkDocsConfig, generated: Iterable[str], settings: CourseSettings) -> object:
    """The navigation without what leads nowhere, which goes to the problems of `settings`, or to their advice.

    It stays as it is where the site is not to be warned. `generated` are the paths of the pages that the course makes.
    """
    paths, places, problems = files.src_uris, SettingPlaces(Path(config.config_file_path)), settings.problems
    pages = [file.src_uri for file in files.documentation_pages()]
    folders = sorted({f"{path.rpartition('/')[0]}/" for path in generated if "/" in path})
    warns = (config.validation.nav.not_found or 0) >= logging.WARNING

    def fault(item: str) -> str:
        if re.match(r"[^:/]+:[^/\s]", item) and item.endswith((".md", "/")):
            return f"must have a space after the colon, not be {quoted(item)}"
        if not is_address(item):
            return f"must be an address that there can be, not {quoted(item)}"
        if UNSAFE_LINK.match(item):
            return f"must be a page or an https: address, not {quoted(item)}"
        parts = urlsplit(item)
        if not warns or parts.scheme or parts.netloc or item.startswith("/") or item in paths or item in folders:
            return ""
        targets = folders if item.endswith("/") else pages
        kind = "a page, or a folder in which the course makes pages" if item.endswith("/") else "a page of the site"
        return f"must be {kind}, not {quoted(item)}{suggestion(item, targets)}"

    def usable(item: object, keys: list[object]) -> object:
        if isinstance(item, dict):
            for title in item:
                name = title if isinstance(title, str) else places.name([*keys, title])
                if not str(title).strip():
                    problems.append(places.problem([*keys, title], "must have words before the colon", of_name=True))
                elif MARKUP.search(name):
                    rule = f"must be words without HTML, with `&lt;` for a `<` that is to be read, not {quoted(name)}"
                    problems.append(places.problem([*keys, title], rule, of_name=True))
                elif name != str(title):
                    rule = f"must be in quotes, or YAML makes {quoted(str(title))} of it"
                    problems.append(places.problem([*keys, title], rule, of_name=True))
            parts = {title: usable(part, [*keys, title]) for title, part in item.items()}
            return {title: part for title, part in parts.items() if part is not None} or None
        if isinstance(item, list):
            listed = [usable(part, [*keys, place]) for place, part in enumerate(item)]
            return [part for part in listed if part is not None]
        of_course = item.removeprefix(settings.folder) if isinstance(item, str) else ""
        if of_course in PAGES_OF and item not in paths and item not in folders:
            source = PAGES_OF[of_course]
            message = f"should be taken out until {source} has something, of which {item} is made; it was left out"
            settings.advice.append(coursework.Advice(*astuple(places.problem(keys, message))))
            return None
        message = fault(item) if isinstance(item, str) else ""
        if message:
            problems.append(places.problem(keys, message))
            return None
        return item

    return usable(config.nav, ["nav"])
