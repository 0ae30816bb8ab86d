"""The card of questions, as it comes out of the printer."""

from __future__ import annotations

import pytest
from course_files import COUNTS
from playwright.sync_api import expect

import browsing
from printing import is_read, lowest, sheets_of, squeezed


@pytest.fixture
def card(visit, course):
    return visit(f"{course}questions-card/")


def test_the_card_of_questions_takes_the_upper_half_of_one_page(card):
    sheets = sheets_of(card)
    assert len(sheets) == 1
    said = squeezed(sheets[0].extract_text())
    assert is_read(squeezed(card.locator("ol > li").last.inner_text()), said)
    assert lowest(sheets[0]) > 0.5
    card.locator("ol").evaluate("list => list.append(...[...list.children].map(item => item.cloneNode(true)))")
    twice = sheets_of(card)
    assert len(twice) > 1 or lowest(twice[0]) < 0.5


def test_the_card_asks_the_questions_of_its_guide_and_leads_there_on_the_screen_only(card):
    asked = card.locator("ol > li").all_inner_texts()
    link = card.locator(".paper").get_by_role("link")
    browsing.on_paper(card)
    expect(link).to_have_count(0)
    card.emulate_media(media="screen")
    link.click()
    expect(card.locator("h2#questions + ol > li")).to_have_text(asked)
    assert len(asked) == COUNTS["questions-on-the-card"]
