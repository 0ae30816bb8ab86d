"""Blocks of code in the texts of YAML files: whether a text is one, and what of it would be lost."""

from __future__ import annotations

import re
from functools import cache

from markdown import Markdown

from coursework.text.code import code_fence
from coursework.text.fence_watch import FenceWatch
from coursework.text.fences import fences_in
from coursework.text.lost_blocks import FENCES, faults

# How a block begins; most texts do not.
_BEGINS = re.compile(r"(?:[ \t]*\n)* {0,3}(?: |\t|```|~~~)")
# Code of several lines in the signs of code within a line, which would make one line of it.
_SPAN = re.compile(r"(?:^|\n[ \t]*\n)[ \t]*(`{1,2})(?!`)[^`\n]*\n[^`]*[^`]\1[ \t]*(?=$|\n[ \t]*\n)")
_KEEP_LINES = "must have code of several lines between lines of ```, which keep them"
_ON_PAGES = "must stand on a page, where it becomes what it names; to show it as it is, put it within ````"
_IN_SENTENCE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


def holds_block(text: str) -> bool:
    """Whether a text has a block of code, or is one."""
    return is_block(text) or (_may_hold_fence(text) and any(fences_in(text.splitlines())))


def _may_hold_fence(text: str) -> bool:
    return "```" in text or "~~~" in text


def is_block(text: str) -> bool:
    """Whether a text is one block of code and nothing else."""
    if ("\n" not in text and text[:1] not in (" ", "\t", "`", "~")) or not _BEGINS.match(text):
        return False
    lines = text.rstrip().splitlines()
    while lines and not lines[0].strip():
        del lines[0]
    if lines and all(line.startswith(("    ", "\t")) or not line.strip() for line in lines):
        return True
    fence = next(fences_in(lines), None)
    return (
        fence is not None
        and not (fence.quotes + fence.marker).strip()
        and fence.start == 0
        and fence.end == len(lines) - 1
    )


NO_BLOCK = "must not hold a block of code; what is short stands between backticks, on one line"


def code_faults(text: str, block: bool) -> list[str]:
    """What is wrong with the code in a text, which may hold blocks or may not."""
    return [fault for _, fault in faults_of(text)] if block else [NO_BLOCK] if holds_block(text) else []


def faults_of(text: str) -> list[tuple[int, str]]:
    """What is wrong with the code in a text that may hold blocks, each with its line, from 0."""
    found = []
    if _may_hold_fence(text):
        md, watch = _reader()
        md.reset().convert(text)
        fenced = watch.fenced()
        found = [(fence.start, fault) for fence, fault in faults(fenced, {}, names=(), plain=True)]
        found += [(fence.start, _ON_PAGES) for fence in fences_in(fenced.lines) if fence.name in FENCES]
    joined = _SPAN.search(text) if "`" in text and "\n" in text and not found else None
    return [(text[: joined.start(1)].count("\n"), _KEEP_LINES)] if joined else found


def begins_with_spaces(text: str) -> bool:
    """Whether code within a line begins with spaces that mean something: a page keeps none at its ends."""
    return "`  " in text and any(re.match(r"`+ {2,}\S", code[0]) for code in _IN_SENTENCE.finditer(text))


@cache
def _reader() -> tuple[Markdown, FenceWatch]:
    """A Markdown that reads blocks as those of texts are read, and colours none."""
    fence = code_fence(plain=True) | {"format": lambda *given, **named: "<pre></pre>"}
    md = Markdown(
        extensions=["pymdownx.superfences", "sane_lists"],
        extension_configs={"pymdownx.superfences": {"custom_fences": [fence]}},
    )
    return md, FenceWatch(md)
