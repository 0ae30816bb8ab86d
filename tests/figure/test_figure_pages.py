"""Figures as HTML, whole, in golden/, and what must hold of what is drawn; `pytest --update-golden` writes it anew."""

import csv
import io
import math
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from rainfall import FILES, RAINFALL

import coursework
from coursework.figure.draw import place, said, ticks
from coursework.figure.exports.csv_file import FIELDS
from coursework.figure.model import Axis
from making import ROOT, lines_of, text_of

GOLDEN = Path(__file__).parent / "golden"
PUBLISHED = sorted((ROOT / "figures").glob("*.yml"))
SVG = "{http://www.w3.org/2000/svg}"


def axis(low, high, **fields):
    return Axis("r", Decimal(low), Decimal(high), **fields)


@pytest.fixture
def rain(project):
    return lambda *replaced: coursework.build(project({**FILES, "figures/rainfall.yml": changed(*replaced)}, PAGES))


PAGES = {"index.md": "", "lessons/maps.md": ""}
BARS = (
    ("kind: forest", "kind: bars"),
    ("min: -0.2, max: 0.8, zero: 0, left: less rain, right: more rain", "min: 0, max: 1"),
    ("-0.1", "0.1"),
)
LOG = (
    ("metric: r, min: -0.2, max: 0.8, zero: 0", "metric: odds, min: 0.2, max: 20, zero: 1, scale: log"),
    ("-0.1", "10"),
)
RANGE = (("kind: forest", "kind: range"), (", zero: 0, left: less rain, right: more rain", ""))


def changed(*replaced):
    text = RAINFALL
    for there, instead in replaced:
        assert there in text
        text = text.replace(there, instead, 1)
    return text


def shown(course, body="rainfall", fence="figure", path="a.md"):
    course.start(path, "")
    elements = course.fence(course.extension.page, fence, body)
    assert course.problems({}) == []
    return elements


@pytest.mark.parametrize(("name", "replaced"), [("forest", ()), ("bars", BARS), ("log", LOG), ("range", RANGE)])
def test_a_figure_looks_as_agreed(rain, golden, name, replaced):
    course = rain(*replaced)
    golden(GOLDEN / f"{name}.html", lines_of(shown(course)))
    made = {file.path: file.content for file in course.files()}
    golden(GOLDEN / f"{name}.svg", made["figures/rainfall.svg"])
    golden(GOLDEN / f"{name}.csv", made["figures/rainfall.csv"].decode())


def test_on_the_page_of_all_figures_each_has_a_heading(rain, golden):
    [element] = shown(rain(), "", "figures", "figures.md")
    assert element.find("figcaption/h2").get("id") == "figure-rainfall"
    golden(GOLDEN / "page.html", lines_of([element]))


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
    assert told.endswith("must name a figure, not 'rainfal'. Did you mean 'rainfall'?")


def test_its_table_stands_in_a_region_named_by_its_title(render):
    page = render("```figure\nrainfall\n```\n", files=FILES)
    [region] = page.all("div", role="region")
    assert region.get("aria-label") == "Table: Does height bring rain?"


def test_a_figure_with_mistakes_leaves_a_word_in_its_place(render):
    page = render("```figure\nrainfall\n```\n", files={**FILES, "figures/rainfall.yml": changed(("0.50", "5"))})
    assert "figures/rainfall.yml" in page.text()
    assert len(page.problems) == 2


@pytest.fixture(scope="module")
def published():
    pages = {file.relative_to(ROOT / "docs").as_posix(): file.read_text(encoding="utf-8")
             for file in (ROOT / "docs").rglob("*.md")}  # fmt: skip
    return coursework.build(coursework.Project(ROOT, pages, "a-course"))


def value_at(figure, percent):
    """The value at a place, read back from the drawing by a sum of our own."""
    low, high = float(figure["axis"]["min"]), float(figure["axis"]["max"])
    if figure["axis"].get("scale") == "log":
        return low * (high / low) ** (percent / 100)
    return low + (high - low) * percent / 100


