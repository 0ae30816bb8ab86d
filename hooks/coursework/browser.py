"""The files that run in the reader's browser, in one folder named by what they hold.

The name changes with the content, so that a browser never mixes files of two versions of the site.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import rjsmin

from coursework.site_file import SiteFile
from coursework.templates import HERE


@dataclass(frozen=True)
class BrowserFiles:
    """`folder` is their path in the site; modules in it import one another by name."""

    files: list[SiteFile]
    folder: str


def browser_files(words: dict[str, Any]) -> BrowserFiles:
    """Everything in `quiz/browser/`, with the interface's words as a module beside it."""
    sources = sorted((HERE / "quiz" / "browser").glob("*.js"))
    contents = {file.name: rjsmin.jsmin(file.read_text(encoding="utf-8")) for file in sources}
    spoken = {name: words[name] for name in ("verdict", "storage", "order", "certainty", "guess", "summary", "review")}
    contents["words.js"] = f"export const words = {json.dumps(spoken, ensure_ascii=False, indent=2)}\n"
    # What only some pages need is a module of its own: the marks beside links are on every page, and stay light.
    for name, own in (("mark", words["mark"]), ("progress", {**words["progress"], "bands": words["certainty"]})):
        contents[f"{name}-words.js"] = f"export const words = {json.dumps(own, ensure_ascii=False, indent=2)}\n"
    folder = f"assets/coursework-{sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()[:10]}"
    return BrowserFiles([SiteFile(f"{folder}/{name}", content) for name, content in contents.items()], folder)
