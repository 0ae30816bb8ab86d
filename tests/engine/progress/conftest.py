"""What the tests of progress share: the course about maps, served, and profiles of readers who come to it."""

from __future__ import annotations

import contextlib
import datetime
import json

import map_course
import pytest
from playwright.sync_api import Page

import browsing
import building

_NOON = datetime.datetime.fromisoformat(f"{map_course.TODAY}T12:00:00+00:00")


@pytest.fixture(scope="session")
def map_site(tmp_path_factory):
    def make(site):
        building.build_small(map_course.files(), map_course.NAV, site, map_course.COURSE)

    return building.made_once(tmp_path_factory, "maps", make)


@pytest.fixture(scope="session")
def map_address(map_site):
    with browsing.served(map_site) as address:
        yield address


def fill(page: Page, kept: dict) -> None:
    """Put entries into the storage of a page's browser."""
    page.evaluate(
        "kept => Object.entries(kept).forEach(entry => localStorage.setItem(...entry))", map_course.entries(kept)
    )


class Reader:
    """A profile of a browser: what it keeps, and the pages it opens."""

    def __init__(self, context, address: str, folder: str):
        self.context, self.address, self.folder = context, address, folder
        self.faults: list[str] = []
        context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.clock.set_fixed_time(_NOON)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)

    def keeps(self, kept: dict) -> Reader:
        """Have the browser keep these entries, as earlier visits would."""
        page = self.blank()
        fill(page, kept)
        page.close()
        return self

    def open(self, path: str = "progress/") -> Page:
        page = self.context.new_page()
        page.goto(self.address + path)
        return page

    def blank(self) -> Page:
        """A page of this site with nothing on it that does anything: a file as the browser shows it."""
        return self.open(self.folder.removeprefix(self.address) + "/course-marks.js")

    def stored(self) -> dict[str, str]:
        """All that the browser keeps of courses, but the marks that are made from it; read by another page."""
        page = self.blank()
        kept = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
        page.close()
        return {
            key: text
            for key, text in sorted(kept.items())
            if key.startswith(map_course.COURSE) and not key.endswith("/marks")
        }


class Storage:
    """`record.js` and `record-file.js` in a page, called from here."""

    def __init__(self, page: Page, folder: str):
        self.page, self.folder = page, folder

    def call(self, name: str, *arguments, module: str = ""):
        """What a function of a module gives; for a refused file the reason, as `{"refused": reason}`."""
        script = """async ([address, name, args]) => {
            const module = await import(address)
            try { return structuredClone(module[name](...args)) }
            catch (fault) { if (!fault.reason) throw fault; return {refused: fault.reason} }
        }"""
        module = module or ("record.js" if name == "readCourse" else "record-file.js")
        return self.page.evaluate(script, [f"{self.folder}/{module}", name, list(arguments)])

    def read(self, course: str = map_course.COURSE) -> dict:
        return self.call("readCourse", course)

    def take(self, content) -> dict:
        """Import a file, given as text or as its value."""
        return self.call(
            "importCourse", map_course.COURSE, content if isinstance(content, str) else json.dumps(content)
        )

    def saved(self, now: str = f"{map_course.TODAY}T12:00:00") -> str:
        return self.page.evaluate(
            "async ([address, course, now]) => (await import(address)).exportCourse(course, new Date(now))",
            [f"{self.folder}/record-file.js", map_course.COURSE, now],
        )


@pytest.fixture
def reader(browser, map_address, map_site):
    """A new reader: `reader(script)`, with a script that runs before those of each page. An error fails the test."""
    with contextlib.ExitStack() as opened:
        readers = []

        def arrive(script: str = "", faults: bool = False, **settings) -> Reader:
            settings = {"locale": "en-GB", "timezone_id": "Europe/Berlin", "reduced_motion": "reduce", **settings}
            context = opened.enter_context(browser.new_context(**settings))
            context.set_default_timeout(10_000)
            if script:
                context.add_init_script(script)
            (folder,) = (map_site / "assets").glob("coursework-*")
            made = Reader(context, map_address, f"{map_address}assets/{folder.name}")
            readers.append((made, faults))
            return made

        yield arrive
        assert [fault for made, faults in readers if not faults for fault in made.faults] == []


@pytest.fixture
def storage(reader):
    """The record in a browser that keeps the entries given: `storage(kept)`."""

    def start(kept: dict | None = None, script: str = "", faults: bool = False) -> Storage:
        made = reader(script, faults)
        page = made.blank()
        fill(page, kept or {})
        return Storage(page, made.folder)

    return start
