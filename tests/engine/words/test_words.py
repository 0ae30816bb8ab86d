"""The words of the interface, as code asks for them: where the file holds something else, that is a fault of ours."""

import pytest
from jinja2 import Environment

from building import PROJECT
from coursework.quiz.model import TYPES
from coursework.text.templates import environment
from coursework.text.words import Words, WordsError, group, row, texts, word, words, words_of

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


@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (lambda found: word(found, "question", "hnit"), "question: must have `hnit`, but has none"),
        (lambda found: found.paper.how["tru"], "paper, how: must have `tru`, but has none"),
        (lambda found: group(found, "quizes"), "must have `quizes`, but has none"),
    ],
)
def test_a_word_that_is_missing_is_told_at_the_group_that_lacks_it(ask, line):
    found = words()
    with pytest.raises(WordsError) as error:
        ask(found)
    place, told = str(error.value).split(": ", 1)
    assert told == line
    path, number, _ = place.split(":")
    assert path == "hooks/coursework/words/en.yml"
    above = line.split(": ")[0] if ": " in line else ""
    lines = (PROJECT / path).read_text(encoding="utf-8").splitlines()
    assert not above or lines[int(number) - 2].strip() == f"{above.split(', ')[-1]}:"


def test_a_template_that_asks_for_it_ends_with_the_same_line():
    with pytest.raises(WordsError, match=r"question: must have `hnit`, but has none"):
        environment().from_string("{{ words.question.hnit }}").render()


@pytest.mark.parametrize(
    ("text", "line"),
    [("- a\n", "1:1: must be a group of words"), ("a: b: c\n", "1:4: must have this text in quotes")],
)
def test_a_file_of_words_that_is_none_is_told(monkeypatch, tmp_path, text, line):
    (tmp_path / "en.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("coursework.text.words._FILE", tmp_path / "en.yml")
    with pytest.raises(WordsError) as error:
        words()
    assert str(error.value).startswith(f"hooks/coursework/words/en.yml:{line}")
