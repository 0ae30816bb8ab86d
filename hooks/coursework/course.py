"""A course that has been read: the pages it adds to a site, and the elements it gives to a page."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from markdown.util import AtomicString

from coursework import check
from coursework.browser import browser_files
from coursework.citation import clusters_in, is_cluster, keys_in
from coursework.content import REFERENCES, Content
from coursework.markdown_extension import CourseExtension, Page
from coursework.problem import Problem, quoted, suggestion
from coursework.project import Project
from coursework.quiz.model import Quiz
from coursework.quiz.page import QuizPages
from coursework.reading.cite import format_citations
from coursework.reading.page import ReadingPages
from coursework.site_file import SiteFile
from coursework.snippet import Snippets
from coursework.templates import element, environment


class Course:
    """Everything a site needs of a course. Made by `coursework.build`."""

    def __init__(self, project: Project, content: Content, problems: list[Problem]):
        self.extension = CourseExtension(self)
        self._content = content
        self._problems = problems
        self._pages: dict[str, Page] = {}
        clusters = set(self._known_clusters(project))
        self._formatted = format_citations(content.references.values(), clusters, project.citation_style, project.cache)
        problems += check.forms(content, project, self._formatted.clusters)
        self._env = environment()
        self._words = self._env.globals["words"]
        self._snippets = Snippets(self.citation)
        self._quiz_pages = QuizPages(self._env, self._snippets, project.course)
        self._reading_pages = ReadingPages(
            self._env, self._snippets, content.references, self._formatted, project.stances
        )
        self._browser = browser_files(self._words)

    def _known_clusters(self, project: Project) -> Iterator[str]:
        """Every citation in a page or a YAML file; more than are rendered does no harm."""
        texts = [*project.pages.values(), *(text for _, text in self._content.prose())]
        written = [cluster for text in texts for cluster in clusters_in(text)]
        sources = [
            f"[@{'; @'.join(question.cite)}]"
            for file in self._content.quizzes.values() if file.quiz
            for question in file.quiz.questions if question.cite
        ]  # fmt: skip
        for cluster in (*written, *sources):
            if is_cluster(cluster) and all(key in self._content.references for key in keys_in(cluster)):
                yield cluster

    def files(self) -> list[SiteFile]:
        """The pages that the course adds, and the files that its questions need in the browser."""
        pages = [self._index("quizzes", "quizzes"), self._index("readings", "readings")]
        for kind, file_of in (("quizzes", self._content.quizzes), ("readings", self._content.reading_lists)):
            for id, file in file_of.items():
                thing = file.quiz if kind == "quizzes" else file.reading_list
                title = thing.title if thing else id
                if kind == "quizzes":
                    title = self._words["quizzes"]["page"].format(title=title)
                fence = "quiz" if kind == "quizzes" else "readings"
                pages.append(SiteFile(f"{kind}/{id}.md", _page(title, fence, id), file.path))
        title = self._words["readings"]["bibliography"]
        pages.append(SiteFile("readings/bibliography.md", _page(title, "bibliography"), REFERENCES))
        return pages + self._browser.files

    def _index(self, folder: str, fence: str) -> SiteFile:
        return SiteFile(f"{folder}/index.md", _page(self._words[folder]["title"], fence))

    def start(self, path: str, source: str) -> None:
        """Say which page the extension will render next: its path below `docs/` and its whole text."""
        self._pages[path] = self.extension.start(path, source)

    def scripts(self, path: str) -> list[str]:
        """The scripts that a rendered page needs, as paths from the site's root."""
        page = self._pages.get(path)
        return [self._browser.script] if page and page.has_questions else []

    def problems(self, anchors: Mapping[str, set[str]]) -> list[Problem]:
        """Every problem of the course. `anchors` holds the ids in each rendered page, by its path below `docs/`."""
        found = [*self._problems, *self._snippets.problems, *check.passages(self._content, anchors)]
        for page in self._pages.values():
            found += page.problems
        return sorted(set(found))

    def problem_box(self, problems: list[Problem]) -> str:
        """HTML that tells an author, on the page, what stands in the way."""
        return self._env.get_template("problems.html").render(problems=problems)

    def citation(self, cluster: str, page: Page | None = None) -> ET.Element | None:
        """A citation as an element; None, with a problem on the page, where it has an unknown key."""
        known = self._content.references
        unknown = [key for key in keys_in(cluster) if key not in known]
        for key in unknown if page and self._content.references_read else ():
            message = f"must be a reference in {REFERENCES}, or `\\@` for a plain @, not {quoted(key)}"
            page.problem(f"@{key}", "citation", message + suggestion(key, known))
        if unknown:
            return None
        if cluster not in self._formatted.clusters:
            if page:
                page.problem(cluster.split()[0], "citation", check.malformed(cluster))
            return None
        span = ET.fromstring(f'<span class="citation">{self._formatted.clusters[cluster]}</span>')
        span.set("data-cluster", cluster)
        for part in span.iter():
            # Formatted text is finished: no pattern of Markdown may look at it again.
            part.text = part.text and AtomicString(part.text)
            part.tail = part.tail and AtomicString(part.tail)
        return span

    def references(self, page: Page) -> list[ET.Element]:
        """The heading and the list of what a page cites."""
        heading = ET.Element("h2", id="references")
        heading.text = self._words["references"]["title"]
        return [heading, self._reading_pages.cited(page.citations)]

    def table_name(self, heads: list[str]) -> str:
        """How a table is called aloud, from what stands at the head of its columns."""
        return self._words["table"].format(heads=", ".join(heads))

    def fence(self, page: Page, name: str, body: str) -> list[ET.Element]:
        """The elements that stand for a fenced block of a page."""
        if name == "quizzes":
            return [self._quiz_pages.index([file.quiz for file in self._content.quizzes.values() if file.quiz])]
        if name == "bibliography":
            page.lists_references = True
            return [self._reading_pages.bibliography()]
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        if name == "readings" and not lines:
            lists = [file.reading_list for file in self._content.reading_lists.values() if file.reading_list]
            return [self._reading_pages.index(lists)]
        if not lines:
            page.problem("```quiz", "the quiz block", "must name a quiz, as `maps` or `maps: contour-lines`")
        make = self._quiz_line if name == "quiz" else self._reading_line
        return [element for line in lines for element in make(page, line)]

    def _reading_line(self, page: Page, id: str) -> list[ET.Element]:
        file = self._content.reading_lists.get(id)
        if file is None:
            known = self._content.reading_lists
            page.problem(id, "the readings block", f"must name a reading list, not {quoted(id)}{suggestion(id, known)}")
            return []
        if file.reading_list is None:
            return [self._unusable(file.path)]
        if any(reading.reference not in self._content.references for reading in file.reading_list.readings):
            return [self._unusable(file.path)]
        level = 2 if page.path == f"readings/{id}.md" else 3
        return [self._reading_pages.reading_list(file.reading_list, level)]

    def _quiz_line(self, page: Page, line: str) -> list[ET.Element]:
        """One line of a quiz block: `quiz`, `quiz: rest`, `quiz: objectives` or `quiz: question, question`."""
        id, _, names = (part.strip() for part in line.partition(":"))
        file = self._content.quizzes.get(id)
        if file is None:
            known = self._content.quizzes
            page.problem(line, "the quiz block", f"must name a quiz, not {quoted(id)}{suggestion(id, known)}")
            return []
        if file.quiz is None:
            return [self._unusable(file.path)]
        quiz = file.quiz
        if names == "objectives":
            return [self._quiz_pages.objectives(quiz)]
        head = [self._quiz_head(quiz)] if page.path == f"quizzes/{id}.md" else []
        questions = list(quiz.questions) if not names else self._named(page, quiz, line, names)
        return [
            *head,
            *(
                self._question(page, quiz, question, number, len(questions))
                for number, question in enumerate(questions, 1)
            ),
        ]

    def _named(self, page: Page, quiz: Quiz, line: str, names: str) -> list:
        if names == "rest":
            return [question for question in quiz.questions if not page.occurrences[f"{quiz.id}/{question.id}"]]
        wanted = [name for name in re.split(r"[,\s]+", names) if name]
        for name in wanted:
            if quiz.question(name) is None:
                known = [question.id for question in quiz.questions]
                page.problem(
                    line,
                    "the quiz block",
                    f"must name questions of {quiz.id}, not {quoted(name)}{suggestion(name, known)}",
                )
        return [question for name in wanted if (question := quiz.question(name))]

    def _question(self, page: Page, quiz: Quiz, question, number: int, count: int) -> ET.Element:
        address = f"{quiz.id}/{question.id}"
        page.occurrences[address] += 1
        page.has_questions = True
        return self._quiz_pages.question(quiz, question, page.occurrences[address], number, count)

    def _quiz_head(self, quiz: Quiz) -> ET.Element:
        return element(self._env, "quiz/head.html", quiz=quiz, block=self._snippets.block)

    def _unusable(self, path: str) -> ET.Element:
        return element(self._env, "unusable.html", path=path)


def _page(title: str, fence: str, id: str = "") -> str:
    """Markdown of a generated page. The title is text: every sign in it is written so that it stays one."""
    heading = re.sub(r"[^\w\s]|_", lambda sign: f"&#{ord(sign[0])};", title)
    return f"---\ntitle: {json.dumps(title)}\n---\n\n# {heading}\n\n```{fence}\n{id}\n```\n"
