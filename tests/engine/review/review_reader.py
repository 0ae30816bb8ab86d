"""A reader of the trial course, who answers questions, and comes back on another day."""

from __future__ import annotations

import datetime
import json
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect
from review_course import COURSE, RIGHT, WRONG

from coursework.text.words import words

WORDS = words()["review"]
_CHECK = words()["question"]["check"]
_VERSION = "single-choice 2 1"


class Reader:
    def __init__(self, page: Page, address: str):
        self.page, self.address = page, address
        self.faults: list[str] = []
        self.fetched: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(f"{error}\n{error.stack}"))
        page.on("request", lambda request: self.fetched.append(request.url.removeprefix(address)))

    def on(self, day: str, time: str = "10:00", zone: str = "Europe/Berlin") -> Reader:
        """It is now this time of the day, by the reader's clock."""
        now = datetime.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone))
        self.page.clock.set_fixed_time(now)
        return self

    def visit(self, path: str) -> Reader:
        self.page.goto(f"{self.address}{path}")
        return self

    def answer(self, address: str, text: str, certainty: int = 0) -> None:
        """Answer a question on a page of its quiz."""
        self._give(self.page.locator(f'quiz-question[data-question="{address}"]'), text, certainty)

    def _give(self, question: Locator, text: str, certainty: int) -> None:
        if question.locator(".question__fields:disabled").count():
            question.locator(".question__check").click()  # to begin anew
        question.get_by_role("radio", name=text, exact=True).check()
        if certainty:
            if question.locator(".question__certainty:not([open])").count():
                question.locator(".question__certainty summary").click()
            question.locator(f'.certainty input[value="{certainty}"]').check()
        question.get_by_role("button", name=_CHECK).click()
        # The schedule is fetched when a question is first turned to.
        self.page.evaluate(
            """() => {
              const ours = [...document.scripts].find(script => script.src.includes("/assets/coursework-"))
              return import(new URL("cards.js", ours.src)).then(() => {})
            }"""
        )

    @property
    def view(self) -> Locator:
        return self.page.locator("quiz-review .review__sitting")

    @property
    def asked(self) -> Locator:
        """The question that the review shows."""
        return self.view.locator("quiz-question")

    @property
    def heading(self) -> Locator:
        return self.view.locator("h2.review__title")

    def button(self, name: str) -> Locator:
        return self.view.get_by_role("button", name=WORDS[name], exact=True)

    @property
    def next(self) -> Locator:
        return self.view.locator(".review__next")

    def review(self) -> Reader:
        """Open the review and begin."""
        self.visit("review/").begin()
        return self

    def begin(self, name: str = "start") -> None:
        """Begin a sitting with the button of this name."""
        self.button(name).click()
        expect(self.asked).to_be_visible()

    def reply(self, text: str = RIGHT, certainty: int = 0) -> str:
        """Answer what is shown, and go on; gives the question's address."""
        address = self.asked.get_attribute("data-question")
        self._give(self.asked, text, certainty)
        self.next.click()
        return address

    def reply_to_all(self, wrong: tuple[str, ...] = ()) -> list[str]:
        """Answer until nothing is left, the first time wrong where it is said; gives the addresses in their order."""
        order = []
        while self.asked.count():
            address = self.asked.get_attribute("data-question")
            order.append(self.reply(WRONG if address in wrong and address not in order else RIGHT))
        return order

    def stored(self, kind: str) -> dict:
        prefix = f"{COURSE}/v1/{kind}/"
        found = dict(
            self.page.evaluate(
                "prefix => Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))", prefix
            )
        )
        return {key.removeprefix(prefix): json.loads(text) for key, text in found.items()}

    def due_days(self) -> dict[str, str]:
        return {question: card["due"] for question, card in self.stored("card").items()}

    def keep_cards(self, due: dict[str, str], **values) -> Reader:
        """Have cards from earlier days."""
        card = {
            "version": _VERSION, "s": 2.3065, "d": 2.1181, "last": "2026-01-01", "days": 1, "lapses": 0, "sure": False,
            **values,
        }  # fmt: skip
        cards = {f"{COURSE}/v1/card/{question}": json.dumps({**card, "due": day}) for question, day in due.items()}
        # A file of the site, with no script that would read what is there so far.
        self.visit("sitemap.xml")
        self.page.evaluate("cards => Object.entries(cards).forEach(entry => localStorage.setItem(...entry))", cards)
        return self

    def quiz_pages_fetched(self) -> list[str]:
        return [path for path in self.fetched if path.startswith("quizzes/")]

    def focused_text(self) -> str:
        return self.page.evaluate("document.activeElement.textContent.trim()")
