"""A sheet of styles without the rules that can hold of nothing on some pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from coursework.course.styles import rules

_BRACKET_OR_COMMA = re.compile(r'"(?:\\.|[^"\\])*"|[(),]')
_EITHER = re.compile(r":(?:is|where)\(([^()]*)\)")
_INNERMOST = re.compile(r"\([^()]*\)")
_NAMES = re.compile(r"[.#]([\w-]+)|\[([\w-]+)")
_TAGS = re.compile(r"(?:^|[\s>+~])([a-zA-Z][\w-]*)")
_WORDS = re.compile(r"[\w-]+")
# Nobody prints a frame, and what moves has its rules where it is named.
_NOT_SHOWN = ("@media print", "@page", "@charset")
_HOLDS_RULES = ("@media", "@supports", "@layer", "@container")
# Of every document.
_ALWAYS = frozenset(("html", "body", "root"))


def pruned(sheet: str, page: str) -> str:
    """The rules of a sheet, without comments, whose classes, ids, attributes and tags all occur somewhere in `page`.

    That is the text of pages and of their scripts, so that more may be left than is used, and never less.
    """
    return "".join(_left(sheet, _ALWAYS | {*_WORDS.findall(page)}))


def _left(sheet: str, words: Collection[str]) -> Iterator[str]:
    for prelude, body in rules(sheet):
        if prelude.startswith(_NOT_SHOWN):
            continue
        if prelude.startswith(_HOLDS_RULES):
            if left := "".join(_left(body, words)):
                yield f"{prelude}{{{left}}}"
        elif prelude.startswith("@"):
            if not prelude.startswith("@keyframes") or prelude.split()[-1] in sheet.replace(prelude, ""):
                yield f"{prelude}{{{body}}}" if body else prelude
        elif selectors := [each for each in _selectors(prelude) if _may_hold(each.strip(), words)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _selectors(prelude: str) -> Iterator[str]:
    """The selectors of a rule; those within brackets are parts of one."""
    depth = start = 0
    for sign in _BRACKET_OR_COMMA.finditer(prelude):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "," and not depth:
            yield prelude[start : sign.start()]
            start = sign.end()
    yield prelude[start:]


def _may_hold(selector: str, words: Collection[str]) -> bool:
    """Whether something with these names could be meant. What a selector excludes need not be there."""
    while found := _EITHER.search(selector):
        if not any(_may_hold(each.strip(), words) for each in found[1].split(",")):
            return False
        selector = selector[: found.start()] + selector[found.end() :]
    while "(" in selector and (bare := _INNERMOST.sub("", selector)) != selector:
        selector = bare
    named = [name for pair in _NAMES.findall(selector) for name in pair if name]
    return all(name in words or _in_scripts(name) in words for name in (*named, *_TAGS.findall(selector)))


def _in_scripts(name: str) -> str:
    """An attribute for data as scripts call it, `rightAnswer` for `data-right-answer`; any other name as it is."""
    first, *others = name.removeprefix("data-").split("-")
    return "".join([first, *map(str.capitalize, others)]) if name.startswith("data-") else name
