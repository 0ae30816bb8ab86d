"""The pages of a course as MkDocs renders them, those that the course makes among them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _ExtractAnchorsTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

import coursework
from coursework.source.front_matter import read_head
from coursework.source.signs import legible, readable
from coursework.text import extension
from coursework.text.words import WordsError
from coursework_mkdocs.guest import is_guest, without_paper
from coursework_mkdocs.host import host_log
from coursework_mkdocs.rendered_cache import Rendered, RenderedCache


@contextmanager
def told_of_words() -> Iterator[None]:
    """Let a build end with a line, not with a traceback, where a word of the interface is missing."""
    try:
        yield
    except WordsError as error:
        raise PluginError(str(error)) from None


def has_template(config: MkDocsConfig, name: object) -> bool:
    """Whether the theme has the template that a page asks for, if it asks for one."""
    return name is None or any(Path(folder, str(name)).is_file() for folder in config.theme.dirs)


def file_read_by(md: Markdown) -> File | None:
    """The file of the page that a Markdown of the host reads; None where it reads no page."""
    return next((each.file for each in md.treeprocessors if isinstance(each, _RelativePathTreeprocessor)), None)


@dataclass(frozen=True)
class Renderer:
    """What a page needs to be rendered: the course, Markdown that knows headings, and under `serve` a cache.

    `config` are the settings for pages of the course, which may have more Markdown than those of the whole site.
    """

    course: coursework.Course
    headings: Markdown
    cache: RenderedCache | None
    config: MkDocsConfig


class CoursePage(Page):
    """A page that under `serve` is taken from the cache, unless what it is rendered from has changed.

    `whole` is its content while search has another.
    """

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, renderer: Renderer):
        super().__init__(title, file, config)
        self.renderer = renderer
        self.whole: str | None = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page as the engine does: MkDocs would load whatever stands at its head, as it does for a guest."""
        if is_guest(config):
            super().read_source(config)
            self.markdown = readable(legible(self.markdown or ""))
            return
        source = config.plugins.on_page_read_source(page=self, config=config)
        head = read_head(self.file.src_uri, self.file.content_string if source is None else source)
        self.markdown = readable(legible(head.body))  # what is taken out has been told
        self.meta = head.values
        if not has_template(config, self.meta.get("template")):
            del self.meta["template"]  # which is told

    def render(self, config: MkDocsConfig, files: Files) -> None:
        course, cache, path = self.renderer.course, self.renderer.cache, self.file.src_uri
        if cache is None:
            self._render(config, files)
            course.rendering.pages[path].release()
            return
        key = cache.key(self._source(), course)
        if found := cache.get(path, key):
            self.content, self.toc, self._title_from_render = found.content, found.toc, found.title
            self.present_anchor_ids = found.anchors
            linked = {files.get_file_from_path(to): links for to, links in found.links.items()}
            self.links_to_anchors = {file: links for file, links in linked.items() if file}
            course.rendering.resume(found.page)
            return
        with Remarks() as remarks:
            self._render(config, files)
        links = {file.src_uri: found for file, found in (self.links_to_anchors or {}).items()}
        page = course.rendering.pages[path]
        rendered = Rendered(self.content, self.toc, self._title_from_render, self.present_anchor_ids, links, page)
        # A page with warnings is rendered at each build, so that they are given again.
        cache.put(path, None if remarks.any else key, rendered)

    def _source(self) -> str:
        """All that is rendered of the page: what plugins made of its text, not the text of its file."""
        return self.markdown or ""

    def _render(self, config: MkDocsConfig, files: Files) -> None:
        with told_of_words():
            super().render(self.renderer.config, files)


class GeneratedCoursePage(CoursePage):
    """A page that the course makes, which is HTML from the beginning: nothing in it waits for Markdown."""

    def __init__(
        self,
        generated: coursework.GeneratedPage,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        renderer: Renderer,
    ):
        super().__init__(title, file, config, renderer)
        self.generated = generated

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", self.generated.head
        if not has_template(config, self.meta.get("template")):
            self.meta = without_paper(self.meta)

    def _source(self) -> str:
        return self.generated.content

    def _render(self, config: MkDocsConfig, files: Files) -> None:
        with told_of_words():
            root = self.renderer.course.rendering.generated(self.generated)
        md = self.renderer.headings
        headings = md.treeprocessors["toc"]
        tokens = vars(md)
        tokens["toc_tokens"] = []
        anchors = _ExtractAnchorsTreeprocessor(self.file, files, config)
        links = _RelativePathTreeprocessor(self.file, files, config)
        # A sheet is printed: nobody follows a link to its headings.
        for step in (anchors, links) if self.generated.sheet else (headings, anchors, links):
            step.run(root)
        self.content, self.toc = extension.written(root), get_toc(tokens["toc_tokens"])
        self.present_anchor_ids, self.links_to_anchors = anchors.present_anchor_ids, links.links_to_anchors


class Remarks(logging.Handler):
    """Whether MkDocs logs anything while a page is rendered; used by `with`."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True

    def __enter__(self) -> Remarks:
        host_log.addHandler(self)
        return self

    def __exit__(self, *error: object) -> None:
        host_log.removeHandler(self)
