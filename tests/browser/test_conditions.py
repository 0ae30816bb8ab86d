"""Pages as readers with other eyes and hands have them: by keys, spaced out, four times as large, in few colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import until
from building import FIXTURE, one_of_each_kind
from whole_page import faults_of_large_text, show

PAGES = [*one_of_each_kind(FIXTURE, "projections"), "404.html"]
# One page of each kind: the home page, a lesson, a quiz, a reading list.
KINDS = ["", "lessons/projections/", "quizzes/projections/", "readings/projections/"]
# Lessons differ in their words; one of them is looked at in a wide window too.
ONE_LESSON = [name for name in PAGES if not name.startswith("lessons/") or name in KINDS]
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}

# What can be reached by Tab, once each: of the buttons of one radio group, one.
REACHABLE = """() => {
  const seen = new Set()
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  return all.filter(element => {
    if (element.matches(":disabled") || element.tabIndex < 0 || element.closest("[inert]")) return false
    if (!element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) return false
    if (element.type !== "radio") return true
    const isFirst = !seen.has(element.name)
    seen.add(element.name)
    return isFirst
  }).length
}"""

# Looks at what has the focus whenever Tab is pressed, before the focus goes on, so that a stop costs one call of the
# browser. A Tab is swallowed until the element is seen: the sidebars make way for the end of the page a frame or two
# after it has come into view. `walk` looks at the one that has the focus now, and at the end tells what was found.
WATCH = """() => {
  const stops = [], keys = new Set()
  let isOver = false, known = 0
  const outline = (target, part = null) => {
    const style = getComputedStyle(target, part)
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? style.outline : ""
  }
  const drawn = target => [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(target, part)
    return [outline(target, part), style.boxShadow, style.border, style.backgroundColor,
      style.textDecoration, style.color, style.opacity].join()
  }).join()
  // A control that is drawn by a label shows its focus there: by its own, or (as Material's switch for the colours,
  // where each button is labelled as what comes next) by the one after it.
  const shownFor = element => {
    const labels = [...element.labels ?? [], element.nextElementSibling].filter(label => label?.matches("label"))
    const isDrawn = element.checkVisibility({opacityProperty: true}) && !element.matches(".md-option")
    return isDrawn ? element : labels.find(label => label.checkVisibility()) ?? element
  }
  const isSeen = (element, shown) => {
    const box = shown.getBoundingClientRect()
    const left = Math.max(box.left, 0), width = Math.min(box.right, innerWidth) - left
    const top = Math.max(box.top, 0), height = Math.min(box.bottom, innerHeight) - top
    return width > 0 && height > 0 && [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
      const hit = document.elementFromPoint(left + x * width, top + y * height)
      return hit && (shown.contains(hit) || hit.contains(shown) || hit.closest("label")?.control === element)
    }))
  }
  const looksOtherwiseWithout = (element, shown) => {
    const group = [element, shown, shown.parentElement]
    const focused = group.map(drawn).join()
    element.blur()
    const blurred = group.map(drawn).join()
    element.focus({preventScroll: true})
    return blurred !== focused
  }
  // Whether the focus may go on.
  const look = isLastChance => {
    const element = document.activeElement, last = stops.at(-1)
    if (isOver || element === last?.element) return !isOver
    if (last) last.isMarked ||= outline(last.shown) !== last.outline
    const key = element.type === "radio" ? element.name : element
    isOver = element === document.body || keys.has(key)
    if (isOver) return false
    const shown = shownFor(element), stop = {element, shown, isSeen: isSeen(element, shown), outline: outline(shown)}
    if (!stop.isSeen && !isLastChance) return false
    // An outline goes when the focus goes on; for what has none, the focus is taken away for a moment.
    stop.isMarked = !stop.outline && looksOtherwiseWithout(element, shown)
    keys.add(key)
    stops.push(stop)
    return true
  }
  addEventListener("keydown", event => {
    const isStart = !stops.length && document.activeElement === document.body
    if (isStart || look()) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, {capture: true})
  window.walk = async () => {
    for (let frame = 0; frame < 10 && !isOver && !look(); frame++) await new Promise(requestAnimationFrame)
    look(true)
    isOver ||= stops.length === known
    known = stops.length
    if (!isOver) return null
    const all = [...document.querySelectorAll("*")]
    const name = element => `${element.outerHTML.slice(0, 100)} "${element.innerText?.slice(0, 40)}"`
    const faults = stops.flatMap(({element, isSeen, isMarked}) => [
      ...isSeen ? [] : [`hidden: ${name(element)}`], ...isMarked ? [] : [`unmarked: ${name(element)}`],
    ])
    return {faults, places: stops.map(({element}) => all.indexOf(element))}
  }
}"""

# Cards open beside what has the focus and have links of their own: they have their own tests.
WITHOUT_CARDS = "delete HTMLElement.prototype.showPopover"
LINK = "[...document.querySelectorAll('article a')].filter(link => link.checkVisibility())[2]"
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}

# The header, the home page, and what a reader in need of large letters comes for.
ENLARGED = [*KINDS[:3], "lessons/", "help/", "progress/", "claims/", "timeline/"]

SPACING = """
  * {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
  p {margin-bottom: 2em !important}
"""
# A sheet of its own, since a policy forbids styles that are written into the page.
SHEET = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
}"""
# Text that is cut off: by a box of its own that hides what does not fit.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element)
  if (!element.checkVisibility() || !element.innerText?.trim() || element.closest(".md-skip, [hidden]")) return false
  if (element.clientWidth < 2 || element.clientHeight < 2) return false
  const hides = value => value === "hidden" || value === "clip"
  return hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
    || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1
}).map(element => element.outerHTML.slice(0, 120))"""

# Targets below 24 px each way, but for links within a line of text (WCAG 2.5.8 lets those be).
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter(element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !element.closest("[inert]") && element.tabIndex >= 0)
  .filter(element => {
    // Its label can be hit as well.
    const boxes = [element, ...element.labels ?? []].map(part => part.getBoundingClientRect())
    if (boxes.some(box => box.bottom <= 0 || box.right <= 0 || box.width >= 24 && box.height >= 24)) return false
    // Bold or not, it is a word among others.
    let around = element
    const isAlone = part => part.parentElement.textContent.trim() === element.textContent.trim()
    while (getComputedStyle(around).display === "inline" && isAlone(around)) around = around.parentElement
    const inLine = getComputedStyle(around).display === "inline"
      && [...around.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    return !inLine
  }).map(element => `${element.outerHTML.slice(0, 100)} ${JSON.stringify(element.getBoundingClientRect())}`)"""
