"""References and reading lists from their YAML files, or every problem in them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from coursework.reading.model import (
    ACCESS,
    DATE_FIELDS,
    LEVELS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    TYPES,
    CslValue,
    Group,
    Name,
    Reading,
    ReadingList,
    Reference,
    text_in,
)  # fmt: skip
from coursework.source.front_matter import is_day
from coursework.source.place import Place, Text
from coursework.source.problem import Problem, must_be_one_of, quoted
from coursework.source.record import Record, kind_of
from coursework.source.signs import is_address
from coursework.source.values import ID_RULE, Mapping, Sequence, Value, is_identifier
from coursework.text.citation import KEY

_NAME_PARTS = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")
MARKUP_OF_CSL = ("i", "b", "sub", "sup", "span")
"""The tags that CSL itself gives to titles."""
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")


def read_references(
    value: Value, stances: Collection[str] = (), topics: Collection[str] = ()
) -> tuple[dict[str, Reference], list[Problem]]:
    """Turn the value of `readings/references.yml` into references by id, and the problems in it.

    `stances` are the words that may say where a work stands, `topics` those for what it is about; any may, where none
    are given.
    A reference with a problem is there all the same, if it has an id: what cites it is not at fault.
    """
    problems: list[Problem] = []
    references: dict[str, Reference] = {}
    lines: dict[str, int] = {}
    by_doi: dict[str, str] = {}  # the id of the work with each DOI
    if not isinstance(value, Sequence):
        problems.append(
            value.place.problem("", f"must be a list of references (lines that start with `- `), not {kind_of(value)}")
        )
        return references, problems
    for number, item in enumerate(value, 1):
        id = item.get("id") if isinstance(item, dict) else None
        record = Record(item, f"reference {id}" if isinstance(id, Text) and id else f"reference {number}", problems)
        reference = _reference(record, stances, topics)
        if reference is None:
            continue
        if reference.id in lines:
            record.note(f"must be used once, not twice (first in line {lines[reference.id]})", "id")
        lines.setdefault(reference.id, record.place_of("id").line)
        doi = text_in(reference.csl, "DOI").lower()
        if doi and by_doi.setdefault(doi, reference.id) != reference.id:
            record.note(f"must be of one reference only, but {by_doi[doi]} has it too", "DOI")
        references.setdefault(reference.id, reference)
    return references, problems


def _reference(record: Record, stances: Collection[str], topics: Collection[str]) -> Reference | None:
    id = record.text("id")
    if id is not None and not re.fullmatch(KEY, id):
        record.note(f"must be letters, digits and single signs of `_ . : -`, not {quoted(id)}", "id")
        id = None
    title_at: Place | None = None
    csl: dict[str, CslValue] = {"id": str(id)}
    csl["type"] = str(record.word("type", TYPES) or "article")
    for name in TEXT_FIELDS:
        text = record.markdown(name, required=name == "title")
        if text is not None:
            csl[name] = " ".join(text.split())
            title_at = text.place if name == "title" else title_at
    for name in NAME_FIELDS:
        names = record.items(name, _name_reader(name, record), required=False)
        if names:
            csl[name] = list(names)
            _check_others(record, name, names)
    for name in DATE_FIELDS:
        date = _date(record, name)
        if date:
            csl[name] = {"date-parts": [date]}
    if record.is_group and not record.has("issued") and not record.has("status"):
        record.note("must have `issued`, or `status: no date` (or `in press`) where there is none, but has neither")
    doi, url = text_in(csl, "DOI"), text_in(csl, "URL")
    if doi and not _DOI.fullmatch(doi):
        record.note(f"must be a DOI alone, as 10.1037/pst0000172, not {quoted(doi)}", "DOI")
    if url and not (re.fullmatch(r"https://[^\s<>\"]+", url) and is_address(url)):
        record.note(f"must be an https: address, not {quoted(url)}", "URL")
        del csl["URL"]  # nothing that is written of the work could do anything with it
    level = record.word("level", LEVELS, required=False)
    stance = record.word("stance", stances, required=False)
    access = record.word("access", ACCESS, required=False)
    about, annotation = _topics(record, topics), record.markdown("annotation", required=False)
    verified = record.text("verified", required=False)
    record.close()
    csl.setdefault("title", str(id))
    at = id.place if id else None
    return Reference(id, csl, level, stance, access, about, annotation, verified, at, title_at) if id else None


def _topics(record: Record, allowed: Collection[str]) -> tuple[Text, ...]:
    topics = record.texts("topics")
    for topic in topics:
        if allowed and topic not in allowed:
            record.note(must_be_one_of(topic, allowed), "topics", topic.place)
        elif not is_identifier(topic):
            record.note(f"must be {ID_RULE}, not {quoted(topic)}", "topics", topic.place)
    return topics


def _name_reader(field: str, parent: Record) -> Callable[[Value, int], Name | None]:
    return lambda value, number: _name(value, f"{field} {number}", parent)


def _name(value: Value, place: str, parent: Record) -> Name | None:
    record = Record(value, f"{parent.where}, {place}", parent.problems)
    if not isinstance(value, dict):
        return None
    parts = {part: record.text(part, required=False) for part in _NAME_PARTS}
    record.close()
    name = {part: str(text) for part, text in parts.items() if text}
    if not name.get("family") and not name.get("literal"):
        record.note("must have `family`, or `literal` for a group")
        return None
    return name


def _check_others(record: Record, field: str, names: Iterable[Name]) -> None:
    """Where names are left out, that is said in one way, which styles and files then put in theirs."""
    for place, name in enumerate(names):
        literal = name.get("literal", "")
        means = " ".join(literal.casefold().split()).rstrip(".") in ("et al", "others", "and others")
        if means and (literal != OTHERS or place == 0):
            message = f"must say `literal: {OTHERS}` after the names that are known, not {quoted(literal)}"
            record.note(message, field)


def _date(record: Record, name: str) -> list[int] | None:
    value, parts = record.value(name), None
    if value is None:
        return None
    date = record.nested(name) if isinstance(value, Mapping) else None
    if date is not None:
        parts = date.value("date-parts")
        date.close()
    numbers = _numbers(parts[0]) if isinstance(parts, Sequence) and len(parts) == 1 else []
    if not 1 <= len(numbers) <= 3 or not all(1 <= part <= last for part, last in zip(numbers[1:], (12, 31))):
        record.note("must hold `date-parts` with one date: a year, or a year, a month and a day, as numbers", name)
        return None
    # Before our era a month was as long as in any year.
    if not is_day([numbers[0] if numbers[0] >= 0 else 4, *numbers[1:]]):
        record.note(f"must be a day that there is, not {quoted('-'.join(map(str, numbers)))}", name)
        return None
    # A work that is in press may carry the next year.
    if name == "issued" and numbers[0] > datetime.date.today().year + 1:
        record.note(f"must not be in a year to come, as {numbers[0]}", name)
    return numbers


def _numbers(value: Value) -> list[int]:
    """The numbers that a list holds; none where it holds anything else."""
    parts = value if isinstance(value, Sequence) else ()
    numbers = [int(part) for part in parts if isinstance(part, Text) and re.fullmatch(r"-?[0-9]{1,4}", part)]
    return numbers if len(numbers) == len(parts) else []


@dataclass
class ReadingListFile:
    """What one file of a reading list gave; the pairs are (where, text), as in a quiz file."""

    id: str
    path: str
    reading_list: ReadingList | None = None
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None


def read_reading_list(value: Value, id: str, path: str) -> ReadingListFile:
    """Turn the value of `readings/ID.yml` into a reading list."""
    file = ReadingListFile(id, path)
    record = Record(value, "", file.problems)
    title = record.text("title")
    file.lesson = record.text("lesson", required=False)
    introduction = record.markdown("introduction", required=False)
    groups = record.items("groups", lambda item, number: _group(item, number, file))
    record.close()
    file.prose += [("introduction", introduction)] if introduction else []
    if title and not file.problems:
        file.reading_list = ReadingList(id, title, groups, introduction, file.lesson)
    return file


def _group(value: Value, number: int, file: ReadingListFile) -> Group:
    record = Record(value, f"group {number}", file.problems)
    title = record.text("title", required=False)
    readings = record.items("readings", lambda item, place: _reading(item, f"group {number}, reading {place}", file))
    record.close()
    return Group(title, readings)


def _reading(value: Value, where: str, file: ReadingListFile) -> Reading | None:
    record = Record(value, where, file.problems)
    reference, why = record.text("reference"), record.markdown("why")
    record.close()
    file.cites += [(f"{where}, reference", reference)] if reference else []
    file.prose += [(f"{where}, why", why)] if why else []
    return Reading(reference, why) if reference and why else None
