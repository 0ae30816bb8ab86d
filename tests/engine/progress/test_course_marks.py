"""Beside the links to quizzes and lessons stands how far the reader is, in a word, at hardly any cost."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from map_course import COURSE, REFUSALS, TODAY, VERSIONS, WORDS, answer, card, file, key
from playwright.sync_api import Page, expect

import browsing
from browsing import until

MARK = WORDS["mark"]
SEAS = ["seas/salt", "seas/depth"]
RIGHT = {key("answer", name): answer(name) for name in SEAS}


def marked(one, path: str = "review/") -> Page:
    """A page with links to quizzes."""
    return one.open(path)


def mark_of(page: Page, quiz: str):
    return page.locator(f'a[data-quiz="{quiz}"] + .progress-mark')


@pytest.mark.parametrize(
    ("kept", "state", "text"),
    [
        ({}, "none", ""),
        ({key("answer", "seas/salt"): answer("seas/salt", "wrong")}, "half", "1 of 2 answered"),
        ({key("answer", name): answer(name, "wrong") for name in SEAS}, "done", MARK["done"]),
        ({key("answer", name): answer(name, version="older") for name in SEAS}, "none", ""),
        ({key("answer", name): "{broken" for name in SEAS}, "none", ""),
        (RIGHT | {key("card", name): card(name, days=3) for name in SEAS}, "known", MARK["known"]),
        (RIGHT | {key("card", "seas/salt"): card("seas/salt", days=3)}, "done", MARK["done"]),
    ],
)  # fmt: skip
def test_a_link_has_the_mark_of_its_quiz(reader, kept, state, text):
    page = marked(reader().keeps(kept))
    expect(mark_of(page, "seas")).to_have_text(text)
    classes = f"progress-mark progress-mark--{state}" if text else "progress-mark"
    expect(mark_of(page, "seas")).to_have_class(classes)
    expect(mark_of(page, "maps")).to_have_text("")
    link = page.get_by_role("link", name="Seas", exact=True).and_(page.locator("[data-quiz]"))
    expect(link).to_have_accessible_description(text)


def test_what_is_never_asked_again_does_not_stand_in_the_way_of_known(reader):
    graded = [name for name in VERSIONS if name.startswith("maps/") and name != "maps/essay"]
    kept = {key("answer", "maps/essay"): answer("maps/essay", "self")}
    for name in graded:
        kept |= {key("answer", name): answer(name), key("card", name): card(name, days=3)}
    expect(mark_of(marked(reader().keeps(kept)), "maps")).to_have_text(MARK["known"])


@pytest.mark.parametrize("slot", ["answer", "before", "after"])
def test_an_opinion_is_given_whenever_it_was_asked_for(reader, slot):
    one = reader().keeps({key(slot, "views/stand"): answer("views/stand", "noted", response=["1"])})
    expect(mark_of(marked(one), "views")).to_have_text(MARK["done"])


def test_an_opinion_counts_for_a_lesson_only_where_it_was_asked_there(reader):
    one = reader().keeps({key("before", "views/stand"): answer("views/stand", "noted", response=["1"])})
    page = one.open("review/")
    count = """async name => {
        const {src} = document.querySelector("script[src*='course-marks.js']")
        const {bankOf, isIn, note} = await import(src.replace("course-marks", "link-marks"))
        const {answered} = await bankOf(document.querySelector("[data-course]").dataset.course)
        const asked = new Map()
        note(asked, name, "opinion 3")
        return isIn(answered, [...asked.values()][0])
    }"""
    names = ("views/stand", "views/stand~after", "views/stand~before")
    assert [page.evaluate(count, name) for name in names] == [True, False, True]


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_keeps_nothing_has_no_marks(reader, refusal):
    page = marked(reader(REFUSALS[refusal], faults=True))
    assert page.locator(".progress-mark:not(:empty)").count() == 0


def test_a_mark_follows_the_answers_and_is_never_there_twice(reader):
    one = reader()
    page = one.open("lessons/maps/")
    page.evaluate(
        """() => {
            const link = Object.assign(document.createElement('a'), {textContent: 'Maps'})
            const mark = Object.assign(document.createElement('span'), {className: 'progress-mark'})
            link.dataset.quiz = 'maps'
            document.querySelector('article').prepend(link, mark)
        }"""
    )
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    mark = page.locator("article > a[data-quiz] + .progress-mark")
    expect(mark).to_be_empty()
    browsing.show_all(page)
    for number, name in enumerate(("maps/lines", "maps/north")):
        question = page.locator(f'quiz-question[data-question="{name}"]')
        question.get_by_role("radio").first.check()
        question.locator(".question__check").click()
        expect(mark).to_have_text(f"{number + 1} of 5 answered")
    # Another tab erases all.
    other = one.blank()
    other.evaluate("localStorage.clear()")
    expect(mark).to_be_empty()


def test_what_tells_of_answers_is_fetched_where_there_are_any(reader):
    asked = []
    one = reader()
    one.context.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    expect(mark_of(marked(one, "quizzes/"), "seas")).to_have_text("")
    assert "course-marks.js" in asked and "link-marks.js" not in asked
    expect(mark_of(marked(one.keeps(RIGHT), "quizzes/"), "seas")).to_have_text(MARK["done"])
    assert "marks-0.js" in asked and "versions.js" not in asked
    # Once made, they are there.
    asked.clear()
    expect(mark_of(marked(one, "quizzes/"), "seas")).to_have_text(MARK["done"])
    assert {"link-marks.js", "entries.js", "marks-0.js"}.isdisjoint(asked)
    # Another release of the site may ask other questions. Pages that are still open would mend what they hear of.
    for page in one.context.pages:
        page.close()
    older = json.dumps({"links": {}, "due": {}, "inWords": "", "of": "/assets/coursework-0000000000/course-marks.js"})
    one.blank().evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{COURSE}/marks", older])
    expect(mark_of(marked(one, "quizzes/"), "seas")).to_have_text(MARK["done"])
    assert "marks-0.js" in asked
    asked.clear()
    # The review looks at what was answered, and the progress alone at the whole bank.
    expect(one.open("review/").locator(".review__due")).to_be_visible()
    assert "marks-0.js" in asked and "versions.js" not in asked
    expect(one.open("progress/").locator(".progress__sum")).to_be_visible()
    assert "versions.js" in asked


def test_what_a_file_brings_is_marked_and_damaged_marks_are_made_anew(reader, tmp_path):
    one = reader().keeps({f"{COURSE}/marks": "{broken", key("preference", "certainty"): "open"})
    plain = marked(one, "quizzes/")
    expect(plain.locator(".progress-mark:not(:empty)")).to_have_count(0)
    saved = tmp_path / "saved.json"
    saved.write_text(json.dumps(file(answers={name: answer(name) for name in SEAS})), encoding="utf-8")
    progress = one.open("progress/")
    progress.locator(".progress__keeping > summary").click()
    progress.locator("#progress-file").set_input_files(saved)
    # The other page hears of it, and one that is opened later knows.
    expect(mark_of(plain, "seas")).to_have_text(MARK["done"])
    expect(mark_of(marked(one, "quizzes/"), "seas")).to_have_text(MARK["done"])


@pytest.mark.parametrize("damaged", [{"links": None}, {"links": {"seas": 5}}])
def test_marks_of_another_form_are_made_anew(reader, damaged):
    one = reader().keeps(RIGHT)
    expect(mark_of(marked(one, "quizzes/"), "seas")).to_have_text(MARK["done"])
    other = one.blank()
    marks = json.loads(other.evaluate("key => localStorage.getItem(key)", f"{COURSE}/marks")) | damaged
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{COURSE}/marks", json.dumps(marks)])
    expect(mark_of(marked(one, "quizzes/"), "seas")).to_have_text(MARK["done"])


def test_what_comes_due_is_counted_on_its_day_without_another_answer(reader):
    one = reader()
    page = one.open("lessons/maps/")
    question = page.locator('quiz-question[data-question="maps/lines"]')
    question.get_by_role("radio").first.check()
    question.locator(".question__check").click()
    until(page, "key => Object.keys(JSON.parse(localStorage.getItem(key))?.due ?? {}).length", arg=f"{COURSE}/marks")
    expect(one.open("quizzes/").locator(".due-mark").first).to_be_empty()
    later = one.context.new_page()
    later.clock.set_fixed_time("2026-12-24T12:00:00Z")
    later.goto(f"{one.address}quizzes/")
    expect(later.locator(".due-mark").first).to_have_text("1")


def test_what_is_due_is_counted_as_the_review_counts_it(reader):
    due = {
        key("answer", "seas/salt"): answer("seas/salt"),
        key("card", "seas/salt"): card("seas/salt", due=TODAY),
        key("card", "maps/lines"): card("maps/lines", due="2026-01-01"),
        # To come; of another version; of a question and a quiz that are gone; due on no day.
        key("card", "maps/north"): card("maps/north", due="2026-11-23"),
        key("card", "maps/scale"): card("maps/scale", due=TODAY, version="older"),
        key("card", "maps/gone"): card("maps/gone", due=TODAY),
        key("card", "gone/gone"): card("gone/gone", due=TODAY),
        key("card", "seas/depth"): card("seas/depth", due="2026-01-00"),
        # Of the right version, and damaged.
        key("card", "maps/legend"): card("maps/legend", due=TODAY, s="much"),
    }
    one = reader().keeps(due)
    for path in ("", "quizzes/", "progress/", "review/"):
        expect(one.open(path).locator(".due-mark").first).to_have_text("2")
    expect(one.open("progress/").locator(".progress__due")).to_contain_text("2 questions are due")
    expect(one.open("review/").locator(".review__due")).to_contain_text("2 due today")


def test_the_progress_page_keeps_its_own_words(reader):
    page = marked(reader().keeps({key("answer", "seas/salt"): answer("seas/salt")}), "progress/")
    expect(page.locator("quiz-progress .progress__sum")).to_be_visible()
    assert page.locator("quiz-progress .progress-mark").count() == 0


def test_a_quiz_is_listed_with_its_tasks_to_write_apart_from_what_a_sitting_can_ask(map_site):
    rows = (map_site / "quizzes/index.html").read_text(encoding="utf-8")
    listed = re.findall(r'class="?row__note"?>([^<]*)<', rows)
    assert listed == ["4 questions, 1 task to write", "2 questions", "1 question"]


def weight(folder, *names: str) -> int:
    """The bytes, compressed, of modules and all that they import."""
    found: list[str] = []
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in found:
            found.append(name)
            content = (folder / name).read_text(encoding="utf-8")
            todo += re.findall(r"""(?:from|import)\s*["']\./([\w-]+\.js)["']""", content)
    assert "entries.js" in found or not {"quiz-question.js", "link-marks.js"} & set(names), "what is imported was found"
    return sum(len(gzip.compress((folder / name).read_bytes(), 9)) for name in found)


@pytest.mark.parametrize(
    ("names", "most"),
    [
        (["course-marks.js", "card.js"], 2_400),
        (["course-marks.js", "filter.js", "reading-marks.js"], 3_000),
        (["course-marks.js", "quiz-question.js", "quiz-guess.js"], 12_000),
        (["course-marks.js", "link-marks.js", "quiz-review.js"], 18_000),
        (["course-marks.js", "link-marks.js", "quiz-progress.js"], 18_000),
    ],
    ids=["any page", "a list of works", "a page with questions", "the review", "the progress"],
)
def test_the_scripts_are_as_light_as_they_must_be(map_site, names, most):
    (folder,) = (map_site / "assets").glob("coursework-*")
    assert weight(folder, *names) <= most


def test_another_course_on_this_host_is_none_of_our_business(reader):
    kept = {key("answer", name, f"{COURSE}-2"): answer(name) for name in SEAS}
    expect(mark_of(marked(reader().keeps(kept)), "seas")).to_have_text("")
