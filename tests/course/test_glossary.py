"""The words of the trade that lessons use are explained in the glossary, each without itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from course_files import LESSONS, lesson, quiz, read
from lesson_text import prose
from quiz_checks import texts

from building import PROJECT

GLOSSARY: list[dict[str, Any]] = read(PROJECT / "glossary.yml")
# Words in bold that are emphasis and no terms, and names of bodies and studies in capitals.
EMPHASIS = {"method", "relationship", "technique", "with herself", "preferences", "severity", "the police"}
NAMES = {"APA", "DARE", "NHS", "NIH", "SUMMIT"}
EXPLAINED = (PROJECT / "tests/course/explained.txt").read_text(encoding="utf-8").splitlines()
WORDS = [line for line in EXPLAINED if line and not line.startswith("#")]


def forms(entry: dict[str, Any]) -> list[str]:
    """What the entry explains, in lower case: its name, what stands behind it in brackets, and every other form."""
    names = [name for name in re.findall(r"[^()]+", entry["term"]) if not name.startswith("of ")]
    return [form.strip().casefold() for form in [*names, *(entry.get("forms") or [])]]


KNOWN = {form for entry in GLOSSARY for form in forms(entry)}


@cache
def said(name: str) -> str:
    """What a lesson, its quiz and its figures say."""
    shown = [id for kind, content in lesson(name).blocks if kind == "figure" for id in content.split()]
    figures = [read(PROJECT / f"figures/{id}.yml") for id in shown]
    return "\n".join([prose(lesson(name).body), *(text for part in (quiz(name), figures) for _, text in texts(part))])


@cache
def everything() -> str:
    """What all lessons say, in lower case."""
    return "\n".join(said(name) for name in LESSONS).casefold()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_trade_is_used_and_explained(word):
    assert word in KNOWN, f"{word} is explained nowhere in glossary.yml"
    assert re.search(rf"(?<![\w-]){re.escape(word)}", everything()), f"no lesson uses {word}: take it off the list"


def test_the_list_of_such_words_leaves_out_no_kind():
    kinds = [line for line in EXPLAINED if line.startswith("# ")]
    assert len(WORDS) == len(set(WORDS)) >= 60
    assert [kind.split()[1] for kind in kinds[-3:]] == ["Therapies", "Statistics", "Designs"]


@pytest.mark.parametrize("name", LESSONS)
def test_what_a_lesson_explains_in_bold_is_in_the_glossary(name):
    bold = re.findall(r"\*\*([^*\n]+)\*\*", lesson(name).body)
    # A line may begin with a few words in bold and a stop, and a box with a name; a term is short.
    terms = [word for word in bold if word[-1] not in ".:,?!" and len(word.split()) <= 3]
    terms = [word for word in terms if not re.fullmatch(r"(?:[A-Z]\w+ ?){2,}", word)]
    assert sorted({word.casefold() for word in terms} - KNOWN - EMPHASIS) == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_abbreviation_is_written_out_where_a_lesson_uses_it(name):
    text = said(name)
    short = set(re.findall(r"\b[A-Z]{3,5}(?:-\d+)?\b", text)) - NAMES
    assert sorted(word for word in short if word.casefold() not in KNOWN and f"({word})" not in text) == []


@pytest.mark.parametrize("entry", GLOSSARY, ids=lambda entry: entry["id"])
def test_a_term_is_explained_without_itself(entry):
    used = [
        form
        for form in forms(entry)
        if len(form) > 1 and re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", entry["definition"].casefold())
    ]
    assert used == []
