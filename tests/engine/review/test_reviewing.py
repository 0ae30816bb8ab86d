"""A reader comes back on other days: the clock is frozen, and moved by the test."""

from __future__ import annotations

import json
from datetime import date, timedelta

import icalendar
import pytest
from playwright.sync_api import expect
from review_course import RIGHT, WRONG
from review_reader import WORDS

from browsing import barriers
from coursework.text.words import words

ON = words()["go-on"]
RIVERS = [f"rivers/river-{number}" for number in range(1, 24)]


def test_weeks_of_right_answers_space_the_questions_out_until_they_are_known(reader):
    someone = reader().on("2026-11-01").visit("quizzes/maps/")
    for question in ("maps/scale", "maps/north"):
        someone.answer(question, RIGHT)
    day = date(2026, 11, 1)
    for asked, gap in enumerate((2, 11, 46, 163, 365, 365), 1):
        due = day + timedelta(days=gap)
        assert set(someone.due_days().values()) == {str(due)}, asked
        someone.on(str(due - timedelta(days=1))).visit("review/")
        expect(someone.button("start")).to_have_count(0)
        expect(someone.view.locator(".review__due")).to_contain_text(f"{due.day} {due:%B} {due.year}")
        expect(someone.view.locator(".review__known")).to_have_count(1 if asked >= 3 else 0)
        someone.on(str(due)).visit("review/")
        expect(someone.view.locator(".review__due")).to_have_text("2 due today, about a minute.")
        someone.begin()
        assert sorted(someone.reply_to_all()) == ["maps/north", "maps/scale"]
        expect(someone.heading).to_have_text(WORDS["done"])
        day = due
    assert {card["days"] for card in someone.stored("card").values()} == {7}


def test_six_due_take_about_four_minutes(reader):
    someone = reader().on("2026-11-22").keep_cards(dict.fromkeys(RIVERS[:6], "2026-11-22")).visit("review/")
    expect(someone.view.locator(".review__due")).to_have_text("6 due today, about 4 minutes.")
    expect(someone.page.locator(".review__plain")).to_be_hidden()


def test_a_miss_returns_at_the_end_until_it_is_right_once_and_the_schedule_does_not_count_that(reader):
    someone = (
        reader().on("2026-11-22").keep_cards(dict.fromkeys(["maps/scale", "maps/north", "seas/salt"], "2026-11-22"))
    )
    someone.review()
    expect(someone.heading).to_have_text("Question 1 of 3")
    missed = someone.reply(WRONG, certainty=3)
    after = someone.stored("card")[missed]
    assert (after["due"], after["lapses"], after["sure"], after["days"]) == ("2026-11-23", 1, True, 1)
    others = [someone.reply(), someone.reply()]
    assert missed not in others
    expect(someone.heading).to_have_text(WORDS["last"])
    assert someone.reply(WRONG, certainty=3) == missed
    assert someone.reply(RIGHT) == missed
    assert someone.stored("card")[missed] == after
    expect(someone.heading).to_have_text(WORDS["done"])
    expect(someone.view.locator(".review__counts")).to_contain_text("2 right at the first try")
    expect(someone.view.locator(".review__counts")).to_contain_text(WORDS["missed"]["one"])
    tries = someone.stored("log")["2026-11-22"]
    assert [entry[1:] for entry in tries if entry[0] == missed] == [[3, 0, 1], [3, 0, 2], [0, 1, 3]]


