"""The texts of Moodle XML: rich ones with their pictures, plain ones, and the names of categories."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from html import escape

from coursework.quiz.exports.seen import plain
from coursework.quiz.exports.texts import Texts

# Before the path of a file that comes with a text.
_FILES = "@@PLUGINFILE@@"
# What Moodle has room for in the name of a category, and for a title beside its version.
_MOST, _TITLE = 255, 230
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Where Moodle looks for TeX, if not within the signs of an element.
_LIKE_TEX = re.compile(r"\$(?=\$)(?![^<]*>)")
_LIKE_HTML = re.compile(r"<|&[a-zA-Z0-9#]{1,8};")


def cdata(text: str) -> str:
    """A text as the content of an element, as it is where it holds no sign of XML; what XML cannot hold is U+FFFD."""
    text = _NO_XML.sub("\ufffd", text)
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>" if re.search("[<>&]", text) else text


def rich(tag: str, html: str, texts: Texts, more: str = "", finish: Callable[[str], str] = str) -> str:
    """XHTML as an element of Moodle's with the bytes of its pictures, and `more` elements.

    `tag` may have attributes. `finish` makes the text that is written of what Moodle is to show.
    """
    placed = _LIKE_TEX.sub("$<span></span>", html.replace(_FILES, f"&#64;{_FILES[1:]}"))
    placed = texts.place_pictures(placed, lambda picture: f"{_FILES}/{picture.name}")
    files = "".join(
        f'<file name="{picture.name}" path="/" encoding="base64">{b64encode(picture.content).decode()}</file>'
        for picture in texts.pictures_in(html)
    )
    text = f"<text>{cdata(finish(placed))}</text>"
    return f'<{tag} format="html">{text}{files}{more}</{tag.partition(" ")[0]}>'


def string(words: str) -> str:
    """Words where Moodle takes plain ones, but strips what looks like an element and reads characters of HTML."""
    return escape(words, quote=False) if _LIKE_HTML.search(words) else words


def category(course: str, version: str, quiz: str) -> str:
    """The path of the category of a quiz, by its title, below the one that is named by the course and the version."""
    return "/".join(("$course$/top", _segment(plain(course)[:_TITLE] + version), _segment(plain(quiz))))


def _segment(name: str) -> str:
    """A name in the path of a category: a slash that is meant is two, and none stands at an end, where it is three."""
    name = string(name[:_MOST]).replace("/", "//")
    return f"{' ' if name.startswith('/') else ''}{name}{' ' if name.endswith('/') else ''}"
