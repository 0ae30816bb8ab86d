"""Code as a reader meets it: in a lesson, to be chosen, in what is said to a response, in review and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

import browsing
import building
from browsing import Question, barriers, until
from html_checker import faults as faults_of_html
from published import pages_of
from whole_page import LOOKS, faults

TRIAL = Path(__file__).parent / "trial"
LOOP = 'for i in range(2):\n    print("a")\n'
PAGES = ["lessons/code/", "quizzes/code/", "quizzes/code/worksheet/", "quizzes/code/key/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    files = {
        "docs/index.md": "# Start\n\nNo code.\n",
        "docs/lessons/code.md": (TRIAL / "code.md").read_text(encoding="utf-8"),
        "quizzes/code.yml": (TRIAL / "code.yml").read_text(encoding="utf-8"),
    }
    nav = "[index.md, lessons/code.md]"
    return building.made_once(tmp_path_factory, "code", lambda site: building.build_small(files, nav, site))


@pytest.fixture(scope="module")
def address(site):
    with browsing.served(site) as address:
        yield address


def test_the_html_is_valid(site):
    assert [fault for fault in faults_of_html(site) if fault.startswith(("lessons/code", "quizzes/code"))] == []


def test_only_pages_with_code_and_the_review_fetch_its_styles(site):
    fetching = {name for name, page in pages_of(site).items() if any("/blocks." in link for link in page.loaded())}
    assert fetching == {*PAGES, "review/"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_code_has_no_barriers_and_never_scrolls_sideways(visit, address, path):
    page = visit(f"{address}{path}", viewport={"width": 390, "height": 844})
    assert faults(page, LOOKS) == []
    assert barriers(page) == []


def test_wide_code_scrolls_by_itself_by_the_keyboard_and_without_scripts(visit, address):
    page = visit(f"{address}lessons/code/", viewport={"width": 320, "height": 640}, java_script_enabled=False)
    code = page.get_by_role("region", name="Code: total.py", exact=True)
    code.focus()
    page.keyboard.press("ArrowRight")
    expect(code).to_be_focused()
    until(page, "document.querySelector('pre').scrollLeft > 0")
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    expect(page.get_by_text("total.py", exact=True)).to_be_visible()


def test_a_marked_line_is_marked_to_its_end_and_on_paper(visit, address):
    page = visit(f"{address}lessons/code/", viewport={"width": 320, "height": 640})
    marked = page.locator(".page .hll").first
    code = page.locator("pre > code").first
    assert marked.bounding_box()["width"] > 600
    assert abs(marked.bounding_box()["width"] - code.bounding_box()["width"]) < 1
    browsing.on_paper(page)
    assert marked.evaluate("line => getComputedStyle(line).borderInlineStartWidth") == "3px"
    assert code.bounding_box()["width"] <= 320, "on paper nothing is cut off"


def test_code_is_chosen_by_a_click_on_it_and_explained_with_its_lines(visit, address):
    page = visit(f"{address}quizzes/code/", viewport={"width": 390, "height": 844})
    question = Question(page, "code/what")
    question.fields.locator("pre", has_text='print("a")').get_by_text("range").click()
    expect(question.inputs.and_(page.locator(":checked"))).to_have_count(1)
    question.check.click()
    question.again.click()
    question.fields.locator("pre", has_text='print("b').get_by_text("range").click()
    question.check.click()
    assert "a\na\n" in question.fields.locator(".answer__part pre:visible").all_text_contents()
    assert question.signs == ["right", "right"]
    assert barriers(page) == []
    page.reload()
    expect(question.inputs.and_(page.locator(":checked"))).to_have_count(2)


def test_a_line_of_code_is_moved_and_named_sign_for_sign(visit, address):
    page = visit(f"{address}quizzes/code/")
    question = Question(page, "code/order")
    item = question.fields.get_by_role("listitem").filter(has_text="return")
    item.get_by_role("button").first.click()
    question.says('return "$&, $1 and')


def test_a_guess_at_code_is_told_with_its_lines(visit, address):
    page = visit(f"{address}lessons/code/")
    guess = page.locator("quiz-guess")
    guess.locator("pre", has_text='print("a")').get_by_text("range").click()
    guess.get_by_role("button").click()
    question = Question(page, "code/what")
    question.fields.get_by_text("print('c')").click()
    question.check.click()
    told = question.status.locator(".feedback__guess")
    assert LOOP.strip() in told.inner_text()


def test_the_review_asks_with_code(visit, address):
    page = visit(f"{address}quizzes/code/")
    question = Question(page, "code/what")
    question.fields.locator("pre", has_text='print("a")').get_by_text("range").click()
    question.check.click()
    expect(question.status).not_to_be_empty()
    until(page, "Object.keys(localStorage).some(key => key.includes('/card/code/what'))")
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find(key => key.includes("/card/code/what"))
      localStorage.setItem(key, JSON.stringify({...JSON.parse(localStorage.getItem(key)), due: "2026-01-01"}))
    }""")
    page.goto(f"{address}review/")
    page.locator(".review__start").first.click()
    asked = page.locator("quiz-review quiz-question")
    expect(asked.locator("pre").first).to_be_visible()
    assert LOOP in asked.locator("pre").all_text_contents()
    assert asked.locator(".hll").first.evaluate("line => getComputedStyle(line).borderInlineStartWidth") == "3px"
    assert barriers(page) == []
