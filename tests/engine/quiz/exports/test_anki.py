"""Anki: what a package holds of every type, the same bytes twice, and what must stay for ever."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest
import yaml
from anki_tables import dumped, rows, types
from exporting import FILES, bundle_of, course_of, told
from hypothesis import example, given, settings
from hypothesis import strategies as st

import building
from coursework.quiz.exports import anki, anki_types
from coursework.quiz.exports.anki import guid_of, write
from coursework.quiz.exports.anki_escaped import escaped
from coursework.quiz.exports.anki_notes import Note
from coursework.quiz.exports.anki_read import read
from coursework.quiz.exports.anki_types import CHANGED, FIELDS, number_of, types_of
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import losses
from coursework.quiz.exports.seen import Part
from coursework.quiz.exports.zipped import unzipped
from coursework.quiz.model import Blank, ClozeQuestion, Quiz
from coursework.source.place import Place, Text

FROZEN = yaml.safe_load((building.PROJECT / "tests/engine/quiz/frozen/anki.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("anki"))


@pytest.fixture(scope="module")
def content(course):
    return write(bundle_of(course, "anki"))


def fields_of(content, address):
    """The fields of the note of a question, by their names."""
    [[kind, values]] = [row for row in rows(content, "SELECT mid, flds FROM notes") if f"\x1f{address}\x1f" in row[1]]
    type = next(each for each in types(content).values() if each["id"] == kind)
    return dict(zip([field["name"] for field in type["flds"]], values.split("\x1f"), strict=True))


def test_all_it_does_not_hold_of_the_hostile_quiz_is_named(course):
    bundle = bundle_of(course, "anki", ["hostile"])
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), read(write(bundle)))
    assert told(lost) == [
        "hostile: title",  # `::` parts the names of decks
        "hostile/a-number: figures",
        "hostile/a-word: leniency", "hostile/a-word: pattern",
        "hostile/gaps: leniency",
        "hostile/a-view: question",
    ]  # fmt: skip


def test_the_file_is_the_one_that_was_looked_at(course, golden):
    golden(building.PROJECT / "tests/engine/quiz/exports/golden/hostile-anki.txt",
           dumped(write(bundle_of(course, "anki", ["hostile"]))))  # fmt: skip


ONCE_MORE = """
import hashlib, sys
from pathlib import Path
from exporting import bundle_of, course_of
from coursework.quiz.exports.anki import write
print(hashlib.sha256(write(bundle_of(course_of(Path(sys.argv[1])), "anki"))).hexdigest())
"""


def test_the_same_bytes_are_written_twice_whatever_python_s_seed(course, content, tmp_path):
    assert write(bundle_of(course, "anki")) == content
    path = os.pathsep.join(each for each in sys.path if each)
    done = subprocess.run(
        [sys.executable, "-c", ONCE_MORE, tmp_path], capture_output=True, check=True, text=True,
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": path},
    )  # fmt: skip
    assert done.stdout.split() == [sha256(content).hexdigest()]


def test_no_byte_says_which_sqlite_wrote_it(content):
    collection = unzipped(content)["collection.anki2"]
    assert collection[:16] == b"SQLite format 3\0" and collection[96:100] == bytes(4)
    assert rows(content, "PRAGMA integrity_check") == [("ok",)]


def test_each_quiz_is_a_deck_and_each_gap_a_card(content):
    [[text]] = rows(content, "SELECT decks FROM col")
    decks = {deck["id"]: deck["name"] for deck in json.loads(text).values()}
    assert sorted(decks.values()) == [
        "Default", "Maps: a course", "Maps: a course::An example of everything",
        'Maps: a course::Hostile // a ~ = # { } : % -> ]]> & "q" : 🙂',
    ]  # fmt: skip
    cards = rows(content, "SELECT did, ord, due FROM cards ORDER BY id")
    assert [due for *_, due in cards] == [*range(1, len(cards) + 1)], "new cards come in the order of the quiz"
    assert {decks[did].rpartition("::")[0] for did, *_ in cards} == {"Maps: a course"}
    cloze = rows(content, "SELECT count(*) FROM cards JOIN notes ON nid = notes.id WHERE flds LIKE '%hostile/gaps%'")
    assert cloze == [(2,)]


def test_tags_say_of_which_course_they_are(content):
    [[tags]] = rows(content, "SELECT tags FROM notes WHERE flds LIKE '%\x1fhostile/one-of-three\x1f%'")
    assert tags.split() == ["a-course::objective::survive", "a-course::level::recall", "a-course::claim::M1"]


def test_the_front_never_shows_what_is_right(content):
    fields = fields_of(content, "hostile/to-order")
    listed = [re.findall(r"\b[1-3](?=\. )", fields[name]) for name in ("Options", "Answer")]
    assert sorted(listed[0]) == listed[1] == ["1", "2", "3"] != listed[0]
    for type in types(content).values():
        [card] = type["tmpls"]
        assert not re.search(r"\{\{(Answer|Why|Sources|Links)\}\}", card["qfmt"])


def test_nothing_on_a_card_is_fetched_from_elsewhere(content):
    for type in types(content).values():
        assert not re.search(r"url\(|@import|https?:|<script|<link", type["css"] + json.dumps(type["tmpls"]))
    for [values] in rows(content, "SELECT flds FROM notes"):
        assert not re.search(r'src="[^"]*/|<script|<link|<iframe', values)


def test_words_of_the_interface_are_in_the_notes_and_never_in_their_type(content):
    assert types_of("a-course") == {str(each["id"]): each for each in types(content).values()}


def test_pictures_go_along_with_a_deck_and_with_its_notes(tmp_path):
    quiz = "title: T\nintroduction: '![a](maps/a.svg)'\nquestions: []\n".replace(
        "[]", "\n  - {id: a, type: true-false, prompt: '![b](maps/a.svg)', answer: true, explanation: E,"
        " feedback: {'true': R, 'false': W}}"
    )  # fmt: skip
    course = course_of(tmp_path, {**FILES, "quizzes/drawn.yml": quiz})
    bundle = bundle_of(course, "anki", ["drawn"])
    content = write(bundle)
    assert losses(held(bundle.quizzes, course.publishing.downloads.texts), read(content)) == []
    names = json.loads(unzipped(content)["media"]).values()
    assert [name.startswith("_") for name in sorted(names)] == [False, True]


def test_pictures_and_addresses_in_a_gap_are_whole(tmp_path):
    quiz = """
