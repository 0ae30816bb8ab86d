"""What is asked before reading comes back after it: guesses, and where the reader stands."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import WORDS, Question, barriers
from whole_page import in_both_looks

GUESS, VERDICT = WORDS["guess"], WORDS["verdict"]
COURSE = "reading-maps/v1"


@pytest.fixture
def page(visit, trial) -> Page:
    return visit(f"{trial}trial-lesson/")


def guess_at(page: Page, kind: str) -> Locator:
    return page.locator(f'quiz-guess[data-question="trial/{kind}"]')


def stored(page: Page, slot: str, kind: str):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", f"{COURSE}/{slot}/trial/{kind}") or "null")


def test_a_guess_is_kept_without_a_word_on_it_and_comes_back_with_the_answer(page):
    guess = guess_at(page, "single")
    guess.get_by_role("radio", name="One of them").check()
    guess.get_by_role("button", name=GUESS["keep"]).click()
    expect(guess.get_by_role("status")).to_have_text(GUESS["kept"])
    assert stored(page, "guess", "single")["response"] == ["one of them"]
    assert stored(page, "answer", "single") is stored(page, "card", "single") is None
    question = Question(page, "trial/single")
    expect(question.choice("One of them")).not_to_be_checked()
    question.click("Two of them")
    question.says(VERDICT["right"])
    question.says(GUESS["earlier"].format(guess="One of them"))
    page.reload()
    expect(guess.get_by_role("radio", name="One of them")).to_be_checked()
    question.says(GUESS["earlier"].format(guess="One of them"))


def test_several_guesses_at_one_question_are_all_told(page):
    guess = guess_at(page, "multiple")
    for name in ("Number three", "Number four"):
        guess.get_by_role("checkbox", name=name).check()
    guess.get_by_role("button", name=GUESS["keep"]).click()
    question = Question(page, "trial/multiple")
    question.click("Number two")
    question.says(GUESS["earlier"].format(guess="Number three; Number four"))


def test_who_guesses_nothing_can_read_on(page):
    guess = guess_at(page, "single")
    guess.get_by_role("button", name=GUESS["keep"]).click()
    expect(guess.get_by_role("status")).to_have_text(GUESS["empty"])
    expect(guess.get_by_role("radio").first).to_be_focused()
    question = Question(page, "trial/single")
    question.click("Two of them")
    question.says(VERDICT["right"])
    expect(question.status.locator(".feedback__guess")).to_have_count(0)
    expect(page.get_by_text(GUESS["why"])).to_be_visible()


def view(page: Page, slot: str) -> Locator:
    return page.locator(f'quiz-question[data-slot="{slot}"]')


def keep_view(page: Page, slot: str, name: str) -> Locator:
    if view(page, slot).locator(".question__fields:disabled").count():
        view(page, slot).get_by_role("button", name=WORDS["question"]["change"]).click()
    view(page, slot).get_by_role("radio", name=name, exact=True).check()
    view(page, slot).get_by_role("button", name=WORDS["question"]["keep"]).click()
    return view(page, slot).get_by_role("status")


def test_an_opinion_after_the_course_is_shown_beside_the_one_before(page):
    status = keep_view(page, "before", "Found")
    expect(status).to_contain_text(VERDICT["noted"])
    expect(view(page, "after").get_by_role("radio", checked=True)).to_have_count(0)
    status = keep_view(page, "after", "Made")
    expect(status).to_contain_text(WORDS["question"]["before"].format(position="Found"))
    page.reload()
    expect(view(page, "before").get_by_role("radio", checked=True)).to_have_accessible_name("Found")
    expect(view(page, "after").get_by_role("radio", checked=True)).to_have_accessible_name("Made")
    expect(status).to_contain_text(WORDS["question"]["before"].format(position="Found"))
    expect(keep_view(page, "after", "Found")).to_contain_text(WORDS["question"]["same"])
    assert [stored(page, slot, "view")["response"] for slot in ("before", "after")] == [["1"], ["1"]]


def test_who_gave_no_opinion_before_is_told_of_none(page):
    status = keep_view(page, "after", "Made")
    expect(status).to_contain_text(VERDICT["noted"])
    expect(status.locator(".feedback__before")).to_have_count(0)


@in_both_looks
def test_guesses_and_opinions_are_without_barriers(visit, trial, scheme, screen):
    page = visit(f"{trial}trial-lesson/", color_scheme=scheme, viewport=screen)
    guess_at(page, "single").get_by_role("radio").first.check()
    guess_at(page, "single").get_by_role("button", name=GUESS["keep"]).click()
    for slot in ("before", "after"):
        keep_view(page, slot, "Made")
    found = barriers(page)
    assert not found, "\n".join(found)


def test_without_scripts_a_guess_is_a_question_to_think_about(visit, trial):
    page = visit(f"{trial}trial-lesson/", java_script_enabled=False)
    expect(guess_at(page, "single").get_by_role("radio")).to_have_count(3)
    expect(guess_at(page, "single").get_by_role("button")).to_have_count(0)
    expect(guess_at(page, "single").get_by_text("Three less one is two.")).to_have_count(0)
