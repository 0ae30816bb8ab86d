"""Two clouds that slope alike together: both slopes are those that are asked for, in the build and in a script."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_explored import of_script

from coursework.figure.explore.noise import normal
from coursework.figure.explore.within import farthest, make, ratio, scaled, slope, trend

SLOPES = st.floats(-3, 3, allow_nan=False)


@given(st.integers(0, 2**32 - 1), st.integers(3, 20), st.integers(3, 20), SLOPES, SLOPES)
def test_a_cloud_slopes_as_it_is_to_together_and_within(seed, units, times, within, together):
    stars = make(normal(seed), units, times, within, together)
    assert len(stars) == units and {len(star.points) for star in stars} == {times}
    assert slope(stars) == pytest.approx(together, abs=1e-6)
    assert slope(stars, 1) == pytest.approx(within, abs=1e-6)
    # Points lie about their own middle, and middles about that of the cloud.
    for star in stars:
        assert [sum(side) for side in zip(*star.points)] == pytest.approx([0, 0], abs=1e-6)
    assert [sum(side) for side in zip(*(star.middle for star in stars))] == pytest.approx([0, 0], abs=1e-6)


@pytest.mark.parametrize("within", [0, 0.56])
def test_the_clouds_of_the_course_look_alike_together_and_not_within(within):
    """As in the lesson on the alliance: 0.49 for both, then 0 and 0.56."""
    stars = make(normal(1091), 8, 6, within, 0.49)
    assert round(slope(stars), 2) == 0.49 and abs(round(slope(stars, 1), 2)) == within


def test_a_script_finds_the_slope_on_the_way():
    """From the two ends alone; here it is worked out from every point."""
    shares = [number / 10 for number in range(11)]
    for seed, within, together in [(1, 0, 0.49), (2, 0.56, 0.49), (3, -1, 2)]:
        stars = make(normal(seed), 8, 6, within, together)
        code = f"{shares}.map(share => it.slope(share, {together}, {within}, {ratio(stars)}))"
        assert of_script("explore-within.js", code) == pytest.approx([slope(stars, share) for share in shares])


def test_every_point_stays_within_the_field_at_both_ends():
    stars = make(normal(5), 8, 6, 1.5, 0.2)
    reach = 46 / farthest(stars)
    for star in (scaled(star, reach) for star in stars):
        x, y = float(star["x"]), float(star["y"])
        points = [tuple(map(float, point)) for point in re.findall(r"M(\S+) (\S+)h0", star["points"])]
        assert len(points) == 6 and star["rays"].count("L") == 6
        for right, down in points:
            assert max(map(abs, (right, down, x + right, y + down))) <= 46.2


def test_the_line_of_a_slope_goes_through_the_middle_of_the_field():
    left, high, right, low = map(float, re.findall(r"[\d.]+", trend(0.5)))
    assert (left + right, high + low) == (100, 100)
    assert math.isclose((high - low) / (right - left), 0.5)
