"""Help as parts of a page: what to call in danger, the lines by country, and where others are listed."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from jinja2 import Environment

from coursework.help.model import Help, HelpLine
from coursework.snippet import Snippets
from coursework.templates import element

# What a block can ask for, in the order in which a block without a word shows it.
PARTS = ("emergency", "countries", "confirmed", "unconfirmed", "directories", "checked")
_LONGEST_ADDRESS = 30


@dataclass(frozen=True)
class HelpPages:
    """Turns help into elements; `snippets` render its notes."""

    env: Environment
    snippets: Snippets

    def part(self, help: Help, name: str) -> ET.Element | None:
        """One of the parts; None where there is nothing in it."""
        lines = [line for line in help.lines if line.confirmed == (name == "confirmed")]
        shown = {"emergency": help.emergency, "directories": help.directories, "confirmed": lines, "unconfirmed": lines}
        if not shown.get(name, help.lines):
            return None
        return element(
            self.env,
            "help/help.html",
            part=name,
            help=help,
            countries=sorted({line.country for line in help.lines}, key=_folded),
            groups=[(country, list(those)) for country, those in groupby(lines, lambda line: line.country)],
            named={line.country for line in help.lines if line.confirmed} if name == "unconfirmed" else set(),
            places=_places(help.lines),
            tel=lambda number: "tel:" + re.sub(r"[ -]", "", number),
            short=_short,
            dated=self._date,
            inline=self.snippets.inline,
        )

    def _date(self, parts: Iterable[int]) -> str:
        """A date in words, as far as it is known: "22 November 2026", "November 2026", "2026"."""
        year, *rest = parts
        months = self.env.globals["words"]["help"]["months"]
        said = [str(rest[1])] if len(rest) > 1 else []
        return " ".join([*said, *([months[rest[0] - 1]] if rest else []), str(year)])


def _places(lines: Iterable[HelpLine]) -> dict[str, str]:
    """The id of each country's place on the page: its name as far as an address can hold it, else a number."""
    places: dict[str, str] = {}
    for line in lines:
        name = re.sub(r"[^a-z0-9]+", "-", _folded(line.country)).strip("-")
        own = f"help-{name}" if name and f"help-{name}" not in places.values() else f"help-{len(places) + 1}"
        places.setdefault(line.country, own)
    return places


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _short(address: str) -> str:
    """An address as people say it."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    whole = host + parts.path.rstrip("/")
    return whole if len(whole) <= _LONGEST_ADDRESS else host
