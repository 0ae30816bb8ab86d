"""What is told of a page from its source: what a browser would pass over, and what Markdown would join."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.source.front_matter import body_of
from coursework.source.lines import MAY_JOIN, joined_lines
from coursework.source.problem import Advice, Problem, quoted
from coursework.source.traps import TAGS, blank, blank_code
from coursework.text.prose import blank_comments

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>|<([A-Za-z][A-Za-z0-9]*), ?[\w, ]*>")
# A page may have more of HTML than a text of YAML.
_MORE = "acronym base body dir head hgroup html marquee noscript search template title"
_NAMES = frozenset(f"{TAGS} {_MORE}".split())


def unknown_tags(path: str, text: str) -> Iterator[Problem]:
    """Words in angle brackets that no browser shows, as `List<String>`; `path` is below `docs/`."""
    if "<" not in text or "<svg" in text or "<math" in text:
        return
    source = blanked(text)
    for tag in _TAG.finditer(source):
        if (tag[1] or "").lower() not in _NAMES:
            line, column = source.count("\n", 0, tag.start()) + 1, tag.start() - source.rfind("\n", 0, tag.start())
            message = f"must be in backticks, or no browser shows it: {quoted(tag[0])} is no tag of HTML"
            yield Problem(f"docs/{path}", line, column, "", message)


def open_comment(path: str, text: str) -> Iterator[Problem]:
    """A comment without its end, which readers see, and with it all that was to be hidden."""
    if text.rfind("<!--") > text.rfind("-->"):
        start = blanked(text).find("<!--")
        if start >= 0:
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            yield Problem(f"docs/{path}", line, column, "", "must have its `-->`, or readers see what it should hide")


def joined_in(path: str, text: str) -> Iterator[Advice]:
    """Lists and tables of a page that become one with the text above them."""
    if not MAY_JOIN.search(text):
        return
    for number, need in joined_lines(blanked(text)):
        yield Advice(f"docs/{path}", number + 1, 1, "", f"should have {need}")


def blanked(text: str) -> str:
    """The source of a page with spaces in the place of its head, its code and its comments."""
    begins = body_of(text)
    return blank(text[:begins]) + blank_comments(blank_code(text[begins:]))
