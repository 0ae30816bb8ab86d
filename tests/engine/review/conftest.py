"""What the tests of the review share: the trial course, served, and a reader who comes back on another day."""

from __future__ import annotations

import contextlib

import pytest
import review_course
from review_reader import Reader

import browsing
import building


@pytest.fixture(scope="session")
def trial_address(tmp_path_factory):
    def make(site):
        building.build_small(review_course.files(), review_course.NAV, site)

    with browsing.served(building.made_once(tmp_path_factory, "review", make)) as address:
        yield address


@pytest.fixture
def reader(browser, trial_address):
    """A reader with a profile of their own: `reader(timezone_id="Asia/Tokyo")`. A page with an error fails the test."""
    with contextlib.ExitStack() as opened:
        made = []

        def arrive(script: str = "", **settings) -> Reader:
            context = opened.enter_context(
                browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Berlin", **settings})
            )
            context.set_default_timeout(10_000)
            if script:
                context.add_init_script(script)
            made.append(Reader(context.new_page(), trial_address))
            return made[-1]

        yield arrive
        assert [fault for one in made for fault in one.faults] == []
