"""The ledger of claims, and the marks that lead to it from a page."""

import re
from pathlib import Path

import pytest
from territory import FILES, LESSON

import coursework
from making import MAPS, Rendered, lines_of, text_of

GOLDEN = Path(__file__).parent / "golden"
PAGES = {"lessons/maps.md": LESSON, "index.md": "# Start\n\nSee [M1](claims.md#M1).\n"}


@pytest.fixture
def course(project):
    return coursework.build(project(FILES, PAGES))


def test_the_ledger_looks_as_agreed(course, golden):
    course.rendering.start("claims.md", "")
    golden(GOLDEN / "ledger.html", lines_of(course.rendering.fence(course.rendering.extension.page, "claims", "")))
    assert course.problems({}) == []


def test_what_is_not_confirmed_is_not_printed_but_said_to_be_there(course):
    course.rendering.start("claims.md", "")
    [ledger] = course.rendering.fence(course.rendering.extension.page, "claims", "")
    assert "North was south" not in text_of(ledger) and "M3" not in text_of(ledger)
    assert "One more claim could not be confirmed" in text_of(ledger)


def test_a_link_to_a_claim_says_how_sure_it_is_and_words_of_its_own_stay(course):
    page = Rendered(course, "lessons/maps.md", LESSON)
    held = {link for note in page.all("div", class_="sources") for link in note.iter("a")}
    marks = [link for link in page.all("a") if "claim-mark" in link.get("class", "") and link not in held]
    assert [text_of(mark) for mark in marks] == [
        "Claim M1: single study", "Claim M1: single study", "what is left out Claim M2: argument",
    ]  # fmt: skip
    assert [mark.get("class") for mark in marks] == [
        "claim-mark claim-mark--single-study", "claim-mark claim-mark--single-study", "claim-mark claim-mark--argument",
    ]  # fmt: skip
    assert [mark.get("id") for mark in marks] == ["claim-M1", None, "claim-M2"], "the ledger leads to the first"
    assert page.problems == []


def test_a_grade_that_stands_twice_in_a_row_is_seen_once(course):
    text = "# A\n\nIt is high [M1](claims.md#M1), [M1](claims.md#M1), low [M1](claims.md#M1) [told](claims.md#M1).\n"
    marks = [link for link in Rendered(course, "index.md", text).all("a") if "claim-mark" in link.get("class", "")]
    assert [" claim-mark--again" in mark.get("class") for mark in marks] == [False, True, False, False]
    assert {text_of(mark) for mark in marks[:3]} == {"Claim M1: single study"}, "it is heard each time"


def test_the_ledger_says_where_each_claim_is_used(course):
    page = Rendered(course, "claims.md", "# Claims\n\n```claims\n```\n")
    used = [link.get("href") for line in page.all("p", class_="claim__used") for link in line.iter("a")]
    assert used == ["index.md#claim-M1", "lessons/maps.md#claim-M1", "lessons/maps.md#claim-M2"]


def test_the_ledger_leads_to_the_bibliography_and_has_no_references_of_its_own(course):
    page = Rendered(course, "claims.md", "# Claims\n\n```claims\n```\n")
    links = [link.get("href") for cited in page.all("span", class_="citation") for link in cited.iter("a")]
    assert set(links) == {"readings/bibliography.md#ref-snyder1987", "readings/bibliography.md#ref-harley1989"}
    assert not page.all("h2", id="references")


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ("[M3](../claims.md#M3)", "must be a confirmed claim; M3 is marked `confirmed: false`, so nothing .*"),
        ("[M9](../claims.md#M9)", "must be a claim in claims/, not 'M9'"),
        ("[MM1](../claims.md#MM1)", "must be a claim in claims/, not 'MM1'. Did you mean 'M1'[?]"),
    ],
)  # fmt: skip
def test_a_page_may_only_use_a_claim_that_is_known_and_confirmed(course, mark, message):
    page = Rendered(course, "lessons/maps.md", f"# Maps\n\nThis is so {mark}.\n")
    column = 12 + mark.index("claims.md")
    [problem] = page.problems
    assert re.fullmatch(f"docs/lessons/maps.md:3:{column}: link to a claim: {message}", problem)


def test_a_quiz_may_only_use_a_claim_that_is_confirmed(project):
    quiz = """
title: Maps
questions:
  - id: north
    type: true-false
    prompt: North was south once.
    answer: true
    feedback: {"true": So it was., "false": "See [M3](claims.md#M3)."}
    explanation: It was.
"""
    course = coursework.build(project({**FILES, "quizzes/maps.yml": quiz}, PAGES))
    [problem] = course.problems({})
    assert str(problem).startswith("quizzes/maps.yml:8:55: question north, feedback, false: must be a confirmed claim")


def test_a_course_without_claims_has_no_ledger(project):
    course = coursework.build(project({}, {}))
    assert not [file for file in course.publishing.files() if file.path in ("claims.md", "glossary.md")]


def test_a_question_marks_what_it_rests_on_and_the_ledger_leads_past_it_to_the_prose(project):
    quiz = MAPS["quizzes/maps.yml"].replace(
        "    cite: [snyder1987]\n", "    cite: [snyder1987]\n    claims: [M1, M2]\n"
    )
    text = f"# Maps\n\n```quiz\nmaps: contour\n```\n\n{LESSON}"
    course = coursework.build(project({**FILES, "quizzes/maps.yml": quiz}, PAGES | {"lessons/maps.md": text}))
    page = Rendered(course, "lessons/maps.md", text)
    [question] = page.all("quiz-question")
    asked = [link for link in question.iter("a") if "claim-mark" in link.get("class", "")]
    assert [text_of(mark) for mark in asked] == ["Claim M1: single study", "Claim M2: argument"]
    named = [link.get("id") for link in page.all("a") if link.get("id", "").startswith("claim-")]
    assert named == ["claim-M1", "claim-M2"] and not [mark for mark in asked if mark.get("id")]
    assert page.problems == []
