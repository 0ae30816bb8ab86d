"""A reader who answered before a correction is told of it once, with what was answered; and of a claim that changed."""

from __future__ import annotations

import contextlib
import datetime
import json
import re

import pytest
import yaml
from playwright.sync_api import expect

import browsing
import building
from browsing import WORDS, Question, barriers, ready

SAID, ASKED = WORDS["corrected"], WORDS["question"]
COURSE = "reading-maps"
NAV = "[index.md, lessons/maps.md, Quizzes: quizzes/, claims.md, Review: review.md, Progress: progress.md]"
BEFORE, DAY, AFTER = "2026-11-01", "2026-11-10", "2026-11-20"
REFERENCES = """
- {id: snyder1987, type: book, title: Map projections, author: [{family: Snyder, given: John P.}],
   issued: {date-parts: [[1987]]}, publisher: USGS}
"""


EXPORT, IMPORT = (
    f"""async text => {{
      const ours = [...document.scripts].find(script => script.src.includes("/assets/coursework-"))
      const record = await import(new URL("record-file.js", ours.src))
      return record.{call}
    }}"""
    for call in (f"exportCourse('{COURSE}')", f"importCourse('{COURSE}', text)")
)


def question(id: str, right: str, *others: str, **fields: object) -> dict:
    choices = [{"text": right, "correct": "true", "feedback": f"{right} it is."}]
    choices += [{"text": text, "feedback": f"{text} it is not."} for text in others]
    choices.sort(key=lambda choice: choice["text"])
    return {
        "id": id, "type": "single-choice", "prompt": f"What of the {id}?", "choices": choices,
        "explanation": "So it is.", **fields,
    }  # fmt: skip


def files(corrected: bool) -> dict[str, str]:
    """The course before and after: a key that changed, a text that did, a claim, and a key of which nothing is said."""

    def since(text: str) -> dict:
        return {"corrections": [{"day": DAY, "text": text}]} if corrected else {}

    claim = {"id": "M1", "sentence": "Maps age.", "kind": "argument", "references": ["snyder1987"]}
    questions = [
        question("sea", *(["Salt", "Fresh"] if corrected else ["Fresh", "Salt"]), **since("It is *salt* in the sea.")),
        question("north", "Up", "Down", **since("The reason was the wrong one.")),
        question("age", "Old", "New", claims=["M1"]),
        question("rain", "Old", "New", claims=["M1"]),
        question("silent", *(["Left", "Right"] if corrected else ["Right", "Left"])),
        question("untouched", "One", "Two"),
    ]
    quiz = {"title": "Maps", "lesson": "lessons/maps.md", "questions": questions}
    return {
        "docs/index.md": "# Maps\n",
        "docs/lessons/maps.md": "# Reading maps\n\nOf maps.\n\n"
        + "".join(
            f"```quiz\nmaps: {each['id']}\n```\n\n"
            for each in questions  # each by itself, so that all are shown
        ),
        "quizzes/maps.yml": yaml.safe_dump(quiz, sort_keys=False),
        "claims/maps.yml": yaml.safe_dump({"claims": [claim | since("They age faster than was said.")]}),
        "readings/references.yml": REFERENCES,
    }


