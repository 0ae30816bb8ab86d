"""Hostile text in every field of a figure, on the page, in the picture and in the CSV."""

import csv
import io
import json
import re
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import coursework
import hostile
from coursework.figure.exports.csv_file import to_csv
from coursework.figure.read import read_figure
from coursework.source.values import parse
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import MAPS, Rendered, write_project

# What stands in attributes, for a script.
GUESSED = ("ask", "answer")
FOR_SCRIPTS = ("explore", "course", "axis", "rows", "sure", "row", "estimate")
PLAIN = ("title", "alt", "label", "metric", "left", "right", "interval", "read", *GUESSED)
AXIS = ("metric", "left", "right", "interval")
MARKDOWN = ("caption", "notice", "caveat", "note")
TEXTS = st.fixed_dictionaries(dict.fromkeys((*PLAIN, *MARKDOWN), hostile.texts(paragraphs=False)))
LINKS = ' zebra "onclick=x <a href="javascript:alert(1)">Elch</a> &nbsp; ]]> --> <i>ñandú</i> {: onclick=x } '
# What a picture of ours is made of, and nothing that runs or fetches.
SHAPES = {"svg", "title", "desc", "rect", "text", "tspan", "line", "g", "path", "circle"}


def figure(text):
    row = {"label": text["label"], "estimate": "0.5", "lo": "0.4", "hi": "0.6", "ref": "harley1989"}
    row |= {name: text[name] for name in ("interval", "metric", "note", "read")}
    axis = {name: text[name] for name in ("metric", "left", "right")} | {"min": "0", "max": "1", "zero": "0"}
    fields = {name: text[name] for name in ("title", "alt", "caption", "notice", "caveat")}
    guess = {"rows": [{"row": text["label"], "answer": text["answer"]}], "ask": text["ask"]}
    return json.dumps(fields | {"kind": "forest", "axis": axis, "rows": [row], "guess": guess}, ensure_ascii=False)


def timeline(text):
    row = {name: text[name] for name in ("label", "note", "read")} | {"year": "1989", "stance": "for"}
    fields = {name: text[name] for name in ("title", "alt", "caption", "notice", "caveat")}
    rows = [{"year": "1936", "label": "Before", "ref": "snyder1987"}, row | {"ref": "harley1989"}]
    return json.dumps(fields | {"kind": "timeline", "rows": rows}, ensure_ascii=False)


def overlap(text):
    fields = json.loads(figure(text)) | {
        "kind": "overlap",
        "start": "0.5",
        "axis": {"metric": "d", "min": "0", "max": "1"},
    }
    fields |= {"lower": text["left"], "upper": text["right"], "ask": text["metric"], "answer": text["read"]}
    fields |= {"pairs": f"{text['interval']} {{count}}", "above": f"{{count}} {text['label']}"}
    return json.dumps(fields, ensure_ascii=False)


def choose(text):
    """Its options and its questions are hostile, and so are the rows of the figure that it takes them from."""
    options = {"one": text["left"], "two": text["right"]}
    rows = [{"row": text["label"], "when": {"a": "one"}}, {"row": "Other", "when": {"a": "two"}}]
    fields = {name: text[name] for name in ("title", "alt", "caption", "notice", "caveat")}
    fields["answer"] = re.sub("[{}]", "", text["metric"])  # a blank is refused
    switches = [{"id": "a", "ask": text["interval"], "options": options}]
    own = {"kind": "choose", "of": "hostile-rows", "switches": switches, "start": {"a": "one"}, "rows": rows}
    return json.dumps(fields | own, ensure_ascii=False)


def lender(text):
    fields = json.loads(figure(text))
    fields["rows"].append({"label": "Other", "estimate": "0.1", "ref": "snyder1987"})
    return json.dumps(fields, ensure_ascii=False)


@pytest.mark.parametrize(
    ("written", "unsaid"),
    [(figure, {"read"}), (timeline, {"read", *AXIS, *GUESSED}), (overlap, {*GUESSED}), (choose, {"read", *GUESSED})],
)
@given(text=TEXTS)
@example(text=dict.fromkeys((*PLAIN, *MARKDOWN), LINKS))
def test_a_figure_holds_only_what_templates_and_markdown_make(written, unsaid, text):
    with tempfile.TemporaryDirectory() as folder:
        files = {**MAPS, "figures/hostile.yml": written(text), "figures/hostile-rows.yml": lender(text)}
        pages = {"index.md": "", "lessons/maps.md": "", "a.md": "# A page\n\n```figure\nhostile\n```\n"}
        course = coursework.build(write_project(Path(folder), files, pages))
        page = Rendered(course, "a.md", pages["a.md"])
    if [line for line in page.problems if "figures/hostile" in line]:
        return  # an unknown reference or an unsafe link, which is refused
    for region in page.all("div", class_="table-region"):
        region.attrib.clear()  # made by `page_tree`, of no author's words
    # How a stance looks is said by the course, not by the author.
    looks = {"class square", "class blue"}
    # What a template of explorables puts into the tag of the figure that it extends.
    looks |= {f"figure data-{name}" for name in ("explore", "width", "switches")}
    looks |= {f"class explore{name}" for name in ("", "--overlap", "--choose")}
    for element in page.tree.iter():
        for name in (*GUESSED, *FOR_SCRIPTS):
            element.attrib.pop(f"data-{name}", None)
    assert [stranger for stranger in hostile.strangers(page.tree) if stranger not in looks] == []
    for name in set(text) - unsaid:
        assert hostile.lost_words(text[name], page.tree) == [], name
    made = {file.path: file.content for file in course.publishing.files() if file.path.startswith("figures/hostile.")}
    picture = ET.fromstring(made["figures/hostile.svg"])
    assert {element.tag.split("}")[1] for element in picture.iter()} <= SHAPES
    names = {name for element in picture.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    heads, *rows = csv.reader(io.StringIO(made["figures/hostile.csv"].decode(), newline=""))
    assert {len(row) for row in rows} == {len(heads)}
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@-]", cell)]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@sum(a1)", " =1", " =1", '=HYPERLINK("x")', "＝1"])
def test_a_text_is_no_formula_in_a_spreadsheet(text):
    texts = dict.fromkeys((*PLAIN, *MARKDOWN), text)
    value, problems = parse(figure(texts), "figures/f.yml")
    made = read_figure(value, "f", "figures/f.yml").figure
    assert problems == []
    [_, row] = csv.reader(io.StringIO(to_csv(made, lambda ref: text, {"forest": "95% interval"}, str, {}), newline=""))
    assert row[1:4] == ["0.5", "0.4", "0.6"]
    for cell in (row[0], row[4], row[5], *row[9:12]):
        assert not re.match(r"\s*[=+@\-＝＋－＠]", cell) and cell.endswith(text.strip())
