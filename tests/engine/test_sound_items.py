"""A list of which an item is no YAML: the others are read, and nothing is said of what stood in its place."""

from __future__ import annotations

import os

import pytest

import coursework
from coursework.source.sound_items import sound_items
from coursework.source.values import load
from making import MAPS

PATH = "quizzes/maps.yml"


def read(root, content, field="questions"):
    (root / "quizzes").mkdir(exist_ok=True)
    (root / PATH).write_text(content, encoding="utf-8")
    return sound_items(root, field, load(root, PATH))


@pytest.mark.parametrize(
    ("content", "value", "cut"),
    [
        ("questions:\n  - a: b: c\n    d: e\n\n  # more\n  - f: g\n", ["cut", {"f": "g"}], {2, 3, 4, 5}),
        ("questions:\n- a: 'b\n- c: d\ntitle: e\n", ["cut", {"c": "d"}], {2}),
        ("questions:  # all\n  -\n    a: b\n  - c: [d\n", [{"a": "b"}, "cut"], {4}),
        (
            "questions:\n  - a: |\n      - b: c: d\n  - \te: f\n  - g:\n    - h\n    i: j\n",
            [{"a": "- b: c: d\n"}, "cut", {"g": ["h"], "i": "j"}],
            {4},
        ),
        ("questions:\n  - a: b: c\n", ["cut"], {2}),
    ],
)
def test_each_item_is_read_by_itself(tmp_path, content, value, cut):
    rest = read(tmp_path, content)
    assert rest.cut == cut
    assert (rest.value and rest.value["questions"]) == value


@pytest.mark.parametrize(
    "content",
    [
        "title: a: b\nquestions:\n  - c: d\n",
        "questions:\n  - a: b\nretired: [c\n",
        "questions:\n  - a: b: c\n d: e\n",
        "questions:\n  - a: b: c\n  - d: &e f\n  - g: *e\n",
        "questions: [{a: b: c}]\n",
        "questions:\n<<<<<<< mine\n  - a: b\n=======\n  - c: d\n>>>>>>> yours\n",
        "questions:\n  - a: b\n---\nquestions:\n  - c: d\n",
        "a: b: c\n",
        f"questions:\n  - a: b: c\n  - {'[' * 200}\n",
    ],
)
def test_where_the_items_cannot_be_told_apart_nothing_is_read(tmp_path, content):
    assert read(tmp_path, content).value is None


def test_a_file_that_can_be_read_is_read_as_it_is(tmp_path):
    rest = read(tmp_path, "questions:\n  - a: b\n")
    assert rest.value == {"questions": [{"a": "b"}]} and rest.faults([]) == [] and not rest.cut


def test_a_file_that_is_not_there_or_no_text_has_no_items(tmp_path):
    assert sound_items(tmp_path, "questions", load(tmp_path, PATH)).value is None
    (tmp_path / "quizzes").mkdir()
    os.mkfifo(tmp_path / PATH)
    assert sound_items(tmp_path, "questions", load(tmp_path, PATH)).value is None
    (tmp_path / PATH).unlink()
    (tmp_path / PATH).write_bytes(b"questions:\n  - a: \xff\n")
    assert sound_items(tmp_path, "questions", load(tmp_path, PATH)).value is None


BROKEN = {
    "readings/references.yml": (
        "- {id: a, type: boook}\n- id: b\n  title: On: maps\n",
        "not 'boook'. Did you mean 'book'?",
    ),
    "readings/list.yml": ("title: A\ngroups:\n  - title: B: C\n  - readings: [{refrence: a}]\n", "reference"),
    "figures/rain.yml": ("title: A\nrows:\n  - label: B: C\n  - {lable: d}\n", "label"),
    "claims/maps.yml": ("claims:\n  - id: A: b\n  - {id: C2, kind: fact}\n", "claim C2, kind: must be"),
    "glossary.yml": ("- term: A: b\n- {id: c, trem: d}\n", "term"),
}


@pytest.mark.parametrize("path", BROKEN)
def test_every_file_with_a_list_is_read_past_its_fault_and_nothing_follows_from_it(project, path):
    """What names the unread item is not told, as of a file that cannot be read at all."""
    content, named = BROKEN[path]
    made = project({**MAPS, path: content}, {"index.md": "", "lessons/maps.md": ""})
    found = [str(each) for each in coursework.build(made).first_problems]
    of_file = [line for line in found if line.startswith(path)]
    assert len(of_file) > 1 and "must have this text in quotes" in "".join(of_file), of_file
    assert any(named in line for line in of_file), of_file
    assert [line for line in found if not line.startswith(path)] == [], "what names the unread item"
    assert "'cut'" not in "".join(found)
