"""The right choices of the course sound like the wrong ones."""

import pytest
from course_files import read
from tone import choices_of, given_away

from building import PROJECT

EVEN = [("It may help some.", True), ("It always helps.", True), ("It may hurt.", False), ("It never helps.", False)]


def test_over_the_course_tone_tells_no_right_choice_from_a_wrong_one():
    choices = [choice for file in sorted((PROJECT / "quizzes").glob("*.yml")) for choice in choices_of(read(file))]
    assert len(choices) > 300
    assert given_away(choices) == []


@pytest.mark.parametrize(
    ("more", "tone"),
    [([("It might help.", True)] * 4, "hedges"), ([("It cures everything.", False)] * 4, "absolute")],
    ids=["modest right ones", "absolute wrong ones"],
)
def test_a_tone_that_gives_the_right_choices_away_is_found(more, tone):
    assert given_away(EVEN) == []
    assert any(line.startswith(tone) for line in given_away([*EVEN, *more]))
