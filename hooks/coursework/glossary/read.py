"""The terms of `glossary.yml`, or every problem in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursework.glossary.model import Term
from coursework.source.place import Text
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record, kind_of
from coursework.source.values import Sequence, Value

PATH = "glossary.yml"


@dataclass
class GlossaryFile:
    """What the file gave; the pairs are (where, text), as in a quiz file. Without mistakes it `is_sound`."""

    id: str = "glossary"
    path: str = PATH
    terms: dict[str, Term] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None
    is_sound: bool = True


def read_glossary(value: Value) -> GlossaryFile:
    """Turn the value of `glossary.yml` into terms by their ids."""
    file = GlossaryFile()
    if not isinstance(value, Sequence):
        message = f"must be a list of terms (lines that start with `- `), not {kind_of(value)}"
        file.problems.append(value.place.problem("", message))
        return file
    taken: dict[str, str] = {}  # the id of the term that each form stands for
    for number, item in enumerate(value, 1):
        named = item.get("term") if isinstance(item, dict) else None
        record = Record(item, f"term {quoted(named)}" if isinstance(named, Text) else f"term {number}", file.problems)
        term = _term(record, file)
        if term is None:
            continue
        if term.id in file.terms:
            record.note("must be used once, not twice", "id")
        for form in term.forms:
            other = taken.setdefault(form.casefold(), term.id)
            if other != term.id:
                record.note(f"must be of one term only, but {quoted(form)} is of {quoted(other)} too", "forms")
        file.terms.setdefault(term.id, term)
    file.is_sound = not file.problems
    return file


def _term(record: Record, file: GlossaryFile) -> Term | None:
    id, term, definition = record.identifier(), record.text("term"), record.markdown("definition")
    forms = record.texts("forms") if record.has("forms") else (term,) if term else ()
    record.close()
    if definition:
        file.prose.append((f"{record.where}, definition", definition))
    return Term(id, term, definition, tuple(map(str, forms))) if id and term and definition else None
