"""CSV: what it holds of every type, and that no cell of it is a formula to a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from exporting import SITE, bundle_of, course_of, told
from hypothesis import given
from hypothesis import strategies as st

import building
from coursework.quiz.exports.csv_file import COLUMNS, cell, write
from coursework.quiz.exports.csv_read import read
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import losses


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("csv"))


@pytest.fixture(scope="module")
def bundle(course):
    return bundle_of(course, "csv")


def table(content):
    """The rows as any program reads them that knows nothing of ours."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_holds_every_word_of_the_hostile_quiz_and_no_form(course):
    bundle = bundle_of(course, "csv", ["hostile"])
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), read(write(bundle)))
    forms = {"picture", "formula", "code", "table", "list", "emphasis", "link", "raised"}
    assert [each for each in lost if each.kind not in forms] == []
    assert {each.kind for each in lost} <= forms and "hostile/one-of-three: picture" in told(lost)


def test_the_file_is_the_one_that_was_looked_at(course, golden):
    golden(building.PROJECT / "tests/engine/quiz/exports/golden/hostile.csv",
           write(bundle_of(course, "csv", ["hostile"])).decode())  # fmt: skip


def test_the_same_bytes_are_written_twice(bundle):
    assert write(bundle) == write(bundle)


def test_every_question_of_every_type_has_a_row_under_its_address(bundle):
    rows = table(write(bundle))
    assert [row["id"] for row in rows] == [
        id for quiz in bundle.quizzes for id in (quiz.id, *(f"{quiz.id}/{question.id}" for question in quiz.questions))
    ]
    assert tuple(rows[0]) == COLUMNS
    assert {row["type"] for row in rows} >= {"quiz", "single-choice", "cloze", "opinion", "ordering"}
    row = next(row for row in rows if row["id"] == "hostile/some-of-nine")
    assert len(row["options"].split("\n")) == len(row["feedback"].split("\n")) == 9
    assert row["right"].split("\n") == ["yes"] * 7 + ["no"] * 2
    assert row["links"] == f"{SITE}quizzes/hostile/#hostile/some-of-nine"


def test_no_cell_is_a_formula(bundle):
    content = write(bundle)
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") > len(table(content))
    cells = [cell for row in table(content) for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))] == []
    assert [cell for cell in cells if cell.startswith("'")], "some began so"


@given(st.text(alphabet=st.sampled_from("a='+-@＝\",; \n\t\réß🙂"), min_size=1))
def test_any_text_outlives_its_table(text):
    words = " ".join(f"{text}a".split())
    out = StringIO()
    rows = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    rows.writerow({"id": "q/a", "type": "opinion", "prompt": cell(words)})
    [part] = read(out.getvalue().encode())["q/a"]
    assert part == ("prompt", words, "")
