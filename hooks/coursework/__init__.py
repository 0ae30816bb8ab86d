"""The engine: a project's folder in, the files of a site and every problem out.

`build` reads everything that authors wrote in YAML and gives a `Course`: what was read, what is rendered and what is
published. Whoever renders the pages (MkDocs, by `coursework_mkdocs`) lets `course.rendering.extension` take part and
asks for `course.problems` when all pages are rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from coursework.course import check, links
from coursework.course.build_cache import BuildCache
from coursework.course.citations import Citations, format_all
from coursework.course.content import Content, read_content
from coursework.course.downloads import Downloads
from coursework.course.formulas import advice_on_dollars, has_formulas
from coursework.course.frames import Frames
from coursework.course.generated_pages import generated_pages
from coursework.course.houses import blocks_of, open_houses
from coursework.course.pictures import advice_on_pictures, shown_in_texts
from coursework.course.project import Project
from coursework.course.publishing import Publishing
from coursework.course.rendering import Rendering
from coursework.course.styles import styles
from coursework.course.syntax import advice_on_syntax
from coursework.lesson.stance import read_lesson_stances
from coursework.lesson.work import Lessons, Work
from coursework.reading.cite import format_citations
from coursework.reading.model import Reference
from coursework.source.front_matter import read_head
from coursework.source.problem import Advice, Problem
from coursework.source.signs import legible, page_problems
from coursework.source.syntax import merge_marks
from coursework.source.values import find
from coursework.text.page_source import elements_of_ours, joined_in, open_comment, unknown_tags, unseen_citations
from coursework.text.site_file import GeneratedPage, SiteFile
from coursework.text.snippet import Snippets
from coursework.text.templates import environment
from coursework.text.words import words_of

__all__ = ["Advice", "BuildCache", "Course", "GeneratedPage", "Problem", "Project", "SiteFile", "build"]


@dataclass(frozen=True)
class Course:
    """Everything a site needs of a course.

    `id` is what readers' saved answers carry; `cache` is a folder for what can be made again; `styles` is CSS for what
    the engine's templates and scripts make; `pictures` are the addresses of those in texts of YAML.
    """

    id: str
    cache: Path
    content: Content
    rendering: Rendering
    publishing: Publishing
    snippets: Snippets
    first_problems: tuple[Problem, ...]
    first_advice: tuple[Advice, ...]
    pictures: frozenset[str]
    styles: str

    def problems(self, anchors: Mapping[str, set[str]]) -> list[Problem]:
        """Every problem of the course. `anchors` holds the ids in each rendered page, by its path below `docs/`."""
        found = [*self.first_problems, *self.snippets.problems, *check.passages(self.content, anchors)]
        found += links.without_place(self.snippets.anchored, anchors, self.rendering.folder)
        found += self.publishing.downloads.problems
        for page in self.rendering.pages.values():
            found += page.problems
        return sorted(set(found))

    def look_at_links(self) -> None:
        """Note where texts of files lead to on pages, for whoever takes pages as they were rendered before."""
        for _, text in self.content.prose():
            if "#" in text and "](" in text:
                self.snippets.note_places(text)

    @property
    def advice(self) -> list[Advice]:
        """What would be better in another way, and stops nothing."""
        return sorted([*self.first_advice, *check.advice(self.content)])


def build(project: Project, build_cache: BuildCache | None = None) -> Course:
    """Read all content, check what crosses houses, format all citations.

    `build_cache` is what a host that builds repeatedly keeps between builds.
    Raises `coursework.reading.cite.CitationError` where citations cannot be formatted at all.
    """
    pages = project.pages
    judged = {} if project.is_guest else dict(project.pages)
    of_pages = [problem for path, text in judged.items() for problem in _of_page(path, text)]
    pages = {path: legible(text) for path, text in project.pages.items()}
    included = {path: replace(each, text=legible(each.text)) for path, each in project.included.items()}
    project = replace(project, pages=pages, included=included)
    # First, while there is little in memory: Pandoc takes as much again.
    lessons = Lessons(project.site, project.pages, lambda works: _entries(works, project))
    content = read_content(project, None if build_cache is None else build_cache.read)
    content.unlink(project.pages)
    stances, of_stances = read_lesson_stances(project.pages, project.stances)
    problems = [*of_pages, *of_stances, *content.problems, *check.between_files(content, project)]
    citations = Citations(content, format_all(content, project), project.is_guest)
    problems += check.forms(content, project, citations.formatted.clusters)
    of_sources = (advice for path, text in judged.items() for advice in joined_in(path, text))
    of_texts = (*advice_on_dollars(content, project), *advice_on_pictures(content, project))
    advice = (*of_texts, *advice_on_syntax(content, project), *of_sources, *check.notes(content, project))
    env = environment(project.cache, content.words, project.folder)
    generated = list(generated_pages(content, project, words_of(env)))
    paths = None if project.files is None else {*project.files, *(page.path for page in generated)}
    snippets = Snippets(
        citations.element,
        lambda address: "" if paths is None else links.lost(address, paths, project.folder),
        partial(find, project.root),
        project.math,
        content.words,
    )
    env.filters |= snippets.filters()
    houses = open_houses(content, project, lessons, citations, snippets, env)
    has_math = project.math and project.math_on_pages
    downloads = Downloads(content, project, citations, snippets, env)
    frames = Frames(content, project, snippets, env)
    blocks = blocks_of(houses, content, project, downloads, frames)
    rendering = Rendering(houses, blocks, citations, project.stances, env, has_math, project.included)
    publishing = Publishing(
        content, project, houses, citations, generated, stances, env, build_cache, downloads, frames
    )
    return Course(
        id=project.course,
        cache=project.cache,
        content=content,
        rendering=rendering,
        publishing=publishing,
        snippets=snippets,
        first_problems=tuple(problems),
        first_advice=advice,
        pictures=shown_in_texts(content, project),
        styles=styles(has_formulas(content, project)),
    )


def _of_page(path: str, text: str) -> Iterator[Problem]:
    """What is wrong with the source of a page, whatever is made of it."""
    where = f"docs/{path}"
    yield from page_problems(where, text)
    yield from read_head(path, text).problems
    yield from merge_marks(where, text)
    yield from unknown_tags(path, text)
    yield from elements_of_ours(path, text)
    yield from open_comment(path, text)
    yield from unseen_citations(path, text)


def _entries(works: list[Work], project: Project) -> dict[str, str]:
    """Works as XHTML by their ids, each as if it were the only one."""
    references = [Reference(work.id, work.csl) for work in works]
    formatted = format_citations(references, [], project.citation_style, project.cache, True, project.language)
    return dict(formatted.entries)
