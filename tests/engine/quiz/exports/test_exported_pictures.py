"""Pictures go out with the questions that show them, also those that the course itself makes."""

from __future__ import annotations

import pytest
from exporting import FILES, bundle_of, course_of

from building import FIXTURE
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import losses

QUIZ = """
title: Shown
questions:
  - id: a-figure
    type: true-false
    prompt: Is a coast longer on a larger map?
    scenario: "![How long a coast is](figures/coasts.svg)"
    answer: true
    feedback: {"true": It is., "false": It is.}
    explanation: It is.
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    figure = (FIXTURE / "figures/coasts.yml").read_text(encoding="utf-8")
    files = {"quizzes/shown.yml": QUIZ, "figures/coasts.yml": figure}
    return course_of(tmp_path_factory.mktemp("pictures"), FILES | files)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("gift", "csv")])
def test_the_picture_of_a_figure_is_in_the_file(course, name):
    bundle = bundle_of(course, name, ["shown"])
    of_file = FORMATS[name].read(FORMATS[name].write(bundle))
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), of_file)
    assert [each for each in lost if each.kind == "picture"] == []
    [picture] = bundle.texts.pictures.values()
    assert picture.content.startswith(b"<svg") and picture.name.endswith(".svg")


def test_a_text_format_shows_it_from_the_site(course):
    bundle = bundle_of(course, "gift", ["shown"])
    assert b"figures/coasts.svg" in FORMATS["gift"].write(bundle)
