"""A course with formulas as it is built and read: in the browser, in the search and by those who hear it."""

from __future__ import annotations

import json

import pytest

import browsing
import building

WIDE = (
    r"x_{1,2} = -\frac{p}{2} \pm \sqrt{\left(\frac{p}{2}\right)^2 - q} + \sum_{i=1}^{n} \frac{a + b + c + d + e + f}{g}"
)
PAGE = f"""
# The area $\\frac{{1}}{{2}}ab$

## Where $a^2 + b^2 = c^2$

In a line: $x \\ge 0$, and a wide one: ${WIDE}$. A price: $5 or $10.

$$
{WIDE}
$$

$$\\begin{{aligned}} a + b &= c \\\\ d &= e \\end{{aligned}}$$

$$\\begin{{array}}{{l|r}} a & b \\\\ \\hline c & d \\end{{array}}$$

$$\\boxed{{a\\!b}} \\quad \\begin{{cases}} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{{cases}}$$

```quiz
area
```
"""
QUIZ = f"""
title: Areas
lesson: lessons/area.md
questions:
  - id: half
    type: single-choice
    scenario: '$${WIDE}$$'
    prompt: What is $A$?
    choices:
      - {{text: '$\\frac{{1}}{{2}}$', correct: true, feedback: Yes.}}
      - {{text: '$${WIDE}$$', feedback: No.}}
    explanation: It is $\\frac{{1}}{{2}}$.
  - id: order
    type: ordering
    prompt: Which is smaller?
    items: ['$\\frac{{1}}{{3}}$', '$\\frac{{1}}{{2}}$', '$\\frac{{2}}{{3}}$']
    explanation: They grow.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of a small course with formulas."""
    site = tmp_path_factory.mktemp("formulas") / "site"
    files = {"docs/index.md": "# Home\n", "docs/lessons/area.md": PAGE, "quizzes/area.yml": QUIZ}
    building.build_small(files, "[index.md, lessons/area.md]", site)
    return site


def test_names_and_search_hold_a_formula_as_its_tex(site):
    html = (site / "lessons/area/index.html").read_text(encoding="utf-8")
    assert "<title>The area \\frac{1}{2}ab - " in html
    assert '<h2 id="where-a2-b2-c2">' in html
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"]: entry for entry in index["docs"]}
    assert found["lessons/area/#where-a2-b2-c2"]["title"] == "Where a^2 + b^2 = c^2"
    assert (
        r"In a line: x \ge 0, and a wide one: x_{1,2} = -\frac{p}{2}" in found["lessons/area/#where-a2-b2-c2"]["text"]
    )


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_a_page_of_formulas_has_no_barrier_and_never_scrolls_sideways(site, visit, width, scheme):
    # `visit` fails where the page's policy keeps anything away, such as a style in an element.
    with browsing.served(site) as address:
        page = visit(f"{address}lessons/area/", viewport={"width": width, "height": 800}, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert browsing.barriers(page) == []
        assert page.locator("math").count() > 10
        narrow = page.locator(".formula--wide").evaluate_all(
            "all => all.filter(e => e.scrollWidth > e.clientWidth).length"
        )
        assert (narrow > 3) == (width == 320)


def test_the_keyboard_scrolls_a_wide_formula(site, visit):
    with browsing.served(site) as address:
        page = visit(f"{address}lessons/area/", viewport={"width": 320, "height": 800})
        region = page.get_by_role("region", name="Formula", exact=True)
        region.focus()
        page.keyboard.press("ArrowRight")
        browsing.until(page, "e => e.scrollLeft > 0", arg=region.element_handle())


def test_columns_of_a_formula_stand_as_written(site, visit):
    with browsing.served(site) as address:
        page = visit(f"{address}lessons/area/", viewport={"width": 1280, "height": 800})
        ends = page.locator("mtd.formula__end.formula__open").evaluate_all(
            "all => all.map(e => e.lastElementChild.getBoundingClientRect().right)"
        )
        assert len(ends) == 2
        assert abs(ends[0] - ends[1]) < 1, "what stands before an = ends in one line"


def test_what_is_said_of_a_formula_is_its_tex(site, visit):
    with browsing.served(site) as address:
        page = visit(f"{address}lessons/area/")
        browsing.show_all(page)
        question = page.locator("quiz-question").nth(1)
        item = question.locator(".order__item").first
        tex = item.locator("math").get_attribute("data-tex")
        item.get_by_role("button", name="Down").click()
        browsing.until(page, "tex => document.body.textContent.includes(tex)", arg=tex)
        assert tex in question.locator("[role=status]").all_inner_texts()[0] or tex in question.inner_text()
