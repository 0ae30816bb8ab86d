"""The engine: a project's folder in, the files of a site and every problem out.

`build` reads everything that authors wrote in YAML and gives a `Course`. Whoever renders the pages (MkDocs, by
`coursework_mkdocs`) lets `course.extension` take part and asks for `course.problems` when all pages are rendered.
"""

from __future__ import annotations

from coursework.course import check
from coursework.course.content import read_content
from coursework.course.project import Project
from coursework.course.rendering import Course
from coursework.lesson.work import Lessons
from coursework.source.front_matter import head_problems
from coursework.source.problem import Problem
from coursework.text.site_file import MadePage, SiteFile

__all__ = ["Course", "MadePage", "Problem", "Project", "SiteFile", "build"]


def build(project: Project, kept: dict | None = None) -> Course:
    """Read all content, check what crosses houses, format all citations.

    `kept` is what one who builds again and again keeps from build to build.
    Raises `coursework.reading.cite.CitationError` where citations cannot be formatted at all.
    """
    # First, while there is little in memory: Pandoc takes as much again.
    lessons = Lessons(project)
    content = read_content(project, None if kept is None else kept.setdefault("files read", {}))
    heads = [problem for path, text in project.pages.items() for problem in head_problems(path, text)]
    problems = [*heads, *lessons.problems, *content.problems, *check.between_files(content, project)]
    return Course(project, content, lessons, problems, kept)
