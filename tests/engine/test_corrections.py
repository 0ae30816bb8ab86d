"""The link by which readers tell what is wrong with a question or a claim."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

import coursework
from claim.territory import LEDGER
from coursework.text.corrections import read_corrections
from coursework.text.words import words
from making import MAPS, written

LINK = words()["corrections"]["link"]
MAIL, FORM = "maps@example.org", "https://example.org/maps/issues/new"
DAY = (2026, 11, 22)


def shown(project, corrections, quiz=MAPS["quizzes/maps.yml"], published=DAY):
    """The pages of a quiz and of the ledger as HTML, where corrections go to an address."""
    files = {**MAPS, "quizzes/maps.yml": quiz, "claims/maps.yml": LEDGER}
    own = project(files, {"index.md": "", "lessons/maps.md": ""})
    course = coursework.build(replace(own, corrections=corrections, published=published))
    pages = {file.path: file for file in course.publishing.files()}
    return [written(course.rendering.generated(pages[path])) for path in ("quizzes/maps.md", "claims.md")]


def links_in(html):
    return [link.replace("&amp;", "&") for link in re.findall(r'class="correction"><a href="([^"]*)"', html)]


def test_without_an_address_there_is_no_link(project):
    for html in shown(project, ""):
        assert LINK not in html and "correction" not in html


@pytest.mark.parametrize(
    ("address", "begins", "names"),
    [
        (MAIL, f"mailto:{MAIL}?subject=", ("subject", "body")),
        (FORM, f"{FORM}?title=", ("title", "body")),
        (f"{FORM}?labels=text", f"{FORM}?labels=text&title=", ("title", "body")),
    ],
)
def test_each_question_and_each_claim_has_one_with_its_id_the_day_and_a_short_hash(project, address, begins, names):
    quiz, ledger = shown(project, address)
    ids = re.findall(r'<quiz-question id="([^"]+)"', quiz), re.findall(r'<li[^>]* id="(M\d)"', ledger)
    for html, own in zip((quiz, ledger), ids, strict=True):
        links = links_in(html)
        assert len(links) == len(own) > 0
        for link, id in zip(links, own, strict=True):
            assert link.startswith(begins)
            asked = parse_qs(urlsplit(link).query)
            title, body = (asked[name][0] for name in names)
            assert re.fullmatch(rf"Correction: {id}, 2026-11-22, [0-9a-f]{{8}}", title)
            assert body.startswith(f"About {title.removeprefix('Correction: ')}.")


def test_in_a_question_it_stands_in_the_answer_where_nobody_sees_it_before(project):
    quiz, _ = shown(project, MAIL)
    for answer in quiz.split('<details class="question__answer"')[1:]:
        assert LINK in answer.split("</details>")[0]


def test_of_a_claim_it_stands_with_all_else_that_its_card_shows(project):
    _, ledger = shown(project, MAIL)
    claims = re.findall(r'<li[^>]* id="(M\d)".*?</li>', ledger, re.DOTALL), re.split(r'<li[^>]* id="M\d"', ledger)[1:]
    for id, html in zip(*claims, strict=True):
        [link] = links_in(html.split("</li>")[0])
        assert f"%20{id}%2C" in link


def test_the_hash_follows_the_texts_and_not_what_is_right(project):
    quiz = yaml.safe_load(MAPS["quizzes/maps.yml"])
    at = next(place for place, question in enumerate(quiz["questions"]) if question["type"] == "single-choice")

    def link(change):
        other = yaml.safe_load(MAPS["quizzes/maps.yml"])
        change(other["questions"][at])
        return links_in(shown(project, MAIL, yaml.safe_dump(other))[0])[at]

    def turn(question):
        for choice in question["choices"]:
            if choice.pop("correct", False):
                continue
            choice["correct"] = True
            break

    same = link(lambda question: None)
    assert link(lambda question: question.update(prompt="Which of these is it, then?")) != same
    assert link(turn) == same


def test_where_no_day_is_known_none_is_named(project):
    [link, *_] = links_in(shown(project, MAIL, published=())[0])
    assert re.search(r"subject=Correction%3A%20maps%2F[a-z-]+%2C%20[0-9a-f]{8}&", link)


@pytest.mark.parametrize(
    "address",
    [MAIL, FORM, f"{FORM}?labels=text", "first.last+maps@mail.example.org", "https://example.org/issues-of-maps",
     "https://github.com/a/maps/issues/new?labels=text", "https://github.com/a/maps/discussions/new"],
)  # fmt: skip
def test_an_address_is_one_for_letters_or_for_issues(address):
    assert read_corrections(address, pytest.fail) == address


@pytest.mark.parametrize(
    "text",
    ["maps", "https://", "http://example.org/new", "a b@example.org", "a@b", "https://x", "mailto:me@example.org",
     "Me<me@example.org>", "me@example.org;you", "https://example.org/new#form"],
)  # fmt: skip
def test_what_leads_nowhere_is_none(text):
    told = []
    assert read_corrections(text, lambda names, message, of_name=False: told.append(message)) == ""
    said = "must be an e-mail address or the https: address of a form for issues, not 'maps'"
    assert told == [said.replace("'maps'", repr(text))]


@pytest.mark.parametrize(
    "text",
    ["https://github.com/a/maps/issues", "https://github.com/a/maps/issues/", "https://github.com/a/maps",
     "https://github.com/a/maps/issues?title=new", "https://github.com/a/maps/issues/new/choose",
     "https://git.example.org/a/maps/-/issues"],
)  # fmt: skip
def test_what_leads_to_a_list_is_no_form(text):
    told = []
    assert read_corrections(text, lambda names, message, of_name=False: told.append(message)) == ""
    form = "must be that of the form, which ends in /new, as https://github.com/OWNER/NAME/issues/new"
    assert told == [f"{form}, not {text!r}, where nobody finds what to fill in"]
