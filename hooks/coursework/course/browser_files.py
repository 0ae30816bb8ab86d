"""The files that run in the reader's browser, in one folder named by what they hold.

The name changes with the content, so that a browser never mixes files of two versions of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import starmap
from pathlib import Path

import rcssmin
import rjsmin

from coursework.course.joined_scripts import join
from coursework.course.mark_files import Versions, export, mark_files
from coursework.course.styles import is_late, name_for_paper, parted, sheets
from coursework.quiz.framed import ONLY_IN_FRAMES
from coursework.quiz.model import TRAITS
from coursework.text.site_file import SiteFile
from coursework.text.templates import HERE

# What only some pages say is a module of its own, so that no page fetches words that it never says. A module with the
# words of one part holds them without that part's name.
_WORDS = {
    "words.js": ("verdict", "storage", "order"),
    "note-words.js": ("note",),
    "guess-words.js": ("guess", "storage"),
    "summary-words.js": ("summary", "storage"),
    "review-words.js": ("review",),
    "progress-words.js": ("progress", "certainty"),
    "go-on-words.js": ("go-on",),
    "correction-words.js": ("corrected",),
    "sitting-words.js": ("sitting",),
    "explore-guess-words.js": ("estimates", "storage"),
}


@dataclass(frozen=True)
class BrowserFiles:
    """`folder` is their path in the site; modules in it import one another by name.

    `sheets` are styles that stand among them, by their names.
    """

    files: list[SiteFile]
    folder: str
    sheets: Mapping[str, SiteFile]


def script_sources() -> list[Path]:
    """The scripts as they are written: those of each house, and in `text/` those that houses share."""
    return sorted(HERE.glob("*/browser/*.js"), key=lambda file: file.name)


def modules(
    words: Mapping[str, object],
    versions: Mapping[str, Versions] | None = None,
    asked: Mapping[str, Versions] | None = None,
) -> dict[str, str]:
    """Every module by its name as scripts import it: those that are written, and those that a build makes.

    What goes in is what `browser_files` is given.
    """
    contents = {file.name: file.read_text(encoding="utf-8") for file in script_sources()}
    for module, names in _WORDS.items():
        own = {name: words[name] for name in names} if len(names) > 1 else words[names[0]]
        contents[module] = export("words", own)
    versions, asked = versions or {}, asked or {}
    contents["versions.js"] = _versions(versions, asked)
    return contents | dict(mark_files(versions, asked, words["mark"]))


def browser_files(
    words: Mapping[str, object],
    versions: Mapping[str, Versions] | None = None,
    asked: Mapping[str, Versions] | None = None,
) -> BrowserFiles:
    """Every script of the engine, with the interface's words and the questions' versions as modules beside them.

    All versions are in `versions.js`, for the pages that need them all.

    `versions` are those of each quiz's questions by their address; `asked`, by the quiz of a lesson, those of what the
    lesson asks, where that is not just its quiz.
    """
    on_pages = {name: text for name, text in modules(words, versions, asked).items() if name not in ONLY_IN_FRAMES}
    contents = {name: rjsmin.jsmin(content) for name, content in join(on_pages).items()}
    styles = dict(_parted_styles())
    folder = f"assets/coursework-{sha256(json.dumps([contents, styles], sort_keys=True).encode()).hexdigest()[:10]}"

    def file(name: str, content: str) -> SiteFile:
        return SiteFile(f"{folder}/{name}", content)

    return BrowserFiles(
        [*starmap(file, contents.items())], folder, {name: file(name, css) for name, css in styles.items()}
    )


def _parted_styles() -> Iterator[tuple[str, str]]:
    """The sheets that only some pages need; what one of the first view says of paper is another, fetched after it."""
    for name, content in sheets().items():
        sheet = rcssmin.cssmin(content)
        screen, paper = (sheet, "") if is_late(name) else parted(sheet)
        yield name, screen
        if paper:
            yield name_for_paper(name), paper


def _versions(versions: Mapping[str, Versions], asked: Mapping[str, Versions]) -> str:
    kind = "/** @type {Record<string, Record<string, string>>} */\n"
    ungraded = [type for type, traits in TRAITS.items() if not traits.graded]
    return f"{kind}{export('versions', versions)}{kind}{export('asked', asked)}{export('ungraded', ungraded)}"
