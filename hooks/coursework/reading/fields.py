"""The fields of one work, as CSL has them and as exporters write them, or every problem in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import reduce

from coursework.reading import called, foreign, slips
from coursework.reading.dates import date_of, instead_of, read_date
from coursework.reading.model import (
    DATE_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    TITLE_FIELDS,
    TYPES,
    CslValue,
)  # fmt: skip
from coursework.reading.people import read_people
from coursework.source.place import Place, Text
from coursework.source.problem import quoted, suggestion
from coursework.source.record import Record
from coursework.source.signs import is_address
from coursework.source.values import Mapping, Sequence, Value

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
# What stands around a DOI where it is a link, or the end of a sentence.
_AROUND_A_DOI = re.compile(r"^(?:doi:\s*)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?=10\.)|[.,;]+$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_OTHER_NAMES = {name: [other for other, csl in foreign.FIELDS.items() if csl == name] for name in TEXT_FIELDS}
# Texts of CSL in whose place Crossref has records of its own.
_RECORDS_OF_OTHERS = ("license", "version", "event")
# Texts that are handed on and not shown, so that nobody need mend them.
_AT_LENGTH = ("abstract", "annote", "note")
_BY_LOWER = {name.lower().replace("_", "-"): name for name in (*TEXT_FIELDS, *DATE_FIELDS, *NAME_FIELDS)}
_EXTRA = re.compile(r"([A-Za-z][A-Za-z _-]*):\s*(\S.*)")


@dataclass
class Fields:
    """What the fields of a work gave: its CSL without an id, where its title stands, and what to advise.

    `unused` are the names of what nothing here uses.
    """

    record: Record
    csl: dict[str, CslValue] = field(default_factory=dict)
    title_at: Place | None = None
    remarks: list[tuple[Place, str, str]] = field(default_factory=list)
    unused: list[Text] = field(default_factory=list)

    def remark(self, field: str, message: str) -> None:
        self.remarks.append((self.record.place_of(field), field, message))

    def take(self, value: Value | None, name: str) -> None:
        """Set a field aside as one that is not used, unless there is nothing in it."""
        if value is not None and value not in ([], {}, ""):
            self.unused.append(Text.at(value.place, name))


def read_fields(record: Record) -> Fields:
    """All fields of CSL in a record, and those of others, which are noted as read."""
    fields = Fields(record)
    fields.csl["type"] = _type(record)
    given = {*record.given((*TEXT_FIELDS, *foreign.FIELDS)), "title"}
    for name in TEXT_FIELDS:
        if name in given or not given.isdisjoint(_OTHER_NAMES[name]):
            _text(fields, name)
    for name in record.given(NAME_FIELDS):
        people = read_people(record, name)
        fields.remarks += people.remarks
        for unused in people.unused:
            if unused not in fields.unused:
                fields.unused.append(unused)
        if people.names:
            fields.csl[name] = people.names
    for name in ("issued", *record.given(DATE_FIELDS[1:])):
        problems = len(record.problems)
        date, words = read_date(record, name)
        if date:
            fields.csl[name] = date
        elif name == "issued" and "status" not in fields.csl and record.is_group and len(record.problems) == problems:
            fields.remark(name, "should say when, or have `status: no date` (or `in press`) where nobody can")
        if words and name == "issued":
            instead = instead_of(words, name)
            also = f"should hold `date-parts` too, so that the files to take along have a date, not {quoted(words)}"
            fields.remark(name, f"should be {instead}" if instead else also)
    if categories := record.texts("categories"):
        fields.csl["categories"] = list(categories)
    custom = record.value("custom")
    if isinstance(custom, Mapping):
        fields.csl["custom"] = {str(name): _plain(item) for name, item in custom.items()}
    else:
        fields.take(custom, "custom")
    _extra(fields)
    _check_addresses(fields)
    for name in record.given(foreign.UNUSED):
        fields.take(record.value(name), name)
    return fields


def _type(record: Record) -> str:
    type = record.text("type") or "document"
    of_csl = foreign.TYPES.get(type, type)
    if of_csl not in TYPES:
        meant = called.type_meant(type)
        near = suggestion(meant or type, [meant] if meant else TYPES)
        record.note(f"must be a type of CSL, not {quoted(type)}{near}", "type")
        return "document"
    return str(of_csl)


def _text(fields: Fields, name: str) -> None:
    """Read a text of CSL, by its own name or by another."""
    record = fields.record
    given = [each for each in (name, *_OTHER_NAMES[name]) if record.has(each) and record.value(each) != []]
    if name == "title" and not given:
        record.markdown(name)
    for other in given[1:]:
        if record.value(other) != record.value(given[0]):
            fields.take(record.value(other), other)
    if not given:
        return
    text = _one_text(fields, given[0])
    if text is None:
        return
    fields.title_at = text.place if name == "title" else fields.title_at
    if name not in _AT_LENGTH:
        for slip in slips.in_text(name, " ".join(text.split())):
            fields.remark(given[0], slip)
    lines = [" ".join(line.split()) for line in text.splitlines()] if name == "note" else [" ".join(text.split())]
    if name == "title":
        lines = [reduce(foreign.joined, _subtitle(record), lines[0])]
    shown, tag = foreign.as_csl("\n".join(filter(None, lines)))
    if tag and name not in _AT_LENGTH:
        message = f"must hold no tags but `<i>`, `<b>`, `<sub>`, `<sup>` and `<span>`, not {quoted(tag, 30)}"
        record.note(message, given[0])
    fields.csl[name] = foreign.with_tags(shown) if name in TITLE_FIELDS else shown


def _subtitle(record: Record) -> list[str]:
    if record.value(foreign.SUBTITLE) in (None, "", [], [""]):
        return []
    return [" ".join(text.split()) for text in record.texts(foreign.SUBTITLE)]


def _one_text(fields: Fields, name: str) -> Text | None:
    """The text of a field that may be a list of some, of whose titles the first counts."""
    record, value = fields.record, fields.record.value(name)
    if isinstance(value, Sequence) and value and all(isinstance(item, Text) and item.strip() for item in value):
        if foreign.FIELDS.get(name, name) in TITLE_FIELDS:
            if len(value) > 1:
                fields.take(value, f"{name} after the first")
            first = value[0]
            return first if isinstance(first, Text) else None
        return Text.at(value.place, ", ".join(map(str, value)))
    if name == "event" and isinstance(value, Mapping):
        place, title = value.get("location"), value.get("name")
        if isinstance(place, Text) and place.strip() and not record.has("event-place"):
            fields.csl["event-place"] = foreign.as_csl(place)[0]
        return title if isinstance(title, Text) and title.strip() else None
    if name in _RECORDS_OF_OTHERS and not isinstance(value, Text):
        fields.take(value, name)
        return None
    return record.markdown(name)


def _extra(fields: Fields) -> None:
    """Take the fields that Zotero keeps in lines of its field Extra, and exports as a note, for what they are."""
    note, left = fields.csl.get("note"), []
    for line in note.split("\n") if isinstance(note, str) else ():
        match = _EXTRA.fullmatch(line)
        name = _BY_LOWER.get(re.sub("[ _]", "-", match[1].lower())) if match else None
        value = _in_extra(name, match[2]) if match and name and name not in fields.csl else None
        if name and value:
            fields.csl[name] = value
        else:
            left.append(line)
    if left:
        fields.csl["note"] = "\n".join(left)
    else:
        fields.csl.pop("note", None)


def _in_extra(name: str, text: str) -> CslValue | None:
    if name in NAME_FIELDS:
        family, _, given = (part.strip() for part in text.partition("||"))
        return [{"family": family, "given": given} if given else {"literal": family}]
    return date_of(text) if name in DATE_FIELDS else text


def _check_addresses(fields: Fields) -> None:
    record, csl = fields.record, fields.csl
    doi, url = str(csl.get("DOI", "")), str(csl.get("URL", ""))
    if doi:
        csl["DOI"] = doi = _AROUND_A_DOI.sub("", doi)
    if doi and not _DOI.fullmatch(doi):
        record.note(f"must be a DOI alone, as 10.1037/pst0000172, not {quoted(doi)}", "DOI")
    if url and not (_ADDRESS.fullmatch(url) and is_address(url)):
        record.note(f"must be an https: or http: address, not {quoted(url)}", "URL")
        del csl["URL"]  # nothing that is written of the work could do anything with it
    elif url.startswith("http:") and not doi:
        fields.remark("URL", f"should be an https: address, if the site has one, not {quoted(url)}")


def _plain(value: Value) -> object:
    """What nobody reads here, as JSON has it."""
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Text) else {str(name): _plain(item) for name, item in value.items()}
