"""What may be typed goes out sign for sign, and where a format cannot have it so, that is a loss."""

from __future__ import annotations

import pytest
import yaml
from exporting import FILES, bundle_of, course_of
from test_gift import parsed

import moodle_import
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import Loss, losses

# None is a beginning of another, in which programs could find it.
ANSWERS = ["a  b", "a b", "[html]x", "[plain] y", "[none]z", "%50%v", "%w", "u*", "<b>t</b>", "&amp;s", r"r\r", "'q"]
QUESTION = {
    "id": "a-line", "type": "short-answer", "prompt": "P", "answers": ANSWERS, "exact": True, "explanation": "E",
    "misreadings": [{"answer": "[moodle]o", "feedback": "F"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    quiz = yaml.safe_dump({"title": "Typed", "questions": [QUESTION]})
    return course_of(tmp_path_factory.mktemp("typed"), FILES | {"quizzes/typed.yml": quiz})


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("moodle", set()), ("qti", set()), ("csv", set()),
        ("gift", {"exact"}),  # it cannot say that capitals count
        ("canvas", {"exact", "misreading", "feedback"}),
        ("anki", {"answer"}),  # HTML shows two spaces as one
    ],
)  # fmt: skip
def test_every_sign_of_an_answer_is_there_or_lost(course, name, kinds):
    bundle = bundle_of(course, name, ["typed"])
    of_file = FORMATS[name].read(FORMATS[name].write(bundle))
    assert set(losses(held(bundle.quizzes, bundle.texts), of_file)) == {Loss("typed/a-line", kind) for kind in kinds}


def test_moodle_takes_each_answer_as_it_is(course):
    [question] = moodle_import.imported(FORMATS["moodle"].write(bundle_of(course, "moodle", ["typed"])))
    for typed in ANSWERS:
        taken = [each for each in question.answers if moodle_import.accepts(each.text, typed, with_case=True)]
        assert [each.fraction for each in taken] == [1], typed


def test_a_gift_answer_that_begins_like_a_format_is_read_whole(course):
    [question] = [
        each for each in parsed(FORMATS["gift"].write(bundle_of(course, "gift", ["typed"]))) if "choices" in each
    ]
    read = [choice["text"]["text"].replace("\\*", "*") for choice in question["choices"]]
    assert read == [*ANSWERS, "[moodle]o"]
