"""The guide of a new course shows what it says: each source beside its result, and each question as in its file."""

from __future__ import annotations

import re

import yaml

from building import PROJECT, read_yaml
from coursework.figure.explore import READERS
from coursework.quiz.model import TRAITS
from coursework.text.lost_blocks import FENCES

COURSE = PROJECT / "hooks/coursework_mkdocs/new/course"
GUIDE = (COURSE / "docs/guide.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^(`{4,5})markdown\n(.*?)^\1\n\n(.*?)(?=^`{4,5}|\Z)", GUIDE, re.DOTALL | re.MULTILINE)
QUESTIONS = re.findall(r"^````yaml\n(.*?)^````\n\n```quiz\n(\S+): (\S+)\n```", GUIDE, re.DOTALL | re.MULTILINE)


def test_what_follows_a_source_is_that_source():
    assert len(SHOWN) > 12
    assert [source for _, source, result in SHOWN if not result.startswith(source)] == []


def test_each_question_is_shown_as_the_file_of_its_quiz_has_it():
    for source, quiz, question in QUESTIONS:
        assert source in (COURSE / f"quizzes/{quiz}.yml").read_text(encoding="utf-8")
        assert yaml.safe_load(source)[0]["id"] == question


def test_every_type_of_question_is_shown():
    assert {yaml.safe_load(source)[0]["type"] for source, _, _ in QUESTIONS} == set(TRAITS)


def test_every_block_is_shown_on_a_page_of_the_course_or_is_a_page_of_its_own():
    pages = "".join(file.read_text(encoding="utf-8") for file in COURSE.glob("docs/**/*.md"))
    shown = set(re.findall(r"^```([a-z-]+)$", pages, re.MULTILINE))
    # What the course makes pages of by itself, and what needs lists or settings that a small course does not have.
    by_itself = {"quizzes", "review", "progress", "bibliography", "figures", "claims", "downloads", "embed"}
    assert set(FENCES) - shown == by_itself | {"help", "setting"}


def test_the_kinds_that_are_worked_on_are_those_of_its_figures():
    kinds = {read_yaml(file)["kind"] for file in COURSE.glob("figures/*.yml")}
    listed = re.findall(r"^\| `([a-z]+)` \| .*\[.+\]\(.+#.+\) \|$", GUIDE, re.MULTILINE)
    assert set(listed) == kinds & set(READERS) and len(listed) == len(set(listed))
    # The others are named, with why there is none.
    [others] = re.findall(r"^Three more need published findings.*?\n\n", GUIDE, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"`([a-z]+)`", others)) == set(READERS) - kinds
