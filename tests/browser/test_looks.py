"""A page looks with the sheet that was cut down as it does with the theme's whole one, to every computed value."""

from __future__ import annotations

import re

import pytest
from test_menu_and_search import NARROW, WIDE, open_menu, open_search

import browsing
import whole_page
from browsing import FOLDER, answer_all, until
from theme_sheet import sheet

# One page of each kind, and the one that stands in no folder. The fullest is looked at in both looks; the rest, which
# have little that it has not, where there is time.
KINDS = ["", "lessons/projections/", "quizzes/projections/", "review/", "404.html"]
SCREENS = {"light": WIDE, "dark": NARROW}
QUICK = {("lessons/projections/", "light"), ("lessons/projections/", "dark")}
QUICK |= {("review/", "light"), ("404.html", "light")}
LOOKS = [
    pytest.param(address, scheme, marks=[] if (address, scheme) in QUICK else pytest.mark.long)
    for address in KINDS
    for scheme in SCREENS
]

# Takes the other sheet for a moment, and tells what looks otherwise: the values of an element with either.
DIFFERENCES = """async other => {
  const properties = [...getComputedStyle(document.body)].filter(name => !name.startsWith("--"))
  // One of each kind: of the same name and classes, first or last or neither, within one of the same name and classes.
  const kinds = new Map()
  const named = ({tagName, className}) => `${tagName} ${className}`
  for (const element of document.querySelectorAll("body, body *")) {
    const place = [!element.previousElementSibling, !element.nextElementSibling]
    const around = element.parentElement
    kinds.set([named(element), ...place, named(around), named(around.parentElement ?? around)].join(), element)
  }
  const elements = [...kinds.values()]
  const looks = () => elements.flatMap(element => [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(element, part)
    const isDrawn = !part || style.content !== "none" && style.display !== "none"
    // Where nothing is moved from its place, it does not matter how far.
    const counts = name => style.position !== "static" || !/^(?:inset|top|right|bottom|left)/.test(name)
    const values = isDrawn ? properties.filter(counts).map(name => `${name}: ${style.getPropertyValue(name)}`) : []
    return `${element.outerHTML.slice(0, 100)} ${part ?? ""} ${values.join("; ")}`
  }))
  // The theme's scripts follow sizes, a frame or more behind.
  const settled = async (before = []) => {
    await new Promise(resolve => setTimeout(resolve, 100))
    const now = looks()
    return now.join() === before.join() ? now : settled(now)
  }
  const link = document.querySelector("link[href*='/main.']")
  const replace = address => new Promise((resolve, reject) => {
    Object.assign(link, {onload: resolve, onerror: reject, href: address})
  })
  const own = link.href
  const now = await settled()
  await replace(other)
  // Where it looks as before, it is looked at once.
  const then = await settled(now)
  await replace(own)
  if ((await settled(now)).join() !== now.join()) return ["It did not stay as it was."]
  if (properties.length < 300 || elements.length < 50) return ["Too little was compared.", `${elements.length}`]
  return now.flatMap((look, place) => look === then[place] ? [] : [look, then[place]])
}"""


@pytest.fixture(scope="session")
def everything(tmp_path_factory):
    """The address of a page with all that courses are offered, with the whole sheet."""
    with browsing.served(sheet.built(tmp_path_factory)) as address:
        yield f"{address}{sheet.PAGE}/"


def differences(page, other: str) -> list[str]:
    """What looks otherwise with another sheet in the place of the page's own."""
    page.route("**/other.css", lambda route: route.fulfill(body=other, content_type="text/css"))
    return page.evaluate(DIFFERENCES, f"{FOLDER}other.css")


@pytest.mark.parametrize(("address", "scheme"), LOOKS)
def test_a_page_looks_the_same(visit, course, address, scheme):
    screen = SCREENS[scheme]
    whole = sheet.FULL.read_text(encoding="utf-8")
    page = visit(course + address, color_scheme=scheme, viewport=screen)
    if screen == NARROW:
        assert differences(page, whole) == []
        answer_all(page, False)
        open_menu(page)
    else:
        answer_all(page, False)
        open_search(page, "projection")
        assert differences(page, whole) == []
        browsing.on_paper(page)
    assert differences(page, whole) == []


