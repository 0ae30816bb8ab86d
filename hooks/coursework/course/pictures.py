"""What is wrong with the pictures in texts of YAML, and which of them say nothing to those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from coursework.course.content import Content
from coursework.course.project import Project
from coursework.source.place import Text
from coursework.source.problem import Advice, Problem
from coursework.source.values import find
from coursework.text.fences import Fence, fences_in
from coursework.text.hosts import PICTURES
from coursework.text.media import DIAGRAM, UNDRAWN, picture_fault
from coursework.text.snippet import Snippets

_PICTURE = re.compile(r"<img\b[^<>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def picture_problems(content: Content, project: Project) -> Iterator[Problem]:
    """Pictures that no reader would see: of a host that is not allowed, or of what is no picture."""
    for where, text, _, address in _pictures(content, project.math):
        if fault := project.hosts.fault(PICTURES, address) or picture_fault(address, on_page=False):
            yield find(project.root, text, address).problem(f"{where}, picture", fault)


def advice_on_pictures(content: Content, project: Project) -> Iterator[Advice]:
    """Pictures without words, and diagrams that nothing draws."""
    for where, text, words, address in _pictures(content, project.math):
        if not words.strip():
            message = "should say within `![…]` what it shows, for those who do not see it"
            yield find(project.root, text, address).advice(f"{where}, picture", message)
    for where, text in content.prose():
        for diagram in _diagrams(text):
            yield find(project.root, text, diagram.opening).advice(where, UNDRAWN)


def shown_in_texts(content: Content, project: Project) -> frozenset[str]:
    """The addresses of those pictures, as if written in `docs/`, and `mermaid` where there is a diagram."""
    addresses = (address for *_, address in _pictures(content, project.math))
    return frozenset((*addresses, *(diagram.name for _, text in content.prose() for diagram in _diagrams(text))))


def _diagrams(text: str) -> list[Fence]:
    return [fence for fence in fences_in(text.split("\n")) if fence.name == DIAGRAM] if DIAGRAM in text else []


def _pictures(content: Content, math: bool) -> Iterator[tuple[str, Text, str, str]]:
    """Each as its place, its text, its words and its address, as they are rendered."""
    for where, text in content.prose():
        if "![" in text:
            for picture in _PICTURE.findall(_reader(math).block(str(text))):
                values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(picture)}
                yield where, text, values.get("alt", ""), values.get("src", "")


@cache
def _reader(math: bool) -> Snippets:
    """What renders texts as pages do, but for their citations, which make no picture."""
    return Snippets(lambda cluster: None, math=math)
