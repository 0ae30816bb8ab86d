"""A browser for the tests: the site served, pages that tell of every fault, and questions as a reader meets them."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from building import PROJECT
from coursework.text.words import words
from run import BROWSER_VARIABLE, find_browser, launch

# The folder of the host in which the site is published, as in its SITE_URL.
FOLDER = "/course/"
WORDS = words()
AXE = PROJECT / "node_modules/axe-core/axe.min.js"
# The one rule for which axe fetches every sheet again, a fifth of its time: only where it is named.
OF_SHEETS = "css-orientation-lock"
# In `make test-long` everything is looked at that the quick tests take a part of.
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
_AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Windows may have other ideas of these.
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript", ".css": "text/css"}  # noqa: RUF012

    def translate_path(self, path: str) -> str:
        if not path.startswith(FOLDER):
            return str(Path(self.directory, "outside the site's folder"))
        return super().translate_path(path.removeprefix(FOLDER.rstrip("/")))

    def do_GET(self):
        # Of a file without a page around it, a browser asks for a sign of the whole host.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format, *arguments):
        pass


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site in its folder, and nothing beside it; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def started_browser() -> Iterator[Browser]:
    """The browser that the run found, or one that is found now."""
    path = os.environ.get(BROWSER_VARIABLE) or find_browser()
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        yield browser
        browser.close()


@dataclass
class Watch:
    """What went wrong on the pages of one test, and what they asked other hosts for."""

    host: str
    faults: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self._note(f"{page.url}: {message.text}", message.type))
        page.on("pageerror", lambda error: self._note_error(page.url, error.message))
        page.on("request", lambda request: self._note_request(f"{page.url}: {request.url}", request.url))

    def _note(self, fault: str, kind: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(fault)

    def _note_error(self, address: str, error: str) -> None:
        # The theme's RxJS throws this when a page is left while one of its timers runs out: no reader ever meets it.
        if error != "executing a cancelled action":
            self.faults.append(f"{address}: {error}")

    def _note_request(self, request: str, address: str) -> None:
        if not address.startswith((self.host, "data:", "blob:")):
            self.left.append(request)


def ready(page: Page) -> Page:
    """The page, when the script of its questions has run."""
    expect(page.locator("quiz-question .question__check[hidden]")).to_have_count(0)
    return page


# Sheets for paper come after all else.
PAPER_IS_THERE = """() => {
  const links = [...document.querySelectorAll("link[media=print]")]
  return (links.length > 0 || !document.querySelector("noscript[data-late]")) && links.every(link => link.sheet)
}"""


def on_paper(page: Page, **media: Any) -> None:
    """The page as it is printed, once the sheets for paper are there; other media features as `emulate_media` has."""
    until(page, f"({PAPER_IS_THERE})()")
    page.emulate_media(media="print", **media)


def until(page: Page, script: str, arg: object = None) -> None:
    """Wait till a script finds what it looks for: `wait_for_function` looks again by `eval`, which a policy forbids."""
    ends = time.monotonic() + 60
    while not page.evaluate(script, arg):
        assert time.monotonic() < ends, script
        page.wait_for_timeout(20)


def barriers(page: Page, rules: Sequence[str] = (), without: Sequence[str] = (), within: str = "") -> list[str]:
    """What axe-core finds wrong with the page as it is now, by all its rules, by some, or without some.

    `within` names what alone has changed since another test looked at the whole page: only that is looked at, but
    in `make test-long`.
    """
    # What lies under the header that stays in place is only hidden for as long as nobody scrolls.
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    # Evaluated, not loaded: a policy for scripts, which holds for the page, is none of axe's business.
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """async ([runOnly, preload, rules, within]) => {
          const include = within ? [...document.querySelectorAll(within)] : [document]
          if (!include.length) throw new Error(`there is no ${within}`)
          return (await axe.run({include}, {runOnly, preload, rules, resultTypes: ['violations']})).violations
        }""",
        [
            [*rules] or _AXE_TAGS,
            OF_SHEETS in rules,
            {name: {"enabled": False} for name in without},
            "" if IS_LONG else within,
        ],
    )
    return [
        f"{violation['id']}: {violation['help']}: {node['target']} {node['html'][:200]} {node['failureSummary'][-300:]}"
        for violation in found for node in violation["nodes"]
    ]  # fmt: skip


# Gives an answer to every question that is shown, as its reader would, and checks it; gives their number.
_ANSWER_ALL = """right => {
  const fill = (fields, values) => fields.forEach((field, place) => {
    if (field.tagName !== "SELECT" || right) field.value = right ? values[place] : "0.001"
    else field.value = [...field.options].find(option => option.value && option.value !== values[place]).value
  })
  const ways = {
    matching: (fields, key) => {
      if (fields[0].matches("select")) return fill(fields, key.right)
      const rows = Object.values(Object.groupBy(fields, field => field.name))
      rows.forEach((row, place) => row.find(field => (field.value === key.right[place]) === right).click())
    },
    ordering: (fields, key, list) => {
      // Of equal items the next one that is still in its old place.
      if (right) for (const name of key.right) list.append([...list.children].find(item => item.dataset.part === name))
    },
    numerical: (fields, key) => fill(fields, [key.answer]),
    "short-answer": (fields, key) => fill(fields, [key.answers[0]]),
    cloze: (fields, key) => fill(fields, key.blanks.map(blank => blank.right ?? blank.answers[0])),
    "open-response": fields => fill(fields, ["In my own words."]),
    opinion: ([first]) => first.click(),
  }
  const choose = (fields, key) => fields.forEach(field => {
    if (field.checked !== (key.right.includes(field.value) === right)) field.click()
  })
  for (const block of document.querySelectorAll(".turns")) block.dataset.turns = "all"
  const questions = [...document.querySelectorAll("quiz-question")].filter(question => question.checkVisibility())
  for (const question of questions) {
    // What was answered is closed.
    if (question.querySelector(".question__fields").disabled) question.querySelector("button[type=submit]").click()
    const fields = [...question.querySelectorAll(".question__fields :is(input, select, textarea)")]
    const way = ways[question.dataset.type] ?? choose
    way(fields, JSON.parse(question.dataset.key), question.querySelector(".order"))
    question.querySelector("button[type=submit]").click()
  }
  return questions.length
}"""


def show_all(page: Page) -> None:
    """Show all questions of each block that asks one at a time; what it is moved by comes with the first scrolling."""
    page.evaluate("dispatchEvent(new Event('scroll'))")
    expect(page.locator(".turns:not([data-turns])")).to_have_count(0)
    for block in reversed(page.locator(".turns:not([data-turns=all])").all()):  # each that is shown leaves the list
        block.locator(".turns__all").click()


def answer_all(page: Page, right: bool) -> int:
    """Answer every question of the page, one at a time or all shown, rightly or wrongly; gives their number."""
    return page.evaluate(_ANSWER_ALL, right)


_ANSWER_THE_COURSE = """async day => {
  const [script] = document.querySelectorAll("script[src*='course-marks.js']")
  const {versions} = await import(script.src.replace("course-marks", "versions"))
  const course = document.querySelector("[data-course]").dataset.course
  const questions = Object.values(versions).flatMap(Object.entries)
  for (const [question, version] of questions) {
    const answer = {version, response: ["no words of ours"], verdict: "right", attempts: 1, day, certainty: 2}
    const card = {version, s: 2.3065, d: 2.1181, last: "2026-01-01", due: day, days: 1, lapses: 0, sure: false}
    localStorage.setItem(`${course}/v1/answer/${question}`, JSON.stringify(answer))
    localStorage.setItem(`${course}/v1/card/${question}`, JSON.stringify(card))
  }
  return questions.length
}"""


def answer_the_course(page: Page, day: str) -> int:
    """Keep a right answer to every question of the course, due again on a day of 2026 or later; gives their number."""
    return page.evaluate(_ANSWER_THE_COURSE, day)


@dataclass(frozen=True)
class Question:
    """One question on a page, by its address; `occurrence` counts those of the same address, from 1."""

    page: Page
    address: str
    occurrence: int = 1

    @property
    def element(self) -> Locator:
        return self.page.locator(f'quiz-question[data-question="{self.address}"]').nth(self.occurrence - 1)

    @property
    def status(self) -> Locator:
        return self.element.get_by_role("status")

    @property
    def check(self) -> Locator:
        return self.element.get_by_role("button", name=WORDS["question"]["check"])

    @property
    def again(self) -> Locator:
        """The same button, once the question was answered."""
        said = WORDS["verdict"]
        names = (said["retry"], said["again"], WORDS["question"]["change"])
        return self.element.get_by_role("button", name=re.compile("|".join(names)))

    @property
    def controls(self) -> list[str]:
        """What of the question can be acted with, beside links in its texts: buttons, folds, open fields."""
        return self.element.evaluate(
            """element => [...element.querySelectorAll("button, summary, input, select, textarea")]
              .filter(part => part.checkVisibility({visibilityProperty: true}) && !part.matches(":disabled"))
              .map(part => part.innerText || part.type)"""
        )

    @property
    def said(self) -> str:
        """What a reader sees said of the answer: under what was given, and below it."""
        return self.element.evaluate(
            """element => [...element.querySelectorAll(
              ".question__fields :is(.feedback__sign, .answer__part), .question__status")]
              .map(part => part.innerText.trim()).filter(Boolean).join("; ")"""
        )

    @property
    def signs(self) -> list[str]:
        """The signs on what was given, in the order of the page."""
        return self.element.locator("[data-sign]").evaluate_all("rows => rows.map(row => row.dataset.sign)")

    def says(self, *texts: str) -> None:
        """Wait till all of the texts are said, in their order."""
        ends = time.monotonic() + 10
        pattern = re.compile(r"[\s\S]*".join(map(re.escape, texts)))
        while not pattern.search(said := self.said):
            assert time.monotonic() < ends, (texts, said)
            self.page.wait_for_timeout(20)

    def leaves_out(self, *texts: str) -> None:
        """None of the texts is said."""
        said = self.said
        assert [text for text in texts if text in said] == []

    def says_nothing(self) -> None:
        """The question is open, and nothing is said of it."""
        expect(self.status).to_be_empty()
        expect(self.fields).to_be_enabled()
        assert (self.said, self.signs) == ("", [])

    @property
    def answer(self) -> Locator:
        """The details with the answer."""
        return self.element.locator("details.question__answer")

    @property
    def fields(self) -> Locator:
        """What is answered with, without the question of how sure one is."""
        return self.element.locator(".question__fields")

    @property
    def inputs(self) -> Locator:
        return self.fields.get_by_role("radio").or_(self.fields.get_by_role("checkbox"))

    def choice(self, text: str) -> Locator:
        """The control of a choice, by its words."""
        one = self.fields.get_by_role("radio", name=text, exact=True)
        return one.or_(self.fields.get_by_role("checkbox", name=text, exact=True))

    def click(self, *texts: str) -> None:
        """Choose with the pointer, and check; what was answered is begun anew."""
        self.begin_anew()
        for text in texts:
            self.choice(text).click()
        self.check.click()

    def begin_anew(self) -> None:
        """Open the fields again, if they were answered."""
        if self.again.count():
            self.again.click()

    def type(self, *texts: str) -> None:
        """Choose with the keyboard, and check, from the question's own address on; what was answered is begun anew."""
        if self.again.count():
            self.tab_from_start(self.again)
            self.page.keyboard.press("Enter")
        self.tab_from_start(self.inputs.first)
        places = [self._place(text) for text in texts]
        if self.inputs.first.get_attribute("type") == "radio":
            for place in places:
                for _ in range(place):
                    self.page.keyboard.press("ArrowDown")
                if not place:
                    self.page.keyboard.press("Space")
        else:
            for place in range(self.inputs.count()):
                if place in places:
                    self.page.keyboard.press("Space")
                self.page.keyboard.press("Tab")
        self.tab_to(self.check)
        self.page.keyboard.press("Enter")

    def _place(self, text: str) -> int:
        wanted = self.choice(text).get_attribute("value")
        return [item.get_attribute("value") for item in self.inputs.all()].index(wanted)

    def tab_from_start(self, target: Locator) -> None:
        """Follow a link to the question, as a reader of a deep link does, and go on with the Tab key."""
        id = self.element.get_attribute("id")
        self.page.evaluate("id => { location.hash = ''; location.hash = id }", id)
        self.tab_to(target)

    def tab_to(self, target: Locator) -> None:
        for _ in range(20):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"20 presses of Tab do not reach {target}")
