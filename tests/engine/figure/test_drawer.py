"""What stays in the drawer: the averages of made-up studies, counted by hand, over many seeds and in a script."""

import json
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rainfall import DRAWER, FILES, ONE_METRIC, changed
from test_explored import of_script

import coursework
from coursework.figure.explore.drawer import Drawer, Hide, Published, Study, average, make

# From the seed of the course's own figure: people, and hundredths that each study found.
DRAWN = [
    (14, 61), (16, -32), (18, 98), (20, 63), (22, 33), (24, 15), (28, -2), (30, 54), (34, -3), (38, 28), (44, 44),
    (48, -41), (54, 28), (60, -11), (68, 47), (76, 17), (86, 28), (96, 40), (108, 58), (120, 45),
]  # fmt: skip
HIDE = Hide(Decimal("0.25"), 64)


def drawer(seed=430, truth="0.30", studies=20, smallest=14, largest=120, hide=HIDE):
    return Drawer(seed, studies, smallest, largest, Decimal(truth), hide, Published("Said."))


def exactly(studies):
    """The average as a fraction, of what was written above, and the same in words of two digits."""
    return Fraction(sum(size * hundredths for size, hundredths in studies), sum(size for size, _ in studies)) / 100


def test_a_seed_gives_studies_that_are_known():
    assert make(drawer()) == [Study(size, Decimal(found).scaleb(-2)) for size, found in DRAWN]


def test_six_hidden_studies_move_the_average_and_back():
    studies = make(drawer())
    left = [study for study in studies if not HIDE.takes(study)]
    assert (len(studies), len(left)) == (20, 14)
    assert (str(average(studies)), str(average(left))) == ("0.30", "0.42")
    # By fractions: of all, and of those that found 0.25 or more or had 64 people or more.
    assert round(float(exactly(DRAWN)), 2) == 0.30
    assert round(float(exactly([(size, found) for size, found in DRAWN if found >= 25 or size >= 64])), 2) == 0.42


STUDIES = st.lists(st.tuples(st.integers(4, 9999), st.integers(-300, 300)), min_size=1, max_size=40)


@given(STUDIES)
def test_an_average_is_the_nearest_hundredth(studies):
    found = average([Study(size, Decimal(hundredths).scaleb(-2)) for size, hundredths in studies])
    assert abs(Fraction(found) - exactly(studies)) <= Fraction(1, 200) + Fraction(1, 10**12)


def test_a_script_finds_the_same_averages():
    """Also where it lies half-way between two hundredths, above zero and below."""
    halves = [[(5, 1), (5, 2)], [(5, -1), (5, -2)], [(5, 12), (5, 13)], [(10, 0), (10, -1)], [(4, 100)]]
    seeds = [[(size, int(100 * found)) for size, found in make(drawer(seed))][seed % 7 :] for seed in range(60)]
    cases = [*halves, *seeds]
    given = [[{"size": size, "found": hundredths / 100} for size, hundredths in case] for case in cases]
    expected = [average([Study(size, Decimal(each).scaleb(-2)) for size, each in case]) for case in cases]
    found = of_script("explore-drawer.js", f"{json.dumps(given)}.map(it.average)")
    assert [Decimal(f"{number:.2f}") + 0 for number in found] == expected


def test_over_many_seeds_all_studies_together_find_the_truth_and_those_in_print_more():
    """A study of n people errs by 2/√n, so the weighted average of all by 2/√(all people): 0.063 here."""
    all_, left = [], []
    for seed in range(400):
        studies = make(drawer(seed))
        all_.append(float(average(studies)))
        left.append(float(average([study for study in studies if not HIDE.takes(study)])))
    error = 2 / sum(size for size, _ in DRAWN) ** 0.5
    mean = sum(all_) / len(all_)
    assert mean == pytest.approx(0.30, abs=4 * error / 400**0.5)
    assert (sum((each - mean) ** 2 for each in all_) / len(all_)) ** 0.5 == pytest.approx(error, rel=0.15)
    assert sum(left) / len(left) > mean + 2 * error / 400**0.5


@given(st.integers(0, 2**32 - 1), st.integers(6, 40), st.integers(4, 500), st.integers(2, 15))
def test_studies_grow_from_the_smallest_to_the_largest_each_of_two_groups_alike(seed, count, smallest, times):
    sizes = [study.size for study in make(drawer(seed, "0", count, smallest, smallest * times))]
    assert len(sizes) == count and sizes == sorted(sizes) and all(size % 2 == 0 for size in sizes)
    assert abs(sizes[0] - smallest) <= 1 and abs(sizes[-1] - smallest * times) <= 1


def test_every_study_stands_in_both_funnels_where_its_numbers_are(project):
    """Read back from the page: the dots along the axis, by area, and open where the button would hide them."""
    files = {**FILES, "figures/rainfall.yml": changed(ONE_METRIC), "figures/drawer.yml": DRAWER}
    course = coursework.build(project(files, {"index.md": "", "lessons/maps.md": ""}))
    course.rendering.start("a.md", "")
    [figure] = course.rendering.fence(course.rendering.extension.page, "figure", "drawer")
    rows = [[cell.text for cell in row] for row in figure.findall(".//tbody[@data-part='studies']/tr")]
    written = [(int(size), float(found.replace("\N{MINUS SIGN}", "-"))) for _, size, found in rows]
    assert len(written) == 8
    lists = [item.findall("svg/circle") for item in figure.findall("ul[@class='drawer__stills']/li")]
    assert [len(dots) for dots in lists] == [8, 8] and not any(dot.get("class") for dot in lists[0])
    for (size, found), *dots in zip(written, *lists):
        for dot in dots:
            assert -1 + 2.5 * float(dot.get("cx").rstrip("%")) / 100 == pytest.approx(found, abs=0.001)
            assert float(dot.get("r")) == pytest.approx(max(3.5, 11 * (size / 200) ** 0.5), abs=0.06)
        assert (dots[1].get("class") == "open") == (size < 150 and found < 0.1)
    # The lines lie at the averages that are said.
    lines = [item.find("svg/line[@class='drawer__average']").get("x1") for item in figure.findall(".//li")[:2]]
    notes = [item.find("p/b").text for item in figure.findall("ul[@class='drawer__stills']/li")]
    for line, note in zip(lines, notes):
        said = float(re.search(r"average (\S+)", note).group(1).replace("\N{MINUS SIGN}", "-"))
        assert -1 + 2.5 * float(line.rstrip("%")) / 100 == pytest.approx(said, abs=0.001)


def test_sentences_of_a_drawer_have_their_numbers(project):
    files = {**FILES, "figures/rainfall.yml": changed(ONE_METRIC), "figures/drawer.yml": DRAWER}
    course = coursework.build(project(files, {"index.md": "", "lessons/maps.md": ""}))
    course.rendering.start("a.md", "")
    [figure] = course.rendering.fence(course.rendering.extension.page, "figure", "drawer")
    text = "".join(figure.itertext())
    assert "Of the coasts one is dry: 0.50 and \N{MINUS SIGN}0.1." in text and "{" not in text
