"""A setting of the course in a sentence of a page, and what is said where it is empty."""

import dataclasses

import pytest

import coursework
from making import MAPS, Rendered, text_of

SETTINGS = {
    "author": "Ada <b> & *Co*", "reviewers": ["One", "", "Two"], "contact": "me@here.example",
    "page": "https://here.example/?a=1&b=2", "empty": "", "none": None, "stances": {"a": "b"},
}  # fmt: skip


@pytest.fixture
def shown(project):
    def show(body):
        made = dataclasses.replace(project(MAPS, {"index.md": "", "lessons/maps.md": ""}), settings=SETTINGS)
        return Rendered(coursework.build(made), "about.md", f"# About\n\n```setting\n{body}\n```\n")

    return show


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("author: By {author}, *really*.\notherwise: By nobody.", "By Ada <b> & *Co*, really."),
        ("reviewers: Read by {reviewers}.", "Read by One, Two."),
        ("empty: By {empty}.\n\notherwise: By\n*nobody*.", "By nobody."),
        ("none: By {none}.\notherwise: By nobody.", "By nobody."),
        ("contact: Write to {contact}.", "Write to me@here.example."),
    ],
)
def test_a_setting_is_said_or_what_stands_for_its_absence(shown, body, said):
    page = shown(body)
    assert page.problems == []
    assert [text_of(paragraph) for paragraph in page.all("p")] == [said]


def test_nothing_is_said_where_there_is_nothing_to_say(shown):
    assert shown("empty: By {empty}.").all("p") == []


@pytest.mark.parametrize(
    ("name", "address"), [("contact", "mailto:me@here.example"), ("page", "https://here.example/?a=1&b=2")]
)
def test_an_address_can_be_followed(shown, name, address):
    assert [link.get("href") for link in shown(f"{name}: Go to {{{name}}}.").all("a", href=address)] == [address]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("autor: By {autor}.", "must name a setting of the course, not 'autor'. Did you mean 'author'?"),
        ("stances: By {stances}.", "must name a setting of the course, not 'stances'"),
        ("By nobody.", "must be a setting and what to say of it, as `author: Written by {author}.`"),
    ],
)
def test_a_block_that_cannot_be_read_is_a_problem(shown, body, message):
    page = shown(body)
    line = 3 if "must be" in message else 4
    assert page.problems == [f"docs/about.md:{line}:1: the setting block: {message}"]
    assert page.all("p") == []
