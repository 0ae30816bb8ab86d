"""People measured twice, who are picked at their worst: what they score is worked out here in other ways."""

import json
import math
from decimal import Decimal
from itertools import pairwise
from statistics import NormalDist, correlation, fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_explored import of_script

from coursework.figure.explore.regression import Score, digits, edge_of
from coursework.figure.explore.twice import column, cuts, expected, halves, is_better, make, means, picks

SEEDS = st.integers(0, 2**32 - 1)
SIDES = st.sampled_from([1, -1])


@given(SEEDS, st.floats(0, 0.99), SIDES)
def test_both_times_have_the_same_mean_and_spread_and_go_together_as_they_are_to(seed, again, side):
    people = make(seed, again, side)
    first, second = zip(*people)
    assert len(people) == 100
    for time in (first, second):
        assert (fmean(time), pstdev(time)) == pytest.approx((0, 1), abs=1e-9)
    assert correlation(first, second) == pytest.approx(again, abs=1e-9)
    assert list(first) == sorted(first, reverse=side > 0), "the worst come first"


@given(SEEDS, SIDES)
def test_a_cut_off_picks_the_first_of_them_from_everybody_to_a_few(seed, side):
    people = make(seed, 0.6, side)
    edges = cuts(people, side)
    counts = [picks(people, side, edge) for edge in edges]
    assert counts[0] == 100 and counts == sorted(counts, reverse=True) and counts[-1] >= 4
    assert {abs(one - other) for one, other in pairwise(edges)} == {1}
    for edge, count in zip(edges, counts):
        # Columns have their edges at whole numbers: what is picked are whole columns.
        inside = [column(person.first) >= edge if side > 0 else column(person.first) < edge for person in people]
        assert inside == [True] * count + [False] * (100 - count)


def test_those_picked_go_back_to_the_mean_as_galton_found():
    """Over many seeds: the average of the second scores lies within four of its standard errors of the formula."""
    for again in (0, 0.3, 0.6, 0.9):
        off = []
        for seed in range(150):
            people = make(seed, again, 1)
            first, second = means(people[: picks(people, 1, 4)])
            off.append(second - expected(first, again))
        assert abs(fmean(off)) <= 4 * pstdev(off) / math.sqrt(len(off))


def test_how_many_are_better_is_what_two_normal_curves_say():
    """With 0.6 and from 0.8 standard deviations up about 15 of 20: here by a sum over the curve of first scores."""
    curve, again = NormalDist(), 0.6
    steps = [0.8 + (number + 0.5) / 200 for number in range(1000)]
    weights = [curve.pdf(x) for x in steps]
    better = [curve.cdf(x * (1 - again) / math.sqrt(1 - again**2)) for x in steps]
    share = sum(w * b for w, b in zip(weights, better)) / sum(weights)
    assert 20 * share == pytest.approx(15, abs=0.5)
    found = [[is_better(person, 1) for person in people[: picks(people, 1, 4)]]
             for people in (make(seed, again, 1) for seed in range(200))]  # fmt: skip
    shares = [fmean(each) for each in found]
    assert fmean(shares) == pytest.approx(share, abs=4 * pstdev(shares) / math.sqrt(len(shares)))


@given(SEEDS, st.integers(4, 100))
def test_the_lot_takes_half_of_them(seed, count):
    lot = halves(seed, count)
    assert len(lot) == count // 2 and lot <= set(range(count))


def test_the_lot_takes_everybody_alike():
    """Each of twenty in half of the draws: within four standard errors, of 400 draws 0.025 each."""
    drawn = [halves(seed, 20) for seed in range(400)]
    assert all(abs(fmean(number in lot for lot in drawn) - 0.5) < 0.1 for number in range(20))


def test_a_script_measures_the_same_people_and_draws_the_same_lots():
    asked = [(9163, 0.6, 1), (5, 0.5, -1), (0, 0, 1), (2**32 - 1, 0.9, -1)]
    for (seed, again, side), people in zip(
        asked, of_script("explore-regression.js", f"{json.dumps(asked)}.map(each => it.make(...each))"), strict=True
    ):
        for here, there in zip(make(seed, again, side), people, strict=True):
            assert there == pytest.approx(list(here), abs=1e-12)
    lots = [(seed, count) for seed in (1, 9164, 2**32 - 1) for count in (4, 5, 20, 100)]
    code = f"{json.dumps(lots)}.map(each => [...it.halves(...each)].sort((one, other) => one - other))"
    assert of_script("explore-regression.js", code) == [sorted(halves(*each)) for each in lots]


@pytest.mark.parametrize(
    ("spread", "count"), [("15", 0), ("10", 0), ("5", 0), ("4.9", 1), ("1.5", 1), ("0.5", 1), ("0.4", 2)]
)
def test_scores_have_as_many_digits_as_a_column_needs(spread, count):
    assert digits(Decimal(spread)) == count


def test_an_edge_is_counted_in_fifths_of_the_spread():
    score = Score("Rain", Decimal("8"), Decimal("0.3"), "dry", "wet")
    assert [edge_of(score, Decimal(cut)) for cut in ("8", "8.06", "7.7", "8.3")] == [0, 1, -5, 5]
