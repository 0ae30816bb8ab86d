"""What a paragraph of a lesson rests on: a number at its end opens it, and a switch shows it in the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_both_looks

LESSON = "lessons/projections/"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
CITED = ".page .sourced .citation"


def first(page):
    """The first number at a paragraph's end, and the note that it opens."""
    return page.locator(".sourced .sources-mark").first, page.locator(".sourced .sources").first


@pytest.mark.parametrize("scripts", [True, False])
def test_a_tap_opens_what_a_paragraph_rests_on_and_a_tap_beside_it_closes_it(visit, course, scripts):
    page = visit(course + LESSON, viewport=PHONE, has_touch=True, java_script_enabled=scripts)
    mark, note = first(page)
    expect(page.locator(CITED).first).to_be_hidden()
    expect(note).to_be_hidden()
    mark.tap()
    expect(note).to_be_visible()
    expect(note).to_contain_text("Snyder, 1987")
    expect(note).to_contain_text("No projection of a globe onto a plane keeps all distances")
    box = note.bounding_box()
    assert box["x"] == 0 and box["width"] == PHONE["width"] and box["y"] + box["height"] == PHONE["height"]
    page.touchscreen.tap(200, 100)
    expect(note).to_be_hidden()
    mark.tap()
    close = note.get_by_role("button", name="Close")
    assert close.bounding_box()["height"] >= 44
    close.tap()
    expect(note).to_be_hidden()


def test_a_source_without_a_claim_says_what_it_is_called(visit, course):
    page = visit(f"{course}lessons/parted/", viewport=PHONE)
    page.mouse.wheel(0, 40)
    mark, note = first(page)
    mark.click()
    expect(note.locator(".sources__claim")).to_have_text(
        "Imhof, E. (2007). Cartographic relief presentation. ESRI Press.", use_inner_text=True
    )
    page.goto(course + LESSON)
    page.mouse.wheel(0, 40)
    mark, note = first(page)
    mark.click()
    claimed = note.locator("p", has_text="No projection of a globe")
    expect(claimed.locator(".sources__claim")).to_have_count(1)


def test_a_link_in_an_open_note_leads_to_the_reference_and_lays_nothing_over_it(visit, course):
    page = visit(course + LESSON, viewport=PHONE, has_touch=True)
    mark, note = first(page)
    mark.tap()
    note.locator("a[href='#ref-snyder1987']").tap()
    expect(note).to_be_hidden()
    expect(page.locator("#ref-snyder1987")).to_be_in_viewport()
    expect(page.locator(".card")).to_have_count(0)


def test_keys_open_it_lead_into_it_and_close_it(visit, course):
    page = visit(course + LESSON, viewport=PHONE)
    mark, note = first(page)
    mark.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_on_a_wide_screen_they_stand_beside_their_paragraph(visit, course):
    page = visit(course + LESSON, viewport=DESK)
    mark, note = first(page)
    expect(mark).to_be_hidden()
    expect(note).to_be_visible()
    paragraph, beside = page.locator(".sourced > p").first.bounding_box(), note.bounding_box()
    assert beside["x"] > paragraph["x"] + paragraph["width"]
    assert abs(beside["y"] - paragraph["y"]) < 10
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]
    # The list of headings has made room, and waits in the list of lessons, folded: they stay in view.
    expect(page.locator(".md-sidebar--secondary .here")).to_be_hidden()
    headings = page.locator(".contents__here")
    expect(headings.locator("a").first).to_be_hidden()
    headings.locator("summary").click()
    expect(headings.locator("a").first).to_be_visible()


def test_whoever_wants_sources_in_the_text_has_them_there_in_every_lesson(visit, course):
    page = visit(course + LESSON, viewport=DESK)
    page.get_by_label("Sources in the text").check()
    expect(page.locator(CITED).first).to_be_visible()
    for part in (*first(page), page.locator(".contents__here")):
        expect(part).to_be_hidden()
    page.goto(course + "lessons/scale/")
    expect(page.get_by_label("Sources in the text")).to_be_checked()
    expect(page.locator(CITED).first).to_be_visible()
    page.get_by_label("Sources in the text").uncheck()
    page.reload()
    expect(page.locator(CITED).first).to_be_hidden()


def test_the_way_back_from_a_reference_shows_where_it_is_cited(visit, course):
    page = visit(f"{course}{LESSON}#cite-1", viewport=PHONE)
    expect(page.locator("#cite-1")).to_be_in_viewport()


def test_paper_has_sources_in_the_text_and_none_twice(visit, course):
    page = visit(course + LESSON)
    [text] = page.locator(".sourced > p").all_inner_texts()[:1]
    said = "".join(printed(page))
    assert squeezed(text[:30]) in said and squeezed("(Snyder, 1987)") in said
    assert squeezed("Sources in the text") not in said
    assert squeezed("No projection of a globe onto a plane keeps all distances") not in said


@in_both_looks
def test_an_open_note_is_without_barriers(visit, course, scheme, screen):
    page = visit(course + LESSON, color_scheme=scheme, viewport=screen)
    mark, note = first(page)
    if mark.is_visible():
        mark.click()
    expect(note).to_be_visible()
    assert barriers(page, within=".sourced") == []
