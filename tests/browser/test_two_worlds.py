"""The same hundred in two worlds: guessed, moved by keys and by finger, whole without scripts and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from test_made_up_figures import PHONE, WIDTHS, wide, worked_on

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_one_look

PAGE = "lessons/scale/"
QUESTION = "Of 100 heights that were read from a sheet with many lines, 10 were off"
SLIDE = "Of those that were misread on the fine sheet"
NET = "Whatever the answer, 17 fewer are misread on the fine sheet, one fewer for each 6."
# In each world, how many places are covered as full, as dashed and as open.
DRAWN = """figure => Object.fromEntries(["without", "with"].map(world => [world, ["full", "other", "open"].map(sign =>
  [...figure.querySelector(`[data-part=${world}] [data-part=${sign}]`).getAttribute("d")
    .matchAll(/M\\d+ \\d+h(\\d+)v(\\d+)/g)].reduce((sum, [, wide, high]) => sum + wide * high / 100, 0))]))"""


def two_worlds(page: Page, skip: bool = True) -> Locator:
    figure = worked_on(page, "hundred")
    if skip:
        figure.get_by_role("button", name="without a guess").click()
    return figure


def colour(element: Locator) -> str:
    return element.evaluate("element => getComputedStyle(element).color")


def counted(figure: Locator) -> list[int]:
    """How many are in each of the four groups, as they are told."""
    parts = [figure.locator(f"[data-part=group-{name}]") for name in ("both", "without", "with", "neither")]
    return [int(re.match(r"\d+", part.inner_text())[0]) for part in parts]


def test_the_count_without_is_guessed_before_it_is_shown(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = two_worlds(page, skip=False)
    for hidden in ("27 of 100 were misread", NET, "What to notice", SLIDE):
        expect(figure.get_by_text(hidden).first).to_be_hidden()
    assert figure.get_attribute("aria-describedby") is None
    expect(figure.locator("output")).to_have_text("20 of 100")
    figure.get_by_label(QUESTION).fill("60")
    page.keyboard.press("Enter")
    expect(figure.locator("[data-part=answer]")).to_have_text(
        "You said 60; it is 27. Of the 10 anything from 0 to 10 may have been right on the coarse sheet."
    )
    assert figure.locator("[data-part=answer]").get_attribute("data-near") is None
    # The guess stays beside the world that was asked for, and not beside the other one.
    expect(figure.locator("[data-part=without]").get_by_text("you: 60")).to_be_visible()
    assert figure.locator("[data-part=without] line").get_attribute("x1") == "60%"
    assert figure.locator(".hundred[data-guessed]").count() == 1
    expect(figure.get_by_role("slider", name=SLIDE)).to_be_focused()
    assert figure.get_attribute("aria-describedby") == "figure-misread-anyway-alt"


@pytest.mark.parametrize(("guess", "near"), [(22, True), (32, True), (33, False)])
def test_a_guess_is_near_within_five_of_a_hundred(visit, course, guess, near):
    figure = two_worlds(visit(f"{course}{PAGE}", viewport=PHONE), skip=False)
    figure.locator("form input").fill(str(guess))
    figure.get_by_role("button", name="Show the answer").click()
    expect(figure.locator("[data-part=answer] b")).to_have_text(f"You said {guess}; it is 27.")
    assert (figure.locator("[data-part=answer]").get_attribute("data-near") is not None) == near
    # The mark beside the dots has the hue of the verdict above them, or it would say the opposite.
    verdict = figure.locator("[data-part=answer] b")
    assert colour(figure.locator("[data-part=without] .hundred__guess")) == colour(verdict)


def test_keys_move_who_is_who_and_never_the_two_counts(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = two_worlds(page)
    slider = figure.get_by_role("slider", name=SLIDE)
    assert [slider.get_attribute(end) for end in ("min", "max")] == ["0", "10"] and slider.input_value() == "10"
    slider.focus()
    for key, groups in [("", [10, 17, 0, 73]), ("ArrowLeft", [9, 18, 1, 72]), ("Home", [0, 27, 10, 63])]:
        if key:
            page.keyboard.press(key)
        assert counted(figure) == groups
        both, without, treated, neither = groups
        assert slider.get_attribute("aria-valuetext").startswith(
            f"{both} of 10. {both} misread on either sheet; {without}"
        )
        expect(figure.locator("[data-part=now]")).to_have_text(f"{both} of 10")
        drawn = figure.evaluate(DRAWN)
        assert drawn == {"without": [27, treated, neither], "with": [10, without, neither]}
        expect(figure.get_by_text("27 of 100 were misread")).to_be_visible()
        expect(figure.get_by_text(NET)).to_be_visible()


def test_a_finger_moves_who_is_who(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = worked_on(page, "hundred")
    figure.get_by_role("button", name="without a guess").tap()
    slider = figure.get_by_role("slider", name=SLIDE)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    page.touchscreen.tap(box["x"] + 4, box["y"] + box["height"] / 2)
    expect(figure.locator("[data-part=now]")).to_have_text("0 of 10")
    assert counted(figure) == [0, 27, 10, 63]


def test_both_ends_stand_there_without_scripts(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator(".explore--hundred")
    for part in ("27 of 100 were misread", "10 of 100 were misread", "27.3 per cent, rounded", "10 per cent",
                 "17 misread on the coarse sheet only", "10 misread on the fine sheet only", NET,
                 "who is who is made up", "What to notice", "What limits it"):  # fmt: skip
        expect(figure.get_by_text(part).first).to_be_visible()
    expect(figure.locator(".worlds__suppose b:visible")).to_have_text(["10 of 10", "0 of 10"])
    assert figure.locator(".hundred__field:visible").count() == 4
    assert figure.locator("button:visible, input:visible").count() == 0 and not wide(page)


def test_it_is_whole_on_paper_also_while_it_asks(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    two_worlds(page, skip=False)
    text = "".join(printed(page))
    for part in (
        "27 of 100 were misread",
        "17 misread on the coarse sheet only",
        "10 misread on the fine sheet only",
        NET,
    ):
        assert squeezed(part) in text
    for control in ("Show the answer", QUESTION):
        assert squeezed(control) not in text


@in_one_look
def test_two_worlds_have_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{PAGE}", color_scheme=scheme, viewport=screen)
    figure = two_worlds(page, skip=False)
    assert barriers(page, within=".explore--hundred") == []
    figure.locator("form input").fill("60")
    figure.get_by_role("button", name="Show the answer").click()
    assert barriers(page, within=".explore--hundred") == []
    figure.get_by_role("slider", name=SLIDE).press("Home")
    assert barriers(page, within=".explore--hundred") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not wide(page)


def test_forced_colours_leave_three_kinds_of_dots(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, forced_colors="active")
    figure = two_worlds(page)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    style = "circle => { const s = getComputedStyle(circle); return [s.fill, s.stroke, s.strokeDasharray] }"
    full, other, empty = (
        figure.locator(f".worlds__tallies .worlds__{sign}").first.evaluate(style) for sign in ("full", "other", "open")
    )
    assert full[0] not in (paper, "none")
    assert all(each[0] in (paper, "none") and each[1] not in (paper, "none") for each in (other, empty))
    assert other[2] != "none" and empty[2] == "none"
