"""What the tests in a browser share: one browser a worker, a fresh profile a test."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

import browsing
import building

TRIAL = Path(__file__).parent / "trial"


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """The address of the real course."""
    with browsing.served(building.built_course(tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="session")
def trial(tmp_path_factory):
    """The address of a copy of the course with a quiz of each type of question, on `trial/` and `quizzes/trial/`.

    `trial-lesson/` asks before the text and after it.
    """

    def make(site: Path) -> None:
        copy = building.copy_project(tmp_path_factory.mktemp("trial"))
        shutil.copyfile(TRIAL / "quiz.yml", copy / "quizzes/trial.yml")
        shutil.copyfile(TRIAL / "page.md", copy / "docs/trial.md")
        shutil.copyfile(TRIAL / "lesson.md", copy / "docs/trial-lesson.md")
        result = building.build(copy, site)  # not strict: the page is in no navigation
        assert result.returncode == 0, result.stdout

    with browsing.served(building.made_once(tmp_path_factory, "trial", make)) as address:
        yield address


@pytest.fixture
def visit(browser):
    """Open an address in a fresh profile: `visit(address, color_scheme="dark")`.

    The test fails where a page has an error, or asks another host for anything. `faults=True` is for a test
    that makes errors itself; `script` runs before those of the page; the files of the pattern `lost` do not arrive.
    """
    with contextlib.ExitStack() as opened:
        watches = []

        def open_page(address: str, *, faults: bool = False, script: str = "", lost: str = "", **settings) -> Page:
            context = opened.enter_context(browser.new_context(reduced_motion="reduce", **settings))
            context.set_default_timeout(10_000)
            if script:
                context.add_init_script(script)
            if lost:
                context.route(lost, lambda route: route.fulfill(status=404))
            watch = browsing.Watch(address.split(browsing.FOLDER)[0])
            watches.append((watch, faults))
            context.on("page", watch.follow)
            page = context.new_page()
            page.goto(address)
            return page if settings.get("java_script_enabled") is False or faults else browsing.ready(page)

        yield open_page
    for watch, faults in watches:
        assert watch.left == []
        assert faults or watch.faults == []
