"""Where a format has words alone, what differs in its looks is no choice: the question is left out."""

from __future__ import annotations

import pytest
from exporting import FILES, bundle_of, course_of

from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import LEFT_OUT, losses

MATCHING = """
  - id: {id}
    type: matching
    prompt: P
    pairs:
      - {{text: a, match: '{first}', feedback: F}}
      - {{text: b, match: '{second}', feedback: F}}
    explanation: E
"""
CLOZE = """
  - id: {id}
    type: cloze
    prompt: P
    text: 'It is {{gap}} here.'
    blanks:
      gap:
        choices:
          - {{text: '{first}', correct: true, feedback: F}}
          - {{text: '{second}', feedback: F}}
    explanation: E
"""
PAIRS = {"looks": ("`x`", "x"), "drawn": ("![](maps/a.svg)", "x"), "words": ("`x`", "y")}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    made = "".join(
        text.format(id=f"{kind}-{name}", first=first, second=second)
        for kind, text in (("match", MATCHING), ("gap", CLOZE))
        for name, (first, second) in PAIRS.items()
    )
    files = FILES | {"quizzes/looks.yml": f"title: Looks\nquestions:{made}"}
    return course_of(tmp_path_factory.mktemp("looks"), files)


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("moodle", {"match-looks", "match-drawn", "gap-looks", "gap-drawn"}),
        ("gift", {"match-looks", "match-drawn", "gap-looks", "gap-drawn", "gap-words"}),  # it has no gaps
        ("canvas", {"match-looks", "match-drawn", "gap-looks", "gap-drawn"}),
        ("qti", {"gap-looks", "gap-drawn"}),
        ("anki", set()),
    ],
)
def test_what_words_do_not_tell_apart_is_left_out(course, name, left_out):
    bundle = bundle_of(course, name, ["looks"])
    lost = losses(held(bundle.quizzes, bundle.texts), FORMATS[name].read(FORMATS[name].write(bundle)))
    assert {each.address for each in lost if each.kind == LEFT_OUT} == {f"looks/{id}" for id in left_out}
