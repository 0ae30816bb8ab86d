"""When scripts start, nothing that a reader has seen moves, whether they have answered anything or not."""

from __future__ import annotations

import pytest

from browsing import answer_the_course

KINDS = [
    "", "lessons/", "lessons/projections/", "quizzes/", "quizzes/projections/", "review/", "progress/", "readings/",
    "claims/", "final-quiz/",
]  # fmt: skip
# Where most can move; the others are looked at wide, where there is more to move, and narrow where there is time.
FULLEST = ["", "lessons/projections/", "quizzes/projections/"]
SCREENS = {"narrow": {"width": 390, "height": 844}, "wide": {"width": 1280, "height": 800}}

WATCH = """window.shifts = []
new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({type: "layout-shift", buffered: true})"""
# What moved, with where it was and where it is. Less moves where a browser shows a header of which half has arrived.
MOVED = """() => shifts.filter(shift => shift.value > 0.002).flatMap(shift => shift.sources).map(
  ({node, previousRect, currentRect}) => JSON.stringify([node?.outerHTML?.slice(0, 80), previousRect, currentRect]))"""


def moved(page, address: str) -> list[str]:
    # Scripts come late, so that the page is seen before them, as on a slow line.
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_timeout(600)
    return page.evaluate(MOVED)


@pytest.mark.parametrize(
    ("address", "screen"),
    [
        pytest.param(address, screen, marks=[] if screen == "wide" or address in FULLEST else [pytest.mark.long])
        for address in KINDS
        for screen in SCREENS
    ],
)
def test_nothing_moves(visit, course, address, screen):
    page = visit(f"{course}404.html", script=WATCH, viewport=SCREENS[screen])
    assert moved(page, course + address) == []
    assert answer_the_course(page, "2026-01-02") >= 20
    assert moved(page, course + address) == []


def test_what_moves_would_be_seen(visit, course):
    late = (
        "addEventListener('load', () => setTimeout(() => document.querySelector('h1').before('Late.'.repeat(99)), 300))"
    )
    page = visit(course, script=f"{WATCH};{late}", viewport=SCREENS["wide"])
    assert moved(page, course + "lessons/projections/") != []
