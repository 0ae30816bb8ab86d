"""The files that run in the reader's browser, in one folder named by what they hold.

The name changes with the content, so that a browser never mixes files of two versions of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from pathlib import Path

import rjsmin

from coursework.quiz.traits import TRAITS
from coursework.text.site_file import SiteFile
from coursework.text.templates import HERE

# What only some pages say is a module of its own, so that no page fetches words that it never says. A module with the
# words of one part holds them without that part's name.
_WORDS = {
    "words.js": ("verdict", "storage", "order"),
    "guess-words.js": ("guess", "storage"),
    "summary-words.js": ("summary", "storage"),
    "review-words.js": ("review",),
    "progress-words.js": ("progress", "certainty"),
    "go-on-words.js": ("go-on",),
    "sitting-words.js": ("sitting", "storage"),
}

# So many quizzes share a file of versions: it may not grow with the course, and a page should not ask for many.
_QUIZZES_IN_A_FILE = 8
_TRAITS_IN_SCRIPTS = ("graded", "scheduled")

Versions = dict[str, str]
"""Those of questions, by their address."""


@dataclass(frozen=True)
class BrowserFiles:
    """`folder` is their path in the site; modules in it import one another by name."""

    files: list[SiteFile]
    folder: str


def script_sources() -> list[Path]:
    """The scripts as they are written: those of each house, and in `text/` those that houses share."""
    return sorted(HERE.glob("*/browser/*.js"), key=lambda file: file.name)


def browser_files(
    words: Mapping[str, object],
    versions: Mapping[str, Versions] | None = None,
    asked: Mapping[str, Versions] | None = None,
) -> BrowserFiles:
    """Every script of the engine, with the interface's words and the questions' versions as modules beside them.

    All versions are in `versions.js`, for the pages that need them all, and a few quizzes' each in `versions-0.js` …

    `versions` are those of each quiz's questions by their address; `asked`, by the quiz of a lesson, those of what the
    lesson asks, where that is not just its quiz.
    """
    contents = {file.name: rjsmin.jsmin(file.read_text(encoding="utf-8")) for file in script_sources()}
    for module, names in _WORDS.items():
        own = {name: words[name] for name in names} if len(names) > 1 else words[names[0]]
        contents[module] = f"export const words = {json.dumps(own, ensure_ascii=False)}\n"
    contents |= _bank(versions or {}, asked or {}, words["mark"])
    folder = f"assets/coursework-{sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()[:10]}"
    return BrowserFiles([SiteFile(f"{folder}/{name}", content) for name, content in contents.items()], folder)


def file_number(quiz: str, files: int) -> int:
    """Which of the files of versions a quiz is in; `link-marks.js` counts the same."""
    return reduce(lambda sum, letter: (sum * 31 + ord(letter)) % 65_521, quiz, 0) % files


def _bank(versions: Mapping[str, Versions], asked: Mapping[str, Versions], mark: object) -> Iterator[tuple[str, str]]:
    """The modules with the questions' versions.

    And one with what the marks beside links must know first, which does not grow: their words, the number of those
    modules, and for each trait the types without it.
    """
    files = -(-len(versions) // _QUIZZES_IN_A_FILE) or 1
    without = {
        trait: [type for type, traits in TRAITS.items() if not getattr(traits, trait)] for trait in _TRAITS_IN_SCRIPTS
    }
    yield "mark-facts.js", _module({"words": mark, "files": files, "without": without})
    yield "versions.js", _versions(versions, asked)
    quizzes: list[list[str]] = [[] for _ in range(files)]
    for quiz in versions:
        quizzes[file_number(quiz, files)].append(quiz)
    for number, own in enumerate(quizzes):
        of_file = _versions(
            {quiz: versions[quiz] for quiz in own}, {quiz: asked[quiz] for quiz in own if quiz in asked}
        )
        yield f"versions-{number}.js", of_file


def _versions(versions: Mapping[str, Versions], asked: Mapping[str, Versions]) -> str:
    return _module({"versions": versions, "asked": asked}, "/** @type {Record<string, Record<string, string>>} */\n")


def _module(values: Mapping[str, object], kind: str = "") -> str:
    """A module that exports values, each with a comment that tells its type."""
    said = {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    return "".join(f"{kind}export const {name} = {value}\n" for name, value in said.items())
