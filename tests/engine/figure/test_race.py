"""A hundred results of one true difference: counted by hand, by the normal curve, and the same in a script."""

import json
import re
from statistics import NormalDist

import pytest
from test_explored import of_script

from coursework.figure.explore.race import Result, counts, fan, missed, needed, results, runs

# As many as were found, shown to be alike, and neither, from the seed of the course's own figure.
COUNTED = {
    (0.30, 40): (28, 0, 72),
    (0.30, 160): (76, 0, 24),
    (0, 40): (5, 0, 95),
    (0, 320): (5, 75, 20),
    (0, 640): (5, 100, 0),
    (0.06, 640): (18, 92, 0),
    (0.21, 320): (76, 8, 16),
    (0.55, 80): (93, 0, 7),
}
SEED, MARGIN = 569, 0.25


def shares(difference, size):
    """How many of a hundred find a difference, and show likeness, on average: two results and a normal curve."""
    error = (2 / size) ** 0.5
    below = NormalDist(difference, error).cdf
    alike = max(0, below(MARGIN - 1.96 * error) - below(1.96 * error - MARGIN))
    return 100 * (1 - below(1.96 * error) + below(-1.96 * error)), 100 * alike


@pytest.mark.parametrize(("difference", "size"), COUNTED)
def test_a_seed_gives_counts_that_are_known(difference, size):
    count = counts(results(SEED, difference, size, MARGIN))
    found, alike, neither = COUNTED[difference, size]
    assert count == {"found": found, "alike": alike, "neither": neither, "both": found + alike + neither - 100}


def test_a_script_draws_the_same_results():
    code = f"{json.dumps(list(COUNTED))}.map(([gap, size]) => it.results({SEED}, gap, size, {MARGIN}))"
    for (gap, size), drawn in zip(COUNTED, of_script("explore-race.js", code), strict=True):
        for here, there in zip(results(SEED, gap, size, MARGIN), drawn, strict=True):
            assert (there["found"], there["alike"]) == (here.found, here.alike)
            assert (there["low"], there["high"]) == pytest.approx((here.low, here.high), abs=1e-12)
    code = f"{json.dumps(list(COUNTED))}.map(([gap, size]) => it.counts(it.results({SEED}, gap, size, {MARGIN})))"
    assert of_script("explore-race.js", code) == [counts(results(SEED, *each, MARGIN)) for each in COUNTED]


@pytest.mark.parametrize(("difference", "size"), COUNTED)
def test_over_many_seeds_the_counts_are_those_of_the_formula(difference, size):
    """The average of two hundred draws lies within four of its own standard errors of what is expected."""
    many = [counts(results(seed, difference, size, MARGIN)) for seed in range(200)]
    for name, share in zip(("found", "alike"), shares(difference, size)):
        mean = sum(count[name] for count in many) / len(many)
        assert mean == pytest.approx(share, abs=4 * (share * (100 - share) / 100 / len(many)) ** 0.5 + 0.02)


@pytest.mark.parametrize(("difference", "size", "count"), [(0.30, 40, 73), (0.30, 160, 23), (0, 40, 95), (0.55, 80, 6)])
def test_how_many_miss_a_difference_on_average(difference, size, count):
    assert missed(difference, size) == count


@pytest.mark.parametrize("difference", [0.06, 0.14, 0.21, 0.30, 0.55, 2])
def test_with_as_many_as_are_needed_eighty_of_a_hundred_find_it(difference):
    size = needed(difference)
    assert shares(difference, size)[0] >= 80 - 1e-9
    assert shares(difference, size - 1)[0] < 80.001


def test_results_stand_in_runs_and_those_that_do_both_have_found_a_difference():
    drawn = [
        Result(-0.4, -0.2, found=True, alike=False),
        Result(-0.1, 0.1, found=False, alike=True),
        Result(0.0, 0.2, found=False, alike=False),
        Result(0.1, 0.3, found=True, alike=True),
        Result(0.2, 0.4, found=True, alike=False),
    ]
    assert counts(drawn) == {"found": 3, "alike": 2, "neither": 1, "both": 1}
    assert runs(drawn) == {"found": [(0, 1), (3, 2)], "alike": [(1, 1), (0, 0)], "neither": [(2, 1), (0, 0)]}


@pytest.mark.parametrize(("difference", "size"), COUNTED)
def test_the_path_of_all_intervals_moved_and_stretched_is_each_result(difference, size):
    error = (2 / size) ** 0.5
    steps = re.findall(r"[Mm](-?[\d.]+) (-?[\d.]+)v(-?[\d.]+)", fan(SEED))
    across = down = 0.0
    for (right, step, length), result in zip(steps, results(SEED, difference, size, MARGIN), strict=True):
        across, down = across + float(right), down + float(step)
        ends = sorted((difference - error * down / 20, difference - error * (down + float(length)) / 20))
        assert ends == pytest.approx([result.low, result.high], abs=0.051 * error)
        down += float(length)
    assert across == 99.5


@pytest.mark.parametrize(("difference", "size"), COUNTED)
def test_no_scene_has_more_than_two_runs_of_a_kind(difference, size):
    drawn = results(SEED, difference, size, MARGIN)
    lengths = {name: sum(length for _, length in pairs) for name, pairs in runs(drawn).items()}
    count = counts(drawn)
    assert lengths == {"found": count["found"], "alike": count["alike"] - count["both"], "neither": count["neither"]}
