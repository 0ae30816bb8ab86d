"""The words that a course gets: its own, those of its language, and English ones for the rest."""

import re
from dataclasses import replace

import pytest

from coursework.course.content import read_content
from coursework.source import values as source
from coursework.text import words as text_words
from coursework.text.language import forms
from coursework.text.own_words import MARKDOWN, read_own_words
from coursework.text.words import counted, leaves, words
from making import MAPS

SPRACHE = "page: {menu: Menü, help: Hilfe}\nquestion: {check: Antwort prüfen}\n"


@pytest.fixture
def in_german(monkeypatch, tmp_path, project):
    """A project in a language of which there are three words; `in_german(files)`."""
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "en.yml").write_bytes(text_words._FILE.read_bytes())
    (folder / "de.yml").write_text(SPRACHE, encoding="utf-8")
    monkeypatch.setattr(text_words, "_FILE", folder / "en.yml")
    return lambda files: replace(project({**MAPS, **files}), language="de")


def test_a_word_is_the_courses_own_or_the_languages_or_english(in_german):
    found = read_content(in_german({"words.yml": "page: {help: Ruf an}\ncertainty: [kaum, ziemlich, sehr]"})).words
    assert (found.page.menu, found.page.help, found.page.close) == ("Menü", "Ruf an", "Close")
    assert found.question.check == "Antwort prüfen"
    assert found.certainty == ["kaum", "ziemlich", "sehr"]


def test_one_line_says_how_many_words_stay_english(in_german):
    own = read_content(in_german({"words.yml": "page: {help: Ruf an, head: Kopf}"}))
    [line] = [str(advice) for advice in own.advice if advice.path == "words.yml"]
    assert str(len(list(leaves(words()))) - 4) in line
    assert re.sub(r"\d+", "N", line) == (
        "words.yml:N:N: should say N of N words in the language of the site, 'de', or readers see English among its "
        "own: page, close; page, contents; page, here …; the file stands beside mkdocs.yml, and words.schema.json of "
        "the generator lists them all, with what each says in English"
    )


def test_nothing_is_missing_in_english(project):
    content = read_content(project({"words.yml": "page: {help: Call}"}))
    assert [each for each in content.advice if each.path == "words.yml"] == []


@pytest.mark.parametrize("file", sorted(text_words._FILE.parent.glob("*.yml")), ids=lambda file: file.stem)
def test_a_language_has_no_word_and_no_name_that_english_has_not(file):
    value, problems = source.parse(file.read_text(encoding="utf-8"), file.name, MARKDOWN)
    assert [*problems, *read_own_words(value, file.stem).problems] == []


def test_own_words_are_on_the_page_and_stay_text(render):
    files = {**MAPS, "words.yml": "question: {check: 'Show & tell \"now\"'}"}
    page = render("```quiz\nmaps\n```\n", files=files)
    assert "Show &amp; tell" in page.html


def test_a_language_has_the_tag_of_one(project):
    with pytest.raises(ValueError, match=r"must be the tag of a language, as en or pt-BR, not '\.\./de'"):
        replace(project(), language="../de")


def test_quotation_marks_are_those_of_the_words(render):
    quiz = MAPS["quizzes/maps.yml"].replace(
        "What does a contour line join?", "'What does a \"contour line\" join, isn''t it?'"
    )
    marks = 'quotes: {single: ["‚", "‘"], double: ["„", "<"]}'
    page = render("```quiz\nmaps\n```\n", files={**MAPS, "quizzes/maps.yml": quiz, "words.yml": marks})
    assert "What does a „contour line&lt; join, isn‘t it?" in page.html


POLISH = """quizzes:
  count:
    one: 1 pytanie
    few: "{count} pytania"
    many: "{count} pytań"
    other: "{count} pytania"
"""


@pytest.mark.parametrize(("count", "said"), [(1, "1 pytanie"), (2, "2 pytania"), (5, "5 pytań"), (22, "22 pytania")])
def test_a_number_takes_the_form_that_it_has_in_the_language(project, count, said):
    content = read_content(replace(project({**MAPS, "words.yml": POLISH}), language="pl"))
    assert [str(problem) for problem in content.problems if problem.path == "words.yml"] == []
    assert counted(content.words.quizzes, "count", count) == said


def test_a_form_that_a_language_has_is_not_left_out(project):
    own = "review: {count: {one: 1 pytanie, other: '{count} pytania'}}"
    problems = read_content(replace(project({**MAPS, "words.yml": own}), language="pl")).problems
    assert [str(problem) for problem in problems] == [
        "words.yml:1:17: review, count: must have few, many too, which numbers take in the language 'pl'"
    ]


def test_a_form_for_more_numbers_than_one_says_which(project):
    own = "review: {count: {one: вопрос, few: '{count} вопроса', many: '{count} вопросов', other: '{count} вопроса'}}"
    [problem] = read_content(replace(project({**MAPS, "words.yml": own}), language="ru")).problems
    assert str(problem).endswith("review, count, one: must hold {count}, for which the page puts in what it knows")


@pytest.mark.parametrize(("language", "said"), [("de", "1 question"), ("ru", "1 questions"), ("zh", "1 questions")])
def test_english_under_a_language_that_has_other_forms_never_says_another_number(language, said):
    assert counted(words(language).quizzes, "count", 1) == said
    assert counted(words(language).quizzes, "count", 21) == "21 questions"


def test_forms_of_an_unknown_language_are_those_of_english():
    assert forms("xx") == forms("en")
