"""A course may leave out to ask how sure its readers are, and loses nothing of what they said when it did."""

from __future__ import annotations

import json
from dataclasses import replace

import map_course
import pytest
from map_course import COURSE, SAID, TODAY, WORDS, answer, card, key
from playwright.sync_api import expect

import browsing
import building
import coursework
from coursework.text.extension import written
from making import MAPS

CERTAINTY = WORDS["question"]["certainty"]


@pytest.fixture(scope="module")
def map_site(tmp_path_factory):
    """The course about maps with the switch in its settings."""

    def make(site):
        building.build_small(map_course.files(), map_course.NAV, site, f"{COURSE}\n    certainty: off")

    return building.made_once(tmp_path_factory, "unasked", make)


@pytest.fixture(scope="module")
def map_address(map_site):
    with browsing.served(map_site) as address:
        yield address


@pytest.mark.parametrize("asked", [True, False])
def test_without_scripts_the_question_stands_on_the_page_where_it_is_asked(project, asked):
    own = replace(project(MAPS, {"index.md": "", "lessons/maps.md": ""}), certainty=asked)
    course = coursework.build(own)
    pages = {file.path: file for file in course.publishing.files()}
    shown = written(course.rendering.generated(pages["quizzes/maps.md"]))
    assert (CERTAINTY in shown) is asked and "quiz-question" in shown


def test_a_question_is_answered_without_it(reader):
    arrived = reader()
    page = arrived.open("quizzes/maps/")
    expect(page.get_by_text(CERTAINTY)).to_have_count(0)
    question = page.locator('[id="maps/lines"]')
    question.get_by_label("True").check()
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".feedback__verdict")).to_be_visible()
    stored = json.loads(arrived.stored()[key("answer", "maps/lines")])
    assert (stored["verdict"], stored["certainty"]) == ("right", 0)


def test_progress_says_nothing_of_it(reader):
    page = reader().keeps({key("answer", "maps/lines"): answer("maps/lines")}).open()
    expect(page.locator(".progress__habits")).to_be_attached()
    expect(page.locator(".progress__sum")).to_be_visible()
    expect(page.get_by_text(SAID["certainty"]["title"])).to_have_count(0)


def test_what_a_reader_said_before_it_was_switched_off_is_shown(reader):
    some = {
        key("answer", "maps/lines"): answer("maps/lines"),
        key("card", "maps/lines"): card("maps/lines", days=3, due="2027-05-01"),
        key("log", TODAY): [["maps/lines", 3, 1, 1]],
    }
    one = reader()
    # Too little to say anything, and nobody can say more.
    page = one.keeps(some).open()
    expect(page.locator(".progress__sum")).to_be_visible()
    expect(page.get_by_text(SAID["certainty"]["title"])).to_have_count(0)
    page = one.keeps({key("log", TODAY): [["maps/lines", 3, 1, 1]] * 5}).open()
    expect(page.locator(".progress__chart")).to_be_visible()
