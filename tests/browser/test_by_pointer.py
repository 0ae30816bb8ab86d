"""Each type of question answered with a finger on the smallest screen, in forced colours; and keys that only move."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import WORDS, Question

VERDICT, ASKED = WORDS["verdict"], WORDS["question"]
NARROW = {"width": 320, "height": 640}
KINDS = ["single", "multiple", "truth", "match", "sort", "order", "number", "word", "gaps", "own", "view"]
COMPARE, KEEP = WORDS["question"]["compare"], WORDS["question"]["keep"]
RIGHT_ORDER = ["A small number", "A middling number", "A large number"]

# Looks at the page in every frame that is drawn, and remembers the widest it ever was.
WATCH = """addEventListener("DOMContentLoaded", () => {
  window.widest = 0
  const look = () => {
    window.widest = Math.max(window.widest, document.scrollingElement.scrollWidth)
    requestAnimationFrame(look)
  }
  look()
})"""


@pytest.fixture
def page(visit, trial):
    page = visit(f"{trial}quizzes/trial/", script=WATCH, viewport=NARROW, has_touch=True, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    yield page
    assert_narrow(page)


def assert_narrow(page: Page) -> None:
    """The page never scrolled sideways since it was loaded, and no field is wider than its question."""
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    assert 0 < page.evaluate("widest") <= NARROW["width"]
    assert fields_that_stick_out(page) == []


def fields_that_stick_out(page: Page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll("quiz-question :is(select, input, textarea, button)")].filter(field => {
          const question = field.closest("quiz-question").getBoundingClientRect()
          const {left, right} = field.getBoundingClientRect()
          return left < question.left - 0.5 || right > question.right + 0.5
        }).map(field => field.outerHTML)"""
    )


def give(question: Question, *response: str) -> None:
    """Answer with the pointer alone, and check."""
    fields = question.fields
    if fields.locator(".order").count():
        for place, text in enumerate(response):
            item = fields.locator(".order__item").filter(has_text=text)
            while order_of(question).index(text) > place:
                item.get_by_role("button", name=ASKED["up"]).click()
            while order_of(question).index(text) < place:
                item.get_by_role("button", name=ASKED["down"]).click()
    elif fields.get_by_role("radiogroup").count():
        for row, text in zip(fields.get_by_role("radiogroup").all(), response, strict=True):
            row.locator("label", has_text=text).click()
    elif question.inputs.count():
        for text in response:
            question.choice(text).click()
    else:
        for field, text in zip(fields.locator("input, select, textarea").all(), response):
            if not text:
                continue
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=text)
            else:
                field.click()
                field.fill(text)
    button(question).click()


def button(question: Question) -> Locator:
    return question.element.get_by_role("button", name=COMPARE).or_(
        question.element.get_by_role("button", name=KEEP).or_(question.check)
    )


def order_of(question: Question) -> list[str]:
    return question.fields.locator(".order__text").all_inner_texts()


def responses(question: Question) -> list:
    """What the reader gave, as it stands in the fields."""
    fields = question.fields.locator("input, select, textarea")
    return order_of(question) or fields.evaluate_all("all => all.map(one => one.checked || [one.type, one.value])")


