"""Everything that authors wrote in YAML, read file by file: a fault in one costs only that one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from coursework.claim.model import Claim
from coursework.claim.read import ClaimFile, read_claims
from coursework.course.content_files import REFERENCES, misplaced, values_in
from coursework.course.project import Project
from coursework.figure.lend import lend_rows
from coursework.figure.read import FigureFile, read_figure
from coursework.glossary import read as glossary
from coursework.glossary.read import GlossaryFile, read_glossary
from coursework.help import read as help
from coursework.help.read import HelpFile, read_help
from coursework.quiz.advice import advise
from coursework.quiz.fields import QuizFile
from coursework.quiz.model import Quiz
from coursework.quiz.read import read_quiz
from coursework.quiz.saved import versions
from coursework.reading.model import Reference
from coursework.reading.read import OWN_FIELDS, ReadingListFile, read_reading_list, read_references
from coursework.source import values as source
from coursework.source.place import Text
from coursework.source.problem import Advice, Problem
from coursework.source.sound_items import sound_items
from coursework.text import own_words
from coursework.text.own_words import OwnWords, advise_on_words, read_own_words
from coursework.text.templates import HERE
from coursework.text.words import Words, group, words

File = TypeVar("File", QuizFile, ReadingListFile, FigureFile, ClaimFile)


@dataclass
class Content:
    """What was read. The files come in the order of their names; `problems` are those of single files,
    and `advice` that on single quizzes.

    `example` is the engine's own quiz with every type, which becomes the style guide. `words` are those of the
    interface, in the course's language and as the course says them.
    `references_read` is false where the bibliography is no YAML at all: then nothing can be said of any citation.
    """

    words: Words
    quizzes: dict[str, QuizFile] = field(default_factory=dict)
    reading_lists: dict[str, ReadingListFile] = field(default_factory=dict)
    figures: dict[str, FigureFile] = field(default_factory=dict)
    claims: dict[str, ClaimFile] = field(default_factory=dict)
    glossary: GlossaryFile = field(default_factory=GlossaryFile)
    help: HelpFile = field(default_factory=HelpFile)
    references: dict[str, Reference] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    advice: list[Advice] = field(default_factory=list)
    references_read: bool = True
    example: QuizFile | None = None

    @property
    def files(self) -> list[QuizFile | ReadingListFile | FigureFile | ClaimFile | GlossaryFile | HelpFile]:
        """Every file that may cite the bibliography and belong to a lesson."""
        named = (self.quizzes, self.reading_lists, self.figures, self.claims)
        return [*(file for files in named for file in files.values()), self.glossary, self.help]

    @property
    def claims_by_id(self) -> dict[str, Claim]:
        """Every claim by its id; the first, where an id is used twice."""
        claims = [claim for file in self.claims.values() for claim in file.claims]
        return {claim.id: claim for claim in reversed(claims)}

    def unlink(self, pages: Collection[str]) -> None:
        """Let nothing lead to a page that is not among these: that is told once, not of each page with the link."""
        for quiz_file in self.quizzes.values():
            if (quiz := quiz_file.quiz) and any(link.partition("#")[0] not in pages for link in _links_of(quiz)):
                questions = [
                    replace(each, reread=None) if each.reread and each.reread.partition("#")[0] not in pages else each
                    for each in quiz.questions
                ]
                lesson = quiz.lesson if quiz.lesson in pages else None
                quiz_file.quiz = replace(quiz, questions=tuple(questions), lesson=lesson)
        for list_file in self.reading_lists.values():
            if list_file.reading_list and list_file.lesson not in pages:
                list_file.reading_list = replace(list_file.reading_list, lesson=None)
        for figure_file in self.figures.values():
            if figure_file.figure and figure_file.lesson not in pages:
                figure_file.figure = replace(figure_file.figure, lesson=None)

    def prose(self) -> Iterator[tuple[str, Text]]:
        """Every Markdown text of every file that may cite, link or hold a formula, as (where, text)."""
        for file in self.files:
            yield from file.prose
        for reference in self.references.values():
            if reference.annotation:
                yield f"reference {reference.id}, annotation", reference.annotation


def read_content(project: Project, cache: dict[str, tuple[str, source.Parsed]] | None = None) -> Content:
    """Read all YAML of a project: its quizzes, references, reading lists, figures, claims, terms and help.

    `cache` is for `source.load`.
    """
    own = _own_words(project, cache)
    content = Content(words(project.language, own.words), problems=[*_misplaced(project), *own.problems])
    content.advice += advise_on_words(project.language, own.words)
    question_words = group(content.words, "question")
    for id, path, value, problems in values_in(project.root, "quizzes", cache, content.problems):
        rest = sound_items(project.root, "questions", (value, problems))
        quiz_file = QuizFile(id, path) if rest.value is None else read_quiz(rest.value, id, path, question_words)
        quiz_file.problems[:] = rest.faults(quiz_file.problems)
        quiz_file.quiz = None if problems else quiz_file.quiz
        if quiz_file.quiz:
            content.advice += advise(quiz_file.quiz)
            quiz_file.versions = versions(quiz_file.quiz)
        content.quizzes[id] = quiz_file
        content.problems += [*problems, *quiz_file.problems]
    for id, path, value, problems in values_in(project.root, "readings", cache, content.problems):
        if path == REFERENCES:
            content.problems += problems
            content.references_read = value is not None
            rest = sound_items(project.root, "", (value, problems), OWN_FIELDS)
            if rest.value is not None:
                references, problems = read_references(rest.value, project.stances, project.topics)
                content.references = references if content.references_read else {}
                content.problems += rest.faults(problems)
            continue
        rest = sound_items(project.root, "groups", (value, problems))
        list_file = ReadingListFile(id, path) if rest.value is None else read_reading_list(rest.value, id, path)
        list_file.problems[:] = rest.faults(list_file.problems)
        list_file.reading_list = None if problems else list_file.reading_list
        content.reading_lists[id] = list_file
        content.problems += [*problems, *list_file.problems]
    stances = list(project.stances)
    for id, path, value, problems in values_in(project.root, "figures", cache, content.problems):
        rest = sound_items(project.root, "rows", (value, problems))
        figure_file = FigureFile(id, path) if rest.value is None else read_figure(rest.value, id, path, stances)
        figure_file.problems[:] = rest.faults(figure_file.problems)
        if problems:
            figure_file.figure = figure_file.finish = None
        content.figures[id] = figure_file
        content.problems += [*problems, *figure_file.problems]
    content.problems += lend_rows(content.figures)
    for id, path, value, problems in values_in(project.root, "claims", cache, content.problems):
        rest = sound_items(project.root, "claims", (value, problems))
        claim_file = ClaimFile(id, path) if rest.value is None else read_claims(rest.value, id, path, stances)
        claim_file.problems[:] = rest.faults(claim_file.problems)
        content.claims[id] = claim_file
        content.problems += [*problems, *claim_file.problems]
    if (project.root / glossary.PATH).exists():
        value, problems = source.load(project.root, glossary.PATH, cache)
        rest = sound_items(project.root, "", (value, problems))
        content.glossary = GlossaryFile() if rest.value is None else read_glossary(rest.value)
        content.glossary.is_sound &= value is not None
        content.problems += [*problems, *rest.faults(content.glossary.problems)]
    if (project.root / help.PATH).exists():
        value, problems = source.load(project.root, help.PATH, cache)
        content.help = HelpFile() if value is None else read_help(value)
        content.help.help = None if problems else content.help.help
        content.help.problems += problems
        content.problems += content.help.problems
    value, problems = source.load(HERE, "quiz/example.yml")
    if value is not None:
        content.example = read_quiz(value, "example", "hooks/coursework/quiz/example.yml", question_words)
        problems = [*problems, *content.example.problems]
    content.problems += problems
    content.quizzes = _in_order(content.quizzes, project)
    content.reading_lists = _in_order(content.reading_lists, project)
    content.figures = _in_order(content.figures, project)
    content.claims = _in_order(content.claims, project)
    return content


def _misplaced(project: Project) -> Iterator[Problem]:
    docs, files = project.root / project.docs, project.files
    if files is None:
        files = [file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()]
    # A site that was there before the course has data of its own.
    return misplaced(project.root, files, any_ending=not project.is_guest)


def _own_words(project: Project, cache: dict[str, tuple[str, source.Parsed]] | None) -> OwnWords:
    if not (project.root / own_words.PATH).exists():
        return OwnWords()
    value, problems = source.load(project.root, own_words.PATH, cache, own_words.MARKDOWN)
    own = OwnWords() if value is None else read_own_words(value, project.language)
    return OwnWords(own.words, [*problems, *own.problems])


def _links_of(quiz: Quiz) -> list[str]:
    return [link for link in (quiz.lesson, *(question.reread for question in quiz.questions)) if link]


def _in_order(files: dict[str, File], project: Project) -> dict[str, File]:
    """The files in the order of their lessons; then those of no lesson, as their own pages come, or by their names."""
    places = {path: place for place, path in enumerate(project.order)}

    def place(item: tuple[str, File]) -> tuple[int, int, str]:
        lesson, own = places.get(item[1].lesson or ""), places.get(project.folder + item[1].path.replace(".yml", ".md"))
        return (len(places) if lesson is None else lesson, len(places) if own is None else own, item[0])

    return dict(sorted(files.items(), key=place))
