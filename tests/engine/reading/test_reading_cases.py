"""Each file in cases/ is a reading list (`input`) or a bibliography (`references`), and all that is told of it."""

from pathlib import Path

import pytest

from building import read_yaml
from coursework.course.content_files import REFERENCES
from coursework.reading.read import read_references
from coursework.source import values as source
from making import MAPS

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
ADVISED = sorted((Path(__file__).parent / "cases").glob("*-advice*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_an_author_is_told_every_mistake_and_nothing_else(file, problems_of):
    case = read_yaml(file)
    files = {REFERENCES: case.get("references", MAPS[REFERENCES])}
    files |= {"readings/maps.yml": case["input"]} if "input" in case else {}
    assert problems_of(files, {"lessons/maps.md": ""}) == case["problems"]
    assert file.stem.endswith("-nope") == bool(case["problems"]), "the name says whether it is refused"


@pytest.mark.parametrize("file", ADVISED, ids=lambda file: file.stem)
def test_an_author_is_given_advice_and_may_leave_it(file, advice_of):
    case = read_yaml(file)
    files = {REFERENCES: case["references"]} | ({"readings/maps.yml": case["input"]} if "input" in case else {})
    assert advice_of(files) == case["advice"]


def test_where_no_topics_are_given_any_may_be_used_that_is_an_id(project):
    project = project({REFERENCES: "- {id: a, type: book, title: A map, status: no date, topics: [power, The Scale]}"})
    value, _ = source.load(project.root, REFERENCES)
    references, [problem] = read_references(value)
    assert references["a"].topics == ("power", "The Scale")
    rule = "must be small letters, digits and single hyphens, starting with a letter, not 'The Scale'"
    assert str(problem) == f"{REFERENCES}:1:70: reference a, topics: {rule}"


def test_many_works_that_say_little_are_one_line(advice_of):
    works = "".join(f"- {{id: a{n}, type: book, title: A map, issued: 1989, access: open}}\n" for n in range(30))
    [line] = advice_of({REFERENCES: works})
    lines = ", ".join(map(str, range(2, 22)))
    message = f"should have `annotation` and `level`, so that readers can choose; so should those in lines {lines}"
    assert line == f"{REFERENCES}:1:8: reference a0: {message} and 9 more"
