"""What else may say a number of a claim only as long as the claim says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from coursework.claim.links import claim_fault
from coursework.claim.model import Claim
from coursework.source.problem import quoted, suggestion

# Not what belongs to a word (C053) or to a citation, whose year is no number of the text.
_NUMBER = re.compile(r"(?<![\w@.,])[-\N{MINUS SIGN}]?(?:\d+(?:[.,\u202f\u00a0]\d+)*|\.\d+)(?![\w]*[@\w])")
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


def number_fault(text: str, id: str, claims: Mapping[str, Claim]) -> str:
    """Why a claim does not hold the numbers of a text; empty where it has each, in its sentence or its caveat.

    Empty as well where nothing may rest on the claim, of which `claim_fault` tells.
    """
    if claim_fault(id, claims):
        return ""
    found = numbers_in(f"{claims[id].sentence} {claims[id].caveat or ''}")
    meanings = set[Decimal]().union(*found.values())
    lacking = [written for written, means in numbers_in(text).items() if not means & meanings]
    if not lacking:
        return ""
    return f"must have only numbers of the claim {id} ({', '.join(found) or 'none'}), not {quoted(', '.join(lacking))}"


def reference_fault(reference: str, id: str, claims: Mapping[str, Claim]) -> str:
    """Why a claim does not rest on a reference that is given for the same number; empty where it does."""
    if claim_fault(id, claims) or reference in claims[id].references:
        return ""
    listed = " or ".join(claims[id].references)
    near = suggestion(reference, claims[id].references)
    return f"must be a reference of the claim {id}, {listed}, not {quoted(reference)}{near}"
