"""Answers are kept in the reader's browser: in a form that is decided for ever, and never at the page's cost."""

from __future__ import annotations

import datetime
import json

import pytest
from playwright.sync_api import expect

from browsing import WORDS, Question
from building import FIXTURE
from coursework.source import values as source
from coursework.text.snippet import fold

VERDICT = WORDS["verdict"]
KEY = "reading-maps/v1/answer/trial/single"
SOUND = {
    "version": "single-choice 3 2", "response": ["two of them"], "verdict": "right", "attempts": 1, "day": "2026-11-22"
}  # fmt: skip


def stored(page) -> dict[str, str]:
    """What the page keeps of answers, in whatever form; cards and the log, which come from them, left aside."""
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => /^reading-maps.(?!marks$)/.test(key))")
    return {key: text for key, text in kept if "/v1/card/" not in key and "/v1/log/" not in key}


def storing(value, key: str = KEY) -> str:
    """A script that has the browser keep a value before the page is there, as an earlier visit would."""
    entry = ", ".join(json.dumps(text) for text in (key, value if isinstance(value, str) else json.dumps(value)))
    # The empty page, where a browser begins, has no storage.
    return f"if (location.protocol === 'http:' && !localStorage.length) localStorage.setItem({entry})"


def test_an_answer_is_kept_under_a_key_and_in_a_form_that_never_change(visit, course):
    quiz, _ = source.load(FIXTURE, "quizzes/projections.yml")
    choices = next(question for question in quiz["questions"] if question["id"] == "how-much")["choices"]
    right = [number for number, choice in enumerate(choices, 1) if choice.get("correct") == "true"]
    # Where the reader lives, it is tomorrow already.
    page = visit(course, timezone_id="Asia/Tokyo")
    page.clock.set_fixed_time(datetime.datetime(2026, 3, 1, 20, 0, tzinfo=datetime.UTC))
    question = Question(page, "projections/how-much")
    value = question.element.locator("[data-correct=false]").first.get_attribute("data-part")
    for _ in range(2):
        question.begin_anew()
        question.element.locator(f'input[value="{value}"]').check()
        question.check.click()
    kept = stored(page)
    assert [*kept] == ["reading-maps/v1/answer/projections/how-much"]
    assert value in [fold(choice["text"]) for choice in choices]
    answer = json.loads(kept["reading-maps/v1/answer/projections/how-much"])
    head, _, sides = answer.pop("version").partition("/")
    assert head == f"single-choice {len(choices)} {right[0]}" and len(sides) == 5 * len(choices) - 1
    assert answer == {
        "response": [value], "verdict": "wrong", "attempts": 2,
        "day": "2026-03-02", "certainty": 0,
    }  # fmt: skip


def test_several_choices_and_the_words_of_truth_have_forms_of_their_own(visit, trial):
    page = visit(f"{trial}quizzes/trial/")
    Question(page, "trial/multiple").click("Number two", "Number three")
    Question(page, "trial/truth").click(WORDS["question"]["true"])
    kept = {key.rpartition("/")[2]: json.loads(text) for key, text in stored(page).items()}
    assert [kept["multiple"][name] for name in ("version", "response", "verdict")] == [
        "multiple-choice 4 1+3/0a1a+cd20.7e89+9404", ["number two", "number three"], "partly"
    ]  # fmt: skip
    assert [kept["truth"][name] for name in ("version", "response", "verdict")] == ["true-false 2 1", ["true"], "right"]


@pytest.mark.parametrize(
    ("kind", "chosen", "verdict"),
    [
        ("single", ["Two of them"], "right"),
        ("multiple", ["Number two", "Number five"], "partly"),
        ("truth", [WORDS["question"]["false"]], "wrong"),
    ],
)
def test_an_answer_is_there_again_after_a_reload_and_says_so(visit, trial, kind, chosen, verdict):
    page = visit(f"{trial}quizzes/trial/")
    question = Question(page, f"trial/{kind}")
    question.click(*chosen)
    said = question.said
    page.reload()
    question.says(VERDICT["earlier"])
    question.says(VERDICT["some"].format(right=1, total=2) if verdict == "partly" else VERDICT[verdict])
    assert question.said.replace(VERDICT["earlier"], "").replace(";", "").split() == said.replace(";", "").split()
    for text in chosen:
        expect(question.choice(text)).to_be_checked()
    expect(question.again).to_be_visible()


def test_a_question_is_the_same_on_every_page_that_shows_it(visit, trial):
    page = visit(f"{trial}trial/")
    Question(page, "trial/single").click("Three of them")
    page.goto(f"{trial}quizzes/trial/")
    Question(page, "trial/single").says(VERDICT["earlier"])
    Question(page, "trial/truth").says_nothing()
    page.goto(f"{trial}trial/")
    for occurrence in (1, 2):
        Question(page, "trial/single", occurrence).says("Three is what she began with.")
    Question(page, "trial/single", 2).click("Two of them")
    assert json.loads(stored(page)[KEY])["attempts"] == 2
    assert [*stored(page)] == [KEY]


def test_a_sound_entry_is_shown(visit, trial):
    # What the tests below would not notice: that these entries could be shown at all.
    page = visit(f"{trial}quizzes/trial/", script=storing(SOUND))
    expect(Question(page, "trial/single").choice("Two of them")).to_be_checked()
    Question(page, "trial/single").says(VERDICT["earlier"])


