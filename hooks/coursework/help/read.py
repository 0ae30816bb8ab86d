"""The lines of `help.yml`, or every problem in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from coursework.help.model import READ_AT, Country, Directory, Emergency, Help, HelpLine
from coursework.source.front_matter import day_of
from coursework.source.place import Place, Text
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record
from coursework.source.signs import is_address
from coursework.source.values import Mapping, Value

PATH = "help.yml"
UNDATED = "undated"
_NUMBER = re.compile(r"\+?\d(?:[ -]?\d)*", re.ASCII)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+")


@dataclass
class HelpFile:
    """What the file gave: its content, if it is without fault; the pairs are (where, text), as in a quiz file.

    `checked` is where the day of the last check stands, for advice on it; `countries` is where each is named.
    """

    id: str = "help"
    path: str = PATH
    help: Help | None = None
    checked: Place | None = None
    countries: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None


def read_help(value: Value) -> HelpFile:
    """Turn the value of `help.yml` into the lines for those who need help."""
    file = HelpFile()
    record = Record(value, "", file.problems)
    file.checked = record.place_of("checked")
    checked = _date(record, "checked", whole=True)
    countries = record.items("countries", lambda item, number: _country(item, number, file))
    directories = record.items("directories", lambda item, number: _directory(item, number, file), required=False)
    record.close()
    if checked and not file.problems:
        file.help = Help(date(*checked), countries, directories)
    return file


def _country(value: Value, number: int, file: HelpFile) -> Country | None:
    record = Record(value, _called("country", value, number), file.problems)
    name = record.text("name")
    if name and name in file.countries:
        record.note(f"must be used once, not twice (first in line {file.countries[name].line})", "name")
    elif name:
        file.countries[name] = name.place
    inside = f"{record.where}, "
    emergency = record.items(
        "emergency", lambda item, number: _emergency(item, f"{inside}emergency number {number}", file), required=False
    )
    lines = record.items("lines", lambda item, number: _line(item, inside + _called("line", item, number), file))
    record.close()
    return Country(name, emergency, lines) if name else None


def _emergency(value: Value, where: str, file: HelpFile) -> Emergency | None:
    record = Record(value, where, file.problems)
    number = _number(record, record.text("number"), "number")
    note = _note(record, file)
    sourced = _sourced(record)
    record.close()
    return Emergency(number=number, note=note, **sourced) if number and sourced else None


def _line(value: Value, where: str, file: HelpFile) -> HelpLine | None:
    record = Record(value, where, file.problems)
    name, hours = record.text("name"), record.text("hours")
    call = tuple(_number(record, item, "call") for item in record.texts("call"))
    text, word = _number(record, record.text("text", required=False), "text"), record.text("word", required=False)
    if word and not record.has("text"):
        record.note("must stand beside `text`, the number to which it is sent", "word")
    languages, write = record.text("languages", required=False), record.text("write", required=False)
    if write and not _MAIL.fullmatch(write):
        record.note(f"must be an e-mail address, not {quoted(write)}", "write")
    chat, address = _address(record, "chat", required=False), _address(record, "address", required=False)
    if isinstance(value, Mapping) and not any(value.get(way) for way in ("call", "text", "write", "chat")):
        record.note("must have `call`, `text`, `write` or `chat`, or nobody can reach it")
    note = _note(record, file)
    sourced = _sourced(record)
    record.close()
    if not (name and hours and sourced):
        return None
    return HelpLine(
        name=name, call=tuple(filter(None, call)), text=text, word=word, write=write, chat=chat, hours=hours,
        languages=languages, note=note, address=address, **sourced,
    )  # fmt: skip


def _called(kind: str, value: Value, number: int) -> str:
    """How an author is told of a group of fields: by its name, else by its number."""
    name = value.get("name") if isinstance(value, Mapping) else None
    return f"{kind} {quoted(name) if isinstance(name, Text) and name else number}"


def _note(record: Record, file: HelpFile) -> Text | None:
    note = record.markdown("note", required=False)
    file.prose += [(f"{record.where}, note", note)] if note else []
    return note


class _Sourced(TypedDict):
    source: tuple[Text, ...]
    source_date: tuple[int, ...]
    read_at: Text


def _sourced(record: Record) -> _Sourced | None:
    """Where something was read, as the fields of `Sourced`; None where that does not say enough."""
    source, dated = record.texts("source", required=True), _date(record, "source-date")
    read_at = record.word("read-at", READ_AT)
    if not source or dated is None or not read_at:
        return None
    return {"source": source, "source_date": dated, "read_at": read_at}


def _directory(value: Value, number: int, file: HelpFile) -> Directory | None:
    record = Record(value, f"directory {number}", file.problems)
    name, address, about = record.text("name"), _address(record, "address"), record.text("about")
    record.close()
    return Directory(name, address, about) if name and address and about else None


def _number(record: Record, number: Text | None, field: str) -> Text | None:
    if number is not None and not _NUMBER.fullmatch(number):
        record.note(
            f"must be a telephone number in digits, spaces and hyphens, not {quoted(number)}", field, number.place
        )
        return None
    return number


def _address(record: Record, field: str, required: bool = True) -> Text | None:
    address = record.text(field, required)
    if address is not None and not (re.fullmatch(r"https://[^\s/\[\]]+\.[^\s]+", address) and is_address(address)):
        record.note(f"must be an https: address, not {quoted(address)}", field)
        return None
    return address


def _date(record: Record, field: str, whole: bool = False) -> tuple[int, ...] | None:
    """A date as year, month and day, as far as it says; empty where it is said to be undated."""
    text = record.text(field)
    if text is None or (text == UNDATED and not whole):
        return None if text is None else ()
    parts = tuple(day_of(text) or ())
    if not parts or (whole and len(parts) < 3):
        forms = "2026-11-22" if whole else f"2026-11-22, 2026-11, 2026 or {UNDATED}"
        record.note(f"must be a date as {forms}, not {quoted(text)}", field)
        return None
    return parts
