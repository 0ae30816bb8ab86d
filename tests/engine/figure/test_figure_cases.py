"""Each file in cases/ is a figure as an author may write it, and every line that the author is told of it."""

from pathlib import Path

import pytest

from building import read_yaml
from coursework.course.content_files import REFERENCES
from making import MAPS

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_an_author_is_told_every_mistake_and_nothing_else(file, problems_of, advice_of):
    case = read_yaml(file)
    files = {"figures/rainfall.yml": case["input"], REFERENCES: MAPS[REFERENCES], **case.get("files", {})}
    assert problems_of(files, {"lessons/maps.md": ""}) == case["problems"]
    assert file.stem.endswith("-nope") == bool(case["problems"]), "the name says whether it is refused"
    if not case["problems"]:
        assert [line for line in advice_of(files) if "figures/" in line] == case.get("advice", [])
