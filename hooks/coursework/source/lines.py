"""Lists and tables that Markdown takes for the next line of a text, which other readers of Markdown do not.

GitHub and editors begin a list in the line after a text, and one within another at two spaces. Python-Markdown wants
an empty line and four spaces, and makes a single paragraph, or a single list, of the rest without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Numbers other than 1 begin many a line by chance.
_ITEM = re.compile(r"(?:[-*+]|1[.)])[ \t]+\S")
_ANY_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+\S")
_ROW = re.compile(r"\|.*\|[ \t]*$")
MAY_JOIN = re.compile(r"^[ >]*(?:[-*+|]|\d+[.)])", re.MULTILINE)
"""What a text holds in which a line can be joined to others: the most hold none, and are soon looked through."""
# What stands before a line of a quotation, a box, a tab or a note.
_BEFORE = re.compile(r"[ >]*")
# A heading, or the first line of a box or a tab: what follows has nothing above it.
_HEAD = re.compile(r"#{1,6}\s|(?:!!!|\?\?\?|===)[+!]*\s")
# What begins a paragraph: a letter, a digit, or a sign that stands before words.
_TEXT = re.compile(r"(?!\$\$)(?:[^\W_]|[\"'“‘(*_`\[$])")
APART = "an empty line before it, or Markdown takes it for the next line of the text"
DEEPER = "four spaces before it to stand within the line above, or Markdown takes it for a line of the same list"


def joined_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines, from 0, that would be lost in what stands above them, each with what it needs; code is blanked."""
    kind, base, quotes, is_noted = "", 0, 0, False
    for number, line in enumerate(text.split("\n")):
        before = _BEFORE.match(line)[0]  # type: ignore[index]  # it may be nothing, and is always found
        words, depth = line[len(before) :], len(before)
        item = _ANY_ITEM.match(words)
        if not words.strip() or _HEAD.match(words):
            kind, is_noted = "", False
        elif not kind or before.count(">") > quotes:
            kind = "list" if item else "text" if _TEXT.match(words) else "other"
            base, quotes, is_noted = depth, before.count(">"), False
        elif is_noted:
            continue
        elif (kind == "text" and _ITEM.match(words)) or (kind in ("text", "list") and _ROW.match(words)):
            is_noted = True
            yield number, APART
        elif kind == "list" and item and base < depth < base + 4:
            is_noted = True
            yield number, DEEPER
