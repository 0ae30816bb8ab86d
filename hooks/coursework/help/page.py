"""Help as parts of a page: the countries to go to, the lines of each, and where others are listed."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from urllib.parse import urlsplit

from jinja2 import Environment

from coursework.help.model import Country, Help
from coursework.text.templates import element
from coursework.text.words import day_in_words, words_of

# What a block can ask for, in the order in which a block without a word shows it.
PARTS = ("countries", "lines", "directories", "checked")
_LONGEST_ADDRESS = 30


@dataclass(frozen=True)
class HelpPages:
    """Turns help into elements."""

    env: Environment

    def part(self, help: Help, name: str) -> ET.Element | None:
        """One of the parts; None where there is nothing in it."""
        if name == "directories" and not help.directories:
            return None
        return element(
            self.env,
            "help/help.html",
            part=name,
            help=help,
            places=_places(help.countries),
            digits=lambda number: re.sub(r"[ -]", "", number),
            short=_short,
            dated=self._date,
        )

    def _date(self, day: date) -> str:
        return day_in_words(words_of(self.env), day)


def _places(countries: Iterable[Country]) -> dict[str, str]:
    """The id of each country's place on the page: its name as far as an address can hold it, else a number."""
    places: dict[str, str] = {}
    for country in countries:
        name = re.sub(r"[^a-z0-9]+", "-", _folded(country.name)).strip("-")
        ids = (f"help-{one}" for one in chain([name] if name else [], count(len(places) + 1)))
        places[country.name] = next(id for id in ids if id not in places.values())
    return places


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _short(address: str) -> str:
    """An address as people say it."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    whole = host + parts.path.rstrip("/")
    return whole if len(whole) <= _LONGEST_ADDRESS else host
