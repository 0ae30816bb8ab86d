"""What a course adds to a site: pages, files, scripts, and what the look of the host wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from jinja2 import Environment

from coursework.course.browser_files import browser_files
from coursework.course.build_cache import BuildCache
from coursework.course.citations import Citations
from coursework.course.content import Content
from coursework.course.downloads import Downloads
from coursework.course.fingerprint import Fingerprints
from coursework.course.frames import Frames
from coursework.course.generated_pages import sets
from coursework.course.houses import Houses
from coursework.course.project import Project
from coursework.course.styles import is_late, name_for_paper
from coursework.figure.exports import ENDINGS as OF_FIGURES
from coursework.figure.exports import figure_files
from coursework.lesson.work import Work
from coursework.quiz.block import asked_in
from coursework.quiz.model import Quiz
from coursework.reading.exports import ENDINGS, take_away
from coursework.reading.model import Reference
from coursework.source.problem import Problem
from coursework.text.page import Page
from coursework.text.site_file import GeneratedPage, SiteFile
from coursework.text.snippet import plain_text
from coursework.text.stance import Stance
from coursework.text.words import word, words_of


class Publishing:
    """What is published of a course.

    `generated` are the pages that it adds to those of authors.
    `stances` are those of lessons by their paths. `build_cache` is what a host that builds repeatedly keeps between
    builds. `downloads` are the files in which quizzes go out, made when they are first asked for; `frames` are
    the pages for frames on other sites.
    """

    def __init__(
        self,
        content: Content,
        project: Project,
        houses: Houses,
        citations: Citations,
        generated: Sequence[GeneratedPage],
        stances: Mapping[str, Stance],
        env: Environment,
        build_cache: BuildCache | None,
        downloads: Downloads,
        frames: Frames,
    ):
        self._content, self._project, self._houses, self._env = content, project, houses, env
        self._citations, self._generated, self._build_cache = citations, generated, build_cache
        self.stances, self.downloads, self.frames = stances, downloads, frames
        self._words = words_of(env)
        versions = {id: file.versions for id, file in content.quizzes.items() if file.quiz}
        self._asked = dict(_asked_otherwise(content, project))
        self._browser = browser_files(self._words, versions, self._asked)

    def files(self) -> list[SiteFile | GeneratedPage]:
        """The pages that the course adds, and the files that its questions need in the browser."""
        return [
            *self._generated,
            *self._browser.files,
            *self._browser.sheets.values(),
            *self._other_files(),
            *self.downloads.files(),
            *self.frames.files(),
        ]

    def outline(self) -> list[SiteFile | GeneratedPage]:
        """The same pages and files with nothing in them but what is at hand: for who asks only what there is."""
        figures = [file.figure.id for file in self._content.figures.values() if file.figure]
        at = self._project.folder
        paths = [f"{at}figures/{id}.{ending}" for id in figures for ending in OF_FIGURES]
        stems = [stem for stem, *_ in sets(self._content, self._project, self._words)]
        paths += [f"{at}readings/{stem}.{ending}" for stem in stems for ending in ENDINGS]
        paths += [*self._houses.lessons.paths, *self.downloads.paths()]
        browser = (*self._browser.files, *self._browser.sheets.values())
        browser = (*browser, *self.frames.files())
        return [*self._generated, *browser, *(SiteFile(path, b"") for path in paths)]

    def _other_files(self) -> list[SiteFile]:
        """The files in which quizzes have no part: they stay the same when only a quiz changes."""
        if self._build_cache and self._build_cache.files and self._build_cache.files[0] == self.fingerprints.common:
            return self._build_cache.files[1]
        files = [*self._figure_files(), *self._take_away(), *self._houses.lessons.files(self._record)]
        if self._build_cache:
            self._build_cache.files = (self.fingerprints.common, files)
        return files

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """The fingerprints of the course's pages: a page that keeps its own from one build to the next is unchanged."""
        return Fingerprints(self._project, self._citations.formatted)

    def _figure_files(self) -> Iterator[SiteFile]:
        for file in self._content.figures.values():
            if file.figure:
                given = (self._citations.in_words, self._plain, self._project.stances)
                yield from figure_files(self._env, file.figure, *given, file.path)

    def _plain(self, text: str) -> str:
        return plain_text(self._houses.snippets.inline(text))

    def _take_away(self) -> Iterator[SiteFile]:
        """The files of each reading list, of each topic and of the whole bibliography."""
        unconfirmed, entries = word(self._words, "references", "unverified"), self._citations.formatted.entries
        for stem, title, references in sets(self._content, self._project, self._words):
            yield from take_away(f"{self._project.folder}readings/{stem}", title, references, entries, unconfirmed)

    def _record(self, stem: str, work: Work, entry: str) -> list[SiteFile]:
        """The files of one work that stands for itself."""
        return take_away(stem, "", [Reference(work.id, work.csl)], {work.id: entry})

    def head(self, path: str) -> str:
        """What a page says of itself to programs, as HTML for its head; nothing where it is no lesson."""
        return self._houses.lessons.head(path)

    def scripts(self, page: Page | None) -> list[str]:
        """The scripts that a page needs, as paths from the site's root; None is a page that was not rendered."""
        # How far the reader is stands beside the links to lessons and quizzes, which every menu has.
        names = {*(page.scripts if page else ()), *(["course-marks.js"] if not page or page.has_menu else [])}
        return [f"{self._browser.folder}/{name}" for name in sorted(names)]

    def sheets(self, page: Page | None) -> list[str]:
        """The sheets of styles that only some pages need, as paths from the site's root."""
        return [path for name, path in self._sheets_of(page) if not is_late(name)]

    def late_sheets(self, page: Page | None) -> list[str]:
        """Those that a script fetches when a reader comes near what they style, and without scripts the page itself."""
        return [path for name, path in self._sheets_of(page) if is_late(name)]

    def _sheets_of(self, page: Page | None) -> list[tuple[str, str]]:
        names = {each for name in (page.sheets if page else ()) for each in (name, name_for_paper(name))}
        return [(name, sheet.path) for name, sheet in self._browser.sheets.items() if name in names]

    def marks(self) -> dict[str, dict[str, str]]:
        """What the navigation must know for a mark beside a lesson: by the lesson's path, its quiz.

        Where the lesson also asks of others, all of them. The values are attributes of the link, for `course-marks.js`.
        """
        return {
            lesson: {"data-quiz": quiz.id, **self._asks(quiz.id)} for quiz, lesson in reversed(self._with_lessons())
        }

    def _asks(self, quiz: str) -> dict[str, str]:
        quizzes = dict.fromkeys(address.partition("/")[0] for address in self._asked.get(quiz, ()))
        return {"data-asks": " ".join(quizzes)} if set(quizzes) - {quiz} else {}

    def lessons_of_quizzes(self) -> dict[str, str]:
        """The path of the lesson that each quiz belongs to, by the path of the quiz's page."""
        return {f"{self._project.folder}quizzes/{quiz.id}.md": lesson for quiz, lesson in self._with_lessons()}

    def _with_lessons(self) -> list[tuple[Quiz, str]]:
        """Each quiz that belongs to a lesson, with the lesson's path."""
        quizzes = [file.quiz for file in self._content.quizzes.values() if file.quiz]
        return [(quiz, quiz.lesson) for quiz in quizzes if quiz.lesson]

    def problem_box(self, problems: Sequence[Problem | str]) -> str:
        """HTML that tells an author, on the page, what stands in the way."""
        return self._env.get_template("course/problems.html").render(problems=problems)


def _asked_otherwise(content: Content, project: Project) -> Iterator[tuple[str, dict[str, str]]]:
    """By its quiz, the versions of what a lesson asks where that is not just its quiz: less, or also of another."""
    versions = {id: file.versions for id, file in content.quizzes.items() if file.quiz}
    for id in versions:
        asked = asked_in(project.whole_pages.get(content.quizzes[id].lesson or "", ""), versions)
        if asked and set(asked) != set(versions[id]):
            yield id, {address: versions[address.partition("/")[0]][address.partition("~")[0]] for address in asked}
