"""CSL-JSON: the records as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable

from coursework.reading.model import Csl


def to_csl_json(records: Iterable[Csl]) -> str:
    return json.dumps(list(records), ensure_ascii=False, indent=1) + "\n"
