"""Answering a question, with the pointer and with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import WORDS, Question

VERDICT = WORDS["verdict"]
WAYS = pytest.mark.parametrize("way", ["click", "type"])
KINDS = ["single", "multiple", "truth"]
HINT = WORDS["question"]["hinted"]
TRUE, FALSE = WORDS["question"]["true"], WORDS["question"]["false"]


@pytest.fixture
def page(visit, trial):
    """The page with a question of each type."""
    return visit(f"{trial}quizzes/trial/")


# Question, what is chosen, what is said in order, and what is not.
CASES = [
    (
        "single", ["Two of them"],
        [VERDICT["right"], "Three less one is two.", "Breaking one of three leaves two."],
        ["Count on your fingers.", "One is what she broke.", WORDS["question"]["reread"], "Two of them"],
    ),
    (
        "single", ["Three of them"],
        [VERDICT["wrong"], "Three is what she began with.", HINT, "Count on your fingers."],
        ["Three of them", "Three less one is two.", "One is what she broke.", "Breaking one"],
    ),
    (
        "multiple", ["Number two", "Number four"],
        ["Twice one is two.", "Twice two is four.", VERDICT["right"], "An even number is"],
        ["Three is one too many.", "Number two"],
    ),
    (
        "multiple", ["Number four"],
        [VERDICT["some"].format(right=1, total=2)],
        ["Twice", "one too many", "An even number is", VERDICT["partly"]],
    ),
    (
        "multiple", ["Number two", "Number three"],
        ["Three is one too many.", VERDICT["some"].format(right=1, total=2)],
        ["Twice", "Five is one", "An even number is"],
    ),
    (
        "multiple", ["Number two", "Number three", "Number five"],
        ["Three is one too many.", "Five is one too many", VERDICT["some"].format(right=1, total=2)],
        ["Twice one", "Twice two", "An even number is"],
    ),
    (
        "multiple", ["Number five"],
        [VERDICT["wrong"], "Five is one too many"],
        [VERDICT["partly"], HINT, "Three is one", "An even number is"],
    ),
    (
        "truth", [TRUE],
        [VERDICT["right"], "One is nought and one more.", "On a ruler nought"],
        ["What could be less"],
    ),
    (
        "truth", [FALSE],
        [VERDICT["wrong"], "What could be less than nothing", HINT, "Where do they stand"],
        ["One is nought", "On a ruler nought"],
    ),
]  # fmt: skip


# All three stand on one page and are answered on it, each in its first way, then on another page in its second.
TURNS = [
    [case for case in CASES if [other for other in CASES if other[0] == case[0]].index(case) == turn]
    for turn in range(max(sum(case[0] == kind for case in CASES) for kind in KINDS))
]


@WAYS
@pytest.mark.parametrize("turn", range(len(TURNS)))
def test_checking_says_how_the_answer_was_and_keeps_the_focus(page, subtests, way, turn):
    for kind, chosen, said, unsaid in TURNS[turn]:
        with subtests.test(kind=kind, chosen=chosen):
            question = Question(page, f"trial/{kind}")
            getattr(question, way)(*chosen)
            question.says(*said)
            question.leaves_out(*unsaid)
            expect(question.again).to_be_focused()
            # On each that was chosen its sign; nothing to act with is left but to answer again, and to see the answer.
            right = {"single": ["Two of them"], "multiple": ["Number two", "Number four"], "truth": [TRUE]}[kind]
            assert question.signs == ["right" if text in right else "wrong" for text in chosen]
            is_right = VERDICT["right"] in said
            assert question.controls == (
                [VERDICT["again"], VERDICT["more"]] if is_right else [VERDICT["retry"], WORDS["question"]["show"]]
            )


def test_the_answer_opened_after_a_try_stands_in_its_rows_and_tells_nothing_twice(page, subtests):
    for kind, chosen in (("single", ["One of them"]), ("multiple", ["Number two"]), ("truth", [FALSE])):
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            question.click(*chosen)
            question.answer.locator("summary").click()
            expect(question.fields.locator(".answer__part")).to_have_count(question.inputs.count())
            for row in question.fields.locator(".choice").all():
                part = row.locator("xpath=following-sibling::*[contains(@class, 'answer__part')][1]")
                expect(part).to_have_attribute("data-part", row.locator("input").get_attribute("value"))
            shown = question.element.inner_text()
            for text in question.element.locator(".answer__feedback, .answer__explanation").all_inner_texts():
                assert shown.count(text.strip()) == 1
            question.answer.locator("summary").click()
            expect(question.fields.locator(".answer__part")).to_have_count(int(kind != "multiple"))


@WAYS
def test_checking_nothing_says_so_and_leads_to_the_first_choice(page, subtests, way):
    for kind in KINDS:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            getattr(question, way)()
            expect(question.status).to_have_text(VERDICT["empty"])
            expect(question.inputs.first).to_be_focused()
            expect(question.again).to_have_count(0)
            assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('/answer/'))") == []


def test_choosing_says_nothing_however_it_is_done(page, subtests):
    for kind in KINDS:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            question.tab_from_start(question.inputs.first)
            for key in ("Space", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"):
                page.keyboard.press(key)
            assert question.inputs.evaluate_all("inputs => inputs.filter(input => input.checked).length") == 1
            question.inputs.last.click()
            question.says_nothing()
            assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('/answer/'))") == []


@WAYS
def test_try_again_clears_and_leads_to_the_first_choice(page, subtests, way):
    for kind in KINDS:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            wrong = {"single": "One of them", "multiple": "Number five", "truth": FALSE}[kind]
            right = {"single": ["Two of them"], "multiple": ["Number two", "Number four"], "truth": [TRUE]}[kind]
            question.click(wrong)
            question.says(VERDICT["wrong"])
            if way == "click":
                question.again.click()
            else:
                question.tab_to(question.again)
                page.keyboard.press("Enter")
            question.says_nothing()
            expect(question.check).to_be_visible()
            expect(question.inputs.first).to_be_focused()
            assert question.inputs.evaluate_all("inputs => inputs.every(input => !input.checked)")
            getattr(question, way)(*right)
            question.says(VERDICT["right"])


def test_the_answer_opens_and_closes_by_keyboard(page, subtests):
    for kind in KINDS:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            explanation = {"single": "Breaking one", "multiple": "An even number", "truth": "On a ruler"}[kind]
            summary = question.answer.locator("summary")
            question.tab_from_start(summary)
            expect(question.answer.get_by_text(explanation)).to_be_hidden()
            page.keyboard.press("Enter")
            expect(question.answer.get_by_text(explanation)).to_be_visible()
            expect(question.fields.get_by_text(WORDS["question"]["correct"]).first).to_be_visible()
            page.keyboard.press("Space")
            expect(question.answer.get_by_text(explanation)).to_be_hidden()
            question.says_nothing()


def test_questions_of_one_page_leave_each_other_alone_and_one_that_is_asked_twice_has_one_answer(visit, trial):
    page = visit(f"{trial}trial/")
    one, other = Question(page, "trial/single"), Question(page, "trial/single", 2)
    other.choice("Three of them").click()
    one.says_nothing()
    one.click("Two of them")
    for question in (one, other):
        question.says(VERDICT["right"])
        question.leaves_out(VERDICT["earlier"])
        expect(question.choice("Two of them")).to_be_checked()
    Question(page, "trial/truth").says_nothing()


def test_feedback_on_the_sources_leads_to_them(visit, course):
    page = visit(f"{course}quizzes/projections/")
    question = Question(page, "projections/how-much")
    question.click(*[item.get_attribute("aria-label") or item.inner_text() for item in right_choices(question)])
    # The explanation cites what the question names, so it is shown once.
    question.leaves_out(WORDS["question"]["sources"])
    question.status.get_by_role("link").filter(has_text="1987").click()
    expect(page).to_have_url(f"{course}quizzes/projections/#ref-snyder1987")
    expect(page.locator("#ref-snyder1987")).to_be_in_viewport()


def right_choices(question: Question):
    right = question.element.locator("[data-correct=true]").first.get_attribute("data-part")
    return question.element.locator("label").filter(has=question.page.locator(f'input[value="{right}"]')).all()
