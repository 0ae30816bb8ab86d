"""Each file in cases/ is a page and a quiz as an author may write them, and every line that the author is told."""

from pathlib import Path

import pytest

import coursework
from building import read_yaml
from making import MAPS, Rendered

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
PAGE = "lessons/maps.md"


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_an_author_is_told_of_each_formula_and_each_dollar(file, project):
    case = read_yaml(file)
    page = case.get("page", "")
    files = {
        "quizzes/maps.yml": case.get("input", MAPS["quizzes/maps.yml"].replace('reread: "#lines"', "level: apply"))
    }
    course = coursework.build(project(MAPS | files, {"index.md": "", PAGE: page}))
    assert Rendered(course, PAGE, page).problems == case["problems"]
    assert [str(each) for each in course.advice if "$" in str(each)] == case.get("advice", [])
    assert file.stem.endswith("-nope") == bool(case["problems"]), "the name says whether it is refused"
