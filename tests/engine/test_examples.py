"""What is published, and what authors are given to copy from, is read without a word of complaint."""

import re
from pathlib import Path

import pytest
import yaml

import coursework

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def course():
    pages = {
        file.relative_to(ROOT / "docs").as_posix(): file.read_text(encoding="utf-8-sig")
        for file in (ROOT / "docs").rglob("*.md")
    }
    return coursework.build(coursework.Project(ROOT, pages, "a-course"))


def test_all_that_is_published_is_without_problems(course):
    assert [str(problem) for problem in course.problems({})] == []


def test_there_is_something_published(course):
    made = {file.path for file in course.publishing.files()}
    assert len([path for path in made if re.fullmatch(r"quizzes/(?!index)[\w-]+\.md", path)]) >= 3
    assert len([path for path in made if re.fullmatch(r"readings/(?!index|bibliography)[\w-]+\.md", path)]) >= 3


@pytest.mark.parametrize("file", sorted((ROOT / "quizzes").glob("*.yml")), ids=lambda file: file.stem)
def test_every_question_published_cites_or_is_reread_and_serves_an_objective(file):
    quiz = yaml.safe_load(file.read_text(encoding="utf-8"))
    # An opinion has no answer that a source could give or an objective ask for.
    for question in (question for question in quiz["questions"] if question["type"] != "opinion"):
        assert question.get("objective"), question["id"]
        assert question.get("cite") or question.get("reread"), question["id"]


def test_the_quiz_in_the_readme_works_and_its_mistake_is_told_as_shown_there(problems_of):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [quiz] = [block for block in re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S) if "questions:" in block]
    [told] = re.findall(r"^quizzes/maps\.yml:.*$", text, re.M)
    assert problems_of({"quizzes/maps.yml": quiz}) == []
    assert problems_of({"quizzes/maps.yml": quiz.replace("single-choice", "singel-choice")}) == [told]
