"""Questions as HTML, whole, in golden/, and what readers' saved answers hang on, in frozen/.

`pytest --update-golden` writes what is rendered now. Nothing rewrites what is frozen.
"""

from pathlib import Path

import pytest
import yaml

import coursework
from conftest import MAPS, lines_of
from coursework import source
from coursework.content import REFERENCES
from coursework.quiz.model import Choice, Question, Quiz
from coursework.quiz.page import shown_order
from coursework.quiz.read import read_quiz
from coursework.snippet import fold
from coursework.templates import words

GOLDEN = Path(__file__).parent / "golden"
FROZEN = yaml.safe_load((Path(__file__).parent / "frozen" / "order.yml").read_text(encoding="utf-8"))
EVERY_FIELD = (GOLDEN / "every-field.yml").read_text(encoding="utf-8")


@pytest.fixture
def course(project):
    files = {"quizzes/every-field.yml": EVERY_FIELD, REFERENCES: MAPS[REFERENCES]}
    return coursework.build(project(files, {"index.md": "", "lessons/maps.md": ""}))


@pytest.mark.parametrize(
    ("name", "path", "fence", "body"),
    [
        ("least", "a.md", "quiz", "every-field: least"),
        ("all", "a.md", "quiz", "every-field: all"),
        ("several", "a.md", "quiz", "every-field: several"),
        ("either", "a.md", "quiz", "every-field: either"),
        ("objectives", "a.md", "quiz", "every-field: objectives"),
        ("index", "quizzes/index.md", "quizzes", ""),
    ],
)
def test_a_question_looks_as_agreed(course, golden, name, path, fence, body):
    course.start(path, "")
    golden(GOLDEN / f"{name}.html", lines_of(course.fence(course.extension.page, fence, body)))
    assert course.problems({}) == []


def test_the_head_of_a_quiz_looks_as_agreed(course, golden):
    course.start("quizzes/every-field.md", "")
    head, *questions = course.fence(course.extension.page, "quiz", "every-field")
    golden(GOLDEN / "head.html", lines_of([head]))
    assert [question.tag for question in questions] == ["quiz-question"] * 4


def test_the_golden_quiz_holds_every_type_and_every_field(course):
    questions = course._content.quizzes["every-field"].quiz.questions
    assert {question.type for question in questions} == set(coursework.quiz.model.TYPES)
    for name in Question.__dataclass_fields__:
        assert any(getattr(question, name) for question in questions), name


@pytest.mark.parametrize("frozen", FROZEN["order"], ids=lambda f: f"{f['quiz']}/{f['question']} {len(f['shown'])}")
def test_readers_see_choices_in_the_order_they_always_had(frozen):
    choices = tuple(Choice(str(n), str(n), "", n == 1) for n in range(1, len(frozen["shown"]) + 1))
    question = Question(frozen["question"], "single-choice", "?", choices, "!")
    shown = shown_order(Quiz(frozen["quiz"], "Maps", (question,)), question)
    assert [int(choice.text) for choice in shown] == frozen["shown"]


@pytest.mark.parametrize("frozen", FROZEN["version"], ids=lambda frozen: frozen["version"])
def test_a_saved_answer_holds_as_long_as_type_number_and_right_places_do(frozen):
    choices = tuple(Choice(str(n), "text", "feedback", bool(right)) for n, right in enumerate(frozen["right"]))
    assert Question("id", frozen["type"], "?", choices, "!").version == frozen["version"]


@pytest.mark.parametrize("frozen", FROZEN["key"], ids=lambda frozen: frozen["key"])
def test_a_saved_choice_is_found_by_its_folded_text(frozen):
    assert fold(frozen["text"]) == frozen["key"]


def read(content):
    value, problems = source.parse(content, "quizzes/maps.yml")
    file = read_quiz(value, "maps", "quizzes/maps.yml", words()["question"])
    assert problems + file.problems == []
    return file.quiz


def test_rewording_keeps_the_order_and_the_version():
    quiz = read(EVERY_FIELD)
    reworded = read(EVERY_FIELD.replace("Roads", "Streets").replace("Often.", "Yes.").replace("What may", "What can"))
    assert reworded != quiz
    one, other = quiz.question("several"), reworded.question("several")
    assert one.version == other.version
    places = [[question.choices.index(choice) for choice in shown_order(quiz, question)] for question in (one, other)]
    assert places[0] == places[1]


def test_kept_order_and_true_before_false_are_the_authors():
    quiz = read(EVERY_FIELD)
    for name in ("all", "either"):
        assert shown_order(quiz, quiz.question(name)) == list(quiz.question(name).choices)
    assert [choice.key for choice in quiz.question("either").choices] == ["true", "false"]


def test_the_keys_of_true_and_false_outlive_a_translated_interface():
    value, _ = source.parse(EVERY_FIELD, "quizzes/maps.yml")
    quiz = read_quiz(value, "maps", "quizzes/maps.yml", {"true": "Wahr", "false": "Falsch"}).quiz
    assert [(choice.key, choice.text) for choice in quiz.question("either").choices] == [
        ("true", "Wahr"), ("false", "Falsch"),
    ]  # fmt: skip


def test_what_a_script_needs_is_on_the_element_and_its_controls(course):
    course.start("a.md", "")
    [question] = course.fence(course.extension.page, "quiz", "every-field: several")
    assert {name: question.get(name) for name in ("data-question", "data-type", "data-version", "data-course")} == {
        "data-question": "every-field/several",
        "data-type": "multiple-choice",
        "data-version": "multiple-choice 3 1+2",
        "data-course": "a-course",
    }
    values = [field.get("value") for field in question.iter("input")]
    answers = [item for item in question.iter("li") if item.get("data-choice")]
    assert sorted(values) == ["rivers", "roads", "smells"]
    assert [item.get("data-choice") for item in answers] == values
    assert {item.get("data-choice") for item in answers if item.get("data-correct") == "true"} == {"roads", "rivers"}
