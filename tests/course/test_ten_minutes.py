"""The page for a reader with ten minutes stays as short as it promises, and gives both sides the same room."""

from __future__ import annotations

import re

from course_files import CLAIMS, TERMS, read
from lesson_checks import a_claim_is_marked_once, both_cases_are_of_one_length
from lesson_text import Lesson
from sources_checks import a_claim_is_marked_beside_one_of_its_sources, no_unconfirmed_claim_is_used

from building import PROJECT

MOST_WORDS = 1000
PAGE = Lesson("ten-minutes", (PROJECT / "docs/ten-minutes.md").read_text(encoding="utf-8"))


def test_it_has_at_most_a_thousand_words_with_all_that_stands_in_its_file():
    assert len(PAGE.body.split()) <= MOST_WORDS


def test_it_asks_five_questions_and_names_three_papers():
    asked = [line for kind, content in PAGE.blocks if kind == "quiz" for line in content.splitlines()]
    assert sum(len(line.split(": ")[1].split(", ")) for line in asked) == 5
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
