"""QTI 2.1: what it holds of every type, that its parts fit together, and that the schemas of IMS take it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from exporting import FILES, bundle_of, course_of, told
from hypothesis import given
from hypothesis import strategies as st
from qti_engine import answered, right_of

import building
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import losses
from coursework.quiz.exports.qti import write
from coursework.quiz.exports.qti_read import read
from coursework.quiz.exports.zipped import unzipped
from packages import NCNAME, NO_SCHEMAS, SCHEMAS, documents, manifest_faults, schema_faults

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("qti"))


@pytest.fixture(scope="module")
def package(course):
    return write(bundle_of(course, "qti"))


@pytest.fixture(scope="module")
def items(package):
    """The roots of all items, by their identifiers without that of the course."""
    roots = [root for root in documents(package).values() if root.tag == f"{QTI}assessmentItem"]
    return {root.get("identifier").removesuffix(".a-course"): root for root in roots}


def test_all_it_does_not_hold_of_the_hostile_quiz_is_named(course):
    bundle = bundle_of(course, "qti", ["hostile"])
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), read(write(bundle)))
    assert told(lost) == [
        "hostile/one-of-three: hint -> feedback",
        "hostile/true-or-false: hint -> feedback",
        "hostile/to-order: end -> prompt",
        "hostile/a-number: figures", "hostile/a-number: hint -> feedback",
        "hostile/a-word: hint -> feedback", "hostile/a-word: leniency", "hostile/a-word: pattern",
        "hostile/gaps: hint -> feedback", "hostile/gaps: leniency",
        "hostile/a-view: question",
    ]  # fmt: skip


def test_the_files_are_the_ones_that_were_looked_at(course, golden):
    files = unzipped(write(bundle_of(course, "qti", ["hostile"])))
    texts = [f"=== {path}\n{content.decode()}" for path, content in files.items() if not path.endswith(".svg")]
    golden(building.PROJECT / "tests/engine/quiz/exports/golden/hostile-qti.txt", "\n".join(texts))


def test_the_same_bytes_are_written_twice(course, package):
    assert write(bundle_of(course, "qti")) == package


def test_the_manifest_names_all_that_is_in_the_package(package):
    assert manifest_faults(package) == []


def test_a_test_has_its_items_in_their_order_and_an_opinion_is_none(course, package):
    quizzes = {quiz.id: quiz for quiz in bundle_of(course, "qti").quizzes}
    tests = [root for root in documents(package).values() if root.tag == f"{QTI}assessmentTest"]
    assert [test.get("identifier") for test in tests] == [f"{id}.a-course" for id in sorted(quizzes)]
    for test in tests:
        quiz = quizzes[test.get("identifier").removesuffix(".a-course")]
        refs = [ref.get("identifier") for ref in test.iter(f"{QTI}assessmentItemRef")]
        assert refs == [
            f"{quiz.id}.{question.id}.a-course" for question in quiz.questions if question.type != "opinion"
        ]


def test_nothing_is_written_of_a_quiz_that_only_asks_for_opinions(course):
    bundle = bundle_of(course, "qti", ["hostile"])
    [quiz] = bundle.quizzes
    views = [question for question in quiz.questions if question.type == "opinion"]
    package = write(replace(bundle, quizzes=[replace(quiz, questions=views)]))
    assert list(unzipped(package)) == ["imsmanifest.xml"] and read(package) == {}


def test_all_that_an_item_names_is_declared_in_it_once(items):
    assert len(items) == len({id.casefold() for id in items})
    for id, item in items.items():
        declared = [each.get("identifier") for each in item.iter() if each.tag.endswith("Declaration")]
        bearers = ("simpleChoice", "inlineChoice", "simpleAssociableChoice")
        choices = [each.get("identifier") for tag in bearers for each in item.iter(QTI + tag)]
        said = [each.get("identifier") for each in item.iter(f"{QTI}modalFeedback")]
        for names in (declared, choices, said):
            assert len(names) == len(set(names)) and all(map(NCNAME.fullmatch, names)), id
        asked = {each.get("responseIdentifier") for each in item.iter()} - {None}
        assert asked == set(declared) - {"SCORE", "MAXSCORE", "FEEDBACK"}, id
        used = {
            each.get("identifier") for tag in ("variable", "correct", "mapResponse") for each in item.iter(QTI + tag)
        }
        assert used <= set(declared), id
        shown = {each.text for each in item.iter(f"{QTI}baseValue") if each.get("baseType") == "identifier"}
        assert shown <= {*said, *choices, *declared}, id
        assert set(said) <= {*shown, *choices}, f"{id}: something is said that nothing shows"
        for value in item.iterfind(f"{QTI}responseDeclaration[@baseType='identifier']/{QTI}correctResponse/{QTI}value"):
            assert value.text in choices, id


def test_a_right_answer_is_worth_all_and_brings_up_what_is_said_of_it(items):
    graded = [item for item in items.values() if item.find(f".//{QTI}extendedTextInteraction") is None]
    assert len(graded) > 12
    for item in graded:
        mark, shown = answered(item, **right_of(item))
        assert mark == 1 and "explanation" in shown and "hint" not in shown, item.get("identifier")
        mark, shown = answered(item)
        hints = [each for each in item.iter(f"{QTI}modalFeedback") if each.get("identifier") == "hint"]
        assert mark == 0 and ("hint" in shown) == bool(hints), item.get("identifier")


@pytest.mark.parametrize(
    ("question", "response", "mark", "shown"),
    [
        ("one-of-three", "choice1", 0, {"choice1", "hint", "explanation"}),
        ("one-of-three", "choice2", 1, {"choice2", "explanation"}),
        ("true-or-false", "true", 0, {"true", "hint", "explanation"}),
        ("some-of-nine", ["choice1"], 1 / 7, {"choice1", "explanation"}),
        ("some-of-nine", ["choice1", "choice8", "choice9"], 0, {"choice1", "choice8", "choice9", "explanation"}),
        ("to-match", ["pair1 match3", "pair2 match2"], 1 / 3, {"pair1", "pair2", "pair3", "explanation"}),
        ("a-number", -0.000152, 1, {"explanation"}),
        ("a-number", -0.000154, 0, {"hint", "explanation"}),
        ("a-number", 15.0, 0, {"misreading1", "hint", "explanation"}),
        ("a-word", "C & D", 1, {"explanation"}),
        ("a-word", "G}H", 0, {"misreading1", "hint", "explanation"}),
        ("exactly", 'X -> "{Y}"', 0, {"explanation"}),
    ],
)
def test_an_answer_is_marked_and_told_of(items, question, response, mark, shown):
    found = answered(items[f"hostile.{question}"], RESPONSE=response)
    assert found == (pytest.approx(mark, abs=1e-4), shown)


def test_a_model_answer_is_its_words_and_no_markdown(tmp_path):
    quiz = """
