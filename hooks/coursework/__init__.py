"""The engine: a project's folder in, the files of a site and every problem out.

`build` reads everything that authors wrote in YAML and gives a `Course`. Whoever renders the pages (MkDocs, by
`mkdocs_entry.py`) lets `course.extension` take part and asks for `course.problems` when all pages are rendered.
"""

from __future__ import annotations

from coursework import check
from coursework.content import read_content
from coursework.course import Course
from coursework.lesson import Lessons
from coursework.page_head import head_problems
from coursework.problem import Problem
from coursework.project import Project
from coursework.site_file import MadePage, SiteFile

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
