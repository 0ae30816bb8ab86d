"""Texts that would become something else where text is put into pages carelessly, and what pages may hold at all."""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict

import pytest
from hypothesis import strategies as st

from coursework.reading import foreign
from coursework.source.traps import Traps
from coursework.text import mathml
from coursework.text.code_in_texts import begins_with_spaces, faults_of, holds_block
from making import TEMPLATES, skeleton

PIECES = [
    "<script>alert(1)</script>", "<b onclick=x>", "</p></div></section>", "<!-- ", " -->", "<![CDATA[", "]]>", "<?php",
    '"', "'", "`", "``", "\\", "{{ 7*7 }}", "{% x %}", "{#", "#}", "{: onclick=x }", "{ #id .class onclick=x }",
    "&nbsp;", "&#0;", "&#x3c;script&#x3e;", "&lt;b&gt;", "&amp;lt;", "&", "<", ">", "\u202e", "\u200f", "\ufeff",
    "\x85", "\u2028", "😀", "地図", "[", "]", "(", ")", "![", "](javascript:alert(1))", "](&#106;avascript:x)",
    "[a](b.md)",
    "<javascript:x>", "<https://example.org/?a&b>", "[@harley1989]", "@harley1989",
    "[see @harley1989, p. 3; @snyder1987]",
    "[@nobody]", "\\@", "*", "**", "_", "# ", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n    ", "  \n",
    "| a | b |\n|---|---|\n",
    "\n---\n", "\n===\n", "~~", "`quiz\nmaps`", "\n!!! note\n", ":::", "$x$", "%", "@", ":", "--", "...", "'s",
    "wzxhzdk:0", "klzzwxh:0000", "<!--coursework:0-->",
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def html_let_through():
    """HTML is refused before it reaches a page; here it is not, since a page must hold out by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Traps, "_html", lambda traps, node: iter(()))
        patch.setattr(foreign, "_HTML", frozenset())
        yield


WORDS = ["zebra", "Elch", "ñandú"]


# What is refused while a quiz is read, so that it reaches no page.
REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|\[\^")


def texts(paragraphs=True):
    """Pieces in any order, with a few words between them that must not be lost; nothing that is refused."""
    part = st.sampled_from(PIECES) | st.sampled_from([f" {word} " for word in WORDS]) | st.text(max_size=3)
    whole = st.lists(part, min_size=1, max_size=8).map(lambda parts: REFUSED.sub("", f"{''.join(parts)} ."))
    whole = whole.filter(lambda text: not (holds_block(text) or faults_of(text) or begins_with_spaces(text)))
    return whole if paragraphs else whole.map(lambda text: re.sub(r"\n\s*\n", "\n", text))


# Tags that Markdown makes and the attributes it gives them (those of Pandoc and of the table of contents as well).
MARKDOWN = {
    "a": {"href", "title", "class"}, "img": {"src", "alt", "title"}, "th": {"style"}, "td": {"style"},
    "span": {"class", "id"}, "h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "li": {"id"},
}  # fmt: skip
_PLAIN = "p em strong code pre blockquote ul ol hr br table thead tbody tr sup sub"
MARKDOWN |= {tag: set() for tag in _PLAIN.split()}


def _of_templates():
    tags, classes = defaultdict(set), {"citation", "headerlink", "nocase", "uri", "email"}
    for template in TEMPLATES.values():
        for element in list(ET.fromstring(skeleton(template)).iter())[1:]:
            tags["h2" if element.tag == "hx" else element.tag].update(element.attrib)
            classes.update(element.get("class", "").split())
    return tags, classes


TAGS, CLASSES = _of_templates()
for tag, attributes in MARKDOWN.items():
    TAGS[tag] |= attributes
TAGS["h3"] |= TAGS["h2"]
STYLES = {"text-align: left;", "text-align: center;", "text-align: right;"}


def strangers(tree):
    """All in an element tree that neither a template, plain Markdown nor a formula could have put there."""
    formulas = [span for span in tree.iter("span") if span.get("class", "").startswith("formula")]
    of_formulas = {part for span in formulas for part in span.iter()}
    for part in of_formulas - set(formulas):
        if not mathml._ELEMENTS.fullmatch(part.tag):
            yield part.tag
        known = ("data-tex", "class")
        yield from (name for name in part.attrib if name not in known and not mathml._ATTRIBUTES.fullmatch(name))
    for element in (each for each in list(tree.iter())[1:] if each not in of_formulas):
        if element.tag not in TAGS:
            yield element.tag
        yield from (f"{element.tag} {name}" for name in element.attrib if name not in TAGS[element.tag])
        yield from (f"class {name}" for name in element.get("class", "").split() if name not in CLASSES)
        if element.get("style", "text-align: left;") not in STYLES:
            yield f"style {element.get('style')}"


def unsafe_links(tree):
    """Links that a browser would follow to something else than a page."""
    for element in tree.iter():
        address = element.get("href") or element.get("src") or ""
        scheme = re.match(r"[\s\x00-\x1f]*([a-zA-Z][^/?#]*?):", address)
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel", "sms"):
            yield address


def lost_words(text, tree):
    """The words of a text that are nowhere in a tree, neither as text nor in an attribute."""
    held = " ".join([*tree.itertext(), *(value for element in tree.iter() for value in element.attrib.values())])
    return [word for word in WORDS if f" {word} " in text and word not in held]