@pytest.mark.parametrize("version", ["single-choice 3 1", "single-choice 4 2", "multiple-choice 3 2"])
def test_a_reader_is_told_once_that_an_answered_question_was_corrected(visit, trial, version):
    entry = json.dumps({**SOUND, "version": version})
    page = visit(f"{trial}quizzes/trial/", script=storing(entry))
    question = Question(page, "trial/single")
    notice = question.element.locator(".correction-notice")
    expect(notice).to_contain_text(WORDS["corrected"]["since"])
    question.says_nothing()
    assert question.inputs.evaluate_all("inputs => inputs.every(input => !input.checked)")
    assert stored(page) == {KEY: entry}, "until it is read"
    notice.get_by_role("button", name=WORDS["corrected"]["anew"]).click()
    [(key, text)] = stored(page).items()
    assert key.startswith(f"reading-maps/aside/{KEY}/") and json.loads(text) == json.loads(entry), (
        "out of the way, and not lost"
    )
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(question.check).to_be_visible()
    expect(notice).to_have_count(0)
    question.says_nothing()
    question.click("Two of them")
    assert json.loads(stored(page)[KEY])["version"].startswith(f"{SOUND['version']}/")


def test_an_order_holds_when_an_item_is_reworded_and_not_when_two_changed_places(visit, trial):
    page = visit(f"{trial}quizzes/trial/")
    version = page.locator('[data-question="trial/order"]').first.get_attribute("data-version")
    head, _, parts = version.partition("/")
    first, second, third = parts.split(".")
    items = ["a small number", "a middling number", "a large number"]
    key = KEY.replace("single", "order")
    for places, holds in (([first, "0000", third], True), ([second, first, third], False)):
        entry = {**SOUND, "version": f"{head}/{'.'.join(places)}", "response": items}
        page = visit(f"{trial}quizzes/trial/", script=storing(entry, key))
        question = Question(page, "trial/order")
        expect(question.element.locator(".correction-notice")).to_have_count(0 if holds else 1)
        question.says(VERDICT["earlier"] if holds else "")


@pytest.mark.parametrize("entry", [{**SOUND, "response": ["four of them"]}, {**SOUND, "response": []}])
def test_an_answer_of_a_choice_that_is_gone_is_not_shown(visit, trial, entry):
    page = visit(f"{trial}quizzes/trial/", script=storing(entry))
    question = Question(page, "trial/single")
    question.says_nothing()
    assert question.inputs.evaluate_all("inputs => inputs.every(input => !input.checked)")
    assert stored(page) == {KEY: json.dumps(entry)}
    question.click("Two of them")
    assert json.loads(stored(page)[KEY])["version"].startswith(f"{SOUND['version']}/")


def test_an_answer_of_which_one_choice_is_gone_is_not_graded_anew(visit, trial):
    key = KEY.replace("single", "multiple")
    entry = {**SOUND, "version": "multiple-choice 4 1+3", "response": ["number two", "number six"]}
    page = visit(f"{trial}quizzes/trial/", script=storing(entry, key))
    Question(page, "trial/multiple").says_nothing()
    assert stored(page) == {key: json.dumps(entry)}


@pytest.mark.parametrize("entry", ["{broken", "null", "[]", '{"version": 3, "response": []}', '{"version": "x"}'])
def test_an_entry_that_cannot_be_read_is_set_aside_and_never_overwritten(visit, trial, entry):
    page = visit(f"{trial}quizzes/trial/", script=storing(entry))
    question = Question(page, "trial/single")
    question.says_nothing()
    assert stored(page) == {KEY: entry}
    question.click("Two of them")
    kept = stored(page)
    assert json.loads(kept.pop(KEY))["response"] == ["two of them"]
    ((key, aside),) = kept.items()
    assert key.startswith(f"reading-maps/aside/{KEY}/")
    assert aside == entry
    question.again.click()
    question.click("Two of them")
    assert len(stored(page)) == 2


# Two ways in which browsers refuse, and one in which they have no room left.
REFUSALS = {
    "reading": "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('no') }",
    "writing": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }",
    "all": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})",
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_keeps_nothing_costs_no_more_than_one_sentence(visit, trial, refusal):
    # The theme's own scripts may fail here, and say so: ours must not.
    page = visit(f"{trial}quizzes/trial/", script=REFUSALS[refusal], faults=True)
    single, truth = Question(page, "trial/single"), Question(page, "trial/truth")
    single.click("Two of them")
    single.says(VERDICT["right"])
    single.says(WORDS["storage"]["unavailable"])
    truth.click(WORDS["question"]["false"])
    truth.says(VERDICT["wrong"])
    truth.leaves_out(WORDS["storage"]["unavailable"])
    single.again.click()
    single.click("One of them")
    single.says(VERDICT["wrong"])
    single.leaves_out(WORDS["storage"]["unavailable"])


def test_no_room_for_what_is_set_aside_leaves_it_where_it_is(visit, trial):
    page = visit(f"{trial}quizzes/trial/", script=storing("{broken"))
    page.evaluate(f"() => {{ {REFUSALS['writing']} }}")
    question = Question(page, "trial/single")
    question.click("Two of them")
    question.says(WORDS["storage"]["unavailable"])
    assert stored(page) == {KEY: "{broken"}
