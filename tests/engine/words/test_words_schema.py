"""words.schema.json is made of en.yml, and promises an author's editor what a build accepts in `words.yml`."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import yaml

from building import PROJECT
from coursework.source import values as source
from coursework.text.own_words import MARKDOWN, read_own_words
from coursework.text.words import FORMS, are_forms, words
from coursework_mkdocs.starting import new_course

FILE = PROJECT / "hooks/coursework/words/words.schema.json"


def schema_of(value, required=None):
    """What an editor is to know of the words in the place of these; `required` is what they must hold in braces."""
    if isinstance(value, dict) and are_forms(value):
        # Which of them there are depends on the language. One that stands for a single number need not say it.
        others = set(re.findall(r"\{([\w-]+)\}", value["other"])) - {"count"}
        forms = {form: schema_of(value["other"], None if form == "other" else others) for form in sorted(FORMS)}
        return {"type": "object", "additionalProperties": False, "required": ["other"], "properties": forms}
    if isinstance(value, dict):
        properties = {name: schema_of(item) for name, item in value.items()}
        return {"type": "object", "additionalProperties": False, "properties": properties}
    if isinstance(value, list):
        items = [schema_of(item) for item in value]
        return {"type": "array", "minItems": len(value), "maxItems": len(value), "items": items}
    allowed = sorted(set(re.findall(r"\{([\w-]+)\}", value)))
    if not allowed:
        return {"$ref": "#/definitions/text", "description": value}
    there = "".join(rf"(?=[\s\S]*\{{{name}\}})" for name in allowed if required is None or name in required)
    pattern = rf"^{there}(?![\s\S]*</?[A-Za-z][^>]*>)(?=[\s\S]*\S)(?:[^{{}}]|\{{(?:{'|'.join(allowed)})\}})*$"
    return {"type": "string", "pattern": pattern, "description": value}


def whole_schema():
    plain = r"^(?![\s\S]*</?[A-Za-z][^>]*>)(?=[\s\S]*\S)[^{}]*$"
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Words of the interface, as a course says them",
        "description": "For editors, made of en.yml. What a build says is decided by own_words.py.",
        **schema_of(words()),
        "definitions": {"text": {"type": ["string", "number", "boolean"], "pattern": plain}},
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def faults(content):
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    return list(jsonschema.Draft7Validator(schema).iter_errors(json.loads(json.dumps(yaml.safe_load(content)))))


def problems_of(content, language="en"):
    value, problems = source.parse(content, "words.yml", MARKDOWN)
    return problems or read_own_words(value, language).problems


def test_a_new_course_has_it_beside(tmp_path):
    new_course(tmp_path / "maps")
    assert (tmp_path / "maps/schemas/words.schema.json").read_bytes() == FILE.read_bytes()


def test_the_schema_is_made_of_the_words_that_there_are(golden):
    golden(FILE, whole_schema())
    jsonschema.Draft7Validator.check_schema(json.loads(FILE.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (yaml.safe_dump(json.loads(json.dumps(words())), allow_unicode=True), "en"),
        ("question: {check: Show me}\npage: {lesson: 'Chapter {number} of {count}'}\n", "en"),
        ("question: {check: Yes}\n", "en"),
        (
            "summary: {more: {one: Jeszcze jedno, few: 'I {count}', many: '{count}', other: '{count}'}}\n",
            "pl",
        ),
    ],
    ids=["all", "two", "a word that YAML reads as another", "the forms of another language"],
)
def test_what_a_build_accepts_is_not_red(content, language):
    assert problems_of(content, language) == []
    assert faults(content) == []


@pytest.mark.parametrize(
    "content",
    [
        "questoin: {check: Show me}\n",
        "question: {chek: Show me}\n",
        "question: Show me\n",
        "question: {check: ''}\n",
        "question: {check: '<b>Show</b> me'}\n",
        "question: {check: 'Show {me}'}\n",
        "page: {lesson: 'Chapter {number}'}\n",
        "page: {lesson: 'Chapter {number} of {sum}'}\n",
        "summary: {more: {one: One more}}\n",
        "quotes: ['«']\n",
        "- question\n",
    ],
)
def test_what_a_build_refuses_for_its_form_is_red(content):
    assert problems_of(content) != []
    assert faults(content) != []
