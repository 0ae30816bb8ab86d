"""Search finds a question by what it asks, and never gives its answer away."""

from __future__ import annotations

import html
import json
import re

import pytest

from building import FIXTURE
from coursework.source import values as source
from prose import folded, phrases, texts_in


@pytest.fixture(scope="module")
def searched(site) -> str:
    """All that search knows, as words."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    words = " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])
    return folded(html.unescape(re.sub(r"<[^>]+>", " ", words)))


@pytest.fixture(scope="module")
def quizzes() -> list[dict]:
    paths = sorted((FIXTURE / "quizzes").glob("*.yml"))
    return [source.load(FIXTURE, f"quizzes/{path.name}")[0] for path in paths]


def test_every_prompt_can_be_found(searched, quizzes):
    prompts = [question["prompt"] for quiz in quizzes for question in quiz["questions"]]
    assert prompts
    lost = [phrase for prompt in prompts for phrase in phrases(prompt) if phrase not in searched]
    assert lost == []


def test_no_choice_and_nothing_of_an_answer_can_be_found(searched, quizzes):
    # What a lesson, a prompt or a scenario says as well may be found there.
    said = [path.read_text(encoding="utf-8") for path in (FIXTURE / "docs").rglob("*.md")]
    said += [term["definition"] for term in source.load(FIXTURE, "glossary.yml")[0]]
    for path in (FIXTURE / "figures").glob("*.yml"):
        figure, _ = source.load(FIXTURE, f"figures/{path.name}")
        said += [*texts_in(figure), *(f"{row['lo']} to {row['hi']}" for row in figure["rows"] if "lo" in row)]
    names = {"id", "type", "prompt", "scenario", "objective", "level", "cite", "reread"}
    secrets = []
    for quiz in quizzes:
        said += [quiz["title"], quiz.get("introduction", ""), *(item["text"] for item in quiz.get("objectives", ()))]
        for question in quiz["questions"]:
            said += [question["prompt"], question.get("scenario", "")]
            secrets += texts_in({name: value for name, value in question.items() if name not in names})
    said_elsewhere = folded(" ".join(phrase for text in said for phrase in phrases(text)))
    # A word or a number alone can stand anywhere.
    hidden = [
        phrase for text in secrets for phrase in phrases(text)
        if len(phrase.split()) > 2 and phrase not in said_elsewhere
    ]  # fmt: skip
    assert [phrase for phrase in hidden if phrase in searched] == []
    assert len(hidden) > 4 * sum(len(quiz["questions"]) for quiz in quizzes)


def test_search_knows_no_sign_that_only_the_eye_should_see(site):
    text = (site / "search/search_index.json").read_text(encoding="utf-8")
    index = json.dumps(json.loads(text), ensure_ascii=False)
    assert "How does a map work?" in index
    # A soft hyphen, of which a heading may have one; the sign of a permalink and its name.
    assert [sign for sign in ("\u00ad", "&shy;", "¶", "Link to this section") if sign in index] == []


def test_neither_the_papers_nor_the_style_guide_can_be_found(site):
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert {"quizzes/projections/", "review/", "progress/"} <= found
    assert not [address for address in found if re.search("worksheet/|key/|style-guide/", address)]