LOW_ROWS = """() => [...document.querySelectorAll(
    `.choice, .option, .question :is(select, input[type=text]):not(.blank), .order__item button,
    .contents a, .turn a, .question__actions button, .question summary, .md-search__input`)]
  .filter(element => element.checkVisibility({visibilityProperty: true}))
  .filter(element => element.getBoundingClientRect().height < 43.5)
  .map(element => `${element.outerHTML.slice(0, 100)} ${element.getBoundingClientRect().height}`)"""


@pytest.mark.parametrize(
    ("screen", "address"),
    [
        *(pytest.param(NARROW, address, id=f"narrow-{address}") for address in PAGES),
        *(
            pytest.param(WIDE, address, id=f"wide-{address}", marks=[] if address in KINDS else [pytest.mark.long])
            for address in ONE_LESSON
        ),
    ],
)
def test_the_tab_key_reaches_everything_in_the_order_of_the_page_and_shows_where_it_is(visit, course, address, screen):
    page = visit(course + address, viewport=screen, script=WITHOUT_CARDS)
    assert faults_of_the_walk(page) == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (f"() => ({SHEET})('article a:focus {{outline: none !important}}')", "unmarked: <a "),
        (f"() => ({SHEET})('footer {{position: fixed; inset: 95% 0 0; z-index: 9}}')", "hidden: <a "),
        (f"() => {{ {LINK}.tabIndex = 1 }}", "the order is not that of the page"),
        (f"() => {{ {LINK}.onkeydown = event => event.preventDefault() }}", "reached: "),
    ],
    ids=["no-ring", "hidden", "order", "trap"],
)
def test_what_is_wrong_on_the_way_of_the_tab_key_would_be_seen(visit, course, fault, told):
    page = visit(course, viewport=WIDE, script=WITHOUT_CARDS)
    page.evaluate(fault)
    assert [fault for fault in faults_of_the_walk(page) if fault.startswith(told)]


# Figures that are worked on get their controls when they come near the screen: there are none before.
STARTED = """figure => {
  figure.scrollIntoView({behavior: "instant"})
  return [...figure.querySelectorAll("input, button")].some(control => control.checkVisibility())
}"""


def start_figures(page) -> None:
    """Let every figure that is worked on and can be seen come near the screen, and wait till it can be worked on."""
    for figure in page.locator("[data-explore]:visible").element_handles():
        until(page, STARTED, figure)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")


