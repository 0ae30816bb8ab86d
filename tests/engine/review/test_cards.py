"""What is kept of answers for review: the cards, their order when they are due, and the log of each day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
import review_modules
import yaml

from building import PROJECT

ANSWER = """
const {scheduleAnswer} = await load("cards.js")
for (const [day, verdict, certainty, version] of input)
  scheduleAnswer("c", "q/one", version ?? "1", verdict, certainty, day)
return JSON.parse(localStorage.getItem("c/v1/card/q/one"))
"""
DUE = """
const {dueCards} = await load("cards.js")
for (const [question, [due, sure]] of Object.entries(input.cards)) {
  const card = {version: "1", s: 2, d: 5, last: "2026-01-01", due, days: 1, lapses: 0, sure: sure === "sure"}
  localStorage.setItem(`c/v1/card/${question}`, JSON.stringify(card))
}
const versions = input.versions ?? Object.fromEntries(Object.keys(input.cards).map(question => [question, "1"]))
return dueCards("c", "2026-11-22", versions, input.most).map(({question}) => question)
"""
LOG = """
const {addToLog} = await load("cards.js")
const {read} = await load("entries.js")
Object.assign(localStorage, input.before)
for (const [day, question, certainty, right] of input.tries) addToLog("c", day, question, certainty, right)
return {read: input.read.map(day => read("c", "log", day) ?? []), kept: {...localStorage}}
"""


class _AsWritten(yaml.SafeLoader):
    """Leaves days as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        letter: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
        for letter, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


TABLE = yaml.load((PROJECT / "tests/engine/review/cards.yml").read_text(encoding="utf-8"), _AsWritten)  # noqa: S506


@pytest.mark.parametrize("case", TABLE["cards"], ids=lambda case: case["title"])
def test_a_card_is_what_its_answers_make_it(case):
    card = review_modules.run(ANSWER, case["answers"])
    if case["card"] is None:
        assert card is None
        return
    assert list(card) == ["version", "s", "d", "last", "due", "days", "lapses", "sure"]
    card |= {name: round(card[name], 4) for name in "sd"}
    assert {name: card[name] for name in case["card"]} == case["card"]


@pytest.mark.parametrize("case", TABLE["due"], ids=lambda case: case["title"])
def test_what_is_due_comes_in_this_order(case):
    assert review_modules.run(DUE, case) == case["order"]


def test_no_two_questions_of_one_quiz_follow_each_other_where_that_can_be():
    cards = {
        f"{quiz}/{number}": [f"2026-11-{1 + number % 9:02}"]
        for quiz, count in zip("abc", (10, 6, 5))
        for number in range(count)
    }
    order = review_modules.run(DUE, {"cards": cards})
    assert sorted(order) == sorted(cards)
    assert [pair for pair in pairwise(order) if pair[0][0] == pair[1][0]] == []


def test_a_card_that_cannot_be_read_is_set_aside_and_not_overwritten():
    kept = review_modules.run(
        """
        const {scheduleAnswer} = await load("cards.js")
        localStorage.setItem("c/v1/card/q/one", input)
        scheduleAnswer("c", "q/one", "1", "right", 0, "2026-11-22")
        return {...localStorage}
        """,
        '{"version": "1", "s": "much"}',
    )
    assert json.loads(kept["c/v1/card/q/one"])["due"] == "2026-11-24"
    assert [text for key, text in kept.items() if key.startswith("c/aside/c/v1/card/q/one/")] == [
        '{"version": "1", "s": "much"}'
    ]


