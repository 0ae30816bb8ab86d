"""The signs that straight quotation marks, dots and hyphens of a text become, as `smarty` names them."""

from __future__ import annotations

from html import escape

from coursework.text.words import Words, group, row

# As characters: named entities would not be XML.
_OF_ANY_LANGUAGE = {"left-angle-quote": "«", "right-angle-quote": "»", "ellipsis": "…", "ndash": "–", "mdash": "—"}


def signs(words: Words) -> dict[str, str]:
    """The signs as HTML by their names, quotation marks from the words of the interface."""
    quotes = group(words, "quotes")
    marks = {
        f"{side}-{name}-quote": escape(mark, quote=False)
        for name in ("single", "double") for side, mark in zip(("left", "right"), row(quotes, name))
    }  # fmt: skip
    return {**marks, **_OF_ANY_LANGUAGE}
