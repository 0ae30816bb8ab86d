"""`make shots`: every page of the site as a picture, to be looked at with one's own eyes.

Each at 390 and 1280 pixels, light and dark, whole; and where there are questions, also after wrong and after right
answers to all of them, with everything open that folds, and with the summary at the end. A sitting is begun, answered
and ended. The pages that tell of earlier answers have a reader who gave some; lessons, worksheets, keys and cards are
also there as they are printed, as PDF. They land in shots/, which git ignores; words after the name take only the
pictures whose names have one of them in it, as `review-1280` or `lessons-*-dark`, and leave the others.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
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
# A browser draws what is higher than this slowly or, over 65,535 pixels, not at all, and says nothing.
HIGHEST = 16_000
MOST_MILLISECONDS = 120_000
# Be more or less sure of each answer.
CERTAINTY = """() => document.querySelectorAll("quiz-question").forEach((question, place) => {
  const sure = question.querySelectorAll(".certainty input")
  if (sure.length) sure[place % 3].checked = true
})"""


# Figures that readers work on, and more, come when they are near the screen.
SCROLL = """async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
    scrollTo({top: at, behavior: "instant"})
    await new Promise(requestAnimationFrame)
  }
  await document.fonts.ready
}"""
UNFOLD = "document.querySelectorAll('.md-content details').forEach(details => { details.open = true })"
FOLD = "document.querySelectorAll('.md-content details').forEach(details => { details.open = false })"


def main(wanted: list[str]) -> int:
    """Take the pictures whose names have in them one of the parts that are `wanted`; without such parts, all."""
    if not wanted:
        shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(exist_ok=True)
    path = find_browser()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        # The 404 page has whole addresses, so the site must know the folder in which it is served.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        settings = os.environ | {"SITE_URL": f"https://example.org{FOLDER}", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=PROJECT, env=settings, check=True)
        with served(site) as address:
            browser = launch(playwright, path)
            for scheme in SCHEMES:
                for size in SIZES:
                    take_all(browser, address, site, size, scheme, wanted)
            browser.close()
    print(f"{len(list(SHOTS.iterdir()))} pictures are in shots/.")
    return 0


def take_all(browser: Browser, address: str, site: Path, size: tuple[int, int], scheme: str, wanted: list[str]) -> None:
    """Every page that is wanted, at one size in one colour scheme."""
    width, height = size
    paths = pages_of(site)
    quizzes = [path for path in paths if path.startswith("quizzes/") and path.count("/") == 2]
    for path in paths:
        name = f"{path.removesuffix('.html').strip('/').replace('/', '-') or 'home'}-{width}-{scheme}"
        if wanted and not any(fnmatch(name, f"*{part}*") for part in wanted):
            continue
        # A context each: answers that one page keeps are shown by no other.
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        earlier = [address + quiz for quiz in quizzes] if path in TELLING else []
        for state in states(page, earlier):
            take(page, f"{name}-{state}")
        # Paper has one width, and one colour.
        if (width, scheme) == (SIZES[-1][0], SCHEMES[0]) and page.locator(".paper, .parts").count():
            page.goto(address + path, wait_until="load")
            browsing.until(page, f"({browsing.PAPER_IS_THERE})()")
            page.pdf(path=SHOTS / f"{name}-printed.pdf", format="A4", prefer_css_page_size=True)
        context.close()


def take(page: Page, name: str) -> None:
    """The whole page as one picture, or several where it is very high."""
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # the head would stand in the middle of the picture
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    tops = range(0, height, HIGHEST)
    for top in tops:
        path = SHOTS / (f"{name}.jpg" if len(tops) == 1 else f"{name}-part{top // HIGHEST + 1}.jpg")
        clip = {"x": 0, "y": top, "width": width, "height": min(HIGHEST, height - top)}
        page.screenshot(path=path, full_page=True, clip=clip, type="jpeg", quality=85, timeout=MOST_MILLISECONDS)


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages; of those for frames on other sites, which are alike, the first of each quiz."""
    paths = [file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("*.html"))]
    framed = [path for path in paths if path.startswith("embed/") and path.count("/") > 2]
    first = {path.split("/")[1]: path for path in reversed(framed)}
    return [path for path in paths if path not in framed or path in first.values()]


def states(page: Page, earlier: list[str]) -> Iterator[str]:
    """Bring a page into each state worth seeing, and name it; `earlier` are quizzes to have been answered before."""
    scroll_through(page)
    yield "1-before"
    if page.locator("quiz-guess").count():
        page.locator(".guess .choice").first.click()
        page.locator(".guess__keep").first.click()
        yield "1-guessed"
    if page.locator("quiz-sitting").count():
        yield from sat(page)
    elif page.locator("quiz-question").count():
        yield from answered(page)
    elif page.locator(".md-content details").count() and not earlier:
        page.evaluate(UNFOLD)
        yield "4-open"
    if earlier:
        yield from told(page, earlier)
        if page.locator("quiz-review").count():
            yield from reviewed(page)
        if page.locator("quiz-progress").count():
            yield from recorded(page)


def scroll_through(page: Page) -> None:
    """See the whole page once: what is fetched when it comes near the screen is there then."""
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")


def answer(page: Page, right: bool) -> None:
    page.evaluate(CERTAINTY)
    answer_all(page, right)


def answered(page: Page) -> Iterator[str]:
    """A page after its questions were answered."""
    for name, right in (("2-wrong", False), ("3-right", True)):
        answer(page, right)
        yield name
    page.evaluate(UNFOLD)
    scroll_through(page)
    yield "4-open"
    if page.locator(".summary__show").count():
        # Half of it missed: there is something to read again and to practise.
        page.evaluate(FOLD)
        answer(page, False)
        page.evaluate("""[...document.querySelectorAll("quiz-question")].forEach((question, place) => {
            if (place % 2) question.again()
        })""")
        page.locator(".summary__show").first.click()
        page.locator(".summary__title").first.wait_for()
        yield "5-summary"


def sat(page: Page) -> Iterator[str]:
    """A sitting: a question, one that was answered, how it went, and what was missed."""
    title = page.locator(".sitting__title")
    page.locator(".sitting__begin").click()
    title.wait_for()
    yield "2-asked"
    answer(page, False)
    page.locator(".sitting__back").click()
    yield "3-given"
    page.locator(".sitting__next").click()
    place = 0
    while title.count():
        answer(page, place % 3 > 0)
        place += 1
    page.locator("quiz-sitting .summary__title").wait_for()
    yield "4-result"
    page.locator("quiz-sitting .summary__practise").click()
    title.wait_for()
    yield "5-missed"


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
    page.wait_for_load_state("networkidle")
    yield "3-later"


def reviewed(page: Page) -> Iterator[str]:
    """The review: a question, one that was missed, and the end."""
    page.locator(".review__start").click()
    page.locator(".review__title").wait_for()
    yield "4-asked"
    answer(page, False)
    page.locator(".review__next").wait_for()
    yield "5-missed"
    page.locator(".review__next").click()
    while not page.locator(".review__done").count():
        answer(page, True)
        page.locator(".review__next").click()
    yield "6-done"


def recorded(page: Page) -> Iterator[str]:
    """Progress with all its folds open, before all is erased, and as a record on paper."""
    for fold in page.locator("quiz-progress details:visible > summary").all():
        fold.click()
    page.locator(".progress__erase").wait_for()
    yield "4-open"
    page.locator(".progress__erase").click()
    yield "5-erasing"
    page.evaluate("window.print = () => {}")
    page.locator(".progress__keep").click()
    page.locator(".progress__print").click()
    page.locator(".record__title").wait_for()
    yield "6-record"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
