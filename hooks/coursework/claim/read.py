"""The claims of one YAML file, or every problem in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from coursework.claim.model import CERTAINTIES, ID, KINDS, READ_AS, Claim
from coursework.source.correction import corrections_of
from coursework.source.place import Text
from coursework.source.problem import Problem, quoted
from coursework.source.record import Record
from coursework.source.values import Value


@dataclass
class ClaimFile:
    """What one file of claims gave; the pairs are (where, text), as in a quiz file."""

    id: str
    path: str
    claims: tuple[Claim, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    cites: list[tuple[str, Text]] = field(default_factory=list)
    prose: list[tuple[str, Text]] = field(default_factory=list)
    lesson: Text | None = None


def read_claims(value: Value, id: str, path: str, stances: Collection[str] = ()) -> ClaimFile:
    """Turn the value of `claims/ID.yml` into claims. `stances` are those there are; any may be, where none is given.

    Claims with a problem are left out; the file says what is wrong with them.
    """
    file = ClaimFile(id, path)
    record = Record(value, "", file.problems)
    file.lesson = record.text("lesson", required=False)
    file.claims = record.items("claims", lambda item, number: _claim(item, number, file, stances))
    record.close()
    return file


def _claim(value: Value, number: int, file: ClaimFile, stances: Collection[str]) -> Claim | None:
    named = value.get("id") if isinstance(value, dict) else None
    record = Record(value, f"claim {named}" if isinstance(named, Text) and named else f"claim {number}", file.problems)
    before = len(file.problems)
    id = record.text("id")
    if id is not None and not re.fullmatch(ID, id):
        record.note(f"must be letters, digits and single hyphens, starting with a letter, not {quoted(id)}", "id")
    sentence, kind = record.markdown("sentence"), record.word("kind", KINDS)
    record.renamed("side", "stance")
    stance = record.word("stance", stances, required=False)
    certainty = record.word("certainty", CERTAINTIES, required=False)
    confirmed = record.flag("confirmed")
    if kind == "finding" and not record.has("certainty") and confirmed is not False:
        record.note(f"must have `certainty` ({', '.join(CERTAINTIES)}), as it is a finding, but has none")
    if certainty and kind and kind != "finding":
        record.note(f"must be left out: only a finding has one, not a claim of the kind {quoted(kind)}", "certainty")
    caveat, references = record.markdown("caveat", required=False), record.texts("references", required=True)
    read, read_as = record.text("read", required=False), record.word("read-as", READ_AS, required=False)
    corrections = corrections_of(record, lambda value, name: Record(value, f"{record.where}, {name}", file.problems))
    record.close()
    file.cites += [(f"{record.where}, references", key) for key in references]
    file.prose += [
        (f"{record.where}, {name}", text) for name, text in (("sentence", sentence), ("caveat", caveat)) if text
    ]
    file.prose += [(f"{record.where}, corrections", each.text) for each in corrections]
    if len(file.problems) > before or not (id and sentence and kind):
        return None
    is_confirmed = confirmed is not False
    return Claim(id, sentence, kind, references, stance, certainty, caveat, is_confirmed, read, read_as, corrections)
