"""Any text that a quiz can hold goes through a file and comes out again; what cannot be read is never written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import hostile
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.cleaned import cleaned
from coursework.quiz.exports.form import Bundle
from coursework.quiz.exports.held import held
from coursework.quiz.exports.kinds import FORMS, KINDS
from coursework.quiz.exports.losses import Loss, losses
from coursework.quiz.exports.seen import Part, seen
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import Choice, ChoiceQuestion, Quiz
from coursework.source.place import Place, Text
from coursework.text.snippet import Snippets
from coursework.text.words import texts as group_of
from coursework.text.words import words

PLACE = Place("quizzes/q.yml", 1, 1)


def text_of(value):
    return Text.at(PLACE, value)


def bundle_of_text(text, name):
    """A quiz with one question, whose prompt, explanation, choice and feedback are a text."""
    snippets = Snippets(lambda cluster: None)
    texts = Texts(snippets, lambda path: f"https://example.org/{path}", Path("/nowhere"), words())
    choices = (
        Choice("a", text_of(f"{text} a"), text_of(text), True), Choice("b", text_of(f"{text} b"), text_of("no"), False),
    )  # fmt: skip
    question = ChoiceQuestion(
        id=text_of("a"), type="single-choice", prompt=text_of(text), explanation=text_of(text), choices=choices
    )
    quiz = Quiz("q", text_of("A quiz"), (question,))
    texts = texts.for_math(FORMATS[name].math)
    return Bundle("q", "A quiz", "course", "A course", [quiz], texts, 1_700_000_000, "2023-11-14", [])


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "csv"])  # a table has no forms
@settings(deadline=None, max_examples=60)
@given(hostile.texts(paragraphs=False).map(lambda text: f"x {text}"))
@example("a \\\\(b\\\\) and $x_1 \\{y\\}$ `\\(c\\)` \\\\[d\\\\]")
@example("``` a -> b ]]> {{c1::x}} ```")
def test_a_text_comes_out_as_it_went_in(name, text):
    bundle = bundle_of_text(text, name)
    of_model = held(bundle.quizzes, bundle.texts)
    lost = losses(of_model, FORMATS[name].read(FORMATS[name].write(bundle)))
    assert [loss for loss in lost if not loss.to and loss.kind not in ("picture", "order", "last")] == []


@pytest.mark.parametrize("name", FORMATS)
def test_of_each_format_readers_are_told_the_same_five_things(name):
    told = words()["downloads"]["formats"][name]
    assert set(told) == {"name", "for", "steps", "again", "untried"}
    assert len(told["steps"]) > 1


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_file_ends_as_the_program_that_takes_it_asks(form):
    """Moodle tells by the ending whether a text is one: it guessed HTML of some that ended in .gift."""
    assert form.ending.endswith(
        {"gift": ".txt", "moodle": ".xml", "anki": ".apkg", "csv": ".csv"}.get(form.name, ".zip")
    )


def test_each_kind_has_its_words():
    assert set(group_of(words()["downloads"], "kinds")) == set(KINDS)


Q = "q/a"


@pytest.mark.parametrize(
    ("model", "file", "lost"),
    [
        ([Part("hint", "b c")], [Part("hint", "b c")], []),
        ([Part("hint", "b c")], [Part("feedback", "a b c d", "x")], [Loss(Q, "hint", "feedback")]),
        ([Part("hint", "b c")], [Part("feedback", "ab c d", "x")], [Loss(Q, "hint")]),
        ([Part("cite", "(A, 1989)")], [Part("explanation", "See (A, 1989) there")], []),
        # Words that stand once stand for one part alone.
        ([Part("hint", "b"), Part("unit", "b")], [Part("prompt", "a b")],
         [Loss(Q, "hint", "prompt"), Loss(Q, "unit")]),
        ([Part("right", "b")], [Part("choice", "b")], [Loss(Q, "right")]),
        ([Part("code", "x"), Part("code", "x")], [Part("code", "x")], [Loss(Q, "code")]),
        ([Part("code", "x", "here")], [Part("code", "x", "there")], []),
    ],
)  # fmt: skip
def test_what_is_lost_is_the_difference(model, file, lost):
    assert losses({Q: model}, {Q: file}) == lost


def test_what_is_empty_ends_also_for_who_reads_html():
    html = '<table><tr><th></th><td>a<br /><img src="a.png" alt="" /></td></tr></table><math><mspace /></math>'
    written = cleaned(html, str, lambda source: None)
    assert written.startswith('<table><tr><th></th><td>a<br /><img src="a.png" alt="" /></td></tr></table><math ')
    assert "<mspace />" in written


def test_a_question_that_is_not_there_is_left_out_whatever_it_held_and_so_is_a_quiz_with_all_of_its_own():
    model = {"q": [Part("title", "T")], Q: [Part("prompt", "a"), Part("hint", "b")]}
    model |= {"other": [Part("title", "O")], "other/one": [Part("prompt", "c")]}
    assert losses(model, {"other/one": model["other/one"]}) == [Loss(Q, "question"), Loss("other", "title")]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["a", "b c", "c"]), st.sampled_from(["", "1"]))))
def test_nothing_is_lost_of_what_was_read_as_it_is(parts):
    held_parts = [Part(*part) for part in parts]
    assert losses({Q: held_parts}, {Q: held_parts}) == []


@pytest.mark.parametrize(
    ("html", "text", "forms"),
    [
        ("a &amp; b", "a & b", ()),
        ("<p>a</p><p>b<br/>c</p>", "a b c", ()),
        ("a<em>b</em>c", "abc", (("emphasis", "b"),)),
        ("\\(x_1\\) and <code>\\(y\\)</code>", "x_1 and \\(y\\)", (("formula", "x_1"), ("code", "\\(y\\)"))),
        ('<img src="a.png" alt="A map"/>', "A map", (("picture", "a.png"),)),
    ],
)
def test_a_reader_sees_words_and_forms(html, text, forms):
    assert seen(html) == (text, forms)
    assert {form for form, _ in forms} <= set(FORMS)
