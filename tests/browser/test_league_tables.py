"""A league table of made-up averages: guessed, moved by keys and by finger, and whole without scripts and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from test_made_up_figures import PHONE, PROJECTIONS, WIDTHS, wide, worked_on

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_one_look

# The tables of the seed 5 and of the one after it, with four sheets each; A is the most exact.
FIRST_YEAR, SECOND_YEAR = "AKGEFDBIHJLC", "DGACBLEHJFKI"
ASK = "12 surveyors draw 4 sheets each, and 10 per cent lie between them. How many of the 3 most exact are the first 3"
ANSWER = "With 4 sheets each it is 1.5 of 3 in an average year; by lot 0.75. Luck is the rest of 31."


def table(page: Page, guess: str = "without a guess") -> Locator:
    worked_on(page, "within")  # it stands above, and changes its height
    figure = worked_on(page, "caseload")
    if guess:
        figure.get_by_role("button", name=guess).click()
    return figure


def order(figure: Locator) -> str:
    return "".join(figure.locator("li[data-unit] > b").all_inner_texts())


def places(figure: Locator, letter: str) -> list[float]:
    """Where the interval begins and ends, the truth and the dot, in percent of the width."""
    row = figure.locator("li[data-unit]").filter(has=figure.page.locator(f"b:text-is('{letter}')"))
    return row.evaluate(
        """row => [
          [".caseload__interval", "x1"], [".caseload__interval", "x2"], [".caseload__truth", "x1"], ["circle", "cx"],
        ].map(([part, name]) => parseFloat(row.querySelector(part).getAttribute(name)))"""
    )


@pytest.mark.parametrize(("guess", "verdict", "near"), [("3", "You said 3; it is 1.", None), ("1", "Exactly 1.", "")])
def test_a_table_is_guessed_before_it_is_seen(visit, course, guess, verdict, near):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = table(page, guess="")
    for hidden in ("1 of the 3 truly best", "What to notice", "Sheets of each surveyor"):
        expect(figure.get_by_text(hidden).first).to_be_hidden()
    assert figure.get_attribute("aria-describedby") is None
    figure.get_by_role("group", name=ASK).get_by_role("button", name=guess, exact=True).focus()
    page.keyboard.press("Enter")
    answer = figure.locator("[data-part=answer]")
    expect(answer).to_have_text(f"{verdict} {ANSWER}")
    assert answer.get_attribute("data-near") == near
    expect(figure.get_by_role("slider", name="Sheets of each surveyor")).to_be_focused()
    expect(figure.get_by_text("1 of the 3 truly best are among the first 3.").first).to_be_visible()
    assert order(figure) == FIRST_YEAR
    assert figure.get_attribute("aria-describedby") == "figure-who-is-exact-alt"


def test_without_a_guess_nothing_is_said_of_one(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = table(page)
    expect(figure.locator("[data-part=answer] b")).to_have_count(0)
    expect(figure.get_by_text("Luck is the rest of")).to_have_count(0)
    expect(figure.get_by_role("slider", name="Sheets of each surveyor")).to_be_focused()


def test_with_more_cases_the_order_becomes_the_true_one(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = table(page)
    slider = figure.get_by_role("slider", name="Sheets of each surveyor")
    low, high, truth, dot = places(figure, "A")
    page.keyboard.press("End")
    expect(figure.locator("[data-part=size-now]")).to_have_text("400")
    assert sorted(order(figure)[:3]) == ["A", "B", "C"]
    expect(figure.locator("[data-part=first] > li[data-best]")).to_have_count(3)
    assert slider.get_attribute("aria-valuetext") == (
        "400. 3 of the 3 truly best are among the first 3. 2 of 12 intervals reach the average of all. "
        "Of what differs between such averages, 98 parts in 100 are true and 2 are luck."
    )
    # The truth stays; an interval of a hundred times as many cases is a tenth as wide, and lies about its dot.
    near_low, near_high, same, near_dot = places(figure, "A")
    assert same == pytest.approx(truth, abs=0.1) and abs(near_dot - truth) < abs(dot - truth)
    assert near_high - near_low == pytest.approx((high - low) / 10, abs=0.1)
    assert (near_low + near_high) / 2 == pytest.approx(near_dot)
    assert figure.locator(".hundred [data-part=full]").get_attribute("d").startswith("M0 0H190V50")


def test_another_year_draws_new_cases_for_the_same(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = table(page)
    truths = {letter: places(figure, letter)[2] for letter in FIRST_YEAR}
    figure.get_by_role("button", name="Another year").click()
    assert order(figure) == SECOND_YEAR
    assert {letter: places(figure, letter)[2] for letter in FIRST_YEAR} == pytest.approx(truths, abs=0.1)
    expect(figure.locator("[data-part=stayed]")).to_have_text("Of the first 3 of the year before, 2 are there again.")
    expect(figure.locator("[data-part=status]")).to_contain_text("1 of the 3 truly best are among the first 3. Of the")
    expect(figure.locator("[data-part=draw]")).to_contain_text("Made up: year 2, from the seed 6")
    expect(figure.locator("[data-part=usual]")).to_contain_text("Over 100 such years 1.5 of 3")


def test_rows_move_to_their_places_unless_a_reader_wants_calm(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = table(page)
    moving = """figure => (figure.querySelector("[data-part=again]").click(),
      [...figure.querySelectorAll("li[data-unit]")].filter(row => row.getAnimations().length).length)"""
    assert figure.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert figure.evaluate(moving) == 12


def test_a_finger_tries_another_share(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = table(page, guess="")
    figure.get_by_role("button", name="2", exact=True).tap()
    truth = places(figure, "A")[2] - 50
    expect(figure.locator("li[data-shown] b")).to_have_text("10")
    figure.locator(".explore__stops button", has_text="30").tap()
    expect(figure.locator("li[data-shown] b")).to_have_text("30")
    # By hand: 4 times .3 of 1 and 3 times .3 is 63 of 100; and truths lie the root of three times as far apart.
    expect(figure.locator("[data-part=status]")).to_contain_text("63 parts in 100 are true and 37 are luck.")
    assert places(figure, "A")[2] - 50 == pytest.approx(truth * 3**0.5, abs=0.1)


def test_a_table_is_whole_without_scripts(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator(".explore--caseload")
    for part in ("1 of the 3 truly best are among the first 3.", "12 of 12 intervals reach the average of all.",
                 "31 parts in 100 are true and 69 are luck", "Sheets of each surveyor: 400, year 2.", "Made up: year 1",
                 "Sheets of each surveyor: 4, year 2.", "Of the first 3 of the year before, 2 are there again.",
                 "needs 36 each", "What to notice", "What limits it"):  # fmt: skip
        expect(figure.get_by_text(part).first).to_be_visible()
    assert order(figure) == FIRST_YEAR
    assert figure.locator("button:visible, input:visible").count() == 0 and not wide(page)


def test_a_table_is_whole_on_paper(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    table(page, guess="")
    text = "".join(printed(page))
    for part in ("1 of the 3 truly best are among", "Sheets of each surveyor: 400, year 1", "needs 36 each"):
        assert squeezed(part) in text
    for control in ("Another year", "Show it without a guess"):
        assert squeezed(control) not in text


@in_one_look
def test_a_table_has_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{PROJECTIONS}", color_scheme=scheme, viewport=screen)
    figure = table(page, guess="")
    assert barriers(page, within=".explore--caseload") == []
    figure.get_by_role("button", name="3", exact=True).click()
    assert barriers(page, within=".explore--caseload") == []
    figure.get_by_role("button", name="Another year").click()
    assert barriers(page, within=".explore--caseload") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not wide(page)


def test_forced_colours_leave_the_best_and_the_others_and_the_truth(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE, forced_colors="active")
    figure = table(page)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    fills = [
        figure.locator(f"li[data-unit]{best} circle").first.evaluate("dot => getComputedStyle(dot).fill")
        for best in ("[data-best]", ":not([data-best])")
    ]
    assert fills[0] != paper and fills[1] == paper
    for part in (".caseload__interval", ".caseload__truth", "circle"):
        stroke = figure.locator(f"li[data-unit] {part}").first.evaluate("part => getComputedStyle(part).stroke")
        assert stroke not in (paper, "none")
