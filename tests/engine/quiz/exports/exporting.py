"""What tests of formats share: the hostile quiz and the example as a course whose downloads are made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import coursework
from building import PROJECT
from coursework.course.content_files import REFERENCES
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.form import Bundle
from making import MAPS, write_project

HERE = Path(__file__).parent
SITE = "https://example.org/course/"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path d="M0 0h2v1z"/></svg>'
CLAIMS = """
claims:
  - {id: M1, sentence: A map leaves things out., kind: argument, references: [harley1989]}
"""
FILES = {
    "quizzes/hostile.yml": (HERE / "hostile.yml").read_text(encoding="utf-8"),
    "quizzes/example.yml": (PROJECT / "hooks/coursework/quiz/example.yml").read_text(encoding="utf-8"),
    "claims/maps.yml": CLAIMS,
    "docs/maps/a.svg": PICTURE,
    REFERENCES: MAPS[REFERENCES],
}
PAGES = {"index.md": "# Home {#a}\n", "lessons/maps.md": "# Maps\n\n## A {#a}\n"}


def course_of(root, files=FILES, **settings):
    """A course of some files, at an address, with every format."""
    project = write_project(root, files, PAGES)
    given = {"downloads": list(FORMATS), "finished": True, "title": "Maps: a course", "time": 1_700_000_000}
    given |= {"published": (2023, 11, 14), "address": lambda path: SITE + path.replace(".md", "/"), **settings}
    return coursework.build(replace(project, files=frozenset((*PAGES, "maps/a.svg")), **given))


def bundle_of(course, name, quizzes=None):
    """What the writer of a format is given: all quizzes of a course, or some by their ids."""
    downloads = course.publishing.downloads
    found = [quiz for quiz in downloads.quizzes if quizzes is None or quiz.id in quizzes]
    return downloads.bundle(FORMATS[name], "a-course", "Maps: a course", found)


def told(lost):
    """Losses as lines: the question, the kind and, where it moved, to which other."""
    return [f"{address}: {kind}{f' -> {to}' if to else ''}" for address, kind, to in lost]


__all__ = ["FILES", "SITE", "Bundle", "bundle_of", "course_of", "told"]
