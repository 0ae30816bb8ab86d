"""`make shots`: every page of the site as a picture, to be looked at with one's own eyes.

Each at 390 and 1280 pixels, light and dark, whole; and where there is a question, also after every first question's
wrong and right answer and with all answers open. They land in shots/, which git ignores.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from browsing import FOLDER, served
from run import find_browser, launch

PROJECT = Path(__file__).parents[1]
SHOTS = PROJECT / "shots"
SIZES = ((390, 844), (1280, 900))
SCHEMES = ("light", "dark")


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
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        name = path.removesuffix(".html").strip("/").replace("/", "-") or "home"
        # A context each: answers that one page keeps are shown by no other.
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        for state in states(page):
            page.screenshot(
                path=SHOTS / f"{name}-{width}-{scheme}-{state}.jpg", full_page=True, type="jpeg", quality=85
            )
        context.close()


def states(page: Page) -> Iterator[str]:
    """Bring a page into each state worth seeing, and name it."""
    yield "1-before"
    first = page.locator("quiz-question").first
    if not page.locator("quiz-question").count():
        return
    for name, right in (("2-wrong", "false"), ("3-right", "true")):
        keys = [choice.get_attribute("data-choice") for choice in first.locator(f"[data-correct={right}]").all()]
        for control in first.locator("input").all():
            if control.get_attribute("type") == "checkbox":
                control.set_checked(control.get_attribute("value") in keys)
            elif control.get_attribute("value") == keys[0]:
                control.check()
        first.locator(".question__check").click()
        yield name
    page.evaluate("document.querySelectorAll('.question details').forEach(details => { details.open = true })")
    yield "4-open"


if __name__ == "__main__":
    sys.exit(main())
