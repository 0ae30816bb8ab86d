"""The lines of `help.yml`, or every problem in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from coursework.help.model import Directory, Emergency, Help, HelpLine
from coursework.problem import Problem, quoted
from coursework.record import Record
from coursework.source import Mapping, Place, Text, Value

PATH = "help.yml"
UNDATED = "undated"
_NUMBER = re.compile(r"\+?\d(?:[ -]?\d)*")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass
class HelpFile:
    """What the file gave: its content, if it is without fault; the pairs are (where, text), as in a quiz file.

    `checked` is where the day of the last check stands, for advice on it.
    """

    id: str = "help"
    path: str = PATH
    help: Help | None = None
    checked: Place | None = None
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
    emergency = record.items("emergency", lambda item, number: _emergency(item, number, file))
    lines = record.items("lines", lambda item, number: _line(item, number, file))
    directories = record.items("directories", lambda item, number: _directory(item, number, file), required=False)
    record.close()
    if checked and not file.problems:
        file.help = Help(date(*checked), emergency, lines, directories)
    return file


def _emergency(value: Value, number: int, file: HelpFile) -> Emergency | None:
    record = Record(value, f"emergency number {number}", file.problems)
    called, where = _number(record, record.text("number"), "number"), record.text("where")
    record.close()
    return Emergency(called, where) if called and where else None


def _line(value: Value, number: int, file: HelpFile) -> HelpLine | None:
    named = value.get("name") if isinstance(value, dict) else None
    record = Record(
        value, f"line {quoted(named)}" if isinstance(named, Text) and named else f"line {number}", file.problems
    )
    country, name, hours = record.text("country"), record.text("name"), record.text("hours")
    call = tuple(_number(record, item, "call") for item in record.texts("call"))
    text, note = record.text("text", required=False), record.text("note", required=False)
    languages, write = record.text("languages", required=False), record.text("write", required=False)
    if write and not _MAIL.fullmatch(write):
        record.note(f"must be an e-mail address, not {quoted(write)}", "write")
    chat, address = _address(record, "chat", required=False), _address(record, "address")
    if isinstance(value, Mapping) and not any(record.has(way) for way in ("call", "text", "write", "chat")):
        record.note("must have `call`, `text`, `write` or `chat`, or nobody can reach it")
    source, dated = record.texts("source", required=True), _date(record, "source-date")
    confirmed = record.flag("confirmed", required=True)
    record.close()
    file.prose += [(f"{record.where}, {name}", said) for name, said in (("note", note),) if said]
    if not (country and name and hours and address and source) or confirmed is None or dated is None:
        return None
    return HelpLine(
        country=country, name=name, call=tuple(filter(None, call)), text=text, write=write, chat=chat, hours=hours,
        languages=languages, note=note, address=address, source=source, source_date=dated, confirmed=confirmed,
    )  # fmt: skip


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
    if address is not None and not re.fullmatch(r"https://[^\s/]+\.[^\s]+", address):
        record.note(f"must be an https: address, not {quoted(address)}", field)
        return None
    return address


def _date(record: Record, field: str, whole: bool = False) -> tuple[int, ...] | None:
    """A date as year, month and day, as far as it says; empty where it is said to be undated."""
    text = record.text(field)
    if text is None or (text == UNDATED and not whole):
        return None if text is None else ()
    match = _DATE.fullmatch(text)
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    try:
        date(*(*parts, 1, 1)[:3])
    except (ValueError, TypeError):
        parts = ()
    if not parts or (whole and len(parts) < 3):
        forms = "2026-11-22" if whole else f"2026-11-22, 2026-11, 2026 or {UNDATED}"
        record.note(f"must be a date as {forms}, not {quoted(text)}", field)
        return None
    return parts
