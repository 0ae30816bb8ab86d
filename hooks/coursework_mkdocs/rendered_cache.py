"""Pages as they were rendered, kept under `serve` between builds: what has the same inputs is not rendered again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import TableOfContents

import coursework
from coursework.text.page import Page

# Extensions that make a page of nothing but its own text and the settings. Any other may read what changes unseen, as
# `pymdownx.snippets` reads files: with one of those every page is rendered at each build.
_SELF_CONTAINED = {
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "sane_lists",
    "smarty", "tables", "toc", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details",
    "pymdownx.escapeall", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink",
    "pymdownx.mark", "pymdownx.progressbar", "pymdownx.saneheaders", "pymdownx.smartsymbols", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
}  # fmt: skip


_IN_MEMORY = re.compile(" at 0x[0-9a-f]+")


def _of_others(fences: Sequence[Mapping[str, object]]) -> bool:
    return any(not str(getattr(fence.get("format"), "__module__", "")).startswith("coursework") for fence in fences)


@dataclass(frozen=True)
class Rendered:
    """A page as it was rendered: what MkDocs keeps of it, with links by the paths of their pages, and our `Page`."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]
    page: Page


class RenderedCache:
    """The pages of the builds so far, by their paths. `site` is what all pages depend on beside the course."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str | None, Rendered]] = {}
        self.site: str | None = None

    def begin(self, config: MkDocsConfig, paths: Iterable[str], own: object = None) -> None:
        """Note what all pages of this build depend on: the settings, wherever they stand, and the files there are.

        `own` are our settings, which say by `repr` what they are.
        """
        names = [name for name in config.markdown_extensions if isinstance(name, str)]
        fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", [])
        # Another's extension or fence may read what changes unseen; ours is none yet when this is asked.
        if set(names) - _SELF_CONTAINED or len(names) < len(config.markdown_extensions) or _of_others(fences):
            self.site = None
            return
        settings = [config[name] for name in ("markdown_extensions", "mdx_configs", "extra", "nav", "site_url")]
        inputs = (settings, config.use_directory_urls, dict(config.theme), config.validation, own, sorted(paths))
        # A function of ours among them stands somewhere else in memory each time.
        self.site = sha256(_IN_MEMORY.sub("", repr(inputs)).encode()).hexdigest()

    def key(self, source: str, course: coursework.Course) -> str | None:
        """A hash of all that a page is rendered from, `source` among it; None where that cannot be known."""
        return None if self.site is None else course.publishing.fingerprints.of(source) + self.site

    def get(self, path: str, key: str | None) -> Rendered | None:
        """The page that was rendered last at a path, if that was under the same key."""
        own_key, rendered = self._pages.get(path, (None, None))
        return rendered if key is not None and own_key == key else None

    def put(self, path: str, key: str | None, rendered: Rendered) -> None:
        """Keep a page; without a key it is never found again."""
        self._pages[path] = (key, rendered)

    def pages(self) -> Iterator[tuple[str, str | None, Rendered]]:
        """Every page that is kept: its path, its key and what it was."""
        for path, (key, rendered) in self._pages.items():
            yield path, key, rendered

    def clear(self) -> None:
        self._pages.clear()
