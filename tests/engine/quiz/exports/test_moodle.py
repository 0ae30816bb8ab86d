"""Moodle XML: what it holds of every type, and what Moodle would make of it by its own source."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html import escape

import pytest
from exporting import FILES, PICTURE, bundle_of, course_of, told
from hypothesis import given
from hypothesis import strategies as st

import building
import moodle_import
from coursework.quiz.exports.gift import GIFT
from coursework.quiz.exports.held import held, number, tags, tolerance
from coursework.quiz.exports.losses import losses
from coursework.quiz.exports.moodle import MOODLE, write
from coursework.quiz.exports.moodle_cloze import gap, in_gap
from coursework.quiz.exports.moodle_read import read
from coursework.quiz.exports.moodle_weights import right_shares
from coursework.quiz.exports.moodle_xml import category, cdata
from coursework.quiz.model import Blank, ChoiceQuestion
from moodle_import import accepts, extracted, imported, words

NAMES = {
    "single-choice": "multichoice", "multiple-choice": "multichoice", "true-false": "truefalse", "matching": "matching",
    "ordering": "ordering", "numerical": "numerical", "short-answer": "shortanswer", "cloze": "cloze",
    "open-response": "essay",
}  # fmt: skip
ANY = st.text(alphabet=st.sampled_from('a\\~=#{}:%*1&;<>"/$ é🙂\n'), min_size=1)
VERSIONS = pytest.mark.parametrize("before_5_1", [False, True], ids=["from 5.1 on", "before 5.1"])
QUIZ = """
title: Maps
questions:
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("moodle"))


@pytest.fixture(scope="module")
def bundle(course):
    return bundle_of(course, "moodle")


@pytest.fixture(scope="module")
def model(bundle):
    """The questions that Moodle has a type for, by their names, each with its quiz."""
    questions = {f"{quiz.id}/{each.id}": each for quiz in bundle.quizzes for each in quiz.questions}
    return {name: each for name, each in questions.items() if each.type in NAMES}


@pytest.fixture(scope="module")
def bank(bundle):
    """What Moodle holds of them."""
    return {question.name: question for question in imported(write(bundle))}


@pytest.fixture
def written(tmp_path):
    """A bundle of one quiz of the questions given."""

    def make(questions, id="maps"):
        files = {**FILES, f"quizzes/{id}.yml": QUIZ + questions}
        return bundle_of(course_of(tmp_path, files), "moodle", [id])

    return make


def test_all_it_does_not_hold_of_the_hostile_quiz_is_named(course):
    bundle = bundle_of(course, "moodle", ["hostile"])
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), read(write(bundle)))
    assert told(lost) == [
        "hostile/to-match: feedback -> explanation",
        "hostile/to-order: end -> prompt", "hostile/to-order: feedback -> explanation",
        "hostile/a-number: figures",
        "hostile/a-word: leniency", "hostile/a-word: pattern",
        "hostile/gaps: answer",  # that with a tilde, which nothing escapes in a gap
        "hostile/gaps: leniency",
        "hostile/a-view: question",
    ]  # fmt: skip


def test_the_file_is_the_one_that_was_looked_at(course, golden):
    golden(building.PROJECT / "tests/engine/quiz/exports/golden/hostile-moodle.xml",
           write(bundle_of(course, "moodle", ["hostile"])).decode())  # fmt: skip


def test_the_same_bytes_are_written_twice(bundle):
    assert write(bundle) == write(bundle)


def test_moodle_finds_every_question_with_its_type_id_and_tags(bank, model):
    assert {name: question.type for name, question in bank.items() if question.type != "description"} == {
        name: NAMES[question.type] for name, question in model.items()
    }
    for name, question in bank.items():
        assert question.idnumber == name
        assert question.tags == (tags(model[name]) if name in model else [])
        assert question.category.startswith("Maps: a course (2023-11-14)/")
    assert bank["hostile"].category.endswith('/Hostile // a ~ = # { } : % -> ]]> & "q" :: 🙂')
    assert bank["example"].type == "description"


