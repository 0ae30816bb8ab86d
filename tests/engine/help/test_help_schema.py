"""help.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from mountains import HELP

from building import FIXTURE, PROJECT, read_yaml
from coursework.help.model import READ_AT, Country, Directory, Emergency, Help, HelpLine
from coursework.help.read import read_help
from coursework.source import values as source

SCHEMA = json.loads((PROJECT / "hooks/coursework/help/help.schema.json").read_text(encoding="utf-8"))
CASES = {file.stem: read_yaml(file) for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))}
# What is told of a mistake of meaning, which needs more than a schema.
MEANING = re.compile("must be (?:used once|a reference in|a date as .* not '\\d{4}-\\d\\d)")


class _Loader(yaml.SafeLoader):
    """Dates and numbers stay what they are: this is how an editor's YAML of today (1.2) reads them."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(content):
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.load(content, _Loader)))  # noqa: S506


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "content", [HELP, (FIXTURE / "help.yml").read_text(encoding="utf-8")], ids=["mountains", "small course"]
)
def test_what_is_right_is_read_without_a_problem_and_satisfies_the_schema(content):
    value, problems = source.parse(content, "help.yml")
    assert problems == read_help(value).problems == faults(content) == []


@pytest.mark.parametrize("name", CASES)
def test_a_case_satisfies_the_schema_unless_it_has_a_mistake_of_form(name):
    of_form = [line for line in CASES[name]["problems"] if not MEANING.search(line)]
    assert bool(faults(CASES[name]["input"])) == bool(of_form), of_form


def test_the_schema_knows_every_field():
    kinds = {"country": Country, "line": HelpLine, "emergency": Emergency, "directory": Directory}
    for definition, kind in kinds.items():
        fields = {name.replace("_", "-") for name in kind.__dataclass_fields__}
        assert set(SCHEMA["definitions"][definition]["properties"]) == fields
    assert set(SCHEMA["properties"]) == set(Help.__dataclass_fields__)
    assert tuple(SCHEMA["definitions"]["read-at"]["enum"]) == READ_AT
