"""Questions that stand together, which a lesson shows one at a time; without scripts and on paper all are there."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from jinja2 import Environment

from coursework.text.templates import element


def in_turns(env: Environment, questions: Sequence[ET.Element]) -> list[ET.Element]:
    """The questions, where there are several as one element, with the way from one to the next below them."""
    if len(questions) < 2:
        return list(questions)
    anchors = [next(id for part in question.iter() if (id := part.get("id"))) for question in questions]
    turns = ET.Element("div", {"class": "turns", "id": f"{anchors[0]}~all"})
    turns.extend(questions)
    turns.append(element(env, "quiz/turns.html", anchors=anchors))
    return [turns]
