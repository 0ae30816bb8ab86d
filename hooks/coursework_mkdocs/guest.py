"""A course as a guest: on a site with a look and rules of its own it touches only the pages that have some of it.

All others stay as the site makes them, byte for byte: their Markdown, their scripts, their styles. So no policy is put
on them either, and what their authors write is not judged.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import rcssmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

import coursework
from coursework.text.included import Included
from coursework.text.lost_blocks import FENCES
from coursework_mkdocs.content_names import publish_named
from coursework_mkdocs.setting_places import SettingPlaces
from coursework_mkdocs.theme_folder import theme_folder

SHEET = "assets/coursework.css"
_FOLDER = Path(__file__).parent
_LISTED = "<!-- lessons -->"
# A block of ours, however it is fenced, a citation, or a link to a claim; and the list of lessons, which is told.
_FENCE = rf"^[\s>]*(?:[-*+]\s+|\d+\.\s+)?(?:`{{3,}}|~{{3,}})[^\w\n]*(?:{'|'.join(FENCES)})\b"
_OF_COURSE = re.compile(rf"{_FENCE}|\[[^\]\n]*(?<![\w.])@[\w{{]|\]\([^)\n]*claims\.md#|{_LISTED}", re.MULTILINE)
_LESSON = re.compile(r"^lesson:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)
# What a page looks like that is to be printed: nothing beside it.
_WITHOUT_MENUS = {"hide": ["navigation", "toc", "path", "tags"]}


def is_guest(config: MkDocsConfig) -> bool:
    """Whether the site is made with another theme than ours."""
    return not theme_folder(config)


def pages_of_course(texts: Mapping[str, str], included: Mapping[str, Included], root: Path) -> dict[str, str]:
    """Those of a site's pages (texts by their paths) that have some of the course, or are the lesson of a quiz.

    What is `included` in a page is some of it.
    """
    whole = {**texts, **{path: each.text for path, each in included.items()}}
    lessons = {path for file in sorted(root.glob("quizzes/*.yml")) for path in _lessons_in(file)}
    return {path: text for path, text in texts.items() if path in lessons or _OF_COURSE.search(whole[path])}


def _lessons_in(file: Path) -> list[str]:
    try:
        return _LESSON.findall(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return []  # which the course tells


def own_settings(config: MkDocsConfig) -> MkDocsConfig:
    """The settings for pages of the course: those of the site, with Markdown that may be changed."""
    own = copy.copy(config)
    own.markdown_extensions = list(config.markdown_extensions)
    own.mdx_configs = copy.deepcopy(config.mdx_configs)
    return own


def sheet_of(config: MkDocsConfig, styles: str) -> File:
    """Our sheet: the `styles` of the engine in the colours and fonts of the site."""
    parts = (_FOLDER / "theme/assets/paper.css", _FOLDER / "looks/frames.css", _FOLDER / "guest.css")
    sheets = [styles, *(file.read_text(encoding="utf-8") for file in parts)]
    sheet = File.generated(config, SHEET, content=rcssmin.cssmin("\n".join(sheets)))
    publish_named([sheet], config)
    return sheet


def without_paper(head: Mapping[str, object]) -> dict[str, object]:
    """The head of a page that is to be printed, for a site whose theme has no template for it."""
    return {name: value for name, value in head.items() if name != "template"} | _WITHOUT_MENUS


def problems_of_guest(config: MkDocsConfig, pages: Mapping[str, str]) -> Iterator[coursework.Problem]:
    """What a course asks of a site and cannot have; `pages` are its own (texts by their paths)."""
    for path, text in pages.items():
        if (at := text.find(_LISTED)) >= 0:
            line = text.count("\n", 0, at) + 1
            message = f"must be left out: `{_LISTED}` shows a list only with `theme: coursework`"
            yield coursework.Problem(f"docs/{path}", line, 1, "", message)


def problems_of_theme(config: MkDocsConfig) -> Iterator[coursework.Problem]:
    """Features of the theme that no course can be read with."""
    places = SettingPlaces(Path(config.config_file_path))
    features = config.theme.get("features")
    for place, feature in enumerate(features if isinstance(features, list) else []):
        if feature == "navigation.instant":  # on which all others that begin so depend
            message = (
                f"must be without {feature}: it puts a page in the place of another without loading it, and so no "
                "question on it would begin"
            )
            yield places.problem(["theme", "features", place], message)
