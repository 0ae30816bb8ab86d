"""The same hundred in two worlds: every split adds up to the two counts, and what is drawn is what is counted."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_explored import of_script

from coursework.figure.explore.hundred import TALL, limits, needed, run, split, whole_count, worlds
from coursework.figure.model import Row

COUNTS = st.sampled_from(sorted(TALL)).flatmap(
    lambda total: st.tuples(st.just(total), st.integers(0, total), st.integers(0, total))
)
# Totals, counts without and with, and how many are in both worlds.
SPLITS = [(100, 8, 3, both) for both in range(4)] + [(100, 62, 48, 10), (100, 70, 80, 50), (1000, 76, 34, 21)]


def row(estimate):
    return Row("a", "b", Decimal(estimate))


def test_the_ends_are_those_between_which_a_split_leaves_nobody_out():
    """By trying all of them: none of the four groups may hold fewer than nobody (Fréchet's bounds)."""
    for total, without, treated in [
        (100, 8, 3),
        (100, 62, 48),
        (100, 70, 80),
        (100, 0, 5),
        (100, 100, 5),
        (100, 50, 50),
    ]:
        possible = [both for both in range(total + 1) if min(split(total, without, treated, both).values()) >= 0]
        assert limits(total, without, treated) == (possible[0], possible[-1])


@given(COUNTS, st.data())
def test_every_split_has_both_counts_and_the_same_difference(counts, data):
    total, without, treated = counts
    fewest, most = limits(total, without, treated)
    found = split(total, without, treated, data.draw(st.integers(fewest, most)))
    assert sum(found.values()) == total
    assert (found["both"] + found["without"], found["both"] + found["with"]) == (without, treated)
    assert found["without"] - found["with"] == without - treated


def test_of_three_who_got_worse_none_or_all_may_have_been_harmed():
    """As in the lesson on harms: 7.60 and 3.36 of a hundred."""
    without, treated = whole_count(row("7.60"), 100), whole_count(row("3.36"), 100)
    assert (without, treated) == (8, 3)
    fewest, most = limits(100, without, treated)
    assert split(100, 8, 3, most) == {"both": 3, "without": 5, "with": 0, "neither": 92}
    assert split(100, 8, 3, fewest) == {"both": 0, "without": 8, "with": 3, "neither": 89}


@pytest.mark.parametrize(
    ("estimate", "of_hundred", "of_thousand"), [("3.36", 3, 34), ("2.5", 3, 25), ("0.05", 0, 1), ("100", 100, 1000)]
)
def test_a_half_is_rounded_up(estimate, of_hundred, of_thousand):
    assert (whole_count(row(estimate), 100), whole_count(row(estimate), 1000)) == (of_hundred, of_thousand)


@pytest.mark.parametrize(
    ("without", "treated", "number"),
    # The last two are the examples of the Cochrane Handbook, 5.1, 12.5.4.1: differences of 0.12 and 0.22.
    [("62", "48", 8), ("7.60", "3.36", 24), ("40", "40.0", None), ("10", "22", 9), ("22", "0", 5)],
)
def test_the_number_needed_to_treat_is_rounded_up(without, treated, number):
    assert needed((row(without), row(treated))) == number


def places(path, tall):
    """The places that a path covers, read back by a sum of our own."""
    found = []
    for x, y, wide, high in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)", path):
        columns = range(int(x) // 10, (int(x) + int(wide)) // 10)
        rows = range(int(y) // 10, (int(y) + int(high)) // 10)
        found += [column * tall + row for column in columns for row in rows]
    return sorted(found)


@pytest.mark.parametrize(("total", "without", "treated", "both"), SPLITS)
def test_everybody_stands_in_one_place_in_both_worlds(total, without, treated, both):
    tall, counted = TALL[total], split(total, without, treated, both)
    drawn = {
        world: {sign: places(path, tall) for sign, path in paths.items()}
        for world, paths in worlds(counted, total).items()
    }
    for signs in drawn.values():
        assert sorted(place for places in signs.values() for place in places) == list(range(total))
    first, second = drawn["without"], drawn["with"]
    assert (len(first["full"]), len(second["full"])) == (without, treated)
    assert len(set(first["full"]) & set(second["full"])) == both
    # Dashed is who has it in the other world only.
    assert first["other"] == sorted(set(second["full"]) - set(first["full"]))
    assert second["other"] == sorted(set(first["full"]) - set(second["full"]))


def test_a_script_counts_and_draws_the_same():
    found = of_script("explore-hundred.js", f"{json.dumps(SPLITS)}.map(each => it.split(...each))")
    assert found == [split(*each) for each in SPLITS]
    runs = [(0, 0, 5), (0, 8, 5), (3, 8, 5), (8, 100, 5), (21, 76, 20), (89, 1000, 20), (4, 6, 5)]
    paths = of_script("explore-hundred.js", f"{json.dumps(runs)}.map(each => it.run(...each))")
    for (first, last, tall), path in zip(runs, paths):
        assert places(path, tall) == places(run(first, last, tall), tall) == list(range(first, last))
