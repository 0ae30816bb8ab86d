"""quiz.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
import re
from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest
import yaml

from building import FIXTURE, PROJECT, read_yaml
from coursework.quiz.fields import Common
from coursework.quiz.model import LEVELS, TYPES, Question
from coursework.quiz.read import read_quiz
from coursework.source import values as source
from coursework.text.words import words

HOUSE = Path(__file__).parents[3] / "hooks/coursework/quiz"
SCHEMA = json.loads((HOUSE / "quiz.schema.json").read_text(encoding="utf-8"))
EXAMPLE = (HOUSE / "example.yml").read_text(encoding="utf-8")


def problems_of(content):
    value, problems = source.parse(content, "quizzes/q.yml")
    return problems or read_quiz(value, "q", "quizzes/q.yml", words()["question"]).problems


class Editor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads YAML as editors do (version 1.2): `yes` and a date are text, and `<<` is a field like any other.

    To an editor the word `null` is nothing, which it marks; here it is text, as to the build.
    """

    yaml_implicit_resolvers: ClassVar = {}


FORMS = {"null": "", "bool": "[tT]rue|TRUE|[fF]alse|FALSE", "int": r"-?\d+", "float": r"-?(\d+\.\d*|\.\d+)"}
for kind, form in FORMS.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^({form})$"), None)


def schema_faults(content):
    # JSON knows only text for the name of a field; editors see YAML's `true:` as that text too.
    value = json.loads(json.dumps(yaml.load(content, Editor)))  # noqa: S506
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(value))


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


QUIZZES = [HOUSE / "example.yml", *sorted((FIXTURE / "quizzes").glob("*.yml"))]


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


CASES = {file.stem: read_yaml(file) for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))}
# A case that is no plain YAML shows in an editor without a schema.
READABLE = {name: case for name, case in CASES.items() if not source.parse(case["input"], "q.yml")[1]}

# What is told of a mistake of form, which the schema must see as well: fields, kinds of values, words from a list,
# how an id or a number is written, how long a list is.
FORM = """
must be a known field, not|must be called `|must each be a group of
must have `[a-z-]+`, but has none|must have `blanks`, one for each
must have `answers` to be typed or `choices` to choose from, |must stand at each of the choices, not here
must be text, not|must be a list |must be a list of texts|must hold texts only|must be a group of fields
must not be empty
must be single-choice, |must be recall, |must be kept, |must be true or false, |must be small letters, digits and
must be a number, as 0.[02]|must be a number from 1 to 9
must be a heading of the lesson|must be a date as
must hold (two|three) [a-z]+ or more, not [12]$|must hold seven positions or fewer
"""
# What is told of a mistake of meaning, which needs more than a schema: what stands elsewhere, or what a text says.
MEANING = """
must differ from the one in line|must be used once|must hold more than punctuation|must be a name of its own
must be (a reference|a page|a claim) in|must be a heading of docs/|must name a page before|must be one of the quiz's
must be [a-z-]+, not .*Did you mean|must hold (exactly one|a) choice with|must have two different matches
must be one paragraph|must be plain text, without
must be in backticks, or written in another|must be a wrong answer|must be left out where|must be a number where
must be [1-9], as many as the answer|must name one of the `blanks`|must hold \\{[a-z-]+\\} once|must stand in the text
must not hold a block of code|must have code |must say the language and |must start on a line of its own
must not be indented by four spaces|must have in hl_lines|must end with ```|must stand on a page
must have \\{.*\\} outside of (links|formulas)
must be a regular expression|must be in small letters|must hold letters, digits and
must have fewer of|must be later than that of the correction
must hold no signs but|must not hold the private signs|must be the ids of questions|must name '[A-Za-z0-9]+' once
must belong to an item that stands once
must hold two different items|must hold something that can be seen|must be true of one choice|must say what the end
must be what a reader |must have 15 digits|must lie between|must have [0-9]+ (characters|repeats)|must repeat no group
"""


def is_of(kind, line):
    message = line[line.index(": must") + 2 :]
    return re.match("|".join(f"(?:{one})" for one in kind.strip().splitlines()), message) is not None


