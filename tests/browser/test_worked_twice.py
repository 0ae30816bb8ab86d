"""Each kind of figure that readers work on: two times on a page, and with letters twice as large on a small phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from coursework.figure.explore import READERS

TWICE = "twice/"
NARROW = {"width": 320, "height": 640}
# Kinds share what draws and names their parts; all of them are tried where there is time.
QUICK = ("choose", "race")
each_kind = pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=[] if kind in QUICK else [pytest.mark.long]) for kind in READERS]
)
# What a figure points to by an id that is not its own.
ASTRAY = """figure => [...figure.querySelectorAll("*"), figure].flatMap(element => [
  ...["for", "aria-labelledby", "aria-describedby"].flatMap(name => element.getAttribute(name)?.split(" ") ?? []),
  ...[element.matches("use") && element.getAttribute("href").slice(1)],
  ...(element.getAttribute("clip-path") ?? element.getAttribute("fill") ?? "").match(/(?<=url\\(#)[^)]+/g) ?? [],
]).filter(id => id && !figure.querySelector(`[id="${id}"]`))"""
# All that changes when readers work on a figure, but for where they are.
STATE = """figure => figure.outerHTML.replace(/ (class="(focus-visible)?"|data-focus-visible-added="")/g, "")"""
# What sticks out of the window, or out of what cuts it off, in the figure: text alone, since drawings may be cut.
OUT = """figure => [...figure.querySelectorAll("*")].filter(part => {
  const box = part.getBoundingClientRect()
  const isText = !part.closest("svg") && [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const isUnseen = part.closest(".unseen") || !part.checkVisibility({visibilityProperty: true})
  const isInTable = part.closest("table") // which can be scrolled
  const isOut = box.right > innerWidth + 1 || part.clientWidth && part.scrollWidth > part.clientWidth + 1
  return isText && !isUnseen && !isInTable && isOut
}).map(part => part.outerHTML.slice(0, 160))"""


def both(page: Page, kind: str) -> list[Locator]:
    """The figure of a kind where it stands first, and where it stands once more, when their scripts have come."""
    figures = page.locator(f".explore--{kind}")
    expect(figures).to_have_count(2)
    live = page.locator(f".explore--{kind}:is([data-live], :has([data-part=live]:not([hidden])))")
    for number, figure in enumerate(figures.all(), 1):
        figure.scroll_into_view_if_needed()
        expect(live).to_have_count(number)
    return figures.all()


def settle(figure: Locator) -> None:
    """Answer what it asks before it shows anything, by the last button of its form."""
    form = figure.locator("form[data-part=ask]")
    if form.count() and form.is_visible():
        form.get_by_role("button").last.click()


def work(figure: Locator) -> None:
    """Move whatever can be moved, to its end."""
    settle(figure)
    for slider in figure.locator("input[type=range]:visible").all():
        slider.focus()
        slider.press("End" if slider.input_value() != slider.get_attribute("max") else "Home")
    for radio in figure.locator("input[type=radio]:not(:checked)").all():
        radio.check(force=True)
    for box in figure.locator("input[type=checkbox]").all():
        box.press("Space")


def enlarged(page: Page) -> CDPSession:
    """Letters twice as large, for as long as the session lasts."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    expect(page.locator("html")).to_have_css("font-size", "40px")
    return session


@each_kind
def test_the_same_figure_two_times_on_a_page_works_by_itself(visit, course, kind):
    page = visit(f"{course}{TWICE}", viewport={"width": 390, "height": 844})
    first, second = both(page, kind)
    for figure in (first, second):
        assert figure.evaluate(ASTRAY) == []
    settle(first)
    before = [figure.evaluate(STATE) for figure in (first, second)]
    work(second)
    after = [figure.evaluate(STATE) for figure in (first, second)]
    assert after[0] == before[0]
    assert after[1] != before[1]
    work(first)
    assert first.evaluate(STATE) != before[0]
    assert second.evaluate(STATE) == after[1]


def test_no_id_stands_on_the_page_two_times(visit, course):
    page = visit(f"{course}{TWICE}")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert sorted(id for id in set(ids) if ids.count(id) > 1) == []
    assert len(ids) > 2 * len(READERS)


@each_kind
def test_letters_twice_as_large_have_room_in_the_narrowest_window(visit, course, kind):
    page = visit(f"{course}{TWICE}", viewport=NARROW)
    session = enlarged(page)
    figure, _ = both(page, kind)
    assert figure.evaluate(OUT) == []
    work(figure)
    assert figure.evaluate(OUT) == []
    session.detach()


@each_kind
def test_without_scripts_letters_twice_as_large_have_room_too(visit, course, kind):
    page = visit(f"{course}{TWICE}", viewport=NARROW, java_script_enabled=False)
    session = enlarged(page)
    assert page.locator(f".explore--{kind}").first.evaluate(OUT) == []
    session.detach()
