"""What a lesson may claim and recommend, each as a function to what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lesson_text import Lesson


def no_unconfirmed_claim_is_used(lesson: Lesson, claims: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Marks of claims that nobody could confirm, or that the ledger does not have."""
    unknown = [f"{id}: no such claim" for id in lesson.marks if id not in claims]
    return unknown + [f"{id}: not confirmed" for id in lesson.marks if claims.get(id, {}).get("confirmed") is False]


def a_claim_is_marked_beside_one_of_its_sources(lesson: Lesson, claims: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Marks in a paragraph that cites none of the works behind the claim. The row of a table may do with the mark."""
    found = []
    for passage in re.split(r"\n\s*\n", re.sub(r"(?m)^ *\|.*$", "", lesson.body)):
        for id in re.findall(r"\[(C\d{3})\]\(", passage):
            works = claims.get(id, {}).get("references", ())
            if works and not any(re.search(rf"@{re.escape(work)}\b", passage) for work in works):
                found.append(f"{id} stands where none of {', '.join(works)} is cited")
    return found


def every_reading_says_why(readings: Mapping[str, Any], references: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Readings without a reason to read them, and works without an annotation."""
    listed = [reading for group in readings["groups"] for reading in group["readings"]]
    silent = [f"{reading['reference']}: no `why`" for reading in listed if not str(reading.get("why") or "").strip()]
    works = [reading["reference"] for reading in listed]
    bare = [f"{work}: no annotation" for work in works if not references.get(work, {}).get("annotation")]
    return silent + bare
