"""Where things stand on a page, and how far apart: what no rule of accessibility asks, and the eye sees at once."""

from __future__ import annotations

import pytest

WIDE = {"width": 1280, "height": 800}
# Words that are set in the display face too closely: their space, and their letters where they are small.
CLOSE = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element), size = parseFloat(style.fontSize)
  const says = [...element.childNodes].some(node => node.nodeType === 3 && /\\S\\s+\\S/.test(node.data))
  if (!says || !element.checkVisibility() || !style.fontFamily.startsWith('"Newsreader Display"')) return false
  return parseFloat(style.wordSpacing) < size * .04 || size < 30 && parseFloat(style.letterSpacing) < 0
}).map(element => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize(
    "address", ["", "lessons/alliance/", "quizzes/alliance/", "readings/alliance/", "glossary/", "review/", "progress/"]
)
def test_words_in_the_display_face_stand_apart(visit, course, address):
    page = visit(course + address, viewport=WIDE)
    assert page.evaluate(CLOSE) == []
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).fontFamily").startswith('"Newsreader')


def test_a_permalink_says_what_it_is_and_its_sign_is_only_seen(visit, course):
    page = visit(course + "lessons/alliance/", viewport=WIDE)
    links = page.locator(".headerlink")
    named = page.get_by_role("link", name="Link to this section", exact=True)
    assert named.count() == links.count() > 10
    assert "¶" not in page.locator("article").inner_text()
    drawn = links.first.evaluate("link => getComputedStyle(link, '::before').content")
    assert drawn == '"¶" / ""'
