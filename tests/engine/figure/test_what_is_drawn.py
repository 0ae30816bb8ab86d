"""What is drawn is what is written: each figure of the small course is read back from its pages, pictures and files."""

import csv
import io
import math
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
import yaml

import coursework
from building import FIXTURE
from coursework.figure.exports.csv_file import EVENT_FIELDS, FIELDS
from coursework.text.stance import read_stances
from coursework.text.words import words
from making import text_of

WRITTEN = {
    file.stem: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    for file in sorted((FIXTURE / "figures").glob("*.yml"))
}
PLOTS = [name for name, figure in WRITTEN.items() if figure["kind"] in ("forest", "bars", "range")]
TIMELINES = [name for name, figure in WRITTEN.items() if figure["kind"] == "timeline"]
EXPLORABLES = [name for name in WRITTEN if name not in (*PLOTS, *TIMELINES)]
STANCES = {"measure": "Measurement", "argument": "Argument", "both": "Both sides", "method": "Method"}
SVG = "{http://www.w3.org/2000/svg}"
PHONE = 320  # pixels that a strip has, at the least
SIGN = 10  # pixels across


@pytest.fixture(scope="module")
def course():
    pages = {file.relative_to(FIXTURE / "docs").as_posix(): file.read_text(encoding="utf-8")
             for file in (FIXTURE / "docs").rglob("*.md")}  # fmt: skip
    return coursework.build(coursework.Project(FIXTURE, pages, "a-course", stances=read_stances(STANCES)))


@pytest.fixture
def figure(course):
    """The element of a figure on a page."""

    def shown(name):
        course.rendering.start("a.md", "")
        [element] = course.rendering.fence(course.rendering.extension.page, "figure", name)
        return element

    return shown


@pytest.fixture
def made(course):
    files = {file.path: file.content for file in course.publishing.files()}
    return lambda path: files[path]


def value_at(figure, percent):
    """The value at a place, read back from the drawing by a sum of our own."""
    if figure["kind"] == "timeline":
        years = [int(row["year"]) for row in figure["rows"]]
        return min(years) + (max(years) - min(years)) * percent / 100
    low, high = float(figure["axis"]["min"]), float(figure["axis"]["max"])
    if figure["axis"].get("scale") == "log":
        return low * (high / low) ** (percent / 100)
    return low + (high - low) * percent / 100


def near(figure, percent, value):
    """Whether a place is that of a value, as exactly as hundredths of a percent can say."""
    slack = abs(value_at(figure, percent + 0.006) - value_at(figure, percent - 0.006))
    return math.isclose(value_at(figure, percent), float(value), abs_tol=slack)


def number(part, name):
    return float(part.get(name).removesuffix("%"))


def drawn_on_page(element):
    """For each row what is drawn, in percent: the estimates, the intervals, the ranges."""
    for row in element.findall("ul[@class='figure__rows']/li"):
        svg = row.find("svg")
        dots = [number(dot, "cx") for dot in svg.findall("circle")]
        ends = [number(end, "x1") for end in svg.findall("line[@class='end']")]
        assert [number(part, "width") for part in svg.findall("rect")] == ends, "a bar is as long as its estimate"
        lines = {kind: [(number(line, "x1"), number(line, "x2")) for line in svg.findall(f"line[@class='{kind}']")]
                 for kind in ("interval", "range")}  # fmt: skip
        yield dots or ends, lines["interval"], lines["range"]


def drawn_in_picture(content):
    tree = ET.fromstring(content)
    left, right = 320 if tree.findall(f".//{SVG}tspan") else 40, float(tree.get("width")) - 40
    percent = lambda x: 100 * (float(x) - left) / (right - left)  # noqa: E731
    for group in tree.findall(f"{SVG}g"):
        dots = [percent(dot.get("cx")) for dot in group.findall(f"{SVG}circle")]
        ends = [percent(end.get("x1")) for end in group.findall(f"{SVG}line[@class='end']")]
        bars = [bar.get("d").split("H")[1].split("v")[0] for bar in group.findall(f"{SVG}path[@class='bar']")]
        assert [percent(bar) for bar in bars] == ends, "a bar is as long as its estimate"
        signs = [sign.get("transform") for sign in group.findall(f"{SVG}path[@transform]")][:1]
        signs = [percent(sign.removeprefix("translate(").split()[0]) for sign in signs]
        lines = {kind: [(percent(line.get("x1")), percent(line.get("x2")))
                        for line in group.findall(f"{SVG}line[@class='{kind}']")]
                 for kind in ("interval", "range")}  # fmt: skip
        yield dots or ends or signs, lines["interval"], lines["range"]