def near(figure, percent, value):
    """Whether a place is that of a value, as exactly as hundredths of a percent can say."""
    slack = abs(value_at(figure, percent + 0.006) - value_at(figure, percent - 0.006))
    return math.isclose(value_at(figure, percent), float(value), abs_tol=slack)


def drawn_on_page(element):
    """For each row what is drawn, in percent: where the estimate is, and the interval if there is one."""
    number = lambda part, name: float(part.get(name).removesuffix("%"))  # noqa: E731
    for row in element.findall("ul[@class='figure__rows']/li"):
        svg = row.find("svg")
        [at] = [number(dot, "cx") for dot in svg.findall("circle")] or [
            number(end, "x1") for end in svg.findall("line[@class='end']")
        ]
        assert [number(part, "width") for part in svg.findall("rect")] in ([], [at]), "a bar is as long as its estimate"
        intervals = svg.findall("line[@class='interval']")
        yield at, [(number(line, "x1"), number(line, "x2")) for line in intervals]


def drawn_in_picture(content):
    tree = ET.fromstring(content)
    left, right = 40, float(tree.get("width")) - 40
    percent = lambda x: 100 * (float(x) - left) / (right - left)  # noqa: E731
    for group in tree.findall(f"{SVG}g"):
        [at] = [part.get("cx") for part in group.findall(f"{SVG}circle")] or [
            part.get("x1") for part in group.findall(f"{SVG}line[@class='end']")
        ]
        intervals = group.findall(f"{SVG}line[@class='interval']")
        yield percent(at), [(percent(line.get("x1")), percent(line.get("x2"))) for line in intervals]


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.stem)
@pytest.mark.parametrize("where", ["page", "picture"])
def test_what_is_drawn_is_what_is_written(published, file, where):
    figure = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    if where == "page":
        published.start("a.md", "")
        [element] = published.fence(published.extension.page, "figure", file.stem)
        drawn = list(drawn_on_page(element))
    else:
        [content] = [made.content for made in published.files() if made.path == f"figures/{file.stem}.svg"]
        drawn = list(drawn_in_picture(content))
    assert len(drawn) == len(figure["rows"])
    for row, (at, intervals) in zip(figure["rows"], drawn):
        assert near(figure, at, row["estimate"]), row["label"]
        assert len(intervals) == ("lo" in row), row["label"]
        for lo, hi in intervals:
            assert near(figure, lo, row["lo"]) and near(figure, hi, row["hi"]) and lo < hi, row["label"]


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.stem)
def test_every_number_stands_in_words_beside_its_mark_and_in_the_table(published, file):
    figure = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    published.start("a.md", "")
    [element] = published.fence(published.extension.page, "figure", file.stem)
    rows, cells = element.findall("ul/li"), element.findall("details/table/tbody/tr")
    for row, beside, below in zip(figure["rows"], rows, cells, strict=True):
        interval = f"{minus(row['lo'])} to {minus(row['hi'])}" if "lo" in row else "interval not reported"
        for text in (text_of(beside), text_of(below)):
            assert row["label"] in text and minus(row["estimate"]) in text and interval in text, row["label"]


def minus(number):
    return number.replace("-", "\N{MINUS SIGN}")


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.stem)
def test_the_csv_holds_the_numbers_as_they_were_written(published, file):
    figure = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    [content] = [made.content for made in published.files() if made.path == f"figures/{file.stem}.csv"]
    assert content.count(b"\r\n") == content.count(b"\n") == len(figure["rows"]) + 1
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert list(rows[0]) == list(FIELDS)
    for row, written in zip(rows, figure["rows"], strict=True):
        same = ("label", "estimate", "lo", "hi", "k", "n", "ref", "read")
        assert {name: row[name] for name in same} == {name: written.get(name, "") for name in same}
        assert row["source"] and row["source"] != row["ref"]


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
    assert [said(Decimal(text)) for text in ("0.30", "-0.153", "13.40", "5")] == ["0.30", "−0.153", "13.40", "5"]
