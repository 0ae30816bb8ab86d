"""The two types of note that Anki is given: their fields, which are for ever, and how their cards look."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

# For ever: where a field is added, renamed or moved, or the card is renamed, Anki updates no note that it has, and
# keeps a second type beside the first. `tests/engine/quiz/frozen/anki.yml` holds them. The two at the end are for what
# nobody has thought of yet. Each holds XHTML, `Id` is the question's address (`quiz/question`), `Type` the name of its
# type.
QUESTION = (
    "Question", "Options", "Hint", "Answer", "Why", "Sources", "Links", "Id", "Type", "Spare 1", "Spare 2",
)  # fmt: skip
GAPS = (
    "Text", "Question", "Hint", "Answer", "Why", "Sources", "Links", "Id", "Type", "Spare 1", "Spare 2",
)  # fmt: skip
FIELDS: Mapping[str, tuple[str, ...]] = {"question": QUESTION, "gaps": GAPS}
# When the templates or the sheet below were last changed, in seconds since 1970. Anki replaces what it has by a later
# one only: a reader's own look stays until then. Words are in the fields, so that no course has templates of its own.
CHANGED = 1_796_000_000
_FRONT = {
    "question": "{{Question}}\n{{Options}}\n{{Hint}}",
    "gaps": "{{Question}}\n{{cloze:Text}}\n{{Hint}}",
}
_WHY = '\n<hr id="answer"/>\n{{Answer}}\n{{Why}}\n{{Sources}}\n{{Links}}'
# What was to choose from stands in the answer again, each with its reason.
_BACK = {"question": f"{{{{Question}}}}{_WHY}", "gaps": f"{{{{Question}}}}\n{{{{cloze:Text}}}}{_WHY}"}
# No colour for text or page: those are Anki's, by day and by night. Nothing is fetched.
_SHEET = """.card {
  max-width: 40rem; margin: 1rem auto; padding: 0 .75rem;
  font: 1.15rem/1.5 system-ui, sans-serif; text-align: left; overflow-wrap: break-word;
}
.card ul, .card ol { padding-left: 1.4em; }
.card li { margin: .4em 0; }
.answers, .pairs { list-style: none; }
.card .answers, .card .pairs { padding-left: 0; }
.answers > li, .pairs > li { padding-left: .7em; border-left: 3px solid rgba(128, 128, 128, .5); }
.answers > .right { border-left-color: #2a7d3f; }
.option, .match { display: inline; }
.match { font-weight: bold; }
.reason { margin-left: 1em; }
.reason > p { margin: .2em 0; }
.how { font-style: italic; }
.cloze { font-weight: bold; color: #0b57c2; }
.nightMode .cloze, .night_mode .cloze { color: #8ab8ff; }
.nightMode .answers > .right, .night_mode .answers > .right { border-left-color: #6fcf8a; }
.card a { color: #0b57c2; }
.nightMode a, .night_mode a { color: #8ab8ff; }
.card img { max-width: 100%; height: auto; }
.nightMode img, .night_mode img { background: #fff; }
.card pre { overflow-x: auto; white-space: pre; text-align: left; }
.card table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
.card th, .card td { padding: .2em .5em; border: 1px solid rgba(128, 128, 128, .6); }
details { margin: .8em 0; }
summary { cursor: pointer; }
"""


def number_of(*names: str) -> int:
    """A number that is the same for ever for some names: positive, and small enough for any program to read exactly."""
    return int.from_bytes(sha256("\0".join(names).encode()).digest()[:6]) | 1 << 40


def types_of(course: str) -> dict[str, dict[str, object]]:
    """Both types as Anki keeps them, by their ids as text. `course` is the id of the course."""
    return {str(number_of(course, kind)): _type(course, kind) for kind in FIELDS}


def _type(course: str, kind: str) -> dict[str, object]:
    card = {
        "name": "Card", "ord": 0, "qfmt": _FRONT[kind], "afmt": _BACK[kind], "bqfmt": "", "bafmt": "", "did": None,
        "id": number_of(kind, "card"),
    }  # fmt: skip
    return {
        "id": number_of(course, kind), "name": f"{course} {kind}", "type": 1 if kind == "gaps" else 0, "mod": CHANGED,
        "usn": -1, "sortf": 0, "did": None, "tmpls": [card], "css": _SHEET, "latexPre": "", "latexPost": "",
        "flds": [_field(kind, at, name) for at, name in enumerate(FIELDS[kind])], "req": [[0, "any", [0]]],
    }  # fmt: skip


def _field(kind: str, at: int, name: str) -> dict[str, object]:
    return {
        "name": name, "ord": at, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": [],
        "id": number_of(kind, "field", name),
    }  # fmt: skip
