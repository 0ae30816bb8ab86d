"""A reader takes nothing on trust: what a file holds but would not do where it goes is lost, and so is a wrong mark."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from exporting import bundle_of, course_of

from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import Loss, losses
from coursework.quiz.exports.zipped import unzipped, zipped


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("seen"))


@pytest.fixture(scope="module")
def written(course):
    """What the model holds, by the name of a format, its file, and what is lost of that."""
    made = {}
    for name, form in FORMATS.items():
        bundle = bundle_of(course, name, ["hostile"])
        of_model, content = held(bundle.quizzes, bundle.texts), form.write(bundle)
        made[name] = of_model, content, set(losses(of_model, form.read(content)))
    return made


def altered(content, old, new):
    """A file with other text in the first place that a pattern finds, in whichever of its files that is."""
    if content.startswith(b"PK"):
        files = unzipped(content)
        for path, file in sorted(files.items()):
            change = in_notes if path.endswith(".anki2") else in_text
            changed = change(file, old, new) if path.endswith((".xml", ".anki2", "media")) else file
            if changed != file:
                return zipped({**files, path: changed})
    return in_text(content, old, new)


def in_text(content, old, new):
    return re.sub(old, new, content.decode(), count=1, flags=re.DOTALL).encode()


def in_notes(content, old, new):
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        for id, fields, tags in database.execute("SELECT id, flds, tags FROM notes ORDER BY id").fetchall():
            changed = re.sub(old, new, f"{fields}\0{tags}", count=1, flags=re.DOTALL)
            if changed != f"{fields}\0{tags}":
                database.execute("UPDATE notes SET flds = ?, tags = ? WHERE id = ?", (*changed.split("\0"), id))
                database.commit()
                return database.serialize()
    return content


ONE, NINE, TF, NUMBER, WORD, GAPS = "one-of-three", "some-of-nine", "true-or-false", "a-number", "a-word", "gaps"
OF_QTI = '<baseValue baseType="identifier">'
SCORE = '<setvar action="Set" varname="SCORE">100'


@pytest.mark.parametrize(
    ("name", "old", "new", "question", "kind"),
    [
        ("moodle", 'fraction="100"', 'fraction="90"', ONE, "right"),
        ("moodle", 'fraction="0"', 'fraction="50"', ONE, "right"),
        ("moodle", 'fraction="14.28571"', 'fraction="20"', NINE, "right"),
        ("moodle", 'fraction="-[0-9.]+"', 'fraction="14.28571"', NINE, "right"),
        ("moodle", "(?<=<tolerance>)0.0[0-9]+", "1", NUMBER, "tolerance"),
        ("moodle", 'fraction="100"( format="plain_text"><text>-0)', r'fraction="50"\1', NUMBER, "answer"),
        ("moodle", 'fraction="0"( format="plain_text"><text>15)', r'fraction="10"\1', NUMBER, "misreading"),
        ("moodle", "<usecase>1", "<usecase>0", "exactly", "exact"),
        ("moodle", "%0%n", "=n", GAPS, "right"),
        ("moodle", "<tag><text>objective.*?</tag>", "", ONE, "objective"),
        ("moodle", "<file .*?</file>", "", ONE, "picture"),
        ("moodle", r"<single>false</single>", "<single>true</single>", NINE, "right"),
        ("gift", "\t=(?=.{1,9}=)", "\t~", ONE, "right"),
        ("gift", "~%14.28571%", "~%20%", NINE, "right"),
        ("gift", "FALSE#", "TRUE#", TF, "right"),
        ("gift", "(?<=#\n\t=-0.00015:)[0-9.]+", "0", NUMBER, "tolerance"),
        ("gift", r"=%0%g", "=%30%g", WORD, "misreading"),
        ("gift", r"(?<=::hostile/one-of-three::)(.*?\n)\}\n", r"\1", ONE, "prompt"),
        ("gift", r" \[tag:level:recall\]", "", ONE, "level"),
        ("qti", '<assessmentItemRef identifier="hostile.one-of-three[^>]*>', "", ONE, "question"),
        ("qti", f'<variable identifier="RESPONSE"/>(?={OF_QTI}explanation)', "", ONE, "feedback"),
        ("qti", f'{OF_QTI}misreading1</baseValue>', "", NUMBER, "misreading"),
        ("qti", f'{OF_QTI}hint</baseValue>', "", NUMBER, "hint"),
        ("qti", '<variable identifier="MAXSCORE"/>', '<baseValue baseType="float">0</baseValue>', NUMBER, "answer"),
        ("qti", 'mappedValue="1"(?= caseSensitive="false")', 'mappedValue="0"', WORD, "answer"),
        ("qti", 'mappedValue="0.14286"', 'mappedValue="-1"', NINE, "right"),
        ("qti", 'tolerance="[^"]*"', 'tolerance="1 1"', NUMBER, "tolerance"),
        ("qti", 'caseSensitive="true"', 'caseSensitive="false"', "exactly", "exact"),
        ("qti", "<keyword><string>level.*?</keyword>", "", ONE, "level"),
        ("canvas", SCORE, SCORE.replace("100", "50"), ONE, "right"),
        ("canvas", f"(hostile.true-or-false.*?){SCORE}", r"\1<setvar>0", TF, "right"),
        ("canvas", f"(hostile.a-number.*?){SCORE}", r'\1<setvar action="Add" varname="SCORE">10', NUMBER, "answer"),
        ("canvas", '<varequal respident="response1">(?=[0-9]+</varequal></conditionvar><setvar)',
         '<varequal respident="other">', ONE, "right"),
        ("canvas", '<displayfeedback feedbacktype="Response" linkrefid="[0-9]+_fb"/>', "", ONE, "feedback"),
        ("canvas", "<itemfeedback ident=\"general_fb\">.*?</itemfeedback>", "", ONE, "explanation"),
        ("canvas", "(<varlte[^>]*>)[^<]*", r"\g<1>7", NUMBER, "tolerance"),
        ("anki", 'class="right"', 'class="wrong"', ONE, "right"),
        ("anki", '"0": "[^"]*"', '"0": "other.svg"', ONE, "picture"),
        ("anki", '<ul class="matches">', "<ul>", "to-match", "match"),
        ("anki", '<ul class="options">(?=<li>[123][.])', "<ul>", "to-order", "item"),
        ("anki", "a-course::claim::M1", "", ONE, "claim"),
        ("anki", '<span class="tolerance">[^<]*', '<span class="tolerance">1', NUMBER, "tolerance"),
        ("csv", "(hostile/one-of-three.*?)yes", r"\1no", ONE, "right"),
        ("csv", "(hostile/one-of-three.*?)\nno", r"\1\nyes", ONE, "right"),
        ("csv", "(hostile/a-number.*?),0.000003,", r"\1,0,", NUMBER, "tolerance"),
    ],
)  # fmt: skip
def test_what_would_not_be_so_is_lost(written, name, old, new, question, kind):
    of_model, content, before = written[name]
    changed = altered(content, old, new)
    assert changed != content, "nothing was altered"
    assert Loss(f"hostile/{question}", kind) in set(losses(of_model, FORMATS[name].read(changed))) - before


def test_a_second_right_answer_is_a_wrong_file(written):
    of_model, *_ = written["csv"]
    read = {address: [*parts, *(part for part in parts if part.kind == "right")] for address, parts in of_model.items()}
    assert {each.kind for each in losses(of_model, read)} == {"right"}
