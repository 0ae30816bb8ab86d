"""Without scripts, and where they do not arrive, every question is whole: what is asked, and the answer with why."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browsing import WORDS, Question
from building import FIXTURE
from coursework.source import values as source
from prose import folded, phrases, texts_in

# What names or measures, but is not read; and the text of a cloze, which has gaps.
UNSPOKEN = {"id", "type", "objective", "level", "cite", "reread", "order", "tolerance", "figures", "pattern", "text"}
QUIZZES = sorted(path.stem for path in (FIXTURE / "quizzes").glob("*.yml"))


@pytest.fixture(params=["scripts off", "scripts lost"])
def bare(request, visit):
    """Open an address with scripts off, or without the files of questions."""

    def open_page(address: str):
        if request.param == "scripts off":
            return visit(address, java_script_enabled=False)
        return visit(address, lost="**/assets/coursework-*/*", faults=True)

    return open_page


@pytest.mark.parametrize("id", QUIZZES)
def test_every_word_of_a_quiz_can_be_read(bare, course, id):
    quiz, _ = source.load(FIXTURE, f"quizzes/{id}.yml")
    page = bare(f"{course}quizzes/{id}/")
    for summary in page.locator("quiz-question").first.locator("summary:visible").all():
        summary.click()
    expect(page.locator("quiz-question").first.locator("details:not([open], [hidden])")).to_have_count(0)
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    for question in quiz["questions"]:
        element = page.locator(f'quiz-question[data-question="{id}/{question["id"]}"]')
        shown = folded(element.inner_text())
        texts = texts_in({name: value for name, value in question.items() if name not in UNSPOKEN})
        texts = [text for text in texts if text not in ("true", "false")]
        # Between the gaps, of which the text names but the place.
        texts += re.split(r"\{[a-z-]+\}", question.get("text", ""))
        assert [phrase for text in texts for phrase in phrases(text) if phrase not in shown] == []
        if question["type"] not in ("single-choice", "multiple-choice", "true-false"):
            continue
        right = [choice for choice in question.get("choices", ()) if choice.get("correct") == "true"] or [None]
        marks = element.locator("details").get_by_text(WORDS["question"]["correct"], exact=True)
        expect(marks).to_have_count(len(right))
        for mark in marks.all():
            expect(mark).to_be_visible()


def test_no_button_is_shown_that_does_nothing(bare, trial):
    page = bare(f"{trial}trial/")
    for button in page.locator("quiz-question button").all():
        expect(button).to_be_hidden()
    expect(page.locator("quiz-question")).to_have_count(12)


def test_enter_in_a_choice_leads_nowhere(bare, trial):
    address = f"{trial}quizzes/trial/"
    page = bare(address)
    left = []
    page.on("framenavigated", lambda frame: left.append(frame.url))
    for kind in ("single", "multiple", "truth"):
        first = Question(page, f"trial/{kind}").inputs.first
        first.check()
        first.press("Enter")
        expect(first).to_be_checked()
    # What Enter could have started would have come before the answer to this.
    expect(page.locator("summary:visible").first).to_be_visible()
    assert left == []
    assert page.url == address