PARTS = VERDICT["some"]
GIVEN = {
    ("single", "right"): (["Two of them"], [VERDICT["right"], "Breaking one of three"]),
    ("single", "wrong"): (["One of them"], [VERDICT["wrong"], "One is what she broke.", "Count on your fingers."]),
    ("multiple", "right"): (["Number two", "Number four"], [VERDICT["right"], "is twice another"]),
    ("multiple", "some"): (["Number two"], [PARTS.format(right=1, total=2)]),
    ("multiple", "some and one"): (
        ["Number two", "Number three"],
        ["Three is one too many.", PARTS.format(right=1, total=2)],
    ),
    ("multiple", "wrong"): (["Number three", "Number five"], [VERDICT["wrong"], "Five is one too many, too."]),
    ("truth", "right"): (["True"], [VERDICT["right"], "One is nought and one more."]),
    ("truth", "wrong"): (["False"], [VERDICT["wrong"], "What could be less"]),
    ("match", "right"): (["Odd", "Even", "Odd"], [VERDICT["right"], "Every second number"]),
    ("match", "partly"): (["Odd", "Neither", "Odd"], ["Two is twice one.", PARTS.format(right=2, total=3)]),
    ("match", "wrong"): (["Even", "Odd", "Neither"], [VERDICT["wrong"], "One is half of nothing whole."]),
    ("sort", "right"): (["More", "Less", "More"], ["A pair is two.", VERDICT["right"], "Ten is what two hands have."]),
    ("sort", "partly"): (["More", "More", "More"], ["A pair is two.", PARTS.format(right=2, total=3)]),
    ("sort", "wrong"): (["Less", "More", "Less"], ["A dozen is twelve.", VERDICT["wrong"]]),
    ("order", "right"): (RIGHT_ORDER, [VERDICT["right"], "Numbers grow."]),
    ("order", "partly"): (RIGHT_ORDER[::-1], [PARTS.format(right=1, total=3)]),
    ("order", "wrong"): ([*RIGHT_ORDER[1:], RIGHT_ORDER[0]], [VERDICT["wrong"]]),
    ("number", "right"): (["7,5"], [VERDICT["right"], "Fifteen by two"]),
    ("number", "wrong"): (["30"], [VERDICT["wrong"], "That is twice fifteen."]),
    ("word", "right"): (["Triangle"], [VERDICT["right"], "Triangle means three corners."]),
    ("word", "nearly"): (["trianlge"], [VERDICT["partly"], VERDICT["note-near"]]),
    ("word", "wrong"): (["square"], [VERDICT["wrong"], "A square has four."]),
    ("gaps", "right"): (["odd", "four"], [VERDICT["right"], "Numbers take turns."]),
    ("gaps", "partly"): (["even", "four"], ["It cannot be halved whole.", PARTS.format(right=1, total=2)]),
    ("gaps", "wrong"): (["even", "seven"], [VERDICT["wrong"], "It cannot be halved whole."]),
    ("own", "written"): (["Half an egg runs away."], [VERDICT["self"]]),
    ("view", "taken"): (["Both alike"], [VERDICT["noted"], "People have long disagreed."]),
}
# All that a sentence says of what is right stands in one of these.
TOLD_APART = {name: re.compile(re.escape(VERDICT[name])) for name in ("right", "wrong", "empty", "self", "noted")} | {
    "partly": re.compile(f"{re.escape(VERDICT['partly'])}|{PARTS.format(right='[0-9]', total='[0-9]')}")
}


def test_every_type_is_answered_rightly_and_in_every_other_way_here():
    assert list(dict.fromkeys(kind for kind, _ in GIVEN)) == KINDS


# All kinds stand on one page and are answered on it, each in its first way, then on another page in its second.
TURNS = [
    [(kind, hows[turn]) for kind, hows in ways.items() if turn < len(hows)]
    for ways in [{kind: [how for other, how in GIVEN if other == kind] for kind in KINDS}]
    for turn in range(max(map(len, ways.values())))
]


@pytest.mark.parametrize("turn", range(len(TURNS)))
def test_an_answer_by_pointer_is_told_apart_and_there_again_after_a_reload(page, subtests, turn):
    before = {}
    for kind, how in TURNS[turn]:
        with subtests.test(kind=kind, how=how):
            question = Question(page, f"trial/{kind}")
            response, said = GIVEN[kind, how]
            give(question, *response)
            for text in said:
                question.says(text)
            verdicts = question.element.locator(".feedback__verdict").all_inner_texts()
            assert len(verdicts) == 1
            expected = "partly" if how in ("some", "some and one", "nearly") else how
            expected = {"written": "self", "taken": "noted"}.get(expected, expected)
            assert [name for name, words in TOLD_APART.items() if words.match(verdicts[0])] == [expected]
            # Of the two controls the one begins anew; ticks of a rubric are the answer itself.
            assert len([name for name in question.controls if name != "checkbox"]) <= 2
            assert_narrow(page)
            before[kind] = responses(question), question.said
    page.reload()
    for kind, (given, told) in before.items():
        with subtests.test(kind=kind, after="a reload"):
            question = Question(page, f"trial/{kind}")
            question.says(VERDICT["earlier"])
            now = question.said.replace(VERDICT["earlier"], "")
            assert now.replace(";", "").split() == told.replace(";", "").split()
            assert responses(question) == given


def test_nothing_is_not_an_answer(page, subtests):
    kinds = [kind for kind in KINDS if kind != "order"]
    for kind in kinds:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            button(question).click()
            expect(question.status).to_have_text(VERDICT["empty"])
            assert_narrow(page)
    page.reload()
    for kind in kinds:
        with subtests.test(kind=kind, after="a reload"):
            question = Question(page, f"trial/{kind}")
            expect(button(question)).to_be_visible()
            expect(question.status).to_be_empty()


