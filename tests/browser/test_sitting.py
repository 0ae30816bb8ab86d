"""A sitting: one question at a time, nothing filled in, told at the end by lesson and by side, and once more."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

import browsing
from browsing import WORDS, answer_all, answer_the_course, barriers
from whole_page import in_both_looks

SAID = WORDS["sitting"]
KEY = "reading-maps/v1/sitting/final-quiz"
FILLED = "quiz-question :is(input, option:not([value=''])):checked"


@dataclass(frozen=True)
class Sitting:
    page: Page

    @property
    def element(self) -> Locator:
        return self.page.locator("quiz-sitting")

    @property
    def now(self) -> Locator:
        return self.page.locator("quiz-question:visible")

    @property
    def total(self) -> int:
        return self.page.locator("quiz-question").count()

    def press(self, name: str, **values: object) -> None:
        text = SAID[name].format(**values)
        button, link = (self.page.get_by_role(role, name=text, exact=True) for role in ("button", "link"))
        button.or_(link).click()

    def is_at(self, number: int) -> None:
        title = self.element.get_by_role("heading", name=SAID["question"].format(number=number, total=self.total))
        expect(title).to_be_focused()
        expect(self.now).to_have_count(1)

    def answer(self, number: int, right: bool) -> None:
        """Answer the question that is shown, the `number`th, of which nothing may be told."""
        self.is_at(number)
        before = self.now.get_attribute("data-question")
        answer_all(self.page, right)
        told = self.page.locator(f'quiz-question[data-question="{before}"]').first
        assert told.get_attribute("data-verdict") in (None, "")

    def ends(self, right: int) -> None:
        title = self.element.get_by_role("heading", name=SAID["result"].format(right=right, total=self.total))
        expect(title).to_be_focused()
        expect(self.now).to_have_count(0)

    @property
    def kept(self) -> dict:
        return json.loads(self.page.evaluate("key => localStorage.getItem(key)", KEY))


@pytest.fixture
def sitting(visit, course) -> Sitting:
    return Sitting(visit(f"{course}final-quiz/"))


def test_one_question_stands_alone_and_what_was_answered_elsewhere_is_not_filled_in(visit, course):
    page = visit(f"{course}final-quiz/")
    assert answer_the_course(page, "2026-01-02") >= 20
    page.reload()
    sitting = Sitting(page)
    expect(sitting.now).to_have_count(0)
    expect(sitting.element).to_contain_text(SAID["about"].format(count=sitting.total))
    sitting.press("begin")
    sitting.is_at(1)
    expect(page.locator(FILLED)).to_have_count(0)
    # Nor does what else the page has stand below it.
    page.locator(".page").evaluate("page => page.insertAdjacentHTML('beforeend', '<h2>And then</h2>')")
    expect(page.get_by_role("heading", name="And then")).to_be_hidden()
    # Nothing here gives the answer away, and an empty answer is none.
    expect(sitting.now.locator(".question__answer, .question__hint")).to_be_hidden()
    sitting.now.get_by_role("button", name=SAID["answer"]).click()
    expect(sitting.now.get_by_role("status")).to_contain_text(WORDS["verdict"]["empty"])
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_it_is_left_at_any_time_and_goes_on_where_it_was(sitting, course):
    page, total = sitting.page, sitting.total
    sitting.press("begin")
    sitting.answer(1, False)
    sitting.answer(2, True)
    sitting.is_at(3)
    # Back: what was given is there, closed, without a word of how it went.
    sitting.press("back")
    sitting.is_at(2)
    expect(sitting.now.get_by_role("status")).to_have_text(SAID["given"])
    expect(sitting.now.locator(".question__fields :is(input, select):enabled")).to_have_count(0)
    assert barriers(page, within="quiz-sitting") == []
    sitting.press("next")
    sitting.press("stop")
    on = sitting.element.get_by_role("link", name=SAID["on"].format(number=3))
    expect(on).to_be_focused()
    expect(sitting.now).to_have_count(0)
    page.reload()
    expect(sitting.element).to_contain_text(SAID["stopped"].format(answered=2, total=total))
    on.click()
    sitting.is_at(3)
    expect(page.locator(FILLED)).to_have_count(0)
    sitting.press("back")
    expect(sitting.now.get_by_role("status")).to_have_text(SAID["earlier"])
    assert len(sitting.kept["verdicts"]) == 2
    # Who comes by the address of a question is at that one.
    id = page.locator("quiz-question").nth(4).get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{course}final-quiz/#{id}")
    sitting.is_at(5)
    page.goto("about:blank")
    page.goto(f"{course}final-quiz/#%E0%A4%A")
    expect(sitting.element).to_contain_text(SAID["stopped"].format(answered=2, total=total))


def test_it_is_told_at_the_end_and_begun_once_more(sitting):
    page, total = sitting.page, sitting.total
    sitting.press("begin")
    for number in range(1, total + 1):
        sitting.answer(number, number > 2)
    sitting.ends(total - 2)
    # No answer of theirs is another's, and the review has them all.
    slots = page.evaluate("Object.keys(localStorage).map(key => key.split('/')[2])")
    assert (slots.count("answer"), slots.count("sitting"), slots.count("card")) == (0, 1, total)
    lessons = sitting.element.locator("dl").first
    told = [[int(word) for word in re.findall(r"\d+", row)] for row in lessons.locator("dd").all_inner_texts()]
    assert sum(of for _, of in told) == total
    assert sum(right for right, _ in told) == total - 2
    # The passage to read again, by the name of its heading, and its lesson.
    passages = lessons.locator(".summary__reread a")
    expect(passages.first).not_to_have_text(WORDS["question"]["reread"])
    assert all("/lessons/" in link.get_attribute("href") for link in passages.all())
    assert barriers(page, within="quiz-sitting") == []
    # What was missed, one at a time, with its answer.
    sitting.element.get_by_role("button", name=SAID["missed"]["other"].format(count=2)).click()
    expect(sitting.element.get_by_role("heading", name=SAID["looked"].format(number=1, total=2))).to_be_focused()
    expect(sitting.now).to_have_attribute("data-verdict", re.compile("wrong|partly"))
    # What was chosen, and what is right, without a further click.
    expect(sitting.now.locator("[data-sign=wrong]").first).to_be_visible()
    expect(sitting.now.locator(".answer__part").first).to_be_visible()
    expect(sitting.now.locator(".question__answer")).to_have_attribute("open", "")
    assert barriers(page, within="quiz-sitting") == []
    sitting.press("next")
    expect(sitting.now).to_have_count(1)
    sitting.press("title")
    sitting.ends(total - 2)
    # On another day it is over, and what was answered then is told with all its reasons.
    page.reload()
    expect(sitting.element).to_contain_text(SAID["ended"].format(total=total))
    sitting.press("title")
    sitting.press("look")
    sitting.is_at(1)
    expect(sitting.now.locator(".answer__part").first).to_be_visible()
    sitting.press("title")
    sitting.press("again")
    sitting.is_at(1)
    expect(page.locator(FILLED)).to_have_count(0)
    last = sitting.kept["last"]
    assert (sitting.kept["verdicts"], last["right"], last["total"]) == ({}, total - 2, total)
    for number in range(1, total + 1):
        sitting.answer(number, True)
    sitting.ends(total)
    expect(sitting.element.locator(".sitting__last")).to_contain_text(f"{total - 2} of {total} right")


def test_until_it_is_ended_no_other_page_tells_what_was_missed(sitting, course):
    page, total = sitting.page, sitting.total
    sitting.press("begin")
    for number in range(1, total):
        sitting.answer(number, number > 2)
    sitting.is_at(total)
    page.goto(f"{course}progress/")
    cells = ".progress__picture .progress__row .progress__cell--"
    expect(page.locator(f"{cells}self")).to_have_count(total - 1)
    expect(page.locator(f"{cells}missed, {cells}learning")).to_have_count(0)
    expect(page.locator(".progress__sum")).to_contain_text("0 right")
    step = page.locator(".progress__step").get_by_role("link")
    expect(step).to_have_text(WORDS["progress"]["go-on"].format(title="The final quiz"))
    step.click()
    sitting.press("on", number=total)
    sitting.answer(total, True)
    sitting.ends(total - 2)
    page.goto(f"{course}progress/")
    expect(page.locator(f"{cells}missed")).to_have_count(2)


def test_a_side_has_a_share_of_a_hundred_from_five_tries_on(sitting):
    page, total = sitting.page, sitting.total
    page.evaluate("""() => {
      const questions = [...document.querySelectorAll("quiz-question")]
      questions.forEach((one, place) => { one.dataset.side = place < 5 ? "measure" : "argument" })
    }""")
    sitting.press("begin")
    for number in range(1, total + 1):
        sitting.answer(number, number != 1)
    sitting.ends(total - 1)
    sides = sitting.element.locator("dl").nth(1)
    expect(sides.locator("dt")).to_have_text(["Measurement", "Argument"])
    own = total - 5
    assert 0 < own < 5
    few = SAID["of"].format(right=own, total=own)
    expect(sides.locator("dd")).to_have_text([SAID["percent"].format(right=4, total=5, percent=80), few])
    expect(sitting.element.get_by_text(SAID["counted"])).to_be_visible()


def test_where_it_was_stopped_the_page_is_as_high_as_before(sitting):
    sitting.page.set_viewport_size({"width": 390, "height": 844})
    height = sitting.element.bounding_box()["height"]
    sitting.press("begin")
    sitting.answer(1, True)
    sitting.page.reload()
    expect(sitting.element.get_by_role("button", name=SAID["anew"])).to_be_visible()
    assert sitting.element.bounding_box()["height"] == height


def test_open_twice_it_keeps_what_is_answered_in_either(sitting, course):
    other = Sitting(sitting.page.context.new_page())
    other.page.goto(f"{course}final-quiz/")
    for tab in (sitting, other):
        tab.press("begin")
        tab.is_at(1)
    sitting.answer(1, True)
    sitting.is_at(2)
    answer_all(sitting.page, True)
    sitting.is_at(3)
    other.answer(1, True)
    other.is_at(3)
    assert len(sitting.kept["verdicts"]) == 2


@pytest.mark.parametrize(
    "kept", ['{"verdicts": [], "day": "x"}', '{"day": "2026-11-01", "verdicts": {}, "last": {}}', "x"]
)
def test_a_damaged_record_is_set_aside_and_stops_nothing(sitting, kept):
    sitting.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    sitting.page.reload()
    sitting.press("begin")
    sitting.answer(1, True)
    sitting.is_at(2)
    assert len(sitting.kept["verdicts"]) == 1
    assert kept in sitting.page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes('/aside/')).map(([, text]) => text)"
    )


def test_where_its_script_cannot_be_fetched_it_says_so(visit, course):
    page = visit(f"{course}final-quiz/", faults=True)
    sitting = Sitting(page)
    expect(sitting.element.get_by_role("link", name=SAID["begin"])).to_be_visible()
    page.context.set_offline(True)
    sitting.press("begin")
    expect(sitting.element.get_by_role("status")).to_have_text(SAID["lost"])


def test_without_scripts_and_on_paper_every_question_is_there(visit, course, sitting):
    total = sitting.total
    bare = Sitting(visit(f"{course}final-quiz/", java_script_enabled=False))
    expect(bare.now).to_have_count(total)
    expect(bare.element).to_be_hidden()
    sitting.press("begin")
    sitting.is_at(1)
    browsing.on_paper(sitting.page)
    expect(sitting.now).to_have_count(total)
    expect(sitting.element).to_be_hidden()


@in_both_looks
def test_a_sitting_is_without_barriers(visit, course, scheme, screen):
    page = visit(f"{course}final-quiz/", color_scheme=scheme, viewport=screen)
    assert barriers(page, within="quiz-sitting") == []
    sitting = Sitting(page)
    sitting.press("begin")
    sitting.is_at(1)
    assert barriers(page, within="quiz-sitting") == []