def test_moodle_shows_the_words_of_each_question(bundle, bank, model):
    texts = bundle.texts
    for name, question in model.items():
        found = bank[name]
        assert found.text.words.startswith(words(texts.stem(question)))
        assert words(texts.block(question.explanation)) in found.general.words
        assert all(words(source) in found.general.words for source in texts.sources(question))
        hints = [words(texts.inline(question.hint))] if question.hint and found.type != "essay" else []
        assert [hint.words for hint in found.hints] == hints


def test_moodle_finds_the_same_choices_right(bundle, bank, model):
    texts = bundle.texts
    chosen = {name: question for name, question in model.items() if isinstance(question, ChoiceQuestion)}
    for name, question in chosen.items():
        found = [(words(each.text), each.fraction > 0, each.feedback.words) for each in bank[name].answers]
        ours = [(each.key if question.type == "true-false" else words(texts.inline(each.text)), each.correct,
                 words(texts.block(each.feedback))) for each in question.choices]  # fmt: skip
        assert sorted(found) == sorted(ours)
        if question.keep_order:
            assert found == ours
            assert question.type == "true-false" or bank[name].settings["shuffleanswers"] == "false"


def test_moodle_finds_the_same_pairs_and_the_same_order(bundle, bank, model):
    texts = bundle.texts
    for name, question in model.items():
        if question.type == "matching":
            pairs = [(words(texts.inline(pair.text)), texts.plain(pair.match.text)) for pair in question.pairs]
            assert [(left.words, right) for left, right in bank[name].pairs if left.html] == pairs
            assert {right for _, right in bank[name].pairs} == {texts.plain(match.text) for match in question.matches}
            assert all(words(texts.block(pair.feedback)) in bank[name].general.words for pair in question.pairs)
        elif question.type == "ordering":
            assert [words(each.text) for each in bank[name].answers] == [
                words(texts.inline(item.text)) for item in question.items
            ]
            assert bank[name].settings["gradingtype"] == "ABSOLUTE_POSITION"
            assert bank[name].settings["showgrading"] == "SHOW"
            ends = [words(texts.inline(end)) for end in (question.first, question.last) if end]
            assert all(end in bank[name].text.words for end in ends)


def test_moodle_takes_the_same_typed_answers(bundle, bank, model):
    texts = bundle.texts
    for name, question in model.items():
        if question.type == "numerical":
            right, *others = bank[name].answers
            assert (float(right.text), right.tolerance) == (float(number(question.answer)), float(tolerance(question)))
            assert [(each.text, each.fraction, each.feedback.words) for each in others] == [
                (number(each.answer), 0, words(texts.block(each.feedback))) for each in question.misreadings
            ]
            assert bank[name].settings["unit"] == (texts.plain(question.unit) if question.unit else "")
        elif question.type == "short-answer":
            assert bank[name].settings["usecase"] == str(int(question.exact))
            for answer in question.answers:
                taken = [each.fraction for each in bank[name].answers if accepts(each.text, answer, question.exact)]
                assert taken[0] == 1
            for each in question.misreadings:
                [found] = [one for one in bank[name].answers if accepts(one.text, each.answer)]
                assert (found.fraction, found.feedback.words) == (0, words(texts.block(each.feedback)))
        elif question.type == "open-response":
            info = bank[name].settings["graderinfo"].words
            assert words(texts.block(question.model_answer)) in info
            assert all(words(texts.inline(point)) in info for point in question.rubric)


