"""What a reader waits for on a slow telephone, who has answered every question of a large course."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Page

from browsing import answer_the_course, served, started_browser

SLOWER = 4  # as Lighthouse takes a telephone to be
TIMES = 5

# Notes when an element is first seen, and every shift of what had been seen before.
WATCH = """selector => {
  window.seenAt = new Promise(resolve => {
    const look = () => document.querySelector(selector)?.checkVisibility()
      ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))) : requestAnimationFrame(look)
    look()
  })
  window.shifts = []
  const unasked = list => list.getEntries().filter(entry => !entry.hadRecentInput).map(entry => entry.value)
  new PerformanceObserver(list => shifts.push(...unasked(list)))
    .observe({type: "layout-shift", buffered: true})
}"""
# From the click to the frame that shows what comes of it.
CHECK = """number => new Promise(resolve => {
  const question = document.querySelectorAll("quiz-question")[number]
  question.querySelector(".question__fields input").click()
  const button = question.querySelector("button[type=submit]")
  requestAnimationFrame(() => setTimeout(() => {
    const clicked = performance.now()
    button.click()
    const said = question.querySelector("[role=status]").textContent
    requestAnimationFrame(() => setTimeout(() => resolve({ms: performance.now() - clicked, said})))
  }))
})"""


@dataclass(frozen=True)
class Waits:
    """`answers` are stored; `waits` are milliseconds by what is waited for; `shifts` sum up what moved, by the same.

    All are medians of so many `times`, on a processor that is so many times `slower`.
    """

    answers: int
    waits: dict[str, float]
    shifts: dict[str, float]
    slower: int = SLOWER
    times: int = TIMES


PAGES = {
    "review page": ("review/", ".review__start"),
    "progress page": ("progress/", ".progress__sum"),
    "lesson": ("lessons/lesson-1/", "quiz-question .question__check"),
    "quiz": ("quizzes/lesson-1/", "quiz-question .question__check"),
}


def waits_in(site: Path) -> Waits:
    """Open pages of a built course, as `seeded` makes it, in a browser that keeps an answer to every question."""
    with served(site) as address, started_browser() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        answers = _fill(context, address)
        waits, shifts = {}, {}
        for name, (path, selector) in PAGES.items():
            opened = [_open(context, address + path, selector) for _ in range(TIMES)]
            waits[f"{name} ready"] = median(ready for ready, _ in opened)
            shifts[f"{name} ready"] = max(shifted for _, shifted in opened)
        waits["feedback after “Check answer”"] = median(_checks(context, address))
        return Waits(answers, waits, shifts)


def _fill(context: BrowserContext, address: str) -> int:
    page = context.new_page()
    page.goto(address)
    count = answer_the_course(page, datetime.date.today().isoformat())
    page.close()
    return count


def _slowed(context: BrowserContext) -> Page:
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _open(context: BrowserContext, address: str, selector: str) -> tuple[float, float]:
    """Milliseconds until an element is there, from the start of the visit; and how much moved until then and after."""
    page = _slowed(context)
    page.add_init_script(f"({WATCH})({selector!r})")
    page.goto(address, wait_until="load")
    ready = page.evaluate("seenAt")
    page.wait_for_timeout(300)
    shifted = page.evaluate("shifts.reduce((sum, shift) => sum + shift, 0)")
    page.close()
    return ready, shifted


def _checks(context: BrowserContext, address: str) -> Iterator[float]:
    for number in range(TIMES):
        page = _slowed(context)
        page.goto(f"{address}lessons/lesson-1/", wait_until="load")
        checked = page.evaluate(CHECK, number)
        assert checked["said"], "the answer was looked at"  # noqa: S101
        page.close()
        yield checked["ms"]
