"""Figures that readers guess before they see them: one a lesson, and nothing above it tells what is asked for."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from course_files import LESSONS, lesson, read

from building import PROJECT

FIGURES = {file.stem: read(file) for file in sorted((PROJECT / "figures").glob("*.yml"))}
GUESSED = {name: figure for name, figure in FIGURES.items() if "guess" in figure}
# Lessons in which nothing is guessed, and why.
WITHOUT = {
    "history": "a timeline has no estimates",
    "where-it-stands": "it shows no figure",
}
# Rows whose number stands above the figure for something else: by figure and row, what for.
ELSEWHERE = {("relationship-correlations", "Empathy"): "the alliance, whose link is as close: that is what surprises"}
NUMBER = re.compile(r"(?<![\w.])[\u2212-]?(?:\d+(?:\.\d+)?|\.\d+)(?![\w%]|\.\d)")


def shown_in(name: str) -> list[str]:
    """The figures that a lesson shows."""
    blocks = re.findall(r"^```figure\n(.*?)^```", lesson(name).source, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.split()]


def asked(figure: dict) -> list[dict]:
    labels = [row["row"] if isinstance(row, dict) else row for row in figure["guess"]["rows"]]
    rows = {row["label"]: row for row in figure["rows"]}
    return [rows[label] for label in labels]


@pytest.mark.parametrize("name", LESSONS)
def test_in_each_lesson_one_figure_is_guessed(name):
    guessed = [id for id in shown_in(name) if id in GUESSED]
    assert len(guessed) == (0 if name in WITHOUT else 1)


def test_every_figure_that_is_guessed_is_shown_in_its_lesson():
    for name, figure in GUESSED.items():
        assert name in shown_in(figure["lesson"].removeprefix("lessons/").removesuffix(".md"))
        # Two or three of the rows, and beside them one that gives the scale, where there is more to see than they.
        assert 2 <= len(asked(figure)) <= 3
        assert len(figure["rows"]) == 3 or len(figure["guess"]["given"]) == 1


@pytest.mark.parametrize("name", GUESSED)
def test_nothing_above_a_figure_tells_what_is_asked_for(name):
    figure = GUESSED[name]
    source = lesson(figure["lesson"].removeprefix("lessons/").removesuffix(".md")).source
    above = re.sub(r"\[@[^\]]*\]|\]\([^)]*\)", "", source.split(f"```figure\n{name}")[0])
    told = {abs(Decimal(number.replace("\u2212", "-"))) for number in NUMBER.findall(above)}
    found = {row["label"] for row in asked(figure) if abs(Decimal(str(row["estimate"]))) in told}
    assert found == {row for of, row in ELSEWHERE if of == name}
