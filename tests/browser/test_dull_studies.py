"""Made-up studies, some of which readers put into a drawer: by keys, by finger, by a button, and whole without any."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from test_made_up_figures import PHONE, WIDTHS, wide, worked_on

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_one_look

RELIEF = "lessons/relief/"
# From the seed of the figure: of twelve studies four are small and dull.
ALL, SEEN = "0.38", "0.47"
# The study of the fewest people, found 1.48, and its dot in the plot.
FIRST = "Study 1, 6 people, found 1.48: in the drawer"


def drawer(page: Page, skip: bool = True) -> Locator:
    figure = worked_on(page, "drawer")
    if skip:
        figure.get_by_role("button", name="without a guess").click()
    return figure


def number(figure: Locator) -> Locator:
    return figure.locator("[data-part=number]")


def in_drawer(figure: Locator) -> Locator:
    return figure.locator(".drawer__dot :checked")


def test_where_the_average_will_lie_is_guessed_before_it_is_seen(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = drawer(page, skip=False)
    slider = figure.get_by_label("Each dot is a made-up survey of two hills. All together find a difference of 0.38.")
    for hidden in ("In the drawer:", "What to notice", "average 0.47", "Hide the small"):
        expect(figure.get_by_text(hidden).first).to_be_hidden()
    assert figure.get_attribute("aria-describedby") is None
    # All are to be seen, those to be hidden open; none can be moved yet.
    dots = figure.locator(".drawer__dot")
    assert dots.count() == 12 and dots.locator("input:disabled").count() == 12
    borders = dots.locator("input").evaluate_all("boxes => boxes.map(box => getComputedStyle(box).borderTopStyle)")
    assert borders.count("dashed") == 4
    slider.fill("0.4")
    assert slider.get_attribute("aria-valuetext") == "0.40"
    assert float(figure.locator("[data-part=guess]").get_attribute("x")[:-1]) == pytest.approx(100 * 1.9 / 4)
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(figure.locator("[data-part=answer]")).to_have_text(
        "You said 0.41; it is 0.47. Each of the 8 others says what it read. All together say 0.38, and not 0.47."
    )
    expect(figure.get_by_text("you: 0.41")).to_be_visible()
    expect(figure.get_by_role("button", name="Publish all 12")).to_be_focused()
    expect(number(figure)).to_have_text(SEEN)
    assert in_drawer(figure).count() == 4
    assert figure.get_attribute("aria-describedby") == "figure-dull-sheets-alt"


@pytest.mark.parametrize(("guess", "verdict", "near"), [("0.47", "Exactly 0.47.", ""), ("0.55", "You said 0.55", ""),
                                                        ("0.56", "You said 0.56", None)])  # fmt: skip
def test_a_guess_is_near_within_a_fiftieth_of_the_axis(visit, course, guess, verdict, near):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = drawer(page, skip=False)
    figure.locator("form input").fill(guess)
    figure.get_by_role("button", name="Show the answer").click()
    answer = figure.locator("[data-part=answer]")
    expect(answer).to_contain_text(verdict)
    assert answer.get_attribute("data-near") == near


def test_one_button_hides_the_dull_ones_and_one_publishes_all(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = drawer(page)
    status, hide = figure.locator("[data-part=status]"), figure.get_by_role("button", name="Hide the small, dull ones")
    expect(hide).to_be_focused()
    expect(status).to_have_text("All 12 are in print. A reader sees 0.38.")
    expect(figure.locator("[data-part=guess]")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(status).to_have_text("In the drawer: 4 of 12. A reader sees 0.47; all together say 0.38.")
    expect(number(figure)).to_have_text(SEEN)
    line = float(figure.locator("[data-part=line]").get_attribute("x")[:-1])
    assert line == pytest.approx(100 * (0.47 + 1.5) / 4)
    figure.get_by_role("button", name="Publish all 12").click()
    expect(number(figure)).to_have_text(ALL)
    assert in_drawer(figure).count() == 0


def test_a_study_is_ticked_by_key(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = drawer(page)
    box = figure.get_by_role("checkbox", name=FIRST)
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(figure.locator("[data-part=status]")).to_contain_text("In the drawer: 1 of 12.")
    # Without the best of the small ones it is less, and then the words stand on the other sides of their lines.
    assert float(number(figure).inner_text()) < float(ALL)
    assert figure.locator("[data-part=line] text").get_attribute("text-anchor") == "end"
    assert figure.locator("[data-part=whole]").get_attribute("text-anchor") == "start"
    page.keyboard.press("Space")
    expect(number(figure)).to_have_text(ALL)


def test_with_all_in_the_drawer_nothing_stands_between_the_brackets(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = drawer(page)
    for box in figure.get_by_role("checkbox").all():
        box.focus()
        page.keyboard.press("Space")
    expect(figure.locator("[data-part=status]")).to_have_text("All 12 are in the drawer. A reader sees nothing.")
    expect(number(figure)).to_have_text("")
    expect(figure.locator("[data-part=line]")).to_be_hidden()


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def resting(figure: Locator) -> None:
    """Wait until no dot is on its way."""
    figure.evaluate("figure => Promise.all(figure.getAnimations({subtree: true}).map(each => each.finished))")


def test_a_study_is_dragged_into_the_drawer_and_out_again(visit, course):
    page = visit(f"{course}{RELIEF}", viewport={"width": 390, "height": 1200})
    figure = drawer(page)
    plot, tray = figure.locator("[data-part=plot]"), figure.locator("[data-part=tray]")
    plot.scroll_into_view_if_needed()
    dot = figure.locator(".drawer__dot").nth(1)
    for target, count in ((tray, 1), (plot.locator(".drawer__field"), 0)):
        resting(figure)
        page.mouse.move(*middle(dot))
        page.mouse.down()
        page.mouse.move(*middle(target), steps=6)
        page.mouse.up()
        expect(in_drawer(figure)).to_have_count(count)
    # Let go where it is no drawer, it goes home.
    expect(number(figure)).to_have_text(ALL)
    page.keyboard.press("Space")
    expect(figure.locator("[data-part=status]")).to_be_visible()


def test_a_finger_taps_and_drags(visit, course):
    page = visit(f"{course}{RELIEF}", viewport={"width": 390, "height": 1200}, has_touch=True, is_mobile=True)
    figure = drawer(page)
    tray = figure.locator("[data-part=tray]")
    figure.locator("[data-part=plot]").scroll_into_view_if_needed()
    figure.locator(".drawer__dot").nth(4).tap()
    expect(in_drawer(figure)).to_have_count(1)
    resting(figure)
    # By touch events, as Playwright has no drag by finger.
    session = page.context.new_cdp_session(page)
    (x, y), (_, end) = middle(figure.locator(".drawer__dot").nth(7)), middle(tray)

    def touch(kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", x, y)
    for step in range(1, 9):
        touch("touchMove", x, y + (end - y) * step / 8)
    touch("touchEnd")
    expect(in_drawer(figure)).to_have_count(2)
    expect(figure.locator("[data-part=status]")).to_contain_text("In the drawer: 2 of 12.")


def test_a_drawer_is_whole_without_scripts(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator(".explore--drawer")
    for part in ("All 12 studies: average 0.38", "4 of 12, small and dull, in the drawer: average 0.47", "0.82",
                 "Made up from the seed 12", "What was found:", "What to notice", "What limits it"):  # fmt: skip
        expect(figure.get_by_text(part).first).to_be_visible()
    assert figure.locator(".drawer__stills circle").count() == 24
    assert figure.locator(".drawer__stills .open").count() == 4
    figure.get_by_text("The 12 made-up studies").click()
    expect(figure.get_by_role("row", name="1 6 1.48").first).to_be_visible()
    assert figure.locator("button:visible, input:visible").count() == 0 and not wide(page)


def test_a_drawer_is_whole_on_paper(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    drawer(page, skip=False)
    text = "".join(printed(page))
    for part in ("All 12 studies: average 0.38", "in the drawer: average 0.47", "By the standard of 1947 a difference"):
        assert squeezed(part) in text
    for control in ("Hide the small, dull ones", "Publish all 12", "Where will the average lie"):
        assert squeezed(control) not in text


@in_one_look
def test_a_drawer_has_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{RELIEF}", color_scheme=scheme, viewport=screen)
    figure = drawer(page, skip=False)
    assert barriers(page, within=".explore--drawer") == []
    figure.get_by_role("button", name="Show the answer").click()
    assert barriers(page, within=".explore--drawer") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not wide(page)


def test_forced_colours_leave_dots_open_dots_and_lines(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, forced_colors="active")
    figure = drawer(page)
    figure.get_by_role("button", name="Hide the small, dull ones").click()
    resting(figure)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    fills = figure.locator(".drawer__dot input").evaluate_all(
        "boxes => boxes.map(box => getComputedStyle(box)).map(s => [s.backgroundColor, s.borderTopStyle])"
    )
    assert [border for _, border in fills].count("dashed") == 4
    assert all((fill == paper) == (border == "dashed") for fill, border in fills)
    assert re.match(r"rgb", figure.locator(".drawer__all").evaluate("line => getComputedStyle(line).stroke"))
