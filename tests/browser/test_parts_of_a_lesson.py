"""The parts of a lesson in the browser: which is on the screen, where a reader stops, and what an address unfolds."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_both_looks

PARTED = "lessons/parted/"
PHONE = {"width": 390, "height": 844}


def place(page):
    """Where the page of a course would lead its reader back to."""
    found = page.evaluate("Object.entries(localStorage).filter(([key]) => key.endsWith('/place/lesson'))")
    return json.loads(found[0][1])["section"] if found else None


def list_among_lessons(page):
    """As if the lesson were in the navigation of the course about maps, which other tests count on."""
    page.locator(".page").evaluate("page => { page.dataset.lesson = 'lessons/parted' }")


def test_a_line_shows_which_part_is_on_the_screen_and_leads_to_the_others(visit, course):
    page = visit(course + PARTED, viewport=PHONE)
    line = page.get_by_role("navigation", name="Parts of this lesson")
    expect(line.locator("[aria-current]")).to_have_count(0)
    page.mouse.wheel(0, 40)
    expect(line.locator("[aria-current]")).to_have_text("1 The ground")
    line.get_by_role("link", name="2 Two views").click()
    expect(line.locator("[aria-current]")).to_have_text("2 Two views")
    head = page.locator(".parts").bounding_box()
    assert page.locator("#views").bounding_box()["y"] >= head["y"] + head["height"], "the line covers no heading"
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_no_label_moves_when_its_part_is_the_one_that_is_read(visit, course):
    page = visit(course + PARTED, viewport={"width": 1280, "height": 800})
    places = "() => [...document.querySelectorAll('.parts a')].map(link => link.getBoundingClientRect().x)"
    before = page.evaluate(places)
    page.get_by_role("navigation", name="Parts of this lesson").get_by_role("link", name="2 Two views").click()
    expect(page.locator(".parts [aria-current]")).to_have_text("2 Two views")
    assert page.evaluate(places) == before


def test_who_reads_up_to_a_stop_is_led_back_to_the_part_behind_it(visit, course):
    page = visit(course + PARTED, viewport=PHONE)
    # Nothing leads back to a lesson that is in no navigation.
    page.locator(".stop").last.scroll_into_view_if_needed()
    expect(page.locator(".parts [aria-current]")).to_have_count(1)
    assert place(page) is None
    page.reload()
    list_among_lessons(page)
    expect(page.get_by_text("Your place is kept")).to_have_count(2)
    expect(page.get_by_text("Your place is kept").first).to_be_hidden()
    page.locator(".stop").first.scroll_into_view_if_needed()
    expect(page.get_by_text("Your place is kept").first).to_be_visible()
    assert place(page) == "views"


def test_who_reads_on_is_led_back_to_where_she_read_last_and_never_to_another_lesson_she_looked_into(visit, course):
    page = visit(f"{course}sitemap.xml")
    page.clock.install()
    page.goto(course + PARTED)
    list_among_lessons(page)
    page.set_viewport_size(PHONE)

    def read_up_to(heading, part):
        page.locator(f"#{heading}").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
        expect(page.locator(".parts [aria-current]")).to_have_text(part)
        page.clock.run_for(6000)
        return place(page)

    assert read_up_to("lines", "1 The ground") == "lines"
    assert read_up_to("one-map", "2 Two views") == "one-map"
    # Back to look something up, and then into another lesson.
    assert read_up_to("lines", "1 The ground") == "one-map"
    page.goto(f"{course}lessons/projections/")
    page.evaluate("scrollTo(0, 900)")
    expect(page.locator("[data-turns=one]").first).to_be_attached()
    page.clock.run_for(6000)
    assert place(page) == "one-map"


def test_the_names_of_parts_are_whole_with_letters_twice_as_large(visit, course):
    page = visit(course + PARTED, viewport=PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    cut = """all => all.filter(link => link.scrollHeight > link.clientHeight + 1 || link.scrollWidth > link.clientWidth)
      .map(link => link.textContent)"""
    assert page.locator(".parts a").evaluate_all(cut) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_opens_what_it_leads_to(visit, course, scripts):
    page = visit(f"{course}{PARTED}#ref-imhof2007", java_script_enabled=scripts)
    expect(page.locator("#ref-imhof2007")).to_be_in_viewport()


def test_a_link_within_the_page_opens_a_folded_list_and_its_heading(visit, course):
    page = visit(course + PARTED, viewport=PHONE)
    terms = page.locator(".fold", has=page.locator("#key-terms"))
    expect(terms.locator("dt")).to_be_hidden()
    page.evaluate("location.hash = 'key-terms'")
    expect(terms.locator("dt")).to_be_visible()


def test_without_scripts_the_line_leads_and_nothing_promises_to_keep_a_place(visit, course):
    page = visit(course + PARTED, java_script_enabled=False)
    expect(page.get_by_role("navigation", name="Parts of this lesson").get_by_role("link")).to_have_count(3)
    expect(page.get_by_text("You can stop here.")).to_have_count(2)
    expect(page.get_by_text("Your place is kept").first).to_be_hidden()


def test_paper_has_what_is_folded_and_no_stops(visit, course):
    said = "".join(printed(visit(course + PARTED)))
    assert squeezed("Key terms") in said and squeezed("Cartographic relief presentation") in said
    assert squeezed("You can stop here") not in said


@in_both_looks
def test_a_lesson_in_parts_is_without_barriers_closed_and_open(visit, course, scheme, screen):
    page = visit(course + PARTED, color_scheme=scheme, viewport=screen)
    page.locator(".fold").evaluate_all("all => all.forEach(fold => { fold.open = true })")
    assert barriers(page) == []
