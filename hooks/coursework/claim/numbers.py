"""What else may say a number of a claim only as long as the claim says it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from coursework.claim.links import claim_fault
from coursework.claim.model import Claim
from coursework.source.problem import quoted, suggestion
from coursework.text.numerals import numbers_in


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
