"""What no page can show, or no program read in a bearable time: told in its place, and put out of harm's way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from coursework.source.place import line_and_column
from coursework.source.problem import Problem

# Signs that XML does not have. YAML lets an author write them as "\\x01"; a text that is pasted from a PDF holds them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
NO_CONTROL = "must not hold control characters"
# Markdown looks for the end of each bracket anew. No author means so many.
_MOST_OPEN = 100
_NESTED = re.compile(r"\[(?=[^\[\]]*\[)")
_BRACKETS = re.compile(r"[\[\]]|\n[ \t]*\n")
# Four spaces are a list, or a box, in another; Markdown gives up at some hundreds of these.
_MOST_INDENTED = 400
_FAR_IN = re.compile(r"\n[ \t]{101}")  # soon looked for
_INDENTED = re.compile(r"^[ \t]{101,}(?=\S)", re.MULTILINE)


def legible(text: str) -> str:
    """The text with a sign that can be seen for each that no page can show; all others keep their places."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def open_brackets(text: str) -> int | None:
    """Where a paragraph of the text has more `[` open, one in another, than any author means; None where none has."""
    if text.count("[") <= _MOST_OPEN:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth = max(depth - 1, 0) if match[0] == "]" else depth + 1 if match[0] == "[" else 0
        if depth > _MOST_OPEN:
            return match.start()
    return None


def without_brackets(text: str) -> str:
    """The text without those in which others stand: what Markdown can read in a bearable time."""
    return _NESTED.sub("(", text)


def too_deep(text: str) -> str | None:
    """The spaces and tabs at the beginning of a line that is indented more than any author means; None without one."""
    if not _FAR_IN.search("\n" + text):
        return None
    indented = (match[0] for match in _INDENTED.finditer(text))
    return next((spaces for spaces in indented if len(spaces.expandtabs(4)) > _MOST_INDENTED), None)


def readable(text: str) -> str:
    """The text without what Markdown cannot read, or not in a bearable time."""
    if too_deep(text) is not None:
        text = _INDENTED.sub("", text)
    return text if open_brackets(text) is None else without_brackets(text)


def page_problems(path: str, text: str) -> Iterator[Problem]:
    """What of this is in the text of the file at `path`: the first of a kind in each line."""
    if CONTROL.search(text):
        for number, line in enumerate(text.split("\n"), 1):
            if match := CONTROL.search(line):
                yield Problem(path, number, match.start() + 1, "", NO_CONTROL)
    offset = open_brackets(text)
    if offset is not None:
        yield Problem(path, *line_and_column(text, offset), "", TOO_MANY_OPEN)
    spaces = too_deep(text)
    if spaces is not None:
        yield Problem(path, text.count("\n", 0, text.index(spaces)) + 1, len(spaces) + 1, "", TOO_DEEP)


TOO_MANY_OPEN = f"must not hold more than {_MOST_OPEN} `[` without their `]`"
TOO_DEEP = f"must not be indented by more than {_MOST_INDENTED} spaces"


def is_address(text: str) -> bool:
    """Whether a text can be an address at all, wherever it leads: programs give up at `http://[x`."""
    try:
        return urlsplit(text).port is None or True
    except ValueError:
        return False
