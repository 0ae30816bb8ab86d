"""The parts of help on a page, and the advice to look at its numbers again."""

import datetime
from pathlib import Path

import pytest
from mountains import HELP

from coursework import source
from coursework.content import REFERENCES
from coursework.help.advice import advise
from coursework.help.read import read_help
from making import MAPS, lines_of, text_of

FILES = {REFERENCES: MAPS[REFERENCES], "help.yml": HELP}
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def help_page(render):
    return lambda body="", files=FILES: render(f"# Help\n\n```help\n{body}\n```\n", "help.md", files)


def test_a_block_without_a_word_shows_every_part_in_its_order(help_page, golden):
    page = help_page()
    assert page.problems == []
    golden(GOLDEN / "help.html", lines_of(list(page.tree)))


def test_confirmed_lines_stand_apart_from_the_others(help_page):
    names = {part: [text_of(name) for name in help_page(part).all("strong")] for part in ("confirmed", "unconfirmed")}
    assert names == {"confirmed": ["Rega"], "unconfirmed": ["Bergrettung", "A hut"]}


def test_every_country_of_the_list_has_one_place_and_the_confirmed_line_comes_first(help_page):
    page = help_page("countries\nunconfirmed\nconfirmed")
    places = {part.get("id"): text_of(part) for part in page.all("dt") if part.get("id")}
    assert places == {"help-osterreich": "Österreich", "help-switzerland": "Switzerland"}
    assert [link.get("href") for link in page.all("a") if "help-" in link.get("href", "")] == [
        f"#{id}" for id in places
    ]
    assert text_of(next(part for part in page.all("dd") if part.get("class") == "help__name")) == "140 Bergrettung"
    [switzerland] = page.all("dt", id="help-switzerland")
    group = next(parent for parent in page.all("dl") if switzerland in parent)
    assert "Rega" in text_of(group)


def test_a_number_can_be_pressed(help_page):
    pressed = [
        link.get("href") for link in help_page("emergency\nconfirmed").all("a") if "tel:" in link.get("href", "")
    ]
    assert pressed == ["tel:140", "tel:1414", "tel:+41333333333"]


def test_a_part_that_no_one_knows_is_a_problem(help_page):
    [problem] = help_page("confirmt").problems
    message = "must be emergency, countries, confirmed, unconfirmed, directories or checked, not 'confirmt'"
    assert problem == f"docs/help.md:4:1: the help block: {message}. Did you mean 'confirmed'?"


def test_a_block_where_there_is_no_help_is_a_problem(help_page):
    [problem] = help_page("confirmed", {REFERENCES: MAPS[REFERENCES]}).problems
    assert problem == "docs/help.md:3:1: the help block: must have something to show, but there is no help.yml"


def test_a_file_with_mistakes_shows_where_they_are_and_no_number(help_page):
    page = help_page("confirmed", {**FILES, "help.yml": HELP.replace("checked:", "cheked:")})
    assert len(page.problems) == 2
    assert "help.yml" in page.text() and "1414" not in page.text()


@pytest.mark.parametrize(("days", "told"), [(0, False), (180, False), (181, True), (400, True)])
def test_a_check_of_long_ago_is_advice_and_no_problem(days, told):
    value, _ = source.parse(HELP, "help.yml")
    found = [str(advice) for advice in advise(read_help(value), datetime.date(2026, 11, 22) + datetime.timedelta(days))]
    message = "should be at most 180 days ago, not 2026-11-22; look every line up again"
    assert found == ([f"help.yml:2:10: checked: {message}"] if told else [])
