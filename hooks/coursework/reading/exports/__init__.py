"""What a reader takes away: a set of references as files that other programs read.

Every file is made from the records of CSL, never from the page. Only the plain text is what the style makes of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coursework.reading.exports.bibtex import to_bibtex
from coursework.reading.exports.csl_json import to_csl_json
from coursework.reading.exports.plain import to_plain
from coursework.reading.exports.record import record
from coursework.reading.exports.ris import to_ris
from coursework.reading.model import Reference
from coursework.text.site_file import SiteFile

# The endings of the files, in the order in which they are offered.
ENDINGS = ("bib", "ris", "json", "txt")


def take_away(
    path: str, title: str, references: Iterable[Reference], entries: Mapping[str, str], unconfirmed: str = ""
) -> list[SiteFile]:
    """The files of a set of references: `path` is theirs without its ending, `title` heads the plain text.

    `entries` are the formatted references by their ids, in the order of the style. `unconfirmed` is what is said of a
    reference whose details are not confirmed.
    """
    chosen = {reference.id: reference for reference in references}
    ordered = [chosen[id] for id in entries if id in chosen]
    records = [record(reference, unconfirmed) for reference in ordered]
    notes = {reference.id: "" if reference.confirmed else unconfirmed for reference in ordered}
    contents = {
        "bib": to_bibtex(records),
        "ris": to_ris(records),
        "json": to_csl_json(records),
        "txt": to_plain(title, [(entries[id], note) for id, note in notes.items()]),
    }
    # Bytes, so that no host makes other ends of lines of them.
    return [SiteFile(f"{path}.{ending}", contents[ending].encode()) for ending in ENDINGS]
