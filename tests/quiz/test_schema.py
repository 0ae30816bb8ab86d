"""quiz.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from coursework import source
from coursework.quiz.model import LEVELS, TYPES
from coursework.quiz.read import read_quiz
from coursework.templates import words

HOUSE = Path(__file__).parents[2] / "hooks/coursework/quiz"
PROJECT = Path(__file__).parents[2]
SCHEMA = json.loads((HOUSE / "quiz.schema.json").read_text(encoding="utf-8"))
EXAMPLE = (HOUSE / "example.yml").read_text(encoding="utf-8")


def problems_of(content):
    value, problems = source.parse(content, "quizzes/q.yml")
    return problems or read_quiz(value, "q", "quizzes/q.yml", words()["question"]).problems


def schema_faults(content):
    # JSON knows only text for the name of a field; editors see YAML's `true:` as that text too.
    value = json.loads(json.dumps(yaml.safe_load(content)))
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(value))


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


QUIZZES = [HOUSE / "example.yml", *sorted((PROJECT / "quizzes").glob("*.yml"))]


@pytest.mark.parametrize("file", QUIZZES, ids=lambda file: file.stem)
def test_what_is_read_without_a_problem_satisfies_the_schema(file):
    content = file.read_text(encoding="utf-8")
    assert problems_of(content) == []
    assert schema_faults(content) == []


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("type: single-choice", "type: singel-choice"),
        ("level: recall", "level: remember"),
        ("id: contour-lines", "id: Contour lines"),
        ("hint: Think", "hnt: Think"),
        ("answer: false", "answer: maybe"),
        ('      "true": It is', '      "ture": It is'),
        ("    explanation: North", "    remark: North"),
        ("text: The edges of two countries", "txt: The edges of two countries"),
        ("objectives:\n", "objectivs:\n"),
    ],
)  # fmt: skip
def test_a_mistake_of_form_is_one_to_both(there, instead):
    assert there in EXAMPLE
    broken = EXAMPLE.replace(there, instead, 1)
    assert problems_of(broken)
    assert schema_faults(broken)


def test_the_schema_knows_every_type_and_level():
    assert SCHEMA["definitions"]["question"]["properties"]["type"]["enum"] == list(TYPES)
    assert SCHEMA["definitions"]["level"]["enum"] == list(LEVELS)


def test_the_example_uses_every_type_and_every_field():
    questions = yaml.safe_load(EXAMPLE)["questions"]
    assert {question["type"] for question in questions} == set(TYPES)
    fields = set().union(*questions)
    assert fields >= {"objective", "level", "scenario", "prompt", "choices", "hint", "explanation", "feedback"}
