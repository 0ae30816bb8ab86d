"""Answering a question, with the pointer and with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browsing import WORDS, Question

VERDICT = WORDS["verdict"]
WAYS = pytest.mark.parametrize("way", ["click", "type"])
KINDS = pytest.mark.parametrize("kind", ["single", "multiple", "truth"])
TRUE, FALSE = WORDS["question"]["true"], WORDS["question"]["false"]

# Question, what is chosen, what is said in order, and what is not.
CASES = [
    (
        "single", ["Two of them"],
        [VERDICT["right"], "Three less one is two.", "Breaking one of three leaves two.", WORDS["question"]["reread"]],
        ["Count on your fingers.", "One is what she broke."],
    ),
    (
        "single", ["Three of them"],
        [VERDICT["wrong"], "Three is what she began with.", VERDICT["hint"], "Count on your fingers."],
        ["Three less one is two.", "One is what she broke.", "Breaking one"],
    ),
    (
        "multiple", ["Number two", "Number four"],
        [VERDICT["right"], "Number two", "Twice one is two.", "Number four", "Twice two is four.", "An even number is"],
        ["Three is one too many."],
    ),
    (
        "multiple", ["Number four"],
        [VERDICT["partly"], VERDICT["some"].format(right=1, total=2)],
        ["Twice", "one too many", "An even number is"],
    ),
    (
        "multiple", ["Number two", "Number three"],
        [VERDICT["partly"], VERDICT["some-and-one"].format(right=1, total=2), "Number three", "Three is one too many."],
        ["Five is one", "An even number is"],
    ),
    (
        "multiple", ["Number two", "Number three", "Number five"],
        [
            VERDICT["partly"], VERDICT["some-and-more"].format(right=1, total=2, wrong=2),
            "Three is one too many.", "Five is one too many",
        ],
        ["Twice one", "Twice two", "An even number is"],
    ),
    (
        "multiple", ["Number five"],
        [VERDICT["wrong"], "Five is one too many"],
        [VERDICT["partly"], VERDICT["hint"], "Three is one", "An even number is"],
    ),
    (
        "truth", [TRUE],
        [VERDICT["right"], "One is nought and one more.", "On a ruler nought"],
        ["What could be less"],
    ),
    (
        "truth", [FALSE],
        [VERDICT["wrong"], "What could be less than nothing", VERDICT["hint"], "Where do they stand"],
        ["One is nought", "On a ruler nought"],
    ),
]  # fmt: skip


def in_order(texts: list[str]) -> re.Pattern[str]:
    return re.compile(r"\s*" + r"[\s\S]*".join(map(re.escape, texts)))


@WAYS
@pytest.mark.parametrize(("kind", "chosen", "said", "unsaid"), CASES)
def test_checking_says_how_the_answer_was_and_keeps_the_focus(visit, trial, way, kind, chosen, said, unsaid):
    question = Question(visit(f"{trial}quizzes/trial/"), f"trial/{kind}")
    getattr(question, way)(*chosen)
    expect(question.status).to_have_text(in_order(said))
    for text in unsaid:
        expect(question.status).not_to_contain_text(text)
    expect(question.status).to_be_visible()
    expect(question.again).to_be_visible()
    if said[0] != VERDICT["right"]:
        expect(question.check).to_be_focused()
        return
    # Nothing to answer is left but to answer again; the reader goes on from the verdict.
    expect(question.element.locator(".feedback__verdict")).to_be_focused()
    expect(question.element.get_by_role("button")).to_have_text([VERDICT["again"]])
    expect(question.inputs.and_(question.page.locator(":enabled"))).to_have_count(0)


@WAYS
@KINDS
def test_checking_nothing_says_so_and_leads_to_the_first_choice(visit, trial, way, kind):
    question = Question(visit(f"{trial}quizzes/trial/"), f"trial/{kind}")
    getattr(question, way)()
    expect(question.status).to_have_text(VERDICT["empty"])
    expect(question.inputs.first).to_be_focused()
    expect(question.again).to_be_hidden()
    assert question.page.evaluate("Object.keys(localStorage).filter(key => key.includes('/answer/'))") == []


@KINDS
def test_choosing_says_nothing_however_it_is_done(visit, trial, kind):
    page = visit(f"{trial}quizzes/trial/")
    question = Question(page, f"trial/{kind}")
    question.tab_from_start(question.inputs.first)
    for key in ("Space", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    assert question.inputs.evaluate_all("inputs => inputs.filter(input => input.checked).length") == 1
    question.inputs.last.click()
    expect(question.status).to_be_empty()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('/answer/'))") == []


@WAYS
@KINDS
def test_try_again_clears_and_leads_to_the_first_choice(visit, trial, way, kind):
    page = visit(f"{trial}quizzes/trial/")
    question = Question(page, f"trial/{kind}")
    wrong = {"single": "One of them", "multiple": "Number five", "truth": FALSE}[kind]
    right = {"single": ["Two of them"], "multiple": ["Number two", "Number four"], "truth": [TRUE]}[kind]
    question.click(wrong)
    expect(question.status).to_contain_text(VERDICT["wrong"])
    if way == "click":
        question.again.click()
    else:
        question.tab_to(question.again)
        page.keyboard.press("Enter")
    expect(question.status).to_be_empty()
    expect(question.again).to_be_hidden()
    expect(question.inputs.first).to_be_focused()
    assert question.inputs.evaluate_all("inputs => inputs.every(input => !input.checked)")
    getattr(question, way)(*right)
    expect(question.status).to_contain_text(VERDICT["right"])


@KINDS
def test_the_answer_opens_and_closes_by_keyboard(visit, trial, kind):
    page = visit(f"{trial}quizzes/trial/")
    question = Question(page, f"trial/{kind}")
    explanation = {"single": "Breaking one", "multiple": "An even number", "truth": "On a ruler"}[kind]
    summary = question.answer.locator("summary")
    question.tab_from_start(summary)
    expect(question.answer.get_by_text(explanation)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(question.answer.get_by_text(explanation)).to_be_visible()
    expect(question.answer.get_by_text(WORDS["question"]["correct"]).first).to_be_visible()
    page.keyboard.press("Space")
    expect(question.answer.get_by_text(explanation)).to_be_hidden()
    expect(question.status).to_be_empty()


def test_questions_of_one_page_leave_each_other_alone_and_one_that_is_asked_twice_has_one_answer(visit, trial):
    page = visit(f"{trial}trial/")
    one, other = Question(page, "trial/single"), Question(page, "trial/single", 2)
    other.choice("Three of them").click()
    expect(one.status).to_be_empty()
    one.click("Two of them")
    for question in (one, other):
        expect(question.status).to_contain_text(VERDICT["right"])
        expect(question.status).not_to_contain_text(VERDICT["earlier"])
        expect(question.choice("Two of them")).to_be_checked()
    expect(Question(page, "trial/truth").status).to_be_empty()


def test_feedback_on_the_sources_leads_to_them(visit, course):
    page = visit(f"{course}quizzes/projections/")
    question = Question(page, "projections/how-much")
    question.click(*[item.get_attribute("aria-label") or item.inner_text() for item in right_choices(question)])
    # The explanation cites what the question names, so it is shown once.
    expect(question.status).not_to_contain_text(WORDS["question"]["sources"])
    question.status.get_by_role("link").filter(has_text="1987").click()
    expect(page).to_have_url(f"{course}quizzes/projections/#ref-snyder1987")
    expect(page.locator("#ref-snyder1987")).to_be_in_viewport()


def right_choices(question: Question):
    right = question.element.locator("[data-correct=true]").first.get_attribute("data-part")
    return question.element.locator("label").filter(has=question.page.locator(f'input[value="{right}"]')).all()