title: T
questions:
  - id: a
    type: cloze
    prompt: P
    text: 'It is {chosen}, not `x`.'
    blanks:
      chosen:
        choices:
          - {text: '![a](maps/a.svg) [b](https://example.org/)', correct: true, feedback: R}
          - {text: '![c](maps/a.svg)', feedback: W}
    explanation: E
"""
    course = course_of(tmp_path, {**FILES, "quizzes/drawn.yml": quiz})
    bundle = bundle_of(course, "anki", ["drawn"])
    content = write(bundle)
    assert losses(held(bundle.quizzes, bundle.texts), read(content)) == []
    [(fields,)] = rows(content, "SELECT flds FROM notes")
    [name] = json.loads(unzipped(content)["media"]).values()
    text = fields.split("\x1f")[0]
    assert text.count(f'src="{name}"') == 3 and 'href="https://example.org/"' in text and "picture" not in text


def test_without_a_time_a_file_is_of_now_so_that_changes_arrive(course, monkeypatch):
    monkeypatch.setattr(anki.time, "time", lambda: 1_800_000_000.5)
    content = write(replace(bundle_of(course, "anki"), time=0))
    assert rows(content, "SELECT DISTINCT mod FROM notes") == [(1_800_000_000,)]


def test_a_quiz_of_opinions_alone_makes_an_empty_package(tmp_path):
    quiz = "title: T\nquestions:\n  - {id: a, type: opinion, prompt: P, scale: [x, y, z], explanation: E}\n"
    bundle = bundle_of(course_of(tmp_path, {**FILES, "quizzes/views.yml": quiz}), "anki", ["views"])
    content = write(bundle)
    assert len(bundle.quizzes) == 1 and read(content) == {} and rows(content, "SELECT * FROM notes") == []


@pytest.mark.parametrize(
    "text", ["[sound:a.mp3]", "[latex]x[/latex]", "[$]x[/$]", "[$$]x[/$$]", "[anki:tts lang=en]x[/anki:tts]"]
)
def test_nothing_is_played_or_set_by_anki(text):
    assert escaped(text).replace("&#91;", "[") == text
    assert not re.search(r"\[(sound:|anki:|/?latex\]|/?\$)", escaped(text))


def test_a_text_that_means_nothing_to_anki_stays_as_it_is():
    assert escaped(r"\[x\] [1] a:b {c} [soundly]") == r"\[x\] [1] a:b {c} [soundly]"


def test_a_reader_sees_a_gap_its_answers_and_what_is_chosen_from(content):
    parts = read(content)["hostile/gaps"]
    assert Part("answer", 'a } ~ = # / "b"', "1") in parts and Part("answer", "z", "1") in parts
    assert Part("right", "x } y ~", "2") in parts and Part("choice", "n # =", "2") in parts
    assert Part("feedback", "h # =", "2 n # =") in parts


PLACE = Place("quizzes/q.yml", 1, 1)
SIGNS = st.text(alphabet=st.sampled_from("a{}:c1 &<\"'[]é🙂x"), min_size=1).filter(lambda text: text.strip())


@settings(deadline=None)
@given(SIGNS, SIGNS)
@example("}}", "{{c1::x::y}}")
@example(":", "a::b")
@example("[sound:a.mp3]", "&#125;")
def test_any_answer_outlives_its_gap(course, answer, other):
    blank = Blank("gap", Text.at(PLACE, "F"), tuple(Text.at(PLACE, text) for text in (answer, other)))
    question = ClozeQuestion(
        id=Text.at(PLACE, "a"), type="cloze", prompt=Text.at(PLACE, "P"), explanation=Text.at(PLACE, "E"),
        text=Text.at(PLACE, "Before {gap} after"), blanks=(blank, ),
    )  # fmt: skip
    quiz = Quiz("q", Text.at(PLACE, "T"), (question,))
    bundle = replace(bundle_of(course, "anki"), quizzes=[quiz])
    lost = losses(held([quiz], bundle.texts), read(write(bundle)))
    assert [loss for loss in lost if loss.kind != "leniency"] == []


def test_fields_and_cards_are_those_of_the_first_release():
    assert FROZEN["types"] == {kind: list(names) for kind, names in FIELDS.items()}
    for type in types_of("c").values():
        assert [card["name"] for card in type["tmpls"]] == [FROZEN["card"]]


@pytest.mark.parametrize("frozen", FROZEN["ids"], ids=lambda frozen: frozen["course"])
def test_a_type_of_note_has_the_id_that_it_always_had(frozen):
    assert {kind: number_of(frozen["course"], kind) for kind in FIELDS} == {
        kind: frozen[kind] for kind in ("question", "gaps")
    }


@pytest.mark.parametrize("frozen", FROZEN["notes"], ids=lambda frozen: frozen["guid"])
def test_a_note_is_known_by_what_it_always_was(frozen):
    assert guid_of(frozen["course"], Note(frozen["address"], frozen["kind"], {}, (), 1)) == frozen["guid"]


def test_a_new_look_has_a_later_time():
    look = [anki_types._FRONT, anki_types._BACK, anki_types._SHEET]
    found = sha256(json.dumps(look).encode()).hexdigest()[:16]
    assert FROZEN["looks"][-1] == {"since": CHANGED, "look": found}, "add a line with a later time"
    times = [row["since"] for row in FROZEN["looks"]]
    assert times == sorted(set(times))
