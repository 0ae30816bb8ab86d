"""The figures of the course that readers work on: their numbers are the ledger's, and stop the build when not."""

from __future__ import annotations

import math
import re
import shutil
from decimal import Decimal

import pytest
from course_files import CLAIMS, read

from building import PROJECT
from coursework.course import check
from coursework.course.content import read_content
from coursework.course.project import Project
from coursework.figure.explore import caseload, drawer, hundred, race, twice
from coursework.figure.explore.overlap import counts
from coursework.figure.model import Row
from coursework.text.numerals import numbers_in

HOW_BIG = read(PROJECT / "figures/how-big.yml")
# What C172, C173 and C004 say beside their gaps: two count pairs, the third people.
SAID = [("C172", "0.46", (63, None)), ("C173", "0.29", (58, None)), ("C004", "0.85", (None, 80))]


@pytest.fixture
def course(tmp_path):
    """A copy of what the course has in YAML; problems of it, with a text in one of its files replaced."""
    for folder in ("figures", "claims", "readings"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)

    def problems(path: str, there: str, instead: str) -> list[str]:
        text = (tmp_path / path).read_text(encoding="utf-8")
        assert text.count(there) >= 1, there
        (tmp_path / path).write_text(text.replace(there, instead, 1), encoding="utf-8")
        project = Project(tmp_path, {}, "a-course")
        content = read_content(project)
        found = [*content.problems, *check.claims(content, project)]
        (tmp_path / path).write_text(text, encoding="utf-8")
        return [line for problem in found if "must be a page" not in (line := str(problem)) and "figures/" in line]

    return problems


@pytest.mark.parametrize(("id", "gap", "said"), SAID)
def test_pairs_and_people_are_those_of_the_ledger(id, gap, said):
    words = f"{CLAIMS[id]['sentence']} {CLAIMS[id]['caveat']}"
    numbers = set().union(*numbers_in(words).values())
    assert Decimal(gap) in numbers
    for counted, number in zip(counts(Decimal(gap)), said):
        assert number is None or (counted == number and Decimal(number) in numbers)


def test_every_gap_has_its_claim_and_stands_in_it():
    for row in HOW_BIG["rows"]:
        assert Decimal(str(row["estimate"])) in set().union(*numbers_in(CLAIMS[row["claim"]]["sentence"]).values())


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("mean effect of 0.46", "mean effect of 0.47", "estimate: must have only numbers of the claim C172 (447, "),
        ("Across 447 trials", "Across 448 trials", "label: must have only numbers of the claim C172 (448, "),
        ("references: [weisz2017]", "references: [weisz2023]", "ref: must be a reference of the claim C172, weisz2023"),
        ("id: C172", "id: C972", "claim: must be a claim in claims/, not 'C172'"),
    ],
)  # fmt: skip
def test_a_changed_claim_stops_the_build_with_file_line_and_words(course, there, instead, told):
    [line] = course("claims/does-it-work.yml", there, instead)
    assert re.match(r"figures/how-big\.yml:\d+:\d+: row 'Young people, 447 trials', ", line) and told in line


def test_a_changed_row_stops_the_figure_that_takes_it_from_there(course):
    [line] = course("figures/shrinking-depression-effect.yml", "Against what? Usual care", "Against what? Care")
    assert line.startswith("figures/choose-the-evidence.yml:")
    assert "must be a row of figures/shrinking-depression-effect.yml, not 'Against what? Usual care'" in line


def test_of_thirty_choices_eight_were_published():
    figure = read(PROJECT / "figures/choose-the-evidence.yml")
    rows = {row["label"]: row for row in read(PROJECT / f"figures/{figure['of']}.yml")["rows"]}
    options = [list(switch["options"]) for switch in figure["switches"]]
    assert [len(each) for each in options] == [3, 5, 2]
    found = {tuple(row["when"].values()): rows[row["row"]]["estimate"] for row in figure["rows"]}
    assert found == {
        ("all", "any", "out"): 0.70, ("all", "wait", "out"): 0.70, ("all", "care", "out"): 0.31,
        ("all", "other", "out"): 0.43, ("careful", "any", "out"): 0.22, ("careful", "nowait", "in"): 0.31,
        ("funded", "any", "out"): 0.52, ("funded", "any", "in"): 0.39,
    }  # fmt: skip