@VERSIONS
def test_moodle_finds_the_gaps_that_were_written_and_no_other(bundle, model, before_5_1):
    texts, bank = bundle.texts, {each.name: each for each in imported(write(bundle), before_5_1)}
    cloze = {name: question for name, question in model.items() if question.type == "cloze"}
    assert len(cloze) > 1
    for name, question in cloze.items():
        shown = texts.stem(question) + texts.filled(question, lambda at, blank: f"{{#{at}}}")
        assert bank[name].text.words == words(shown)
        assert len(bank[name].gaps) == len(question.blanks)
        for (type, answers), blank in zip(bank[name].gaps, question.blanks, strict=True):
            if blank.choices:
                assert type == "MULTICHOICE"
                assert sorted((words(each.text), each.fraction, each.feedback.words) for each in answers) == sorted(
                    ("".join(texts.plain(each.text).split()), int(each.correct), words(texts.block(each.feedback)))
                    for each in blank.choices
                )
                continue
            assert type == ("SHORTANSWER_C" if blank.exact else "SHORTANSWER")
            for answer in blank.answers:
                taken = next(each for each in answers if accepts(each.text, answer, blank.exact))
                assert taken.fraction == (0 if "~" in answer else 1)
            assert {each.feedback.words for each in answers} == {words(texts.block(blank.feedback))}
            assert answers[-1].text == "*"


def test_pictures_come_with_the_text_that_shows_them(bank):
    [answer] = [each for each in bank["hostile/one-of-three"].answers if each.feedback.files]
    [(name, content)] = answer.feedback.files.items()
    assert content == PICTURE
    assert f'src="@@PLUGINFILE@@/{name}"' in answer.feedback.html
    # What an author wrote is no address of a file.
    assert bank["hostile"].text.html.count("@@PLUGINFILE@@") == 0
    assert "@@PLUGINFILE@@" in bank["hostile"].text.words


def test_many_right_choices_have_shares_that_moodle_takes(written):
    choices = [f"{{text: '{at}', correct: {'true' if at < 13 else 'false'}, feedback: '{at}.'}}" for at in range(15)]
    listed = "".join(f"      - {choice}\n" for choice in choices)
    bundle = written(
        f"  - id: many\n    type: multiple-choice\n    prompt: P\n    explanation: So.\n    choices:\n{listed}"
    )
    [question] = imported(write(bundle))
    assert [each.fraction for each in question.answers if each.fraction > 0] == [0.1] * 7 + [0.05] * 6
    assert all(round(sum(map(float, right_shares(right))), 2) == pytest.approx(100, abs=0.01) for right in range(1, 21))
    # Every share of more would be too small to be on Moodle's list.
    assert right_shares(21) == []


def test_a_choice_that_stays_last_does(written):
    choices = "{text: a, correct: true, feedback: A.}, {text: none, last: true, feedback: N.}, {text: b, feedback: B.}"
    bundle = written(f"  - {{id: one, type: single-choice, prompt: P, choices: [{choices}], explanation: So.}}\n")
    [question] = imported(write(bundle))
    assert question.settings["shuffleanswers"] == "false"
    assert question.answers[-1].text == "none"
    assert losses(held(bundle.quizzes, bundle.texts), read(write(bundle))) == []


def test_a_long_id_is_short_for_moodle_and_still_its_own(written):
    long = "a-very-long-name-" * 6
    rest = "type: true-false, prompt: P, answer: true, feedback: {'true': T, 'false': F}, explanation: So."
    more = "".join(f"  - {{id: {long}{end}, {rest}}}\n" for end in ("a", "b"))
    bundle = written(more)
    ids = [question.idnumber for question in imported(write(bundle))]
    assert len(set(ids)) == 2
    assert all(len(id) == 100 and id.startswith("maps/a-very-long") for id in ids)
    assert losses(held(bundle.quizzes, bundle.texts), read(write(bundle))) == []


def test_a_gap_that_moodle_cannot_take_leaves_its_question_out(written):
    bundle = written(
        "  - {id: gaps, type: cloze, prompt: P, text: 'A {b}.', explanation: So.,\n"
        "     blanks: {b: {answers: ['a ~ b', 'c\\'], feedback: F}}}\n"
    )
    found = told(losses(held(bundle.quizzes, bundle.texts), read(write(bundle))))
    assert "maps/gaps: question" in found
    assert imported(write(bundle)) == []


