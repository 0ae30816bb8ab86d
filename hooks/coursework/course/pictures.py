"""What is wrong with the pictures in texts of YAML, and which of them say nothing to those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.course.content import Content
from coursework.course.project import Project
from coursework.source.place import Text
from coursework.source.problem import Advice, Problem
from coursework.source.values import find
from coursework.text.code_in_texts import without_code
from coursework.text.hosts import PICTURES
from coursework.text.media import DIAGRAM, UNDRAWN, picture_fault

_DIAGRAM = re.compile(rf"^ *(?:```+|~~~+) *{DIAGRAM}\b", re.MULTILINE)
# A citation or a link may stand in the words of a picture.
_PICTURE = re.compile(r"(?<!\\)!\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^\s)>]*)")


def picture_problems(content: Content, project: Project) -> Iterator[Problem]:
    """Pictures that no reader would see: of a host that is not allowed, or of what is no picture."""
    for where, text, _, address in _pictures(content):
        if fault := project.hosts.fault(PICTURES, address) or picture_fault(address, on_page=False):
            yield find(project.root, text, address).problem(f"{where}, picture", fault)


def advice_on_pictures(content: Content, project: Project) -> Iterator[Advice]:
    """Pictures without words, and diagrams that nothing draws."""
    for where, text, words, address in _pictures(content):
        if not words.strip():
            message = "should say within `![…]` what it shows, for those who do not see it"
            yield find(project.root, text, address).advice(f"{where}, picture", message)
    for where, text in content.prose():
        if DIAGRAM in text and _DIAGRAM.search(text):
            yield find(project.root, text, DIAGRAM).advice(where, UNDRAWN)


def shown_in_texts(content: Content) -> frozenset[str]:
    """The addresses of those pictures, as if written in `docs/`, and `mermaid` where there is a diagram."""
    addresses = (address for *_, address in _pictures(content))
    return frozenset((*addresses, *(DIAGRAM for _, text in content.prose() if DIAGRAM in text)))


def _pictures(content: Content) -> Iterator[tuple[str, Text, str, str]]:
    """Each as its place, its text, its words and its address."""
    for where, text in content.prose():
        if "![" in text:
            for words, address in _PICTURE.findall(without_code(text)):
                yield where, text, words, address
