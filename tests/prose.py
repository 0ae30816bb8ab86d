"""The words of an author's Markdown that every rendering of it must show as they are."""

from __future__ import annotations

import re

_CITATION = re.compile(r"\[[^\]]*@[^\]]*\]|(?<![\w\\])@\w+")
# At these signs a rendering may put an element, or another sign.
_MARKUP = re.compile(r"""[*_`<>|#\\"'’‘“”\[\]()]|--|\.\.\.|https?:\S+|^\s*(?:[-+]|\d+[.)])\s""", re.MULTILINE)


def phrases(text: str) -> list[str]:
    """The pieces of a Markdown text between its citations and its signs, folded, the one-letter ones left out."""
    pieces = (folded(piece).strip(" .,;:") for part in _CITATION.split(text) for piece in _MARKUP.split(part))
    return [piece for piece in pieces if len(piece) > 1]


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def texts_in(value) -> list[str]:
    """Every text in a value of YAML, however deep."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    return [text for part in value for text in texts_in(part)] if isinstance(value, list) else [value]