def faults_of_the_walk(page) -> list[str]:
    """What is wrong with the way from the start of the page to its end, the Tab key held down."""
    start_figures(page)
    # What is asked beside an opinion comes with a script of its own.
    expect(page.locator("[data-slot=before] .question__note[hidden]")).to_have_count(0)
    # Links that wait at the edge of the window, as the one past the navigation, are shown when they are reached.
    wanted = page.evaluate(REACHABLE)
    page.evaluate(WATCH)
    keyboard = page.context.new_cdp_session(page)
    found = None
    while not found:
        for _ in range(20):
            keyboard.send("Input.dispatchKeyEvent", TAB)
        found = page.evaluate("walk()")
    places, faults = found["places"], found["faults"]
    if places != sorted(places):
        faults.append(f"the order is not that of the page: {places}")
    if len(places) != wanted:
        faults.append(f"reached: {len(places)} of {wanted}")
    return faults


@pytest.mark.parametrize("address", KINDS)
def test_at_four_times_the_size_the_text_has_the_screen(visit, course, address):
    # 1280 by 1024 pixels at 400 %.
    page = visit(course + address, viewport={"width": 320, "height": 256})
    page.evaluate("scrollTo(0, 1500)")
    covered = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter(element => ["fixed", "sticky"].includes(getComputedStyle(element).position)
            && element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
          .map(element => element.getBoundingClientRect())
          .filter(box => box.width > 160 && box.bottom > 0 && box.top < innerHeight)
          .reduce((sum, box) => Math.max(sum, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)), 0)"""
    )
    assert covered <= 64
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ENLARGED)
def test_twice_as_large_on_a_phone_the_text_has_room_and_the_header_is_in_order(visit, course, address):
    assert faults_of_large_text(visit(course + address, viewport=NARROW)) == []


def test_on_the_smallest_phone_with_letters_twice_as_large_the_header_has_room(visit, course):
    page = visit(course, viewport={"width": 320, "height": 640})
    letters = page.context.new_cdp_session(page)
    letters.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    until(page, "parseFloat(getComputedStyle(document.documentElement).fontSize) === 40")
    parts = page.locator(".md-header :is(button, a)").filter(visible=True)
    ends = parts.evaluate_all("all => all.map(part => part.getBoundingClientRect()).map(({x, right}) => [x, right])")
    assert len(ends) == 4
    assert min(x for x, _ in ends) >= 0
    assert max(right for _, right in ends) <= 320
    assert page.evaluate("document.querySelector('.md-header').scrollWidth") <= 320


@pytest.mark.parametrize("address", PAGES)
def test_targets_are_large_enough_for_a_finger_and_no_text_is_cut_off_when_a_reader_spaces_it_out(
    visit, course, address
):
    page = visit(course + address, color_scheme="light", viewport=WIDE)
    small = [f"wide: {target}" for target in page.evaluate(SMALL_TARGETS)]
    show(page, "light", NARROW)
    small += [f"narrow: {target}" for target in page.evaluate(SMALL_TARGETS)]
    assert not small, "\n".join(small)
    assert page.evaluate(LOW_ROWS) == []
    before = page.evaluate(CUT_OFF)
    page.evaluate(SHEET, SPACING)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]
    assert page.evaluate(CUT_OFF) == before == []


@pytest.mark.parametrize("address", KINDS)
def test_nothing_moves_for_a_reader_who_asks_for_less_motion(visit, course, address):
    page = visit(course + address)
    moving = """() => [...document.querySelectorAll("*")].filter(element => ["", "::before", "::after"].some(part => {
      const style = getComputedStyle(element, part || null)
      const seconds = text => Math.max(...text.split(",").map(parseFloat))
      return style.animationName !== "none" && seconds(style.animationDuration) > 0.01
        || seconds(style.transitionDuration) > 0.01 && style.transitionProperty !== "none"
    })).map(element => element.outerHTML.slice(0, 100))"""
    assert page.evaluate(moving) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_in_forced_colours_a_choice_a_verdict_and_the_focus_can_be_told(visit, course):
    page = visit(course + "quizzes/projections/", forced_colors="active")
    choice = page.locator(".question__choices label").first
    look = """element => {
      const all = [element, ...element.querySelectorAll("*")]
      return all.flatMap(part => ["", "::before", "::after"].map(name => {
        const style = getComputedStyle(part, name || null)
        return [style.borderColor, style.borderWidth, style.backgroundColor, style.outline, style.boxShadow].join()
      })).join()
    }"""
    before = choice.evaluate(look)
    choice.locator("input").check()
    assert choice.evaluate(look) != before
    button = page.locator(".question__check").first
    assert button.evaluate("element => parseFloat(getComputedStyle(element).borderTopWidth)") >= 1
    button.click()
    feedback = page.locator("quiz-question .feedback__verdict").first
    assert feedback.inner_text().strip()
    page.keyboard.press("Tab")
    style, width = page.evaluate(
        "(style => [style.outlineStyle, parseFloat(style.outlineWidth)])(getComputedStyle(document.activeElement))"
    )
    assert style != "none"
    assert width >= 2
