"""The houses of a course, each given the functions it needs of the others; and what each makes of which block."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from coursework.claim.marks import ClaimMarks
from coursework.claim.page import ClaimPages
from coursework.course.blocks import Block
from coursework.course.citations import Citations
from coursework.course.content import Content
from coursework.course.downloads import Downloads
from coursework.course.frames import Frames
from coursework.course.project import Project
from coursework.course.setting import setting_block
from coursework.figure.block import FigureBlocks
from coursework.figure.page import FigurePages
from coursework.glossary.block import glossary_block
from coursework.glossary.page import GlossaryPages
from coursework.help.block import help_block
from coursework.help.page import HelpPages
from coursework.lesson.work import Lessons, is_lesson, page_as_work, title_of
from coursework.quiz.block import QuizBlock, asked_in, sittings_in
from coursework.quiz.links import LessonLink, SittingLink
from coursework.quiz.model import Question, Quiz
from coursework.quiz.page import QuizPages
from coursework.reading.block import ReadingBlocks
from coursework.reading.exports.coins import to_coins
from coursework.reading.exports.record import record
from coursework.reading.model import Reference
from coursework.reading.page import ReadingPages
from coursework.text.page import Page
from coursework.text.snippet import Snippets
from coursework.text.templates import element


@dataclass(frozen=True)
class Houses:
    """What makes the elements of each house."""

    quiz: QuizPages
    reading: ReadingPages
    figure: FigurePages
    glossary: GlossaryPages
    help: HelpPages
    claims: ClaimMarks
    lessons: Lessons
    snippets: Snippets
    unusable: Callable[[str], ET.Element]


def open_houses(
    content: Content, project: Project, lessons: Lessons, citations: Citations, snippets: Snippets, env: Environment
) -> Houses:
    """The houses over one set of templates (`env`) and one way to render short texts (`snippets`)."""

    def coins_of_page(path: str, title: str) -> str:
        work = page_as_work(project.site, path, title)
        return to_coins(record(Reference(work.id, work.csl)))

    claims = ClaimMarks(
        content.claims_by_id,
        list(content.claims.values()),
        ClaimPages(env, snippets, project.stances, project.takes),
        project.whole_pages,
        project.order,
        title_of,
    )
    by_id = content.claims_by_id
    sides = {value: stance.label for value, stance in project.stances.items() if stance.is_side}

    def side_of(ids: Sequence[str]) -> str:
        """The side on which every one of the claims is, or nothing."""
        stances = {by_id[id].stance if id in by_id else None for id in ids}
        [stance] = stances if len(stances) == 1 else {None}
        return stance if stance in sides else ""

    terms = frozenset(form for term in content.glossary.terms.values() for form in (str(term.term), *term.forms))
    return Houses(
        QuizPages(
            env,
            snippets,
            project.course,
            claims.html,
            claims.changes,
            terms,
            has_keys=project.keys,
            has_readings=bool(content.references),
            asks_certainty=project.certainty,
            corrections=project.takes,
            sides=sides,
            side_of=side_of,
            lessons=lesson_links(content, project),
            sittings=sitting_links(content, project),
        ),
        ReadingPages(
            env,
            snippets,
            content.references,
            citations.formatted,
            project.stances,
            project.topics,
            coins=lambda reference: to_coins(record(reference)),
            page_coins=coins_of_page,
        ),
        FigurePages(
            env, snippets, project.stances, lambda path: title_of(project.pages.get(path, ""), path), project.course
        ),
        GlossaryPages(env, content.glossary.terms),
        HelpPages(env),
        claims,
        lessons,
        snippets,
        unusable=lambda path: element(env, "course/unusable.html", path=path),
    )


def lesson_links(content: Content, project: Project) -> list[LessonLink]:
    """The lessons of the course in its order, each with its quiz."""
    quizzes = [file.quiz for file in content.quizzes.values() if file.quiz]
    of_lessons = {str(quiz.lesson): quiz.id for quiz in quizzes if quiz.lesson}
    return [
        LessonLink(path, title_of(project.pages.get(path, ""), path), of_lessons.get(path, ""))
        for path in filter(is_lesson, project.order or project.pages)
    ]


def sitting_links(content: Content, project: Project) -> list[SittingLink]:
    """The sittings of the course in its order, each with how many questions it asks."""
    quizzes = [file.quiz for file in content.quizzes.values() if file.quiz]
    questions = {quiz.id: [f"{quiz.id}/{question.id}" for question in quiz.questions] for quiz in quizzes}
    titles = {quiz.id: quiz.title for quiz in quizzes}

    def link(path: str, text: str, name: str) -> SittingLink:
        asked = asked_in(text, questions, name)
        of = {address.partition("/")[0] for address in asked}
        return SittingLink(path, title_of(text, path), name, len(asked), titles[of.pop()] if len(of) == 1 else "")

    return [
        link(path, text, name)
        for path in project.order or project.pages
        if "sitting" in (text := project.whole_pages.get(path, ""))
        for _, name in sittings_in(text)
    ]


def blocks_of(
    houses: Houses, content: Content, project: Project, downloads: Downloads, frames: Frames
) -> dict[str, Block]:
    """What stands for each block of a page, by the block's name."""
    quizzes = downloads.quizzes
    lessons = houses.quiz.lessons
    first = lessons[0].path if lessons else None
    quiz = QuizBlock(content.quizzes, content.example, houses.quiz, houses.unusable, downloads.of_page)
    reading = ReadingBlocks(content.reading_lists, content.references, houses.reading, houses.unusable)
    figure = FigureBlocks(content.figures, content.references, houses.figure, houses.unusable)

    def with_script(name: str, make: Callable[[], ET.Element], *sheets: str) -> Block:
        def block(page: Page, lines: list[str], body: str) -> list[ET.Element]:
            page.scripts.add(name)
            page.sheets.update(sheets)
            return [make()]

        return block

    def claims(page: Page, lines: list[str], body: str) -> list[ET.Element]:
        page.references_at = f"{page.folder}readings/bibliography.md"
        return [houses.claims.ledger()]

    def help_lines(page: Page, lines: list[str], body: str) -> list[ET.Element]:
        page.sheets.add("help.css")
        return help_block(page, lines, content.help, houses.help, houses.unusable)

    def review(page: Page, lines: list[str], body: str) -> list[ET.Element]:
        page.scripts |= {"quiz-review.js", "go-on.js"}
        page.sheets |= {"progress.css", "sitting.css"}
        return [houses.quiz.review(quizzes)]

    def progress(page: Page, lines: list[str], body: str) -> list[ET.Element]:
        page.scripts.add("quiz-progress.js")
        page.sheets |= {"progress.css", "lesson.css"}  # the latter for its folds
        sides = [value for value, stance in project.stances.items() if stance.is_side]
        found = content.claims_by_id

        def of_question(question: Question) -> str:
            claims = [found[id] for id in question.claims if id in found]
            stances = {claim.stance for claim in claims}
            side = next((str(place) for place, side in enumerate(sides) if stances == {side}), "-")
            return side + "!" * any(claim.certainty == "contested" for claim in claims)

        def served(quiz: Quiz) -> str:
            of_all = [of_question(question) for question in quiz.questions]
            return " ".join(of_all) if {*of_all} > {"-"} or "-" not in of_all else ""

        return [houses.quiz.progress(quizzes, [project.stances[side] for side in sides], served)]

    return {
        "quiz": lambda page, lines, body: quiz.elements(page, lines),
        "quizzes": lambda page, lines, body: [houses.quiz.index(quizzes)],
        "review": review,
        "progress": progress,
        "downloads": lambda page, lines, body: downloads.page(page),
        "embed": lambda page, lines, body: frames.page(page),
        "go-on": with_script("go-on.js", lambda: houses.quiz.go_on(first)),
        "readings": lambda page, lines, body: reading.readings(page, lines),
        "bibliography": lambda page, lines, body: reading.bibliography(page),
        "figure": lambda page, lines, body: figure.figures(page, lines),
        "figures": lambda page, lines, body: figure.every(page),
        "claims": claims,
        "glossary": lambda page, lines, body: glossary_block(page, lines, houses.glossary, content.glossary.is_sound),
        "help": help_lines,
        "setting": lambda page, lines, body: setting_block(page, body, project.settings, houses.snippets),
    }