@pytest.mark.parametrize(
    ("direction", "scheme", "screen"),
    [
        pytest.param("ltr", "light", WIDE, marks=pytest.mark.long),
        ("rtl", "dark", NARROW),
        pytest.param("rtl", "light", WIDE, marks=pytest.mark.long),
        pytest.param("ltr", "dark", NARROW, marks=pytest.mark.long),
    ],
    ids=["ltr-light-wide", "rtl-dark-narrow", "rtl-light-wide", "ltr-dark-narrow"],
)
def test_all_that_courses_are_offered_looks_the_same(visit, everything, direction, scheme, screen):
    page = browsing.ready(visit(everything, color_scheme=scheme, viewport=screen))
    page.evaluate("direction => document.body.dir = direction", direction)
    assert differences(page, sheet.CUT.read_text(encoding="utf-8")) == []
    browsing.on_paper(page)
    assert differences(page, sheet.CUT.read_text(encoding="utf-8")) == []


def test_what_is_missing_would_be_seen(visit, course):
    page = visit(course, viewport=WIDE)
    assert differences(page, sheet.FULL.read_text(encoding="utf-8").replace(".md-search__input{", ".other{"))


DISPLAY, MORE = "newsreader-display.woff2", "newsreader-display-more.woff2"


@pytest.mark.parametrize(
    ("address", "fonts"), [("lessons/projections/", [DISPLAY]), ("media/", [DISPLAY, MORE])], ids=["plain", "umlaut"]
)
def test_only_a_page_that_shows_letters_of_other_languages_large_fetches_those(visit, course, address, fonts):
    page = visit(course + address)
    assert page.evaluate(whole_page.FONTS) == []
    asked = page.locator("link[as=font]").evaluate_all("links => links.map(link => link.href)")
    assert [re.sub(r"\.[0-9a-f]{8}", "", name.rpartition("/")[2]) for name in asked] == fonts


# How the words of an element stand out, and what is drawn around them.
WORDS = """selector => {
  const style = getComputedStyle(document.querySelector(selector))
  const rgb = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const clear = /, 0\\)$|transparent/.test(style.backgroundColor)
  const behind = clear ? getComputedStyle(document.body).backgroundColor : style.backgroundColor
  const light = colour => rgb(colour).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], .05)
  const [low, high] = [style.color, behind].map(light).sort((a, b) => a - b)
  return {contrast: high / low, border: style.borderTopWidth, line: style.textDecorationLine, isClear: clear}
}"""


PLAIN, LOUD = "a.md-button:not(.md-button--primary)", "a.md-button--primary"


def test_buttons_and_keys_can_be_read_in_both_schemes_and_a_button_is_a_link_on_paper(visit, everything):
    page = browsing.ready(visit(everything, color_scheme="light", viewport=NARROW))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        until(page, "dark => (getComputedStyle(document.body).colorScheme == 'dark') == dark", arg=scheme == "dark")
        plain, loud = page.evaluate(WORDS, PLAIN), page.evaluate(WORDS, LOUD)
        assert plain["contrast"] >= 4.5
        assert loud["contrast"] >= 4.5
        assert page.evaluate(WORDS, ".keys kbd")["contrast"] >= 4.5
        assert (plain["isClear"], loud["isClear"], plain["border"]) == (True, False, "2px")
    page.emulate_media(forced_colors="active")
    assert page.evaluate(WORDS, LOUD)["contrast"] >= 4.5
    browsing.on_paper(page, forced_colors="none", color_scheme="light")
    on_paper = page.evaluate(WORDS, LOUD)
    assert (on_paper["border"], on_paper["line"], on_paper["isClear"]) == ("0px", "underline", True)
    assert on_paper["contrast"] >= 4.5
