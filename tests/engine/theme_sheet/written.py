"""Whether a selector can match anything in a site, told by the names that its pages and scripts mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinycss2 import serialize

_TAG = re.compile(rb"""<[a-zA-Z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
# All that can be in a name stays, all else parts names.
_PARTING = bytes(sign if sign > 127 or chr(sign).isalnum() or sign in b"-_" else 32 for sign in range(256))
# Not blocks of data, as JSON: those are the same words again, and a script of their own for each page.
_INLINE = re.compile(rb"""<script\b(?![^>]*\btype=["']?application/)[^>]*>(.+?)</script""", re.DOTALL)
# Names that a script puts together: of `note-${kind}` and "note-" + kind the beginning, of `${name}--open` the ending.
_BEGINNING = re.compile(rb"""([\w-]+[-_])(?:\$\{|["'`](?:\s*\+|\.concat))""")
_ENDING = re.compile(rb"""(?:\}|\+\s*["'`])([-_][\w-]+)""")
# Tags that come again on every page are among the first.
_MOST_AT_HAND = 2_000
# What the browser adds by itself, though nobody wrote it.
_OF_THE_BROWSER = {b"html", b"head", b"body", b"tbody", b"open"}
# One of the selectors in them is enough.
_ANY_OF = {"is", "where", "matches", "-webkit-any", "-moz-any"}


class Written:
    """The names in the tags of pages, and anywhere in scripts; capital letters count as small ones."""

    def __init__(self):
        self._names = set(_OF_THE_BROWSER)
        self._tags: set[bytes] = set()
        self._scripts: set[bytes] = set()
        self._beginnings: set[bytes] = set()
        self._endings: set[bytes] = set()

    def read_page(self, page: bytes) -> None:
        """Note what a page mentions (HTML in UTF-8), and the scripts that stand in it."""
        new = set(_TAG.findall(page)) - self._tags
        if len(self._tags) < _MOST_AT_HAND:
            self._tags |= new
        self._names.update(b" ".join(new).lower().translate(_PARTING).split())
        for script in set(_INLINE.findall(page)) - self._scripts:
            self._scripts.add(script)
            self.read_script(script)

    def read_script(self, script: bytes) -> None:
        """Note what a script mentions, whole or in part."""
        script = script.lower()
        self._names.update(script.translate(_PARTING).split())
        self._beginnings.update(_BEGINNING.findall(script))
        self._endings.update(_ENDING.findall(script))

    def close(self) -> None:
        """Say that all is read, so that nothing need be kept to read it faster."""
        self._tags.clear()
        self._scripts.clear()

    def has(self, name: str) -> bool:
        """Whether a name is mentioned, or may be put together by a script."""
        sought = name.encode().lower()
        return (
            sought in self._names
            or any(map(sought.startswith, self._beginnings))
            or any(map(sought.endswith, self._endings))
            # A name with signs that part others, as `sm:wide`: by its parts.
            or (len(parts := sought.translate(_PARTING).split()) > 1 and self._names.issuperset(parts))
        )

    def has_attribute(self, name: str) -> bool:
        """Scripts also write `dataset.partOf` for `data-part-of`, and `ariaBusy` for `aria-busy`."""
        return self.has(name) or any(self.has(short.replace("-", "")) for short in (name, name.removeprefix("data-")))


def that_can_match(prelude: list, written: Written, unseen: re.Pattern[str] | None = None) -> list:
    """Those selectors of a list that may match, and in which `unseen` is not found; all are tokens of tinycss2."""
    kept: list = []
    comma = None
    for selector, after in _selectors(prelude):
        if _one_can_match(selector, written) and not (unseen and unseen.search(serialize(selector))):
            kept += [comma, *selector] if kept and comma else selector
        comma = after or comma
    return kept


def _selectors(tokens: list) -> Iterator[tuple[list, object]]:
    """Each selector of a list, with the comma after it."""
    selector: list = []
    for part in tokens:
        if part == ",":
            yield selector, part
            selector = []
        else:
            selector.append(part)
    yield selector, None


def _one_can_match(selector: list, written: Written) -> bool:
    """False where it needs something that is not written. What this does not understand it takes as written."""
    before = ""
    for part, after in zip(selector, [*selector[1:], None]):
        # In `svg|a` a namespace is named by a name of the sheet.
        if part.type == "hash" or (part.type == "ident" and before != ":" and after != "|"):
            found = written.has(part.value)
        elif part.type == "[] block":
            found = _attribute_can_match(part.content, written)
        elif part.type == "function" and before == ":" and part.lower_name in _ANY_OF:
            found = bool(that_can_match(part.arguments, written))
        else:
            found = True
        if not found:
            return False
        before = part.value if part.type == "literal" else ""
    return True


def _attribute_can_match(content: list, written: Written) -> bool:
    """`[name]` and `[name=value]`; of `[name^=value]` and its like only the name is looked at."""
    tokens = [part for part in content if part.type not in ("whitespace", "comment")]
    if not tokens or tokens[0].type != "ident" or (len(tokens) > 1 and tokens[1] == "|"):
        return True
    if not written.has_attribute(tokens[0].value):
        return False
    whole = len(tokens) > 2 and tokens[1].value in ("=", "~=") and tokens[2].type in ("ident", "string")
    return not whole or all(map(written.has, re.findall(r"[\w-]+", tokens[2].value)))
