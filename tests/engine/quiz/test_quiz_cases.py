"""Each file in cases/ is a quiz as an author may write it, and every line that the author is told of it."""

from pathlib import Path

import pytest

from building import read_yaml
from coursework.course.content_files import REFERENCES
from making import MAPS

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
ADVISED = sorted((Path(__file__).parent / "cases").glob("*-advice*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_an_author_is_told_every_mistake_and_nothing_else(file, problems_of):
    case = read_yaml(file)
    pages = case.get("pages", ["index.md", "lessons/maps.md"])
    files = {"quizzes/maps.yml": case["input"], REFERENCES: case.get("references", MAPS[REFERENCES])}
    assert problems_of(files, dict.fromkeys(pages, ""), case.get("anchors")) == case["problems"]
    assert file.stem.endswith("-nope") == bool(case["problems"]), "the name says whether it is refused"


@pytest.mark.parametrize("file", ADVISED, ids=lambda file: file.stem)
def test_an_author_is_given_advice_and_may_leave_it(file, advice_of):
    case = read_yaml(file)
    assert advice_of({"quizzes/maps.yml": case["input"]}) == case["advice"]
