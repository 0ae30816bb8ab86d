"""CSL-JSON: the records as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def to_csl_json(records: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps(list(records), ensure_ascii=False, indent=1) + "\n"
