"""What holds on every page of the course, whatever is on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import answer_all, barriers, ready
from building import addresses, one_of_each_kind

PAGES = [*addresses(), "404.html"]
# One page of each kind: the home page, a lesson, a quiz, every type of question.
KINDS = ["", "lessons/alliance/", "quizzes/alliance/", "style-guide/", "final-quiz/"]
# The pages that were written one by one, with one of each kind of the others.
EACH_KIND = {*KINDS, *(name for name in one_of_each_kind() if not name.startswith("lessons/")), "404.html"}
# What the colours and the room decide; the names and the order of things are the same in any.
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
SCREENS = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 844}}

# What the theme calls them.

OPEN = "() => document.querySelectorAll('quiz-question details').forEach(details => { details.open = true })"


# Every page in two of the four looks, and as narrow as can be; the kinds below in all of them. What is asked there is
# answered last of all, so that one loading of a page serves.
@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_barriers_and_faults_asks_no_other_host_and_never_scrolls_sideways(visit, course, address):
    page = visit(course + address, color_scheme="light", viewport=SCREENS["narrow"])
    found = [f"light and narrow: {barrier}" for barrier in barriers(page)]
    show(page, "dark", SCREENS["wide"])
    rules = () if address in EACH_KIND else LOOKS
    found += [f"dark and wide: {barrier}" for barrier in barriers(page, rules)]
    show(page, "light", {"width": 320, "height": 640})
    widths = [width(page)]
    answer_all(page, False)
    widths.append(width(page))
    answer_all(page, True)
    page.evaluate(OPEN)
    widths.append(width(page))
    if max(widths) > 320:
        found.append(f"sideways: {widths}: {page.evaluate(WIDE)}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_questions_are_without_barriers_in_every_state(visit, course, address, scheme, screen):
    page = visit(course + address, color_scheme=scheme, viewport=SCREENS[screen])
    found = [f"before: {barrier}" for barrier in barriers(page)]
    for state, right in (("wrong", False), ("right", True)):
        assert answer_all(page, right)
        found += [f"{state}: {barrier}" for barrier in barriers(page)]
    page.evaluate(OPEN)
    found += [f"open: {barrier}" for barrier in barriers(page)]
    assert not found, "\n".join(found)


def show(page, scheme: str, screen: dict) -> None:
    """The page in other colours, and in a window of another size, as soon as the theme's scripts have followed."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(screen)
    expect(page.locator("body")).to_have_css("color-scheme", scheme)
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")


def width(page) -> int:
    return ready(page).evaluate("document.scrollingElement.scrollWidth")


WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.getBoundingClientRect().right > 321 && element.getClientRects().length)
  .slice(0, 5).map(element => element.outerHTML.slice(0, 120))"""
