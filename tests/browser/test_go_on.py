"""Who comes back to the home page finds a link to where they were."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

# Answer some questions of a quiz, as the page would keep them.
KEEP = """async ([quiz, count, day]) => {
  const script = document.querySelector("script[src*='go-on.js']").src
  const {versions} = await import(new URL("versions.js", script))
  const course = document.querySelector("[data-course]").dataset.course
  for (const [question, version] of Object.entries(versions[quiz]).slice(0, count)) {
    const answer = {version, response: ["1"], verdict: "right", attempts: 1, day, certainty: 0}
    localStorage.setItem(`${course}/v1/answer/${question}`, JSON.stringify(answer))
  }
}"""
SAID = "Go on where you were: "


@pytest.fixture
def home(visit, course):
    page = visit(course)
    expect(page.locator(".go-on")).to_be_hidden()

    def after(*answered):
        for one in answered:
            page.evaluate(KEEP, list(one))
        page.reload()
        return page

    return after


@pytest.mark.parametrize(
    ("answered", "title", "address"),
    [
        ([("alliance", 2, "2026-11-20")], "The alliance", "lessons/alliance/"),
        ([("alliance", 99, "2026-11-20")], "Therapist effects", "lessons/therapist-effects/"),
        ([("alliance", 3, "2026-11-20"), ("history", 2, "2026-11-21")], "Ninety years of argument", "lessons/history/"),
        ([("alliance", 3, "2026-11-20"), ("history", 2, "2026-11-20")], "The alliance", "lessons/alliance/"),
    ],
    ids=["begun", "done", "the latest day", "the later of one day"],
)
def test_the_link_leads_to_the_lesson_answered_last_or_to_the_one_after_it(home, course, answered, title, address):
    page = home(*answered)
    link = page.locator(".go-on a")
    expect(link).to_have_text(SAID + title)
    assert link.evaluate("link => link.href") == course + address


@pytest.mark.parametrize(
    "answered", [[("alliance", 1, "2026-11-20")], [("where-it-stands", 99, "2026-11-20")]], ids=["one", "the last"]
)
def test_one_answer_and_the_end_of_the_course_lead_nowhere(home, answered):
    page = home(*answered)
    page.wait_for_timeout(300)
    expect(page.locator(".go-on")).to_be_hidden()
