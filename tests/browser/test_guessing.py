"""Rows of a figure that are guessed before they are seen: by keys, by finger, kept, on paper, and without scripts."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import WORDS, barriers
from printing import printed, squeezed
from whole_page import faults_of_large_text, in_both_looks

SAID = WORDS["estimates"]
PHONE = {"width": 390, "height": 844}
PAGE = "guess/"
# What is kept, by the figure and the row.
KEPT = """() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => /^[^/]+\\/v1\\/figure\\//.test(key))
  .map(([key, text]) => [key.split("/figure/")[1], JSON.parse(text)]))"""
# Where the signs of a guess stand in the strip of a row, in percent.
SIGNS = """row => [...row.querySelectorAll(".guess__signs > svg")].map(sign => parseFloat(sign.getAttribute("x")))"""
REFUSED = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def asked(page: Page, number: int = 0, name: str = "") -> Locator:
    """A figure of the page, once its script has come: it is fetched when the figure is near the screen."""
    figure = page.locator("figure.figure").nth(number)
    figure.scroll_into_view_if_needed()
    expect(figure.locator("li[data-asking]")).to_have_count(1)
    return figure


def rows(figure: Locator) -> list[str]:
    """The labels of the rows that are seen as they are."""
    return figure.locator(".figure__rows > li > span:first-child:visible").all_inner_texts()


def place(figure: Locator) -> Locator:
    return figure.locator(".guess__place")


def guess(figure: Locator, step: int, reach: int) -> None:
    """Place the line so many steps along the axis, open the brackets as many to both sides, and look."""
    place(figure).fill(str(step))
    figure.get_by_label(SAID["width"]).fill(str(reach))
    figure.get_by_role("button", name=SAID["show"]).click()


def to_the_end(figure: Locator) -> None:
    """From .35, .45 and .10: one range that holds, and two that do not."""
    for step, reach in ((45, 10), (55, 5), (20, 3)):
        guess(figure, step, reach)
        figure.locator(".explore__ways button").click()


def test_it_comes_near_the_screen_and_hides_what_would_tell(visit, course):
    page = visit(f"{course}{PAGE}", viewport={"width": 390, "height": 300})
    first = page.request.get(f"{course}{PAGE}").text()
    assert "explore.js" in first and "explore-guess" not in first and "explore.css" not in first
    last = page.locator("figure.figure").nth(3)
    assert len(rows(last)) == 5, "it is far away"
    figure = asked(page, 3)
    assert rows(figure) == ["Latitude"]
    for telling in ("What to notice", "What limits it", "The numbers, their sources"):
        expect(figure.get_by_text(telling)).to_be_hidden()
    assert figure.get_attribute("aria-describedby") is None, "the description would tell it"
    expect(figure.get_by_text("Correlations of what a map shows")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_numbers_of_the_axis_stand_right_below_the_strip_that_is_asked_and_nothing_sticks_out(visit, course, width):
    page = visit(f"{course}{PAGE}", viewport={"width": width, "height": 800})
    figure = asked(page)
    axis, strip = figure.locator(".figure__axis:visible > svg"), figure.locator("li[data-asking] > svg")
    expect(axis).to_have_count(1)
    numbers, drawn = axis.bounding_box(), strip.bounding_box()
    assert 0 <= numbers["y"] - drawn["y"] - drawn["height"] < 24
    assert abs(numbers["x"] - drawn["x"]) < 1 and abs(numbers["width"] - drawn["width"]) < 1
    figure.get_by_role("button", name=SAID["skip"]).click()
    expect(figure.locator(".figure__axis:visible")).to_have_count(1)


def test_a_range_that_holds_and_one_that_does_not_are_told_and_drawn(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = asked(page)
    status = figure.get_by_role("status")
    expect(status).to_have_text("")
    guess(figure, 45, 10)
    expect(status).to_have_text(
        f"{SAID['holds']} Height: you said 0.35, from 0.25 to 0.45; it is 0.28, 0.23 to 0.33.", use_inner_text=True
    )
    assert status.get_attribute("data-near") is not None
    row = figure.locator("li", has_text="Height")
    assert row.evaluate(SIGNS) == pytest.approx([75, 100 * 35 / 60, 100 * 55 / 60])
    assert "--held" in row.locator(".guess__signs").get_attribute("class")
    expect(row.get_by_text("0.28")).to_be_visible()
    figure.get_by_role("button", name="Next: Distance from the sea").click()
    expect(place(figure)).to_be_focused()
    guess(figure, 55, 5)
    expect(status).to_contain_text(
        f"{SAID['misses']} Distance from the sea: you said 0.45, from 0.40 to 0.50; it is 0.11, \u22120.09 to 0.30. "
        "What matters is the wind"
    )
    assert status.get_attribute("data-near") is None
    figure.get_by_role("button", name="Next: Slope").click()
    guess(figure, 20, 3)
    expect(status).to_contain_text(SAID["more"])
    expect(status).to_contain_text("Over all figures, your brackets held 1 of 3. 8 in 10 would be well judged.")
    assert rows(figure) == ["Height", "Latitude", "Distance from the sea", "Slope"]
    figure.get_by_role("button", name=SAID["rest"]).click()
    assert len(rows(figure)) == 5
    expect(figure.locator("p", has_text="What to notice")).to_be_focused()
    expect(figure.get_by_text("What limits it")).to_be_visible()
    assert figure.get_attribute("aria-describedby") == "figure-rain-guess-alt"
    assert figure.locator("form, button:visible").count() == 0


def test_its_sliders_and_buttons_look_as_those_of_every_figure(visit, course):
    """Its sheet brings theirs: no other figure of the page may have fetched it."""
    figure = asked(visit(f"{course}{PAGE}", viewport=PHONE))
    for slider in figure.get_by_role("slider").all():
        assert slider.evaluate("slider => getComputedStyle(slider).appearance") == "none"
    first, second = (button.bounding_box() for button in figure.locator(".explore__ways button").all())
    assert second["y"] >= first["y"] + first["height"] + 5 or second["x"] >= first["x"] + first["width"] + 5


def test_it_is_kept_with_its_number_and_drawn_again(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    to_the_end(asked(page))
    kept = page.evaluate(KEPT)
    assert {name: {**entry, "day": ""} for name, entry in kept.items()} == {
        "rain-guess/height": {"guess": 0.35, "range": [0.25, 0.45], "sure": 8, "day": "", "estimate": 0.28},
        "rain-guess/distance-from-the-sea": {"guess": 0.45, "range": [0.4, 0.5], "sure": 8, "day": "",
                                             "estimate": 0.11},
        "rain-guess/slope": {"guess": 0.1, "range": [0.07, 0.13], "sure": 8, "day": "", "estimate": 0.29},
    }  # fmt: skip
    page.reload()
    figure = page.locator("figure.figure").first
    figure.scroll_into_view_if_needed()
    expect(figure.locator(".guess__count")).to_have_text(
        "Over all figures, your brackets held 1 of 3. 8 in 10 would be well judged."
    )
    assert len(rows(figure)) == 5 and figure.locator("form").count() == 0
    assert figure.locator(".guess__signs--missed").count() == 2
    # A number that was corrected is guessed anew; the others stay.
    entry = {**kept["rain-guess/slope"], "estimate": 0.2}
    page.evaluate(
        "text => localStorage.setItem(Object.keys(localStorage).find(key => key.endsWith('/slope')), text)",
        json.dumps(entry),
    )
    page.reload()
    assert rows(asked(page)) == ["Height", "Latitude", "Distance from the sea"]


def test_by_keys_alone_and_spoken_in_words(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = asked(page)
    line = figure.get_by_label("Height: How closely does it go with rain?")
    line.focus()
    look = figure.get_by_role("button", name=SAID["show"])
    expect(look).to_be_disabled()  # nothing is placed yet
    page.keyboard.press("End")
    assert line.get_attribute("aria-valuetext") == "0.50, from 0.45 to 0.50", "nothing lies off the axis"
    page.keyboard.press("ArrowLeft")
    assert line.get_attribute("aria-valuetext") == "0.49, from 0.44 to 0.50"
    expect(look).to_be_enabled()
    page.keyboard.press("Tab")
    reach = figure.get_by_label(SAID["width"])
    expect(reach).to_be_focused()
    page.keyboard.press("End")
    assert reach.get_attribute("aria-valuetext") == "0.49, from 0.19 to 0.50"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(figure.get_by_role("status")).to_contain_text(SAID["holds"])
    expect(figure.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(place(figure)).to_be_focused()


def test_a_finger_lays_the_line_where_it_is_put_and_pushes_it(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = asked(page)
    strip = figure.locator("li[data-asking] svg").first
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    assert float(place(figure).input_value()) == pytest.approx(15, abs=1)
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()
    assert float(place(figure).input_value()) == pytest.approx(30, abs=1)
    figure.get_by_role("button", name=SAID["show"]).tap()
    expect(figure.get_by_role("status")).to_contain_text("you said 0.2")


def test_a_line_alone_and_a_scale_in_ratios(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    bars = asked(page, 1)
    assert rows(bars) == [] and bars.get_by_label(SAID["width"]).count() == 0
    status = bars.get_by_role("status")
    place(bars).fill("140")
    assert place(bars).get_attribute("aria-valuetext") == "14.0"
    bars.get_by_role("button", name=SAID["show"]).click()
    expect(status).to_have_text("75 degrees: you said 14.0; it is 14.9. It is more than you thought.")
    assert status.get_attribute("data-near") is not None
    bars.get_by_role("button", name="Next: 45 degrees").click()
    place(bars).fill("100")
    bars.get_by_role("button", name=SAID["show"]).click()
    # Nothing was left to be shown, and a line has no range to be counted.
    expect(status).to_have_text("45 degrees: you said 10.0; it is 2. It is less than you thought.")
    assert status.get_attribute("data-near") is None
    expect(bars.get_by_text("What to notice")).to_be_visible()
    scales = asked(page, 2)
    place(scales).fill("60")
    assert place(scales).get_attribute("aria-valuetext") == "1000, from 400 to 2500"
    guess(scales, 50, 8)
    expect(scales.get_by_role("status")).to_contain_text("you said 320, from 130 to 790; it is 500, 250 to 1000.")
    expect(scales.get_by_role("status")).to_contain_text("held 1 of 1. 5 in 10 would be well judged.")


def test_the_same_figure_twice_and_without_a_guess(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    first, second = asked(page), asked(page, 3)
    guess(first, 45, 10)
    guess(second, 10, 1)
    expect(second.get_by_role("status")).to_contain_text(SAID["misses"])
    assert page.evaluate(KEPT)["rain-guess/height"]["guess"] == 0.35, "the first guess stays"
    second.get_by_role("button", name="Next").click()
    second.get_by_role("button", name=SAID["skip"]).click()
    assert len(rows(second)) == 5
    expect(second.get_by_text("The numbers, their sources")).to_be_visible()
    assert second.locator("form").count() == 0 and list(page.evaluate(KEPT)) == ["rain-guess/height"]


@pytest.mark.parametrize("script", [REFUSED, BLOCKED], ids=["full", "refused"])
def test_a_browser_that_keeps_nothing_is_survived_and_that_is_said_once(visit, course, script):
    # Where all of storage is refused, a script of the theme stumbles as well.
    page = visit(f"{course}{PAGE}", viewport=PHONE, script=script, faults=script == BLOCKED)
    figure = asked(page)
    guess(figure, 45, 10)
    expect(figure.get_by_role("status")).to_contain_text(WORDS["storage"]["unavailable"])
    figure.locator(".explore__ways button").click()
    guess(figure, 55, 5)
    expect(figure.get_by_role("status")).not_to_contain_text(WORDS["storage"]["unavailable"])
    figure.locator(".explore__ways button").click()
    guess(figure, 20, 3)
    figure.get_by_role("button", name=SAID["rest"]).click()
    assert len(rows(figure)) == 5


def test_what_is_damaged_is_asked_again_and_set_aside(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    name = page.locator("[data-course]").first.get_attribute("data-course")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{name}/v1/figure/rain-guess/height", "{half"])
    page.reload()
    figure = asked(page)
    guess(figure, 45, 10)
    assert page.evaluate(KEPT)["rain-guess/height"]["guess"] == 0.35
    aside = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('/aside/'))")
    assert [text for _, text in aside] == ["{half"]


def test_without_scripts_nothing_is_hidden(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator("figure.figure").first
    assert len(rows(figure)) == 5
    expect(figure.get_by_text("What to notice")).to_be_visible()
    assert page.locator("figure button:visible, figure input:visible").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_where_all_figures_are_listed_nothing_of_an_open_card_is_hidden(visit, course, scripts):
    page = visit(f"{course}figures/", viewport=PHONE, java_script_enabled=scripts)
    title = "How closely do these go with rain?"
    page.locator("summary", has_text=title).click()
    figure = page.get_by_role("figure", name=title)
    expect(figure.get_by_text("What to notice")).to_be_visible()
    assert len(rows(figure)) == 5 and figure.get_attribute("data-explore") is None
    assert figure.locator("button:visible, input:visible").count() == 0


@pytest.mark.parametrize("state", ["asking", "placed", "answered"])
def test_on_paper_all_rows_are_there(visit, course, state):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = asked(page)
    if state == "placed":
        place(figure).fill("45")
    elif state == "answered":
        guess(figure, 45, 10)
    text = "".join(printed(page))
    for part in ("Woods", "0.24, 0.19 to 0.28", "0.11", "0.29, 0.10 to 0.47", "What to notice", "What limits it"):
        assert squeezed(part) in text
    for part in (SAID["show"], SAID["skip"], SAID["how"], SAID["width"], "Next: Distance"):
        assert squeezed(part) not in text


@pytest.mark.parametrize("lost", ["explore-guess.js", "explore-guess.css"])
def test_a_script_or_a_sheet_that_does_not_come_leaves_the_figure_as_it_was(visit, course, lost):
    page = visit(f"{course}trial/", viewport=PHONE, lost=f"**/{lost}", faults=True)
    with page.expect_response(f"**/{lost}"):
        page.goto(f"{course}{PAGE}")
        page.locator("figure.figure").first.scroll_into_view_if_needed()
    figure = page.locator("figure.figure").first
    assert len(rows(figure)) == 5 and figure.locator("form").count() == 0


@in_both_looks
def test_there_are_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{PAGE}", color_scheme=scheme, viewport=screen)
    figure = asked(page)
    assert barriers(page, within="figure.figure") == []
    guess(figure, 45, 10)
    assert barriers(page, within="figure.figure") == []
    figure.locator(".explore__ways button").click()
    for width in (320, 360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    guess(figure, 55, 5)
    figure.locator(".explore__ways button").click()
    guess(figure, 20, 3)
    figure.locator(".explore__ways button").click()
    assert barriers(page, within="figure.figure") == []


def test_twice_as_large_there_is_room_and_the_line_lies_on_its_strip(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = asked(page)
    assert faults_of_large_text(page) == []
    strip, line = (figure.locator(part).first.bounding_box() for part in ("li[data-asking] svg", ".guess__place"))
    assert line["y"] == pytest.approx(strip["y"], abs=1) and line["height"] == pytest.approx(strip["height"], abs=1)


@pytest.mark.parametrize("state", ["asking", "answered"])
def test_forced_colours_leave_the_brackets_to_be_seen(visit, course, state):
    page = visit(f"{course}{PAGE}", viewport=PHONE, forced_colors="active")
    figure = asked(page)
    if state == "answered":
        guess(figure, 45, 10)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    drawn = figure.locator(".guess__signs path").first.evaluate("path => getComputedStyle(path).stroke")
    assert drawn not in (paper, "none")
