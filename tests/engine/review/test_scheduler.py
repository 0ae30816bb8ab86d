"""The scheduler agrees with py-fsrs, step by step."""

from __future__ import annotations

import math
import random
from datetime import UTC, datetime, timedelta

import review_modules
from fsrs import Card, Rating, Scheduler

RUN = """
const {review, interval} = await load("scheduler.js")
return input.map(history => {
  let memory = null
  return history.map(([rating, days]) => {
    memory = review(memory, rating, days)
    return [memory.s, memory.d, interval(memory.s), interval(memory.s, 0.8, 36500)]
  })
})
"""


def histories(seed: int, count: int, steps: int) -> list[list[tuple[int, int, float, float, int]]]:
    """Of each step its rating, the days since the one before, and what py-fsrs makes of it."""
    draw = random.Random(seed)  # noqa: S311
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=365)
    made = []
    for _ in range(count):
        card, now, history = Card(), datetime(2026, 1, 1, 12, tzinfo=UTC), []
        gap = 0
        for _ in range(steps):
            rating = draw.choice([1, 2, 3, 3, 3, 4])
            card, _ = scheduler.review_card(card, Rating(rating), now)
            planned = (card.due - now).days
            history.append((rating, gap, card.stability, card.difficulty, planned))
            # On the day, later, too early, and again on the same day.
            gap = draw.choice([planned, planned, planned, planned + draw.randint(1, 40), draw.randint(1, planned), 0])
            now += timedelta(days=gap)
        made.append(history)
    return made


def test_a_thousand_histories_go_as_py_fsrs_has_them_go():
    wanted = histories(seed=7, count=1_000, steps=8)
    found = review_modules.run(RUN, [[step[:2] for step in history] for history in wanted])
    pairs = [pair for ours, theirs in zip(found, wanted) for pair in zip(ours, theirs)]
    assert len(pairs) == 8_000
    assert {gap for _, (_, gap, *_) in pairs} >= {0, 1, 365}
    assert {rating for _, (rating, *_) in pairs} == {1, 2, 3, 4}
    assert [pair for pair in pairs if pair[0][2] != pair[1][4]] == []
    assert [pair for pair in pairs if not math.isclose(pair[0][0], pair[1][2], rel_tol=1e-9)] == []
    assert [pair for pair in pairs if not math.isclose(pair[0][1], pair[1][3], rel_tol=1e-9)] == []


def test_another_retention_and_another_cap_give_other_intervals():
    scheduler = Scheduler(desired_retention=0.8, enable_fuzzing=False, maximum_interval=36_500)
    found = [step for history in review_modules.run(RUN, [[[3, 0], [3, 2], [3, 11]]] * 2) for step in history]
    assert [step[3] for step in found] == [scheduler._next_interval(stability=step[0]) for step in found]
    assert found[2][3] > found[2][2]


def test_who_is_always_right_is_asked_after_2_11_46_163_and_then_365_days():
    [history] = review_modules.run(RUN, [[[3, 0], [3, 2], [3, 11], [3, 46], [3, 163], [3, 365]]])
    assert [step[2] for step in history] == [2, 11, 46, 163, 365, 365]
