"""The names of our blocks, and all fenced blocks of a page that did not become what they say."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coursework.source.problem import nearest, quoted
from coursework.text.fences import Fence, directive_fault, fences_in, header_fault
from coursework.text.page import Page

FENCES = (
    "quiz", "quizzes", "readings", "bibliography", "figure", "figures", "claims", "glossary", "help",
    "setting", "review", "progress", "go-on", "downloads", "embed",
)  # fmt: skip

# A block of code in a language says so in the same place; none of those is spelt so nearly as one of ours.
_NEAR = 0.8
_OWN_LINE = "must start on a line of its own, below the text it belongs to; in a list indented by four spaces"
_INDENTED = "must not be indented by four spaces, which makes it code; begin it further left, or show it within ````"
GLUED = "must have a blank line before and after it"
IN_HTML = "must stand outside of HTML, or in an element that has `markdown` in its tag"


@dataclass
class Fenced:
    """What a Markdown read of the fences of its page.

    `lines` are those that it looked through and `read` the text of each block that it found, by its number in the stash
    of HTML; `as_code` are those of them that turned out to stand in indented code. `foreign` are names of blocks that
    are neither ours nor languages.
    """

    lines: Sequence[str] = ()
    read: dict[int, str] = field(default_factory=dict)
    as_code: set[int] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)


def tell_lost(page: Page, fenced: Fenced, blocks: Mapping[int, str]) -> None:
    """Note a problem for each fence that was not read, or not as it says.

    `blocks` are ours among those that were read, each with what was wrong with its place, if anything was.
    """
    for fence, fault in faults(fenced, blocks):
        where = f"the {fence.name} block" if fence.name in FENCES else "the block"
        page.problem_at(fenced.lines, fence.start, fence.fence, where, fault)


def faults(
    fenced: Fenced, blocks: Mapping[int, str], names: Collection[str] = FENCES, plain: bool = False
) -> Iterator[tuple[Fence, str]]:
    """Each fence that was not read, or not as it says, with the reason.

    `names` are those of blocks; `plain` code has no classes, ids and attributes of its own.
    """
    read, any_lost = deque((number, _words(text.split("\n"))) for number, text in fenced.read.items()), False
    for fence in fences_in(fenced.lines):
        number = _taken(read, _words(fenced.lines[fence.start : (fence.end or fence.start) + 1]))
        if number is not None and number in fenced.as_code:
            fault = _INDENTED
        elif fence.name in names or nearest(fence.name.lower(), names, _NEAR):
            fault = _fault_of_block(fence, number, fenced, blocks)
        else:
            fault = "" if fence.name in fenced.foreign else header_fault(fence, plain)
            fault = fault or (_why_unread(fence, fenced.lines) if number is None else "")
        if number is None:
            # One that is lost takes others along, which are not at fault.
            fault, any_lost = fault or ("" if any_lost else _OWN_LINE), True
        if fault:
            yield fence, fault


def _taken(read: deque[tuple[int, tuple[str, ...]]], words: tuple[str, ...]) -> int | None:
    """The number of the next block that was read with these words; those before it are passed by."""
    for place, (number, found) in enumerate(read):
        if found == words:
            for _ in range(place + 1):
                read.popleft()
            return number
    return None


def _words(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


def _fault_of_block(fence: Fence, number: int | None, fenced: Fenced, blocks: Mapping[int, str]) -> str:
    if fence.name not in FENCES:
        return f"must be {nearest(fence.name.lower(), FENCES)}, not {quoted(fence.name)}"
    if number is not None and number in blocks:
        is_deep = blocks[number] == GLUED and _is_deeper_than_text(fence, fenced.lines)
        return _INDENTED if is_deep else blocks[number] or _more_than_its_name(fence)
    if re.match(r"\{\s*\w", fence.info):
        if fence.info.partition("}")[2].strip():
            return directive_fault(fence)
        return f"must be {fence.fence}{fence.name}, without braces, not {quoted(fence.opening)}"
    return _why_unread(fence, fenced.lines) or _more_than_its_name(fence)


def _more_than_its_name(fence: Fence) -> str:
    more = fence.info.removeprefix(fence.name).strip() if fence.info.startswith(fence.name) else ""
    return f"must have nothing but its name after {fence.fence}, not {quoted(more)}" if more else ""


def _is_deeper_than_text(fence: Fence, lines: Sequence[str]) -> bool:
    """Whether it is indented by four spaces or more below what is no item of a list, and so is code once set apart."""
    indent = len(fence.quotes)
    above = (line for line in reversed(lines[: fence.start]) if line.strip())
    left = next((line for line in above if len(line) - len(line.lstrip(" >")) <= indent - 4), None)
    return left is not None and not re.match(r"[ >]*(?:[-*+:]|\d+[.)])\s", left)


def _why_unread(fence: Fence, lines: Sequence[str]) -> str:
    if fence.end is None:
        return f"must end with {fence.fence} on a line of its own"
    if fence.marker:
        return _OWN_LINE
    indent, end = len(fence.quotes), lines[fence.end]
    if end[indent:].rstrip() != fence.fence or (end[:indent].strip() and not fence.quotes.strip()):
        return f"must end as it begins: with {fence.fence}, as far from the left"
    if any(line[:indent].strip(" >") for line in fence.body):
        return "must have no line that begins further left than its first"
    return ""
