"""References and reading lists from their YAML files, or every problem in them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from coursework.reading.called import Work
from coursework.reading.fields import Fields, read_fields
from coursework.reading.foreign import as_key
from coursework.reading.library import no_library, no_record, works_in
from coursework.reading.model import ACCESS, LEVELS, CslValue, Group, Reading, ReadingList, Reference, text_in
from coursework.source.place import Text
from coursework.source.problem import Problem, must_be_one_of, quoted
from coursework.source.record import Record
from coursework.source.values import ID_RULE, Value, is_identifier
from coursework.text.citation import KEY

OWN_FIELDS = ("annotation", "verified", "level", "stance", "access", "topics")
"""What a reference says in our words, beside CSL."""


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
    first: dict[str, tuple[Value | None, int]] = {}  # what stands as the id of the first work of each, and its line
    by_doi: dict[str, str] = {}  # the id of the work with each DOI
    if fault := no_library(value):
        return references, [value.place.problem("", fault)]
    for number, item in enumerate(works_in(value), 1):
        if fault := no_record(item):
            problems.append(item.place.problem(f"reference {number}", fault))
            continue
        id = item.get("id") if isinstance(item, dict) else None
        record = Work(item, f"reference {id}" if isinstance(id, Text) and id else f"reference {number}", problems)
        reference = _reference(record, stances, topics)
        if reference is None:
            continue
        written, line = first.setdefault(reference.id, (id, record.place_of("id").line))
        if reference.id in references:
            once = f"must be used once, not twice (first in line {line})"
            own = f"must be one of its own: this and that in line {line} are both cited as [@{reference.id}]"
            record.note(once if written == id else own, "id")
        doi = text_in(reference.csl, "DOI").lower()
        if doi and by_doi.setdefault(doi, reference.id) != reference.id:
            record.note(f"must be of one reference only, but {by_doi[doi]} has it too", "DOI")
        references.setdefault(reference.id, reference)
    return references, problems


def _reference(record: Record, stances: Collection[str], topics: Collection[str]) -> Reference | None:
    fields = read_fields(record)
    id = _id(record, fields)
    csl: dict[str, CslValue] = {"id": str(id), **fields.csl}
    level = record.word("level", LEVELS, required=False)
    stance = record.word("stance", stances, required=False)
    access = record.word("access", ACCESS, required=False)
    about, annotation = _topics(record, topics), record.markdown("annotation", required=False)
    verified = record.text("verified", required=False)
    record.close()
    if fields.unused:
        names = ", ".join(f"`{name}`" for name in dict.fromkeys(fields.unused))
        place, message = fields.unused[0].place, f"should be without what nothing here uses or hands on: {names}"
        fields.remarks.append((place, "", message))
    csl.setdefault("title", str(id))
    at, remarks = id.place if id else None, tuple(fields.remarks)
    if id is None:
        return None
    return Reference(id, csl, level, stance, access, about, annotation, verified, at, fields.title_at, remarks)


def _id(record: Record, fields: Fields) -> Text | None:
    """The id of a work, or one made of the address or the DOI by which others call it."""
    id, key = record.text("id", required="DOI" not in fields.csl), fields.csl.get("citation-key")
    if id is not None and re.fullmatch(KEY, id):
        return id
    found = key or (id.rstrip("/").rsplit("/")[-1] if id and "/" in id else "" if id else fields.csl.get("DOI"))
    own = as_key(found) if isinstance(found, str) else ""
    if re.fullmatch(KEY, own):
        fields.remark("id", f"should be one to cite it by, which stays; until then it is cited as [@{own}]")
        return Text.at(record.place_of("id"), own)
    if id is not None:
        record.note(f"must be letters, digits and single signs of `_ . : -`, not {quoted(id)}", "id")
    return None


def _topics(record: Record, allowed: Collection[str]) -> tuple[Text, ...]:
    topics = record.texts("topics")
    for topic in topics:
        if allowed and topic not in allowed:
            record.note(must_be_one_of(topic, allowed), "topics", topic.place)
        elif not is_identifier(topic):
            record.note(f"must be {ID_RULE}, not {quoted(topic)}", "topics", topic.place)
    return topics


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
