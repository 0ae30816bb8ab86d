"""Where readers tell what is wrong with a question or a claim: a link, which nothing is fetched by before a click."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256
from urllib.parse import quote

from jinja2 import Environment

from coursework.source.problem import quoted
from coursework.text.stance import Note
from coursework.text.words import group, word, words_of

# As it stands behind `mailto:`, without a name, another address or that word itself.
_PART = r"[^\s@/?&#:,;<>()\"%]+"
_MAIL = re.compile(rf"{_PART}@{_PART}\.{_PART}")
# What stands behind a # reaches no form.
_PAGE = re.compile(r"https://[^\s/#]+/[^\s#]+")
# Lists of issues, and forges whose one form has this address.
_FORGE = r"(?:www\.)?(?:github\.com|codeberg\.org)"
_LIST = re.compile(rf"(?i)https://(?:[^?]*/issues/?|{_FORGE}/(?![^?]*/new/?(?:\?|$))[^?]*)(?:\?.*)?")
# What is right is never told, not even by a hash.
_KEY = frozenset(
    {"correct", "answer", "answers", "pattern", "tolerance", "figures", "match", "key", "keep_order", "last"}
)
_SIGNS = 8


def read_corrections(setting: object, note: Note) -> str:
    """Where readers are led: an e-mail address, or that of a form for issues; nothing where none is named.

    What is neither is told by `note`.
    """
    address = str(setting or "")
    if not setting or (isinstance(setting, str) and (_MAIL.fullmatch(setting) or _PAGE.fullmatch(setting))):
        if not _LIST.fullmatch(address):
            return address
        form = "must be that of the form, which ends in /new, as https://github.com/OWNER/NAME/issues/new"
        note(["corrections"], f"{form}, not {quoted(address)}, where nobody finds what to fill in")
        return ""
    message = f"must be an e-mail address or the https: address of a form for issues, not {quoted(address)}"
    note(["corrections"], message)
    return ""


@dataclass(frozen=True)
class Corrections:
    """`address` is where they are sent, nothing where nobody takes any; `version` is that of the course, its day."""

    address: str = ""
    version: str = ""

    def link(self, env: Environment, id: str, content: object) -> str:
        """The address by which something with this id is told of; nothing where nobody takes corrections.

        It names the version of the course and a short hash of the texts of the `content` (a dataclass), so that one can
        see what a reader saw. It holds nothing of what is right, and nothing of an answer.
        """
        if not self.address:
            return ""
        words = group(words_of(env), "corrections")
        digest = sha256("\n".join(_texts(content)).encode()).hexdigest()[:_SIGNS]
        stamp = ", ".join(filter(None, (id, self.version, digest)))
        title, text = (quote(word(words, name).format(what=stamp), safe="") for name in ("subject", "text"))
        if _MAIL.fullmatch(self.address):
            return f"mailto:{self.address}?subject={title}&body={text}"
        return f"{self.address}{'&' if '?' in self.address else '?'}title={title}&body={text}"


def _texts(content: object) -> Iterator[str]:
    """The texts of a dataclass, but for what is right, in the order of its fields."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, (list, tuple)):
        for part in content:
            yield from _texts(part)
    elif is_dataclass(content):
        for each in fields(content):
            if each.name not in _KEY:
                yield from _texts(getattr(content, each.name))