@pytest.mark.parametrize("name", [name for name in READABLE if not name.endswith("-nope")])
def test_a_case_that_is_accepted_satisfies_the_schema(name):
    assert schema_faults(READABLE[name]["input"]) == []


@pytest.mark.parametrize("name", [name for name in READABLE if name.endswith("-nope")])
def test_a_case_with_a_mistake_of_form_does_not_satisfy_the_schema(name):
    lines = [line for line in READABLE[name]["problems"] if line.startswith("quizzes/")]
    assert [line for line in lines if is_of(FORM, line) == is_of(MEANING, line)] == [], "either of form or of meaning"
    of_form = [line for line in lines if is_of(FORM, line)]
    # One fault of the schema can stand for several lines, but a mistake of meaning alone is none to it.
    assert bool(schema_faults(READABLE[name]["input"])) == bool(of_form), lines


def test_the_schema_knows_every_type_and_level():
    known = SCHEMA["definitions"]["question"]["properties"]["type"]["enum"]
    assert known == list(TYPES), "`enum` in quiz.schema.json has every type of model.py"
    assert SCHEMA["definitions"]["level"]["enum"] == list(LEVELS)


def test_the_example_uses_every_type_and_every_field():
    questions = yaml.safe_load(EXAMPLE)["questions"]
    assert [question["type"] for question in questions] == list(TYPES), "example.yml has one of each, in that order"
    # What leads out of the quiz cannot hold in every project, so the example only tells of it.
    elsewhere = {"cite", "claims", "reread", "order", "exact"}
    of_quiz = {"lesson", "retired"}
    assert [name for name in (*elsewhere, *of_quiz) if f"# {name}: " not in EXAMPLE] == []
    assert set(SCHEMA["properties"]) - of_quiz == set(yaml.safe_load(EXAMPLE))
    for type in TYPES:
        own = set(SCHEMA["definitions"][DEFINITIONS[type]]["properties"]) - COMMON
        shown = set().union(*(question for question in questions if question["type"] == type))
        assert own - elsewhere - shown == set(), f"example.yml has no {type} with it"
    assert COMMON - elsewhere - set().union(*questions) == set(), "example.yml has no question with it"


DEFINITIONS = {type: f"{'choice' if type.endswith('-choice') else type}-question" for type in TYPES}
COMMON = set.intersection(*(set(SCHEMA["definitions"][name]["properties"]) for name in DEFINITIONS.values()))


def test_a_field_that_every_question_has_is_one_to_the_model_to_the_reader_and_to_each_type_in_the_schema():
    known = {
        "Question in model.py": {name.replace("_", "-") for name in Question.__dataclass_fields__},
        "Common in fields.py": {name.replace("_", "-") for name in Common.__annotations__},
    }
    every = COMMON.union(*known.values())
    known |= {
        f"{name} in quiz.schema.json": set(SCHEMA["definitions"][name]["properties"]) for name in DEFINITIONS.values()
    }
    assert [f"{place} has no {name}" for place, fields in known.items() for name in sorted(every - fields)] == []


@pytest.mark.parametrize("type", TYPES)
def test_the_schema_holds_a_question_to_the_fields_of_its_type(type):
    rules = SCHEMA["definitions"]["question"]["allOf"]
    asked = [(rule["if"]["properties"]["type"], rule["then"]["$ref"]) for rule in rules]
    held = [then for of, then in asked if type in of.get("enum", [of.get("const")])]
    assert held == [f"#/definitions/{DEFINITIONS[type]}"], "quiz.schema.json: an `if` and `then` for it"


def test_the_readme_names_every_type_and_every_field():
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    [common] = re.findall(r"^Every question has [^:]*", text, re.M)
    assert COMMON - set(re.findall(r"`([a-z-]+)`", common)) == set(), "README.md does not name it"
    rows = dict(re.findall(r"^\| `([a-z-]+)` \|[^|]+\| (.*) \|$", text, re.M))
    assert list(rows) == list(TYPES), "README.md has a row for each type"
    for type, row in rows.items():
        own = set(SCHEMA["definitions"][DEFINITIONS[type]]["properties"]) - COMMON
        row = rows["single-choice"] if row == "the same" else row
        assert own - set(re.findall(r"`([a-z-]+)(?:: kept)?`", row)) == set(), f"README.md: the row of {type} lacks it"
