"""What a line is that a person in need can call. No YAML, no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coursework.source.place import Text

OTHER = "other"
# Whose page a number was read at.
READ_AT = ("operator", "public-body", OTHER)


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """What was read somewhere. None of this is for readers: it is for who looks it up again.

    `source` is where it was read; `source_date` is the date that the newest source bears, as year, month and day as far
    as it says; empty for none. `read_at` says whose page that was; where several things were read, the weakest.
    """

    source: tuple[Text, ...]
    source_date: tuple[int, ...] = ()
    read_at: Text


@dataclass(frozen=True, kw_only=True)
class Emergency(Sourced):
    """A number for danger. `note` says what it is, where a country has several: “from a mobile phone”."""

    number: Text
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class HelpLine(Sourced):
    """A line of one operator. `address` is the operator's own page.

    `call` are numbers to be called; `text` is one to be texted, with `word` in the text where it asks for one; `write`
    is an e-mail address; `chat` is a page.
    """

    name: Text
    call: tuple[Text, ...] = ()
    text: Text | None = None
    word: Text | None = None
    write: Text | None = None
    chat: Text | None = None
    hours: Text
    languages: Text | None = None
    note: Text | None = None
    address: Text | None = None


@dataclass(frozen=True)
class Country:
    """The lines of a country, or of whatever else readers look for themselves in; what is for danger comes first."""

    name: Text
    emergency: tuple[Emergency, ...]
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True)
class Directory:
    """Where lines of other countries are listed."""

    name: Text
    address: Text
    about: Text


@dataclass(frozen=True)
class Help:
    """All of it. `checked` is the day on which somebody last held every number against its source."""

    checked: date
    countries: tuple[Country, ...]
    directories: tuple[Directory, ...] = ()
