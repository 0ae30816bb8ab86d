"""Figures as HTML, whole, in golden/, and what must hold of what is drawn; `pytest --update-golden` writes it anew."""

from decimal import Decimal
from pathlib import Path

import pytest
from rainfall import CHOOSE, DRAWER, FILES, KINDS, ONE_METRIC, OVERLAP, changed

import coursework
from coursework.figure.draw import place, ticks, written
from coursework.figure.model import Axis, Event, Timeline
from coursework.figure.timeline import signs, spots, years
from coursework.text.stance import read_stances
from making import Rendered, lines_of

GOLDEN = Path(__file__).parent / "golden"


def axis(low, high, **fields):
    return Axis("r", Decimal(low), Decimal(high), **fields)


@pytest.fixture
def rain(project):
    return lambda *replaced: coursework.build(project({**FILES, "figures/rainfall.yml": changed(*replaced)}, PAGES))


PAGES = {"index.md": "", "lessons/maps.md": ""}


def shown(course, body="rainfall", fence="figure", path="a.md"):
    course.rendering.start(path, "")
    elements = course.rendering.fence(course.rendering.extension.page, fence, body)
    assert course.problems({}) == []
    return elements


@pytest.mark.parametrize(("name", "replaced"), KINDS.items(), ids=KINDS)
def test_a_figure_looks_as_agreed(rain, golden, name, replaced):
    course = rain(*replaced)
    golden(GOLDEN / f"{name}.html", lines_of(shown(course)))
    made = {file.path: file.content for file in course.publishing.files()}
    golden(GOLDEN / f"{name}.svg", made["figures/rainfall.svg"])
    golden(GOLDEN / f"{name}.csv", made["figures/rainfall.csv"].decode())


def test_a_choice_among_the_rows_of_another_figure_looks_as_agreed(project, golden):
    course = coursework.build(project({**FILES, "figures/choice.yml": CHOOSE}, PAGES))
    golden(GOLDEN / "choose.html", lines_of(shown(course, "choice")))
    made = {file.path: file.content for file in course.publishing.files()}
    golden(GOLDEN / "choose.svg", made["figures/choice.svg"])
    golden(GOLDEN / "choose.csv", made["figures/choice.csv"].decode())


def test_a_drawer_above_the_rows_of_another_figure_looks_as_agreed(project, golden):
    files = {**FILES, "figures/rainfall.yml": changed(ONE_METRIC), "figures/drawer.yml": DRAWER}
    course = coursework.build(project(files, PAGES))
    golden(GOLDEN / "drawer.html", lines_of(shown(course, "drawer")))
    made = {file.path: file.content for file in course.publishing.files()}
    golden(GOLDEN / "drawer.svg", made["figures/drawer.svg"])
    golden(GOLDEN / "drawer.csv", made["figures/drawer.csv"].decode())


def test_a_choice_among_the_rows_of_a_figure_with_mistakes_waits_for_them(render):
    files = {**FILES, "figures/choice.yml": CHOOSE, "figures/rainfall.yml": changed(("0.50", "5"))}
    page = render("```figure\nchoice\n```\n", files=files)
    assert "figures/choice.yml" in page.text()
    assert all("figures/rainfall.yml" in told for told in page.problems) and len(page.problems) == 2


def test_the_page_of_all_figures_has_a_card_for_each_and_the_figure_folded_behind_it(rain, golden):
    [index] = shown(rain(), "", "figures", "figures.md")
    fold = index.find(".//details")
    assert fold.find("summary/h2").get("id") == fold.find("figure").get("aria-labelledby") == "figure-rainfall"
    assert [part.text for part in fold.findall("summary/span")] == ["maps"]
    golden(GOLDEN / "page.html", lines_of([index]))


def test_a_figure_with_mistakes_stands_before_the_cards_of_the_others(project):
    files = {**FILES, "figures/again.yml": changed(), "figures/rainfall.yml": changed(("0.50", "5"))}
    page = Rendered(coursework.build(project(files, PAGES)), "figures.md", "# Figures\n\n```figures\n```\n")
    assert page.text().index("figures/rainfall.yml") < page.text().index("1 figure.")
    assert [heading.get("id") for heading in page.all("h2")] == ["figure-again"]


def test_a_small_picture_has_a_sign_for_each_row_within_its_frame(rain):
    for replaced in KINDS.values():
        [index] = shown(rain(*replaced), "", "figures", "figures.md")
        picture = index.find(".//summary/svg")
        signs = [part for part in picture if part.get("class") != "tick"]
        assert signs
        places = [float(value[:-1]) for part in signs for name, value in part.items() if value.endswith("%")]
        assert min(places) >= 0 and max(places) <= 100


def test_where_all_figures_are_listed_nothing_is_asked_before_it_is_shown(rain):
    course = rain(*OVERLAP)
    [alone] = shown(course)
    [listed] = shown(course, "", "figures", "figures.md")
    assert alone.find(".//form") is not None and listed.find(".//form") is None
    assert listed.find(".//input[@data-part='gap']") is not None


def test_the_page_of_all_figures_leaves_their_sources_to_the_bibliography(project):
    course = coursework.build(project(FILES, PAGES))
    page = Rendered(course, "figures.md", "# Figures\n\n```figures\n```\n")
    assert page.all("li", class_="reference") == []
    assert "readings/bibliography.md#ref-harley1989" in {link.get("href") for link in page.all("a")}


