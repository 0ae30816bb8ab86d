"""Lists and tables that Markdown takes for the next line of a text, which other readers of Markdown do not.

GitHub and editors begin a list in the line after a text, and one within another at two spaces. Python-Markdown wants
an empty line and four spaces, and makes a single paragraph, or a single list, of the rest without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Numbers other than 1 begin many a line by chance.
_ITEM = re.compile(r" {0,3}(?:[-*+]|1[.)])[ \t]+\S")
_ANY_ITEM = re.compile(r"( *)(?:[-*+]|\d+[.)])[ \t]+\S")
_ROW = re.compile(r" {0,3}\|.*\|[ \t]*$")
MAY_JOIN = re.compile(r"^ *(?:[-*+|]|\d+[.)])", re.MULTILINE)
"""What a text holds in which a line can be joined to others: the most hold none, and are soon looked through."""
_HEADING = re.compile(r" {0,3}#{1,6}\s")
# What begins a paragraph: a letter, a digit, or a sign that stands before words.
_TEXT = re.compile(r" {0,3}(?!\$\$)(?:[^\W_]|[\"'“‘(*_`\[$])")
APART = "an empty line before it, or Markdown takes it for the next line of the text"
DEEPER = "four spaces before it to stand within the line above, or Markdown takes it for a line of the same list"


def joined_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines, from 0, that would be lost in what stands above them, each with what it needs; code is blanked."""
    kind, base, is_noted = "", 0, False
    for number, line in enumerate(text.split("\n")):
        item = _ANY_ITEM.match(line)
        if not line.strip() or _HEADING.match(line):
            kind, is_noted = "", False
        elif not kind:
            kind = "list" if item else "text" if _TEXT.match(line) else "other"
            base = len(item[1]) if item else 0
        elif is_noted:
            continue
        elif kind == "text" and (_ITEM.match(line) or _ROW.match(line)):
            is_noted = True
            yield number, APART
        elif kind == "list" and item and base < len(item[1]) < base + 4:
            is_noted = True
            yield number, DEEPER
