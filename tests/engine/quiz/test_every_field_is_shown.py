"""Where each field of a question is shown: who adds one says so here, and is told of each place that was forgotten.

`question` is the page, `worksheet` and `key` are the papers, `feedback` is what a script copies out of the answer once
a reader has checked. A field is shown at a place where another value of it changes what stands there.
"""

from __future__ import annotations

import copy
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import coursework
from claim.territory import LEDGER
from coursework.course.content_files import REFERENCES
from coursework.quiz.model import TYPES
from making import MAPS, Rendered, write_project

SCHEMA = json.loads((Path(coursework.__file__).parent / "quiz/quiz.schema.json").read_text(encoding="utf-8"))
# What holds the words that a script copies.
COPIED = {"answer__part", "answer__why", "question__hint"}
ALL = {"question", "worksheet", "key", "feedback"}
PAPER = {"question", "worksheet", "key"}
ANSWER = {"question", "key", "feedback"}

COMMON = {
    "prompt": "Which is it?", "explanation": "Because.", "scenario": "A day.", "hint": "Think.", "objective": "one",
    "level": "recall", "cite": ["harley1989"], "claims": ["M1"], "reread": "#lines",
    "corrections": [{"day": "2026-11-22", "text": "North was south."}],
}  # fmt: skip
CHOICES = [
    {"text": "Roads", "feedback": "Often.", "correct": "true"}, {"text": "Smells", "feedback": "Never."},
    {"text": "Rivers", "feedback": "In blue."},
]  # fmt: skip
OWN = {
    "single-choice": {"choices": CHOICES},
    "multiple-choice": {"choices": CHOICES},
    "true-false": {"answer": "true", "feedback": {"true": "Yes.", "false": "No."}},
    "matching": {
        "pairs": [
            {"text": "contour", "match": "height", "feedback": "Lines."},
            {"text": "cadastral", "match": "owner", "feedback": "Register."},
        ],
        "distractors": ["rain"],
    },
    "ordering": {
        "items": [{"text": "village", "feedback": "Few live there."}, "town", "city"], "first": "least", "last": "most",
    },
    "numerical": {
        "answer": "1.7", "tolerance": "2%", "unit": "km", "figures": "2",
        "misreadings": [{"answer": "17", "feedback": "A tenth."}],
    },
    "short-answer": {
        "answers": ["equator"], "exact": "false", "pattern": "equatorial line",
        "misreadings": [{"answer": "meridian", "feedback": "From pole to pole."}],
    },
    "cloze": {
        "text": "A {typed} and a {chosen}.",
        "blanks": {
            "typed": {"answers": ["legend"], "exact": "false", "feedback": "Key."}, "chosen": {"choices": CHOICES},
        },
    },
    "open-response": {"model-answer": "Room.", "rubric": ["It names the room.", "It names the use."]},
    "opinion": {"scale": ["paper", "neither", "screen"]},
}  # fmt: skip
OTHER = [CHOICES[0] | {"text": "Streets"}, *CHOICES[1:]]
# For each field another value, and where a reader, or one who marks a paper, sees the difference.
SHOWN: dict[str, tuple[object, set[str]]] = {
    "prompt": ("Which one?", PAPER),
    "explanation": ("Therefore.", ANSWER),
    "scenario": ("A night.", PAPER),
    "hint": ("Look.", ANSWER),
    "objective": ("two", {"question"}),  # by which a summary counts
    "level": ("apply", set()),  # for authors, who see how many ask for more than to recall
    "cite": (["snyder1987"], ANSWER),
    "claims": (["M2"], ANSWER),
    "reread": ("#signs", {"question"}),  # a paper has no link to follow
    # What is on paper is as it is now.
    "corrections": ([{"day": "2026-11-22", "text": "East was west."}], {"question"}),
    "corrections.day": ("2026-11-23", {"question"}),
    "corrections.text": ("East was west.", {"question"}),
    "single-choice.choices": (OTHER, ALL),
    "single-choice.choices.text": ("Streets", ALL),
    "single-choice.choices.feedback": ("Always.", ANSWER),
    "single-choice.choices.correct": ("false", ANSWER),
    "single-choice.choices.last": ("true", ALL),
    "single-choice.order": ("kept", ALL),
    "multiple-choice.choices": (OTHER, ALL),
    "multiple-choice.choices.text": ("Streets", ALL),
    "multiple-choice.choices.feedback": ("Always.", ANSWER),
    "multiple-choice.choices.correct": ("false", ANSWER),
    "multiple-choice.choices.last": ("true", ALL),
    "multiple-choice.order": ("kept", ALL),
    "true-false.answer": ("false", ANSWER),
    "true-false.feedback": ({"true": "Wrong.", "false": "No."}, ANSWER),
    "true-false.feedback.true": ("Indeed.", ANSWER),
    "true-false.feedback.false": ("Not so.", ANSWER),
    "matching.pairs": ([*OWN["matching"]["pairs"], {"text": "a", "match": "b", "feedback": "c"}], ALL),
    "matching.pairs.text": ("contour map", ALL),
    "matching.pairs.match": ("heights", ALL),
    "matching.pairs.feedback": ("Equal heights.", ANSWER),
    "matching.distractors": (["snow"], PAPER),
    "ordering.items": (["village", "town", "city"], ANSWER),
    "ordering.items.text": ("hamlet", ALL),
    "ordering.items.feedback": ("A few live there.", ANSWER),
    "ordering.first": ("fewest", PAPER),
    "ordering.last": ("greatest", PAPER),
    "numerical.answer": ("1.8", {"question", "key"}),
    "numerical.tolerance": ("3%", {"question", "key"}),
    "numerical.unit": ("kilometres", PAPER),
    "numerical.figures": ("", {"question"}),  # by which the page grades
    "numerical.misreadings": ([{"answer": "0.17", "feedback": "A tenth."}], ANSWER),
    "numerical.misreadings.answer": ("0.17", ANSWER),
    "numerical.misreadings.feedback": ("Tenfold.", ANSWER),
    "short-answer.answers": (["the equator"], {"question", "key"}),
    "short-answer.exact": ("true", {"question", "worksheet"}),
    "short-answer.pattern": ("equatorial circle", {"question"}),  # by which the page grades
    "short-answer.misreadings": ([{"answer": "tropic", "feedback": "From pole to pole."}], ANSWER),
    "short-answer.misreadings.answer": ("tropic", ANSWER),
    "short-answer.misreadings.feedback": ("Those cross it.", ANSWER),
    "cloze.text": ("A {chosen} and a {typed}.", ALL),
    "cloze.blanks": (OWN["cloze"]["blanks"] | {"typed": {"answers": ["key"], "feedback": "Key."}}, ANSWER),
    "cloze.blanks.answers": (["key"], ANSWER),
    "cloze.blanks.exact": ("true", {"question", "worksheet"}),
    "cloze.blanks.feedback": ("Legend.", ANSWER),
    "cloze.blanks.choices": (OTHER, ALL),
    "cloze.blanks.choices.text": ("Streets", ALL),
    "cloze.blanks.choices.feedback": ("Always.", ANSWER),
    "cloze.blanks.choices.correct": ("false", ANSWER),
    "cloze.blanks.choices.last": ("true", {"question", "worksheet", "key"}),
    "open-response.model-answer": ("Little room.", {"question", "key"}),  # it opens by itself, and is not copied
    "open-response.rubric": (["It names a room.", "It names the use."], {"question", "key"}),
    "opinion.scale": (["book", "neither", "screen"], PAPER),
    "opinion.note": ("true", set()),  # where it is asked before the course, as test_quiz_pages.py shows
}
"""A field of a list, such as `choices.text`, is that of its first item."""


