"""Each file in cases/ is a `help.yml` as an author may write it, and every line that the author is told of it."""

from pathlib import Path

import pytest

from building import read_yaml
from coursework.course.content_files import REFERENCES
from making import MAPS

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
ADVISED = sorted((Path(__file__).parent / "cases").glob("*-advice.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_an_author_is_told_every_mistake_and_nothing_else(file, problems_of):
    case = read_yaml(file)
    files = {"help.yml": case["input"], REFERENCES: MAPS[REFERENCES]}
    assert problems_of(files, {"lessons/maps.md": ""}) == case["problems"]
    assert file.stem.endswith("-nope") == bool(case["problems"]), "the name says whether it is refused"


@pytest.mark.parametrize("file", ADVISED, ids=lambda file: file.stem)
def test_an_author_is_given_advice_and_may_leave_it(file, advice_of):
    case = read_yaml(file)
    assert advice_of({"help.yml": case["input"]}) == case["advice"]
