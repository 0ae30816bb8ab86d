"""Advice on a figure that readers work on: its words say no number that it does not show."""

import re

import pytest
from rainfall import CHOOSE, FILES, OVERLAP, changed

ALT = "alt: Two coasts, both with more rain higher up."


@pytest.fixture
def told(advice_of):
    """The lines of advice on the figures of some files."""
    return lambda files: [line for line in advice_of({**FILES, **files}) if "figures/" in line]


@pytest.mark.parametrize("number", ["0.50", "0.5", "0.1", "64", "69", "100", "12", "3,000"])
def test_numbers_that_the_figure_shows_are_said(told, number):
    figure = changed(*OVERLAP, (ALT, f"alt: On the west coast it is {number}."))
    assert told({"figures/rainfall.yml": figure}) == []


def test_a_number_that_it_does_not_show_is_told(told):
    figure = changed(*OVERLAP, (ALT, "alt: A gap of 0.50 is 63 of 100 pairs, as in 1989."))
    [line] = told({"figures/rainfall.yml": figure})
    assert line.endswith("alt: should say only numbers that the figure shows, not '63, 1989'")


def test_the_rows_of_another_figure_are_shown_too(told):
    files = {"figures/choice.yml": CHOOSE.replace("alt: Two coasts.", "alt: From \N{MINUS SIGN}0.1 to 0.50.")}
    assert told(files) == []
    files["figures/choice.yml"] = CHOOSE.replace("title: Which coast?", "title: Which of 3 coasts?")
    [line] = told(files)
    assert line.endswith("title: should say only numbers that the figure shows, not '3'")


@pytest.mark.parametrize("kind", [(), OVERLAP])
def test_an_axis_on_which_all_lies_in_one_place_is_told(told, kind):
    figure = changed(*kind)
    assert told({"figures/rainfall.yml": figure}) == []
    [end] = re.findall(r"max: ([0-9.]+)", figure)
    [line] = told({"figures/rainfall.yml": figure.replace(f"max: {end}", "max: 100")})
    assert re.search(
        r":\d+:16: axis: should end nearer to what it shows, from -?0.* to 0.60: from .* to 100 nobody", line
    )
