"""MkDocs meets the course here and nowhere else: its events in; files, log lines and finished pages out.

The rest is the engine, `coursework/`, which knows nothing of MkDocs.
"""

from __future__ import annotations

import gc
import html
import logging
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from typing import ClassVar
from urllib.parse import urljoin

import rcssmin
import rjsmin
from markdown import Markdown
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page, _ExtractAnchorsTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

import coursework
from coursework.course import check
from coursework.course.project import CACHE
from coursework.course.waiting import Waiting, WaitingText
from coursework.lesson.work import is_lesson
from coursework.reading.cite import CitationError
from coursework.source.values import not_text
from coursework.text.extension import custom_fences, written
from coursework.text.templates import compiled_in, once
from coursework_mkdocs.lean_page import lean_page
from coursework_mkdocs.lighter_styles import lighten_styles
from coursework_mkdocs.navigation import in_turn, pages_of, titles_of, with_folders
from coursework_mkdocs.policy import with_policy
from coursework_mkdocs.search_text import searchable

# Only what is logged below `mkdocs.` is shown by MkDocs and counted by `--strict`.
log = logging.getLogger("mkdocs.hooks.coursework")

_THEME_SHEET = "assets/stylesheets/main.*.css"
_PAPER_SHEET = "assets/paper.css"
_ARTICLE = '<article class="md-content__inner md-typeset">'


class _Build:
    """What one build hands from event to event; MkDocs keeps this module for as long as it runs."""

    serving = False
    whole = True
    course: coursework.Course
    problems: list[coursework.Problem]
    said: Sequence[str] = ()
    made: dict[str, coursework.MadePage]
    headings: Markdown
    waiting: Waiting
    # From one build to the next, where there is one: each page by its path, and what the course keeps itself.
    kept: ClassVar[dict[str, tuple]] = {}
    of_site = ""
    content: str | None = None


class _Page(Page):
    """A page whose texts wait until it is written: together they are the most that a build would hold."""

    content, markdown = WaitingText(lambda: _Build.waiting), WaitingText(lambda: _Build.waiting)

    def render(self, config, files):
        """Render the page, or take it as it was rendered last: of what an author waits for, most is the same."""
        path = self.file.src_uri
        if not _Build.serving:
            self._render(config, files)
            _Build.course.page(path).let_go()
            return
        key = _Build.course.fingerprints.of(self.file.content_string) + _Build.of_site
        if _Build.kept.get(path, ("",))[0] != key:
            with _Remarks() as remarks:
                self._render(config, files)
            links = {file.src_uri: found for file, found in (self.links_to_anchors or {}).items()}
            rendered = (self.content, self.toc, self._title_from_render, self.present_anchor_ids, links)
            # What was remarked on must be again.
            _Build.kept[path] = ("" if remarks.any else key, rendered, _Build.course.page(path))
        else:
            _, (self.content, self.toc, self._title_from_render, self.present_anchor_ids, links), page = _Build.kept[
                path
            ]
            self.links_to_anchors = {files.get_file_from_path(target): found for target, found in links.items()}
            _Build.course.resume(page)

    def _render(self, config, files):
        super().render(config, files)