def fields_of(definition: dict, path: str = "") -> set[str]:
    """The fields that the schema knows below a definition, each as `choices.text`."""
    if "$ref" in definition:
        return fields_of(SCHEMA["definitions"][definition["$ref"].rpartition("/")[2]], path)
    found = set()
    alternatives = [*definition.get("oneOf", []), *definition.get("allOf", [])]
    for part in (*alternatives, definition.get("items"), definition.get("additionalProperties")):
        found |= fields_of(part, path) if part and isinstance(part, dict) else set()
    for name, of in definition.get("properties", {}).items():
        field = f"{path}{name}"
        found |= {field} | (fields_of(of, f"{field}.") if isinstance(of, dict) else set())
    return found


def definition_of(type: str) -> dict:
    return SCHEMA["definitions"][f"{'choice' if type.endswith('-choice') else type}-question"]


def test_of_every_field_it_is_said_where_it_is_shown():
    fields = {
        field if field.split(".")[0] in COMMON else f"{type}.{field}"
        for type in TYPES for field in fields_of(definition_of(type)) - {"id", "type"}
    }  # fmt: skip
    assert set(OWN) == set(TYPES), "OWN has the fields of each type"
    assert fields - set(SHOWN) == set(), "say in SHOWN where a reader sees it, and in COMMON where every type has it"
    assert set(SHOWN) - fields == set(), "quiz.schema.json knows no such field"


