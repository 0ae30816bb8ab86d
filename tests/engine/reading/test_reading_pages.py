"""Reading lists and references as HTML, whole, in golden/; `pytest --update-golden` writes what is rendered now."""

import json
from pathlib import Path

import pytest

import coursework
from coursework.course.content_files import REFERENCES
from coursework.reading.page import LEAST_FOR_LETTERS, by_letter
from making import lines_of

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    REFERENCES: (GOLDEN / "references.yml").read_text(encoding="utf-8"),
    "readings/every-field.yml": (GOLDEN / "every-field.yml").read_text(encoding="utf-8"),
    "readings/least.yml": (GOLDEN / "least.yml").read_text(encoding="utf-8"),
}
PAGE = "First @harley1989, then [@survey2019, p. 3; @harley1989].\n"


@pytest.fixture
def course(project):
    return coursework.build(project(FILES, {"lessons/maps.md": PAGE}))


@pytest.mark.parametrize(
    ("name", "path", "fence", "body"),
    [
        ("list-in-a-lesson", "lessons/maps.md", "readings", "every-field"),
        ("list-on-its-own-page", "readings/every-field.md", "readings", "every-field"),
        ("least-list", "lessons/maps.md", "readings", "least"),
        ("index", "readings/index.md", "readings", ""),
        ("bibliography", "readings/bibliography.md", "bibliography", ""),
        ("topic", "readings/topics/power.md", "readings", "topic: power"),
    ],
)
def test_a_reading_list_looks_as_agreed(course, golden, name, path, fence, body):
    course.rendering.start(path, "")
    golden(GOLDEN / f"{name}.html", lines_of(course.rendering.fence(course.rendering.extension.page, fence, body)))
    assert course.problems({}) == []


def test_the_references_of_a_page_look_as_agreed(render, golden):
    page = render(PAGE, files=FILES)
    golden(GOLDEN / "references-of-a-page.html", lines_of(page.tree))
    assert page.problems == []


def test_works_on_a_topic_within_a_page_leave_their_addresses_to_what_it_cites(render):
    page = render(f"{PAGE}\n```readings\ntopic: power\n```\n", files=FILES)
    assert len(page.all("li", class_="reference")) > len(page.all("li", id="ref-harley1989")) == 1
    assert page.all("span", class_="Z3988") == []


def test_every_golden_file_is_one_of_these():
    names = {"list-in-a-lesson", "list-on-its-own-page", "least-list", "index", "bibliography", "topic"}
    names.add("references-of-a-page")
    assert {file.stem for file in GOLDEN.glob("*.html")} == names


def test_a_record_reaches_the_formatter_as_it_was_written(course):
    record = course.content.references["survey2019"].csl
    assert json.loads(json.dumps(record)) == {
        "id": "survey2019",
        "type": "report",
        "title": "Yes: 1.10 maps",
        "author": [{"literal": "The Survey"}],
        "issued": {"date-parts": [[2019, 2]]},
        "publisher": "The Survey",
        "number": "007",
        "URL": "https://example.org/?a=b&c=d",
    }


def entries(*names):
    """Formatted entries, enough of them for letters."""
    more = [f"Zoe {number}" for number in range(LEAST_FOR_LETTERS)]
    return {name: f"<i>{name}</i>, 2001" for name in (*names, *more)}


def test_many_references_stand_under_the_letters_they_begin_with():
    groups = by_letter(entries("Abel", "“Élan”", "Ernst", "Öst", "Østergård"))
    assert [(letter, ids[:2]) for letter, ids in groups] == [
        ("A", ["Abel"]), ("E", ["“Élan”", "Ernst"]), ("O", ["Öst", "Østergård"]), ("Z", ["Zoe 0", "Zoe 1"]),
    ]  # fmt: skip


def test_what_begins_with_no_letter_of_the_alphabet_has_a_sign():
    assert [letter for letter, _ in by_letter(entries("3rd Survey", "Abel"))] == ["#", "A", "Z"]


def test_few_references_and_those_in_another_order_have_no_letters():
    assert by_letter({"b": "Bea", "c": "Carl"}) == [("", ["b", "c"])]
    unordered = entries("Bea", "Abel", "Bob")
    assert by_letter(unordered) == [("", list(unordered))]