# Of the hundred results of each scene, as they are counted: what finds a difference, shows likeness, does neither. The
# last are those which the description says.
RACES = [
    ("race-too-short", [(28, 0, 72), (5, 0, 95), (5, 75, 20)], ["28", "72", "75"]),
    ("letter-on-the-scales", [(19, 0, 81), (6, 0, 94), (78, 0, 22), (85, 5, 10)], ["19", "81", "94", "78", "85"]),
]


@pytest.mark.parametrize(("name", "counted", "said"), RACES)
def test_the_words_of_a_race_say_what_its_seed_draws(name, counted, said):
    figure = read(PROJECT / f"figures/{name}.yml")
    drawn = [
        race.counts(race.results(figure["seed"], scene["difference"], scene["size"], figure["margin"]["value"]))
        for scene in figure["scenes"]
    ]
    assert [(each["found"], each["alike"], each["neither"]) for each in drawn] == counted
    for number in said:
        assert number in figure["alt"]


def test_what_a_method_adds_is_chosen_for_each_helper():
    """All nine are published: as the ledger has them, which the build holds each row against."""
    rows = {row["label"]: row for row in read(PROJECT / "figures/who-brings-what.yml")["rows"]}
    figure = read(PROJECT / "figures/helper-or-method.yml")
    found = {tuple(way["when"].values()): rows[way["row"]]["estimate"] for way in figure["rows"]}
    assert found == {
        ("program", "both"): 0.27, ("program", "company"): 0.44, ("program", "method"): 0.51,
        ("lay", "both"): 0.49, ("lay", "company"): 0.27, ("lay", "method"): 0.83,
        ("expert", "both"): 0.30, ("expert", "company"): 0.53, ("expert", "method"): 0.21,
    }  # fmt: skip
    assert all("claim" in row for row in rows.values()) and len(rows) == len(found)


def test_a_standardised_difference_is_worked_out_from_its_odds_ratio():
    """By the logistic formula, ln(OR) times the root of three over pi, as C520 says of its own 0.22 (0.14 to 0.36)."""
    odds = [0.22, 0.36, 0.14]
    row = next(row for row in read(PROJECT / "figures/who-brings-what.yml")["rows"] if row["ref"] == "rahman2008")
    worked_out = [round(-math.log(each) * math.sqrt(3) / math.pi, 2) for each in odds]
    assert worked_out == [row["estimate"], row["lo"], row["hi"]]


def test_a_changed_margin_stops_the_race(course):
    [line] = course("claims/dodo-bird.yml", "within a chosen margin of 0.25", "within a chosen margin of 0.24")
    assert re.match(
        r"figures/race-too-short\.yml:\d+:\d+: margin, value: must have only numbers of the claim C162", line
    )


def test_a_changed_link_within_clients_stops_its_figure(course):
    [line] = course("claims/alliance.yml", "preceded 1.27 points", "preceded 1.72 points")
    assert re.match(r"figures/person-or-week\.yml:\d+:\d+: row '345 outpatients .*', estimate: must have only", line)


def test_a_changed_course_on_waiting_lists_stops_its_figure(course):
    [line] = course("claims/does-it-work.yml", "eased by 0.505", "eased by 0.55")
    assert re.match(r"figures/nobody-treated\.yml:\d+:\d+: row 'People with depression .*', estimate: must have", line)


def test_the_words_about_those_picked_say_what_the_seed_makes():
    """Twenty of a hundred, 15 of them better, from 64 to 58 on average: what the description says of the picture."""
    figure = read(PROJECT / "figures/nobody-treated.yml")
    people = twice.make(figure["seed"], figure["again"], 1)
    mean, spread = figure["score"]["mean"], figure["score"]["spread"]
    picked = [person for person in people if mean + spread * person.first >= figure["start"]]
    averages = [round(mean + spread * average) for average in twice.means(picked)]
    better = sum(person.second < person.first for person in picked)
    assert (len(picked), better, averages) == (20, 15, [64, 58])
    for said in ("of the 20", "from 64 to 58", "15 of them", "stays at 50"):
        assert said in figure["alt"]


def made_up(figure):
    """The studies of a drawer, and those that its button leaves in print."""
    hide = drawer.Hide(Decimal(str(figure["hide"]["below"])), figure["hide"]["under"])
    numbers = (figure[name] for name in ("seed", "studies", "smallest", "largest"))
    studies = drawer.make(drawer.Drawer(*numbers, Decimal(str(figure["truth"])), hide, drawer.Published("Said.")))
    return studies, [study for study in studies if not hide.takes(study)]