class _Remarks(logging.Handler):
    """Whether MkDocs remarks on anything in a page."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.any = False

    def emit(self, record):
        self.any = True

    def __enter__(self):
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *error):
        logging.getLogger("mkdocs").removeHandler(self)


class _MadePage(_Page):
    """A page that the course makes, which is HTML from the beginning: nothing in it waits for Markdown."""

    def __init__(self, made, title, file, config):
        super().__init__(title, file, config)
        self._made = made

    def read_source(self, config):
        self.markdown, self.meta = "", self._made.head

    def _render(self, config, files):
        root = _Build.course.made(self._made)
        headings = _Build.headings.treeprocessors["toc"]
        headings.md.toc_tokens = []
        anchors = _ExtractAnchorsTreeprocessor(self.file, files, config)
        links = _RelativePathTreeprocessor(self.file, files, config)
        # A sheet is printed: nobody follows a link to its headings.
        for step in (anchors, links) if self._made.sheet else (headings, anchors, links):
            step.run(root)
        self.content, self.toc = written(root), get_toc(headings.md.toc_tokens)
        self.present_anchor_ids, self.links_to_anchors = anchors.present_anchor_ids, links.links_to_anchors


def on_startup(command, dirty):
    _Build.serving = command == "serve"
    _Build.whole = not dirty
    if not _Build.serving:
        # What is there by now stays to the end. To look through it again and again for waste is a twentieth of a build.
        gc.freeze()
        gc.set_threshold(10_000, 10, 5)


def on_config(config):
    config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", []).extend(custom_fences())
    return config


def on_files(files, config):
    root = Path(config.config_file_path).parent
    _Build.waiting = Waiting(root / CACHE)
    try:
        _Build.course = coursework.build(_project(root, files, config), _Build.kept if _Build.serving else None)
    except (ValueError, CitationError) as error:
        raise PluginError(f"mkdocs.yml: {error}") from None
    _Build.headings = Markdown(extensions=["toc"], extension_configs={"toc": config.mdx_configs.get("toc", {})})
    _Build.made = dict(_added(files, config))
    _shrink(files, config)
    config.markdown_extensions.append(_Build.course.extension)
    config.nav = with_folders(config.nav, _Build.made)
    titles = dict(titles_of(config.nav))
    if _Build.serving:
        settings = Path(config.config_file_path).read_bytes()
        _Build.of_site = sha256(repr((settings, sorted(files.src_uris))).encode()).hexdigest()
    else:
        gc.freeze()
    # Without a navigation MkDocs makes one of all pages.
    named = pages_of(config.nav) if config.nav else [file.src_uri for file in files.documentation_pages()]
    for file in map(files.get_file_from_path, named):
        if file:
            _page(titles.get(file.src_uri), file, config)
    after = {made.path: made.after for made in _Build.made.values() if made.after}
    for file in [files.get_file_from_path(path) for path in in_turn(files.src_uris, after)]:
        files.remove(file)  # the same collection in another order: others may hold it
        files.append(file)
    return files


def _project(root, files, config):
    """The project as the engine knows it. Raises ValueError where a setting cannot be one."""
    settings = config.extra.get("course") or {}
    return coursework.Project(
        root=root,
        pages=_Build.waiting.texts(_texts(files)),
        course=str(settings.get("id", "")),
        citation_style=str(settings.get("citation_style", "apa")),
        order=list(pages_of(config.nav)),
        stances=settings.get("stances") or {},
        topics=settings.get("topics") or {},
        settings=settings,
        title=str(config.site_name),
        author=str(settings.get("author") or ""),
        published=_published(),
        address=lambda path: _address(path, config),
    )


def _added(files, config):
    """Add the files that the course makes; gives the pages among them by their paths."""
    for made in _Build.course.files():
        if files.get_file_from_path(made.path):
            raise PluginError(f"docs/{made.path}: must have another name; the course makes a page of this one")
        file = File.generated(config, made.path, content=made.content)
        file.edit_uri = f"../{made.source}" if made.source else None
        files.append(file)
        if isinstance(made, coursework.MadePage):
            yield made.path, made


def _shrink(files, config):
    extra = set(map(str, config.extra_css))
    for file in files:
        ours = file.src_dir == config.theme.custom_dir
        if file.src_uri in extra or (ours and file.src_uri.endswith(".css")):
            # A sixth of it is comments and spaces, for those who write it.
            file.content_string = rcssmin.cssmin(file.content_string)
        elif ours and file.src_uri.endswith(".js"):
            file.content_string = rjsmin.jsmin(file.content_string)


def _texts(files):
    """The path and the text of each page; refuses those that are no text, of which MkDocs would name none."""
    problems = []
    for file in files.documentation_pages():
        try:
            yield file.src_uri, file.content_string
        except UnicodeDecodeError as error:
            problems.append(not_text(f"docs/{file.src_uri}", error))
    if problems:
        _refuse(problems)


def _refuse(problems):
    for problem in problems:
        log.error(str(problem))
    count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
    raise PluginError(f"{count} to mend; each line above says where and what. The site was not built.")


def _page(title, file, config):
    """Make a page of ours of a file, in place of the one that MkDocs would make."""
    made = _Build.made.get(file.src_uri)
    return _MadePage(made, title, file, config) if made else _Page(title, file, config)


def _published():
    """The day of the text that is built. `make` gives the time of its last commit, and 0 where there is none."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds.isdigit() or not int(seconds):
        return ()
    day = datetime.fromtimestamp(int(seconds), UTC)
    return (day.year, day.month, day.day)


def _address(path, config):
    """The whole address of a page by its path below `docs/`; nothing where the site has none."""
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    return urljoin(config.site_url, file.url) if config.site_url else ""


def on_nav(nav, config, files):
    _Build.nav = nav
    for file in files.documentation_pages():
        # Those that MkDocs missed in the navigation, and told of if it should.
        if file.page and not isinstance(file.page, _Page):
            _page(None, file, config)
    return nav


def on_page_markdown(markdown, page, config, files):
    if not isinstance(page, _MadePage):
        _Build.course.start(page.file.src_uri, page.file.content_string)
    for name in ("title", "description"):
        # The theme prints them as they are, into tags and attributes.
        if name in page.meta:
            page.meta[name] = html.escape(str(page.meta[name]))
    return markdown


