"""The files that run in the reader's browser, in one folder named by what they hold.

The name changes with the content, so that a browser never mixes files of two versions of the site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import rjsmin

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
    "mark-words.js": ("mark",),
    "go-on-words.js": ("go-on",),
    "sitting-words.js": ("sitting", "storage"),
}


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
    versions: Mapping[str, dict[str, str]] | None = None,
    asked: Mapping[str, dict[str, str]] | None = None,
) -> BrowserFiles:
    """Every script of the engine, with the interface's words and the questions' versions as modules beside them.

    `versions` are those of each quiz's questions by their address; `asked`, by the quiz of a lesson, those of what the
    lesson asks, where that is not just its quiz.
    """
    contents = {file.name: rjsmin.jsmin(file.read_text(encoding="utf-8")) for file in script_sources()}
    for module, names in _WORDS.items():
        own = {name: words[name] for name in names} if len(names) > 1 else words[names[0]]
        contents[module] = f"export const words = {json.dumps(own, ensure_ascii=False)}\n"
    kind = "/** @type {Record<string, Record<string, string>>} */"
    contents["versions.js"] = f"{kind}\nexport const versions = {json.dumps(versions or {}, ensure_ascii=False)}\n"
    contents["versions.js"] += f"{kind}\nexport const asked = {json.dumps(asked or {}, ensure_ascii=False)}\n"
    folder = f"assets/coursework-{sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()[:10]}"
    return BrowserFiles([SiteFile(f"{folder}/{name}", content) for name, content in contents.items()], folder)