@pytest.mark.parametrize("damage", [{"s": "much"}, {"d": 11}, {"last": "2026-02-30"}, {"lapses": -1}, {"sure": None}])
def test_a_damaged_card_of_the_present_version_is_not_due_and_is_set_aside_by_the_next_answer(damage):
    card = {"version": "1", "s": 2, "d": 5, "last": "2026-01-01", "due": "2026-01-02", "days": 1, "lapses": 0}
    damaged = json.dumps({**card, "sure": False, **damage})
    found = review_modules.run(
        """
        const {dueCards, scheduleAnswer} = await load("cards.js")
        localStorage.setItem("c/v1/card/q/one", input)
        const due = dueCards("c", "2026-11-22", {"q/one": "1"})
        scheduleAnswer("c", "q/one", "1", "right", 0, "2026-11-22")
        return {due, kept: {...localStorage}}
        """,
        damaged,
    )
    assert found["due"] == []
    assert json.loads(found["kept"].pop("c/v1/card/q/one"))["days"] == 1
    [(aside, text)] = found["kept"].items()
    assert aside.startswith("c/aside/c/v1/card/q/one/") and text == damaged


def test_storage_that_throws_costs_the_schedule_and_nothing_else():
    found = review_modules.run("""
        const {addToLog, dueCards, scheduleAnswer} = await load("cards.js")
        const {read} = await load("entries.js")
        localStorage = new Proxy({}, {get() { throw new Error("refused") }, ownKeys() { throw new Error("refused") }})
        scheduleAnswer("c", "q/one", "1", "right", 0, "2026-11-22")
        addToLog("c", "2026-11-22", "q/one", 0, true)
        return [dueCards("c", "2026-11-22", {"q/one": "1"}), read("c", "log", "2026-11-22") ?? []]
    """)
    assert found == [[], []]


def test_known_is_what_was_right_on_three_days():
    found = review_modules.run(
        'const {isKnown} = await load("entries.js"); return input.map(isKnown)', [None, {"days": 2}, {"days": 3}]
    )
    assert found == [False, False, True]


def test_the_log_has_every_try_with_its_number_on_that_day():
    tries = [
        ["2026-11-22", "q/one", 3, False],
        ["2026-11-22", "q/two", 0, True],
        ["2026-11-22", "q/one", 1, True],
        ["2026-11-23", "q/one", 2, True],
    ]
    found = review_modules.run(LOG, {"before": {}, "tries": tries, "read": ["2026-11-22", "2026-11-23", "2026-11-24"]})
    assert found["read"] == [[["q/one", 3, 0, 1], ["q/two", 0, 1, 1], ["q/one", 1, 1, 2]], [["q/one", 2, 1, 1]], []]
    assert list(found["kept"]) == ["c/v1/log/2026-11-22", "c/v1/log/2026-11-23"]


def test_the_log_of_a_day_ends_at_500_tries():
    tries = [["2026-11-22", f"q/n{number}", 0, True] for number in range(510)]
    found = review_modules.run(LOG, {"before": {}, "tries": tries, "read": ["2026-11-22"]})
    assert [entry[0] for entry in found["read"][0]] == [f"q/n{number}" for number in range(500)]


def test_of_the_days_with_tries_the_last_400_stay_and_nothing_else_is_dropped():
    """Also where the clock is years ahead for a moment."""
    first = date(2025, 1, 1)
    before = {f"c/v1/log/{first + timedelta(number)}": "[]" for number in range(400)}
    before |= {"d/v1/log/2020-01-01": "[]", "c/v2/log/2020-01-01": "[]", "c/v1/log/once": "?", "else": ""}
    found = review_modules.run(LOG, {"before": before, "tries": [["2031-11-22", "q/one", 0, True]], "read": []})
    assert set(before) - set(found["kept"]) == {"c/v1/log/2025-01-01"}


def test_a_log_that_cannot_be_read_is_set_aside():
    before = {"c/v1/log/2026-11-22": '[["q/one", 3]'}
    found = review_modules.run(
        LOG, {"before": before, "tries": [["2026-11-22", "q/two", 0, True]], "read": ["2026-11-22"]}
    )
    assert found["read"] == [[["q/two", 0, 1, 1]]]
    assert '[["q/one", 3]' in [text for key, text in found["kept"].items() if key.startswith("c/aside/")]
