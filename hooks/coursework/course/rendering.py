"""A course that has been read: the pages it adds to a site, and the elements it gives to a page."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from functools import cached_property

from markdown.util import AtomicString

from coursework.claim.marks import ClaimMarks
from coursework.claim.page import ClaimPages
from coursework.course import check
from coursework.course.blocks import Fences
from coursework.course.browser_files import browser_files
from coursework.course.content import REFERENCES, Content
from coursework.course.fingerprint import Fingerprints
from coursework.course.generated_pages import made_pages, sets
from coursework.course.project import Project
from coursework.course.setting import setting_block
from coursework.figure.exports import figure_files
from coursework.figure.page import FigurePages
from coursework.glossary.page import GLOSSARY, GlossaryPages
from coursework.help.page import HelpPages
from coursework.lesson.work import Lessons, is_lesson, page_as_work, title_of
from coursework.quiz.block import asked_in
from coursework.quiz.page import QuizPages
from coursework.reading.cite import format_citations
from coursework.reading.exports import take_away
from coursework.reading.exports.coins import to_coins
from coursework.reading.exports.record import record
from coursework.reading.page import ReadingPages
from coursework.source.problem import Problem, quoted, suggestion
from coursework.text.citation import clusters_in, is_cluster, keys_in
from coursework.text.extension import CourseExtension, Page, finish
from coursework.text.page_tree import mark_links
from coursework.text.site_file import MadePage, SiteFile
from coursework.text.snippet import Snippets, plain_text
from coursework.text.templates import element, environment


class Course:
    """Everything a site needs of a course. Made by `coursework.build`.

    `id` is what readers' saved answers carry; `cache` is a folder for what can be made again.
    """

    def __init__(
        self, project: Project, content: Content, lessons: Lessons, problems: list[Problem], kept: dict | None
    ):
        self.id, self.cache = project.course, project.cache
        self._kept = kept
        self.extension = CourseExtension(self)
        self._content, self._project = content, project
        self._problems = problems
        self._pages: dict[str, Page] = {}
        clusters = set(self._known_clusters(project))
        self._formatted = format_citations(content.references.values(), clusters, project.citation_style, project.cache)
        problems += check.forms(content, project, self._formatted.clusters)
        self._env = environment(project.cache)
        self._words = self._env.globals["words"]
        self._snippets = Snippets(self.citation)
        self._quiz_pages = QuizPages(self._env, self._snippets, project.course)
        self._reading_pages = ReadingPages(
            self._env,
            self._snippets,
            content.references,
            self._formatted,
            project.stances,
            project.topics,
            coins=lambda reference: to_coins(record(reference)),
            page_coins=lambda path, title: to_coins(record(page_as_work(project, path, title))),
        )
        self._lessons = lessons
        self._claims = ClaimMarks(content, project, ClaimPages(self._env, self._snippets, project.stances))
        self._glossary_pages = GlossaryPages(self._env, self._snippets, content.glossary.terms)
        self._fences = Fences(
            content,
            self._quiz_pages,
            self._reading_pages,
            FigurePages(
                self._env, self._snippets, project.stances, lambda path: title_of(project.pages.get(path, ""), path)
            ),
            self._glossary_pages,
            HelpPages(self._env, self._snippets),
            lambda page, body: setting_block(page, body, project.settings, self._snippets),
            self._claims.ledger,
            unusable=lambda path: element(self._env, "course/unusable.html", path=path),
            first_lesson=next(filter(is_lesson, project.order or project.pages), None),
        )
        versions = {id: file.versions for id, file in content.quizzes.items() if file.quiz}
        self._browser = browser_files(self._words, versions, dict(_asked_otherwise(content, project)))

    def _known_clusters(self, project: Project) -> Iterator[str]:
        """Every citation in a page or a YAML file; more than are rendered does no harm."""
        texts = [*project.pages.values(), *(text for _, text in self._content.prose())]
        written = [cluster for text in texts for cluster in clusters_in(text)]
        sources = [f"[@{'; @'.join(keys)}]" for file in self._content.quizzes.values() for keys in file.sources]
        sources += [f"[@{'; @'.join(claim.references)}]" for claim in self._content.known_claims.values()]
        rows = [row for file in self._content.figures.values() if file.figure for row in file.figure.rows]
        for cluster in (*written, *sources, *(f"[@{row.ref}]" for row in rows)):
            if is_cluster(cluster) and all(key in self._content.references for key in keys_in(cluster)):
                yield cluster

    def files(self) -> list[SiteFile | MadePage]:
        """The pages that the course adds, and the files that its questions need in the browser."""
        pages = made_pages(self._content, self._project, self._words)
        return [*pages, *self._browser.files, *self._other_files()]

    def _other_files(self) -> list[SiteFile]:
        """The files that quizzes have no part in, of which a change of a quiz leaves all as they are."""
        if self._kept is not None and self._kept.get("files", ("",))[0] == self.fingerprints.common:
            return self._kept["files"][1]
        files = [*self._figure_files(), *self._take_away(), *self._lessons.files()]
        if self._kept is not None:
            self._kept["files"] = (self.fingerprints.common, files)
        return files

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """Those of the course's pages: one that has the fingerprint of an earlier build is the same."""
        return Fingerprints(self._project, self._formatted)

    def _figure_files(self) -> Iterator[SiteFile]:
        for file in self._content.figures.values():
            if file.figure:
                known = (self._source, self._plain, self._project.stances)
                yield from figure_files(self._env, file.figure, *known, file.path)

    def _plain(self, text: str) -> str:
        return plain_text(self._snippets.inline(text))

    def _source(self, reference: str) -> str:
        """A reference in a few words, without brackets: "Harley, 1989"."""
        cited = self.citation(f"[@{reference}]")
        return "".join(cited.itertext()).strip("()") if cited is not None else reference

    def _take_away(self) -> Iterator[SiteFile]:
        """The files of each reading list, of each topic and of the whole bibliography."""
        unconfirmed = self._words["references"]["unverified"]
        for stem, title, references in sets(self._content, self._project, self._words):
            yield from take_away(f"readings/{stem}", title, references, self._formatted.entries, unconfirmed)

    def start(self, path: str, source: str) -> None:
        """Say which page the extension will render next: its path below `docs/` and its whole text."""
        self._pages[path] = self.extension.start(path, source)

    def page(self, path: str) -> Page:
        """What is known of a page that was rendered."""
        return self._pages[path]

    def resume(self, page: Page) -> None:
        """Take a page as rendered that an earlier build rendered."""
        self._pages[page.path] = page

    def made(self, page: MadePage) -> ET.Element:
        """The tree of a page that the course makes; links in it are as if written in the page."""
        self.start(page.path, page.content)
        root = ET.Element("div")
        state = self._pages[page.path]
        state.has_menu = not page.sheet
        if not page.sheet:
            ET.SubElement(root, "h1").text = page.title
        elements = self.fence(state, page.fence, page.body)
        for made in elements:
            mark_links(made)
        root.extend(elements)
        finish(self, state, root, list(root))
        return root

    def head(self, path: str) -> str:
        """What a page says of itself to programs, as HTML for its head; nothing where it is no lesson."""
        return self._lessons.head(path)

    def scripts(self, path: str) -> list[str]:
        """The scripts that a rendered page needs, as paths from the site's root."""
        page = self._pages.get(path)
        # How far the reader is stands beside the links to lessons and quizzes, which every menu has.
        names = {*(page.scripts if page else ()), *(["course-marks.js"] if not page or page.has_menu else [])}
        return [f"{self._browser.folder}/{name}" for name in sorted(names)]

    def marks(self) -> dict[str, dict[str, str]]:
        """What the navigation must know for a mark beside a lesson: by the lesson's path, its quiz.

        The values are attributes of the link, for `course-marks.js`.
        """
        quizzes = [file.quiz for file in self._content.quizzes.values() if file.quiz and file.quiz.lesson]
        return {
            quiz.lesson: {"data-quiz": quiz.id} for quiz in reversed(quizzes)
        }  # fmt: skip

    def lessons_of_quizzes(self) -> dict[str, str]:
        """The path of the lesson that each quiz belongs to, by the path of the quiz's page."""
        quizzes = [file.quiz for file in self._content.quizzes.values() if file.quiz and file.quiz.lesson]
        return {f"quizzes/{quiz.id}.md": quiz.lesson for quiz in quizzes}

    def problems(self, anchors: Mapping[str, set[str]]) -> list[Problem]:
        """Every problem of the course. `anchors` holds the ids in each rendered page, by its path below `docs/`."""
        found = [*self._problems, *self._snippets.problems, *check.passages(self._content, anchors)]
        for page in self._pages.values():
            found += page.problems
        return sorted(set(found))

    @property
    def advice(self) -> list[Problem]:
        """What would be better in another way, and stops nothing."""
        return sorted(check.advice(self._content))

    def problem_box(self, problems: list[Problem]) -> str:
        """HTML that tells an author, on the page, what stands in the way."""
        return self._env.get_template("course/problems.html").render(problems=problems)

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

    def link_terms(self, page: Page, root: ET.Element) -> None:
        """Link the terms of a page to the glossary, where a section first uses them."""
        if page.path != GLOSSARY and self._glossary_pages.link(root):
            page.scripts.add("card.js")

    def mark_claims(self, page: Page, root: ET.Element) -> None:
        """Make marks of a page's links to claims; what stands behind them, and behind citations, opens in a card.

        Not where the references stand on another page: a whole bibliography is too much to fetch for one of them; nor
        on lists that are narrowed, whose works stand there themselves.
        """
        if self._claims.mark(root, page) or (page.citations and not page.references_at):
            if "filter.js" in page.scripts:
                return
            page.scripts.add("card.js")

    def ending(self, page: Page) -> list[ET.Element]:
        """What stands at the end of a page: how to cite it, where it is a lesson."""
        return self._lessons.ending(self._env, page.path)

    def table_name(self, heads: list[str]) -> str:
        """How a table is called aloud, from what stands at the head of its columns."""
        return self._words["table"].format(heads=", ".join(heads))

    def fence(self, page: Page, name: str, body: str) -> list[ET.Element]:
        """The elements that stand for a fenced block of a page."""
        return self._fences.elements(page, name, body)


def _asked_otherwise(content: Content, project: Project) -> Iterator[tuple[str, dict[str, str]]]:
    """By its quiz, the versions of what a lesson asks where that is not just its quiz: less, or also of another."""
    known = {id: file.versions for id, file in content.quizzes.items() if file.quiz}
    for id in known:
        asked = asked_in(project.pages.get(content.quizzes[id].lesson or "", ""), known)
        if asked and set(asked) != set(known[id]):
            yield id, {address: known[address.partition("/")[0]][address] for address in asked}
