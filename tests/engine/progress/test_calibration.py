"""Certainty and predictions are held against what happened, and only where there is enough to say something."""

from __future__ import annotations

import pytest
from map_course import TODAY


def tries(band, right, wrong, attempt=1):
    return [["maps/lines", band, 1, attempt]] * right + [["maps/lines", band, 0, attempt]] * wrong


@pytest.mark.parametrize(
    ("band", "right", "wrong", "percent", "against"),
    [
        (1, 4, 0, None, None),
        (1, 5, 0, 100, "above"),
        (1, 0, 5, 0, "within"),
        (1, 2, 1, None, None),
        (1, 4, 2, 67, "within"),
        (1, 7, 3, 70, "above"),
        (2, 4, 1, 80, "within"),
        (2, 2, 3, 40, "below"),
        (2, 9, 1, 90, "above"),
        (3, 5, 0, 100, "within"),
        (3, 4, 1, 80, "within"),
        (3, 3, 2, 60, "below"),
    ],
)
def test_a_band_is_compared_from_the_fifth_time_on(storage, band, right, wrong, percent, against):
    bands = storage().call("calibration", {TODAY: tries(band, right, wrong)}, module="calibration.js")
    assert [entry["band"] for entry in bands] == [1, 2, 3]
    assert bands[band - 1] == {
        "band": band,
        "chosen": right + wrong,
        "right": right,
        "percent": percent,
        "against": against,
    }
    assert [entry["chosen"] for entry in bands if entry["band"] != band] == [0, 0]


def test_what_was_answered_without_certainty_or_with_help_does_not_count(storage):
    log = {"2026-11-20": tries(3, 2, 0), TODAY: tries(0, 9, 9) + tries(3, 9, 0, attempt=2) + tries(3, 0, 3)}
    (*_, sure) = storage().call("calibration", log, module="calibration.js")
    assert sure == {"band": 3, "chosen": 5, "right": 2, "percent": 40, "against": "below"}


def test_a_prediction_is_held_against_first_tries_of_later_days(storage):
    log = {
        "2026-11-24": [["maps/lines", 0, 1, 1], ["maps/scale", 0, 1, 1]],
        "2026-11-22": [["maps/scale", 0, 0, 1]],
        "2026-11-23": [["maps/lines", 0, 0, 1], ["maps/lines", 0, 1, 2], ["seas/salt", 0, 1, 1]],
    }
    came = storage().call("firstTriesAfter", log, ["maps/lines", "maps/scale"], "2026-11-22", module="calibration.js")
    assert came == {"count": 2, "right": 1}
