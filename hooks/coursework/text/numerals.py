"""The numbers in a text that somebody wrote, so that what they say can be held against what is so."""

from __future__ import annotations

import re
from decimal import Decimal

# Not what belongs to a word (C053) or to a citation, whose year is no number of the text.
_NUMBER = re.compile(
    r"(?<![\w@.,\-\N{MINUS SIGN}])[-\N{MINUS SIGN}]?(?:\d+(?:[.,\u202f\u00a0]\d+)*|\.\d+)(?![\w]*[@\w])"
)
_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|@[\w:.#$%&+?<>~/-]+|\]\([^()]*\)")


def numbers_in(text: str) -> dict[str, set[Decimal]]:
    """The numbers of a text as they are written, each with what it may mean: a comma parts thousands, or decimals.

    Numbers in words ("four") are not seen.
    """
    found: dict[str, set[Decimal]] = {}
    # Between two numbers a hyphen is no sign of the second.
    plain = re.sub(r"(?<=\d)[-\N{MINUS SIGN}](?=\d)", " \N{EN DASH} ", _CITATION.sub(" ", text))
    for written in _NUMBER.findall(plain):
        digits = written.replace("\N{MINUS SIGN}", "-").replace("\u202f", "").replace("\u00a0", "")
        means = {digits.replace(",", "")}
        if digits.count(",") == 1:
            means.add(digits.replace(".", "").replace(",", "."))
        found[written] = {Decimal(each) for each in means if each.count(".") < 2}
    return found
