"""What a line is that a person in need can call. No YAML, no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Emergency:
    """A number for danger, and where it holds."""

    number: str
    where: str


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    """A line of one operator. `address` is the operator's own page.

    `call` are numbers to be called; `text` and `write` say how else to reach it: words (“text 988”), and an e-mail
    address; `chat` is a page. `source_date` is the date that the source of the number bears, as year, month and day as
    far as it says; empty for none. `confirmed` is true where that source is new enough, or the operator's own.
    """

    country: str
    name: str
    call: tuple[str, ...] = ()
    text: str | None = None
    write: str | None = None
    chat: str | None = None
    hours: str
    languages: str | None = None
    note: str | None = None
    address: str
    source: tuple[str, ...]
    source_date: tuple[int, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True)
class Directory:
    """Where lines of other countries are listed."""

    name: str
    address: str
    about: str


@dataclass(frozen=True)
class Help:
    """All of it. `checked` is the day on which somebody last held every number against its source."""

    checked: date
    emergency: tuple[Emergency, ...]
    lines: tuple[HelpLine, ...]
    directories: tuple[Directory, ...] = ()
