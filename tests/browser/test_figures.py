"""Figures in a browser: readable at any width, without scripts, and with their numbers open."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import expect

from browsing import barriers
from whole_page import in_both_looks

OPEN = "() => document.querySelectorAll('.figure details, .thumbs .fold').forEach(details => { details.open = true })"
NARROW, WIDE = {"width": 360, "height": 800}, {"width": 1280, "height": 900}

SIZES = """() => [...document.querySelectorAll(".figure *")]
  .filter(part => !part.closest(".unseen, .headerlink, .claim-mark"))
  .filter(part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(part => parseFloat(getComputedStyle(part).fontSize))"""
# Of every row: where its words end and its strip begins, and how far the strip reaches.
ROWS = """() => [...document.querySelectorAll(".figure__rows > li")].map(row => {
  const [label, said, strip] = [...row.children].map(part => part.getBoundingClientRect())
  return {below: Math.max(label.bottom, said.bottom) - strip.top,
          beside: strip.left - Math.max(label.right, said.right),
          width: strip.width, around: row.getBoundingClientRect().width}
})"""


def test_a_word_that_is_longer_than_a_line_makes_no_page_wider_and_a_year_stays_whole(visit, course):
    page = visit(course + "figures/", viewport=NARROW)
    page.evaluate(OPEN)
    page.evaluate("""() => document.querySelectorAll(
      ".figure :is(legend, .figure__title, .figure__rows span:first-child)"
    ).forEach(part => {
      if (!part.closest(".figure details, .unseen")) part.append(" Wassergenossenschaft".repeat(4).replaceAll(" ", ""))
    })""")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    years = page.locator(".figure__events > li b").evaluate_all("all => all.map(each => each.clientHeight)")
    assert years and max(years) < 40


@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_no_word_of_a_figure_is_smaller_than_a_note(visit, course, screen):
    page = visit(course + "figures/", viewport=screen)
    page.evaluate(OPEN)
    note = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.figure__note')).fontSize)")
    sizes = page.evaluate(SIZES)
    assert note >= 14 and len(sizes) > 100
    assert min(sizes) >= note


def test_on_a_phone_the_words_stand_above_a_strip_as_wide_as_the_page(visit, course):
    page = visit(course + "figures/", viewport=NARROW)
    page.evaluate(OPEN)
    rows = page.evaluate(ROWS)
    assert len(rows) > 15
    assert all(row["below"] <= 1 and row["width"] == pytest.approx(row["around"]) for row in rows)


def test_where_there_is_room_the_strip_stands_beside_the_words(visit, course):
    rows = visit(course + "lessons/projections/", viewport=WIDE).evaluate(ROWS)
    assert len(rows) == 13
    assert all(row["beside"] >= 0 and row["width"] > 300 for row in rows)


# Where each sign of a timeline stands on the screen, and where a gridline of a later row stands beside its first one.
SIGNS = """() => [...document.querySelectorAll(".figure__axis use")].map(sign => {
  const {left, right, top, bottom} = sign.getBoundingClientRect()
  return {left, right, top, bottom, fill: getComputedStyle(sign).fill}
})"""
GRID = """() => [...document.querySelectorAll(".figure__rows > li:first-child g")].map(grid => {
  const again = grid.closest("ul").querySelector("use")
  return again ? again.getBoundingClientRect().width - grid.getBoundingClientRect().width : 0
})"""


@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_no_sign_of_the_timeline_touches_another(visit, course, screen):
    signs = visit(course + "timeline/", viewport=screen).evaluate(SIGNS)
    assert len(signs) > 8 and len({sign["fill"] for sign in signs}) > 2
    for one, other in combinations(signs, 2):
        apart = max(other["left"] - one["right"], one["left"] - other["right"],
                    other["top"] - one["bottom"], one["top"] - other["bottom"])  # fmt: skip
        assert apart >= 0


def test_the_lines_of_the_first_row_are_drawn_in_every_other(visit, course):
    page = visit(course + "figures/", viewport=NARROW)
    page.evaluate(OPEN)
    apart = page.evaluate(GRID)
    assert len(apart) > 3 and all(abs(width) < 1 for width in apart)


# How high each card is, and how wide its small picture.
CARDS = """() => [...document.querySelectorAll(".thumbs__list > li")].map(card => {
  const {width} = card.querySelector("svg").getBoundingClientRect()
  return {high: card.getBoundingClientRect().height, width, signs: card.querySelectorAll("summary svg *").length}
})"""


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_figure_has_a_card_with_a_small_picture_and_opens_in_its_place(visit, course, scripts):
    page = visit(course + "figures/", viewport={"width": 390, "height": 844}, java_script_enabled=scripts)
    cards = page.locator(".thumbs__list > li")
    assert cards.count() == page.locator("figure").count() > 3
    assert page.locator("figure:visible").count() == 0
    title = cards.last.locator(".figure__title")
    title.click()
    expect(cards.last.get_by_role("figure")).to_be_visible()
    title.click()
    expect(page.locator("figure:visible")).to_have_count(0)
    if scripts:
        sizes = page.evaluate(CARDS)
        # 34 of them, two beside one another, on four screens of a phone.
        assert all(card["high"] <= 200 and card["width"] > 150 and card["signs"] for card in sizes)


def test_the_address_of_a_figure_opens_its_card(visit, course):
    page = visit(course + "figures/#figure-mercator-stretch", viewport=NARROW)
    expect(page.get_by_role("figure", name="How much does Mercator's map stretch a country?")).to_be_visible()
    expect(page.locator("figure:visible")).to_have_count(1)
    expect(page.locator("#figure-mercator-stretch")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["figures/", "timeline/"])
@in_both_looks
def test_a_figure_with_its_numbers_open_is_without_barriers(visit, course, scheme, screen, address):
    page = visit(course + address, color_scheme=scheme, viewport=screen)
    page.evaluate(OPEN)
    assert barriers(page, within=".figure details, .thumbs .fold") == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= screen["width"]


def test_a_figure_has_a_name_and_a_description_and_is_whole_without_scripts(visit, course):
    page = visit(course + "lessons/projections/", java_script_enabled=False)
    figure = page.get_by_role("figure", name="How much does Mercator's map stretch a country?")
    assert figure.is_visible()
    assert "2.32, 1.89 to 3.07" in figure.inner_text() and "drawn too long" in figure.inner_text()
    with page.expect_download() as download:
        figure.locator("summary").click()
        figure.get_by_role("link", name="Table as CSV").click()
    assert download.value.suggested_filename == "mercator-stretch.csv"


def test_a_figure_is_taken_as_a_picture_that_is_drawn_here(visit, course):
    page = visit(course + "figures/")
    page.evaluate(OPEN)
    figure = page.get_by_role("figure", name="How much does Mercator's map stretch a country?")
    with page.expect_download() as waiting:
        figure.get_by_role("button", name="Picture as PNG").click()
    assert waiting.value.suggested_filename == "mercator-stretch.png"
    content = waiting.value.path().read_bytes()
    drawn = figure.get_by_role("link", name="Picture as SVG").evaluate(
        "async link => { const text = await (await fetch(link.href)).text()\n"
        "return text.match(/width=.(\\d+). height=.(\\d+)/).slice(1).map(Number) }"
    )
    # What a PNG says of itself: its sign, then its width and height in dots, two for each of the drawing.
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert [int.from_bytes(content[start : start + 4], "big") for start in (16, 20)] == [2 * side for side in drawn]
    # It is no empty sheet.
    assert len(content) > 10_000


def test_a_browser_that_cannot_draw_a_figure_says_so(visit, course):
    page = visit(course + "figures/")
    page.evaluate(OPEN)
    page.evaluate(
        "() => { HTMLCanvasElement.prototype.toBlob = () => { throw new DOMException('', 'SecurityError') } }"
    )
    figure = page.get_by_role("figure", name="How much does Mercator's map stretch a country?")
    figure.get_by_role("button", name="Picture as PNG").click()
    assert "Take the SVG file instead" in figure.get_by_role("status").filter(has_text="SVG").inner_text()
