"""A walk through a whole course on a phone, from the home page to the final quiz, by what is there to tap."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browsing import WORDS

PHONE = {"width": 360, "height": 740}


def walk(page: Page, lessons: int, least: int, quizzes: int) -> None:
    """Walk from the home page through so many lessons, each of which asks at least so many questions, to the end.

    The final quiz, which is there, asks from so many `quizzes`.
    """
    _go(page, ".rows--lessons a")
    walked = []
    for _ in range(lessons):
        walked.append(page.locator("h1").inner_text())
        # Each lesson asks something, leads to its quiz, and goes on.
        assert page.locator("quiz-question").count() >= least, walked
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], walked
        expect(page.locator(".turn__link").first).to_have_attribute(
            "href", "../../quizzes/" + page.url.split("/")[-2] + "/"
        )
        _go(page, ".turn__link--next")
    assert len(set(walked)) == lessons
    expect(page.locator("h1")).to_contain_text("The final quiz")
    questions = page.locator("quiz-question")
    asked = {
        address.split("/")[0] for address in questions.evaluate_all("all => all.map(each => each.dataset.question)")
    }
    assert len(asked) == quizzes
    # It is a sitting: one question at a time, each of which leads on.
    page.locator("quiz-sitting").get_by_text(WORDS["sitting"]["begin"], exact=True).tap()
    place = WORDS["sitting"]["question"].split("{number}")[0]
    expect(page.get_by_role("heading", name=f"{place}1 ")).to_be_visible()
    page.locator("quiz-question:visible").first.locator(".choice input").first.check()
    page.get_by_role("button", name=WORDS["sitting"]["answer"], exact=True).tap()
    expect(page.get_by_role("heading", name=f"{place}2 ")).to_be_visible()


def _go(page: Page, link: str) -> None:
    """Follow a link, and wait for the whole of the other page."""
    here = page.url
    page.locator(link).first.tap()
    page.wait_for_url(lambda url: url != here)
