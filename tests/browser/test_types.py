"""Each type that is not answered by choosing among choices, as a reader with a keyboard answers it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from browsing import WORDS, Question
from coursework.quiz.model import TYPES

LONG = "Neither of the two as long as nobody has counted"
TRIAL = Path(__file__).parent / "trial"
VERDICT, ORDER, ASKED = WORDS["verdict"], WORDS["order"], WORDS["question"]


def test_the_quiz_on_trial_has_every_type():
    questions = yaml.safe_load((TRIAL / "quiz.yml").read_text(encoding="utf-8"))["questions"]
    assert {question["type"] for question in questions} == set(TYPES), "trial/quiz.yml has every type"


@pytest.fixture
def page(visit, trial) -> Page:
    return visit(f"{trial}quizzes/trial/")


def go(question: Question, target: Locator) -> None:
    """Reach a control with the Tab key."""
    question.tab_from_start(target)
    expect(target).to_be_focused()


def press_check(question: Question) -> None:
    question.tab_to(question.check)
    question.page.keyboard.press("Enter")


def type_into(question: Question, *texts: str) -> None:
    """Type into one field after another, or type the first letters of an option of a menu; if need be, begin anew."""
    if question.again.count():
        go(question, question.again)
        question.page.keyboard.press("Enter")
    fields = question.fields.locator("input, select, textarea")
    go(question, fields.first)
    for place, text in enumerate(texts):
        question.tab_to(fields.nth(place))
        question.page.keyboard.type(text)
    press_check(question)


def test_matches_are_chosen_by_keys_and_what_is_wrong_is_explained(page):
    question = Question(page, "trial/match")
    type_into(question, "Odd", "Odd", "Odd")
    question.says("Two is twice one.", VERDICT["some"].format(right=2, total=3), "Which can be halved?")
    question.leaves_out(VERDICT["partly"], "Even", "One is half", "Number two")
    assert question.signs == ["right", "wrong", "right"]
    reason = question.fields.locator(".match").nth(1).locator("xpath=following-sibling::div[1]")
    expect(reason).to_contain_text("Two is twice one.")
    # What was right stays.
    page.keyboard.press("Enter")
    assert [menu.input_value() for menu in question.fields.get_by_role("combobox").all()] == ["odd", "", "odd"]
    expect(question.fields.get_by_role("combobox").nth(1)).to_be_focused()
    page.keyboard.type("Even")
    press_check(question)
    question.says(VERDICT["right"])


def test_a_match_that_is_left_open_is_led_to(page):
    question = Question(page, "trial/match")
    type_into(question, "Odd", "", "Odd")
    expect(question.status).to_have_text(VERDICT["empty"])
    expect(question.fields.get_by_role("combobox").nth(1)).to_be_focused()


def test_every_menu_is_named_by_its_item_and_offers_every_match_once(page):
    menus = Question(page, "trial/match").fields.get_by_role("combobox")
    assert [menu.evaluate("menu => menu.labels[0].innerText.trim()") for menu in menus.all()] == [
        "Number one", "Number two", "Number three",
    ]  # fmt: skip
    for menu in menus.all():
        texts = menu.locator("option").all_inner_texts()
        assert sorted(texts) == sorted([WORDS["question"]["choose"], "Odd", "Even", "Neither", LONG])


def test_few_groups_are_buttons_in_a_row_that_arrow_keys_move_in(page):
    question = Question(page, "trial/sort")
    rows = question.fields.get_by_role("radiogroup")
    assert question.fields.get_by_role("combobox").count() == 0
    for name in ("A dozen", "A pair", "A score"):
        row = question.fields.get_by_role("radiogroup", name=name)
        assert sorted(row.locator("label").all_inner_texts()) == ["Less", "More"]
        tops = row.locator("label").evaluate_all("labels => labels.map(label => label.getBoundingClientRect().top)")
        assert len(set(tops)) == 1
    question.check.click()
    expect(question.status).to_have_text(VERDICT["empty"])
    expect(rows.first.get_by_role("radio").first).to_be_focused()
    for row in rows.all():
        question.tab_to(row.get_by_role("radio").first)
        page.keyboard.press("Space")
    press_check(question)
    same = rows.first.locator("label").all_inner_texts()[0]
    right = [same == text for text in ("More", "Less", "More")]
    assert question.signs == ["right" if is_right else "wrong" for is_right in right]
    question.says(VERDICT["some"].format(right=sum(right), total=3))
    kept = page.evaluate("localStorage.getItem('reading-maps/v1/answer/trial/sort')")
    assert json.loads(kept)["response"] == [same.lower()] * 3
    page.keyboard.press("Enter")
    # What was right stays; the first of the others has the focus.
    assert [row.get_by_role("radio", checked=True).count() for row in rows.all()] == [int(each) for each in right]
    for row, text in zip(rows.all(), ("More", "Less", "More"), strict=True):
        row.get_by_role("radio", name=text).check()
    press_check(question)
    question.says("A dozen is twelve.", "A pair is two.", "A score is twenty.", VERDICT["right"])
    page.reload()
    question.says(VERDICT["right"])


@pytest.mark.parametrize("swapped", [False, True])
def test_either_of_two_equal_items_is_right_in_either_place_and_after_a_reload(visit, trial, swapped):
    page = visit(f"{trial}quizzes/twice/")
    question = Question(page, "twice/program")
    right = ["if (a) {", "if (b) {", "b += a", "}", "}"]
    items = question.fields.locator(".order__item")
    assert sorted(order_of(question)) == sorted(right) and order_of(question) != right
    for place, text in enumerate(right):
        for now in range(place + order_of(question)[place:].index(text), place, -1):
            items.nth(now).get_by_role("button").first.click()
    at = [item.get_attribute("data-at") for item in items.all()[3:]]
    if swapped:
        items.nth(4).get_by_role("button").first.click()
        assert [item.get_attribute("data-at") for item in items.all()[3:]] == at[::-1]
    assert order_of(question) == right
    question.check.click()
    question.says(VERDICT["right"])
    page.reload()
    question.says(VERDICT["earlier"])
    question.says(VERDICT["right"])
    assert order_of(question) == right


def test_one_of_two_equal_items_in_a_wrong_place_is_counted_once(visit, trial):
    page = visit(f"{trial}quizzes/twice/")
    question = Question(page, "twice/program")
    question.fields.locator(".order").evaluate(
        """list => {
            const order = ["if (a) {", "if (b) {", "}", "b += a", "}"]
            for (const text of order) {
                list.append([...list.children].find(item => item.querySelector(".order__text").innerText === text))
            }
        }"""
    )
    question.check.click()
    assert question.signs == ["right", "right", "wrong", "wrong", "right"]
    question.says(VERDICT["some"].format(right=3, total=5))
    page.reload()
    question.says(VERDICT["some"].format(right=3, total=5))
    assert order_of(question) == ["if (a) {", "if (b) {", "}", "b += a", "}"]


def test_a_choice_that_is_last_is_last_for_every_reader(visit, trial):
    page = visit(f"{trial}quizzes/twice/")
    choices = Question(page, "twice/none").fields.locator(".choice").all_inner_texts()
    assert choices[-1].strip() == "None of these"
    assert len(choices) == 4
    orders = set()
    for seed in range(1, 9):
        page.goto(f"{trial}quizzes/twice/worksheet/?seed={seed}")
        texts = page.locator('[data-question="twice/none"] .paper__choice').all_inner_texts()
        assert texts[-1].strip() == "None of these"
        orders.add(tuple(texts))
    assert len(orders) > 1, "the others are mixed"


REASONS = {"A middling number": "Some are less and some are more.", "A large number": "Count how many are less."}


def row_of(question: Question, text: str) -> Locator:
    return question.fields.locator(".order__item").filter(has_text=text)


def order_of(question: Question) -> list[str]:
    return question.fields.locator(".order__text").all_inner_texts()


def test_items_are_put_in_order_by_buttons_that_say_where_they_are_now(page):
    question = Question(page, "trial/order")
    right = ["A small number", "A middling number", "A large number"]
    assert order_of(question) != right
    go(question, question.check)
    page.keyboard.press("Enter")
    question.says(VERDICT["wrong"])
    assert (question.signs, question.controls) == (["wrong"] * 3, [VERDICT["retry"], ASKED["show"]])
    as_tried = order_of(question)
    # Each reason stands in its row, which is spoken now, and was not while the row was moved.
    for text, reason in REASONS.items():
        expect(row_of(question, text).locator(".answer__part")).to_have_text(reason)
    expect(row_of(question, right[0]).locator(".answer__part")).to_have_count(0)
    expect(question.fields.locator(".order")).to_have_attribute("aria-live", "polite")
    page.keyboard.press("Enter")
    assert order_of(question) == as_tried
    question.leaves_out(*REASONS.values())
    expect(question.fields.locator(".order")).to_have_attribute("aria-live", "off")
    for place, text in enumerate(right):
        item = row_of(question, text)
        up = item.get_by_role("button", name=ASKED["up"])
        expect(up).to_have_accessible_name(f"{ASKED['up']} {text}")
        while (now := order_of(question).index(text)) > place:
            go(question, up)
            page.keyboard.press("Enter")
            expect(question.status).to_have_text(ORDER["moved"].format(item=text, place=now, count=3))
            expect(up).to_be_focused()
    assert order_of(question) == right
    press_check(question)
    question.says(*REASONS.values(), VERDICT["right"])
    # What stands above in its order is not told once more.
    expect(question.element.locator(".answer__order")).to_be_hidden()
    assert question.element.locator(".answer__part").count() == len(REASONS)


def test_of_an_order_only_the_rows_that_stand_wrong_are_explained_until_the_answer_is_opened(page):
    question = Question(page, "trial/order")
    right = ["A small number", "A middling number", "A large number"]
    for place, text in enumerate([right[1], right[0], right[2]]):
        while order_of(question).index(text) > place:
            row_of(question, text).get_by_role("button", name=ASKED["up"]).click()
    question.check.click()
    question.says(REASONS[right[1]], VERDICT["some"].format(right=1, total=3))
    question.leaves_out(REASONS[right[2]])
    assert question.signs == ["wrong", "wrong", "right"]
    question.answer.locator("summary").click()
    for text, reason in REASONS.items():
        expect(row_of(question, text).locator(".answer__part")).to_have_text(reason)
    assert [text.strip() for text in question.answer.locator(".answer__order > li").all_inner_texts()] == right
    question.answer.locator("summary").click()
    question.leaves_out(REASONS[right[2]])
    page.reload()
    question.says(REASONS[right[1]])


def test_the_first_item_does_not_move_up_and_its_button_keeps_the_focus(page):
    question = Question(page, "trial/order")
    before = order_of(question)
    up = question.fields.get_by_role("button", name=ASKED["up"]).first
    go(question, up)
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    assert order_of(question) == before
    expect(up).to_be_focused()
    question.says_nothing()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("7.5", [VERDICT["right"], "Fifteen by two is seven and a half."]),
        ("7,5", [VERDICT["right"]]),
        ("7.45 eggs", [VERDICT["right"]]),
        ("75", [VERDICT["wrong"], VERDICT["note-shifted"]]),
        ("30", [VERDICT["wrong"], "That is twice fifteen."]),
        ("9", [VERDICT["wrong"]]),
    ],
)
def test_a_number_is_read_as_people_write_it(page, typed, said):
    question = Question(page, "trial/number")
    type_into(question, typed)
    for text in said:
        question.says(text)


@pytest.mark.parametrize(
    ("name", "typed"), [("number", ["7.5"]), ("word", ["triangle"]), ("gaps", ["odd", "four"]), ("gaps", ["even", "x"])]
)
def test_what_was_typed_stays_to_be_read_in_its_field_whatever_sign_it_bears(page, name, typed):
    """A tick is drawn on the control of a choice: a field that became one would lose its answer."""
    question = Question(page, f"trial/{name}")
    fields = question.fields.locator("input, select")
    before = [field.bounding_box() for field in fields.all()]
    type_into(question, *typed)
    assert len(question.signs) == len(typed)
    for field, box in zip(fields.all(), before, strict=True):
        now = field.bounding_box()
        assert (now["width"], now["height"]) == (box["width"], box["height"])
        style = field.evaluate("field => [getComputedStyle(field).transform, getComputedStyle(field).opacity]")
        assert style == ["none", "1"]
    shown = [field.input_value() for field in fields.all()]
    assert shown == [text if name != "gaps" or place else text.lower() for place, text in enumerate(typed)]


def test_what_is_no_number_is_not_wrong_but_unread(page):
    question = Question(page, "trial/number")
    type_into(question, "about seven")
    expect(question.status).to_have_text(VERDICT["unreadable"])
    expect(question.fields.get_by_role("textbox")).to_be_focused()
    expect(question.again).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("  Triangle! ", [VERDICT["right"], "Triangle means three corners."]),
        ("a  TRÌANGLE", [VERDICT["right"]]),
        ("trianlge", [VERDICT["partly"], VERDICT["note-near"]]),
        ("square", [VERDICT["wrong"], "A square has four."]),
        ("circle", [VERDICT["wrong"]]),
    ],
)
def test_a_word_is_taken_however_it_is_written_and_a_slip_is_told_from_a_mistake(page, typed, said):
    question = Question(page, "trial/word")
    type_into(question, typed)
    for text in said:
        question.says(text)


def test_gaps_are_filled_within_the_text(page):
    question = Question(page, "trial/gaps")
    type_into(question, "even", "4")
    question.says("It cannot be halved whole.", VERDICT["some"].format(right=1, total=2))
    question.leaves_out("One more than three")
    assert question.signs == ["wrong", "right"]
    type_into(question, "odd", "seven")
    gap = WORDS["question"]["blank"].format(number=2, count=2)
    question.says(gap)
    question.leaves_out("four, 4")
    question.again.click()
    question.fields.get_by_role("textbox").fill("four")
    type_into(question, "odd", "")
    question.says(VERDICT["right"])
    blank = WORDS["question"]["blank"]
    for place, role in enumerate(("combobox", "textbox"), 1):
        name = blank.format(number=place, count=2)
        expect(question.fields.get_by_role(role)).to_have_accessible_name(name)


def test_own_words_are_held_against_a_model_and_graded_by_their_writer(page):
    question = Question(page, "trial/own")
    compare = question.element.get_by_role("button", name=WORDS["question"]["compare"])
    go(question, question.fields.get_by_role("textbox"))
    page.keyboard.type("Half an egg runs away.")
    question.tab_to(compare)
    page.keyboard.press("Enter")
    question.says(VERDICT["self"])
    expect(question.element.get_by_text("A broken egg is no egg.")).to_be_visible()
    point = question.element.get_by_role("checkbox", name="It speaks of wholeness.")
    question.tab_to(point)
    page.keyboard.press("Space")
    page.reload()
    expect(question.fields.get_by_role("textbox")).to_have_value("Half an egg runs away.")
    expect(point).to_be_checked()
    expect(question.element.get_by_role("checkbox", name="It speaks of breaking.")).not_to_be_checked()


def test_nothing_is_right_in_an_opinion(page):
    question = Question(page, "trial/view")
    keep = question.element.get_by_role("button", name=WORDS["question"]["keep"])
    go(question, question.inputs.first)
    page.keyboard.press("ArrowDown")
    question.tab_to(keep)
    page.keyboard.press("Enter")
    question.says(VERDICT["noted"])
    question.says("People have long disagreed.")
    for word in ("right", "wrong", "partly"):
        question.leaves_out(VERDICT[word])
    expect(question.element.get_by_text(WORDS["question"]["certainty"])).to_have_count(0)


def test_what_was_answered_is_there_again_after_a_reload(page, subtests):
    before = {}
    for kind in ("match", "order", "number", "word", "gaps", "own"):
        with subtests.test(kind=kind):
            question = Question(page, f"trial/{kind}")
            for field in question.fields.locator("select").all():
                field.select_option(index=1)
            for field in question.fields.locator("input, textarea").all():
                field.fill("7.5")
            question.element.locator("button[type=submit]").click()
            assert question.said
            kept = page.evaluate("id => localStorage.getItem(`reading-maps/v1/answer/trial/${id}`)", kind)
            assert json.loads(kept)["response"]
            before[kind] = question.said, order_of(question)
    page.reload()
    for kind, (said, order) in before.items():
        with subtests.test(kind=kind, after="a reload"):
            question = Question(page, f"trial/{kind}")
            question.says(VERDICT["earlier"])
            now = question.said.replace(VERDICT["earlier"], "")
            assert now.replace(";", "").split() == said.replace(";", "").split()
            assert order_of(question) == order


def test_the_certainty_is_never_asked_for_but_named_where_it_misled(page):
    question = Question(page, "trial/single")
    asked = question.element.locator("details.question__certainty")
    asked.locator("summary").click()
    expect(asked.get_by_role("group", name=ASKED["optional"]).get_by_role("radio")).to_have_count(3)
    bands = asked.locator("input")
    names = [f"{sure} {chance}" for sure, chance in zip(WORDS["sure"], WORDS["certainty"], strict=True)]
    assert [" ".join(band.evaluate("band => band.labels[0].innerText").split()) for band in bands.all()] == names
    question.click("One of them")
    expect(asked).to_be_hidden()
    question.leaves_out(VERDICT["sure"])
    question.again.click()
    go(question, question.inputs.first)
    page.keyboard.press("Space")
    question.tab_to(bands.first)
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    press_check(question)
    question.says(VERDICT["wrong"])
    question.says(VERDICT["sure"])
    kept = page.evaluate("localStorage.getItem('reading-maps/v1/answer/trial/single')")
    assert json.loads(kept)["certainty"] == 3
    page.reload()
    question.says(VERDICT["wrong"])
    expect(bands.last).to_be_checked()


@pytest.mark.parametrize("way", ["click", "type"])
def test_the_certainty_is_folded_until_it_is_wanted_and_then_opens_where_the_reader_turns(page, way):
    folds = page.locator(".question__certainty")
    expect(folds.first).to_be_visible()
    assert page.locator(".question__certainty[open]").count() == 0
    folds.first.locator("summary").click()
    page.reload()
    # Nothing has moved before a question is turned to, and then only in that one.
    expect(folds.first).to_be_visible()
    assert page.locator(".question__certainty[open]").count() == 0
    for kind in ("single", "number", "order"):
        question = Question(page, f"trial/{kind}")
        first = question.fields.locator("input, button:not([aria-disabled=true])").first
        if way == "click":
            first.click()
        else:
            go(question, first)
        expect(question.element.locator(".question__certainty")).to_have_attribute("open", "")
    expect(page.locator(".question__certainty[open]")).to_have_count(3)
    Question(page, "trial/single").element.locator(".question__certainty summary").click()
    page.reload()
    Question(page, "trial/single").inputs.first.click()
    expect(folds.first).to_be_visible()
    assert page.locator(".question__certainty[open]").count() == 0
