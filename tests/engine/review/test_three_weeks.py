"""Three weeks of a diligent and of a careless reader: what is asked in a day stays little, and what that costs."""

from __future__ import annotations

from functools import cache

import pytest
import review_modules

DAYS, SEEDS = 21, 10
READERS = {
    # A lesson each second day, a review each day, right nine times in ten.
    "diligent": {
        "right": 0.9, "lessons": [1 - day % 2 for day in range(DAYS)], "reviews": [day > 0 for day in range(DAYS)],
    },
    # Eight lessons in 19 days, on some days two, a review each third day, right seven times in ten.
    "careless": {
        "right": 0.7,
        "lessons": [{0: 2, 4: 1, 7: 2, 12: 1, 15: 1, 18: 1}.get(day, 0) for day in range(DAYS)],
        "reviews": [day > 0 and day % 3 == 0 for day in range(DAYS)],
    },
}  # fmt: skip
RUN = """
const {dueCards, readCards, scheduleAnswer} = await load("cards.js")
const {noteAsked, perDay, shareOf} = await load("daily-share.js")
const {addDays, daysBetween} = await load("dates.js")
const {interval} = await load("scheduler.js")
const EACH = 12, first = "2026-10-01", seeds = []
// The forgetting curve of FSRS-6: how likely it is that a question is still known.
const decay = -0.1542, factor = 0.9 ** (1 / decay) - 1
const known = (card, day) => (1 + factor * daysBetween(card.last, day) / card.s) ** decay
for (let seed = 1; seed <= input.seeds; seed += 1) {
  localStorage = new Storage()
  let drawn = seed * 7919
  const random = () => (drawn = drawn * 48271 % 2147483647) / 2147483647
  for (let turn = 0; turn < 5; turn += 1) random()
  const versions = {}, days = []
  const answer = (question, day) => {
    const verdict = random() < input.right ? "right" : "wrong"
    scheduleAnswer("c", question, "1", verdict, 0, day)
    return verdict
  }
  let lessons = 0
  for (let number = 0; number < input.lessons.length; number += 1) {
    const day = addDays(first, number)
    const cards = readCards("c", versions), due = cards.filter(({card}) => card.due <= day).length
    const share = input.isCapped ? shareOf("c", day, due) : due
    const today = {due, share, told: perDay("c", cards, day), asked: [], again: 0, before: JSON.stringify(cards)}
    today.after = JSON.stringify(readCards("c", versions))
    if (input.reviews[number]) {
      const missed = []
      for (const {question} of dueCards("c", day, versions, share)) {
        const verdict = answer(question, day)
        noteAsked("c", day, question, "1", verdict)
        today.asked.push(question)
        if (verdict === "wrong") missed.push(question)
      }
      // What was missed comes back in the same sitting and, as a second sitting would, is told to the schedule.
      const kept = question => localStorage.getItem(`c/v1/card/${question}`)
      for (const question of missed) {
        const before = kept(question)
        scheduleAnswer("c", question, "1", "right", 0, day)
        if (kept(question) !== before) today.again += 1
      }
      today.left = shareOf("c", day, readCards("c", versions).filter(({card}) => card.due <= day).length)
    }
    for (let lesson = 0; lesson < input.lessons[number]; lesson += 1) {
      lessons += 1
      for (let place = 1; place <= EACH; place += 1) {
        versions[`lesson-${lessons}/question-${place}`] = "1"
        answer(`lesson-${lessons}/question-${place}`, day)
      }
    }
    days.push(today)
  }
  const last = addDays(first, input.lessons.length - 1), cards = readCards("c", versions)
  const wrongly = cards.filter(({card}) =>
    card.due !== addDays(card.last, interval(card.s)) && card.due !== addDays(card.last, 1)).length
  seeds.push({days, wrongly, known: cards.reduce((sum, {card}) => sum + known(card, last), 0) / cards.length})
}
return seeds
"""


@cache
def three_weeks(reader: str, is_capped: bool = True) -> list[dict]:
    return review_modules.run(RUN, {**READERS[reader], "isCapped": is_capped, "seeds": SEEDS})


@pytest.mark.parametrize("reader", READERS)
def test_of_what_is_due_no_more_is_asked_in_a_day_than_twenty(reader):
    days = [day for seed in three_weeks(reader) for day in seed["days"]]
    assert max(day["share"] for day in days) == 20
    for day in days:
        assert len(day["asked"]) <= day["share"] == min(day["due"], 20)
        # After the day's share nothing more is asked on it, whatever waits.
        assert day.get("left", 0) == 0
        # What is told of today and of the days to come is the same share.
        if day["due"]:
            assert day["told"][0][1] == day["share"]
        assert max((count for _, count in day["told"]), default=0) <= 20


def test_what_is_called_due_stays_below_thirty_and_what_lies_behind_it_is_measured():
    """What pages call due is what is asked on a day, at most 20. All that has passed its day is another number."""
    told, passed = {}, {}
    for reader in READERS:
        days = [day for seed in three_weeks(reader) for day in seed["days"]]
        told[reader] = max(count for day in days for _, count in day["told"])
        passed[reader] = max(day["due"] for day in days)
    assert told == {"diligent": 20, "careless": 20}
    assert passed == {"diligent": 24, "careless": 66}


@pytest.mark.parametrize("reader", READERS)
def test_no_question_is_scheduled_twice_a_day_and_no_card_is_changed_by_waiting(reader):
    for seed in three_weeks(reader):
        for day in seed["days"]:
            assert len(day["asked"]) == len(set(day["asked"]))
            assert day["again"] == 0
            assert day["after"] == day["before"]
        # Each card is due when FSRS says, from its own answers alone.
        assert seed["wrongly"] == 0


def kept(reader: str, is_capped: bool) -> float:
    """How likely a question is still known at the end, over all that were answered."""
    seeds = three_weeks(reader, is_capped)
    return sum(seed["known"] for seed in seeds) / len(seeds)


def test_a_diligent_reader_loses_nothing_and_a_careless_one_what_the_docstring_says():
    assert kept("diligent", True) == pytest.approx(0.967, abs=0.003)
    assert kept("diligent", False) == pytest.approx(0.967, abs=0.003)
    assert kept("careless", True) == pytest.approx(0.874, abs=0.01)
    assert kept("careless", False) == pytest.approx(0.909, abs=0.01)
    waiting = {
        reader: max(day["due"] - day["share"] for seed in three_weeks(reader) for day in seed["days"])
        for reader in READERS
    }
    assert waiting == {"diligent": 4, "careless": 46}
