"""A reference as its CSL record, ready for any format: text on one line, without what no file can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coursework.reading.model import DATE_FIELDS, NAME_FIELDS, NO_DATE, OTHERS, Reference

# Control characters, separators of lines, halves of characters: a file of text with them is read wrongly or not at all.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
ET_AL = {"literal": "et al."}


def clean(text: str) -> str:
    return " ".join(_UNFIT.sub(" ", text).split())


def record(reference: Reference, unconfirmed: str = "") -> dict[str, Any]:
    """The CSL record of a reference; one whose details are not confirmed says so in its `keyword`."""
    cleaned: dict[str, Any] = {}
    for field, value in reference.csl.items():
        if field in NAME_FIELDS:
            names = [{part: clean(text) for part, text in name.items()} for name in value]
            cleaned[field] = [ET_AL if name.get("literal") == OTHERS else name for name in names]
        else:
            cleaned[field] = value if field in DATE_FIELDS else clean(value)
    if cleaned.get("status") == NO_DATE:
        del cleaned["status"]
    if unconfirmed and not reference.confirmed:
        cleaned["keyword"] = clean(unconfirmed)
    return cleaned


def date(csl: Mapping[str, Any], field: str = "issued") -> list[int]:
    """A year, or a year and a month, or these and a day; nothing where no date is known."""
    return list(csl.get(field, {}).get("date-parts", [[]])[0])


def pages(csl: Mapping[str, Any]) -> tuple[str, str]:
    """The first page and the last. Where they are no plain range, such as 3, 7-9, all stand in the first."""
    match = re.fullmatch(r"([\w.]+)\s*[-–]+\s*([\w.]+)", csl.get("page", ""))
    return (match[1], match[2]) if match else (csl.get("page", ""), "")


def family(name: Mapping[str, str]) -> str:
    """The family name with the particles that stand before it."""
    parts = ("dropping-particle", "non-dropping-particle", "family")
    return " ".join(name[part] for part in parts if name.get(part))
