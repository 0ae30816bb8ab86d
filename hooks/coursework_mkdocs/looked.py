"""What a check remembers until the next: the pages that were rendered, where a whole course had nothing to mend.

A page counts as seen while all that it is rendered from is the same, which its key says, and so are the programs.
"""

from __future__ import annotations

import json
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from mkdocs.structure.toc import TableOfContents

import coursework
from coursework.course.project import CACHE
from coursework.text.page import Page
from coursework_mkdocs import origin
from coursework_mkdocs.rendered_cache import Rendered, RenderedCache

_FILE = "looked.json"
# Whose next version may find another mistake in the same page.
_PROGRAMS = ("mkdocs", "markdown", "pymdown-extensions", "jinja2")


def read_looked(root: Path) -> RenderedCache:
    """The pages that the last check of the project in a folder saw; none where there are none to be trusted."""
    cache = RenderedCache()
    try:
        found = json.loads(_file(root).read_text(encoding="utf-8"))
        if found["programs"] == _programs():
            for path, (key, content, title, anchors, links) in found["pages"].items():
                rendered = Rendered(content, TableOfContents([]), title, set(anchors), links, Page(path, ""))
                cache.put(path, key, rendered)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        cache.clear()  # written by another version, or cut short: a check without it takes longer
    return cache


def write_looked(root: Path, cache: RenderedCache) -> None:
    """Remember what a check has seen. A folder that cannot be written is no mistake of the course."""
    pages = {
        path: (key, page.content, page.title, sorted(page.anchors or ()), page.links)
        for path, key, page in cache.pages() if key
    }  # fmt: skip
    text = json.dumps({"programs": _programs(), "pages": pages}, ensure_ascii=False)
    try:
        _file(root).parent.mkdir(parents=True, exist_ok=True)
        _file(root).write_text(text, encoding="utf-8")
    except OSError:
        return


def _file(root: Path) -> Path:
    return root / CACHE / _FILE


def _programs() -> str:
    """A hash of the programs that look: ours as they stand, others by their versions."""
    folders = (Path(coursework.__file__).parent, Path(__file__).parent)
    ours = [(str(file), file.stat().st_mtime_ns) for folder in folders for file in sorted(folder.rglob("*.py"))]
    versions = [metadata.version(name) for name in _PROGRAMS]
    return sha256(repr((origin.version(), ours, versions)).encode()).hexdigest()
