"""glossary.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from building import FIXTURE, PROJECT, read_yaml
from coursework.glossary.model import Term
from coursework.glossary.read import read_glossary
from coursework.source import values as source

SCHEMA = json.loads((PROJECT / "hooks/coursework/glossary/glossary.schema.json").read_text(encoding="utf-8"))
CASES = {file.stem: read_yaml(file) for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))}
# What is told of a mistake of meaning, which needs more than a schema.
MEANING = re.compile("must be (?:a reference in|used once|of one term only)")


def faults(content):
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.safe_load(content)))


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_what_is_published_is_read_without_a_problem_and_satisfies_the_schema():
    content = (FIXTURE / "glossary.yml").read_text(encoding="utf-8")
    value, problems = source.parse(content, "glossary.yml")
    assert problems == read_glossary(value).problems == faults(content) == []


@pytest.mark.parametrize("name", CASES)
def test_a_case_satisfies_the_schema_unless_it_has_a_mistake_of_form(name):
    of_form = [line for line in CASES[name]["problems"] if not MEANING.search(line)]
    assert bool(faults(CASES[name]["input"])) == bool(of_form), of_form


def test_the_schema_knows_every_field():
    assert set(SCHEMA["items"]["properties"]) == set(Term.__dataclass_fields__)