def test_six_of_twenty_studies_in_the_drawer_move_the_average_from_030_to_042():
    """As its description says; a small one that stays dull by chance is what the lesson is about."""
    figure = read(PROJECT / "figures/in-the-drawer.yml")
    studies, left = made_up(figure)
    assert (len(studies), len(studies) - len(left)) == (20, 6)
    assert (str(drawer.average(studies)), str(drawer.average(left))) == ("0.30", "0.42")
    for number in ("0.30", "0.42", "0.52", "0.39"):
        assert number in figure["alt"]
    assert float(drawer.average(studies)) == figure["truth"]


def test_the_real_pair_is_the_one_of_the_ledger():
    figure = read(PROJECT / "figures/in-the-drawer.yml")
    rows = {row["label"]: row for row in read(PROJECT / f"figures/{figure['of']}.yml")["rows"]}
    pair = [Decimal(str(rows[row["row"]]["estimate"])) for row in figure["rows"]]
    assert pair == [Decimal("0.52"), Decimal("0.39")]
    assert {*pair, Decimal(13), Decimal(55)} <= set().union(*numbers_in(CLAIMS["C010"]["sentence"]).values())


@pytest.mark.parametrize(
    ("path", "there", "instead", "told"),
    [
        ("claims/does-it-work.yml", "13 (23.6%) were", "14 (25.5%) were", "published, say: must have only numbers of"),
        ("figures/published-unpublished.yml", "metric: g,", "metric: d,", "row 1, row: must be a row in 'g', as the"),
    ],
)  # fmt: skip
def test_what_the_drawer_takes_from_elsewhere_stops_it_when_it_changes(course, path, there, instead, told):
    lines = [line for line in course(path, there, instead) if "in-the-drawer" in line]
    assert lines and re.match(r"figures/in-the-drawer\.yml:\d+:\d+: ", lines[0]) and told in lines[0]


def test_the_words_of_the_league_table_say_what_its_seed_draws():
    """And its first year is one of the usual ones: as many of the best are first as over many years, nearly."""
    figure = read(PROJECT / "figures/league-table.yml")
    share, top, scores = figure["share"] / 100, figure["top"], caseload.true_scores(figure["units"])
    first, second, many = (
        caseload.table(figure["seed"] + year, scores, share, size)
        for year, size in ((0, figure["start"]), (1, figure["start"]), (0, figure["sizes"][-1]))
    )
    assert [(each.best(top), each.reaching()) for each in (first, second, many)] == [(3, 18), (3, 18), (5, 6)]
    assert len(set(first.order[:top]) & set(second.order[:top])) == 2
    for said in ("3 of the 5 truly best", "18 of 20", "3 of the best", "only 2 of the first", "all 5", "6 intervals"):
        assert said in " ".join(figure["alt"].split())
    assert caseload.usual(figure["seed"], scores, share, figure["start"], top) == "2.8"
    # By hand: .5 of 1.45 for ten clients, 20 of 20.95 for four hundred.
    assert [caseload.parts(share, size) for size in (10, 400)] == [34, 95]


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("from 0.2% to 29%", "from 0.3% to 29%", "'Average of 20 studies', lo: must have only numbers of the claim C"),
        ("averaged 8.2%", "averaged 8.3%", "'Average of the trials among them', estimate: must have only numbers"),
        ("from 1% to 10% as", "from 1% to 11% as", "severest problems', estimate: must have only numbers of the claim"),
    ],
)  # fmt: skip
def test_a_changed_share_stops_the_league_table(course, there, instead, told):
    [line] = [line for line in course("claims/therapist-effects.yml", there, instead) if "league-table" in line]
    assert re.match(r"figures/league-table\.yml:\d+:\d+: row ", line) and told in line


def test_the_words_of_the_hundred_say_what_its_rows_count():
    figure = read(PROJECT / "figures/worse-anyway.yml")
    without, treated = (
        hundred.whole_count(Row(row["label"], row["ref"], Decimal(str(row["estimate"]))), 100) for row in figure["rows"]
    )
    assert (without, treated) == (8, 3) and hundred.limits(100, without, treated) == (0, 3)
    assert f"{without} got worse without self-help, {treated} with it" in figure["alt"]


def test_a_changed_count_stops_the_hundred(course):
    [line] = course("claims/harms.yml", "3.36% against", "3.63% against")
    assert re.match(r"figures/worse-anyway\.yml:\d+:\d+: row 'With guided self-help', estimate: must have only", line)
