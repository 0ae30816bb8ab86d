"""What the tests of the review share: the trial course, served, and a reader who comes back on another day."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
import review_course
from playwright.sync_api import sync_playwright
from review_reader import Reader

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript", ".css": "text/css"}  # noqa: RUF012

    def log_message(self, format, *arguments):
        pass


@pytest.fixture(scope="session")
def review_browser():
    path = os.environ.get("COURSE_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--disable-quic", "--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def trial_address(tmp_path_factory):
    site = review_course.build(tmp_path_factory.mktemp("trial"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(review_browser, trial_address):
    """A reader with a profile of their own: `reader(timezone_id="Asia/Tokyo")`. A page with an error fails the test."""
    with contextlib.ExitStack() as opened:
        made = []

        def arrive(script: str = "", **settings) -> Reader:
            context = opened.enter_context(
                review_browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Berlin", **settings})
            )
            context.set_default_timeout(10_000)
            if script:
                context.add_init_script(script)
            made.append(Reader(context.new_page(), trial_address))
            return made[-1]

        yield arrive
        assert [fault for one in made for fault in one.faults] == []
