"""The HTML of a page as a list of what stands in it, with what its site's policy or a reader would ask of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_READ = frozenset(("a", "script", "style", "summary")) | HEADINGS
_WORDLESS = frozenset(("script", "style", "summary"))
_AROUND = frozenset(("audio", "picture", "video"))
# What shows something though there is no word in it.
_SHOWING = frozenset(("iframe", "img"))
# Most pages hold nothing that must be looked at; these are quick to look for.
_SIGNS = (
    "<img", "<audio", "<video", "<iframe", "<frame", "<script", "<style", "<object", "<embed", "<applet", "<link",
    "<base", "<image", "<feimage", "<meta", "style=", "action=", "background=", "referrerpolicy", "java",
    "mermaid", "attributename", "ping=",
)  # fmt: skip
# The last two are shapes and colours of another file than the page.
_LIKE = re.compile(
    r"""[\s"'/]on[a-z]+\s*=|type\s*=\s*["']?image|url\((?!["']?\#)
    |<(?:use|textpath|mpath|pattern|(?:linear|radial)gradient|filter)\s[^>]*href\s*=\s*["']?(?!["'\s]|\#)""",
    re.VERBOSE,
)
# In these a browser takes the sign of a comment for text, which hides nothing.
_OF_TEXT = frozenset(("iframe", "noembed", "noframes", "noscript", "plaintext", "textarea", "title", "xmp"))
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)


@dataclass
class Element:
    """`values` are its attributes, `text` the words in it, of those that are read; `around` is what a source is of.

    `heads` says of a heading or a `<summary>` whether any words stand below it, up to the next of its level.
    """

    tag: str
    values: dict[str, str]
    around: str = ""
    text: str = ""
    heads: bool = False
    inside: list[Element] = field(default_factory=list)


@dataclass(frozen=True)
class Fault:
    """What is wrong with an element; `needles` are texts by which its place may be found, the best first.

    `fence` is the name of the fenced block that the element was rendered of, if it was.
    """

    element: Element
    needles: tuple[str, ...]
    message: str
    is_advice: bool = False
    fence: str = ""


def may_hold_any(html: str) -> bool:
    """Whether HTML may hold any element that must be looked at."""
    small = "".join(_outside_questions(html)).lower()
    return any(sign in small for sign in _SIGNS) or _LIKE.search(small) is not None


def _outside_questions(html: str) -> Iterator[str]:
    """HTML without our questions, nine tenths of a page that has some: what their texts hold is told of in YAML."""
    read = 0
    while (start := html.find("<quiz-question ", read)) >= 0:
        yield html[read:start]
        end = html.find("</quiz-question>", start)
        read = end if end >= 0 else start + 1
    yield html[read:]


def elements_of(html: str) -> list[Element]:
    """All elements in their order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements


class _Reader(HTMLParser):
    """Reads comments as browsers do: what those do not hide may ask for something, or run."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._read: list[Element] = []
        self._around: list[Element] = []
        self._heads: list[Element] = []
        self._texts: list[str] = []

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Where the comment ends that begins at `i`; -1 where it does not."""
        if self._texts:
            return i + len("<!--")
        comment = _COMMENT.match(self.rawdata, i)
        return comment.end() if comment else -1

    def parse_html_declaration(self, i: int) -> int:
        """The same of what begins with `<!` and is none, as `<![CDATA[`, which is one only in a picture."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})
        self.elements.append(element)
        if self._around:
            element.around = self._around[-1].tag
            self._around[-1].inside.append(element)
        if tag in _READ or ("id" in element.values and tag not in _VOID):
            self._read.append(element)
        if tag in HEADINGS or tag == "summary":
            self._heads = [head for head in self._heads if "summary" in (head.tag, tag) or head.tag < tag]
            self._heads.append(element)
        elif tag in _SHOWING and not self._is_in_title():
            self._fill_heads()
        if tag in _AROUND:
            self._around.append(element)
        if tag in _OF_TEXT:
            self._texts.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag != "script":  # which goes on to its end, whatever its first tag says
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._texts:
            self._texts.remove(tag)
        if tag == "details" and (summaries := [head for head in self._heads if head.tag == "summary"]):
            self._heads.remove(summaries[-1])
        for opened in (self._read, self._around):
            if any(element.tag == tag for element in opened):
                while opened.pop().tag != tag:
                    pass

    def handle_data(self, data: str) -> None:
        for element in self._read:
            element.text += data
        if data.strip() and not self._around and not self._is_in_title():
            self._fill_heads()

    def _is_in_title(self) -> bool:
        return any(element.tag in HEADINGS or element.tag in _WORDLESS for element in self._read)

    def _fill_heads(self) -> None:
        for head in self._heads:
            head.heads = True
