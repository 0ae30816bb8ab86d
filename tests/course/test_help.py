"""What the course promises to somebody who needs help now."""

import re

import pytest
import yaml

from building import PROJECT

PAGE = (PROJECT / "docs/help.md").read_text(encoding="utf-8")
COUNTRIES = yaml.load((PROJECT / "help.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["countries"]  # noqa: S506
# Numbers that were replaced, that pages spell in several ways, or that no operator's page was found for.
NOT_TO_BE_PRINTED = [
    "1850609090", "0872609090", "18008914416", "1800914416", "09000113", "141", "0871632030", "0768822775",
    "0800121314", "0800212223", "63892222", "18334564566", "45645", "18002738255", "1199", "1190", "0722178177",
]  # fmt: skip


def words_of(country):
    """All that readers see of a country: neither comments nor where something was read."""
    for item in (*country["emergency"], *country["lines"]):
        for name, value in item.items():
            if name not in ("source", "source-date", "read-at", "address", "chat"):
                yield from value if isinstance(value, list) else [value]


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country["name"])
def test_every_country_has_its_emergency_number_and_none_that_must_not_be_printed(country):
    assert country["emergency"]
    numbers = {re.sub(r"\D", "", number) for word in words_of(country) for number in re.findall(r"\+?\d[\d -]*", word)}
    assert numbers.isdisjoint(NOT_TO_BE_PRINTED)


def test_no_number_stands_outside_its_country():
    assert re.findall(r"\d", PAGE) == []


def test_no_reader_is_told_that_a_number_may_be_wrong():
    shown = re.sub(r"\{.*?#[\w-]+ ?\}", "", PAGE) + "".join(word for country in COUNTRIES for word in words_of(country))
    assert re.findall(r"(?i)confirm|unsure|may be wrong|make sure|undated", shown) == []


def test_the_addresses_of_the_first_edition_still_lead_somewhere():
    assert {"lines", "not-confirmed", "other-countries", "confirmed"} <= set(re.findall(r"\{ ?#([\w-]+) ?\}", PAGE))
    assert {country["name"] for country in COUNTRIES} >= {
        "Australia", "Brazil", "Canada", "France", "Germany", "India", "Ireland", "Mexico", "Netherlands",
        "New Zealand", "Singapore", "South Africa", "Spain", "United Kingdom", "United States",
    }  # fmt: skip
