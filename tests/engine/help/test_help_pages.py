"""The parts of help on a page, and what is said of its numbers to an editor only."""

import datetime
from pathlib import Path

import pytest
from mountains import HELP

from coursework.course.content_files import REFERENCES
from coursework.help.advice import advise
from coursework.help.read import read_help
from coursework.source import values as source
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


def test_every_country_has_one_place_and_its_emergency_number_comes_first(help_page):
    page = help_page("countries\nlines")
    places = {part.get("id"): text_of(part) for part in page.all("dt")}
    assert places == {"help-osterreich": "Österreich", "help-switzerland": "Switzerland"}
    jumps = [link.get("href") for link in page.all("a") if link.get("href").startswith("#help-")]
    assert jumps == [f"#{id}" for id in places]
    rows = {text_of(row[0]): [text_of(part) for part in row[1:]] for row in page.all("div", class_="help__country")}
    assert rows["Österreich"][0] == "112 or 14 0 for the mountains, if anyone is in danger"
    assert [row.split(" ")[0] for row in rows["Österreich"]] == ["112", "140"]


def test_a_country_without_an_emergency_number_says_to_call_the_local_one(help_page):
    [_, switzerland] = help_page("lines").all("dd", class_="help__emergency")
    assert text_of(switzerland) == "Your local emergency number, if anyone is in danger"


def test_a_number_with_a_note_says_when_to_call_it_wherever_it_stands(help_page):
    noted = HELP.replace('number: "112",', 'number: "112", note: from a mobile phone,')
    [austria, _] = help_page("lines", {**FILES, "help.yml": noted}).all("dd", class_="help__emergency")
    assert text_of(austria).startswith("112 from a mobile phone, if anyone is in danger or 14 0 for the mountains, if")


def test_countries_whose_names_no_address_can_hold_have_places_that_none_other_has(help_page):
    names = ("2", "地図", "山", "Österreich", "Osterreich")
    line = "{name: A hut, call: '1', hours: Always, source: A letter, source-date: undated, read-at: operator}"
    help = "checked: 2026-11-22\ncountries:\n" + "".join(f"  - {{name: {one}, lines: [{line}]}}\n" for one in names)
    ids = [part.get("id") for part in help_page("lines", {**FILES, "help.yml": help}).all("dt")]
    assert len(set(ids)) == len(names)


def test_the_first_thing_of_a_line_is_its_number(help_page):
    firsts = [text_of(line[0]) for line in help_page("lines").all("dd", class_="help__line")]
    assert firsts == ["140 Bergrettung", "1414 +41 333 333 333 Rega", "Text HUT to 99 A hut"]


def test_a_number_can_be_pressed(help_page):
    links = [link.get("href") for link in help_page("lines").all("a")]
    pressed = [link for link in links if link.startswith(("tel:", "sms:"))]
    assert pressed == ["tel:112", "tel:140", "tel:140", "tel:1414", "tel:+41333333333", "sms:0791414", "sms:99"]


def test_a_line_names_its_own_page_unless_its_chat_is_there(help_page):
    assert [text_of(own) for own in help_page("lines").all("p", class_="help__own")] == ["Its own page: rega.example"]


def test_readers_are_told_nothing_of_where_a_number_was_read(help_page):
    page, other = help_page(), help_page("", {**FILES, "help.yml": HELP.replace("read-at: other", "read-at: operator")})
    assert page.text() == other.text()
    assert "news.example" not in page.text() and "2024" not in page.text()


def test_a_part_that_no_one_knows_is_a_problem(help_page):
    [problem] = help_page("liens").problems
    message = "must be countries, lines, directories or checked, not 'liens'"
    assert problem == f"docs/help.md:4:1: the help block: {message}. Did you mean 'lines'?"


def test_a_block_where_there_is_no_help_is_a_problem(help_page):
    [problem] = help_page("lines", {REFERENCES: MAPS[REFERENCES]}).problems
    assert problem == "docs/help.md:3:1: the help block: must have something to show, but there is no help.yml"


def test_a_file_with_mistakes_shows_where_they_are_and_no_number(help_page):
    page = help_page("lines", {**FILES, "help.yml": HELP.replace("checked:", "cheked:")})
    assert len(page.problems) == 1
    assert "help.yml" in page.text() and "1414" not in page.text()


@pytest.mark.parametrize(("days", "told"), [(0, False), (180, False), (181, True), (400, True)])
def test_a_check_of_long_ago_is_advice_and_no_problem(days, told):
    value, _ = source.parse(HELP, "help.yml")
    today = datetime.date(2026, 11, 22) + datetime.timedelta(days)
    found = [str(advice) for advice in advise(read_help(value), today) if advice.where == "checked"]
    message = "should be at most 180 days ago, not 2026-11-22; look every line up again"
    assert found == ([f"help.yml:2:10: checked: {message}"] if told else [])