class Site:
    """The course at one address, of which another version can be published."""

    def __init__(self, link, versions):
        self.link, self.versions = link, versions
        self.publish("before")

    def publish(self, version: str) -> None:
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(self.versions / version, target_is_directory=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    def make(folder):
        folder.mkdir()
        for version in ("before", "after"):
            building.build_small(files(version == "after"), NAV, folder / version)

    made = building.made_once(tmp_path_factory, "corrections", make)
    return Site(tmp_path_factory.mktemp("published") / "site", made)


@pytest.fixture(scope="module")
def address(site):
    with browsing.served(site.link) as address:
        yield address


@pytest.fixture
def reader(visit, site, address):
    """A page of one who answered on the first day, `(question, choice)` each; then the correction was published."""

    def come(*answers: tuple[str, str], path: str = "lessons/maps/"):
        site.publish("before")
        # Where some request may be answered by a test, a browser caches nothing: what is published next is seen.
        page = visit(f"{address}lessons/maps/", locale="en-GB", lost="**/none.js")
        page.clock.set_fixed_time(at(BEFORE))
        page.reload()
        for id, text in answers:
            Question(ready(page), f"maps/{id}").click(text)
            browsing.until(page, "id => Boolean(localStorage.getItem(id))", f"{COURSE}/v1/card/maps/{id}")
        page.goto("about:blank")  # what it still fetches is there no more
        site.publish("after")
        page.clock.set_fixed_time(at(AFTER))
        page.goto(f"{address}{path}")
        return page

    return come


def at(day: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")


def notice(page, id: str):
    return page.locator(f'quiz-question[data-question="maps/{id}"] .correction-notice')


def notices(page):
    return page.locator(".correction-notice")


def entry(page, id: str, slot: str = "answer") -> dict:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", f"{COURSE}/v1/{slot}/maps/{id}") or "null")


def settled(page):
    """The page, once its modules are there."""
    page.wait_for_load_state("networkidle")
    return ready(page)


def test_what_was_answered_is_told_once_with_what_was_corrected_and_when(reader, address):
    page = reader(("sea", "Fresh"), ("untouched", "One"))
    box = notice(page, "sea")
    expect(box).to_contain_text(SAID["since"])
    expect(box).to_contain_text(SAID["question"].format(day="10 November 2026"))
    expect(box).to_contain_text("It is salt in the sea.")
    expect(box).to_contain_text(re.sub(r"\{.*", "", SAID["answered"]))
    expect(box).to_contain_text("1 November 2026")
    expect(box).to_contain_text("Fresh")
    expect(box).to_contain_text(SAID["now"]["wrong"])
    expect(notices(page)).to_have_count(1)
    assert barriers(page) == []
    # Who has not done with it finds it again, also on another page.
    page.goto(f"{address}quizzes/maps/")
    expect(notice(page, "sea")).to_be_visible()
    page.get_by_role("button", name=SAID["anew"]).click()
    expect(notices(page)).to_have_count(0)
    expect(Question(page, "maps/sea").inputs.first).to_be_focused()
    for path in ("quizzes/maps/", "lessons/maps/"):
        settled(page).goto(f"{address}{path}")
        expect(notices(settled(page))).to_have_count(0)
    kept = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes('/aside/')).map(([, text]) => text)"
    )
    assert any(json.loads(text).get("response") == ["fresh"] for text in kept), "laid aside, and not lost"


def test_an_answer_that_still_holds_may_stand_and_one_of_a_changed_key_too(reader):
    page = reader(("north", "Up"), ("sea", "Salt"))
    for id, now in (("north", "right"), ("sea", "right")):
        box = notice(page, id)
        expect(box).to_contain_text(SAID["now"][now])
        box.get_by_role("button", name=SAID["keep"]).click()
        expect(box).to_have_count(0)
        expect(Question(page, f"maps/{id}").inputs.first).to_be_disabled()
        assert (entry(page, id)["verdict"], entry(page, id)["corrected"]) == ("right", DAY)
        assert entry(page, id, "card")["corrected"] == DAY
    page.reload()
    expect(notices(settled(page))).to_have_count(0)
    Question(page, "maps/sea").says(WORDS["verdict"]["earlier"])


def test_to_answer_is_to_have_read_it_and_who_answers_anew_is_told_nothing(reader, address):
    page = reader(("north", "Down"))
    expect(notice(page, "north")).to_be_visible()
    Question(page, "maps/north").click("Up")
    expect(notices(page)).to_have_count(0)
    Question(page, "maps/sea").click("Salt")
    assert [entry(page, id)["corrected"] for id in ("north", "sea")] == [DAY, DAY]
    page.goto(f"{address}quizzes/maps/")
    expect(notices(settled(page))).to_have_count(0)


def test_a_key_that_changed_without_a_word_is_told_of_all_the_same(reader):
    page = reader(("silent", "Right"))
    expect(notice(page, "silent")).to_contain_text(SAID["since"])
    expect(notice(page, "silent")).to_contain_text(SAID["now"]["wrong"])
    page.get_by_role("button", name=SAID["anew"]).click()
    page.reload()
    expect(notices(settled(page))).to_have_count(0)


def test_a_claim_that_changed_is_told_of_once_however_many_questions_rest_on_it(reader, address):
    page = reader(("age", "Old"), ("rain", "New"))
    box = notice(page, "age")
    expect(box).to_contain_text(SAID["rests"])
    expect(box).to_contain_text("They age faster than was said.")
    expect(box.locator('a[href$="claims/#M1"]')).to_be_visible()
    box.get_by_role("button", name=SAID["keep"]).click()
    page.goto(f"{address}quizzes/maps/")
    expect(notices(settled(page))).to_have_count(0)
    assert entry(page, "rain")["corrected"] == DAY
    page.goto(f"{address}progress/")
    expect(settled(page).locator(".corrections")).to_be_hidden()


