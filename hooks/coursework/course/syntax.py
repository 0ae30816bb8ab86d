"""Markdown that is read in another way than its author thinks, or by nobody, in pages and in texts of YAML."""

from __future__ import annotations

from collections.abc import Iterator

from coursework.course.content import Content
from coursework.course.project import Project
from coursework.source.problem import Advice, Problem
from coursework.source.values import find
from coursework.text.foreign_syntax import doubtful_on_page, foreign_in, foreign_on_page
from coursework.text.misread import misread_on_page


def syntax_problems(content: Content, project: Project) -> Iterator[Problem]:
    """What readers would see as signs, or as something that was not meant."""
    for path, page in () if project.is_guest else project.pages.items():
        yield from foreign_on_page(path, page, project.math, project.extensions)
        yield from misread_on_page(path, page, project.math, project.extensions)
    for where, text in content.prose():
        for found in foreign_in(text, project.math):
            yield find(project.root, text, found.text).problem(where, found.message)


def advice_on_syntax(content: Content, project: Project) -> Iterator[Advice]:
    """What looks like the syntax of others, and may be meant as it stands."""
    for path, page in () if project.is_guest else project.pages.items():
        yield from doubtful_on_page(path, page, project.math, project.extensions)
    for where, text in content.prose():
        for found in foreign_in(text, project.math, doubtful=True):
            yield find(project.root, text, found.text).advice(where, found.message)
