"""Citations in running text, in Pandoc's syntax: `[@key]`, `[see @a, p. 12; @b]`; `@key`, `@key [p. 12]` as author.

The same syntax holds in lessons and in every text of a quiz. E-mail addresses, code, link texts and
`\\@` stay what they are.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html import unescape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import STX

KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_])?"
_BRACKETED = rf"\[(?=[^\[\]]*?(?<![\w@\\])-?@{KEY})[^\[\]\n]*(?:\n[^\[\]\n]+)*\](?!\(|\[(?![^\[\]\n]*@\w))"
# What stands in brackets after an author is a place in the work; a link or a note of Markdown's is not.
_LOCATOR = rf"(?:[ \n]\[[^\[\]@;^\n{STX}]+\](?![\[(:]))?"
_NARRATIVE = rf"(?<![\w@\\/.-])@{KEY}{_LOCATOR}"
_ANY = re.compile(f"{_BRACKETED}|{_NARRATIVE}")
_KEY = re.compile(rf"(?<![\w\\])@({KEY})")

# Given a cluster as written, its formatted form; None where it holds a key that nobody knows.
Lookup = Callable[[str], "ET.Element | None"]


def clusters_in(text: str) -> Iterator[str]:
    """All that looks like a citation in Markdown text, on one line each, code included."""
    for match in _ANY.finditer(text) if "@" in text else ():
        yield one_line(match[0])


def keys_in(cluster: str) -> list[str]:
    """The reference keys of one cluster, in order."""
    return _KEY.findall(cluster)


def is_cluster(cluster: str) -> bool:
    """Whether each part between semicolons has one @, before a key; of two in a part, Pandoc would drop one."""
    return all(part.count("@") == len(keys_in(part)) == 1 for part in unescape(cluster).split(";"))


def one_line(cluster: str) -> str:
    return " ".join(cluster.split())


class CitationExtension(Extension):
    """Python-Markdown extension that replaces citations by what `lookup` gives for them."""

    def __init__(self, lookup: Lookup):
        super().__init__()
        self.lookup = lookup

    def extendMarkdown(self, md: Markdown) -> None:
        if "@" not in md.ESCAPED_CHARS:
            md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]
        # Before links and references (170 and below), which would take the brackets for their own.
        md.inlinePatterns.register(_Citation(_BRACKETED, md, self.lookup), "citation", 172)
        # After autolinks and e-mail addresses (120, 110), whose @ is none of ours.
        md.inlinePatterns.register(_Citation(_NARRATIVE, md, self.lookup), "citation_narrative", 65)


class _Citation(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown, lookup: Lookup):
        super().__init__(pattern, md)
        self.lookup = lookup

    def handleMatch(  # type: ignore[override]  # as InlineProcessor itself overrides what is older
        self, match: re.Match[str], data: str
    ) -> tuple[ET.Element | str, int, int]:
        # What code and formulas in it hold, without the marks of Markdown's own that stand for them by now.
        written = self.unescape(match[0])
        element = self.lookup(one_line(written))
        if element is None:
            return written, match.start(0), match.end(0)  # and no other pattern may try a part of it
        return element, match.start(0), match.end(0)
