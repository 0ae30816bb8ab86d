"""Syntax of other readers of Markdown, or of extensions that are off: without a word, readers would see its signs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from coursework.source.front_matter import body_of
from coursework.source.place import line_and_column
from coursework.source.problem import Advice, Problem, quoted
from coursework.source.traps import blank
from coursework.text.foreign_table import BOX, SYNTAXES, Syntax
from coursework.text.prose import prose_of


@dataclass(frozen=True)
class Found:
    """The first of its kind in a text: where, what it is, and what its author is told."""

    start: int
    text: str
    message: str


def may_hold_foreign(text: str) -> bool:
    """Whether a text of YAML may hold any of it: most do not, and are soon looked through."""
    return any(_unread(frozenset(), doubtful)[0].search(f"\n{text}") for doubtful in (False, True))


def foreign_on_page(path: str, text: str, math: bool, extensions: frozenset[str]) -> Iterator[Problem]:
    """What a page (`path` is below `docs/`) holds that none of the site's extensions reads."""
    for line, column, message in _placed(text, math, extensions, False):
        yield Problem(f"docs/{path}", line, column, "", message)


def doubtful_on_page(path: str, text: str, math: bool, extensions: frozenset[str]) -> Iterator[Advice]:
    """The same of what may as well be meant as it stands."""
    for line, column, message in _placed(text, math, extensions, True):
        yield Advice(f"docs/{path}", line, column, "", message)


def _placed(text: str, math: bool, extensions: frozenset[str], doubtful: bool) -> Iterator[tuple[int, int, str]]:
    if _unread(extensions, doubtful)[0].search(f"\n{text}"):
        begins = body_of(text)
        for found in foreign_in(blank(text[:begins]) + text[begins:], math, extensions, doubtful):
            yield *line_and_column(text, found.start), found.message


def foreign_in(
    text: str, math: bool, extensions: frozenset[str] | None = None, doubtful: bool = False
) -> Iterator[Found]:
    """The first of each syntax that is not read, in a page with these extensions, or in a text of YAML without any.

    `doubtful` asks for what may as well be meant as it stands, and for nothing else.
    """
    may_hold, syntaxes = _unread(extensions or frozenset(), doubtful)
    if not may_hold.search(f"\n{text}"):
        return
    prose = ""
    for syntax in syntaxes:
        if syntax.is_likely(text) and syntax.pattern.search(text):
            prose = prose or prose_of(text, math)
            if matches := list(syntax.pattern.finditer(text if syntax.in_code else prose)):
                first = matches[0][0].strip()
                start = matches[0].start() + matches[0][0].index(first)
                yield Found(start, first, _message(syntax, first, len(matches), extensions is not None))


@cache
def _unread(extensions: frozenset[str], doubtful: bool) -> tuple[re.Pattern[str], list[Syntax]]:
    """What is not read with these extensions; before it a pattern that finds nothing in most texts, and is quick."""
    unread = [each for each in SYNTAXES if each.is_doubtful == doubtful and not _is_read(each, extensions)]
    return re.compile("|".join(syntax.sign for syntax in unread) or "(?!)"), unread


def _is_read(syntax: Syntax, extensions: Collection[str]) -> bool:
    return any(name in extensions for name in (syntax.setting.partition(":")[0], *syntax.read_by))


def _message(syntax: Syntax, first: str, count: int, on_page: bool) -> str:
    instead = syntax.instead if on_page or syntax.instead != BOX else ""
    way = f"; write {instead}" if instead else ", which no text in YAML can have"
    if syntax.setting and on_page:
        way = f", which needs `{syntax.setting}` under markdown_extensions in mkdocs.yml"
        way += f"; or write {instead}" if instead else ""
    more = f" (and {count - 1} more)" if count > 1 else ""
    means = f"{quoted(first)}{more} is {syntax.what}{way}"
    if syntax.is_doubtful:
        return f"should be in backticks if it is meant as it stands: {means}"
    return f"must be in backticks, or written in another way: {means}"
