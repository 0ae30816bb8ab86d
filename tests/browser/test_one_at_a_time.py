"""Questions that stand together in a lesson: one at a time with scripts, all without them, each by its address."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import browsing
from browsing import WORDS, barriers
from whole_page import in_both_looks

LESSON = "lessons/projections/"
SAID = WORDS["turns"]
SHOWN = "all => all.filter(one => one.checkVisibility()).map(one => one.id)"


@pytest.fixture
def block(visit, course):
    """The last questions of a lesson that stand together, with the page scrolled, as a reader has it."""

    def open_block(hash="", **context):
        page = visit(course + LESSON + hash, **context)
        page.mouse.wheel(0, 40)
        if context.get("java_script_enabled", True):
            expect(page.locator("[data-turns=one]").first).to_be_attached()
        return page.locator(".turns:has(> quiz-question):has(> .turns__way)").last

    return open_block


def shown(block):
    return block.locator("> quiz-question").evaluate_all(SHOWN)


def test_one_is_shown_and_the_button_leads_to_the_next_with_the_focus(block):
    block = block()
    first, second = block.locator("> quiz-question").evaluate_all("all => all.slice(0, 2).map(one => one.id)")
    assert shown(block) == [first]
    block.get_by_role("button", name=SAID["next"]).click()
    assert shown(block) == [second]
    assert block.page.evaluate("document.activeElement.closest('quiz-question').id") == second
    expect(block.locator(".turns__marks [aria-current]")).to_contain_text("Question 2")
    block.locator(".turns__marks a").first.click()
    assert shown(block) == [first]


def test_all_are_shown_on_the_reader_s_wish_and_one_again(block):
    block = block()
    count = block.locator("> quiz-question").count()
    block.locator(".turns__all").click()
    expect(block.locator("> quiz-question:visible")).to_have_count(count)
    # Nothing follows what is all there.
    expect(block.locator(".turns__next")).to_be_hidden()
    block.locator(".turns__single").click()
    expect(block.locator("> quiz-question:visible")).to_have_count(1)


def test_how_it_went_is_offered_loudly_only_where_no_question_follows(block):
    block = block()
    ways = block.page.locator(".question__check:visible, .summary__show:visible")
    grounds = "all => all.slice(-2).map(way => getComputedStyle(way).backgroundColor)"
    check, result = ways.evaluate_all(grounds)
    assert check != result
    block.locator(".turns__marks a").last.click()
    check, result = ways.evaluate_all(grounds)
    assert check == result
    block.locator(".turns__marks a").first.click()
    block.locator(".turns__all").click()
    check, result = ways.evaluate_all(grounds)
    assert check == result


def test_the_address_of_a_question_shows_it_before_scripts_and_later(block):
    ids = block().locator("> quiz-question").evaluate_all("all => all.map(one => one.id)")
    opened = block(f"#{ids[-1]}")
    assert shown(opened) == ids[-1:]
    opened.page.evaluate("id => { location.hash = id }", ids[0])
    expect(opened.locator("> quiz-question:visible")).to_have_attribute("id", ids[0])
    # An address that was cut short on its way names nothing.
    assert shown(block("#%E0%A4%A")) == ids[:1]


def test_without_scripts_and_on_paper_all_are_there_and_no_way_from_one_to_the_next(block):
    plain = block(java_script_enabled=False)
    expect(plain.locator("> quiz-question:visible")).to_have_count(plain.locator("> quiz-question").count())
    expect(plain.locator(".turns__way")).to_be_hidden()
    printed = block()
    browsing.on_paper(printed.page)
    expect(printed.locator("> quiz-question:visible")).to_have_count(printed.locator("> quiz-question").count())
    expect(printed.locator(".turns__way")).to_be_hidden()


@in_both_looks
def test_one_at_a_time_is_without_barriers(block, scheme, screen):
    block = block(color_scheme=scheme, viewport=screen)
    expect(block.locator("> [data-turn]")).to_have_count(1)
    assert barriers(block.page) == []
