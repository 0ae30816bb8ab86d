"""The works in a file, by themselves or within what others hand out around them; and what is none, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.source.pasted import EXPORT, NO_HYPHEN, of_another_format
from coursework.source.place import Text
from coursework.source.problem import quoted
from coursework.source.record import kind_of
from coursework.source.values import Mapping, Sequence, Value

# The only field of a whole library: as Better BibTeX and Pandoc write it, and as Zotero's server does.
_LIBRARIES = (["references"], ["items"])
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_FETCH = "`curl -L -H 'Accept: application/vnd.citationstyles.csl+json' https://doi.org/{}`"
# Fields of records in other forms, each with whose form has it.
_OTHER_FORMS = {"itemType": "Zotero's own", "creators titles": "DataCite's own", "authorships": "OpenAlex's own"}


def works_in(value: Value) -> Iterator[Value]:
    """The works of a file or of a part of it; what is no work is given as it stands."""
    if isinstance(value, Sequence):
        for item in value:
            yield from works_in(item)
    elif isinstance(value, Mapping) and [*value] in _LIBRARIES:
        yield from works_in(next(iter(value.values())))
    elif isinstance(value, Mapping) and "status" in value and isinstance(found := value.get("message"), Mapping):
        # Crossref's answer to a question about one work, or about several.
        yield from works_in(found.get("items", found))
    else:
        yield value


def no_library(value: Value) -> str:
    """What is wrong with a whole file that is no list; empty for one that holds works all the same."""
    if isinstance(value, Sequence) or [*works_in(value)] != [value]:
        return ""
    if fault := _no_record(value):
        return fault
    if isinstance(value, Mapping) and "type" in value:
        return NO_HYPHEN
    return f"must be a list of references (lines that start with `- `), not {kind_of(value)}"


def no_record(value: Value) -> str:
    """What is wrong with an item that no field can be read of; empty for any other."""
    otherwise = "" if isinstance(value, Mapping) else f"must be a group of fields (`name: value`), not {kind_of(value)}"
    return _no_record(value) or otherwise


def _no_record(value: Value) -> str:
    if isinstance(value, Mapping):
        return _of_another_form(value)
    if isinstance(value, Sequence):
        return ""
    if found := of_another_format([value], [1]):
        return found[2]
    doi = _DOI.fullmatch(value.strip())
    return f"must be the record of this DOI: get it by {_FETCH.format(doi[1])}" if doi else ""


def _of_another_form(value: Mapping) -> str:
    """What is wrong with a group of fields that a program wrote in a form of its own; empty for any other."""
    if value.get("status") in ("failed", "error"):
        reason = value.get("message")
        why = f", {quoted(reason)}" if isinstance(reason, Text) else ""
        return f"must be a record: this answer says that there is none{why}"
    inner: Value | None = value
    for name in ("data", "attributes"):
        inner = inner[name] if isinstance(inner, Mapping) and isinstance(inner.get(name), Mapping) else inner
    items = value.get("items")
    inner = items[0] if isinstance(items, Sequence) and items else inner
    if not isinstance(inner, Mapping):
        return ""
    whose = [form for fields, form in _OTHER_FORMS.items() if {*inner}.issuperset(fields.split())]
    if not whose:
        return ""
    doi = _DOI.fullmatch(str(inner.get("doi", inner.get("DOI", ""))))
    instead = f"get it by {_FETCH.format(doi[1])}" if doi else EXPORT
    return f"must be a record in CSL-JSON, not in {whose[0]} form: {instead}"
