"""Figures of made-up data on which readers work: the same on every device, whole without scripts and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_both_looks

PHONE = {"width": 390, "height": 844}
WIDTHS = (320, 360, 390, 768, 1280)


def worked_on(page: Page, kind: str) -> Locator:
    """The figure of a kind, once its script has come: it is fetched when the figure is near the screen."""
    figure = page.locator(f".explore--{kind}")
    figure.scroll_into_view_if_needed()
    expect(figure.locator("[data-part=live]")).not_to_have_attribute("hidden", "")
    return figure


def wide(page: Page) -> bool:
    """Whether it can be scrolled to the side."""
    return page.evaluate("document.scrollingElement.scrollWidth > innerWidth")


def seen(figure: Locator) -> tuple[int, ...]:
    """What is counted of the hundred results of a race."""
    return tuple(
        int(re.sub(r"\D", "", figure.locator(f".race__tallies [data-part={name}]").inner_text()))
        for name in ("found", "alike", "neither")
    )


def intervals(figure: Locator) -> dict[str, int]:
    """How many of them are drawn of each kind."""
    return {
        name: figure.locator(f"[data-part=plot] clipPath[id$=-{name}] rect").evaluate_all(
            "rects => rects.reduce((sum, rect) => sum + Number(rect.getAttribute('width')), 0)"
        )
        for name in ("found", "alike", "neither")
    }


def race(page: Page, skip: bool = True) -> Locator:
    figure = worked_on(page, "race")
    if skip:
        figure.get_by_role("button", name="without a guess").click()
    return figure


RELIEF = "lessons/relief/"


def test_a_race_is_guessed_before_it_is_run(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = race(page, skip=False)
    expect(figure.get_by_text("69 could say neither")).to_be_hidden()
    figure.get_by_label("Two hills differ by a quarter").fill("20")
    page.keyboard.press("Enter")
    answer = figure.locator("[data-part=answer]")
    expect(answer).to_have_text(
        "You said 20; it is 69. The difference of 0.82 was there every time; "
        "with 5 maps for each hill 31 surveys saw it."
    )
    expect(figure.get_by_label("True difference")).to_be_focused()
    expect(figure.get_by_text("you: 20")).to_be_visible()
    assert seen(figure) == (31, 0, 69)


def test_a_race_is_run_by_keys_by_rows_and_by_finger(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = race(page)
    difference, size = (figure.get_by_role("slider", name=name) for name in ("True difference", "In each group"))
    size.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    difference.focus()
    page.keyboard.press("Home")
    assert seen(figure) == (7, 60, 33)
    assert difference.get_attribute("aria-valuetext").startswith("0. 7 found a difference, 60 showed")
    assert intervals(figure) == {"found": 7, "alike": 60, "neither": 33}
    expect(figure.locator("li[data-shown] b")).to_have_text("0")
    # A row goes to its difference, and that is spoken once.
    figure.locator(".explore__stops button", has_text="0.33").tap()
    assert seen(figure) == (81, 5, 14) and intervals(figure) == {"found": 81, "alike": 5, "neither": 14}
    expect(figure.locator("[data-part=status]")).to_have_text(
        "true difference: 0.33. 81 found a difference, 5 showed that the two are alike, 14 could say neither"
    )
    expect(figure.locator("li[data-shown] b")).to_have_text("0.33")
    assert difference.input_value() == "1"
    expect(figure.locator("[data-part=difference-now]")).to_have_text("0.33")
    # The dots are those that found nothing, and the line lies where the truth is.
    assert figure.locator(".hundred").last.locator("[data-part=full]").get_attribute("d").startswith("M0 0H30V50")
    line = figure.locator("[data-part=plot] .race__truth").get_attribute("d")
    assert float(line[3:-4]) == pytest.approx(100 * (2.5 - 0.33) / 4, abs=0.1)


def test_another_hundred_results_are_of_the_next_seed(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    figure = race(page)
    figure.get_by_role("button", name="Another 100 results").click()
    expect(figure.locator("[data-part=draw]")).to_contain_text("Made up: draw 2, from the seed 13")
    assert sum(seen(figure)) == 100 and seen(figure) == SECOND
    expect(figure.locator("[data-part=status]")).to_contain_text(f"{SECOND[0]} found a difference")


# From the seed 13, with 5 in each group and a true difference of 0.82.
SECOND = (29, 0, 71)


def test_a_race_is_whole_without_scripts(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator(".explore--race")
    for part in ("31 found a difference", "True difference 0, 160 in each group:", "Made up: draw 1", "What to notice",
                 "True difference 0.33, 160 in each group:", "What limits it"):  # fmt: skip
        expect(figure.get_by_text(part).first).to_be_visible()
    assert intervals(figure) == {"found": 31, "alike": 0, "neither": 69}
    assert figure.locator("button:visible, input:visible").count() == 0 and not wide(page)


def test_a_race_is_whole_on_paper(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    race(page, skip=False)
    text = "".join(printed(page))
    for part in ("69 could say neither", "True difference 0, 160 in each group", "A tenth of a contour interval"):
        assert squeezed(part) in text
    for control in ("Another 100 results", "Show the answer"):
        assert squeezed(control) not in text


@in_both_looks
def test_a_race_has_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{RELIEF}", color_scheme=scheme, viewport=screen)
    figure = race(page, skip=False)
    assert barriers(page, within=".explore--race") == []
    figure.locator("form input").fill("20")
    figure.get_by_role("button", name="Show the answer").click()
    assert barriers(page, within=".explore--race") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not wide(page)


def test_forced_colours_leave_three_kinds_of_intervals(visit, course):
    page = visit(f"{course}{RELIEF}", viewport=PHONE, forced_colors="active")
    figure = race(page)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    kinds = figure.locator(".race__tallies path").evaluate_all(
        "paths => paths.map(path => getComputedStyle(path)).map(s => [s.stroke, s.strokeWidth, s.strokeDasharray])"
    )
    assert len({(width, dash) for _, width, dash in kinds}) == 3
    assert all(stroke not in (paper, "none") for stroke, *_ in kinds)


PROJECTIONS = "lessons/projections/"
# Where the stars of both clouds stand.
MIDDLES = """clouds => clouds.map(cloud => [...cloud.querySelectorAll("g[data-x]")]
  .map(star => star.getAttribute("transform").match(/[\\d.-]+/g).map(Number)))"""


def clouds(page: Page, answer: str = "") -> Locator:
    figure = worked_on(page, "within")
    if answer:
        figure.get_by_role("button", name=answer).click()
    return figure


@pytest.mark.parametrize(
    ("answer", "verdict", "near"), [("Nobody can tell", "Right.", ""), ("Cloud A", "Not from here.", None)]
)
def test_which_cloud_it_is_nobody_can_tell(visit, course, answer, verdict, near):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = clouds(page)
    expect(figure.get_by_text("slope 0.50").first).to_be_visible()
    for hidden in ("What to notice", "Move each star", "careful surveyors do more of both"):
        expect(figure.get_by_text(hidden).first).to_be_hidden()
    assert figure.get_attribute("aria-describedby") is None
    page.keyboard.press("Tab")
    figure.get_by_role("button", name=answer).focus()
    page.keyboard.press("Enter")
    told = figure.locator("[data-part=answer]")
    expect(told).to_have_text(f"{verdict} Both slope alike. Move each surveyor onto the middle of her own sheets.")
    assert told.get_attribute("data-near") == near
    expect(figure.get_by_role("slider", name="Move each star")).to_be_focused()
    assert figure.get_attribute("aria-describedby") == "figure-sheet-or-surveyor-alt"


def test_stars_are_moved_onto_their_middles_by_keys(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    figure = clouds(page, "Nobody can tell")
    slopes, slider = figure.locator("[data-part=slope]"), figure.get_by_role("slider", name="Move each star")
    expect(slopes).to_have_text(["slope 0.50", "slope 0.50"])
    before = figure.locator("[data-part=cloud]").evaluate_all(MIDDLES)
    slider.fill("50")
    halfway = figure.locator("[data-part=cloud]").evaluate_all(MIDDLES)
    for cloud, moved in zip(before, halfway):
        assert len(cloud) == 6 and [at for star in moved for at in star] == pytest.approx(
            [(50 + at) / 2 for star in cloud for at in star]
        )
    expect(figure.locator("[data-part=end]")).to_be_hidden()
    slider.focus()
    page.keyboard.press("End")
    expect(slopes).to_have_text(["slope 0.00", "slope 0.60"])
    assert slider.get_attribute("aria-valuetext") == "100 per cent of the way: slopes 0.00 and 0.60"
    assert {
        at for cloud in figure.locator("[data-part=cloud]").evaluate_all(MIDDLES) for star in cloud for at in star
    } == {50}
    expect(figure.locator("[data-part=end]")).to_contain_text("more hours on a sheet make it better (slope 0.60).")


def test_a_finger_moves_the_stars(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE, has_touch=True, is_mobile=True)
    figure = worked_on(page, "within")
    figure.get_by_role("button", name="Nobody can tell").tap()
    slider = figure.get_by_role("slider", name="Move each star")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
    expect(figure.locator("[data-part=slope]")).to_have_text(["slope 0.00", "slope 0.60"])


def test_clouds_are_whole_without_scripts(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE, java_script_enabled=False)
    figure = page.locator(".explore--within")
    for part in ("slope 0.50", "Cloud B, each against itself:", "careful surveyors do more of both", "Made up: 6 stars",
                 "At 60 degrees", "What to notice", "What limits it"):  # fmt: skip
        expect(figure.get_by_text(part).first).to_be_visible()
    assert figure.locator("button:visible, input:visible").count() == 0 and not wide(page)


def test_clouds_are_whole_on_paper(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE)
    clouds(page)
    text = "".join(printed(page))
    for part in ("Cloud B, each against itself", "careful surveyors do more of both", "At 60 degrees"):
        assert squeezed(part) in text
    for control in ("Move each star", "Nobody can tell from here"):
        assert squeezed(control) not in text


@in_both_looks
def test_clouds_have_no_barriers_in_any_state(visit, course, scheme, screen):
    page = visit(f"{course}{PROJECTIONS}", color_scheme=scheme, viewport=screen)
    figure = clouds(page)
    assert barriers(page, within=".explore--within") == []
    figure.get_by_role("button", name="Cloud B").click()
    slider = figure.get_by_role("slider", name="Move each star")
    slider.focus()
    page.keyboard.press("End")
    assert barriers(page, within=".explore--within") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not wide(page)


def test_forced_colours_leave_points_and_lines(visit, course):
    page = visit(f"{course}{PROJECTIONS}", viewport=PHONE, forced_colors="active")
    figure = clouds(page, "Nobody can tell")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for part in (".within__points", ".within__trend", ".open"):
        stroke = figure.locator(f"[data-part=cloud] {part}").first.evaluate("part => getComputedStyle(part).stroke")
        assert stroke not in (paper, "none")


def test_a_slider_has_its_number_at_the_far_end_whichever_sheet_comes_last(visit, course):
    """Each sheet is fetched as its figure comes near, so that nobody decides which of two is read last."""
    page = visit(f"{course}{RELIEF}", viewport=PHONE)
    label = race(page).locator(".race__sliders label").first
    assert label.evaluate("label => getComputedStyle(label).display") == "flex"
    page.evaluate("""() => new Promise(done => {
      const sheet = document.querySelector("link[href$='/explore-live.css']").cloneNode()
      sheet.onload = done
      document.head.append(sheet)
    })""")
    assert label.evaluate("label => getComputedStyle(label).display") == "flex"