def test_a_sitting_can_be_stopped_and_what_was_not_answered_stays_due(reader):
    someone = reader().on("2026-11-22").keep_cards(dict.fromkeys(RIVERS[:4], "2026-11-22")).review()
    someone.reply(RIGHT)
    someone.reply(WRONG)
    expect(someone.heading).to_have_text("Question 3 of 4")
    someone.button("stop").click()
    expect(someone.heading).to_have_text(WORDS["stopped"])
    expect(someone.heading).to_be_focused()
    expect(someone.asked).to_have_count(0)
    expect(someone.view.locator(".review__more")).to_have_text("2 due today, about a minute.")
    # Without colours, too, right and missed have signs of their own.
    counts = someone.view.locator(".review__count")
    expect(counts).to_have_text([WORDS["right"]["one"], WORDS["missed"]["one"]])
    drawn = counts.evaluate_all("""counts => counts.map(count => {
      const {borderStyle, borderRadius, transform} = getComputedStyle(count, "::before")
      return [borderStyle, borderRadius, transform].join()
    })""")
    assert drawn[0].startswith("solid,0px,matrix")
    assert drawn[1] == "dashed,50%,none"
    assert barriers(someone.page) == []
    someone.begin("more")
    expect(someone.heading).to_have_text("Question 1 of 2")


