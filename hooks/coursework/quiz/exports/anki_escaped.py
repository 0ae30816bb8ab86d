"""Texts in which no sign means anything to Anki."""

from __future__ import annotations

import re

# Sounds, speech and LaTeX, which Anki looks for wherever a `[` stands, before it reads HTML.
_LIKE_ANKI = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$\$?\])", re.IGNORECASE)
_CODES = {sign: f"&#{ord(sign)};" for sign in "{}:"}
# A colon alone within a part means nothing: addresses keep theirs.
_PARTING = re.compile(r"[{}]|:(?=:)|(?<=:):|^:|:$")


def escaped(html: str) -> str:
    """XHTML in which no gap begins, and nothing is played or set by Anki."""
    return _LIKE_ANKI.sub("&#91;", html.replace("{{", "{&#123;"))


def gap(number: int, answer: str, hint: str = "") -> str:
    """A gap of a cloze that shows XHTML, with other XHTML in its place until it is shown; `number` is from 1."""
    parts = [_in_gap(answer), _in_gap(hint)] if hint else [_in_gap(answer)]
    return f"{{{{c{number}::{'::'.join(parts)}}}}}"


def _in_gap(html: str) -> str:
    """XHTML of which no sign ends a gap, or parts it."""
    return _PARTING.sub(lambda sign: _CODES[sign[0]], escaped(html))
