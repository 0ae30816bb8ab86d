"""Figures that readers work on: whole without scripts and on paper, moved by keys, by pointer and by finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import browsing
from browsing import barriers, until
from printing import printed, squeezed
from whole_page import in_both_looks

PHONE = {"width": 390, "height": 844}
PAGE = "lessons/relief/"
ASKING = ".explore[data-asking]"
# Where the solid hill, the end of the gap and the filled dots are drawn.
DRAWN = """figure => ({
  gap: Number(figure.querySelector("[data-part=upper]").getAttribute("x")) / 12.5,
  end: parseFloat(figure.querySelector("[data-part=end]").getAttribute("x")),
  below: Number(figure.querySelector("[data-part=below]").getAttribute("width")),
  dots: figure.querySelector(".overlap__both [data-part=full]").getAttribute("d"),
})"""


def overlap(page: Page):
    """The figure, once its script has come: it is fetched when the figure is near the screen."""
    figure = page.locator(".explore--overlap")
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-asking", "")
    return figure


def dots(count: int) -> str:
    """How so many of a hundred are drawn, in columns of five."""
    return f"M0 0H{count // 5 * 10}V50H0zM{count // 5 * 10} 0h10v{count % 5 * 10}h-10z"


def test_a_figure_that_is_far_away_fetches_no_script_until_it_comes_near(visit, course):
    asked: list[str] = []
    page = visit(f"{course}{PAGE}", viewport={"width": 390, "height": 300})
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    expect(page.locator(ASKING)).to_have_count(0)
    overlap(page)
    found = {name for name in asked if name.startswith("explore")}
    assert {name for name in found if name.endswith(".js")} == {
        "explore-kit.js", "explore-overlap.js", "explore-styles.js",
    }  # fmt: skip
    links = page.locator("link:not([media])[href*='explore']").evaluate_all("links => links.map(link => link.href)")
    assert {link.rsplit("/", 1)[1] for link in links} >= {"explore.css", "explore-overlap.css", "explore-live.css"}


def test_its_styles_come_with_it_and_for_paper_before_it_comes_near(visit, course):
    page = visit(f"{course}{PAGE}", viewport={"width": 390, "height": 300})
    sheets = page.locator("link[href$='explore.css']")
    expect(sheets).to_have_attribute("media", "print")
    # Its picture has its own place and height on paper, which no row of a list has.
    until(page, "!!document.querySelector('link[href$=\"explore-overlap.css\"]')?.sheet")
    stops = page.locator(".explore--overlap .explore__stops > li")
    assert stops.first.evaluate("stop => getComputedStyle(stop).display") != "grid"
    browsing.on_paper(page)
    assert stops.first.evaluate("stop => getComputedStyle(stop).display") == "grid"
    page.emulate_media(media="screen")
    overlap(page).get_by_role("button", name="without a guess").click()
    expect(sheets).to_have_count(2)
    assert stops.first.evaluate("stop => getComputedStyle(stop).display") == "grid"


def test_pages_without_one_fetch_neither_its_script_nor_its_sheet(visit, course):
    page = visit(f"{course}lessons/choices/")
    assert page.locator("[src*='explore'], [href*='explore']").count() == 0


def test_it_is_asked_before_it_is_shown_and_then_says_how_near_that_was(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = overlap(page)
    assert figure.get_attribute("aria-describedby") is None, "the description would tell it"
    for hidden in ("72 of 100", "What to notice", "Half of it"):
        expect(figure.get_by_text(hidden).first).to_be_hidden()
    slider = figure.get_by_label("Two hills differ by a quarter")
    slider.focus()
    page.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == "100 of 100"
    page.keyboard.press("ArrowLeft")
    expect(figure.locator("output")).to_have_text("99 of 100")
    assert figure.locator("form [data-part=full]").get_attribute("d") == dots(99)
    page.keyboard.press("Enter")
    answer = figure.locator("[data-part=answer]")
    expect(answer).to_have_text(
        "You said 99; it is 72. A gap of 0.82 still leaves 28 pairs in which the lower hill comes out first."
    )
    assert answer.get_attribute("role") == "status" and answer.get_attribute("data-near") is None
    expect(figure.locator("form")).to_be_hidden()
    expect(figure.get_by_text("you: 99")).to_be_visible()
    assert figure.get_attribute("aria-describedby") == "figure-two-hills-alt"
    # Who came by keys goes on from there.
    expect(figure.get_by_label("Move the gap")).to_be_focused()


@pytest.mark.parametrize(("guess", "verdict", "near"), [(72, "Exactly 72.", True), (67, "You said 67; it is 72.", True),
                                                        (66, "You said 66; it is 72.", False)])  # fmt: skip
def test_a_guess_is_near_within_five_of_a_hundred(visit, course, guess, verdict, near):
    figure = overlap(visit(f"{course}{PAGE}", viewport=PHONE))
    figure.locator("form input").fill(str(guess))
    figure.get_by_role("button", name="Show the answer").click()
    expect(figure.locator("[data-part=answer] b")).to_have_text(verdict)
    assert (figure.locator("[data-part=answer]").get_attribute("data-near") is not None) == near


def test_keys_rows_a_pointer_and_a_finger_move_the_gap(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = overlap(page)
    figure.get_by_role("button", name="without a guess").tap()
    slider = figure.get_by_label("Move the gap")
    # By a row: counts, dots and drawing follow, and it is said once.
    for row, (gap, pairs, above) in enumerate([("0.33", 59, 63), ("0.82", 72, 79), ("1.64", 88, 95)]):
        figure.locator("li button").nth(row).tap()
        expect(figure.locator("[data-part=pairs]")).to_have_text(
            f"The higher hill reads higher in {pairs} of 100 pairs."
        )
        expect(figure.locator("[data-part=above]")).to_contain_text(f"{above} of 100")
        expect(figure.locator("[data-part=status]")).to_contain_text(f"{gap}. The higher hill")
        expect(figure.locator("li[data-shown] b")).to_have_text(gap)
        drawn = figure.evaluate(DRAWN)
        assert drawn["gap"] == pytest.approx(float(gap)) and drawn["dots"] == dots(pairs)
        assert drawn["end"] == pytest.approx(drawn["below"]) == pytest.approx(12.5 * (3 + float(gap)))
    # By keys, spoken in words.
    slider.focus()
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext").startswith("0.00. The higher hill reads higher in 50 of 100 pairs.")
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext").startswith("0.01. ")
    # By pushing the hill itself.
    hills = figure.locator("[data-part=hills]")
    hills.scroll_into_view_if_needed()
    box = hills.bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 60, steps=8)
    page.mouse.up()
    assert float(slider.input_value()) == pytest.approx(0.01 + 40 / box["width"] * 8, abs=0.02)
    # And by a finger, back to where it was.
    session = page.context.new_cdp_session(page)
    for kind, x in [("touchStart", 140), *(("touchMove", 140 - step) for step in range(5, 45, 5)), ("touchEnd", None)]:
        points = [] if x is None else [{"x": box["x"] + x, "y": box["y"] + 60}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert float(slider.input_value()) == pytest.approx(0.01, abs=0.1)


def test_without_scripts_it_is_whole_and_no_control_is_dead(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, java_script_enabled=False)
    figure = page.get_by_role("figure", name="Which of two hills is the higher one?")
    for part in ("72 of 100 pairs", "What to notice", "59 of 100 pairs; above 63 of 100", "What limits it"):
        expect(figure.get_by_text(part).first).to_be_visible()
    assert figure.locator("button:visible, input:visible").count() == 0
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_on_paper_it_shows_all_also_while_it_asks(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = overlap(page)
    text = "".join(printed(page))
    for part in ("72 of 100 pairs", "What differs by less than half", "59 of 100 pairs; above 63 of 100"):
        assert squeezed(part) in text
    assert squeezed("Show the answer") not in text and squeezed("Move the gap") not in text
    browsing.on_paper(page)
    assert figure.locator("input:visible").count() == 0
    assert [number.inner_text() for number in figure.locator("li b:visible").all()] == ["0.33", "0.82", "1.64"]


def test_a_script_that_does_not_come_leaves_the_figure_as_it_was(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, lost="**/explore-kit.js", faults=True)
    figure = page.locator(".explore--overlap")
    with page.expect_response("**/explore-kit.js"):
        figure.scroll_into_view_if_needed()
    expect(figure.get_by_text("72 of 100 pairs").first).to_be_visible()
    assert page.locator(ASKING).count() == 0


@in_both_looks
def test_there_are_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{PAGE}", color_scheme=scheme, viewport=screen)
    figure = overlap(page)
    assert barriers(page, within=".explore--overlap") == []
    figure.locator("form input").fill("99")
    figure.get_by_role("button", name="Show the answer").click()
    assert barriers(page, within=".explore--overlap") == []
    for width in (320, 360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    figure.locator("li button").first.click()
    assert barriers(page, within=".explore--overlap") == []


@pytest.mark.parametrize("state", ["asking", "answered"])
def test_forced_colours_leave_the_hills_and_the_dots_to_be_seen(visit, course, state):
    page = visit(f"{course}{PAGE}", viewport=PHONE, forced_colors="active")
    figure = overlap(page)
    if state == "answered":
        figure.get_by_role("button", name="without a guess").click()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    parts = figure.locator("form .hundred__dot" if state == "asking" else ".overlap__hills .overlap__upper")
    drawn = parts.first.evaluate("part => { const {fill, stroke} = getComputedStyle(part); return [fill, stroke] }")
    assert paper not in drawn and drawn[1] != "none"
