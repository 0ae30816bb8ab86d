"""QTI 1.2 for Canvas: what it holds of every type, and that it keeps to what Canvas's importer goes by."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from exporting import bundle_of, course_of, told
from hypothesis import given
from hypothesis import strategies as st

import building
from coursework.quiz.exports.canvas import write
from coursework.quiz.exports.canvas_read import read
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import losses
from coursework.quiz.exports.zipped import unzipped
from packages import NO_SCHEMAS, SCHEMAS, documents, manifest_faults, schema_faults

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
SIGNS = st.sampled_from("a<>&\"'{}[]()%~=#:;-/ é🙂") | st.characters(categories=["L", "N", "S"])


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("canvas"))


@pytest.fixture(scope="module")
def package(course):
    return write(bundle_of(course, "canvas"))


def items_of(package):
    """All items by their titles."""
    return {item.get("title"): item for root in documents(package).values() for item in root.iter(f"{QTI}item")}


@pytest.fixture(scope="module")
def items(package):
    return items_of(package)


def field(item, label):
    """An entry of the metadata of an item."""
    fields = item.iter(f"{QTI}qtimetadatafield")
    [entry] = [each.findtext(f"{QTI}fieldentry") for each in fields if each.findtext(f"{QTI}fieldlabel") == label]
    return entry


def one_question(course, id, **changes):
    """The items of a package that holds one question of the hostile quiz, changed."""
    bundle = bundle_of(course, "canvas", ["hostile"])
    [quiz] = bundle.quizzes
    question = replace(quiz.question(id), **changes)
    return write(replace(bundle, quizzes=[replace(quiz, questions=[question])]))


def test_all_it_does_not_hold_of_the_hostile_quiz_is_named(course):
    bundle = bundle_of(course, "canvas", ["hostile"])
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), read(write(bundle)))
    assert told(lost) == [
        "hostile/one-of-three: claim", "hostile/one-of-three: hint -> feedback",
        "hostile/one-of-three: level", "hostile/one-of-three: objective",
        "hostile/true-or-false: hint -> feedback",
        "hostile/to-match: code", "hostile/to-match: formula",  # a menu has neither
        "hostile/to-order: end -> prompt", "hostile/to-order: feedback -> explanation",
        "hostile/a-number: feedback", "hostile/a-number: figures", "hostile/a-number: hint -> feedback",
        "hostile/a-number: level", "hostile/a-number: misreading", "hostile/a-number: unit -> prompt",
        "hostile/a-word: feedback", "hostile/a-word: hint -> feedback", "hostile/a-word: leniency",
        "hostile/a-word: misreading", "hostile/a-word: pattern",
        "hostile/exactly: exact",
        # What is chosen beside what is typed is typed too, and what to choose from stands in the text.
        "hostile/gaps: choice -> prompt", "hostile/gaps: feedback", "hostile/gaps: feedback -> explanation",
        "hostile/gaps: hint -> feedback", "hostile/gaps: leniency", "hostile/gaps: right -> answer",
        "hostile/in-own-words: model-answer -> explanation", "hostile/in-own-words: rubric -> explanation",
        "hostile/a-view: question",
    ]  # fmt: skip


def test_the_files_are_the_ones_that_were_looked_at(course, golden):
    files = unzipped(write(bundle_of(course, "canvas", ["hostile"])))
    texts = [f"=== {path}\n{content.decode()}" for path, content in files.items() if not path.endswith(".svg")]
    golden(building.PROJECT / "tests/engine/quiz/exports/golden/hostile-canvas.txt", "\n".join(texts))


def test_the_same_bytes_are_written_twice(course, package):
    assert write(bundle_of(course, "canvas")) == package


def test_the_manifest_names_all_that_is_in_the_package(package):
    assert manifest_faults(package) == []
    assert any(path.startswith("pictures/") for path in unzipped(package))
    shown = {name for file in unzipped(package).values() for name in re.findall(rb"FILEBASE\$/([^\"]+)", file)}
    assert shown == {path.encode() for path in unzipped(package) if path.startswith("pictures/")}


def test_every_answer_has_a_whole_number_that_is_listed_in_its_order(items):
    for title, item in items.items():
        listed = field(item, "original_answer_ids").split(",")
        kind = field(item, "question_type")
        labels = [label.get("ident") for label in item.iter(f"{QTI}response_label") if label.get("ident") != "answer1"]
        if kind == "matching_question":
            labels = [each.get("ident").removeprefix("response_") for each in item.iter(f"{QTI}response_lid")]
        if kind not in ("essay_question", "short_answer_question", "numerical_question"):
            assert listed == labels and len(set(listed)) == len(listed) and all(map(str.isdigit, listed)), title
        elif kind == "short_answer_question":
            assert len(listed) == len(list(item.iter(f"{QTI}varequal"))), title
        elif kind == "numerical_question":
            assert len(set(listed)) == 1 and listed[0].isdigit(), title
    kinds = {field(item, "question_type") for item in items.values()}
    assert {"fill_in_multiple_blanks_question", "matching_question", "true_false_question"} <= kinds


def test_a_number_stays_with_its_answer(course, items):
    question = bundle_of(course, "canvas", ["hostile"]).quizzes[0].question("one-of-three")
    turned = items_of(one_question(course, "one-of-three", choices=tuple(reversed(question.choices[1:]))))
    before, after = (
        {
            label.get("ident"): "".join(label.itertext())
            for label in each["hostile/one-of-three"].iter(f"{QTI}response_label")
        }
        for each in (items, turned)
    )
    assert len(after) == 2 and all(before[id] == words for id, words in after.items())


def test_nothing_is_shown_that_is_not_there_and_an_answer_is_told_of_by_its_number(items):
    for title, item in items.items():
        replies = {each.get("ident") for each in item.iter(f"{QTI}itemfeedback")}
        shown = {each.get("linkrefid") for each in item.iter(f"{QTI}displayfeedback")}
        assert shown <= replies and replies - shown <= {"general_incorrect_fb"}, title
        known = {
            "general_fb",
            "general_incorrect_fb",
            *(f"{id}_fb" for id in field(item, "original_answer_ids").split(",")),
        }
        assert replies <= known, title


def test_a_known_wrong_answer_is_no_condition_for_canvas_would_take_it_for_right(items):
    assert {each.text for each in items["hostile/a-word"].iter(f"{QTI}varequal")} == {
        "a*b", "x {y} ~ = # :", "e -> f", "c & d",
    }  # fmt: skip
    values = [each.text for each in items["hostile/a-number"].iter(f"{QTI}varequal")]
    bounds = [each.text for tag in ("vargte", "varlte") for each in items["hostile/a-number"].iter(QTI + tag)]
    assert (values, bounds) == (["-0.00015"], ["-0.000153", "-0.000147"])


def test_a_number_without_tolerance_has_no_range(course):
    item = items_of(one_question(course, "a-number", tolerance="0"))["hostile/a-number"]
    assert [each.tag for each in item.find(f".//{QTI}or")] == [f"{QTI}varequal"]


def test_gaps_that_are_all_chosen_stay_so(course):
    blanks = bundle_of(course, "canvas", ["hostile"]).quizzes[0].question("gaps").blanks
    chosen = tuple(replace(blanks[1], name=blank.name) for blank in blanks)
    package = one_question(course, "gaps", blanks=chosen)
    assert field(items_of(package)["hostile/gaps"], "question_type") == "multiple_dropdowns_question"
    parts = read(package)["hostile/gaps"]
    assert [(part.text, part.of) for part in parts if part.kind == "right"] == [("x } y ~", "1"), ("x } y ~", "2")]
    assert ("feedback", "h # =", "2 n # =") in parts


def test_what_looks_like_a_gap_is_none(course):
    question = bundle_of(course, "canvas", ["hostile"]).quizzes[0].question("gaps")
    text = type(question.text).at(question.text.place, "A [gap1] that is none, {typed} and {chosen}.")
    item = items_of(one_question(course, "gaps", text=text))["hostile/gaps"]
    assert [each.get("ident") for each in item.iter(f"{QTI}response_lid")] == ["response_gap-1", "response_gap-2"]


def test_equal_items_of_an_order_are_left_out_for_canvas_knows_but_one_order(course):
    items = bundle_of(course, "canvas", ["hostile"]).quizzes[0].question("to-order").items
    assert items_of(one_question(course, "to-order", items=(*items, items[0]))) == {}


@pytest.mark.skipif(not SCHEMAS, reason=NO_SCHEMAS)
def test_the_dtd_takes_it(package):
    assert schema_faults(package) == []


@given(text=st.text(alphabet=SIGNS, min_size=1))
def test_any_text_outlives_the_package(course, text):
    """What is typed is plain text between tags, and is not Markdown."""
    words = " ".join(f"x{text}x".split())
    bundle = bundle_of(course, "canvas", ["hostile"])
    quiz = bundle.quizzes[0]
    typed = replace(quiz.question("a-word"), answers=(words, words.upper()), misreadings=())
    gaps = quiz.question("gaps")
    blanks = (replace(gaps.blanks[0], answers=(words,)), gaps.blanks[1])
    changed = replace(
        quiz, questions=[typed, replace(gaps, blanks=blanks)], title=words, introduction=None, objectives=()
    )
    parts = read(write(replace(bundle, quizzes=[changed], title=words)))
    assert [part.text for part in parts["hostile"]] == [words]
    answers = [part.text for part in parts["hostile/a-word"] if part.kind == "answer"]
    assert answers == list(dict.fromkeys((words, " ".join(words.upper().split()))))
    assert ("answer", words, "1") in parts["hostile/gaps"]
