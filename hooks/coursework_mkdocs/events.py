"""MkDocs' events, one after another: what a course adds to a site, and what is made of each page.

What a build hands from event to event stands in `_Build`; MkDocs keeps this module for as long as it runs.
"""

from __future__ import annotations

import gc
import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import coursework
from coursework.reading.cite import CitationError
from coursework_mkdocs import building, frames, head_links, look, settings, shrunk_files, theme_styles
from coursework_mkdocs.added_files import added
from coursework_mkdocs.advising import advise
from coursework_mkdocs.block_watch import BlockWatch
from coursework_mkdocs.course_settings import CourseSettings, UnusableError, read_settings
from coursework_mkdocs.guest import SHEET, is_guest, own_settings, sheet_of
from coursework_mkdocs.host import log
from coursework_mkdocs.nav_check import without_lost
from coursework_mkdocs.navigation import ordered, pages_of, titles_of, with_folders
from coursework_mkdocs.opened_as_files import advice_on_files, note_on_files
from coursework_mkdocs.page_faults import found_on_pages
from coursework_mkdocs.pages import CoursePage, GeneratedCoursePage, Renderer, told_of_words
from coursework_mkdocs.policy import Policy
from coursework_mkdocs.refusal import as_told, refuse
from coursework_mkdocs.rendered_cache import RenderedCache
from coursework_mkdocs.serving import ARTICLE, CarefulBuild
from coursework_mkdocs.template_values import prepare_templates

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a server, which only `serve` has to load


@dataclass
class _Build:
    """What one build hands from event to event; `cache`, `build_cache` and `advised` last as long as `serve`.

    `of_course` are the paths of a guest's pages, None where it has the site; where it is `only_looking`, none is made.
    """

    serving: bool = False
    cache: RenderedCache | None = None
    build_cache: coursework.BuildCache | None = None
    advised: Sequence[str] = ()
    only_looking: bool = False
    unstyled: frozenset[str] = frozenset()
    of_course: frozenset[str] | None = None
    settings: CourseSettings = field(default_factory=CourseSettings)
    problems: list[coursework.Problem] = field(default_factory=list)
    generated: dict[str, coursework.GeneratedPage] = field(default_factory=dict)
    course: coursework.Course = field(init=False)
    renderer: Renderer = field(init=False)
    policy: Policy | None = None
    nav: Navigation = field(init=False)
    watch: BlockWatch = field(default_factory=BlockWatch)


_build = _Build()


def on_startup(command: str, dirty: bool) -> None:
    global _build
    serving = command == "serve"
    building.start(in_place=serving or dirty)
    _build = _Build(serving, RenderedCache() if serving else None, coursework.BuildCache() if serving else None)
    if not serving:
        # What is in memory by now is needed to the end: to look through it for garbage is a twentieth of a build.
        gc.freeze()
        gc.set_threshold(10_000, 10, 5)


def only_look(cache: RenderedCache) -> None:
    """Let the build that has begun find what is wrong with a course, and make nothing of what a site consists of."""
    _build.only_looking, _build.cache = True, cache