def on_env(env, config, files):
    _Build.waiting.close()
    # All pages are rendered and none is written: the last moment to refuse, and the first that knows all anchors.
    anchors = {file.src_uri: file.page.present_anchor_ids or set() for file in files.documentation_pages() if file.page}
    _Build.problems = [*_lost_settings(config, files), *_Build.course.problems(anchors)]
    if _Build.problems:
        _Build.kept.clear()
    if _Build.problems and not _Build.serving:
        _refuse(_Build.problems)
    for problem in _Build.problems:
        log.error(str(problem))
    if not _Build.problems:
        _advise()
    env.bytecode_cache = compiled_in(_Build.course.cache)
    env.globals["theme_sheet"] = next(path for path in files.src_uris if fnmatch(path, _THEME_SHEET))
    env.auto_reload = False  # each build has an environment of its own
    env.globals["once"] = once()
    # An address from the root of the site, which pages of one depth write alike; MkDocs' own is the shortest from each.
    env.filters["below"] = lambda address, base: f"{base.rstrip('/')}/{address}"
    env.globals["course_marks"] = {"course": _Build.course.id, "lessons": _Build.course.marks()}
    lessons = [page for page in _Build.nav.pages if is_lesson(page.file.src_uri)]
    places = {page.file.src_uri: place for place, page in enumerate(lessons)}
    of_quizzes = {quiz: places.get(lesson) for quiz, lesson in _Build.course.lessons_of_quizzes().items()}
    in_section = dict(_in_section(_Build.nav.items))
    env.globals["course_pages"] = {
        "lessons": lessons, "places": places, "of_quizzes": of_quizzes, "in_section": in_section,
        "by_path": {page.file.src_uri: page for page in _Build.nav.pages},
    }  # fmt: skip
    if not _Build.serving:
        gc.collect()  # no page is rendered any more: what comes now finds its room
    return env


def _lost_settings(config, files):
    pages = files.documentation_pages()
    usable = {"finale": [file.src_uri for file in pages], "help": [file.url for file in pages]}
    named = {name: (str(config.theme.get(name) or ""), values) for name, values in usable.items()}
    return check.settings(Path(config.config_file_path).read_text(encoding="utf-8"), named)


def _in_section(items):
    """The place of each page among those of its section, by its path."""
    for place, item in enumerate(items):
        if item.is_page:
            yield item.file.src_uri, place
        yield from _in_section(item.children or ())


def _advise():
    """Advice is no warning: `--strict` does not count it. Under `serve` nothing is said twice."""
    advice = [f"Advice: {advice}" for advice in _Build.course.advice]
    for line in advice:
        if line not in _Build.said:
            log.info(line)
    _Build.said = advice


@event_priority(100)
def _before_search(context, page, config, nav):
    hidden = (page.meta.get("search") or {}).get("exclude")
    _Build.content, page.content = page.content, "" if hidden else searchable(page.content)


@event_priority(-100)
def _after_search(context, page, config, nav):
    _Build.content, page.content = None, _Build.content


on_page_context = CombinedEvent(_before_search, _after_search)


def on_post_page(output, page, config):
    paths = _Build.course.scripts(page.file.src_uri)
    links = [
        f'<script type="module" src="{html.escape(get_relative_url(path, page.url))}"></script>\n' for path in paths
    ]
    if page.meta.get("template") != "paper.html" and any(path.endswith("/quiz-paper.js") for path in paths):
        # A worksheet among other things.
        links.append(f'<link rel="stylesheet" href="{html.escape(get_relative_url(_PAPER_SHEET, page.url))}">\n')
    head = _Build.course.head(page.file.src_uri) + "".join(links)
    output = output.replace("</head>", f"{head}</head>", 1)
    page.content = None
    if _Build.problems:
        # Only under `serve`: the author sees it on the page that is open, and the server lives on.
        output = output.replace(_ARTICLE, _ARTICLE + _Build.course.problem_box(_Build.problems), 1)
    return _guarded(output)


def on_post_template(output, template_name, config):
    return _guarded(output) if template_name.endswith(".html") else output


def on_post_build(config):
    # Only where all pages are there, and nobody waits for the next change to show.
    if _Build.whole and not _Build.serving:
        gc.collect()  # no page is written any more either
        lighten_styles(Path(config.site_dir), _THEME_SHEET, [*map(str, config.extra_css), _PAPER_SHEET])


def _guarded(page):
    # Under `serve` MkDocs adds a script of its own, with a number that changes, after this.
    return page if _Build.serving else with_policy(lean_page(page))
