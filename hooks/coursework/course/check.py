"""What must hold between files: a quiz cites what the bibliography has, and points to headings that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from coursework.claim.links import LEDGER, claim_fault, claims_in
from coursework.claim.numbers import number_fault, reference_fault
from coursework.course.content import Content
from coursework.course.content_files import REFERENCES
from coursework.course.formulas import formula_problems
from coursework.course.pictures import picture_problems
from coursework.course.project import Project
from coursework.course.syntax import syntax_problems
from coursework.figure.advice import advise as of_figure
from coursework.help.advice import advise as of_help
from coursework.quiz.block import asked_in, sittings_in
from coursework.reading.advice import advise as of_references
from coursework.reading.advice import advise_list as of_list
from coursework.source.correction import to_come
from coursework.source.place import Text
from coursework.source.problem import Advice, Problem, quoted, suggestion
from coursework.source.values import find
from coursework.text.citation import clusters_in, keys_in
from coursework.text.page import Page
from coursework.text.prose import prose_of


def between_files(content: Content, project: Project) -> Iterator[Problem]:
    """All that can be checked before any page is rendered."""
    yield from citations(content, project)
    yield from claims(content, project)
    yield from lessons(content, project)
    yield from sittings(project)
    yield from formula_problems(content, project)
    yield from picture_problems(content, project)
    yield from syntax_problems(content, project)


def sittings(project: Project) -> Iterator[Problem]:
    """A sitting has a name of its own in the whole course: what readers keep of it has nothing else to go by."""
    pages: dict[str, str] = {}
    for path, text in project.whole_pages.items():
        for line, name in sittings_in(text) if "sitting" in text else ():
            if pages.setdefault(name, path) != path:
                place: tuple[str, int, int] = (f"docs/{path}", line, 1)
                message = f"must have another name: {quoted(name)} is a sitting of docs/{pages[name]}"
                if included := project.included.get(path):
                    page = Page(path, project.pages[path], included.files)
                    place = page.place(text.splitlines()[line - 1].strip(" \t>"))
                    if place[0] != f"docs/{path}":  # where it is included, since others may include it too
                        place = page.place(place[0].rpartition("/")[2])
                yield Problem(*place, "the quiz block", message)


def notes(content: Content, project: Project) -> Iterator[Advice]:
    """What readers write of an opinion comes back where they are asked again, and is written where they were before."""
    quizzes = [file.quiz for file in content.quizzes.values() if file.quiz]
    noting = [(quiz.id, each) for quiz in quizzes for each in quiz.questions if getattr(each, "note", False)]
    addresses = {quiz.id: [f"{quiz.id}/{each.id}" for each in quiz.questions] for quiz in quizzes}
    pages = project.whole_pages.values() if noting else ()
    asked = {address for text in pages for address in asked_in(text, addresses)}
    without = {"before": "nobody can write what would change their mind", "after": "nobody is asked again"}
    for (quiz, question), (slot, why) in product(noting, without.items()):
        if f"{quiz}/{question.id}~{slot}" not in asked:
            message = f"should be asked on a page by `{quiz}: {slot} {question.id}` in a block `quiz`; without, {why}"
            yield question.id.place.advice(f"question {question.id}, note", message)


def advice(content: Content, today: date | None = None) -> Iterator[Advice]:
    """What single files would be better with, as they are met today."""
    yield from of_references(content.references.values())
    for file in content.reading_lists.values():
        yield from of_list(file.reading_list, content.references) if file.reading_list else ()
    yield from content.advice
    for figure in content.figures.values():
        yield from of_figure(figure.figure) if figure.figure else ()
    yield from _of_quizzes(content)
    day = today or date.today()
    yield from of_help(content.help, day)
    for quiz in (file.quiz for file in content.quizzes.values()):
        for question in quiz.questions if quiz else ():
            yield from to_come(f"question {question.id}", question.corrections, day)
    for claim in content.claims_by_id.values():
        yield from to_come(f"claim {claim.id}", claim.corrections, day)


def _of_quizzes(content: Content) -> Iterator[Advice]:
    """Quizzes that a reader cannot tell apart, or finds only in the list."""
    titles: dict[str, Text] = {}
    lessons: dict[str, Text] = {}
    for file in content.quizzes.values():
        if file.quiz is None:
            continue
        title, lesson = file.quiz.title, file.quiz.lesson
        if titles.setdefault(title, title) is not title:
            first = titles[title].place
            yield title.place.advice(
                "title", f"should be another than that of {first.path}: readers see two of one name"
            )
        if lesson and lessons.setdefault(lesson, lesson) is not lesson:
            message = f"should be of one quiz only: it links that of {lessons[lesson].place.path}"
            yield lesson.place.advice("lesson", message)


def citations(content: Content, project: Project) -> Iterator[Problem]:
    """Every reference that a YAML file names must be in the bibliography."""
    references = content.references
    if not content.references_read:
        return
    for file in content.files:
        for where, key in file.cites:
            if key not in references:
                yield key.place.problem(where, _unknown_reference(key, references))
    for where, text, cluster in _cited(content):
        for cited in keys_in(cluster):
            if cited not in references:
                yield find(project.root, text, f"@{cited}").problem(
                    where, _unknown_reference(cited, references, in_text=True)
                )


def _cited(content: Content) -> Iterator[tuple[str, Text, str]]:
    """Every citation in a text of a YAML file; what stands in code is none."""
    for where, text in content.prose():
        for cluster in clusters_in(prose_of(text, math=False)):
            yield where, text, cluster


def forms(content: Content, project: Project, formatted: Iterable[str]) -> Iterator[Problem]:
    """Every citation must have been one to the formatter as well; `formatted` holds those that were."""
    for where, text, cluster in _cited(content):
        keys = keys_in(cluster)
        if cluster not in formatted and all(key in content.references for key in keys):
            yield find(project.root, text, f"@{keys[0]}").problem(where, malformed(cluster))


def malformed(cluster: str) -> str:
    rule = "must be a citation on lines of its own and in words alone, as `[@key, p. 3; @other]`"
    return f"{rule}, not {quoted(cluster)}"


def _unknown_reference(key: str, references: Mapping[str, object], in_text: bool = False) -> str:
    plain = ", or `\\@` for a plain @" if in_text else ""
    return f"must be a reference in {REFERENCES}{plain}, not {quoted(key)}{suggestion(key, references)}"


def claims(content: Content, project: Project) -> Iterator[Problem]:
    """Every claim has an id of its own, and a YAML file uses only claims that are known and confirmed.

    A number of a figure that names a claim is one of that claim.
    """
    by_id = content.claims_by_id
    for claim in (claim for file in content.claims.values() for claim in file.claims):
        first = by_id[claim.id].id.place
        if by_id[claim.id] is not claim:
            message = f"must be used once, not twice (first in {first.path}, line {first.line})"
            yield claim.id.place.problem(f"claim {claim.id}, id", message)
    named = [pair for file in content.quizzes.values() for pair in file.claims]
    for where, id in (*named, *(pair for file in content.figures.values() for pair in file.claims)):
        if fault := claim_fault(id, by_id):
            yield id.place.problem(where, fault)
    for figure in content.figures.values():
        for held in figure.held:
            is_held = reference_fault if held.is_reference else number_fault
            if fault := is_held(held.text, held.claim, by_id):
                yield held.text.place.problem(held.where, fault)
    for where, text in content.prose():
        for linked in claims_in(text):
            if fault := claim_fault(linked, by_id):
                yield find(project.root, text, f"{LEDGER}#{linked}").problem(where, fault)


def lessons(content: Content, project: Project) -> Iterator[Problem]:
    """The lesson of a quiz, a list or a figure, and the page of every passage to read again, must exist."""
    for file in content.files:
        if file.lesson is not None and file.lesson not in project.pages:
            yield file.lesson.place.problem("lesson", _unknown_page(file.lesson, project))
    for file in content.quizzes.values():
        for where, link in file.rereads:
            page = link.partition("#")[0]
            if page and page != file.lesson and page not in project.pages:
                yield link.place.problem(where, _unknown_page(page, project))


def _unknown_page(page: str, project: Project) -> str:
    return f"must be a page in docs/, not {quoted(page)}{suggestion(page, project.pages)}"


def passages(content: Content, anchors: Mapping[str, set[str]]) -> Iterator[Problem]:
    """The heading of every passage to read again must exist.

    `anchors` holds, for each rendered page by its path below `docs/`, the ids in it.
    """
    for file in content.quizzes.values():
        for where, link in file.rereads:
            page, _, anchor = link.partition("#")
            page = page or file.lesson or ""
            if page in anchors and anchor not in anchors[page]:
                message = f"must be a heading of docs/{page}, not {quoted('#' + anchor)}"
                yield link.place.problem(
                    where, message + suggestion(f"#{anchor}", [f"#{each}" for each in sorted(anchors[page])])
                )
