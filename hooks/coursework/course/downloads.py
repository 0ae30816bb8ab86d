"""The files in which quizzes go out to other programs, and what each of them does not hold."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import markdown
from jinja2 import Environment

from coursework.course.citations import Citations
from coursework.course.content import Content
from coursework.course.project import Project
from coursework.figure.exports import figure_files
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.form import Bundle, Download, Format
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import Loss, losses
from coursework.quiz.exports.offer import offer_of_course, offer_of_quiz
from coursework.quiz.exports.seen import Part
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import Quiz
from coursework.source.problem import Problem
from coursework.text.page import Page
from coursework.text.site_file import SiteFile
from coursework.text.snippet import Snippets
from coursework.text.templates import HERE

_OF_PICTURES = ".svg"


class Downloads:
    """The downloads of a course, made when they are first asked for.

    `problems` are what no file can carry. Nothing is made where the site has no address, or where it is not finished.
    """

    def __init__(self, content: Content, project: Project, citations: Citations, snippets: Snippets, env: Environment):
        self._project, self._content, self._citations, self._env = project, content, citations, env
        self.quizzes = [file.quiz for file in content.quizzes.values() if file.quiz]
        self.formats = [FORMATS[name] for name in project.downloads if name in FORMATS] if self.quizzes else []
        self.problems: list[Problem] = []
        self.texts = Texts(
            snippets, project.address, project.root / project.docs, content.words, project.folder, drawn=self._drawn
        )

    def _drawn(self, path: str) -> bytes | None:
        """A picture that the course itself makes, by its path in `docs/`: that of a figure."""
        at = f"{self._project.folder}figures/"
        file = self._content.figures.get(path.removeprefix(at).removesuffix(_OF_PICTURES))
        if file is None or file.figure is None or not path.startswith(at) or not path.endswith(_OF_PICTURES):
            return None
        given = (self._citations.in_words, self.texts.plain, self._project.stances, path)
        found = next(each for each in figure_files(self._env, file.figure, *given) if each.path.endswith(_OF_PICTURES))
        return found.content.encode() if isinstance(found.content, str) else found.content

    @property
    def has_address(self) -> bool:
        """Whether the site has one: links in what goes out are whole addresses."""
        return bool(self._project.address("index.md"))

    @property
    def are_made(self) -> bool:
        """Whether this build makes them."""
        return self._project.finished and self.has_address

    def paths(self) -> list[str]:
        """The paths of all files, without making any."""
        at, course = f"{self._project.folder}quizzes/", self._project.course
        stems = [f"{at}{course}", *(f"{at}{quiz.id}/{quiz.id}" for quiz in self.quizzes)]
        return [stem + form.ending for stem in stems for form in self.formats] if self.are_made else []

    def files(self) -> list[SiteFile]:
        """All files: for each quiz and for the course one of each format."""
        if not self.are_made:
            return []
        of_quizzes = [each for quiz in self.quizzes for each in self.of_quiz(quiz)]
        return [SiteFile(each.path, each.content) for each in (*of_quizzes, *self.of_course)]

    def of_quiz(self, quiz: Quiz) -> list[Download]:
        """The downloads of a quiz, one of each format, in the order of the setting."""
        stem = f"{self._project.folder}quizzes/{quiz.id}/{quiz.id}"
        return [self.make(form, stem, quiz.id, quiz.title, [quiz]) for form in self.formats]

    @cached_property
    def of_course(self) -> list[Download]:
        """The same of the whole course."""
        stem = f"{self._project.folder}quizzes/{self._project.course}"
        title = self._project.title or self._project.course
        return [self.make(form, stem, self._project.course, title, self.quizzes) for form in self.formats]

    def of_page(self, quiz: Quiz) -> list[ET.Element]:
        """What stands on the page of a quiz: where its files are."""
        if not self.formats:
            return []
        downloads = self.of_quiz(quiz) if self.are_made else []
        page = f"{self._project.folder}downloads.md"
        return [offer_of_quiz(self._env, quiz, downloads, self.has_address, page)]

    def page(self, page: Page) -> list[ET.Element]:
        """What stands for a block `downloads`: the files of the whole course, and what each format is for."""
        if not self.formats:
            message = "must be on a page of a course with quizzes whose settings name formats, as `downloads: [gift]`"
            page.problem("```downloads", "the downloads block", message)
            return []
        downloads = self.of_course if self.are_made else []
        names = [form.name for form in self.formats]
        offered = offer_of_course(
            self._env, self.quizzes, names, downloads,
            has_address=self.has_address, has_frames=self._project.embed, folder=self._project.folder,
        )  # fmt: skip
        return [offered]

    def make(self, form: Format, stem: str, id: str, title: str, quizzes: Sequence[Quiz]) -> Download:
        """One file, from the cache where nothing in it changed."""
        path = stem + form.ending
        if path in self._written:
            return self._written[path]
        key = self._key(form, id, title, quizzes)
        file = self._project.cache / "downloads" / path.replace("/", "~")
        found = _read_cached(file, key)
        if found is None:
            found = self._fresh(form, id, title, quizzes)
            # Whoever asks again is told of them again.
            if not (self.problems or self.texts.snippets.problems):
                _write_cached(file, key, found)
        self._written[path] = Download(form, path, *found)
        return self._written[path]

    @cached_property
    def _written(self) -> dict[str, Download]:
        return {}

    def bundle(self, form: Format, id: str, title: str, quizzes: Sequence[Quiz]) -> Bundle:
        """What a format is given to write of some quizzes."""
        project = self._project
        version = "-".join(f"{part:02}" for part in project.published if part)
        return Bundle(
            id, title, project.course, project.title or project.course, quizzes, self.texts.for_math(form.math),
            project.time, version, self.problems,
        )  # fmt: skip

    def _fresh(self, form: Format, id: str, title: str, quizzes: Sequence[Quiz]) -> tuple[bytes, list[Loss]]:
        content = form.write(self.bundle(form, id, title, quizzes))
        of_model = {address: parts for quiz in quizzes for address, parts in self._held(quiz).items()}
        return content, losses(of_model, form.read(content))

    def _held(self, quiz: Quiz) -> dict[str, list[Part]]:
        if quiz.id not in self._parts:
            self._parts[quiz.id] = held([quiz], self.texts)
        return self._parts[quiz.id]

    @cached_property
    def _parts(self) -> dict[str, dict[str, list[Part]]]:
        return {}

    def _key(self, form: Format, id: str, title: str, quizzes: Sequence[Quiz]) -> str:
        """A hash of all that a file is made from. Too much goes in rather than too little."""
        published, time = self._project.published, self._project.time
        dated = {"day": published, "second": (published, time)}.get(form.dated)
        inputs = (form.name, id, title, dated, self._common, *(self._of_quiz[quiz.id] for quiz in quizzes))
        return sha256(repr(inputs).encode()).hexdigest()

    @cached_property
    def _of_quiz(self) -> dict[str, str]:
        """A hash of each quiz, by its id."""
        return {quiz.id: sha256(repr(quiz).encode()).hexdigest() for quiz in self.quizzes}

    @cached_property
    def _common(self) -> tuple[object, ...]:
        """What any file may hold beside its quizzes: citations, words, addresses, pictures, our own code."""
        project = self._project
        # A picture may be written in many ways, but not without its name.
        shown = unquote(" ".join(text for _, text in self._content.prose() if "![" in text)).replace("\\", "")
        paths, docs = sorted(project.files or ()), project.root / project.docs
        pictures = [docs / path for path in paths if path.rpartition("/")[2] in shown and (docs / path).is_file()]
        figures = [(id, repr(file)) for id, file in self._content.figures.items() if id in shown]
        code = [*sorted(HERE.rglob("*.py")), *pictures]
        return (
            sorted(self._citations.formatted.clusters.items()), self._content.words, project.address("a/b.md"),
            project.course, project.title, project.folder, project.math, project.stances, project.hosts, paths, figures,
            [sha256(file.read_bytes()).hexdigest() for file in code], markdown.__version__,
        )  # fmt: skip


def _read_cached(file: Path, key: str) -> tuple[bytes, list[Loss]] | None:
    """What stands in a file of the cache: a line with its key and a hash of the rest, the losses, bytes."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        head, _, rest = file.read_bytes().partition(b"\n")
        if json.loads(head) == {"key": key, "hash": sha256(rest).hexdigest()}:
            lost, _, content = rest.partition(b"\n")
            return content, [Loss(*loss) for loss in json.loads(lost)]
    return None


def _write_cached(file: Path, key: str, found: tuple[bytes, list[Loss]]) -> None:
    content, lost = found
    part = file.with_name(f"{file.name}.part")
    rest = json.dumps(lost).encode() + b"\n" + content
    with suppress(OSError):  # costs the next build time, not this one
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(json.dumps({"key": key, "hash": sha256(rest).hexdigest()}).encode() + b"\n" + rest)
        part.replace(file)
