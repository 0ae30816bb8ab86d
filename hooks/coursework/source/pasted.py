"""What was copied from another program into a file of YAML, and where it begins: JSON without its hyphen, BibTeX, RIS.

YAML's reader gives up some lines after the cause, or says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coursework.source.problem import quoted

NO_HYPHEN = "must begin with `- `, as each item of a list does, in the column of the others"
OR_INDENTED = "must begin with `- ` if an item of the list begins here, or be indented like the fields above"
NO_COMMA = "must end without a comma: each item of this list begins with `- ` instead"
# A group or a list as a program writes it, at the beginning of a line or alone in it.
_JSON = re.compile(r"\s*(?P<json>\[\s*(?:\{.*)?|\{\s*(?:\".*)?)")
_AFTER_JSON = re.compile(r"\s*(?:- .*)?[}\]](?P<comma>\s*,)\s*")
_FIELD = re.compile(r"\s*(?P<name>[A-Za-z][\w-]*):(?:\s.*)?")
# What ends a line after which JSON may stand as the value of a field, or within other JSON.
_GOES_ON = re.compile(r".*(?:[:,\[{|>-]|[|>][+-])\s*|\s*-\s*")
_FORMATS = {
    "BibTeX": re.compile(r"\s*(?:- +)?(?P<found>@\w+\s*\{)"),
    "RIS": re.compile(r"\s*(?:- +)?(?P<found>TY  ?- )"),
    "PubMed's format": re.compile(r"\s*(?:- +)?(?P<found>PMID- *[0-9])"),
    "EndNote's format": re.compile(r"\s*(?:- +)?(?P<found>%0 [A-Z])"),
}
EXPORT = "import it into Zotero, export it from there as CSL JSON, and paste that after `- `"

Found = tuple[int, int, str]
"""The line and the column, from 1, where it stands, and what must hold there."""


def of_another_format(lines: Sequence[str], near: Iterable[int]) -> Found | None:
    """Where an entry of BibTeX or of RIS begins in one of the lines `near`; None where there is none."""
    for number in near:
        for format, begins in _FORMATS.items():
            if match := begins.match(_line(lines, number)):
                found = quoted(_line(lines, number).strip(), 30)
                message = f"must be a record in CSL-JSON or YAML, not in {format}, {found}: {EXPORT}"
                return number, match.start("found") + 1, message
    return None


def without_hyphen(lines: Sequence[str], last: int, reason: str) -> Found | None:
    """What should be an item of a list and is none; `last` is the line at which YAML gave up, for this `reason`."""
    for number in (last, _before(lines, last)):
        comma = _AFTER_JSON.fullmatch(_line(lines, number))
        if comma and ("'-' indicator" in reason or "document" in reason) and _is_item(lines, number):
            return number, comma.start("comma") + 1, NO_COMMA
    field = _FIELD.fullmatch(_line(lines, last)) if "'-' indicator" in reason else None
    if field and any(line.startswith(f"{' ' * field.start('name')}- ") for line in lines[:last]):
        return last, field.start("name") + 1, OR_INDENTED
    if "could not find" not in reason and "'-' indicator" not in reason and "document" not in reason:
        return None
    upwards = range(min(last, len(lines)), 0, -1)
    for number in reversed(upwards) if "document" in reason else upwards:
        json = _JSON.fullmatch(_line(lines, number))
        if json and not _GOES_ON.fullmatch(_line(lines, _before(lines, number))):
            return number, json.start("json") + 1, NO_HYPHEN
    return None


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _before(lines: Sequence[str], number: int) -> int:
    """The last line before this one that says anything; 0 where there is none."""
    earlier = (each for each in range(min(number, len(lines) + 1) - 1, 0, -1) if _says(lines[each - 1]))
    return next(earlier, 0)


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_item(lines: Sequence[str], number: int) -> bool:
    """Whether the JSON that ends in a line began after a hyphen."""
    for each in range(number, 0, -1):
        line = lines[each - 1]
        if re.match(r"\s*- +[{\[]", line):
            return True
        if each < number and not line.strip():
            return False
    return False