@pytest.mark.parametrize(("kind", "given"), [("match", ["Odd", "", "Odd"]), ("gaps", ["odd", ""])])
def test_an_answer_with_a_part_left_out_is_not_yet_one(page, kind, given):
    question = Question(page, f"trial/{kind}")
    give(question, *given)
    expect(question.status).to_have_text(VERDICT["empty"])
    expect(question.fields.locator("input, select").nth(1)).to_be_focused()


def test_an_order_that_is_left_as_it_stands_is_an_answer(page):
    question = Question(page, "trial/order")
    before = order_of(question)
    question.check.click()
    question.says(VERDICT["wrong"])
    assert order_of(question) == before


def test_an_answer_can_be_taken_back_and_given_anew(page, subtests):
    for kind in KINDS:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            before = responses(question)
            wrong = GIVEN[kind, "wrong" if (kind, "wrong") in GIVEN else "written" if kind == "own" else "taken"][0]
            give(question, *wrong)
            as_given = responses(question)
            question.again.click()
            question.says_nothing()
            # What was chosen is taken back; what was typed or put in order can be mended.
            chosen = ("single", "multiple", "truth", "match", "sort")
            kept = {"gaps": [before[0], as_given[-1]]} | dict.fromkeys(chosen, before)
            assert responses(question) == kept.get(kind, as_given)
            response, said = next(given for (other, _), given in GIVEN.items() if other == kind)
            give(question, *response)
            for text in said:
                question.says(text)


@pytest.mark.parametrize("part", ["certainty", "hint", "answer"])
def test_what_is_folded_opens_under_a_finger_within_the_screen(page, part):
    for folded in page.locator(f".question__{part}").all():
        if not folded.evaluate("folded => folded.open"):
            folded.locator("summary").click()
        expect(folded).to_have_attribute("open", "")
    assert page.locator(f".question__{part}[open]").count() > 2
    for band in page.locator(".option").all() if part == "certainty" else ():
        band.click()
        expect(band.get_by_role("radio")).to_be_checked()
    for point in page.locator(".answer__rubric .choice").all() if part == "answer" else ():
        point.click()
        expect(point.get_by_role("checkbox")).to_be_checked()


def test_a_field_that_sticks_out_and_a_page_that_scrolls_would_be_found(page):
    menu = page.locator("select").first
    menu.evaluate("menu => { menu.style.maxInlineSize = 'none'; menu.style.inlineSize = '40rem' }")
    assert len(fields_that_stick_out(page)) == 1
    # Not `wait_for_function`, which looks again by `eval`, and the page's policy forbids that.
    page.evaluate(
        "new Promise(seen => { const look = () => widest > 320 ? seen() : requestAnimationFrame(look); look() })"
    )
    menu.evaluate("menu => menu.removeAttribute('style')")
    page.evaluate("widest = 0")


def test_keys_that_move_never_submit(page, subtests):
    page.evaluate("window.submitted = 0; addEventListener('submit', () => { submitted += 1 }, {capture: true})")
    for kind in KINDS:
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            parts = ":is(.question__fields, .certainty) :is(input, select, textarea, button)"
            pressed = 0
            for control in question.element.locator(parts).all():
                can_be_chosen = control.evaluate("one => one.matches('select, [type=radio], [type=checkbox]')")
                keys = ["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]
                for key in [*keys, *(["Space"] if can_be_chosen else [])]:
                    control.press(key)
                    pressed += 1
                if can_be_chosen:
                    page.keyboard.press("Escape")  # closes the list of a menu
                expect(question.status).to_be_empty()
            assert pressed and page.evaluate("submitted") == 0
            assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('/answer/'))") == []
            # The same field, and a key that does submit.
            if kind in ("number", "word"):
                page.keyboard.press("Enter")
                expect(question.status).to_have_text(VERDICT["empty"])
                assert page.evaluate("submitted") == 1
                page.evaluate("submitted = 0")


def test_a_running_question_has_nothing_that_its_page_may_not_have(page):
    """No field that changes with the wheel, nothing to be dragged, no style and no handler of its own."""
    for kind in KINDS:
        give(Question(page, f"trial/{kind}"), *next(given for (other, _), (given, _) in GIVEN.items() if other == kind))
    found = """() => [...document.querySelectorAll("quiz-question, quiz-question *")].filter(element =>
      element.matches("[type=number], [draggable], [style]")
      || element.getAttributeNames().some(name => name.startsWith("on"))
    ).map(element => element.outerHTML)"""
    assert page.evaluate(found) == []
    page.locator("textarea").first.evaluate("field => { field.draggable = true }")
    assert len(page.evaluate(found)) == 1
