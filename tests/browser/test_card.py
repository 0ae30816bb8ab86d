"""What a citation, a claim and a term lead to, in a card beside them: by pointer, by keys and by a tap."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import barriers
from whole_page import in_both_looks

LESSON = "lessons/projections/"
# A link of each kind, and what its card says at least.
KINDS = {
    "citation": (".citation a[href$='#ref-snyder1987']", "Snyder"),
    "claim": ("a.claim-mark[href$='#M3']", "M3"),
    "term": ("a.term[href$='#conformal']", "Keeping angles"),
}
each_kind = pytest.mark.parametrize("kind", KINDS)
PHONE = {"width": 320, "height": 640}
IS_INSIDE = "card => { const {left, right} = card.getBoundingClientRect(); return left >= 0 && right <= innerWidth }"


def lesson(visit, course, **settings):
    """The lesson with its sources in the text, as those have it who ask for that."""
    page = visit(course + LESSON, **settings)
    page.get_by_label("Sources in the text").check()
    return page


def card_of(page):
    return page.locator(".card")


def test_a_pointer_opens_it_may_enter_it_and_leaves_it(visit, course, subtests):
    page = lesson(visit, course)
    for kind, (link, words) in KINDS.items():
        with subtests.test(kind=kind):
            page.locator(link).first.hover()
            expect(card_of(page)).to_contain_text(words)
            card_of(page).hover()
            page.wait_for_timeout(500)
            expect(card_of(page)).to_be_visible()
            page.mouse.move(2, 2)
            expect(card_of(page)).to_have_count(0)


def test_keys_open_it_go_into_it_and_close_it(visit, course, subtests):
    page = lesson(visit, course)
    for kind, (link, words) in KINDS.items():
        with subtests.test(kind=kind):
            page.keyboard.press("Tab")  # from now on the focus is moved by keys
            page.locator(link).first.focus()
            expect(card_of(page)).to_contain_text(words)
            expect(page.locator(":focus")).to_have_attribute("aria-describedby", "card")
            if card_of(page).locator("a").count():
                page.keyboard.press("Tab")
                expect(card_of(page).locator(":focus")).to_have_count(1)
            page.keyboard.press("Escape")
            expect(card_of(page)).to_have_count(0)
            assert page.locator(":focus").evaluate("(link, wanted) => link.matches(wanted)", link)


@each_kind
def test_a_tap_opens_it_within_a_narrow_window_and_another_follows_the_link(visit, course, kind):
    link, words = KINDS[kind]
    page = lesson(visit, course, viewport=PHONE, has_touch=True)
    page.locator(link).first.tap()
    expect(card_of(page)).to_contain_text(words)
    assert card_of(page).evaluate(IS_INSIDE)
    page.locator("h1").tap()
    expect(card_of(page)).to_have_count(0)
    page.locator(link).first.tap()
    expect(card_of(page)).to_be_visible()
    page.locator(link).first.tap()
    page.wait_for_url("**#**")


@in_both_looks
def test_an_open_card_is_without_barriers(visit, course, subtests, scheme, screen):
    page = lesson(visit, course, color_scheme=scheme, viewport=screen)
    for kind, (link, words) in KINDS.items():
        with subtests.test(kind=kind):
            # By keys: the page is scrolled before it is looked at, and a pointer would have left the link.
            page.keyboard.press("Tab")
            page.locator(link).first.focus()
            expect(card_of(page)).to_contain_text(words)
            assert barriers(page, within=".card, [aria-describedby=card]") == []
            page.keyboard.press("Escape")
            expect(card_of(page)).to_have_count(0)


def test_links_in_a_card_lead_where_they_led_on_their_page(visit, course):
    page = lesson(visit, course)
    page.locator(KINDS["claim"][0]).first.hover()
    expect(card_of(page)).to_be_visible()
    links = card_of(page).locator("a").evaluate_all("links => links.map(link => link.href)")
    assert f"{course}claims/#M3" in links
    assert f"{course}readings/bibliography/#ref-snyder1987" in links


def test_a_card_holds_all_that_is_said_of_a_claim_on_its_page(visit, course):
    """So it leads to who takes corrections, where the page of claims does."""
    page = lesson(visit, course)
    page.locator(KINDS["claim"][0]).first.hover()
    expect(card_of(page)).to_be_visible()
    shown = card_of(page).locator("> div > *").evaluate_all("parts => parts.map(part => part.textContent)")
    page = visit(course + "claims/")
    assert shown == page.locator("#M3 > *").evaluate_all("parts => parts.map(part => part.textContent)")


def test_where_the_page_behind_a_link_cannot_be_fetched_the_link_is_a_link(visit, course):
    page = lesson(visit, course, lost="**/claims/", faults=True)
    page.locator(KINDS["claim"][0]).first.hover()
    page.wait_for_timeout(600)
    expect(card_of(page)).to_have_count(0)
    page.locator(KINDS["term"][0]).first.hover()
    expect(card_of(page)).to_be_visible()


@each_kind
def test_without_scripts_each_leads_to_its_words(visit, course, kind):
    link, words = KINDS[kind]
    page = lesson(visit, course, java_script_enabled=False)
    page.locator(link).first.click()
    page.wait_for_url("**#**")
    target = page.locator(f"[id='{page.url.split('#')[1]}']")
    text = target.evaluate("place => place.tagName === 'DT' ? place.nextElementSibling.innerText : place.innerText")
    assert words in text