# Before any plugin makes something of the settings.
@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    try:
        _build.settings = read_settings(config)
    except UnusableError as error:
        refuse(error.problems)
    if not _build.serving:
        settings.leave_out_own_address(config, _build.settings)
    if not is_guest(config):
        settings.set_up_fences(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if _build.cache:
        _build.cache.begin(config, files.src_uris, _build.settings.values)
    try:
        project = settings.project_of(files, config, _build.settings, not (_build.serving or _build.only_looking))
        with told_of_words():
            _build.course = coursework.build(project, _build.build_cache)
    except UnusableError as error:
        refuse(error.problems)
    except (ValueError, CitationError) as error:
        raise PluginError(f"mkdocs.yml: {error}") from None
    headings = Markdown(extensions=["toc"], extension_configs={"toc": config.mdx_configs.get("toc", {})})
    own = config if not (guest := is_guest(config)) else own_settings(config)
    _build.renderer = Renderer(_build.course, headings, _build.cache, own)
    _build.of_course = None if not guest else frozenset(project.pages)
    _build.policy = None if guest else Policy(config.theme.dirs, project.hosts)
    _build.settings.problems += settings.faults_of_settings(config, files, project)
    _build.settings.advice += advice_on_files(config)
    publishing = _build.course.publishing
    of_course = publishing.outline() if _build.only_looking else publishing.files()
    _build.generated = dict(added(files, config, of_course, _build.settings.problems))
    if guest:
        _build.watch = BlockWatch.of_site(config)
        settings.set_up_fences(own)
        files.append(sheet_of(config, _build.course.styles))
    else:
        _build.unstyled = theme_styles.dress(files, config, _build.settings, _build.course.styles)
    own.markdown_extensions.append(
        _build.course.rendering.extension  # type: ignore[arg-type]  # Python-Markdown takes an extension for its name
    )
    config.nav = with_folders(without_lost(files, config, _build.generated, _build.settings), _build.generated)
    titles = dict(titles_of(config.nav))
    if not _build.serving:
        gc.freeze()
    # Without a navigation MkDocs makes one of all pages.
    named = pages_of(config.nav) if config.nav else [file.src_uri for file in files.documentation_pages()]
    for file in filter(_is_of_course, map(files.get_file_from_path, named)):
        _page(titles.get(file.src_uri), file, config)
    if guest:
        return files
    after = {page.path: page.after for page in _build.generated.values() if page.after}
    found = [files.get_file_from_path(path) for path in ordered(files.src_uris, after)]
    for file in filter(None, found):
        files.remove(file)  # the same collection in another order: others may hold it
        files.append(file)
    return files


def _is_of_course(file: File | None) -> TypeGuard[File]:
    of_course = _build.of_course
    return file is not None and (of_course is None or file.src_uri in of_course or file.src_uri in _build.generated)


def _page(title: str | None, file: File, config: MkDocsConfig) -> CoursePage:
    """Make a page of ours of a file, in place of the one that MkDocs would make."""
    if generated := _build.generated.get(file.src_uri):
        return GeneratedCoursePage(generated, title, file, config, _build.renderer)
    return CoursePage(title, file, config, _build.renderer)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    _build.nav = nav
    for file in files.documentation_pages():
        # Those that MkDocs missed in the navigation, and told of if it should.
        if file.page and not isinstance(file.page, CoursePage) and _is_of_course(file):
            _page(None, file, config)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if not isinstance(page, CoursePage):
        return markdown
    if not isinstance(page, GeneratedCoursePage):
        _build.course.rendering.start(page.file.src_uri, page.file.content_string)
    for name in () if is_guest(config) and not isinstance(page, GeneratedCoursePage) else ("title", "description"):
        # The theme prints them as they are, into tags and attributes.
        if name in page.meta:
            page.meta[name] = html.escape(str(page.meta[name]))
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    # All pages are rendered and none is written: the last moment to refuse, and the first that knows all anchors.
    pages = [file.page for file in files.documentation_pages() if file.page]
    anchors = {each.file.src_uri: each.present_anchor_ids for each in pages if each.present_anchor_ids is not None}
    of_settings = [*_build.settings.problems, *settings.lost_settings(config, files)]
    of_settings += _build.watch.problems() if _build.of_course is not None else []
    if _build.only_looking:
        _build.course.look_at_links()
    given = (_build.generated, _build.settings.hosts, _build.course.pictures)
    problems, advice = found_on_pages(files, *given) if _build.policy else ([], [])
    _build.problems = [*sorted(set(of_settings)), *sorted({*_build.course.problems(anchors), *problems})]
    if _build.problems and _build.cache:
        _build.cache.clear()
    if _build.problems and not _build.serving:
        refuse(_build.problems)
    for problem in _build.problems:
        log.error(str(problem))
    if not _build.problems:
        of_course = {*_build.settings.advice, *_build.course.advice, *advice}
        _build.advised = advise(of_course, files, _build.generated, _build.unstyled, _build.advised)
    if _build.only_looking:
        return env
    prepare_templates(env, _build.course, _build.nav, files)
    frames.fill(env, config, _build.nav, files, _build.course, _build.policy)
    if not _build.serving:
        gc.collect()  # all pages are rendered: give back what that took
    return env


# After all plugins: what they add to a page is under its policy as well.
@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if not isinstance(page, CoursePage):
        return output
    publishing = _build.course.publishing
    rendered = _build.course.rendering.pages.get(page.file.src_uri)
    paths, is_paper = publishing.scripts(rendered), page.meta.get("template") == "paper.html"
    sheets = theme_styles.sheets_of_page(output, paths, is_paper) if _build.policy else [SHEET]
    head = publishing.head(page.file.src_uri) + note_on_files(config, _build.course.content.words)
    fonts = look.fonts_of_page(output, config.theme.get("look")) if _build.policy else []
    sheets += publishing.sheets(rendered)
    head += head_links.head_links(page.url, config, paths, sheets, publishing.late_sheets(rendered), fonts)
    output = output.replace("</head>", f"{head}</head>", 1)
    page.content = None
    if _build.problems:
        # Only under `serve`: the author sees it on the page that is open, and the server lives on.
        output = output.replace(ARTICLE, ARTICLE + publishing.problem_box([*map(as_told, _build.problems)]), 1)
    return _guarded(output, f"docs/{page.file.src_uri}", config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    paths = Path(config.config_file_path), Path(config.site_dir)
    server.builder = CarefulBuild(server, *paths, _build.course.publishing.problem_box)
    return server


@event_priority(-100)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return _guarded(output, template_name, config) if template_name.endswith(".html") else output


def _guarded(page: str, path: str, config: MkDocsConfig) -> str:
    # Under `serve` MkDocs adds a script of its own, with a number that changes, after this.
    policy = None if _build.serving else _build.policy
    return policy.guarded(shrunk_files.without_indents(page, config), path) if policy else page
