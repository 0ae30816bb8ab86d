"""A figure of people who are picked at their worst: guessed, moved, halved by lot, and whole without any of that."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from test_made_up_figures import PHONE, WIDTHS, wide, worked_on

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_one_look

RELIEF = "lessons/relief/"
# Of a hundred surveyors, from the seed 5, those with 56 points or fewer.
PICKED, BETTER = 24, 18


def sheets(page: Page, skip: bool = True) -> Locator:
    figure = worked_on(page, "regression")
    if skip:
        figure.get_by_role("button", name="without a guess").click()
    return figure


def dots(figure: Locator, name: str) -> list[int]:
    """How many are drawn so, the first time and the second."""
    return figure.locator(f"[data-part=people] .regression__{name}").evaluate_all(
        "paths => paths.map(path => (path.getAttribute('d').match(/M/g) ?? []).length)"
    )


def ends(figure: Locator) -> list[list[float]]:
    """Where the lines of the groups begin and end, in percent of the width, as far as they have a length."""
    return figure.locator("[data-part=means] .regression__group").evaluate_all(
        "lines => lines.filter(line => line.getAttribute('y2') === '100%')"
        ".map(line => ['x1', 'x2'].map(name => parseFloat(line.getAttribute(name))))"
    )


def test_how_many_are_better_is_guessed_before_it_is_shown(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = sheets(page, skip=False)
    expect(figure.get_by_text("24 of 100 score 56 or less")).to_be_visible()
    for hidden in ("are better the second time", "Who is picked", "What to notice"):
        expect(figure.get_by_text(hidden).first).to_be_hidden()
    slider = figure.get_by_role("slider", name="How many of the 24")
    assert slider.get_attribute("max") == "24" and slider.get_attribute("aria-valuetext") == "12 of 24"
    slider.focus()
    page.keyboard.press("Home")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    answer = figure.locator("[data-part=answer]")
    expect(answer).to_have_text(
        "You said 5; it is 18. They had 53 points right on average, then 56; 6 of the 24 did no better."
    )
    expect(figure.get_by_role("slider", name="Who is picked")).to_be_focused()
    expect(figure.locator("[data-part=count]")).to_have_text("18 of the 24 are better the second time.")


@pytest.mark.parametrize(("guess", "near"), [(17, ""), (19, ""), (16, None)])
def test_a_guess_is_near_within_five_of_a_hundred(visit, course, guess, near):
    """Of 24 that is one."""
    figure = sheets(visit(f"{course}{RELIEF}", viewport=PHONE), skip=False)
    figure.get_by_role("slider", name="How many of the 24").fill(str(guess))
    figure.get_by_role("button", name="Show the answer").click()
    answer = figure.locator("[data-part=answer]")
    expect(answer).to_contain_text(f"You said {guess}")
    assert answer.get_attribute("data-near") == near


def test_the_cut_off_moves_by_keys_and_the_average_of_all_stays(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = sheets(page)
    slider = figure.get_by_role("slider", name="Who is picked")
    assert dots(figure, "picked") == [PICKED, PICKED] and dots(figure, "rings") == [0, PICKED - BETTER]
    before = ends(figure)
    slider.focus()
    page.keyboard.press("Home")
    assert dots(figure, "picked") == [100, 100]
    expect(figure.locator("[data-part=averages]")).to_have_text(
        "Those picked: 60 on average, then 60. All 100: 60 both times."
    )
    [[first, second]] = ends(figure)
    assert first == pytest.approx(second, abs=0.01)
    page.keyboard.press("End")
    [count] = set(dots(figure, "picked"))
    assert 4 <= count < PICKED
    assert re.match(
        rf"{count} of 100 score \d+ or less: filled\. \d of the {count} are", slider.get_attribute("aria-valuetext")
    )
    # Picked further out they come back by more.
    [[worse, after]] = ends(figure)
    assert worse < before[0][0] and after - worse > before[0][1] - before[0][0] > 0


def test_a_finger_draws_lots_and_both_halves_move(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = worked_on(page, "regression")
    figure.get_by_role("button", name="without a guess").tap()
    figure.get_by_role("button", name="Draw lots: half with a pencil of another colour").tap()
    halves = figure.locator("[data-part=halves]")
    expect(halves).to_have_text(
        "Half with a pencil of another colour: 53, then 56. Half with the old pencil: 53, then 57. "
        "Any gap between the halves is luck."
    )
    assert dots(figure, "rings") == [PICKED // 2, PICKED // 2]
    lines = ends(figure)
    assert len(lines) == 2 and all(after > before for before, after in lines)
    expect(figure.locator("[data-part=ring]")).to_have_text("with the old pencil")
    figure.get_by_role("button", name="Draw lots again").tap()
    assert ends(figure) != lines and halves.get_attribute("role") == "status"
    # Another cut-off is without lots, until they are drawn.
    slider = figure.get_by_role("slider", name="Who is picked")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(halves).to_have_text("")
    expect(figure.locator("[data-part=ring]")).to_have_text("no better")
    assert len(ends(figure)) == 1 and dots(figure, "picked")[0] > PICKED


def test_those_picked_are_whole_without_scripts(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator(".explore--regression")
    for part in ("18 of the 24 are better", "Everybody:", "Halved by lot:", "then 57. Any gap", "Made up: 100 people",
                 "At 45 degrees", "What to notice", "What limits it"):  # fmt: skip
        expect(figure.get_by_text(part).first).to_be_visible()
    assert figure.locator(".regression__people").count() == 6 and len(ends(figure)) == 1
    assert figure.locator("button:visible, input:visible").count() == 0 and not wide(page)


def test_those_picked_are_whole_on_paper(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    sheets(page, skip=False)
    text = "".join(printed(page))
    for part in ("18 of the 24 are better", "Halved by lot", "At 45 degrees"):
        assert squeezed(part) in text
    for control in ("Show the answer", "Draw lots: half", "only the worst"):
        assert squeezed(control) not in text


@in_one_look
def test_those_picked_have_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{RELIEF}", color_scheme=scheme, viewport=screen)
    figure = sheets(page, skip=False)
    assert barriers(page, within=".explore--regression") == []
    figure.get_by_role("slider", name="How many of the 24").fill("18")
    figure.get_by_role("button", name="Show the answer").click()
    figure.get_by_role("button", name="Draw lots").click()
    assert barriers(page, within=".explore--regression") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not wide(page)


def test_forced_colours_leave_dots_rings_and_lines(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, forced_colors="active")
    figure = sheets(page)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    strokes = {
        name: figure.locator(f".regression__{name}").first.evaluate("part => getComputedStyle(part).stroke")
        for name in ("all", "picked", "rings", "group", "mean")
    }
    assert strokes.pop("rings") == paper
    assert all(stroke not in (paper, "none") for stroke in strokes.values()), strokes
