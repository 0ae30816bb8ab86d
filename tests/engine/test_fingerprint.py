"""A page is rendered again when a quiz changes that a line of it may ask for, wherever that line stands."""

from __future__ import annotations

import pytest

from coursework.course.fingerprint import Fingerprints
from coursework.reading.cite import Formatted

BLOCKS = [
    "```quiz\nmaps\n```", "```quiz\nmaps: contour\n```", "- in a list\n\n    ```quiz\n    maps : contour\n    ```",
    "> ```quiz\n> maps\n> ```", "1. ~~~quiz\n   maps: key\n   ~~~", "```quiz\r\nmaps\r\n```", "maps", "maps: worksheet",
    "```quizzes\n```",
]  # fmt: skip


@pytest.fixture
def fingerprints(project):
    """The fingerprint of a text before and after the quiz about maps has changed."""

    def both(text):
        before = project()
        file = before.root / "quizzes/maps.yml"
        own = Fingerprints(before, Formatted({}, {})).of(text)
        file.write_text(file.read_text(encoding="utf-8") + "# another\n", encoding="utf-8")
        return own, Fingerprints(before, Formatted({}, {})).of(text)

    return both


@pytest.mark.parametrize("text", BLOCKS)
def test_a_page_that_may_ask_for_a_quiz_depends_on_it(fingerprints, text):
    before, after = fingerprints(text)
    assert before != after


@pytest.mark.parametrize(
    "text", ["All maps leave things out.", "See [maps](quizzes/maps.md).", "mapsmaps", "```quiz\nseas\n```"]
)
def test_a_page_that_only_mentions_its_name_does_not(fingerprints, text):
    before, after = fingerprints(text)
    assert before == after