def test_progress_and_review_say_what_was_corrected_since(reader, address):
    page = reader(("sea", "Fresh"), ("age", "Old"), ("silent", "Right"), path="progress/")
    shown = page.locator(".corrections li:visible")
    expect(shown).to_have_count(3)
    expect(shown.nth(0)).to_contain_text("What of the sea?")
    expect(shown.nth(1)).to_contain_text("They age faster than was said.")
    expect(shown.nth(2)).to_have_text(SAID["unsaid"].format(title="Maps"))
    assert barriers(page) == []
    page.get_by_role("button", name=SAID["read"]).click()
    expect(shown).to_have_count(2)
    page.goto(f"{address}review/")
    expect(page.locator(".corrections li:visible")).to_have_count(1)
    page.get_by_role("link", name="What of the sea?").click()
    expect(notice(page, "sea")).to_be_visible()
    expect(notices(page)).to_have_count(2)
    for id in ("sea", "silent"):
        notice(page, id).get_by_role("button", name=SAID["anew"]).click()
    page.goto(f"{address}progress/")
    expect(settled(page).locator(".corrections")).to_be_hidden()


def test_the_review_tells_after_the_check_and_it_is_not_told_again(reader, address):
    page = reader(("north", "Up"), path="review/")
    page.locator("button.review__start").click()
    asked = page.locator("quiz-review quiz-question")
    expect(asked).to_be_visible()
    expect(notices(settled(page))).to_have_count(0)
    asked.get_by_role("radio", name="Up").click()
    asked.get_by_role("button", name=ASKED["check"]).click()
    expect(asked.locator(".correction-notice")).to_contain_text("The reason was the wrong one.")
    assert [entry(page, "north", slot)["corrected"] for slot in ("answer", "card")] == [DAY, DAY]
    page.goto(f"{address}lessons/maps/")
    expect(notices(settled(page))).to_have_count(0)


def test_of_what_a_sitting_asked_it_says_that_the_record_holds_only_how_it_went(reader):
    page = reader(("north", "Down"), ("sea", "Fresh"))
    page.evaluate("keys => keys.forEach(key => localStorage.removeItem(key))",
                  [f"{COURSE}/v1/answer/maps/{id}" for id in ("north", "sea")])  # fmt: skip
    page.reload()
    for id, said in (("north", "missed"), ("sea", "right")):
        expect(notice(page, id)).to_contain_text(SAID[said].format(day="1 November 2026"))
        notice(page, id).get_by_role("button", name=SAID["later"]).click()
    page.reload()
    expect(notices(settled(page))).to_have_count(0)


def test_it_is_lost_neither_between_two_pages_nor_where_it_cannot_be_fetched_nor_with_a_file(reader, visit, address):
    page = reader(("north", "Up"), ("sea", "Fresh"))
    other = page.context.new_page()
    other.goto(f"{address}quizzes/maps/")
    expect(notices(other)).to_have_count(2)
    text = page.evaluate(EXPORT)
    expect(notices(page)).to_have_count(2)
    notice(page, "north").get_by_role("button", name=SAID["keep"]).click()
    expect(notice(other, "north")).to_have_count(0)
    expect(notice(other, "sea")).to_be_visible()
    # On another device, first without the module that tells of it.
    device = visit(f"{address}quizzes/maps/", lost="**/correction-notice.js", faults=True)
    device.evaluate(IMPORT, text)
    device.reload()
    Question(ready(device), "maps/north").click("Up")
    assert "corrected" not in entry(device, "north")
    # There it is read before; a file from here has it known there, too.
    read = page.evaluate(EXPORT)
    assert json.loads(read)["answers"]["maps/north"]["corrected"] == DAY
    device.evaluate(IMPORT, read)
    assert entry(device, "north")["corrected"] == DAY


@pytest.mark.parametrize("version", ["before", "after"])
def test_without_scripts_the_correction_stands_in_the_answer(visit, site, address, version):
    site.publish(version)
    page = visit(f"{address}lessons/maps/", java_script_enabled=False)
    answer = page.locator('quiz-question[data-question="maps/sea"] .question__answer')
    answer.locator("summary").click()
    with contextlib.nullcontext() if version == "after" else pytest.raises(AssertionError):
        expect(answer).to_contain_text("It is salt in the sea.", timeout=500)
