"""The end of a quiz: how it went, what to read again, and what was missed once more."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import WORDS, Question, answer_all, barriers, until
from whole_page import in_both_looks

SAID = WORDS["summary"]


@pytest.fixture
def page(visit, course) -> Page:
    return visit(f"{course}quizzes/projections/")


def summary(page: Page) -> Locator:
    return page.locator("quiz-summary")


def show(page: Page) -> Locator:
    summary(page).get_by_role("button", name=SAID["show"]).click()
    expect(summary(page).get_by_role("heading", name=SAID["title"])).to_be_focused()
    return summary(page)


def count(page: Page, *types: str) -> int:
    return sum(page.locator(f'quiz-question[data-type="{type}"]').count() for type in types)


def test_what_was_not_answered_is_counted_as_such(page):
    everything = page.locator("quiz-question").count()
    expect(show(page).get_by_role("listitem")).to_have_text([SAID["open"].format(count=everything)])
    expect(summary(page).get_by_role("button", name=SAID["practise"])).to_have_count(0)
    expect(summary(page).locator("dl, select")).to_have_count(0)
    summary(page).get_by_role("link", name=SAID["first-open"]).click()
    expect(page).to_have_url(re.compile("#" + re.escape(page.locator("quiz-question").first.get_attribute("id"))))


def test_what_was_right_is_counted_for_each_objective(page):
    everything = answer_all(page, True)
    own = count(page, "open-response", "opinion")
    show(page)
    expect(summary(page).get_by_text(SAID["right"].format(count=everything - own), exact=True)).to_be_visible()
    objectives = summary(page).locator("dl")
    totals = []
    for term, told in zip(objectives.locator("dt").all(), objectives.locator("dd").all(), strict=True):
        assert term.inner_text()
        right, total = (int(word) for word in told.inner_text().split() if word.isdigit())
        assert right == total
        totals.append(total)
    assert sum(totals) == everything - own
    expect(summary(page).get_by_text(SAID["reread"])).to_have_count(0)


def test_what_was_missed_is_linked_to_its_passages_and_practised_alone(page):
    answer_all(page, True)
    missed = Question(page, "projections/how-much")
    missed.again.click()
    wrong = missed.element.locator("[data-correct=false]").first.get_attribute("data-part")
    missed.element.locator(f'input[value="{wrong}"]').check()
    missed.check.click()
    show(page)
    passage = missed.element.locator(".question__answer .answer__reread a").get_attribute("href")
    link = summary(page).locator(".summary__reread a")
    expect(link).to_have_count(1)
    assert link.get_attribute("href").endswith(passage.rpartition("/")[2])
    # Named by the heading that it leads to, on another page.
    expect(link).to_have_text("How much does area change?")
    summary(page).get_by_role("button", name=SAID["practise"]).click()
    expect(page.locator("quiz-question:visible")).to_have_count(1)
    expect(summary(page)).to_contain_text(SAID["practising"]["one"])
    expect(missed.inputs.first).to_be_focused()
    missed.says_nothing()
    right = missed.element.locator("[data-correct=true]").first.get_attribute("data-part")
    missed.element.locator(f'input[value="{right}"]').check()
    missed.check.click()
    summary(page).get_by_role("button", name=SAID["all"]).click()
    expect(summary(page).get_by_role("button", name=SAID["practise"])).to_have_count(0)
    assert page.locator("quiz-question:visible").count() == page.locator("quiz-question").count()


def test_a_prediction_is_kept_for_the_progress_page(page):
    graded = page.locator("quiz-question").count() - count(page, "open-response", "opinion")
    answered = Question(page, "projections/how-much")
    right = answered.element.locator("[data-correct=true]").first.get_attribute("data-part")
    answered.element.locator(f'input[value="{right}"]').check()
    answered.check.click()
    show(page)
    field = summary(page).get_by_label(SAID["predict"].format(count=graded))
    # No number stands there beforehand, and without one nothing is kept.
    expect(field).to_have_value("")
    summary(page).get_by_role("button", name=SAID["keep"]).click()
    assert page.evaluate("localStorage.getItem('reading-maps/v1/prediction/projections')") is None
    field.select_option("2")
    summary(page).get_by_role("button", name=SAID["keep"]).click()
    expect(summary(page).locator(".summary__kept")).to_have_text(SAID["kept"])
    kept = json.loads(page.evaluate("localStorage.getItem('reading-maps/v1/prediction/projections')"))
    assert (kept["predicted"], kept["of"]) == (2, graded)


def test_a_lesson_sums_up_the_questions_between_its_sections_too(visit, course):
    page = visit(f"{course}lessons/projections/")
    everything = answer_all(page, False)
    addresses = page.locator("quiz-question").evaluate_all("all => [...new Set(all.map(one => one.dataset.question))]")
    assert everything == len(addresses)
    show(page)
    counted = [int(text.split()[0]) for text in summary(page).locator(".summary__counts li").all_inner_texts()]
    assert sum(counted) == everything
    # First comes the way on; what the lesson asks is all of it, and the quiz has more.
    first, second = summary(page).locator("a, button").all()[:2]
    expect(first).to_have_text("Next lesson: Relief")
    assert first.get_attribute("href").endswith("/lessons/relief/")
    expect(second).to_have_text(SAID["practise"])
    more = summary(page).get_by_role("link", name=SAID["more"]["other"].format(count=3))
    expect(more).to_be_visible()
    assert more.get_attribute("href").endswith("/quizzes/projections/")
    expect(summary(page).get_by_role("button", name=SAID["show"])).to_be_hidden()
    # What is missed twice in one passage is linked once, by the passage's own heading.
    links = summary(page).locator(".summary__reread a")
    texts = links.all_inner_texts()
    assert len(texts) == len(set(texts)) > 1
    headings = {heading.strip() for heading in page.locator("article h2, article h3").all_inner_texts()}
    assert set(texts) <= headings


@in_both_looks
def test_a_summary_is_without_barriers(visit, course, scheme, screen):
    page = visit(f"{course}quizzes/projections/", color_scheme=scheme, viewport=screen)
    answer_all(page, False)
    show(page)
    found = barriers(page, within=".summary")
    assert not found, "\n".join(found)


def test_without_scripts_there_is_no_summary_to_ask_for(visit, course):
    page = visit(f"{course}quizzes/projections/", java_script_enabled=False)
    expect(summary(page)).to_be_hidden()


def test_a_summary_follows_what_is_answered_after_it(page):
    question = Question(page, "projections/how-much")
    right = question.element.locator("[data-correct=true]").first.get_attribute("data-part")
    everything = page.locator("quiz-question").count()
    show(page)
    expect(summary(page).get_by_role("listitem")).to_have_text([SAID["open"].format(count=everything)])
    question.element.locator(f'input[value="{right}"]').check()
    question.check.click()
    told = [SAID["right"].format(count=1), SAID["open"].format(count=everything - 1)]
    expect(summary(page).locator(".summary__counts li")).to_have_text(told)
    # The reader stays where they are.
    expect(question.again).to_be_focused()


def test_a_reader_who_is_offline_is_told_and_what_they_answer_is_scheduled_later(visit, course):
    page = visit(f"{course}lessons/projections/", faults=True)
    expect(page.locator("quiz-summary")).to_be_visible()
    page.context.set_offline(True)
    question = Question(page, "projections/how-much")
    wrong = question.element.locator("[data-correct=false]").first.get_attribute("data-part")
    question.element.locator(f'input[value="{wrong}"]').check()
    question.check.click()
    waits = "() => Object.keys(localStorage).filter(key => /\\/v1\\/(pending|card|log)\\//.test(key)).sort().join(' ')"
    course_id = "reading-maps/v1"
    until(page, f"() => ({waits})() === '{course_id}/pending/projections/how-much'")
    summary(page).get_by_role("button", name=SAID["show"]).click()
    expect(summary(page).get_by_role("status")).to_have_text(SAID["lost"])
    page.context.set_offline(False)
    # At once where the page is still open …
    until(page, f"() => ({waits})().startsWith('{course_id}/card/projections/how-much {course_id}/log/')")
    show(page)
    expect(summary(page).locator(".summary__lost")).to_be_empty()
    # … and on the home page where it was closed before.
    check = {"version": question.element.get_attribute("data-version"), "verdict": "right", "certainty": 0}
    check |= {"day": "2026-11-20", "peeked": False}
    page.evaluate(
        "check => { localStorage.clear(); localStorage.setItem(check[0], JSON.stringify([check[1]])) }",
        [f"{course_id}/pending/projections/how-much", check],
    )
    page.goto(course)
    until(page, f"() => ({waits})() === '{course_id}/card/projections/how-much {course_id}/log/2026-11-20'")


def test_a_quiz_is_begun_anew_from_its_head_or_its_end_and_nothing_is_lost(visit, course):
    page = visit(f"{course}quizzes/projections/")
    head = page.locator(".quiz-head__anew")
    expect(head).to_be_hidden()
    answer_all(page, True)
    until(page, "() => Object.keys(localStorage).some(key => key.includes('/v1/card/'))")
    page.reload()
    kept = "() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('/v1/')).sort())"
    before = page.evaluate(kept)
    graded = page.locator("quiz-question[data-graded]")
    verdicts = "all => all.map(({dataset}) => dataset.verdict)"
    for place in ("head", "end"):
        assert set(graded.evaluate_all(verdicts)) == {"right"}, place
        anew = head if place == "head" else show(page)
        anew.get_by_role("button", name=SAID["anew"], exact=True).click()
        expect(page.locator("quiz-question :checked:is(input)")).to_have_count(0)
        assert set(graded.evaluate_all(verdicts)) == {""}, place
        expect(page.locator("quiz-question").first.get_by_role("status")).to_have_text(SAID["blank"])
        expect(page.locator("quiz-question").first.locator(":focus")).to_have_count(1)
        expect(head).to_be_hidden()
        expect(summary(page).get_by_role("button", name=SAID["show"])).to_be_visible()
        assert page.evaluate(kept) == before
        assert barriers(page) == []
        # Who leaves now finds what was there.
        page.reload()
    expect(head).to_be_visible()


def test_a_lesson_s_quiz_is_begun_anew_from_its_summary(visit, course):
    page = visit(f"{course}lessons/projections/")
    answer_all(page, True)
    show(page).get_by_role("button", name=SAID["anew"], exact=True).click()
    answered = "all => all.filter(({dataset}) => dataset.verdict).length"
    assert page.locator("quiz-question[data-question^='projections/']").evaluate_all(answered) == 0


def test_a_quiz_that_cannot_be_begun_anew_offline_says_so(visit, course):
    page = visit(f"{course}quizzes/projections/", faults=True)
    answer_all(page, True)
    page.route("**/summary.js", lambda route: route.abort())
    head = page.locator(".quiz-head__anew")
    head.get_by_role("button", name=SAID["anew"]).click()
    expect(head.get_by_role("status")).to_have_text(SAID["lost"])
