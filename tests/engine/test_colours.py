"""Three colours of a course, and those that follow from them: what a course chooses can be read, or is told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import PROJECT
from coursework_mkdocs.colours import contrast, faint, is_colour, lightened, mixed, palette

LOOKS = PROJECT / "hooks/coursework_mkdocs/looks"
COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def tokens(look: str, scheme: str) -> dict[str, str]:
    sheet = (LOOKS / f"{look}.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', sheet, re.DOTALL)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))


def test_the_contrast_is_that_of_the_guidelines():
    # The ends of the scale, and grey #767676, the lightest that passes on white (W3C, technique G18).
    assert contrast("#000000", "#fff") == contrast("#fff", "#000000") == 21
    assert contrast("#123456", "#123456") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("look", ["plain", "brackets"])
def test_each_look_can_be_read_in_both_schemes(look, scheme):
    found = tokens(look, scheme)
    for text in ("ink", "ink-soft", "right", "notyet", *(["accent"] if "accent" in found else [])):
        for ground in ("paper", "sheet", "shade"):
            assert contrast(found[text], found[ground]) >= 4.5, (text, ground)
    assert contrast(found["edge"], found["paper"]) >= 3


@pytest.mark.parametrize("look", ["plain", "brackets"])
def test_a_device_in_the_dark_shows_the_same_before_scripts_have_run(look):
    sheet = (LOOKS / f"{look}.css").read_text(encoding="utf-8")
    [early] = re.findall(r"body:not\(\[data-md-color-media\]\) \{(.*?)\}", sheet, re.DOTALL)
    assert dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", early)) == tokens(look, "slate")


@given(paper=COLOUR, ink=COLOUR)
def test_what_follows_from_a_paper_and_an_ink_can_be_read_where_the_ink_can(paper, ink):
    found = palette(tokens("plain", "default"), {"paper": paper, "ink": ink})
    assert all(is_colour(colour) for colour in found.values())
    least = contrast(ink, paper)
    assert contrast(found["ink-soft"], paper) >= min(4.5, least)
    assert contrast(found["edge"], paper) >= min(3, least)
    told = {pair.other for pair in faint(found, {"paper": paper, "ink": ink}) if pair.own == "ink"}
    assert told == ({"paper"} if least < 4.5 else set())


@given(colour=COLOUR)
def test_an_accent_for_light_paper_is_lightened_till_it_can_be_read_on_dark(colour):
    paper = tokens("plain", "slate")["paper"]
    assert contrast(lightened(colour, paper), paper) >= 4.5


def test_a_colour_of_stances_that_no_longer_stands_out_is_told_at_the_paper():
    own = {"paper": "#808080"}
    told = [(pair.own, pair.other) for pair in faint(palette(tokens("plain", "default"), own), own)]
    assert ("paper", "blue") in told and ("paper", "right") in told
    assert list(faint(palette(tokens("plain", "default"), {}), {})) == []


def test_a_mixture_holds_so_much_of_each():
    assert [mixed("#000", "#ffffff", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("#0a549e", True), ("#FFF", True), ("0a549e", False), ("blue", False), ("#0a54", False), (12, False)],
)
def test_a_colour_is_written_in_three_or_six_digits(value, expected):
    assert is_colour(value) is expected