def test_a_figure_shown_twice_on_a_page_has_two_names(render):
    page = render("```figure\nrainfall\nrainfall\n```\n", files=FILES)
    assert page.problems == []
    ids = [element.get("id") for element in page.tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) and {"figure-rainfall", "figure-rainfall-2"} <= set(ids)


def test_its_links_lead_from_the_page_that_shows_it(render):
    page = render("```figure\nrainfall\n```\n", files=FILES)
    links = [link.get("href") for link in page.all("a", download="")]
    assert links == ["../figures/rainfall.csv", "../figures/rainfall.svg"]
    assert {"ref-harley1989", "ref-snyder1987"} <= {item.get("id") for item in page.all("li", class_="reference")}


def test_a_figure_that_was_nearly_named_is_suggested(render):
    [told] = render("```figure\nrainfal\n```\n", files=FILES).problems
    assert told.endswith("must name a figure in figures/, not 'rainfal'. Did you mean 'rainfall'?")


def test_its_table_stands_in_a_region_named_by_its_title(render):
    page = render("```figure\nrainfall\n```\n", files=FILES)
    [region] = page.all("div", role="region")
    assert region.get("aria-label") == "Table: Does height bring rain?"


def test_a_figure_with_mistakes_leaves_a_word_in_its_place(render):
    page = render("```figure\nrainfall\n```\n", files={**FILES, "figures/rainfall.yml": changed(("0.50", "5"))})
    assert "figures/rainfall.yml" in page.text()
    assert len(page.problems) == 2


@pytest.mark.parametrize(
    ("drawn", "texts"),
    [
        (axis("0", "1"), "0 0.2 0.4 0.6 0.8 1.0"),
        (axis("-0.1", "0.5", zero=Decimal(0)), "−0.1 0 0.1 0.2 0.3 0.4 0.5"),
        (axis("-0.4", "0.8"), "−0.4 −0.2 0 0.2 0.4 0.6 0.8"),
        (axis("0", "70"), "0 20 40 60"),
        (axis("0", "30000"), "0 5000 10000 15000 20000 25000 30000"),
        (axis("0.5", "80", scale="log", zero=Decimal(1)), "0.5 1 2 5 10 20 50"),
        (axis("0.01", "1000", scale="log"), "0.01 0.1 1 10 100 1000"),
        (axis("3", "4", scale="log", zero=Decimal("3.5")), "3.5"),
    ],
)
def test_an_axis_has_round_numbers_and_no_more_than_a_phone_has_room_for(drawn, texts):
    assert " ".join(tick.text for tick in ticks(drawn)) == texts
    assert [tick.at for tick in ticks(drawn)] == sorted({tick.at for tick in ticks(drawn)})


def test_on_a_log_scale_equal_factors_are_equal_lengths():
    drawn = axis("0.5", "80", scale="log")
    assert place(drawn, Decimal("0.5")) == 0 and place(drawn, Decimal(80)) == 100
    lengths = [place(drawn, Decimal(2 * value)) - place(drawn, Decimal(value)) for value in (1, 5, 20)]
    assert max(lengths) - min(lengths) <= 0.02


def test_a_number_is_said_as_it_was_written():
    assert [written(Decimal(text)) for text in ("0.30", "-0.153", "13.40", "5")] == ["0.30", "−0.153", "13.40", "5"]


def line(*events):
    rows = tuple(Event(f"event {number}", "x", year, stance) for number, (year, stance) in enumerate(events))
    return Timeline(id="f", title="F", kind="timeline", caption="", notice="", alt="", rows=rows)


def test_no_sign_of_a_timeline_hides_another():
    found = spots(line((1900, None), (1900, None), (1901, None), (1950, None), (2000, None)))
    assert [(spot.at, spot.level) for spot in found] == [(0, 0), (0, 1), (1, 2), (50, 0), (100, 0)]


def test_a_timeline_says_how_long_nothing_happened():
    events = [(year, None) for year in (1900, 1901, 1912, 2000)]
    assert [spot.since for spot in spots(line(*events))] == [0, 0, 11, 88]


def test_a_single_year_and_years_before_our_era_have_a_line_too():
    assert [spot.at for spot in spots(line((1950, None), (1950, None)))] == [50, 50]
    assert [spot.year for spot in spots(line((-44, None), (14, None)))] == ["−44", "14"]
    assert " ".join(tick.text for tick in years(line((-44, None), (14, None)))) == "−40 −30 −20 −10 0 10"
    assert " ".join(tick.text for tick in years(line((1950, None)))) == "1949 1950 1951"


ABC = read_stances({"a": "A", "b": "B", "c": "C"})


def test_each_stance_has_a_sign_of_its_own_which_is_the_same_in_every_figure():
    drawn = signs(line((1900, "c"), (1901, None), (1902, "a"), (1903, "elsewhere")), ABC)
    assert [sign.stance for sign in drawn] == ["a", "c", "elsewhere", ""]
    assert len({sign.path for sign in drawn}) == 4
    assert drawn[1] == signs(line((1900, "c")), ABC)[0]


@pytest.mark.parametrize(("ends", "is_cut"), [("min: -1, max: 1.5", True), ("min: -3, max: 3", False)])
def test_a_race_says_that_lines_go_on_where_the_axis_may_end_before_them(rain, ends, is_cut):
    [figure] = shown(rain(*KINDS["race"], ("min: -1, max: 1.5", ends)))
    assert ("A line that meets the edge goes on beyond it." in "".join(figure.itertext())) == is_cut
