"""claim.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from building import FIXTURE, PROJECT, read_yaml
from coursework.claim.model import CERTAINTIES, KINDS, READ_AS, Claim
from coursework.claim.read import read_claims
from coursework.source import values as source

SCHEMA = json.loads((PROJECT / "hooks/coursework/claim/claim.schema.json").read_text(encoding="utf-8"))
CASES = {file.stem: read_yaml(file) for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))}
READABLE = {name: case for name, case in CASES.items() if not source.parse(case["input"], "c.yml")[1]}
# What is told of a mistake of meaning, which needs more than a schema.
MEANING = re.compile("must be (?:a reference in|a page in|a confirmed claim|a claim in|used once|for, against or both)")
FIELDS = SCHEMA["definitions"]["claim"]["properties"]


def faults(content):
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.safe_load(content)))


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", sorted((FIXTURE / "claims").glob("*.yml")), ids=lambda file: file.stem)
def test_what_is_published_is_read_without_a_problem_and_satisfies_the_schema(file):
    content = file.read_text(encoding="utf-8")
    value, problems = source.parse(content, "c.yml")
    assert problems or read_claims(value, "c", "c.yml").problems == []
    assert faults(content) == []


@pytest.mark.parametrize("name", READABLE)
def test_a_case_satisfies_the_schema_unless_it_has_a_mistake_of_form(name):
    of_form = [line for line in READABLE[name]["problems"] if not MEANING.search(line)]
    assert bool(faults(READABLE[name]["input"])) == bool(of_form), of_form


def test_the_schema_knows_every_field_and_word():
    assert {field.replace("-", "_") for field in FIELDS} == set(Claim.__dataclass_fields__)
    assert FIELDS["read-as"]["enum"] == list(READ_AS)
    assert FIELDS["kind"]["enum"] == list(KINDS)
    assert FIELDS["certainty"]["enum"] == list(CERTAINTIES)
