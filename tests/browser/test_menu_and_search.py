"""The menu and the search: opened, used and left by keys, spoken by name, and without barriers while they are open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browsing import barriers, until
from whole_page import in_both_looks

LESSON = "lessons/projections/"
# As in words/en.yml.
MENU, SEARCH = "Menu", "Search"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def open_menu(page):
    button = page.get_by_role("button", name=MENU, exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    return button


def open_search(page, words: str):
    """Ask by keys alone; gives the links found."""
    button = page.get_by_role("button", name=SEARCH, exact=True)
    if button.is_visible():
        button.focus()
        page.keyboard.press("Enter")
    else:
        page.get_by_role("textbox", name=SEARCH).focus()
    # All at once: each letter would bring a list of its own, in place of one that may have the focus.
    page.keyboard.insert_text(words)
    # The theme looks at what was typed when a key comes up.
    page.keyboard.press("Shift")
    found = page.locator(".md-search-result__list > li a")
    # The index comes first, and a worker that reads it.
    expect(found.first).to_be_visible(timeout=15_000)
    return found


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 320),
        pytest.param("dark", 390, marks=pytest.mark.long),
        pytest.param("light", 800, marks=pytest.mark.long),
        ("dark", 800),
    ],
)
def test_the_open_menu_is_without_barriers(visit, course, scheme, width):
    page = visit(course + LESSON, viewport={"width": width, "height": 800}, color_scheme=scheme)
    open_menu(page)
    assert barriers(page) == []


@in_both_looks
def test_what_search_found_is_without_barriers(visit, course, scheme, screen):
    page = visit(course + LESSON, viewport=screen, color_scheme=scheme)
    open_search(page, "projection")
    assert barriers(page) == []


def test_the_menu_holds_the_tab_key_and_gives_the_focus_back(visit, course):
    page = visit(course + LESSON, viewport=NARROW)
    button = open_menu(page)
    inside = "document.activeElement === document.body || Boolean(document.activeElement.closest('#menu'))"
    names = set()
    for _ in range(60):
        assert page.evaluate(inside)
        names.add(page.evaluate("document.activeElement.innerText"))
        page.keyboard.press("Tab")
    assert any("Projections" in name for name in names)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_leads_to_another_lesson_by_keys(visit, course):
    page = visit(course + LESSON, viewport=NARROW)
    open_menu(page)
    link = page.locator("#menu a[href*='choices']").first
    for _ in range(40):
        if link.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("lessons/choices/"))


@pytest.mark.parametrize("screen", [WIDE, NARROW], ids=["wide", "narrow"])
def test_search_leads_to_a_page_by_keys(visit, course, screen):
    page = visit(course, viewport=screen)
    first = open_search(page, "orange skin").first
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("(lessons|quizzes)/projections/"))


def test_search_is_left_with_escape(visit, course):
    page = visit(course + LESSON, viewport=NARROW)
    found = open_search(page, "projection")
    page.keyboard.press("Escape")
    expect(found.first).to_be_hidden()
    expect(page.get_by_role("button", name=SEARCH, exact=True)).to_be_focused()


def test_search_by_keys_leaves_the_reader_where_they_were(visit, course):
    page = visit(course + LESSON, viewport=WIDE)
    link = page.locator(".sourced > p > a.claim-mark:visible").last
    link.focus()
    before = page.evaluate("scrollY")
    assert before > 500
    page.keyboard.press("/")
    query = page.get_by_role("textbox", name=SEARCH)
    expect(query).to_be_focused()
    query.press_sequentially("projection")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert page.evaluate("scrollY") == before


def test_the_head_of_a_page_takes_the_focus_without_moving_it(visit, course):
    page = visit(course + LESSON, viewport=WIDE)
    page.evaluate("scrollTo({top: 2000, behavior: 'instant'})")
    page.locator(".md-header a").first.focus()
    assert page.evaluate("scrollY") == 2000


def test_search_works_where_the_browser_refuses_to_keep_anything(visit, course):
    refuse = "get() { throw new DOMException('no', 'SecurityError') }"
    script = "".join(f"Object.defineProperty(window, '{name}Storage', {{{refuse}}});" for name in ("local", "session"))
    page = visit(f"{course}lessons/projections/", script=script, faults=True)
    expect(open_search(page, "orange skin").first).to_be_visible()


def test_the_index_of_the_search_is_fetched_when_it_is_first_used(visit, course):
    page = visit(course + LESSON, viewport=WIDE)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    # Material has looked for its search by then, and a reader who never searches waits for nothing.
    until(page, "document.readyState === 'complete' && Boolean(document.querySelector('.md-search__input'))")
    expect(page.locator("html.js")).to_be_attached()
    assert asked
    assert not [url for url in asked if "search" in url]
    open_search(page, "projection")
    assert [url for url in asked if url.endswith("search_index.json")]
