"""reading.schema.json promises an author's editor what read.py will accept; here the two are held together."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from building import FIXTURE, PROJECT, read_yaml
from coursework.reading import foreign
from coursework.reading.model import (
    ACCESS,
    DATE_FIELDS,
    LEVELS,
    NAME_FIELDS,
    NAME_PARTS,
    TEXT_FIELDS,
    TYPES,
    Reference,
)  # fmt: skip
from coursework.source import values as source

SCHEMA = json.loads((PROJECT / "hooks/coursework/reading/reading.schema.json").read_text(encoding="utf-8"))
CASES = {
    f"{file.stem}, {part}": (text, case["problems"], path)
    for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in [read_yaml(file)]
    for part, path in (("input", "readings/maps.yml"), ("references", "readings/references.yml"))
    if (text := case.get(part)) and not source.parse(text, "r.yml")[1]
}
# What is told of a mistake of meaning, which needs more than a schema.
MEANING = re.compile(
    "must be (?:a reference in|a page in|used once|one of its own|of one reference only|for, against or both|"
    "scale or power)|must not be in a year to come|must say `literal|must hold `date-parts`|"
    "must be a day that there is|must have a (?:month|day|year)|must not end before|must hold no tags"
)
FIELDS = SCHEMA["definitions"]["reference"]["properties"]


def faults(content):
    return list(jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.load(content, yaml.BaseLoader)))  # noqa: S506


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", sorted((FIXTURE / "readings").glob("*.yml")), ids=lambda file: file.stem)
def test_what_is_published_satisfies_the_schema_and_names_it(file):
    content = file.read_text(encoding="utf-8")
    assert faults(content) == []
    assert content.startswith("# yaml-language-server: $schema=../hooks/coursework/reading/reading.schema.json\n")


@pytest.mark.parametrize("name", CASES)
def test_a_case_satisfies_the_schema_unless_it_has_a_mistake_of_form(name):
    text, problems, path = CASES[name]
    of_form = [line for line in problems if line.startswith(path) and not MEANING.search(line)]
    if any("date-parts" in line for line in problems):
        return  # what a date is takes more than a form
    assert bool(faults(text)) == bool(of_form), of_form


def test_the_schema_knows_every_field_and_word():
    own = {*Reference.__dataclass_fields__} - {"csl", "at", "title_at", "remarks"}
    of_csl = {"type", "categories", "custom", *TEXT_FIELDS, *NAME_FIELDS, *DATE_FIELDS}
    assert set(FIELDS) == {*of_csl, *own, *foreign.FIELDS, *foreign.UNUSED, foreign.SUBTITLE}
    for field, words in (("type", (*TYPES, *foreign.TYPES)), ("level", LEVELS), ("access", ACCESS)):
        assert FIELDS[field]["enum"] == list(words)
    parts = SCHEMA["definitions"]["name"]["properties"]
    assert set(parts) == {*NAME_PARTS, "name", *foreign.UNUSED_OF_NAMES}
