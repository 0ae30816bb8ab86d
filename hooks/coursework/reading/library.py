"""The works in a file, by themselves or within what others hand out around them; and what is none, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.source.pasted import NO_HYPHEN, of_another_format
from coursework.source.record import kind_of
from coursework.source.values import Mapping, Sequence, Value

# The only field of a whole library: as Better BibTeX and Pandoc write it, and as Zotero's server does.
_LIBRARIES = (["references"], ["items"])
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_FETCH = "`curl -L -H 'Accept: application/vnd.citationstyles.csl+json' https://doi.org/{}`"
_ANSWER = "must be a record in CSL-JSON, not DataCite's own: get it by " + _FETCH


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
        data = value.get("data")
        about = data.get("attributes") if isinstance(data, Mapping) else None
        return _ANSWER.format(about.get("doi", "DOI")) if isinstance(about, Mapping) else ""
    if isinstance(value, Sequence):
        return ""
    if found := of_another_format([value], [1]):
        return found[2]
    doi = _DOI.fullmatch(value.strip())
    return f"must be the record of this DOI: get it by {_FETCH.format(doi[1])}" if doi else ""
