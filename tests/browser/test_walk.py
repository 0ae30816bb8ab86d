"""A walk through the whole course on a phone, from the home page to the final quiz, by what is there to tap."""

from __future__ import annotations

from playwright.sync_api import expect

from building import PROJECT

PHONE = {"width": 360, "height": 740}
LESSONS = 14


def go(page, link: str) -> None:
    """Follow a link, and wait for the whole of the other page."""
    here = page.url
    page.locator(link).first.tap()
    page.wait_for_url(lambda url: url != here)


def test_the_whole_course_can_be_walked_without_a_dead_end(visit, course):
    page = visit(course, viewport=PHONE, has_touch=True)
    go(page, ".rows--lessons a")
    walked = []
    for _ in range(LESSONS):
        walked.append(page.locator("h1").inner_text())
        # Each lesson asks something, leads to its quiz, and goes on.
        assert page.locator("quiz-question").count() >= 8, walked
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], walked
        expect(page.locator(".turn__link").first).to_have_attribute(
            "href", "../../quizzes/" + page.url.split("/")[-2] + "/"
        )
        go(page, ".turn__link--next")
    # One page of that folder is the list of the lessons.
    assert len(set(walked)) == LESSONS == len(list((PROJECT / "docs/lessons").glob("*.md"))) - 1
    expect(page.locator("h1")).to_contain_text("The final quiz")
    questions = page.locator("quiz-question")
    asked = {
        address.split("/")[0] for address in questions.evaluate_all("all => all.map(each => each.dataset.question)")
    }
    assert len(asked) == LESSONS
    question = questions.first
    question.locator("input[type=radio]").first.check()
    question.get_by_role("button", name="Check answer").tap()
    expect(question.get_by_role("status")).not_to_be_empty()
