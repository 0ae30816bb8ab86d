"""What the search needs to read of a page.

It passes over an element with `data-search-exclude` until the next end of an element of the same name, but reads it
all; nine tenths of a page with questions are such elements.
"""

from __future__ import annotations

import re

_EXCLUDED = " data-search-exclude="
_NAME = re.compile(r"<([a-zA-Z][\w-]*)")


def searchable(html: str) -> str:
    """The HTML without the elements that search passes over."""
    parts, read = [], 0
    while (mark := html.find(_EXCLUDED, read)) >= 0:
        start = html.rfind("<", read, mark)
        name = _NAME.match(html, start) if start >= 0 else None
        end = html.find(f"</{name[1]}>", mark) if name else -1
        if end < 0:
            break
        parts.append(html[read:start])
        read = end + len(name[0]) + 2
    return "".join([*parts, html[read:]])
