"""A reference as its CSL record, ready for any format: text on one line, without what no file can hold."""

from __future__ import annotations

import re

from coursework.reading.model import NO_DATE, OTHERS, Csl, CslValue, Name, Reference, text_in

# Control characters, separators of lines, halves of characters: a file of text with them is read wrongly or not at all.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
ET_AL = {"literal": "et al."}


def clean(text: str) -> str:
    return " ".join(_UNFIT.sub(" ", text).split())


def record(reference: Reference, unconfirmed: str = "") -> dict[str, CslValue]:
    """The CSL record of a reference; one whose details are not confirmed says so in its `keyword`."""
    cleaned: dict[str, CslValue] = {}
    for field, value in reference.csl.items():
        if isinstance(value, str):
            cleaned[field] = clean(value)
        elif isinstance(value, list):
            names = [{part: clean(text) for part, text in name.items()} for name in value]
            cleaned[field] = [ET_AL if name.get("literal") == OTHERS else name for name in names]
        else:
            cleaned[field] = value
    if cleaned.get("status") == NO_DATE:
        del cleaned["status"]
    if unconfirmed and not reference.confirmed:
        cleaned["keyword"] = clean(unconfirmed)
    return cleaned


def pages(csl: Csl) -> tuple[str, str]:
    """The first page and the last. Where they are no plain range, such as 3, 7-9, all stand in the first."""
    page = text_in(csl, "page")
    match = re.fullmatch(r"([\w.]+)\s*[-–]+\s*([\w.]+)", page)
    return (match[1], match[2]) if match else (page, "")


def family(name: Name) -> str:
    """The family name with the particles that stand before it."""
    parts = ("dropping-particle", "non-dropping-particle", "family")
    return " ".join(name[part] for part in parts if name.get(part))
