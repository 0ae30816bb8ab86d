"""What authors are given to copy from is read without a word of complaint: the small course, and the README's quiz."""

import re
from datetime import date

import pytest

import coursework
from building import FIXTURE, PROJECT
from coursework.course import check
from coursework.figure.explore import READERS
from coursework.figure.model import KINDS
from coursework.quiz.model import TYPES
from coursework.source import values as source
from coursework.text.stance import read_stances
from making import markdown_settings, settings_of


@pytest.fixture(scope="module")
def course():
    pages = {
        file.relative_to(FIXTURE / "docs").as_posix(): file.read_text(encoding="utf-8")
        for file in (FIXTURE / "docs").rglob("*.md")
    }
    settings = settings_of(FIXTURE)["extra"]["course"]
    stances, topics = read_stances(settings["stances"]), settings["topics"]
    read_by = frozenset(map(str, markdown_settings()[0]))
    id = settings["id"]
    return coursework.build(coursework.Project(FIXTURE, pages, id, stances=stances, topics=topics, extensions=read_by))


def test_the_small_course_is_without_problems_and_without_anything_to_advise_on(course):
    assert [str(problem) for problem in course.problems({})] == []
    # On a later day the build advises to look up again whom to call.
    day = date.fromisoformat(source.load(FIXTURE, "help.yml")[0]["checked"])
    assert [str(advice) for advice in check.advice(course.content, day)] == []


def test_the_small_course_has_every_kind_of_thing(course):
    content = course.content
    questions = [question for file in content.quizzes.values() for question in file.quiz.questions]
    assert {question.type for question in questions} == set(TYPES)
    assert {file.figure.kind for file in content.figures.values()} == {*KINDS, *READERS}
    assert all([content.reading_lists, content.references, content.claims, content.glossary.terms, content.help.help])
    shown = "\n".join(file.read_text(encoding="utf-8") for file in (FIXTURE / "docs").rglob("*.md"))
    blocks = {"go-on", "quiz", "figure", "readings", "glossary", "help", "setting"}
    assert set(re.findall(r"^```([\w-]+)$", shown, re.MULTILINE)) == blocks
    for line in (": objectives", ": guess ", ": before ", ": after ", ": rest", "sitting: ", "topic: "):
        assert line in shown, line


@pytest.mark.parametrize("file", sorted((FIXTURE / "quizzes").glob("*.yml")), ids=lambda file: file.stem)
def test_every_choice_of_the_small_course_has_its_feedback(file):
    questions = source.load(FIXTURE, f"quizzes/{file.name}")[0]["questions"]
    assert all(choice["feedback"] for question in questions for choice in question.get("choices", ()))


def test_the_quiz_in_the_readme_works_and_its_mistake_is_told_as_shown_there(problems_of):
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    [quiz] = [block for block in re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S) if "questions:" in block]
    [told] = re.findall(r"^quizzes/maps\.yml:.*$", text, re.M)
    assert problems_of({"quizzes/maps.yml": quiz}) == []
    assert problems_of({"quizzes/maps.yml": quiz.replace("single-choice", "singel-choice")}) == [told]
