"""How long a lesson is on a phone as it is first opened: folds closed, and of questions that stand together, one."""

from __future__ import annotations

from course_files import LESSONS

MOST_SCREENS = 22
PHONE = {"width": 390, "height": 844}


def test_a_lesson_takes_few_screens_of_a_phone(visit, course):
    page = visit(f"{course}404.html", viewport=PHONE)
    screens = {}
    for lesson in LESSONS:
        page.goto(f"{course}lessons/{lesson}/")
        screens[lesson] = page.evaluate("document.documentElement.scrollHeight / innerHeight")
        assert page.locator(".turns:has(> .turns__way)").evaluate_all(
            "all => all.every(block => [...block.children].filter(part => part.checkVisibility()).length === 2)"
        ), f"{lesson}: one question and the way on"
    assert {lesson: round(length, 1) for lesson, length in screens.items() if length > MOST_SCREENS} == {}
    assert min(screens.values()) > 10
