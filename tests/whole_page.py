"""What must hold on every page of a site, whichever course is in it: looked at by a browser that a test has opened."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from browsing import answer_all, barriers, ready, until

SCREENS = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 844}}
_LOOKS = [(scheme, name) for scheme in ("light", "dark") for name in SCREENS]
# For a test of a `scheme` and a `screen`: each of them once, and the other two ways to join them where there is time.
in_both_looks = pytest.mark.parametrize(
    ("scheme", "screen"),
    [
        pytest.param(scheme, SCREENS[name], id=f"{scheme}-{name}", marks=[pytest.mark.long] if is_other else [])
        for scheme, name in _LOOKS
        for is_other in [(scheme, name) not in (("light", "narrow"), ("dark", "wide"))]
    ],
)
# The same, with one of the four where time is short: for what has the colours and the controls of its neighbours.
in_one_look = pytest.mark.parametrize(
    ("scheme", "screen"),
    [
        pytest.param(
            scheme, SCREENS[name], id=f"{scheme}-{name}", marks=[pytest.mark.long] if at != ("light", "narrow") else []
        )
        for at in _LOOKS
        for scheme, name in [at]
    ],
)
# What the colours and the room decide; the names and the order of things are the same in any.
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
OPEN = "() => document.querySelectorAll('quiz-question details').forEach(details => { details.open = true })"
# What goes out of a quiz stands in a fold, which is looked at open from the beginning.
OPEN_ELSEWHERE = "() => document.querySelectorAll('details.elsewhere').forEach(fold => { fold.open = true })"
WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.getBoundingClientRect().right > 321 && element.getClientRects().length)
  .slice(0, 5).map(element => element.outerHTML.slice(0, 120))"""
# Pairs of things in the header that lie on each other, and whatever sticks out of the window.
CROWDED = """() => {
  const parts = [...document.querySelectorAll(".md-header__inner > :is(button, .head__help), .lockup > *")]
    .filter(part => part.checkVisibility({visibilityProperty: true}) && getComputedStyle(part).clipPath === "none")
  const boxes = parts.map(part => [part.getAttribute("class"), part.getBoundingClientRect()])
  const meet = (one, other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom
  const laid = boxes.flatMap(([name, box], place) =>
    boxes.slice(place + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${name} on ${other}`))
  const out = boxes.filter(([, box]) => box.right > innerWidth || box.left < 0).map(([name]) => `${name} is outside`)
  return boxes.length < 4 ? ["nothing was looked at"] : [...laid, ...out]
}"""
# The files of fonts that a page has fetched and did not ask for in its head, or asked for and shows nothing in.
FONTS = """async () => {
  await document.fonts.ready
  const asked = [...document.querySelectorAll("link[as=font]")].map(link => link.href).sort()
  const fetched = performance.getEntriesByType("resource").map(entry => entry.name)
    .filter(name => name.endsWith(".woff2")).sort()
  const shown = [...document.fonts].filter(font => font.status === "loaded").length
  return asked.join() === fetched.join() && shown === asked.length ? [] : [asked, fetched, shown]
}"""
# Parts of words in the largest heading that stand on two lines: only a hyphen may part them.
TORN = """() => [...document.querySelector("h1").childNodes].filter(node => node.nodeType === 3).flatMap(node =>
  [...node.data.matchAll(/[^\\s\\u00ad]+/g)].filter(match => {
    const lines = [...match[0]].map((_, place) => {
      const range = document.createRange()
      range.setStart(node, match.index + place)
      range.setEnd(node, match.index + place + 1)
      // The letter after a hyphen has a box at that hyphen too.
      return Math.round([...range.getClientRects()].at(-1).top)
    })
    return new Set(lines).size > 1
  }).map(match => match[0]))"""


def faults(
    page: Page, dark: Sequence[str] | None = (), without: Sequence[str] = (), answered: bool = False
) -> list[str]:
    """The barriers on a page that was opened light and narrow, its fonts, and whether it ever scrolls sideways.

    `dark` are the rules by which it is looked at when it is dark and wide: all of them, some, or with None not at all;
    `without` those by which it is not looked at when it is light. With `answered` its questions are looked at in each
    of their states as well. What is asked there is answered last of all, so that one loading of a page serves.
    """
    page.evaluate(OPEN_ELSEWHERE)
    fonts = page.evaluate(FONTS)
    found = [f"fonts: {fonts}"] if fonts else []
    found += [f"light and narrow: {barrier}" for barrier in barriers(page, without=without)]
    if dark is not None:
        show(page, "dark", SCREENS["wide"])
        found += [f"dark and wide: {barrier}" for barrier in barriers(page, dark)]
    show(page, "light", {"width": 320, "height": 640})
    widths = [_width(page)]
    for right in (False, True):
        questions = answer_all(page, right)
        if right:
            page.evaluate(OPEN)
        widths.append(_width(page))
        if answered:
            assert questions
            found += [f"{right}, light and narrow: {barrier}" for barrier in barriers(page)]
    found += [f"sideways: {widths}: {page.evaluate(WIDE)}"] if max(widths) > 320 else []
    if answered:
        show(page, "dark", SCREENS["wide"])
        found += [f"True, dark and wide: {barrier}" for barrier in barriers(page, LOOKS)]
        answer_all(page, False)
        found += [f"False, dark and wide: {barrier}" for barrier in barriers(page, LOOKS)]
    return found


def show(page: Page, scheme: str, screen: dict) -> None:
    """The page in other colours, and in a window of another size, as soon as the theme's scripts have followed."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(screen)
    expect(page.locator("body")).to_have_css("color-scheme", scheme)
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")


def _width(page: Page) -> int:
    return ready(page).evaluate("document.scrollingElement.scrollWidth")


def faults_of_large_text(page: Page) -> list[str]:
    """What is wrong with a narrow page when it is enlarged twice: by the browser's zoom, then by larger letters.

    Then it is as large as it was.
    """
    narrow = SCREENS["narrow"]
    page.set_viewport_size({name: size // 2 for name, size in narrow.items()})
    found = [f"zoom: {fault}" for fault in _out_of_order(page)]
    page.set_viewport_size(narrow)
    letters = page.context.new_cdp_session(page)
    for size in (32, 16):
        letters.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
        until(page, "size => parseFloat(getComputedStyle(document.documentElement).fontSize) === size", size * 1.25)
        if size == 32:
            found += [f"letters: {fault}" for fault in _out_of_order(page)]
    return found


def _out_of_order(page: Page) -> list[str]:
    width, room = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    wide = [f"{width} pixels in {room}"] if width > room else []
    return [*wide, *page.evaluate(CROWDED), *(f"{word} is torn" for word in page.evaluate(TORN))]
