"""Fenced blocks as authors write them: where each begins and ends, and what its first line may say.

What an author means is read by the rules that all Markdown shares, so that it can be held against what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursework.source.problem import quoted

# Within a line that begins like a fence of backticks, another one makes it code inside a sentence.
_OPENING = re.compile(
    r"(?P<quotes>[ \t>]*)(?P<marker>(?:(?:[-*+:]|\d+[.)])[ \t]+)*)(?P<fence>`{3,}|~{3,})(?P<info>(?<=`)[^`]*|(?<=~).*)"
)
_LANGUAGE = re.compile(r"\.?([\w#.+-]+)(?=\s|$)")
_OPTION = re.compile(r"([a-zA-Z][\w-]*)=(?:\"([^\"]*)\"|'([^']*)')(?=\s|$)")
_NAMED = re.compile(r"[.#]([\w#.+-]+)(?=\s|$)")
_LINES = re.compile(r"\d+(?:-\d+)?(?:\s+\d+(?:-\d+)?)*")
# What else the first line of code may say, in quotes.
OPTIONS = ("title", "linenums", "hl_lines")
_ALLOWED = 'must say the language and title="…", linenums="1" or hl_lines="2 4-6" after it'
_BOXES = frozenset((
    "admonition", "attention", "caution", "danger", "dropdown", "error", "exercise", "hint", "important", "note",
    "seealso", "solution", "tip", "warning",
))  # fmt: skip

_INSTEAD = {
    "code": "```python", "code-block": "```python", "code-cell": "```python", "sourcecode": "```python",
    "figure": "a picture, as `![what it shows](../assets/a.png)`",
    "image": "a picture, as `![what it shows](../assets/a.png)`",
    "math": "a formula between `$$` and `$$`",
}  # fmt: skip
_DIRECTIVES = frozenset((
    "card", "contents", "csv-table", "epigraph", "eval-rst", "grid", "grid-item", "include", "list-table",
    "literalinclude", "margin", "sidebar", "tab-item", "tab-set", "table", "tableofcontents", "toctree",
))  # fmt: skip


@dataclass(frozen=True)
class Fence:
    """One block. `start` and `end` are the numbers of its first and its last line, from 0; `end` is None without one.

    `quotes` and `marker` are what stands before it: spaces and signs of quotations, and those of lists.
    """

    start: int
    end: int | None
    quotes: str
    marker: str
    fence: str
    info: str
    body: tuple[str, ...]

    @property
    def name(self) -> str:
        """The first word after the fence: a language, or what a block is called."""
        match = re.match(r"\{?\s*\.?([\w#.+-]*)", self.info)
        return match[1] if match else ""

    @property
    def opening(self) -> str:
        """The first line without what stands before it."""
        return self.fence + self.info


def fences_in(lines: Sequence[str]) -> Iterator[Fence]:
    """Every block that the lines hold, as its author means it; what stands within one is none of its own."""
    number = 0
    while number < len(lines):
        match = _OPENING.fullmatch(lines[number].rstrip())
        if match:
            end = _end(lines, number, match)
            body = tuple(lines[number + 1 : end])
            info = match["info"].strip()
            yield Fence(number, end, match["quotes"], match["marker"], match["fence"], info, body)
            number = number if end is None else end
        number += 1


def _end(lines: Sequence[str], start: int, opening: re.Match[str]) -> int | None:
    furthest = len(opening["quotes"] + opening["marker"]) + 3
    end = re.compile(rf"[ \t>]{{0,{furthest}}}{opening['fence'][0]}{{{len(opening['fence'])},}}\s*")
    return next((number for number in range(start + 1, len(lines)) if end.fullmatch(lines[number])), None)


def directive_fault(fence: Fence) -> str:
    """What to write instead of a directive of MyST, or of a language in braces; nothing where it is neither."""
    word = re.match(r"\{\s*([\w+:][\w#.+:-]*)\s*\}(.*)", fence.info)
    if not word:
        return ""
    found = f"not {quoted(fence.opening)}, which is a directive of MyST"
    if word[1] in _BOXES:
        return f'must be a box, as `!!! note "Title"`, {found}'
    if word[1] in _INSTEAD:
        return f"must be {_INSTEAD[word[1]]}, {found}"
    if word[1] in _DIRECTIVES or ":" in word[1] or word[2].strip():
        return f"must be written in Markdown, {found}"
    return f"must be {fence.fence}{word[1]}, without braces, if that is its language, not {quoted(fence.opening)}"


def header_fault(fence: Fence, plain: bool = False) -> str:
    """Why the first line of code cannot be taken at its word; nothing where it can.

    `plain` code has no classes, ids and attributes of its own.
    """
    language = _LANGUAGE.match(fence.info)
    rest = fence.info[language.end() if language else 0 :].strip()
    braces = re.fullmatch(r"\{(.*)\}", rest)
    if not language and (fault := directive_fault(fence)):
        return fault
    rest, classes = (braces[1].strip(), 0) if braces else (rest, 0)
    while rest:
        named, option = _NAMED.match(rest) if braces else None, _OPTION.match(rest)
        if named and (not plain or (rest[0] == "." and not language and not classes)):
            classes += 1
        elif option is None or not (option[1] in OPTIONS or (braces and not plain and option[1].startswith("data-"))):
            return f"{_ALLOWED}, not {quoted(rest if language or braces else fence.info)}"
        elif fault := _option_fault(option[1], option[2] or option[3] or "", len(fence.body)):
            return fault
        rest = rest[(named or option).end() :].strip()  # type: ignore[union-attr]  # one of them was found
    return ""


def _option_fault(name: str, value: str, count: int) -> str:
    if name == "linenums" and not re.fullmatch(r"[1-9]\d*(?:\s+\d+){0,2}", value):
        return f'must have in linenums="…" the number of its first line, not {quoted(value)}'
    if name == "hl_lines":
        numbers = [int(number) for number in re.findall(r"\d+", value)]
        if not _LINES.fullmatch(value) or not all(1 <= number <= count for number in numbers):
            wanted = f"numbers of its lines, from 1 to {count}, with spaces between"
            return f'must have in hl_lines="…" {wanted}, not {quoted(value)}'
    return ""
