"""Figures in a browser: readable at any width, without scripts, and with their numbers open."""

from __future__ import annotations

import pytest

from browsing import barriers

OPEN = "() => document.querySelectorAll('.figure details').forEach(details => { details.open = true })"
NARROW, WIDE = {"width": 360, "height": 800}, {"width": 1280, "height": 900}

SIZES = """() => [...document.querySelectorAll(".figure *")]
  .filter(part => !part.closest(".unseen, .headerlink"))
  .filter(part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(part => parseFloat(getComputedStyle(part).fontSize))"""
# Of every row: where its words end and its strip begins, and how far the strip reaches.
ROWS = """() => [...document.querySelectorAll(".figure__rows > li")].map(row => {
  const [label, said, strip] = [...row.children].map(part => part.getBoundingClientRect())
  return {below: Math.max(label.bottom, said.bottom) - strip.top,
          beside: strip.left - Math.max(label.right, said.right),
          width: strip.width, around: row.getBoundingClientRect().width}
})"""


@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_no_word_of_a_figure_is_smaller_than_a_note(visit, course, screen):
    page = visit(course + "figures/", viewport=screen)
    page.evaluate(OPEN)
    note = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.figure__note')).fontSize)")
    sizes = page.evaluate(SIZES)
    assert note >= 14 and len(sizes) > 100
    assert min(sizes) >= note


def test_on_a_phone_the_words_stand_above_a_strip_as_wide_as_the_page(visit, course):
    rows = visit(course + "figures/", viewport=NARROW).evaluate(ROWS)
    assert len(rows) > 30
    assert all(row["below"] <= 1 and row["width"] == pytest.approx(row["around"]) for row in rows)


def test_where_there_is_room_the_strip_stands_beside_the_words(visit, course):
    rows = visit(course + "lessons/alliance/", viewport=WIDE).evaluate(ROWS)
    assert len(rows) == 12
    assert all(row["beside"] >= 0 and row["width"] > 300 for row in rows)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_figure_with_its_numbers_open_is_without_barriers(visit, course, scheme, screen):
    page = visit(course + "figures/", color_scheme=scheme, viewport=screen)
    page.evaluate(OPEN)
    assert barriers(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= screen["width"]


def test_a_figure_has_a_name_and_a_description_and_is_whole_without_scripts(visit, course):
    page = visit(course + "lessons/alliance/", java_script_enabled=False)
    figure = page.get_by_role("figure", name="How strongly do relationship factors go with outcome?")
    assert figure.is_visible()
    assert "0.278, 0.256 to 0.299" in figure.inner_text() and "goes with better outcome" in figure.inner_text()
    with page.expect_download() as download:
        figure.locator("summary").click()
        figure.get_by_role("link", name="Numbers as CSV").click()
    assert download.value.suggested_filename == "relationship-correlations.csv"
