"""What the templates of the theme ask of a course, beside what MkDocs gives them."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch

from jinja2 import Environment, pass_context
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, script_tag_filter, url_filter

import coursework
from coursework.lesson.work import is_lesson
from coursework.text.shortcuts.render_once import render_once
from coursework.text.templates import compiled_in
from coursework.text.words import counted, escaped, group
from coursework_mkdocs import theme_styles
from coursework_mkdocs.content_names import published


def prepare_templates(env: Environment, course: coursework.Course, nav: Navigation, files: Files) -> None:
    """Give the host's templates their values, and a place for what was compiled of them."""
    env.bytecode_cache = compiled_in(course.cache)
    env.globals["theme_sheet"] = next((path for path in files.src_uris if fnmatch(path, theme_styles.SHEET)), "")
    env.auto_reload = False  # each build has an environment of its own
    env.globals["course_counted"] = counted
    env.globals["course_words"] = escaped(group(course.content.words, "page"))
    env.globals["once"] = render_once()
    # An address from the root of the site, which pages of one depth write alike; MkDocs' own is the shortest from each.
    env.filters["url"] = pass_context(_url)
    env.filters["script_tag"] = pass_context(_script_tag)
    env.filters["below"] = lambda address, base: f"{base.rstrip('/')}/{address}"
    publishing = course.publishing
    env.globals["course_marks"] = {"course": course.id, "lessons": publishing.marks()}
    lessons = [page for page in nav.pages if is_lesson(page.file.src_uri)]
    places = {page.file.src_uri: place for place, page in enumerate(lessons)}
    of_quizzes = {quiz: places.get(lesson) for quiz, lesson in publishing.lessons_of_quizzes().items()}
    env.globals["course_pages"] = {
        "lessons": lessons, "places": places, "of_quizzes": of_quizzes, "stances": publishing.stances,
        "in_section": dict(_in_section(nav.items)),
        "by_path": {page.file.src_uri: page for page in nav.pages},
        "urls": {file.src_uri: file.url for file in files.documentation_pages()},
        "rendered": course.rendering.pages,
    }  # fmt: skip


def _in_section(items: Sequence[StructureItem]) -> Iterator[tuple[str, int]]:
    """The place of each page among those of its section, by its path."""
    for place, item in enumerate(items):
        if isinstance(item, Page):
            yield item.file.src_uri, place
        elif isinstance(item, Section):
            yield from _in_section(item.children)


def _url(context: TemplateContext, path: object) -> str:
    """MkDocs' own filter, for a file under the name that it is published by."""
    return url_filter(context, published(str(path), context["config"]))


def _script_tag(context: TemplateContext, script: ExtraScriptValue | str) -> str:
    """The same for a script with its tag."""
    named = copy.copy(script)
    if isinstance(named, str):
        named = ExtraScriptValue(named)
    named.path = published(named.path, context["config"])
    return script_tag_filter(context, named)
