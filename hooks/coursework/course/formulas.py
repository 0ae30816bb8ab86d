"""What is wrong with the formulas in texts of YAML, and which dollars could be meant in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.course.content import Content
from coursework.course.project import Project
from coursework.source.place import Text, line_and_column
from coursework.source.problem import Advice, Problem
from coursework.text.dollars import doubt
from coursework.text.formula import find_in, formulas_in, may_hold_formulas, place_of
from coursework.text.mathml import FormulaError, check

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def formula_problems(content: Content, project: Project) -> Iterator[Problem]:
    """Every formula in a text of a YAML file must be one; those of pages are seen to as they are rendered."""
    for where, text in content.prose() if project.math else ():
        for formula in formulas_in(text):
            try:
                check(formula.tex, formula.display)
            except FormulaError as error:
                source, start = _source(project, text)
                line, column = place_of(source, formula, error.offset, start)
                place = (line, column) if line else text.place[1:]
                yield Problem(text.place.path, *place, f"{where}, formula", str(error))


def advice_on_dollars(content: Content, project: Project) -> Iterator[Advice]:
    """The first dollar of each text and page that could be meant in another way."""
    if not project.math:
        return
    for where, text in content.prose():
        if found := doubt(text):
            source, start = _source(project, text)
            at = find_in(source, found[1], start)
            place = line_and_column(source, at) if at >= 0 else text.place[1:]
            yield Advice(text.place.path, *place, where, found[2])
    for path, page in project.pages.items() if project.math_on_pages else ():
        if found := doubt(_HEAD.sub(lambda head: re.sub(r"[^\n]", " ", head[0]), page)):
            yield Advice(f"docs/{path}", *line_and_column(page, found[0]), "", found[2])


def has_formulas(content: Content, project: Project) -> bool:
    """Whether any page or text may show a formula."""
    texts = [*project.whole_pages.values(), *(text for _, text in content.prose())]
    return project.math and any(map(may_hold_formulas, texts))


def _source(project: Project, text: Text) -> tuple[str, int]:
    """The file that a text was read from, and where in it the text begins."""
    source = (project.root / text.place.path).read_text(encoding="utf-8-sig")
    lines = source.splitlines(keepends=True)
    return source, len("".join(lines[: text.place.line - 1])) + text.place.column - 1
