"""A finished page without what only those needed who made it."""

from __future__ import annotations

import re

# Where spaces are seen, or belong to a program.
_KEPT = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>|<s(?:cript|tyle)\b.*?</s(?:cript|tyle)>)", re.DOTALL)
# Read already, by the search that built its index.
_READ = ' data-search-exclude=""'


def lean_page(page: str) -> str:
    """The page (whole HTML) without indentation, empty lines, and marks for the building of the search index."""
    parts = _KEPT.split(page.replace(_READ, ""))
    return "".join(part if place % 2 else _lean(part) for place, part in enumerate(parts))


def _lean(html: str) -> str:
    first, *lines = html.split("\n")
    if not lines:
        return html
    *lines, last = lines
    # A space at either end may be the one that parts two words.
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, lines)), last.lstrip()])
