"""The page for a reader with ten minutes stays as short as it promises, and gives both sides the same room."""

from __future__ import annotations

import re

from course_files import CLAIMS, LESSONS, TERMS, lesson, read
from lesson_checks import a_claim_is_marked_once, both_cases_are_of_one_length
from lesson_text import Lesson
from sources_checks import a_claim_is_marked_beside_one_of_its_sources, no_unconfirmed_claim_is_used

from building import PROJECT

MOST_WORDS = 1000
GUESS = re.compile(r"^([\w-]+): guess (.*)$", re.MULTILINE)
PAGE = Lesson("ten-minutes", (PROJECT / "docs/ten-minutes.md").read_text(encoding="utf-8"))


def test_it_has_at_most_a_thousand_words_with_all_that_stands_in_its_file():
    assert len(PAGE.body.split()) <= MOST_WORDS


def asked() -> list[tuple[str, str]]:
    """Its questions, as (quiz, id)."""
    lines = [line.split(": ") for kind, content in PAGE.blocks if kind == "quiz" for line in content.splitlines()]
    return [(quiz, id) for quiz, ids in lines for id in ids.split(", ")]


def test_it_gives_away_none_of_the_questions_that_a_lesson_lets_guess_first():
    guesses = [found for name in LESSONS for found in GUESS.findall(lesson(name).source)]
    guessed = {(quiz, id) for quiz, ids in guesses for id in ids.split(", ")}
    assert len(guessed) > len(LESSONS)
    assert guessed.isdisjoint(asked())


def test_it_asks_five_questions_and_names_three_papers():
    assert len(set(asked())) == 5
    assert ("readings", "ten-minutes") in PAGE.blocks
    groups = read(PROJECT / "readings/ten-minutes.yml")["groups"]
    assert sum(len(group["readings"]) for group in groups) == 3


def test_it_is_fair_to_both_sides_and_says_where_each_claim_is_from():
    assert list(both_cases_are_of_one_length(PAGE, TERMS)) == []
    assert list(a_claim_is_marked_once(PAGE, TERMS)) == []
    assert a_claim_is_marked_beside_one_of_its_sources(PAGE, CLAIMS) == []
    assert no_unconfirmed_claim_is_used(PAGE, CLAIMS) == []


def test_the_home_page_leads_to_it_before_its_first_heading():
    home = (PROJECT / "docs/index.md").read_text(encoding="utf-8")
    beginning = re.split(r"^ *## ", home, flags=re.MULTILINE)[0]
    assert "(ten-minutes.md)" in beginning


def test_the_home_page_leads_a_person_who_thinks_about_therapy_to_her_guide_before_its_first_heading():
    home = (PROJECT / "docs/index.md").read_text(encoding="utf-8")
    beginning = re.split(r"^ *## ", home, flags=re.MULTILINE)[0]
    assert "(thinking-about-therapy.md)" in beginning
