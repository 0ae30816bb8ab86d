"""A league table: who is first by luck and who by what is true, by hand and by many years; the same in a script."""

import json
import math
from decimal import Decimal
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_explored import of_script

from coursework.figure.explore.caseload import (
    Table,
    by_lot,
    needed,
    parts,
    reliability,
    table,
    true_scores,
    usual,
)

SHARES = st.floats(0.001, 0.99)
SIZES = [5, 10, 20, 50, 100, 400]
# Enough that chance moves what is counted over them by less than a hundredth or two.
MANY = 3000


@given(st.integers(6, 26))
def test_true_averages_differ_by_exactly_their_share_and_are_in_order(units):
    scores = true_scores(units)
    assert len(scores) == units and scores == sorted(scores, reverse=True)
    assert fmean(scores) == pytest.approx(0, abs=1e-9) and pvariance(scores) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("share", "size", "true"),
    # By hand: 0.5 of 1.45; 5 of 5.95; all of it is a share of one case; half and half of two is two thirds.
    [(0.05, 10, 0.5 / 1.45), (0.05, 100, 5 / 5.95), (0.05, 1, 0.05), (0.5, 2, 2 / 3)],
)
def test_reliability_is_that_of_spearman_and_brown(share, size, true):
    assert reliability(share, size) == pytest.approx(true)


@given(SHARES, st.integers(1, 1000))
def test_it_is_the_part_of_the_variance_of_averages_that_is_true(share, size):
    assert reliability(share, size) == pytest.approx(share / (share + (1 - share) / size))


@pytest.mark.parametrize(("share", "size"), [(0.05, 10), (0.3, 5), (0.05, 400)])
def test_what_is_seen_over_many_years_is_as_reliable_as_it_should_be(share, size):
    scores = true_scores(20)
    tables = [table(seed, scores, share, size) for seed in range(MANY)]
    seen = fmean(mean * mean for found in tables for mean in found.seen)
    true = fmean(score * math.sqrt(share) * mean for found in tables for score, mean in zip(scores, found.seen))
    # Both scatter about the same nought: what they have in common is the variance of what is true.
    assert seen == pytest.approx(share + (1 - share) / size, rel=0.02)
    assert true / seen == pytest.approx(reliability(share, size), abs=0.01)


@pytest.mark.parametrize(
    ("percent", "count"),
    # 4 times the rest over the share: 4 x 95 / 5, 4 x 99 / 1, 4 x 90 / 10; and 4 x 91.8 / 8.2 is 44.8.
    [("5", 76), ("1", 396), ("10", 36), ("8.2", 45)],
)
def test_so_many_cases_make_four_fifths_true(percent, count):
    assert needed(Decimal(percent)) == count
    share = float(percent) / 100
    assert reliability(share, count) >= 0.8 - 1e-9 > reliability(share, count - 1)


def test_the_best_are_counted_among_the_first_and_intervals_at_the_average():
    found = Table([3, 0, 4, 1, 2], [0.5, 0.1, -0.6, 1.0, 0.2], 0.3)
    assert [found.best(top) for top in (1, 2, 3, 4)] == [0, 1, 1, 3]
    assert found.reaching() == 3  # 1.96 times 0.3 is 0.588: 1.0 and -0.6 lie farther off


@pytest.mark.parametrize(("top", "units", "text"), [(5, 20, "1.25"), (3, 9, "1"), (2, 7, "0.57")])
def test_by_lot_as_many_of_the_best_are_first_as_of_all(top, units, text):
    """Each of the first is one of the best as often as the best are of all: 5 times 5 of 20."""
    assert by_lot(top, units) == text


def test_where_little_is_true_the_order_is_as_by_lot_and_with_many_cases_as_it_is():
    scores = true_scores(20)
    assert fmean(table(seed, scores, 1e-9, 10).best(5) for seed in range(MANY)) == pytest.approx(1.25, abs=0.06)
    assert all(table(seed, scores, 0.05, 10**9).order == list(range(20)) for seed in range(20))


def test_a_script_makes_the_tables_of_the_build():
    scores, seeds = true_scores(20), range(400, 440)
    code = (
        f"{json.dumps(list(seeds))}.flatMap(seed => {SIZES}.map(size => {{"
        f"const found = it.table(seed, {scores}, 0.05, size);"
        "return [found.order, found.seen, it.best(found.order, 5), it.reaching(found), it.parts(0.05, size)]}))"
    )
    wanted = [(table(seed, scores, 0.05, size), size) for seed in seeds for size in SIZES]
    for (found, size), (order, seen, best, reaching, true) in zip(wanted, of_script("explore-caseload.js", code)):
        assert order == found.order and seen == pytest.approx(found.seen)
        assert (best, reaching, true) == (found.best(5), found.reaching(), parts(0.05, size))


def test_a_script_counts_an_average_year_as_the_build_does():
    scores = true_scores(12)
    code = f"{SIZES}.map(size => it.usual(5, {scores}, 0.1, size, 3))"
    assert of_script("explore-caseload.js", code) == [usual(5, scores, 0.1, size, 3) for size in SIZES]


def test_an_average_year_is_counted_over_a_hundred():
    scores = true_scores(20)
    often = fmean(table(seed, scores, 0.05, 10).best(5) for seed in range(MANY))
    # Years are off by one, as a rule: three standard errors of a hundred.
    assert float(usual(402, scores, 0.05, 10, 5)) == pytest.approx(often, abs=0.3)
