"""Calendar days are counted as Python counts them, whatever the reader's clock does to its hour."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
import review_modules

RUN = """
const {addDays, daysBetween} = await load("dates.js")
const {today} = await load("store.js")
return {
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  sums: input.pairs.map(([day, count]) => [addDays(day, count), daysBetween(day, addDays(day, count))]),
  noons: input.noons.map(([year, month, day]) => today(new Date(year, month - 1, day, 12))),
  lasts: input.noons.map(([year, month, day]) => today(new Date(year, month - 1, day, 23, 59, 59))),
}
"""
# One of half an hour, one that changes at midnight, one of the south, one that left out a whole day in 2011.
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia"]


@pytest.mark.parametrize("zone", ZONES)
def test_days_are_added_and_counted_as_in_a_calendar(zone):
    draw = random.Random(zone)  # noqa: S311
    around = [
        date(year, month, day) for year in (2024, 2025, 2026, 2000, 2100) for month, day in ((2, 28), (12, 31), (3, 29))
    ]
    around += [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    pairs = [(day, draw.choice([-400, -1, 0, 1, 2, 30, 365, 366, draw.randint(-9_000, 9_000)])) for day in around]
    noons = [(day.year, day.month, day.day) for day in around]
    found = review_modules.run(RUN, {"pairs": [(str(day), count) for day, count in pairs], "noons": noons}, zone)
    assert found["zone"] == zone
    assert found["sums"] == [[str(day + timedelta(days=count)), count] for day, count in pairs]
    assert found["noons"] == found["lasts"] == [str(day) for day in around]


def test_only_days_of_the_calendar_are_days():
    texts = [
        "2026-11-22",
        "2024-02-29",
        "2026-02-29",
        "2026-13-01",
        "2026-1-1",
        "2026-11-22T00:00",
        "",
        "yesterday",
        5,
        None,
    ]
    found = review_modules.run('const {isDay} = await load("store.js"); return input.map(isDay)', texts)
    assert found == [True, True] + [False] * 8