def changed(question: dict, path: list[str], value: object) -> dict:
    """The question with another value at a path; an empty one leaves the field out."""
    result = copy.deepcopy(question)
    at = result
    for name in path[:-1]:
        at = at[name]
        if path[0] == "blanks" and at is result.get("blanks"):
            at = at["chosen" if "choices" in path else "typed"]
        at = at[0] if isinstance(at, list) else at
    if value == "":
        del at[path[-1]]
    else:
        at[path[-1]] = value
    if path[-1] == "correct":  # and so another is
        result.get("choices", at and result.get("blanks", {}).get("chosen", {}).get("choices"))[1]["correct"] = "true"
    if path[-1] == "exact" and "pattern" in result:
        del result["pattern"]
    return result


def places(question: dict, folder: Path) -> dict[str, str]:
    """What stands at each place for one question."""
    objectives = [{"id": id, "text": f"read {id}"} for id in ("one", "two")]
    quiz = {"title": "Maps", "lesson": "lessons/maps.md", "objectives": objectives, "questions": [question]}
    files = {"quizzes/q.yml": json.dumps(quiz), REFERENCES: MAPS[REFERENCES], "claims/maps.yml": LEDGER}
    pages = {"index.md": "", "lessons/maps.md": "## Lines {#lines}\n\n## Signs {#signs}\n"}
    course = coursework.build(write_project(folder, files, pages))
    assert [str(problem) for problem in course.content.problems] == []
    texts = {"question": "q", "worksheet": "q: worksheet", "key": "q: key"}
    trees = {place: Rendered(course, "index.md", f"```quiz\n{text}\n```\n").tree for place, text in texts.items()}
    shown = {place: ET.tostring(tree, encoding="unicode") for place, tree in trees.items()}
    copied = [part for part in trees["question"].iter() if COPIED & set(part.get("class", "").split())]
    return shown | {"feedback": "".join(ET.tostring(part, encoding="unicode") for part in copied)}


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    questions = {type: {"id": "q", "type": type, **COMMON, **own} for type, own in OWN.items()}
    return {type: (question, places(question, tmp_path_factory.mktemp("q"))) for type, question in questions.items()}


def of_type(field: str) -> tuple[str, list[str]]:
    """The type that has a field, and its path in a question; one that every type has is looked at in one of them."""
    first, *rest = field.split(".")
    return ("single-choice", [first, *rest]) if first in COMMON else (first, rest)


@pytest.mark.parametrize("field", SHOWN)
def test_a_field_is_shown_at_each_of_its_places_and_at_no_other(field, before, tmp_path):
    type, path = of_type(field)
    value, where = SHOWN[field]
    question, shown = before[type]
    now = places(changed(question, path, value), tmp_path)
    found = {place for place in now if now[place] != shown[place]}
    written = "question.html and paper.html" if field in COMMON else f"the templates of {type}"
    assert found == where, f"{written} show {field} at {sorted(found)}, not at {sorted(where)} as SHOWN says"
