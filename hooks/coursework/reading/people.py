"""The names in one field of a work, or every problem in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursework.reading import called, foreign, slips
from coursework.reading.model import NAME_PARTS, OTHERS, Name
from coursework.source.place import Place, Text
from coursework.source.problem import quoted
from coursework.source.record import Record
from coursework.source.values import Mapping, Value

_FORM = "`{family: …, given: …}`, or `{literal: …}` for a group"


@dataclass
class People:
    """The names that a field gave, what to advise of them, and the names of what nothing here uses."""

    names: list[Name] = field(default_factory=list)
    remarks: list[tuple[Place, str, str]] = field(default_factory=list)
    unused: list[Text] = field(default_factory=list)


def read_people(record: Record, name: str) -> People:
    """The people and groups in the field `name` of a record."""
    people = People()
    if isinstance(together := record.value(name), Text) and together.strip():
        record.note(f"must be a list, each name in it {_FORM}, not {quoted(together)}", name)
        return people
    names = record.items(name, lambda value, number: _name(record, value, f"{name} {number}", people), required=False)
    people.names = _with_others(record, name, list(names)) if names else []
    return people


def _name(parent: Record, value: Value, which: str, people: People) -> Name | None:
    where = f"{parent.where}, {which}"
    if isinstance(value, Text) and value.strip():
        parent.problems.append(value.place.problem(where, f"must be {_FORM}, not {quoted(value)}"))
        return None
    record = called.Person(value, where, parent.problems)
    if not isinstance(value, Mapping):
        return None
    parts = {part: record.text(part, required=False) for part in (*NAME_PARTS, "name")}
    for unused in foreign.UNUSED_OF_NAMES:
        if (found := record.value(unused)) not in (None, [], {}, "") and found is not None:
            people.unused.append(Text.at(found.place, unused))
    record.close()
    read = {part: foreign.as_csl(" ".join(text.split()))[0] for part, text in parts.items() if text}
    group = read.pop("name", None)  # as Crossref calls it
    if group and not read.get("family"):
        read.setdefault("literal", group)
    if not read.get("family") and not read.get("literal"):
        record.note("must have `family`, or `literal` for a group")
        return None
    people.remarks += [(record.place, which, slip) for slip in slips.in_name(read)]
    return read


def _with_others(record: Record, field: str, names: list[Name]) -> list[Name]:
    """The names, of which those that are left out are said in one way, which styles and files then put in theirs."""
    means = [
        " ".join((name.get("literal") or name.get("family", "")).casefold().split()).rstrip(".")
        in ("et al", "others", "and others") and "given" not in name
        for name in names
    ]  # fmt: skip
    if means[0]:
        record.note(f"must say `literal: {OTHERS}` after the names that are known", field)
    return [{"literal": OTHERS} if other else name for name, other in zip(names, means)]