@pytest.mark.parametrize("name", PLOTS)
@pytest.mark.parametrize("where", ["page", "picture"])
def test_every_estimate_and_every_interval_stands_where_its_numbers_are(figure, made, name, where):
    written = WRITTEN[name]
    drawn = list(drawn_on_page(figure(name)) if where == "page" else drawn_in_picture(made(f"figures/{name}.svg")))
    assert len(drawn) == len(written["rows"])
    for row, (estimates, intervals, ranges) in zip(written["rows"], drawn):
        assert len(estimates) == ("estimate" in row), "nothing is drawn for an estimate that nobody made"
        assert all(near(written, at, row["estimate"]) for at in estimates), row["label"]
        assert len(intervals) + len(ranges) == ("lo" in row), row["label"]
        assert not intervals or (written["kind"] != "range" and estimates), "a range is not drawn as an interval"
        for lo, hi in intervals + ranges:
            assert near(written, lo, row["lo"]) and near(written, hi, row["hi"]) and lo < hi, row["label"]


@pytest.mark.parametrize("name", PLOTS)
def test_an_estimate_without_an_interval_is_an_open_dot(figure, name):
    for row, item in zip(WRITTEN[name]["rows"], figure(name).findall("ul[@class='figure__rows']/li")):
        for dot in item.findall("svg/circle"):
            assert dot.get("class") == (None if "lo" in row else "open"), row["label"]


@pytest.mark.parametrize("name", PLOTS + TIMELINES)
def test_the_numbers_along_the_axis_stand_where_they_are(figure, name):
    element, written = figure(name), WRITTEN[name]
    texts = element.findall("div[@class='figure__axis']/svg/text")
    assert len(texts) > 1
    for text in texts:
        assert near(written, number(text, "x"), text.text.replace("\N{MINUS SIGN}", "-")), text.text
    for grid in element.iter("g"):
        assert [number(line, "x1") for line in grid] == [number(text, "x") for text in texts]


@pytest.mark.parametrize("name", PLOTS + TIMELINES)
def test_what_is_drawn_again_is_there_to_be_drawn(figure, name):
    element = figure(name)
    ids = {f"#{part.get('id')}" for part in element.iter() if part.get("id")}
    drawn = [part.get("href") for part in element.iter("use")]
    assert set(drawn) <= ids and len(drawn) >= len(WRITTEN[name]["rows"]) - 1


@pytest.mark.parametrize("name", TIMELINES)
@pytest.mark.parametrize("where", ["page", "picture"])
def test_every_event_stands_at_its_year(figure, made, name, where):
    written = WRITTEN[name]
    if where == "page":
        drawn = [number(sign, "x") for sign in figure(name).iter("use")]
    else:
        drawn = [at for [at], _, _ in drawn_in_picture(made(f"figures/{name}.svg"))]
    assert len(drawn) == len(written["rows"])
    for row, at in zip(written["rows"], drawn):
        assert near(written, at, row["year"]), row["label"]


@pytest.mark.parametrize("name", TIMELINES)
def test_every_event_has_the_sign_of_its_stance_and_hides_no_other(figure, name):
    element = figure(name)
    paths = {path.get("id"): path.get("d") for path in element.iter("path")}
    uses = list(element.iter("use"))
    drawn = {(row["stance"], paths[use.get("href").removeprefix("#")]) for row, use in zip(WRITTEN[name]["rows"], uses)}
    assert len(drawn) == len({stance for stance, _ in drawn}) == len({path for _, path in drawn})
    places = [(number(use, "x") / 100 * PHONE, number(use, "y")) for use in uses]
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert math.hypot(x - other_x, y - other_y) >= SIGN


