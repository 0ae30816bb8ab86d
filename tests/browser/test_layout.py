"""Where things stand on a page, and how far apart: what no rule of accessibility asks, and the eye sees at once."""

from __future__ import annotations

import pytest

from browsing import until

WIDE = {"width": 1280, "height": 800}
# Words that are set in the display face too closely: their space, and their letters where they are small.
CLOSE = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element), size = parseFloat(style.fontSize)
  const says = [...element.childNodes].some(node => node.nodeType === 3 && /\\S\\s+\\S/.test(node.data))
  if (!says || !element.checkVisibility() || !style.fontFamily.startsWith('"Newsreader Display"')) return false
  return parseFloat(style.wordSpacing) < size * .04 || size < 30 && parseFloat(style.letterSpacing) < 0
}).map(element => element.outerHTML.slice(0, 100))"""
# In each row of a list of definitions, how far the line above the term is from that above its meaning.
STEPS = """() => [...document.querySelectorAll("article dt:has(+ dd)")].map(term =>
  Math.abs(term.getBoundingClientRect().top - term.nextElementSibling.getBoundingClientRect().top))"""
BELOW_THE_HEAD = """id => document.getElementById(id).getBoundingClientRect().top
  - document.querySelector(".md-header").getBoundingClientRect().bottom"""


@pytest.mark.parametrize(
    "address",
    ["", "lessons/projections/", "quizzes/projections/", "readings/projections/", "glossary/", "review/", "progress/"],
)
def test_words_in_the_display_face_stand_apart(visit, course, address):
    page = visit(course + address, viewport=WIDE)
    assert page.evaluate(CLOSE) == []
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).fontFamily").startswith('"Newsreader')


def test_a_term_and_its_meaning_are_under_one_line(visit, course):
    page = visit(course + "glossary/", viewport=WIDE)
    steps = page.evaluate(STEPS)
    assert len(steps) > 8
    assert max(steps) < 0.5


@pytest.mark.parametrize("screen", [WIDE, {"width": 390, "height": 844}], ids=["wide", "narrow"])
def test_a_heading_that_is_jumped_to_stands_clear_of_the_head_and_is_the_one_that_is_read(visit, course, screen):
    page = visit(course + "lessons/projections/#how-much-area", viewport=screen)
    assert 23 <= page.evaluate(BELOW_THE_HEAD, "how-much-area") <= 28
    if screen == WIDE:
        page.locator(".contents__here summary").click()
        page.locator(".contents__here a[href='#which-first']").click()
        until(page, "document.querySelector('.contents__here [aria-current]')?.hash === '#which-first'")
    else:
        page.locator("#which-first .headerlink").click()
    assert 23 <= page.evaluate(BELOW_THE_HEAD, "which-first") <= 28


def test_a_permalink_says_what_it_is_and_its_sign_is_only_seen(visit, course):
    page = visit(course + "lessons/projections/", viewport=WIDE)
    links = page.locator(".headerlink:visible")
    named = page.get_by_role("link", name="Link to this section", exact=True)
    assert named.count() == links.count() > 10
    assert "¶" not in page.locator("article").inner_text()
    drawn = links.first.evaluate("link => getComputedStyle(link, '::before').content")
    assert drawn == '"¶" / ""'


EDGES = """selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility())
  .map(element => element.getBoundingClientRect()).map(({left, right}) => [Math.round(left), Math.round(right)])"""


def test_what_stands_below_one_another_has_one_edge(visit, course):
    page = visit(course, viewport=WIDE)
    [[_, own]], [[_, whole]] = (page.evaluate(EDGES, selector) for selector in (".page--home > h1", ".page"))
    assert own == whole
    for address in ("review/", "progress/"):
        page.goto(course + address)
        [[heading, _]] = page.evaluate(EDGES, "h1")
        assert {left for left, _ in page.evaluate(EDGES, ".review > *, .progress > *")} == {heading}
    assert len({right for _, right in page.evaluate(EDGES, ".progress > :not(p)")}) == 1
    page.goto(course + "lessons/projections/")
    lists = page.evaluate(EDGES, ".fold, .citing")
    assert len(lists) > 1 and len({right for _, right in lists}) == 1


def test_what_is_due_stands_nearer_to_its_own_tab_than_to_the_next(visit, course):
    page = visit(course, viewport=WIDE)
    page.locator(".tabs__link > .due-mark").first.evaluate("mark => { mark.textContent = 20 }")
    boxes = page.locator(".tabs__link:has(.due-mark)").first.evaluate("""tab => {
        const [own, mark, next] = [tab, tab.querySelector(".due-mark"), tab.closest("li").nextElementSibling.firstChild]
        return [own.getBoundingClientRect().right, mark.getBoundingClientRect().left,
                mark.getBoundingClientRect().right, next.getBoundingClientRect().left]
    }""")
    own, start, end, following = boxes
    assert start - own < 2 and following - end >= 8


def test_no_card_of_a_figure_cuts_the_name_of_its_lesson(visit, course):
    page = visit(course + "figures/", viewport={"width": 360, "height": 800})
    page.locator(".thumbs__lesson").first.evaluate("span => { span.textContent = 'Projections and their '.repeat(4) }")
    cut = "spans => spans.filter(span => span.scrollWidth > span.clientWidth + 1).length"
    names = page.locator("summary > span")
    assert names.count() > 3 and names.evaluate_all(cut) == 0


def test_where_no_sheet_arrives_no_sign_fills_the_window(visit, course):
    page = visit(course + "404.html", lost="**/*.css", faults=True, viewport={"width": 390, "height": 844})
    sizes = page.evaluate("[...document.querySelectorAll('svg')].map(svg => svg.getBoundingClientRect().width)")
    assert len(sizes) > 1 and max(sizes) <= 32
