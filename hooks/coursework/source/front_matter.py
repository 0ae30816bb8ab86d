"""The head of a page, YAML between two lines `---`: its fields, and what is wrong where it would be printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from coursework.source import values as source
from coursework.source.place import Text
from coursework.source.problem import Problem, quoted

# Of YAML that only programs read. Ten times as fast; the other is there where PyYAML was built without it.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGINNING = re.compile(r"---[ \t]*\n")
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def fields_of(text: str) -> dict[str, object]:
    """The fields at the head of a page; nothing where it has none, or none that can be read."""
    try:
        found = yaml.load(head_of(text), Loader=Loader)  # noqa: S506  a safe one
    except (yaml.YAMLError, ValueError):
        found = {}
    return found if isinstance(found, dict) else {}


def head_of(text: str) -> str:
    """The head of a page as it is written, without the lines around it."""
    match = _HEAD.match(text)
    return (match[1] or "") if match else ""


def head_problems(path: str, text: str) -> Iterator[Problem]:
    """What is wrong with the head of the page at `path` below `docs/`; nothing where it has none."""
    if not _BEGINNING.match(text):
        return
    path, head = f"docs/{path}", head_of(text)
    if not _HEAD.match(text):
        yield Problem(path, 1, 1, "head of the page", "must end with a line `---`")
        return
    if not head.strip():
        return
    value, problems = source.parse(head, path)
    if value is not None and not isinstance(value, source.Mapping):
        problems = [Problem(path, 1, 1, "", "must be a group of fields (`name: value`)")]
    # Its first line is the second of the page.
    yield from (replace(problem, line=problem.line + 1, where="head of the page") for problem in problems)
    if not problems and isinstance(value, source.Mapping):
        yield from _no_days(path, head, value)


def _no_days(path: str, head: str, fields: source.Mapping) -> Iterator[Problem]:
    """Values that look like a day and are none, at which YAML gives up."""
    if _can_be_read(head):
        return
    for name, value in fields.items():
        if isinstance(value, Text) and not _can_be_read(value):
            place = value.place
            where, message = f"head of the page, {name}", f"must be a day that there is, not {quoted(value)}"
            yield Problem(path, place.line + 1, place.column, where, message)


def _can_be_read(text: str) -> bool:
    try:
        yaml.load(str(text), Loader=Loader)  # noqa: S506  a safe one
    except yaml.YAMLError:
        return True  # it stands in quotes, or has been told
    except ValueError:
        return False
    return True
