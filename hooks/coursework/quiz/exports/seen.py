"""What a reader of a text sees: its words, and what stands out among them. The same for the course and for any file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

# The gap of a cloze, wherever it stands.
GAP = "\ue000"


class Part(NamedTuple):
    """Something that a question holds.

    `kind` is one of `kinds.py`, `text` its plain words with single spaces, and `of` says which part it belongs to: the
    plain words of a choice or a pair, the number of a gap or a place, from 1; nothing where it is the question's own.
    """

    kind: str
    text: str
    of: str = ""


class Seen(NamedTuple):
    """The plain words of a text, and its forms as (kind, words), as ("code", "a < b")."""

    text: str
    forms: tuple[tuple[str, str], ...]


_FORMS = {
    "code": "code", "table": "table", "ul": "list", "ol": "list", "em": "emphasis", "strong": "emphasis",
    "b": "emphasis", "i": "emphasis", "sub": "raised", "sup": "raised", "a": "link", "img": "picture",
    "math": "formula",
}  # fmt: skip
_APART = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "table", "thead", "tbody", "tr", "td", "th", "pre", "blockquote", "hr")
)
_TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(\w+);")
_MATHML = "{http://www.w3.org/1998/Math/MathML}"


def plain(text: str) -> str:
    """A text with single spaces between its words, and none at its ends."""
    return " ".join(text.split())


@lru_cache(maxsize=1 << 15)  # the same texts are in every format
def seen(html: str) -> Seen:
    """What is seen of XHTML without an element around it; a formula is its TeX. Raises ET.ParseError."""
    if "<" not in html and "\\" not in html:
        return Seen(plain(unescape(html)), ())
    named = _NAMED.sub(lambda name: unescape(name[0]), html).replace("xmlns=", "data-xmlns=")
    forms: list[tuple[str, str]] = []
    words = "".join(_words(ET.fromstring(f"<div>{named}</div>"), forms, in_code=False))
    return Seen(plain(words), tuple(forms))


def _words(element: ET.Element, forms: list[tuple[str, str]], in_code: bool) -> Iterator[str]:
    """The words of an element, with spaces about what stands apart; its forms are added to `forms`."""
    tag = element.tag.removeprefix(_MATHML)
    if tag == "math":
        tex = next((plain(each.text or "") for each in element.iter() if each.tag.endswith("annotation")), "")
        forms.append(("formula", tex))
        yield tex
        return
    if tag == "img":
        forms.append(("picture", element.get("src", "")))
        yield f" {element.get('alt', '')} "
        return
    in_code = in_code or tag == "code"
    apart = " " if tag in _APART else ""
    own = [apart, _text(element.text, forms, in_code)]
    for child in element:
        own += _words(child, forms, in_code)
        own.append(_text(child.tail, forms, in_code))
    own.append(apart)
    words = "".join(own)
    if form := _FORMS.get(tag):
        forms.append((form, element.get("href", "") if tag == "a" else plain(words)))
    yield words


def _text(text: str | None, forms: list[tuple[str, str]], in_code: bool) -> str:
    if not text or "\\" not in text or in_code:
        return text or ""

    def formula(match: re.Match[str]) -> str:
        tex = plain(match[1] or match[2])
        forms.append(("formula", tex))
        return tex

    return _TEX.sub(formula, text)


def html_parts(kind: str, html: str, of: str = "", pictures: Collection[str] = ()) -> list[Part]:
    """The part that XHTML of a file is, and its forms.

    Of pictures those count whose bytes are in the file: `pictures` are their names, the last part of `src`.
    """
    text, forms = seen(html)
    parts = [Part(kind, text, of)] if text else []
    for form, words in forms:
        name = words.rpartition("/")[2]
        if form != "picture":
            parts.append(Part(form, words))
        elif name in pictures:
            parts.append(Part(form, name))
    return parts


def text_parts(kind: str, text: str, of: str = "") -> list[Part]:
    """The part that a plain text of a file is: nothing stands out in it."""
    return [Part(kind, plain(text), of)] if text.strip() else []