title: T
questions:
  - id: a
    type: open-response
    prompt: P
    model-answer: "First.\\n\\n- one\\n- two\\n"
    rubric: [x, y]
    explanation: E
"""
    bundle = bundle_of(course_of(tmp_path, {**FILES, "quizzes/own.yml": quiz}), "qti", ["own"])
    content = write(bundle)
    [item] = [root for root in documents(content).values() if root.tag == f"{QTI}assessmentItem"]
    assert right_of(item) == {"RESPONSE": "First. one two"}
    assert losses(held(bundle.quizzes, bundle.texts), read(content)) == []


def test_each_gap_is_worth_its_share(items):
    item = items["hostile.gaps"]
    assert answered(item, gap1="Z") == (0.5, {"gap1", "hint", "explanation"})
    assert answered(item, gap1="Z", gap2="gap2.1") == (0.5, {"gap1", "gap2.1", "hint", "explanation"})
    assert answered(item, gap1="z", gap2="gap2.2") == (1, {"gap1", "gap2.2", "explanation"})


def test_equal_items_may_stand_in_each_others_places(course):
    bundle = bundle_of(course, "qti", ["hostile"])
    question = bundle.quizzes[0].question("to-order")
    twice = replace(question, items=(*question.items, question.items[0]))
    package = write(replace(bundle, quizzes=[replace(bundle.quizzes[0], questions=[twice])]))
    item = documents(package)["items/hostile.to-order.xml"]
    first, *between, last = right_of(item)["RESPONSE"]
    assert answered(item, RESPONSE=[first, *between, last])[0] == 1
    assert answered(item, RESPONSE=[last, *between, first])[0] == 1
    assert answered(item, RESPONSE=[first, *reversed(between), last])[0] == 0


@pytest.mark.skipif(not SCHEMAS, reason=NO_SCHEMAS)
def test_the_schemas_take_it(package):
    assert schema_faults(package) == []


@given(
    text=st.text(
        alphabet=st.sampled_from("a<>&\"'{}[]()%~=#:;-/ é🙂") | st.characters(categories=["L", "N", "S"]), min_size=1
    )
)
def test_any_text_outlives_the_package(course, text):
    """What is typed stands in attributes and between tags, and is not Markdown."""
    words = " ".join(f"x{text}x".split())
    bundle = bundle_of(course, "qti", ["hostile"])
    [question] = [each for each in bundle.quizzes[0].questions if each.id == "a-word"]
    typed = replace(question, answers=(words, words.upper()), misreadings=())
    quiz = replace(bundle.quizzes[0], questions=[typed], title=words, introduction=None, objectives=())
    parts = read(write(replace(bundle, quizzes=[quiz], title=words)))
    assert [part.text for part in parts["hostile"]] == [words]
    answers = [part.text for part in parts["hostile/a-word"] if part.kind == "answer"]
    assert answers == list(dict.fromkeys((words, " ".join(words.upper().split()))))
    ET.fromstring(unzipped(write(replace(bundle, quizzes=[quiz])))["tests/hostile.xml"])