@pytest.mark.parametrize("name", TIMELINES)
def test_every_event_is_told_with_its_year_its_stance_and_its_source(figure, name):
    element = figure(name)
    rows = zip(WRITTEN[name]["rows"], element.findall("ol/li"), element.findall("details/table/tbody/tr"), strict=True)
    for row, told, below in rows:
        for text in (text_of(told), text_of(below)):
            assert row["label"] in text and row["year"] in text and STANCES[row["stance"]] in text
        assert told.find(".//a").get("href") == below.find(".//a").get("href") == f"#ref-{row['ref']}"


@pytest.mark.parametrize("name", PLOTS)
def test_every_number_stands_in_words_beside_its_mark_and_in_the_table(figure, name):
    written, element, missing = WRITTEN[name], figure(name), words()["figures"]["missing"]
    given = any("lo" in row for row in written["rows"])
    assert given or "intervals not reported here" in text_of(element.find("p[@class='figure__metric']"))
    rows, cells = element.findall("ul/li"), element.findall("details/table/tbody/tr")
    for row, beside, below in zip(written["rows"], rows, cells, strict=True):
        interval = f"{minus(row['lo'])} to {minus(row['hi'])}" if "lo" in row else missing
        for text in (text_of(beside), text_of(below)):
            assert row["label"] in text and minus(row.get("estimate", "")) in text, row["label"]
            assert interval in text or (not given and text == text_of(beside)), row["label"]
            assert row.get("interval", "") in text and row.get("metric", "") in text


def minus(number):
    return number.replace("-", "\N{MINUS SIGN}")


@pytest.mark.parametrize("name", WRITTEN)
def test_the_csv_holds_the_numbers_as_they_were_written(made, name):
    written, content = WRITTEN[name], made(f"figures/{name}.csv")
    assert content.count(b"\r\n") == content.count(b"\n") == len(written["rows"]) + 1
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    own = {"two-hills": ["pairs", "above"], "which-line": ["line", "place"], "two-surveys": ["needed"],
           "who-is-exact": ["needed"], "misread-anyway": ["filled"]}.get(name, [])  # fmt: skip
    assert list(rows[0]) == [*(EVENT_FIELDS if name in TIMELINES else FIELDS), *own]
    lender = {row["label"]: row for row in WRITTEN[written["of"]]["rows"]} if "of" in written else {}
    for row, author in zip(rows, written["rows"], strict=True):
        author = lender.get(author.get("row"), author)
        for field in {"label", "estimate", "lo", "hi", "k", "n", "year", "ref", "read", "claim"} & set(row):
            assert row[field] == author.get(field, ""), (row["label"], field)
        assert row["source"] and row["source"] != row["ref"]
        assert row.get("stance") == STANCES.get(author.get("stance"))


def test_explorables_are_looked_at_in_a_file_of_their_own():
    assert EXPLORABLES == [
        "dull-sheets",
        "misread-anyway",
        "second-sheets",
        "sheet-or-surveyor",
        "two-hills",
        "two-surveys",
        "which-line",
        "who-is-exact",
    ]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_figure_has_a_name_a_description_and_its_cautions(figure, made, name):
    element, written = figure(name), WRITTEN[name]
    by_id = {part.get("id"): text_of(part) for part in element.iter() if part.get("id")}
    assert by_id[element.get("aria-labelledby")] == written["title"]
    assert by_id[element.get("aria-describedby")] == written["alt"].strip()
    notes = [text_of(note) for note in element.findall("p[@class='figure__note']")]
    assert any(note.startswith(words()["figures"]["caveat"]) for note in notes)
    picture = ET.fromstring(made(f"figures/{name}.svg"))
    assert picture.get("role") == "img" and picture.get("aria-labelledby") == "title alt"
    assert [picture.find(f"{SVG}{tag}").text for tag in ("title", "desc")] == [written["title"], written["alt"].strip()]
