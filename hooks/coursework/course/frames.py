"""The pages for frames on sites of others: a question each, with one script that runs where modules are refused."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

import rcssmin
import rjsmin
from jinja2 import Environment

from coursework.course.browser_files import modules
from coursework.course.classic_script import classic, reached
from coursework.course.content import Content
from coursework.course.project import Project
from coursework.quiz.framed import SCRIPT, framed, offer, path_of, question_in, unkept
from coursework.quiz.model import Quiz
from coursework.text.page import Page
from coursework.text.site_file import SiteFile
from coursework.text.snippet import Snippets, plain_text
from coursework.text.templates import HERE
from coursework.text.words import group, words_of


class Frames:
    """The pages for frames of a course; none where its settings ask for none.

    `quizzes` are those whose questions have one, `words` what such a page says around its question.
    """

    def __init__(self, content: Content, project: Project, snippets: Snippets, env: Environment):
        self._project, self._snippets, self._env = project, snippets, env
        all_quizzes = [file.quiz for file in content.quizzes.values() if file.quiz]
        self.quizzes = [quiz for quiz in all_quizzes if framed(quiz)] if project.embed else []
        self.words = group(words_of(env), "embed")

    def files(self) -> list[SiteFile]:
        """The script, and each page with nothing in it yet: its question stands on the page of a quiz, and is made
        there."""
        paths = [path_of(self._project.folder, quiz, question) for quiz in self.quizzes for question in framed(quiz)]
        return [self.script, *(SiteFile(path, b"") for path in paths)] if paths else []

    @cached_property
    def script(self) -> SiteFile:
        """The one script of all frames, under a name by its content."""
        script = classic(reached(unkept(modules(words_of(self._env))), [SCRIPT]), [SCRIPT])
        content = rjsmin.jsmin(script)
        return SiteFile(f"assets/frame.{sha256(content.encode()).hexdigest()[:8]}.js", content)

    @property
    def styles(self) -> str:
        """CSS for what only such a page has."""
        return str(rcssmin.cssmin((HERE / "quiz/framed.css").read_text(encoding="utf-8")))

    def path_of_quiz(self, quiz: Quiz) -> str:
        """The path of the page on which the questions of a quiz stand."""
        return f"{self._project.folder}quizzes/{quiz.id}.md"

    def questions(self, quiz: Quiz, page: str) -> Iterator[tuple[str, str, str, str]]:
        """Of each question the path of its page, its address, its words, and its HTML out of the `page` of its quiz.

        What could not be made of a quiz, the build has told; of that there is nothing here.
        """
        for question in framed(quiz):
            address = f"{quiz.id}/{question.id}"
            if html := question_in(page, address):
                yield path_of(self._project.folder, quiz, question), address, self._plain(question.prompt), html

    def page(self, page: Page) -> list[ET.Element]:
        """What stands for a block `embed`: the code for every question."""
        if not self.quizzes:
            message = "must be on a page of a course with quizzes whose settings say `embed: true`"
            page.problem("```embed", "the embed block", message)
            return []
        folder = self._project.folder

        def address(path: str) -> str:
            return self._project.address(path).removesuffix("index.html")

        offered = offer(
            self._env, self.quizzes, lambda *of: path_of(folder, *of), address, self._plain,
            has_address=bool(address("index.html")), finished=self._project.finished,
            folder=folder if self._project.downloads else None,
        )  # fmt: skip
        return [offered]

    def _plain(self, text: str) -> str:
        return plain_text(self._snippets.inline(text))
