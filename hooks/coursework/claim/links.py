"""Links to claims, as pages and YAML files write them: `[C053](../claims.md#C053)`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coursework.claim.model import ID, Claim
from coursework.source.problem import quoted, suggestion

# The page of all claims, and a link to one of them.
LEDGER = "claims.md"
_CLAIM = re.compile(rf"\]\([^()\s]*?\b{re.escape(LEDGER)}#({ID})\)")


def claims_in(text: str) -> list[str]:
    """The ids of the claims to which a Markdown text links, each once."""
    return list(dict.fromkeys(_CLAIM.findall(text)))


def claim_fault(id: str, claims: Mapping[str, Claim]) -> str:
    """Why nothing may rest on the claim of this id; empty where it is one, and confirmed."""
    if id not in claims:
        return f"must be a claim in claims/, not {quoted(id)}{suggestion(id, claims)}"
    if not claims[id].confirmed:
        return f"must be a confirmed claim; {id} is marked `confirmed: false`, so nothing may rest on it"
    return ""
