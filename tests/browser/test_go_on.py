"""The way on from the home page: to where the reader worked last, to what is due, and at first to the beginning."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browsing import WORDS, Question, answer_all, answer_the_course, barriers, ready, until

SAID = WORDS["go-on"]
KEPT_MARKS = """window.keptMarks = []
const {setItem} = Storage.prototype
Storage.prototype.setItem = function (key, value) {
  if (key.endsWith("/marks")) keptMarks.push(value)
  setItem.call(this, key, value)
}"""
NOON = "2026-11-22T12:00:00Z"
ALL_OF_A_LESSON = """lesson => {
  // As if the reader had opened it last and had answered all that it asks.
  const day = "2026-11-21", course = document.querySelector("[data-course]").dataset.course
  localStorage.setItem(`${course}/v1/place/lesson`, JSON.stringify({lesson: `lessons/${lesson}`, section: "", day}))
  localStorage.removeItem(`${course}/marks`)
  for (const {dataset: {question, version, slot = "answer"}} of document.querySelectorAll("quiz-question")) {
    const answer = {version, response: ["1"], verdict: "right", attempts: 1, day, certainty: 0}
    localStorage.setItem(`${course}/v1/${slot}/${question}`, JSON.stringify(answer))
  }
}"""


def answer_right(page: Page, address: str) -> None:
    question = Question(page, address)
    for part in question.element.locator("[data-correct=true]").all():
        question.element.locator(f'.question__fields input[value="{part.get_attribute("data-part")}"]').check()
    question.check.click()
    question.says(WORDS["verdict"]["right"])


def leads(page: Page, text: str, address: str) -> None:
    link = page.locator(".go-on__next")
    expect(link).to_have_text(text)
    expect(link).to_have_attribute("href", re.compile(f"{re.escape(address)}$"))


def finish_lesson(page: Page, course: str, name: str) -> None:
    page.goto(f"{course}lessons/{name}/")
    page.evaluate(ALL_OF_A_LESSON, name)
    page.goto(course)


def test_it_follows_work_in_lessons_and_never_a_review(visit, course):
    page = visit(f"{course}lessons/scale/")
    page.clock.set_fixed_time(NOON)
    page.reload()
    for address in ("scale/one-centimetre", "scale/shorter-ruler", "scale/larger-scale"):
        answer_right(page, address)
    scale = SAID["section"].format(title="Scale", section="Check yourself")
    # To the first question there that waits for an answer, not to the one that has it.
    asked = page.locator("#check-yourself ~ * quiz-question").evaluate_all("all => all.map(({id}) => id)")
    open_ = f"lessons/scale/#{next(id for id in asked if id != 'scale/larger-scale')}"
    page.goto(course)
    expect(page.locator(".due-mark").first).to_be_empty()
    leads(page, scale, open_)
    page.goto(f"{course}progress/")
    expect(page.locator(".progress__review a")).to_have_attribute("href", re.compile(re.escape(open_)))
    page.goto(course)
    # On the home page itself a question of another lesson is answered; then it is due, and is reviewed.
    answer_right(page, "projections/how-much")
    page.clock.set_fixed_time("2026-12-22T12:00:00Z")
    page.goto(f"{course}review/")
    page.get_by_role("button", name=WORDS["review"]["start"]).click()
    asked = page.locator("quiz-review quiz-question")
    expect(asked).to_be_visible()
    while asked.count():
        address = asked.get_attribute("data-question")
        answer_all(ready(page), True)
        page.locator(".review__next").click()
        expect(page.locator(f'quiz-review quiz-question[data-question="{address}"]')).to_have_count(0)
    page.goto(course)
    leads(page, scale, open_)
    # What is erased in another tab is forgotten here.
    page.evaluate("localStorage.clear(); dispatchEvent(new Event('storage'))")
    leads(page, SAID["begin"], "lessons/scale/")


def test_after_a_lesson_that_is_done_comes_the_next_that_is_open_by_its_number(visit, course):
    page = visit(course)
    leads(page, SAID["begin"], "lessons/scale/")
    # The lesson leaves three questions to the page of its quiz; what it asks itself is all there is to do in it.
    finish_lesson(page, course, "projections")
    leads(page, SAID["next"].format(number=3), "lessons/relief/")
    mark = page.locator('.rows--lessons a[data-quiz="projections"] + .progress-mark')
    expect(mark).to_have_text(WORDS["mark"]["done"])
    finish_lesson(page, course, "relief")
    finish_lesson(page, course, "projections")
    leads(page, SAID["next"].format(number=4), "lessons/choices/")
    # After the last lesson it is the first that was left out.
    finish_lesson(page, course, "choices")
    leads(page, SAID["next"].format(number=1), "lessons/scale/")


@pytest.mark.parametrize("screen", [{"width": 390, "height": 844}, {"width": 1280, "height": 800}])
def test_what_is_due_stands_on_the_home_page_and_at_the_review(visit, course, screen):
    page = visit(course, viewport=screen)
    page.clock.set_fixed_time(NOON)
    answer_right(page, "projections/how-much")
    page.reload()
    review = page.locator(".go-on__review")
    expect(page.locator(".progress-mark:not(:empty)").first).to_be_attached()
    expect(review).to_have_text(WORDS["review"]["title"])
    expect(page.locator(".due-mark")).to_have_text(["", ""])
    page.clock.set_fixed_time("2026-12-22T12:00:00Z")
    page.reload()
    expect(review).to_have_text(SAID["due"].format(due=1, time=SAID["time"]["one"]))
    # In the tabs and in the menu, on every page.
    page.goto(f"{course}lessons/projections/")
    expect(page.locator(".due-mark")).to_have_text(["1", "1"])
    if screen["width"] > 1000:
        expect(page.get_by_role("link", name="Review 1 due today").first).to_be_visible()
    assert barriers(page) == []
    page.goto(f"{course}review/")
    page.get_by_role("button", name=WORDS["review"]["start"]).click()
    expect(page.locator("quiz-review quiz-question")).to_be_visible()
    answer_all(ready(page), True)
    page.locator(".review__next").click()
    expect(page.locator(".due-mark")).to_have_text(["", ""])


def test_who_leaves_at_once_after_an_answer_finds_it_on_the_next_page(visit, course):
    page = visit(f"{course}lessons/scale/")
    page.clock.set_fixed_time(NOON)
    page.reload()
    answer_right(page, "scale/one-centimetre")
    until(page, "() => JSON.parse(localStorage['reading-maps/marks'] ?? '{}').links?.scale")
    page.reload()
    page.route("**/marks-*.js", lambda route: None)
    answer_right(page, "scale/shorter-ruler")
    until(page, "() => localStorage['reading-maps/v1/card/scale/shorter-ruler']")
    page.unroute_all()
    page.clock.set_fixed_time("2026-12-22T12:00:00Z")
    page.goto(course)
    expect(page.locator(".go-on__review")).to_contain_text("2 due")


def test_marks_that_know_less_than_what_was_answered_since_are_never_kept(visit, course):
    page = visit(f"{course}lessons/scale/", script=KEPT_MARKS)
    held: list[Route] = []
    page.route("**/marks-*.js", lambda route: held.append(route))
    for address in ("scale/one-centimetre", "scale/shorter-ruler"):
        answer_right(page, address)
        until(page, "address => localStorage[`reading-maps/v1/card/${address}`]", address)
        page.evaluate("() => new Promise(resolve => setTimeout(resolve, 50))")
    assert held and page.evaluate("keptMarks") == []
    for route in held:
        route.continue_()
    until(page, "() => keptMarks.length")
    said = WORDS["mark"]["half"].split("{answered}")[0] + "2"
    assert [json.loads(kept)["links"]["scale"][1].startswith(said) for kept in page.evaluate("keptMarks")] == [True]


def test_a_lesson_is_begun_by_what_it_asks_of_another_quiz(visit, course):
    page = visit(f"{course}lessons/choices/")
    asked = page.locator("quiz-question").evaluate_all(
        "all => all.map(({dataset}) => [dataset.question, dataset.version])"
    )
    [address, version] = next(one for one in asked if one[0].startswith("views/"))
    kept = {"version": version, "response": ["1"], "verdict": "noted", "attempts": 1, "day": "2026-11-21"}
    page.evaluate(
        "([key, kept]) => localStorage.setItem(key, JSON.stringify(kept))",
        [f"reading-maps/v1/after/{address}", kept],
    )
    page.goto(course)
    said = WORDS["mark"]["half"].format(answered=1, total=len({address for address, _ in asked}))
    expect(page.locator('.rows--lessons a[data-quiz="choices"] + .progress-mark')).to_have_text(said)
    page.goto(f"{course}quizzes/")
    expect(page.locator('a[data-quiz="views"][data-whole] + .progress-mark')).not_to_be_empty()
    expect(page.locator('a[data-quiz="choices"][data-whole] + .progress-mark')).to_be_empty()


def test_a_page_that_marks_links_fetches_nothing_of_the_bank_however_much_was_answered(visit, course):
    page = visit(f"{course}review/")
    assert answer_the_course(page, "2026-01-01") > 20
    page.goto(f"{course}review/")
    expect(page.locator(".due-mark").first).to_have_text("20")
    until(page, "() => localStorage['reading-maps/marks']")  # the first may have been shown, and others are made
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    plain = ("lessons/", "about/", "quizzes/", "claims/", "readings/")
    for path in (*plain, "lessons/relief/"):
        fetched.clear()
        page.goto(course + path)
        expect(page.locator(".due-mark").first).to_have_text("20")
        ours = {url.rpartition("/")[2]: url for url in fetched if re.search(r"/coursework-[^/]*/", url)}
        assert "course-marks.js" in ours, path
        assert not [name for name in ours if re.match("versions|marks-|link-marks", name)], path
        if path in plain:
            weights = [len(gzip.compress(page.request.get(url).body(), 6)) for url in ours.values()]
            assert sum(weights) <= 3_000, (path, ours)


def shown(page: Page) -> Locator:
    """What is open, as the page offers it: the button first."""
    return page.locator(".go-on a").filter(visible=True)


def test_what_is_open_is_offered_a_stopped_sitting_first_and_then_what_is_due(visit, course):
    page = visit(f"{course}final-quiz/")
    page.clock.set_fixed_time(NOON)
    page.reload()
    total = page.locator("quiz-question").count()
    page.get_by_role("link", name=WORDS["sitting"]["begin"]).click()
    for number in (1, 2):
        title = WORDS["sitting"]["question"].format(number=number, total=total)
        expect(page.get_by_role("heading", name=title)).to_be_focused()
        answer_all(page, True)
    page.get_by_role("button", name=WORDS["sitting"]["stop"]).click()
    stopped = SAID["sitting"].format(title="The final quiz", answered=2, total=total)
    page.goto(course)
    expect(shown(page)).to_have_text([stopped, SAID["begin"], WORDS["review"]["title"]])
    assert barriers(page) == []
    # On a later day something is due. Who has read on since is led on in the lesson, to its section by its name.
    page.clock.set_fixed_time("2026-12-22T12:00:00Z")
    page.goto(f"{course}lessons/scale/")
    answer_right(page, "scale/one-centimetre")
    due = SAID["due"].format(due=2, time=SAID["time"]["one"])
    lesson = SAID["section"].format(title="Scale", section="A fraction")
    page.goto(course)
    expect(shown(page)).to_have_text([due, lesson, stopped])
    shown(page).last.click()
    go_on = WORDS["sitting"]["on"].format(number=3)
    expect(page.get_by_role("link", name=go_on)).to_be_visible()
    page.evaluate("localStorage.removeItem('reading-maps/v1/sitting/final-quiz')")
    page.goto(course)
    expect(shown(page)).to_have_text([due, lesson])


def test_at_a_first_visit_there_is_one_button_and_nothing_more_is_fetched(visit, course):
    page = visit(course)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(course)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".go-on a").filter(visible=True)).to_have_text([SAID["begin"]])
    assert "go-on.js" in fetched and not {"way-on.js", "link-marks.js", "elements.js"} & {*fetched}
    answer_right(page, "projections/how-much")
    page.reload()
    expect(page.locator(".go-on a").filter(visible=True)).to_have_text([SAID["begin"], WORDS["review"]["title"]])


@pytest.mark.parametrize(
    ("address", "home", "progress"),
    [
        ("projections/how-much", SAID["begin"], WORDS["progress"]["begin"]),
        ("scale/one-centimetre", SAID["lesson"], WORDS["progress"]["go-on"]),
    ],
)
def test_after_an_answer_on_the_page_of_a_quiz_three_pages_name_the_same_lesson_alike(
    visit, course, address, home, progress
):
    page = visit(f"{course}quizzes/{address.partition('/')[0]}/")
    page.clock.set_fixed_time(NOON)
    page.reload()
    answer_right(page, address)
    for path in ("", "review/"):
        page.goto(course + path)
        leads(page, home.format(title="Scale"), "lessons/scale/")
    page.goto(f"{course}progress/")
    expect(page.locator(".progress__review a")).to_have_text(progress.format(title="Scale"))


def test_without_scripts_it_leads_to_the_first_lesson(visit, course):
    page = visit(course, java_script_enabled=False)
    leads_to = page.locator(".go-on a").filter(visible=True)
    expect(leads_to).to_have_text([SAID["begin"]])
    leads_to.click()
    expect(page).to_have_url(f"{course}lessons/scale/")
