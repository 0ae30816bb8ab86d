"""The head of a page, YAML between two lines `---`: without this, one that cannot be read would be printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from coursework import source
from coursework.problem import Problem, quoted
from coursework.templates import Loader

_BEGINNING = re.compile(r"---[ \t]*\n")
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def head_problems(path: str, text: str) -> Iterator[Problem]:
    """What is wrong with the head of the page at `path` below `docs/`; nothing where it has none."""
    if not _BEGINNING.match(text):
        return
    path, head = f"docs/{path}", _HEAD.match(text)
    if not head:
        yield Problem(path, 1, 1, "head of the page", "must end with a line `---`")
        return
    if not (head[1] or "").strip():
        return
    value, problems = source.parse(head[1], path)
    if value is not None and not isinstance(value, source.Mapping):
        problems = [Problem(path, 1, 1, "", "must be a group of fields (`name: value`)")]
    # Its first line is the second of the page.
    yield from (replace(problem, line=problem.line + 1, where="head of the page") for problem in problems)
    if not problems:
        yield from _no_days(path, head[1], value)


def _no_days(path: str, head: str, fields: source.Mapping) -> Iterator[Problem]:
    """Values that look like a day and are none, at which YAML gives up."""
    if _can_be_read(head):
        return
    for name, value in fields.items():
        if isinstance(value, source.Text) and not _can_be_read(value):
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