def test_a_showing_takes_one_try_and_leaves_the_answer_and_two_ways_on(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22"}).review()
    someone._give(someone.asked, WRONG, 0)
    expect(someone.next).to_have_text(WORDS["next"])
    expect(someone.next).to_be_focused()
    shown = (
        someone.view.locator("button, summary, input")
        .filter(visible=True)
        .and_(someone.page.locator(":enabled, summary"))
    )
    expect(shown).to_have_text(["Show the answer", WORDS["next"], WORDS["stop"]])
    someone.next.click()
    expect(someone.heading).to_have_text(WORDS["last"])
    someone._give(someone.asked, RIGHT, 0)
    expect(someone.next).to_have_text(WORDS["finish"])


def test_who_opens_the_answer_did_not_know_it(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22"}).review()
    expect(someone.next).to_be_hidden()
    someone.asked.locator(".question__answer > summary").click()
    expect(someone.next).to_be_visible()
    someone._give(someone.asked, RIGHT, 3)
    [card] = someone.stored("card").values()
    assert (card["due"], card["lapses"], card["days"]) == ("2026-11-23", 1, 1)
    assert someone.stored("log") == {}
    someone.next.click()
    expect(someone.heading).to_have_text(WORDS["last"])


def test_who_answers_beside_the_open_answer_in_a_quiz_is_asked_again_tomorrow(reader):
    someone = reader().on("2026-11-22").visit("quizzes/maps/")
    someone.page.locator('quiz-question[data-question="maps/scale"] .question__answer > summary').click()
    someone.answer("maps/scale", RIGHT, 3)
    [card] = someone.stored("card").values()
    assert (card["due"], card["days"], card["sure"]) == ("2026-11-23", 0, False)


def test_a_day_asks_twenty_and_what_waits_is_told_and_asked_tomorrow(reader):
    due = {question: f"2026-11-{1 + number % 7:02}" for number, question in enumerate(RIVERS)}
    someone = reader().on("2026-11-22").keep_cards({**due, "seas/salt": "2026-11-22", "maps/north": "2026-11-22"})
    before = someone.visit("review/").stored("card")
    expect(someone.view.locator(".review__due")).to_have_text("20 due today, about 13 minutes.")
    expect(someone.view.locator(".review__wait")).to_have_text(WORDS["wait"]["other"].format(count=5))
    expect(someone.view.locator(".review__day")).to_have_text(["23 November 2026: 5 questions"])
    someone.begin()
    expect(someone.heading).to_have_text("Question 1 of 20")
    # Who leaves and comes back is asked what is left of the day's twenty.
    first = {someone.reply() for _ in range(8)}
    someone.visit("review/")
    expect(someone.view.locator(".review__due")).to_have_text("12 due today, about 8 minutes.")
    expect(someone.page.locator(".due-mark").first).to_have_text("12")
    someone.begin()
    asked = first | set(someone.reply_to_all())
    assert len(asked) == 20 and asked < set(RIVERS)
    expect(someone.heading).to_have_text(WORDS["done"])
    expect(someone.view.locator(".review__wait")).to_have_text(WORDS["wait"]["other"].format(count=5))
    expect(someone.page.locator(".due-mark").first).to_be_empty()
    someone.visit("review/")
    expect(someone.view.locator(".review__due")).to_have_text(WORDS["enough"]["other"].format(count=5))
    expect(someone.button("start")).to_have_count(0)
    assert barriers(someone.page, within="quiz-review") == []
    # What waits was never touched, and has its turn tomorrow.
    waits = {*due, "seas/salt", "maps/north"} - asked
    assert {question: someone.stored("card")[question] for question in waits} == {
        question: before[question] for question in waits
    }
    someone.on("2026-11-23").visit("review/")
    expect(someone.view.locator(".review__due")).to_have_text("5 due today, about 3 minutes.")
    someone.begin()
    assert set(someone.reply_to_all()) == waits


def test_who_wants_to_goes_on_with_what_waits(reader):
    someone = reader().on("2026-11-22").keep_cards(dict.fromkeys([*RIVERS, "seas/salt"], "2026-11-20")).review()
    someone.reply_to_all()
    someone.begin("further")
    expect(someone.heading).to_have_text("Question 1 of 4")
    assert len(someone.reply_to_all()) == 4
    assert {card["last"] for card in someone.stored("card").values()} == {"2026-11-22"}
    expect(someone.view.locator(".review__wait")).to_have_count(0)


@pytest.mark.parametrize("path", ["", "quizzes/", "progress/"])
def test_every_page_says_the_same_number(reader, path):
    someone = reader().on("2026-11-22").keep_cards(dict.fromkeys([*RIVERS, "seas/salt"], "2026-11-20"))
    answer = {
        "version": "single-choice 2 1",
        "response": [RIGHT],
        "verdict": "right",
        "attempts": 1,
        "day": "2026-11-20",
    }
    someone.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        ["reading-maps/v1/answer/seas/salt", json.dumps(answer)],
    )
    someone.review()
    someone.reply()
    someone.visit(path)
    expect(someone.page.locator(".due-mark").first).to_have_text("19")
    if path == "progress/":
        expect(someone.page.locator(".progress__due")).to_contain_text("19 questions are due today.")
        expect(someone.page.locator(".progress__day").first).to_have_text("23 November 2026: 4 questions")


def test_where_nothing_is_due_the_reader_may_practise_ahead_and_it_counts_with_the_days_that_have_gone(reader):
    due = dict.fromkeys(["maps/scale", "seas/salt", "maps/north"], "2026-11-23")
    someone = reader().on("2026-11-22").keep_cards(due, last="2026-11-21").visit("quizzes/seas/")
    someone.answer("seas/depth", RIGHT)
    someone.visit("review/")
    expect(someone.view.locator(".review__due")).to_contain_text("Nothing is due today.")
    expect(someone.button("start")).to_have_count(0)
    before = someone.stored("card")
    assert barriers(someone.page, within="quiz-review") == []
    someone.begin("practise")
    # What was answered today would count no more.
    asked = someone.reply_to_all(wrong=("maps/scale",))
    assert sorted(asked) == ["maps/north", "maps/scale", "maps/scale", "seas/salt"]
    after = someone.stored("card")
    assert after["seas/depth"] == before["seas/depth"]
    for question in ("seas/salt", "maps/north"):
        # As py-fsrs has it after one day; after the two days of the schedule it would have been 10.9643.
        assert (after[question]["due"], round(after[question]["s"], 4)) == ("2026-11-29", 7.3153)
    assert after["maps/scale"]["due"] == "2026-11-23"
    expect(someone.button("practise")).to_have_count(0)


def test_the_questions_of_one_objective_are_asked_also_new_ones_and_the_address_brings_them(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-30", "seas/salt": "2026-11-22"})
    someone.visit("progress/")
    someone.page.locator(".progress__all > summary").click()
    link = someone.page.locator('.progress__quiz[data-quiz="maps"] .progress__practise').first
    expect(link).to_be_visible()
    link.click()
    someone.page.wait_for_url("**/review/?objective=maps/read")
    expect(someone.view.locator(".review__due")).to_have_text("read a map")
    expect(someone.view.locator(".review__wait")).to_have_text("2 questions, about a minute")
    expect(someone.page.locator(".review__plain")).to_be_hidden()
    assert barriers(someone.page, within="quiz-review") == []
    someone.begin()
    assert sorted(someone.reply_to_all()) == ["maps/north", "maps/scale"]
    assert someone.stored("card")["maps/north"]["due"] == "2026-11-24"
    expect(someone.heading).to_have_text(WORDS["done"])
    # Nothing of it was due, so that the day's share is as it was.
    expect(someone.view.locator(".review__more")).to_have_text("1 due today, about a minute.")


def test_an_objective_that_is_not_there_leaves_the_review_as_it_is(reader):
    someone = reader().on("2026-11-22").keep_cards({"seas/salt": "2026-11-22"}).visit("review/?objective=maps/gone")
    expect(someone.view.locator(".review__due")).to_have_text("1 due today, about a minute.")
    someone.page.route("**/quizzes/maps/", lambda route: route.abort())
    someone.visit("review/?objective=maps/read")
    expect(someone.view.locator(".review__status")).to_have_text(WORDS["unreachable"].replace("{title}", "Maps"))
    expect(someone.button("start")).to_be_visible()


def test_after_a_sitting_the_way_leads_to_the_lesson_that_is_open(reader):
    someone = reader().on("2026-11-20").visit("lessons/rivers/")
    someone.answer("maps/legend", WRONG)
    someone.on("2026-11-22").visit("review/")
    on = someone.page.locator(".go-on__next")
    expect(someone.button("start")).to_be_visible()
    expect(on).to_be_hidden()
    someone.begin()
    expect(on).to_be_hidden()
    someone.reply_to_all()
    expect(someone.heading).to_be_focused()
    expect(on).to_have_text(ON["next"].format(number=2))
    assert barriers(someone.page, within="quiz-review") == []
    on.click()
    someone.page.wait_for_url("**/lessons/seas/")


def test_mistakes_made_with_certainty_come_first_and_then_the_quizzes_take_turns(reader):
    someone = (
        reader()
        .on("2026-11-22")
        .keep_cards({"rivers/river-1": "2026-11-01", "rivers/river-2": "2026-11-02", "maps/north": "2026-11-20"})
    )
    someone.keep_cards({"seas/depth": "2026-11-22"}, sure=True, lapses=1).review()
    assert someone.reply_to_all() == ["seas/depth", "rivers/river-1", "maps/north", "rivers/river-2"]


def test_a_day_ends_at_midnight_where_the_reader_lives(reader):
    zone = "Pacific/Auckland"
    someone = reader(timezone_id=zone).on("2026-09-26", "23:59", zone).visit("quizzes/maps/")
    # In the night after, the clocks there go forward.
    someone.answer("maps/scale", RIGHT, 1)
    assert someone.due_days() == {"maps/scale": "2026-09-27"}
    someone.visit("review/")
    expect(someone.button("start")).to_have_count(0)
    someone.on("2026-09-27", "00:01", zone).review()
    assert someone.reply_to_all() == ["maps/scale"]
    assert someone.stored("card")["maps/scale"]["last"] == "2026-09-27"


def test_a_page_left_open_over_night_says_what_is_due_when_the_reader_comes_back(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-23"}).visit("review/")
    expect(someone.button("start")).to_have_count(0)
    someone.on("2026-11-23").page.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    expect(someone.button("start")).to_be_visible()


def test_a_sitting_over_midnight_counts_each_answer_on_its_day(reader):
    someone = (
        reader().on("2026-11-22", "23:58").keep_cards({"maps/scale": "2026-11-20", "seas/salt": "2026-11-21"}).review()
    )
    first = someone.reply(WRONG)
    second = someone.on("2026-11-23", "00:01").reply()
    assert {question: card["last"] for question, card in someone.stored("card").items()} == {
        first: "2026-11-22",
        second: "2026-11-23",
    }
    before = someone.stored("card")
    assert someone.reply() == first
    assert someone.stored("card") == before
    # Missed yesterday, so due today.
    expect(someone.view.locator(".review__more")).to_have_text("1 due today, about a minute.")


def test_a_clock_that_was_set_back_changes_no_memory_and_loses_nothing(reader):
    someone = reader().on("2026-11-22").visit("quizzes/maps/")
    someone.answer("maps/scale", RIGHT)
    card = someone.stored("card")["maps/scale"]
    someone.on("2026-11-10").visit("quizzes/maps/")
    someone.page.locator('quiz-question[data-question="maps/scale"]').get_by_role("button", name="Answer again").click()
    someone.answer("maps/scale", RIGHT)
    assert someone.stored("card") == {"maps/scale": {**card, "last": "2026-11-10", "due": "2026-11-12"}}
    someone.visit("review/")
    expect(someone.button("start")).to_have_count(0)
    someone.on("2026-11-12").review()
    assert someone.reply_to_all() == ["maps/scale"]


def test_an_answer_shown_from_an_earlier_visit_is_not_scheduled_again(reader):
    someone = reader().on("2026-11-22").visit("quizzes/maps/")
    someone.answer("maps/scale", RIGHT)
    before = someone.stored("card"), someone.stored("log")
    someone.on("2026-11-24").visit("quizzes/maps/")
    shown = someone.page.locator('quiz-question[data-question="maps/scale"]')
    expect(shown.locator(".feedback__verdict")).to_have_text("Right.")
    expect(shown.get_by_role("radio", name=RIGHT, exact=True)).to_be_disabled()
    assert (someone.stored("card"), someone.stored("log")) == before


def test_only_the_pages_of_questions_that_are_due_are_fetched_each_once_and_not_before_the_start(reader):
    due = {
        "maps/scale": "2026-11-22",
        "maps/north": "2026-11-22",
        "rivers/river-3": "2026-11-22",
        "seas/salt": "2026-11-23",
    }
    someone = reader().on("2026-11-22").keep_cards(due)
    someone.visit("review/")
    expect(someone.button("start")).to_be_visible()
    assert someone.quiz_pages_fetched() == []
    someone.begin()
    someone.reply_to_all(wrong=("maps/scale", "rivers/river-3"))
    assert sorted(someone.quiz_pages_fetched()) == ["quizzes/maps/", "quizzes/rivers/"]


def test_a_question_comes_without_its_earlier_answer_and_its_links_lead_where_they_lead_in_its_quiz(reader):
    someone = reader().on("2026-11-20").visit("quizzes/maps/")
    someone.answer("maps/legend", RIGHT, 1)
    # The number names the question's place in its quiz, which it has left.
    links = "quiz-question[data-question='maps/legend'] a[href]:not(.question__number a)"
    in_quiz = someone.page.locator(links).evaluate_all("links => links.map(link => link.href)")
    someone.on("2026-11-21").review()
    expect(someone.asked.get_by_role("radio", checked=True)).to_have_count(0)
    expect(someone.asked.get_by_role("status")).to_be_empty()
    someone._give(someone.asked, RIGHT, 0)
    in_review = someone.page.locator(links).evaluate_all("links => links.map(link => link.href)")
    assert set(in_review) == set(in_quiz)
    assert f"{someone.address}quizzes/maps/#ref-snyder1987" in in_review
    for link in set(in_review):
        address, _, anchor = link.partition("#")
        answer = someone.page.request.get(address)
        assert answer.ok
        assert not anchor or f'id="{anchor}"' in answer.text()
    assert someone.stored("answer")["maps/legend"]["attempts"] == 2


def test_a_question_of_another_kind_is_reviewed_as_well(reader):
    someone = reader().on("2026-11-22").keep_cards({"seas/tides": "2026-11-22"}, version="ordering 3").review()
    expect(someone.asked.get_by_role("button", name="Up", exact=False).first).to_be_visible()
    someone.asked.get_by_role("button", name="Check answer").click()
    expect(someone.next).to_be_visible()


def test_a_sitting_goes_by_keyboard_alone_and_the_focus_is_never_lost(reader):
    someone = (
        reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-21", "seas/salt": "2026-11-22"}).visit("review/")
    )
    keys = someone.page.keyboard

    def tab_to(target):
        for _ in range(30):
            if target.evaluate("element => element === document.activeElement"):
                return
            keys.press("Tab")
        raise AssertionError(f"30 presses of Tab do not reach {target}")

    someone.page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    tab_to(someone.button("start"))
    keys.press("Enter")
    for number in (1, 2):
        expect(someone.heading).to_have_text(f"Question {number} of 2")
        expect(someone.heading).to_be_focused()
        tab_to(someone.asked.get_by_role("radio").first)
        right = someone.asked.get_by_role("radio", name=RIGHT)
        keys.press("Space")
        if not right.is_checked():
            keys.press("ArrowDown")
        expect(right).to_be_checked()
        expect(someone.next).to_be_hidden()
        check = someone.asked.get_by_role("button", name="Check answer")
        tab_to(check)
        keys.press("Enter")
        # What is checked is gone with its button, and the reader goes on to the next.
        expect(check).to_be_hidden()
        expect(someone.asked.locator(".feedback__verdict")).to_have_text("Right.")
        expect(someone.next).to_be_focused()
        assert someone.asked.get_by_role("button").filter(visible=True).count() == 0
        keys.press("Enter")
    expect(someone.heading).to_have_text(WORDS["done"])
    expect(someone.heading).to_be_focused()
    tab_to(someone.button("calendar"))
    with someone.page.expect_download():
        keys.press("Enter")
    expect(someone.button("calendar")).to_be_focused()


def test_the_calendar_file_has_a_day_for_each_day_of_reviews_in_the_next_sixty(reader):
    due = {
        "maps/scale": "2026-11-01", "maps/north": "2026-11-22", "seas/salt": "2026-11-25", "seas/depth": "2026-11-25",
        "rivers/river-1": "2027-01-21", "rivers/river-2": "2027-01-22",
    }  # fmt: skip
    someone = reader().on("2026-11-22").keep_cards(due).visit("review/")
    with someone.page.expect_download() as download:
        someone.button("calendar").click()
    expect(someone.view.locator(".review__saved")).to_have_text(WORDS["saved"])
    assert download.value.suggested_filename == "reading-maps.ics"
    events = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert {str(event.decoded("dtstart")): str(event["summary"]).rpartition(": ")[2] for event in events} == {
        "2026-11-22": "2 questions to review", "2026-11-25": "2 questions to review",
        "2027-01-21": "1 question to review",
    }  # fmt: skip
    assert {str(event["url"]) for event in events} == {f"{someone.address}review/"}
    assert {event["summary"].startswith("Review") for event in events} == {True}


def test_a_calendar_that_cannot_be_fetched_says_so(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-25"}).visit("review/")
    someone.page.route("**/calendar-file.js", lambda route: route.abort())
    someone.button("calendar").click()
    expect(someone.view.locator(".review__saved")).to_have_text(WORDS["lost"])
    someone.faults.clear()


def test_the_next_days_are_told_without_what_is_due_now(reader):
    due = {
        "maps/scale": "2026-11-21",
        "maps/north": "2026-11-24",
        "seas/salt": "2026-11-24",
        "seas/depth": "2026-12-01",
    }
    someone = reader().on("2026-11-22").keep_cards(due).visit("review/")
    days = ["24 November 2026: 2 questions", "1 December 2026: 1 question"]
    expect(someone.view.locator(".review__day")).to_have_text(days)


def test_who_has_answered_nothing_is_told_to_and_has_the_quizzes(reader):
    someone = reader().on("2026-11-22").visit("review/")
    expect(someone.view).to_contain_text(WORDS["new"])
    expect(someone.page.get_by_role("heading", name=words()["quizzes"]["title"])).to_be_visible()
    expect(someone.page.locator(".review__plain .row__title")).to_have_count(3)
    expect(someone.page.locator(".review__plain > p")).to_be_hidden()
    expect(someone.button("calendar")).to_have_count(0)
    expect(someone.button("practise")).to_have_count(0)
    expect(someone.page.locator(".go-on__next")).to_have_text(ON["begin"])


REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"
THROWS = """
for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = () => { throw new Error('refused') }
"""


@pytest.mark.parametrize("script", [REFUSED, THROWS])
def test_storage_that_is_refused_is_said_once_and_the_quizzes_stay(reader, script):
    someone = reader(script).on("2026-11-22").visit("review/")
    expect(someone.view).to_have_text(WORDS["refused"])
    expect(someone.page.locator(".review__plain a").first).to_be_visible()
    someone.visit("quizzes/maps/")
    someone.answer("maps/scale", RIGHT)
    shown = someone.page.locator('quiz-question[data-question="maps/scale"]')
    expect(shown.locator(".feedback__verdict")).to_have_text("Right.")
    # The theme does not expect it, and says so; nothing of ours does.
    assert [fault for fault in someone.faults if "/assets/coursework-" in fault] == []
    someone.faults.clear()


def test_storage_that_is_full_costs_the_schedule_and_not_the_sitting(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22", "seas/salt": "2026-11-22"})
    someone.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    someone.review()
    assert len(someone.reply_to_all()) == 2
    expect(someone.heading).to_have_text(WORDS["done"])


def test_a_quiz_page_that_cannot_be_fetched_is_named_and_the_rest_is_asked(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22", "seas/salt": "2026-11-22"})
    someone.page.route("**/quizzes/maps/", lambda route: route.fulfill(status=500, body=""))
    someone.review()
    expect(someone.view.locator(".review__status")).to_have_text(WORDS["unreachable"].replace("{title}", "Maps"))
    expect(someone.heading).to_have_text("Question 1 of 1")
    assert someone.reply_to_all() == ["seas/salt"]
    # It stays due, and is there again when the page is.
    someone.page.unroute("**/quizzes/maps/")
    someone.begin("more")
    assert someone.reply_to_all() == ["maps/scale"]


def test_when_no_page_can_be_fetched_the_reader_can_try_again(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22"}).visit("review/")
    someone.page.route("**/quizzes/maps/", lambda route: route.abort())
    someone.button("start").click()
    expect(someone.view.locator(".review__status")).to_have_text(WORDS["unreachable"].replace("{title}", "Maps"))
    expect(someone.button("start")).to_be_focused()
    someone.page.unroute("**/quizzes/maps/")
    someone.begin()
    assert someone.reply_to_all() == ["maps/scale"]


def test_a_question_that_is_no_longer_on_its_page_is_left_out_and_said(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22", "maps/north": "2026-11-22"})

    def without_scale(route):
        text = route.fetch().text()
        route.fulfill(
            body=text.replace('data-question="maps/scale"', 'data-question="maps/other"'), content_type="text/html"
        )

    someone.page.route("**/quizzes/maps/", without_scale)
    someone.review()
    expect(someone.view.locator(".review__status")).to_have_text(WORDS["gone"]["one"])
    assert someone.reply_to_all() == ["maps/north"]


def test_two_pages_of_one_reader_do_not_lose_each_others_answers(reader):
    someone = reader().on("2026-11-22").keep_cards({"maps/scale": "2026-11-22", "maps/north": "2026-11-22"}).review()
    other = someone.page.context.new_page()
    other.goto(f"{someone.address}quizzes/seas/")
    salt = other.locator('quiz-question[data-question="seas/salt"]')
    salt.get_by_role("radio", name=WRONG).check()
    salt.get_by_role("button", name="Check answer").click()
    expect(salt.locator(".feedback__verdict")).to_have_text("Not yet.")
    someone.reply_to_all()
    assert {question: card["last"] for question, card in someone.stored("card").items()} == dict.fromkeys(
        ["maps/scale", "maps/north", "seas/salt"], "2026-11-22"
    )
    assert len(someone.stored("log")["2026-11-22"]) == 3


def test_without_scripts_there_is_a_way_to_every_quiz(reader):
    someone = reader(java_script_enabled=False).visit("review/")
    expect(someone.page.locator(".review__plain")).to_contain_text(WORDS["plain"])
    expect(someone.page.locator(".review__plain li a")).to_have_text(["Maps", "Rivers", "Seas"])
    expect(someone.view).to_be_hidden()
