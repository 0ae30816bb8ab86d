"""figure.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
import re
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest
import yaml

from building import FIXTURE, PROJECT, read_yaml
from coursework.figure.explore import READERS
from coursework.figure.explore.caseload import Caseload
from coursework.figure.explore.choose import Choose
from coursework.figure.explore.drawer import Drawer
from coursework.figure.explore.hundred import Hundred
from coursework.figure.explore.overlap import Overlap
from coursework.figure.explore.race import Race
from coursework.figure.explore.regression import Regression
from coursework.figure.explore.within import Within
from coursework.figure.model import KINDS, SCALES, Asked, Axis, Event, Guess, Plot, Row
from coursework.figure.read import read_figure
from coursework.source import values as source

SCHEMA = json.loads((PROJECT / "hooks/coursework/figure/figure.schema.json").read_text(encoding="utf-8"))
CASES = {file.stem: read_yaml(file) for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))}
# What each kind on which readers work has of its own.
EXPLORED = [Overlap, Choose, Race, Within, Caseload, Drawer, Hundred, Regression]
READABLE = {name: case for name, case in CASES.items() if not source.parse(case["input"], "f.yml")[1]}
# What is told of a mistake of meaning, which needs more than a schema: how values stand to one another, or elsewhere.
MEANING = re.compile(
    "must (?:lie on the axis|differ from|not be (?:greater|less) than|be greater than|be 0 where|be linear where|"
    "be a (?:reference|page) in|be for, against|have at most two digits|be 0, where|"
    "have no blank(?: but|,)|have braces|be a slope|"
    "be (?:0 or )?the (?:estimate|label) of a row|have an estimate, for|not be one of `rows`|be one of `sizes`|"
    "have only numbers|"
    "be a confirmed claim|be a (?:reference|claim) (?:of|in)|"
    "leave open how many|differ when they|have no blank \\{needed|"
    "be a (?:figure|row) |lie whole steps of|pick 4 people or more|"
    "be less than 0, as|differ in|be answers that lead|be among the answers|"
    "reach from|put some of|be two rows, not .* twice)|"
    "(?:start, coast|row 2, when): must"
)


def faults(content):
    value = yaml.safe_load(content)
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(value))


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", sorted((FIXTURE / "figures").glob("*.yml")), ids=lambda file: file.stem)
def test_what_is_published_is_read_without_a_problem_and_satisfies_the_schema(file):
    content = file.read_text(encoding="utf-8")
    value, problems = source.parse(content, "f.yml")
    assert problems or read_figure(value, "f", "f.yml").problems == []
    assert faults(content) == []


@pytest.mark.parametrize("name", READABLE)
def test_a_case_satisfies_the_schema_unless_it_has_a_mistake_of_form(name):
    of_form = [line for line in READABLE[name]["problems"] if not MEANING.search(line)]
    assert bool(faults(READABLE[name]["input"])) == bool(of_form), of_form


def test_the_schema_knows_every_field_and_word():
    of_kinds = {field.name for kind in (Plot, *EXPLORED) for field in fields(kind)}
    of_kinds = of_kinds - {"when"} | {"of"}  # what a row says, and whose rows they are
    assert set(SCHEMA["properties"]) == of_kinds - {"id"}
    for kind in (Axis, Row, Event, Guess):
        assert set(SCHEMA["definitions"][kind.__name__.lower()]["properties"]) == set(kind.__dataclass_fields__)
    # What is asked for is the estimate of its row.
    assert {*SCHEMA["definitions"]["asked"]["properties"], "estimate"} == set(Asked.__dataclass_fields__)
    assert SCHEMA["properties"]["kind"]["enum"] == [*KINDS, *READERS]
    assert SCHEMA["definitions"]["axis"]["properties"]["scale"]["enum"] == list(SCALES)
