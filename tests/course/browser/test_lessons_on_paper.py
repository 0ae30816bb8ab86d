"""Lessons that are printed: on few sheets, nothing cut in two, nothing too small to read, and no answer given away."""

from __future__ import annotations

import pytest
from course_files import LESSONS

import browsing
from printing import sheets_of, squeezed

MOST_SHEETS = 11
LEAST_POINTS = 8.4
# Where on paper an element of a page lies: in how many pieces. A piece ends with its column.
CUT = """() => [...document.querySelectorAll(".figure:not(:has(.figure__events)), .question, .reading, .reference, tr")]
  .filter(part => part.checkVisibility())
  .filter(part => getComputedStyle(part).breakInside !== "avoid").length"""
# Words that are seen, other than numbers above or below the line, in letters that are too small.
SMALL = """least => {
  const found = new Set()
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const {data, parentElement: box} = walker.currentNode
    if (!data.trim() || !box.checkVisibility() || box.closest(".unseen, sup, sub, math, select, svg")) continue
    const points = parseFloat(getComputedStyle(box).fontSize) * .75
    if (points < least - .05) found.add(box.className || box.parentElement.className || box.tagName)
  }
  return [...found]
}"""
# What answers, what is for the hand only, and menus whose first words would be taken for an answer.
SHOWN = """() => [...document.querySelectorAll(
  "article :is(.answer__part, .answer__explanation, .feedback__hint, button, input[type=range], .guess)")]
  .filter(part => part.checkVisibility()).map(part => part.className)
  .concat([...document.querySelectorAll("select")]
    .filter(menu => menu.checkVisibility() && !menu.value && getComputedStyle(menu).color !== "rgba(0, 0, 0, 0)")
    .map(menu => menu.id))"""
LONGEST = ("dodo-bird", "does-it-work")


@pytest.mark.parametrize(
    "lesson",
    [pytest.param(lesson, marks=() if lesson in LONGEST else pytest.mark.long) for lesson in LESSONS],
)
def test_a_lesson_takes_few_sheets_and_nothing_on_them_is_cut_small_or_told(visit, course, lesson):
    page = visit(f"{course}lessons/{lesson}/", viewport={"width": 1280, "height": 800})
    sheets = sheets_of(page)
    assert len(sheets) <= MOST_SHEETS
    said = [squeezed(sheet.extract_text()) for sheet in sheets]
    assert all(said)
    browsing.on_paper(page)
    assert page.evaluate(SHOWN) == []
    assert page.evaluate(SMALL, LEAST_POINTS) == []
    assert page.evaluate(CUT) == 0


def test_what_a_menu_has_to_choose_from_is_written_on_paper(visit, course):
    page = visit(f"{course}lessons/specific-ingredients/")
    said = "".join(squeezed(sheet.extract_text()) for sheet in sheets_of(page))
    menus = page.locator("select").evaluate_all("all => all.map(menu => [...menu.options].slice(1).map(o => o.text))")
    assert len(menus) > 3
    assert [menu for menu in menus if squeezed(" / ".join(menu)) not in said] == []
