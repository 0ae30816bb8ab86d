"""The head of a page, YAML between two lines `---`: its fields as they are written, and what is wrong with them.

Nobody else reads it, so that nothing of it is loaded before it was looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import yaml

from coursework.source import values as source
from coursework.source.place import Place, Text
from coursework.source.problem import Problem, nearest, quoted
from coursework.source.record import Record, kind_of
from coursework.source.signs import legible

# Of YAML that only programs read. Ten times as fast; the other is there where PyYAML was built without it.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHERE = "front matter"
_BEGINNING = re.compile(r"---[ \t]*\n")
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# Fields that are text whatever YAML makes of them.
_TEXTS = ("title", "description", "about", "template")
# Of a page: one with four digits that begins with 0 is a slip.
_FIRST_YEAR = 1000
_LATE = re.compile(r"\s*\n(?=---[ \t]*\n[A-Za-z_][\w-]*:)")
# Without its lines a head is text of the page; so may any other word before a colon be meant.
_BARE = re.compile(r"(title|description|about|date|stance|search|hide|template):\s")
_FIELDS = (*_TEXTS, "date", "stance", "search", "hide")
_NEAR = 0.8
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Head:
    """The head of one page, and the text after it. `fields` are none where there is something wrong with it as YAML."""

    fields: source.Mapping
    problems: tuple[Problem, ...]
    written: str
    body: str

    def text(self, name: str) -> Text | None:
        """A field as it is written; None where it is missing or left blank."""
        value = self.fields.get(name)
        return value if isinstance(value, Text) and value.strip() else None

    @property
    def day(self) -> list[int] | None:
        """The `date:` as year, month and day, as far as it says; None where there is none, or none that can be."""
        written = self.text("date")
        return None if written is None else day_of(written)

    @property
    def values(self) -> dict[str, object]:
        """All fields for programs: texts of ours as written, the others as YAML makes of them; nothing if in doubt."""
        if self.problems or not self.written.strip():
            return {}
        values: dict[str, object] = yaml.load(self.written, Loader=Loader)  # noqa: S506  a safe one
        for name in _TEXTS:
            values.pop(name, None)
        texts = ((name, self.text(name)) for name in _TEXTS)
        return values | {name: str(text) for name, text in texts if text}


def read_head(path: str, text: str) -> Head:
    """The head of the page at `path` below `docs/`, whose whole text is given."""
    match = _HEAD.match(text)
    head = (match[1] or "") if match else ""
    body = text[match.end() :].lstrip("\n") if match else text
    fields, problems = _read(f"docs/{path}", head) if match else (source.Mapping(), _unread(f"docs/{path}", text))
    return Head(fields, problems, legible(head), body)


def body_of(text: str) -> int:
    """Where the text of a page begins, after its head."""
    match = _HEAD.match(text)
    return match.end() if match else 0


def head_of(text: str) -> str:
    """The head of a page as it is written, without the lines around it."""
    match = _HEAD.match(text)
    return (match[1] or "") if match else ""


def day_of(written: str) -> list[int] | None:
    """A date as far as it says, 2026-11-23, 2026-11 or 2026, as numbers; None where there is no such day."""
    match = _DATE.fullmatch(written)
    parts = [int(part) for part in match.groups() if part] if match else []
    return parts if is_day(parts) and parts[0] >= _FIRST_YEAR else None


def is_day(parts: list[int]) -> bool:
    """Whether there is such a year, month of it, or day of that."""
    try:
        date(*(*parts, 1, 1)[:3])
    except (ValueError, TypeError):
        return False
    return bool(parts)


def _unread(path: str, text: str) -> tuple[Problem, ...]:
    if _BEGINNING.match(text):
        return (Problem(path, 1, 1, _WHERE, "must end with a line `---`"),)
    if late := _LATE.match(text):
        line = text.count("\n", 0, late.end()) + 1
        return (Problem(path, line, 1, _WHERE, "must begin in the first line of the page, with `---`"),)
    if _BARE.match(text):
        return (Problem(path, 1, 1, _WHERE, "must stand between two lines `---`"),)
    return ()


@lru_cache(maxsize=1000)
def _read(path: str, head: str) -> tuple[source.Mapping, tuple[Problem, ...]]:
    """The fields of a head and what is wrong with them; asked for often, as for a page's title by each link to it."""
    if not head.strip():
        return source.Mapping(), ()
    # With the line before it, so that lines are those of the page.
    value, found = source.parse(f"\n{head}", path)
    problems = [Problem(path, each.line, each.column, _WHERE, each.message) for each in found]
    if value is not None and not isinstance(value, source.Mapping):
        problems = [Problem(path, 2, 1, _WHERE, "must be a group of fields (`name: value`)")]
    if problems or not isinstance(value, source.Mapping):
        return source.Mapping(), tuple(problems)
    misshapen = tuple(_misshapen(value))
    return value, misshapen or tuple(_no_days(path, head, value))


def _misshapen(fields: source.Mapping) -> Iterator[Problem]:
    """Fields of another kind than what asks for them can do anything with."""
    problems: list[Problem] = []
    head = Record(fields, _WHERE, problems)
    for name in (*_TEXTS, "date"):
        value = fields.get(name)
        if value is not None and not isinstance(value, Text):
            head.note(f"must be text, not {kind_of(value)}", name)
    written = fields.get("date")
    if isinstance(written, Text) and written.strip() and day_of(written) is None:
        head.note(f"must be a day that there is, as 2026-11-23 or 2026, not {quoted(written)}", "date")
    for name in fields.names():
        if name not in _FIELDS and (meant := nearest(name, _FIELDS, _NEAR)):
            message = f"must be called `{meant}`, not {quoted(name)}"
            problems.append(name.place.problem(_WHERE, message))
    hide = fields.get("hide")
    if hide is not None and not isinstance(hide, Text):
        head.texts("hide")
    search = head.nested("search", required=False)
    if search and search.is_group:
        search.flag("exclude")
        boost = search.text("boost", required=False)
        if boost is not None and not re.fullmatch(r"[0-9]+(\.[0-9]+)?", boost):
            search.note(f"must be a number, as 2 or 0.5, not {quoted(boost)}", "boost")
        search.close()
    yield from problems


def _no_days(path: str, head: str, fields: source.Mapping) -> Iterator[Problem]:
    """Other values that look like a day and are none, or else like what they are not, at which YAML gives up."""
    if _can_be_read(head):
        return
    is_named = False
    for name, value in fields.items():
        if isinstance(value, Text) and _DAY.match(value) and name != "date" and not _can_be_read(value):
            place: Place = value.place
            is_named = True
            yield place.problem(f"{_WHERE}, {name}", f"must be a day that there is, not {quoted(value)}")
    if not is_named:
        yield Problem(path, 2, 1, _WHERE, "must hold what YAML can read: put its words and days in quotes")


def _can_be_read(text: str) -> bool:
    try:
        yaml.load(str(text), Loader=Loader)  # noqa: S506  a safe one
    except (yaml.YAMLError, ValueError, TypeError, AttributeError):
        return False
    return True
