"""What is asked before reading comes back after it: guesses, and where the reader stands."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import WORDS, Question, barriers
from whole_page import in_both_looks

GUESS, VERDICT, NOTE = WORDS["guess"], WORDS["verdict"], WORDS["note"]
TOOLS = WORDS["progress"]["tools"]
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


def test_several_guesses_at_one_question_are_all_told_as_they_are_written(page):
    guess = guess_at(page, "multiple")
    for name in ("Number three", "Number four"):
        guess.get_by_role("checkbox", name=name).check()
    # Signs that mean something to a script where a text is replaced.
    page.locator('[data-question="trial/multiple"] .choice').evaluate_all(
        "all => all.forEach(choice => choice.lastElementChild.append(' for $$1 & $&'))"
    )
    guess.get_by_role("button", name=GUESS["keep"]).click()
    question = Question(page, "trial/multiple")
    question.click("Number two for $$1 & $&")
    question.says(GUESS["earlier"].format(guess="Number three for $$1 & $&; Number four for $$1 & $&"))


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
    return view(page, slot).locator(".question__status")


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


def note_in(page: Page) -> Locator:
    view(page, "before").scroll_into_view_if_needed()
    return view(page, "before").get_by_role("textbox", name=NOTE["ask"])


def said_of_note(page: Page) -> Locator:
    return view(page, "before").locator(".question__note").get_by_role("status")


WRITTEN = ' A <b>map</b> "of"\n\nall & nothing. '


def test_what_would_change_a_mind_is_written_before_shown_after_saved_erased_and_loaded(page, trial, tmp_path):
    note_in(page).press_sequentially(WRITTEN)
    expect(said_of_note(page)).to_have_text(NOTE["kept"])
    assert stored(page, "note", "view")["text"] == WRITTEN
    wrote = view(page, "after").locator(".wrote")
    view(page, "after").scroll_into_view_if_needed()
    expect(wrote).to_be_visible()
    assert wrote.evaluate("wrote => [wrote.textContent, wrote.children.length]") == [WRITTEN, 0]
    page.reload()
    expect(note_in(page)).to_have_value(WRITTEN)
    expect(said_of_note(page)).to_have_text("")
    # In another tab, without a word on where this reader stands.
    progress = page.context.new_page()
    progress.goto(f"{trial}progress/")
    mirror = progress.locator(".progress__mirror")
    mirror.locator("summary").click()
    expect(mirror.locator(".wrote")).to_be_visible()
    assert mirror.locator(".wrote").evaluate("wrote => wrote.textContent") == WRITTEN
    progress.locator(".progress__keeping > summary").click()
    with progress.expect_download() as saving:
        progress.get_by_role("button", name=TOOLS["save"], exact=True).click()
    saving.value.save_as(tmp_path / "progress.json")
    progress.get_by_role("button", name=TOOLS["erase"], exact=True).click()
    progress.get_by_role("button", name=TOOLS["erase-now"], exact=True).click()
    expect(note_in(page)).to_have_value("")
    expect(wrote).to_have_count(0)
    progress.get_by_label(TOOLS["load"]).set_input_files(tmp_path / "progress.json")
    expect(note_in(page)).to_have_value(WRITTEN)
    expect(wrote).to_be_visible()
    note_in(page).fill("")
    expect(said_of_note(page)).to_have_text(NOTE["erased"])
    assert stored(page, "note", "view") is None
    expect(wrote).to_have_count(0)


def test_two_tabs_lose_nothing_that_was_written(page):
    note_in(page).fill("A map")
    other = page.context.new_page()
    other.goto(page.url)
    expect(note_in(other)).to_have_value("A map")
    note_in(other).fill("A map, or a globe")
    expect(note_in(page)).to_have_value("A map, or a globe")
    # A tab that slept heard of nothing.
    entry = json.dumps({"text": "A tower", "day": "2026-11-30"})
    page.evaluate("entry => localStorage.setItem(...entry)", [f"{COURSE}/note/trial/view", entry])
    note_in(page).press_sequentially("!")
    expect(note_in(page)).to_have_value("A tower\n\nA map, or a globe!")
    assert stored(page, "note", "view")["text"] == "A tower\n\nA map, or a globe!"


def test_what_is_too_long_or_finds_no_room_is_said(page):
    note_in(page).focus()
    page.keyboard.insert_text("x" * 1100)
    expect(said_of_note(page)).to_have_text(NOTE["full"].format(most=1000))
    assert len(stored(page, "note", "view")["text"]) == 1000
    page.evaluate("""() => {
        window.own = Storage.prototype.setItem
        Storage.prototype.setItem = () => { throw new Error("full") }
    }""")
    note_in(page).fill("A map")
    expect(said_of_note(page)).to_have_text(NOTE["unkept"])
    page.evaluate("dispatchEvent(new Event('storage'))")
    expect(note_in(page)).to_have_value("A map")
    assert len(stored(page, "note", "view")["text"]) == 1000
    page.evaluate("() => { Storage.prototype.setItem = own }")
    note_in(page).fill("A map.")
    expect(said_of_note(page)).to_have_text(NOTE["kept"])
    assert stored(page, "note", "view")["text"] == "A map."


def test_where_what_it_needs_does_not_come_there_is_no_dead_field(visit, trial):
    page = visit(f"{trial}trial-lesson/", lost="**/opinion-*.js", faults=True)
    expect(view(page, "before").get_by_role("button", name=WORDS["question"]["keep"])).to_be_visible()
    expect(view(page, "before").locator("textarea")).not_to_be_visible()
    keep_view(page, "before", "Made")
    assert stored(page, "before", "view")["response"] == ["3"]


@in_both_looks
def test_guesses_and_opinions_are_without_barriers(visit, trial, scheme, screen):
    page = visit(f"{trial}trial-lesson/", color_scheme=scheme, viewport=screen)
    guess_at(page, "single").get_by_role("radio").first.check()
    guess_at(page, "single").get_by_role("button", name=GUESS["keep"]).click()
    note_in(page).fill("One odd word: " + "x" * 900)
    for slot in ("before", "after"):
        keep_view(page, slot, "Made")
    expect(view(page, "after").locator(".wrote")).to_contain_text("xxx")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = barriers(page, within="quiz-guess, quiz-question")
    assert not found, "\n".join(found)


def test_without_scripts_a_guess_is_a_question_to_think_about(visit, trial):
    page = visit(f"{trial}trial-lesson/", java_script_enabled=False)
    expect(guess_at(page, "single").get_by_role("radio")).to_have_count(3)
    expect(guess_at(page, "single").get_by_role("button")).to_have_count(0)
    expect(guess_at(page, "single").get_by_text("Three less one is two.")).to_have_count(0)
    expect(view(page, "before").get_by_role("radio")).to_have_count(3)
    expect(view(page, "before").locator(".question__note")).not_to_be_visible()
