"""Markdown within HTML, which Markdown leaves as it stands: readers see its signs, and no citation is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coursework.source.problem import quoted

# What is no text, or shows every sign on purpose.
_CLOSED = re.compile(r"<!--.*?-->|<(pre|code|script|style|textarea|svg|math)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SIGNS = re.compile(r"@|\]\(|\*\*")
_MARKDOWN = re.compile(
    r"\[(?=[^\[\]\n]*(?<!\w)@\w)[^\[\]\n]+\]|(?<![\w)])!?\[[^\[\]\n]*\]\([^()\s]+\)"
    r"|(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])"
)


def markdown_in(stash: Iterable[object]) -> Iterator[tuple[str, str]]:
    """The first piece of Markdown in each block of HTML that a page holds as it stands, with what is wrong with it."""
    for html in stash:
        if isinstance(html, str) and "<" in html and _SIGNS.search(html):
            text = _TAG.sub("\n", _CLOSED.sub("\n", html))
            if found := _MARKDOWN.search(text):
                yield (
                    found[0],
                    f"must be HTML, or stand in an element that has `markdown` in its tag, as `<details markdown>`: "
                    f"{quoted(found[0])} is shown as it stands",
                )
