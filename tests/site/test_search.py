"""Search finds a question by what it asks, and never gives its answer away."""

from __future__ import annotations

import html
import json
import re

import pytest

from building import PROJECT
from coursework import source
from prose import folded, phrases


@pytest.fixture(scope="module")
def searched(site) -> str:
    """All that search knows, as words."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    words = " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])
    return folded(html.unescape(re.sub(r"<[^>]+>", " ", words)))


@pytest.fixture(scope="module")
def quizzes() -> list[dict]:
    paths = sorted((PROJECT / "quizzes").glob("*.yml"))
    return [source.load(PROJECT, f"quizzes/{path.name}")[0] for path in paths]


def test_every_prompt_can_be_found(searched, quizzes):
    prompts = [question["prompt"] for quiz in quizzes for question in quiz["questions"]]
    assert prompts
    lost = [phrase for prompt in prompts for phrase in phrases(prompt) if phrase not in searched]
    assert lost == []


def test_no_choice_and_nothing_of_an_answer_can_be_found(searched, quizzes):
    # What a lesson, a prompt or a scenario says as well may be found there.
    said = [path.read_text(encoding="utf-8") for path in (PROJECT / "docs").rglob("*.md")]
    secrets = []
    for quiz in quizzes:
        said += [quiz["title"], quiz.get("introduction", ""), *(item["text"] for item in quiz.get("objectives", ()))]
        for question in quiz["questions"]:
            said += [question["prompt"], question.get("scenario", "")]
            feedback = question.get("feedback", {}).values()
            choices = [choice[field] for choice in question.get("choices", ()) for field in ("text", "feedback")]
            secrets += [question["explanation"], question.get("hint", ""), *feedback, *choices]
    said_elsewhere = folded(" ".join(phrase for text in said for phrase in phrases(text)))
    hidden = [phrase for text in secrets for phrase in phrases(text) if phrase not in said_elsewhere]
    assert [phrase for phrase in hidden if phrase in searched] == []
    assert len(hidden) > 5 * sum(len(quiz["questions"]) for quiz in quizzes)
