"""The words of the interface, as code asks for them: where the file holds something else, that is a fault of ours."""

import pytest
from jinja2 import Environment

from coursework.quiz.model import TYPES
from coursework.text.templates import environment
from coursework.text.words import Words, group, row, texts, word, words, words_of

SOME = Words({"shown": "{count} shown", "days": ["Monday", "Tuesday"], "marks": {"read": "Read", "wanted": "Wanted"}})


def test_a_text_a_list_and_a_group_are_found_by_their_names():
    assert word(SOME, "shown") == SOME["shown"] == "{count} shown"
    assert word(SOME, "marks", "read") == "Read"
    assert row(SOME, "days") == ["Monday", "Tuesday"]
    assert texts(SOME, "marks") == group(SOME, "marks") == {"read": "Read", "wanted": "Wanted"}


@pytest.mark.parametrize("place", ["question", "paper"])
def test_of_every_type_it_is_said_how_it_is_answered(place):
    assert set(texts(words()[place], "how")) == set(TYPES), f"`how` of `{place}` in words/en.yml has every type"


def test_templates_have_those_of_the_file():
    assert words_of(environment()) == words()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: word(SOME, "marks"), "marks is no text"),
        (lambda: word(SOME, "days", "first"), "days is no group"),
        (lambda: group(SOME, "shown"), "shown is no group"),
        (lambda: row(SOME, "marks"), "marks is no list"),
        (lambda: texts(Words({"all": {"days": ["Monday"]}}), "all"), "all.days is no text"),
    ],
)
def test_what_is_of_another_kind_is_refused(ask, said):
    with pytest.raises(TypeError, match=said):
        ask()


def test_templates_of_somebody_else_have_none_of_ours():
    with pytest.raises(KeyError):
        words_of(Environment(autoescape=True))
