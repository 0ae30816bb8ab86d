"""Figures that are half written: whatever is left out of one, or is no number yet, is drawn or told its author."""

import json
from itertools import combinations

import pytest
import yaml
from rainfall import CHOOSE, DRAWER, KINDS, ONE_METRIC, changed

import coursework
from coursework.figure.read import read_figure
from coursework.source.values import parse
from making import MAPS, Rendered, write_project


def fields_of(text):
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506


WRITTEN = {name: fields_of(changed(*replaced)) for name, replaced in KINDS.items()}
WRITTEN |= {"choose": fields_of(CHOOSE), "drawer": fields_of(DRAWER)}


def test_a_figure_without_any_one_field_is_drawn_or_refused(tmp_path):
    figures = {
        f"{name}-{number}": {field: value for field, value in figure.items() if field != left_out}
        for name, figure in WRITTEN.items() for number, left_out in enumerate(figure)
    }  # fmt: skip
    files = {f"figures/{id}.yml": json.dumps(figure) for id, figure in figures.items()}
    files["figures/rainfall.yml"] = changed(ONE_METRIC)
    page = "# Rain\n\n```figure\n" + "\n".join(figures) + "\n```\n"
    course = coursework.build(write_project(tmp_path, {**MAPS, **files}, {"lessons/maps.md": "", "a.md": page}))
    rendered = Rendered(course, "a.md", page)
    refused = {id for id in figures if any(line.startswith(f"figures/{id}.yml:") for line in rendered.problems)}
    drawn = {figure.get("aria-labelledby").removeprefix("figure-") for figure in rendered.all("figure")}
    assert drawn | refused == set(figures) and not drawn & refused
    assert all(any(id.startswith(f"{name}-") for id in drawn) for name in WRITTEN)
    assert "hundred-" + str(list(WRITTEN["hundred"]).index("answer")) in drawn


@pytest.mark.parametrize("name", WRITTEN)
def test_two_fields_in_which_there_are_only_words_are_told_one_by_one(name):
    for fields in combinations(WRITTEN[name], 2):
        value, problems = parse(json.dumps(WRITTEN[name] | dict.fromkeys(fields, "some")), "figures/f.yml")
        file = read_figure(value, "f", "figures/f.yml")
        assert problems == []
        assert all(str(problem).startswith("figures/f.yml:") for problem in file.problems)


def test_a_row_at_nought_is_found_where_nought_lies(tmp_path):
    files = {"figures/f.yml": CHOOSE, "figures/rainfall.yml": changed(("-0.1", "0"))}
    page = "# Rain\n\n```figure\nf\n```\n"
    course = coursework.build(write_project(tmp_path, {**MAPS, **files}, {"a.md": page}))
    places = [circle.get("data-at") for circle in Rendered(course, "a.md", page).all("circle") if circle.get("data-at")]
    assert places == ["70%", "20%"]
