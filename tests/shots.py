"""`make shots`: every page of the site as a picture, to be looked at with one's own eyes.

Each at 390 and 1280 pixels, light and dark, whole; and where there are questions, also after wrong and after right
answers to all of them, with all answers open, and with the summary at the end. The pages that tell of earlier answers
have a reader who gave some; worksheets and keys are also shown as they are printed. They land in shots/, which git
ignores.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import browsing
from browsing import FOLDER, answer_all, served
from run import find_browser, launch

PROJECT = Path(__file__).parents[1]
SHOTS = PROJECT / "shots"
SIZES = ((390, 844), (1280, 900))
SCHEMES = ("light", "dark")
# What these show hangs on what was answered before.
TELLING = ("review/", "progress/", "quizzes/")
LATER = datetime.timedelta(days=9)
# Be more or less sure of each answer.
CERTAINTY = """() => document.querySelectorAll("quiz-question").forEach((question, place) => {
  const sure = question.querySelectorAll(".certainty input")
  if (sure.length) sure[place % 3].checked = true
})"""


def main() -> int:
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir()
    path = find_browser()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        # The 404 page has whole addresses, so the site must know the folder in which it is served.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        settings = os.environ | {"SITE_URL": f"https://example.org{FOLDER}", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=PROJECT, env=settings, check=True)
        with served(site) as address:
            browser = launch(playwright, path)
            for size in SIZES:
                for scheme in SCHEMES:
                    take_all(browser, address, site, size, scheme)
            browser.close()
    print(f"{len(list(SHOTS.iterdir()))} pictures are in shots/.")
    return 0


def take_all(browser: Browser, address: str, site: Path, size: tuple[int, int], scheme: str) -> None:
    """Every page at one size in one colour scheme."""
    width, height = size
    paths = pages_of(site)
    quizzes = [path for path in paths if path.startswith("quizzes/") and path.count("/") == 2]
    for path in paths:
        name = path.removesuffix(".html").strip("/").replace("/", "-") or "home"
        # A context each: answers that one page keeps are shown by no other.
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        earlier = [address + quiz for quiz in quizzes] if path in TELLING else []
        for state in states(page, earlier):
            page.evaluate("scrollTo(0, 0)")  # the head would stand in the middle of the picture
            page.screenshot(
                path=SHOTS / f"{name}-{width}-{scheme}-{state}.jpg", full_page=True, type="jpeg", quality=85
            )
        context.close()


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages; of those for frames on other sites, which are alike, the first of each quiz."""
    paths = [file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("*.html"))]
    framed = [path for path in paths if path.startswith("embed/") and path.count("/") > 2]
    first = {path.split("/")[1]: path for path in reversed(framed)}
    return [path for path in paths if path not in framed or path in first.values()]


def states(page: Page, earlier: list[str]) -> Iterator[str]:
    """Bring a page into each state worth seeing, and name it; `earlier` are quizzes to have been answered before."""
    yield "1-before"
    if page.locator("quiz-guess").count():
        page.locator(".guess .choice").first.click()
        page.locator(".guess__keep").first.click()
        yield "1-guessed"
    if page.locator("quiz-question").count():
        yield from answered(page)
    if page.locator(".paper").count():
        browsing.on_paper(page)
        yield "2-printed"
    if earlier:
        yield from told(page, earlier)


def answer(page: Page, right: bool) -> None:
    page.evaluate(CERTAINTY)
    answer_all(page, right)


def answered(page: Page) -> Iterator[str]:
    """A page after its questions were answered."""
    for name, right in (("2-wrong", False), ("3-right", True)):
        answer(page, right)
        yield name
    page.evaluate("document.querySelectorAll('.question details').forEach(details => { details.open = true })")
    yield "4-open"
    if page.locator(".summary__show").count():
        # Half of it missed: there is something to read again and to practise.
        page.evaluate("document.querySelectorAll('.question details').forEach(details => { details.open = false })")
        answer(page, False)
        page.evaluate("""[...document.querySelectorAll("quiz-question")].forEach((question, place) => {
            if (place % 2) question.again()
        })""")
        page.locator(".summary__show").first.click()
        page.locator(".summary__title").first.wait_for()
        yield "5-summary"


def told(page: Page, earlier: list[str]) -> Iterator[str]:
    """A page that tells of earlier answers: on the day on which they were given, and later."""
    here = page.url
    for place, quiz in enumerate(earlier[:2]):
        page.goto(quiz, wait_until="load")
        answer(page, place == 0)
        # The schedule is fetched with the first answer; to go on at once would be to go without it.
        page.wait_for_function("() => Object.keys(localStorage).some(key => key.includes('/v1/card/'))")
    page.goto(here, wait_until="load")
    yield "2-told"
    page.clock.set_fixed_time(datetime.datetime.now(datetime.UTC) + LATER)
    page.goto(here, wait_until="load")
    yield "3-later"
    if page.locator(".review__start").count():
        page.locator(".review__start").click()
        page.locator(".review__title").wait_for()
        yield "4-asked"
        while not page.locator(".review__done").count():
            answer(page, True)
            page.locator(".review__next").click()
        yield "5-done"
    if page.locator(".progress__erase").count():
        page.locator(".progress__keeping > summary").click()
        page.locator(".progress__erase").click()
        yield "4-erasing"
        page.evaluate("window.print = () => {}")
        page.locator(".progress__keep").click()
        page.locator(".progress__print").click()
        yield "5-record"


if __name__ == "__main__":
    sys.exit(main())