def test_an_order_with_two_equal_items_is_left_out(written):
    bundle = written("  - {id: order, type: ordering, prompt: P, items: [a, b, a], explanation: So.}\n")
    assert "maps/order: question" in told(losses(held(bundle.quizzes, bundle.texts), read(write(bundle))))
    assert imported(write(bundle)) == []


def test_two_dollars_in_a_text_are_no_formula_to_moodle(written):
    bundle = written(
        "  - {id: money, type: true-false, prompt: 'From \\$\\$5 to \\$\\$6?', answer: true,\n"
        "     feedback: {'true': T, 'false': F}, explanation: So.}\n"
    )
    [question] = imported(write(bundle))
    assert question.text.words == "From$$5to$$6?"
    assert "$$" not in question.text.html


@pytest.mark.parametrize("title", ["/a", "a/", "a//b", "<b>", "a &lt; b", "a & b", "x" * 300])
def test_any_title_is_one_category(title):
    path = category("Maps: a <i>course</i>", "", title)
    assert moodle_import.path_of(path) == f"Maps: a <i>course</i>/{title[:255]}"


@pytest.mark.parametrize("form", [MOODLE, GIFT])
@pytest.mark.parametrize("title", ["/a", "a/", "a//b", "<b>", "a & b", r"a\b \: c"])
def test_their_own_readers_find_the_title(bundle, form, title):
    bundle = replace(bundle, course_title="This/", quizzes=[replace(quiz, title=title) for quiz in bundle.quizzes[:1]])
    [found] = [part.text for part in form.read(form.write(bundle))[bundle.quizzes[0].id] if part.kind == "title"]
    assert found == title


def test_no_title_in_gift_is_longer_than_moodle_has_room_for(bundle):
    quizzes = [replace(quiz, title="x" * 300) for quiz in bundle.quizzes[:1]]
    assert f"/{'x' * 255}\n" in GIFT.write(replace(bundle, quizzes=quizzes)).decode()


@given(st.text())
def test_any_text_is_the_content_of_an_element(text):
    found = ET.fromstring(f"<text>{cdata(text)}</text>").text or ""
    shown = re.sub(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert found == shown.replace("\r\n", "\n").replace("\r", "\n")


@VERSIONS
@given(text=ANY)
def test_any_text_outlives_the_signs_of_a_gap(before_5_1, text):
    inside = in_gap(f"<b>{escape(text)}</b>x{escape(text, quote=False)}")
    plain = in_gap(escape(text, quote=False)) if text.strip() else "x"
    file = f"<p>{{1:MULTICHOICE:=x{inside}#{inside}~%0%{plain}#{plain}}}</p>"
    html, [(_, [right, wrong])] = extracted(file, before_5_1)
    assert html == "<p>{#1}</p>"
    twice = "".join((text + "x" + text).split())
    assert (words(right.text), right.feedback.words, right.fraction) == ("x" + twice, twice, 1)
    assert (words(wrong.text), wrong.fraction) == ("".join(text.split()) or "x", 0)


@VERSIONS
@given(text=ANY)
def test_a_typed_answer_is_taken_as_it_is_or_left_out(course, before_5_1, text):
    texts, shown = course.publishing.downloads.texts, " ".join(text.split())
    made = gap(Blank("a", None, answers=(text, "known")), (), texts)
    html, [(_, answers)] = extracted(made, before_5_1)
    assert html == "{#1}"
    right = [answer for answer in answers if answer.fraction == 1]
    if "~" in shown or shown.endswith("\\") or not shown:
        assert [answer.text for answer in right] == ["known"]
    else:
        assert accepts(right[0].text, shown)
        assert not accepts(right[0].text, f"{shown}x")
        assert len(right) == 2
