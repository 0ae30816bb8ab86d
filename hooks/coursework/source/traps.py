"""What YAML reads in another way than it looks, in texts that it reads without complaint."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html.entities import html5

import yaml

from coursework.source.lines import MAY_JOIN, joined_lines
from coursework.source.place import Place
from coursework.source.problem import Problem, quoted
from coursework.source.signs import CONTROL
from coursework.source.syntax import BACKSLASH

_MARKUP = ("sub", "sup")  # the tags that a Markdown text may hold, since Markdown has no sign for them
TYPED = ("answers", "answer")
"""The fields that hold what a reader types: no Markdown, so that whoever reads them looks for HTML in them."""

# Escapes that no text needs, so that what follows was meant as it stands; a line's end in a word of TeX or a path.
_TEX = "abla|atural|e|earrow|eg|eq|ewline|exists|geq|i|leq|mid|ot|otin|parallel|sim|subseteq|u|warrow"
_ESCAPE = re.compile(rf"\\(?:[abefrtvNLP_0][A-Za-z]*|n(?:{_TEX})(?![a-z]))|(?<=[A-Za-z]:)\\n[a-z]+")
_ANY_ESCAPE = re.compile(r"\\(?s:.)")
_NAME = re.compile(r"[a-z0-9.-][\w./:-]*")
NULL = "null"
_NOTHING = {"~", NULL, "Null", "NULL"}
# What has lines of its own: a list, a table, a quotation, code. A single number may be the end of a sentence.
_IN_LINES = re.compile(r"\s*(?:[-*+] +\S|\||> |```|~~~)")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)] +\S")
_FENCE = r"^[ \t]*(?P<fence>`{3,}|~{3,})(?s:.*?)(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
_TICKS = r"(?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`)"
CODE = re.compile(rf"{_FENCE}|{_TICKS}|^(?: {{4}}|\t).*$", re.MULTILINE)
FENCED = re.compile(rf"{_FENCE}|{_TICKS}", re.MULTILINE)
"""Code between signs of its own, which need not be indented."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TAGS = (
    "a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption center cite code "
    "col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math "
    "menu meta nav object ol option p param picture pre progress q s samp script section select small source span "
    "strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track "
    "tt u ul var video wbr"
)
_TAG = re.compile(rf"(?<!\?)(?<!\?P)</?({TAGS.replace(' ', '|')})(?=[\s/>])[^<>]*>|<!--", re.IGNORECASE)
_INSTEAD = {
    "**…**": "b strong", "*…*": "i em", "`…`": "code tt kbd samp", "[…](…)": "a", "![…](…)": "img",
    "- …": "ul ol li", "> …": "blockquote", "| … | … |": "table thead tbody tr th td",
}  # fmt: skip
_SIGN_OF = {tag: sign for sign, tags in _INSTEAD.items() for tag in tags.split()}


def blank_code(text: str) -> str:
    """The text with spaces in the place of its code, so that lines stay where they are."""
    return CODE.sub(lambda code: blank(code[0]), text)


def blank(text: str) -> str:
    """As many spaces, on as many lines."""
    return re.sub(r"[^\n]", " ", text)


class Traps:
    """Looks at the texts of one file, `content`; `own` are the fields that hold Markdown, all where none are given."""

    def __init__(self, content: str, path: str, own: Collection[str] = ()):
        self.path = path
        self._lines = content.splitlines()
        self._own = own
        self._in_typed = self._in_json = False
        # Most files have none of these, and a large course has hundreds of thousands of texts. A program wrote what is
        # JSON, and meant its escapes and lines.
        self._by_hand = not content.lstrip().startswith(("{", "["))
        self._backslashes = "\\" in content and self._by_hand
        self.may_hold_control = "\\" in content or CONTROL.search(content) is not None
        self._comments = " #" in content or "\t#" in content
        self._marks = "<" in content or "&" in content

    def enter(self, field: str, in_quotes: bool) -> None:
        """Say whose texts come next; a name `in_quotes` is one of JSON, where `null` means what it says."""
        self._in_typed = field in TYPED or (bool(self._own) and field not in self._own)
        self._in_json = in_quotes

    def leave(self) -> None:
        """Say that the texts of a field have ended."""
        self._in_typed = self._in_json = False

    def in_text(self, node: yaml.ScalarNode) -> Iterable[Problem]:
        """What is wrong with one text that YAML has read."""
        style, value = node.style, node.value
        if style == "|":
            return self._in_block(node)
        suspect = self._backslashes if style == '"' else not style and (self._comments or value in _NOTHING)
        if suspect or node.start_mark.line < node.end_mark.line or (self._marks and ("<" in value or "&" in value)):
            return self._look(node)
        return ()

    def _in_block(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        if self._marks:
            yield from self._html(node)
        if "\n" in node.value.strip() and MAY_JOIN.search(node.value):
            for number, need in joined_lines(blank_code(node.value)):
                yield self._place(node.start_mark.line + 1 + number, 0).problem("", f"must have {need}")

    def _look(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        start, end = node.start_mark, node.end_mark
        if node.style == '"' and self._backslashes:
            yield from self._backslash(start, end)
        if not node.style:
            yield from self._plain(node)
        if start.line < end.line and self._by_hand:
            yield from self._lines_in(start, end)
        yield from self._html(node)

    def _place(self, line: int, column: int) -> Place:
        return Place(self.path, line + 1, column + 1)

    def _plain(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        start, end = node.start_mark, node.end_mark
        if node.value in _NOTHING and not (self._in_json and node.value == NULL):
            message = f"must be left out, or in quotes if the word is meant: `{node.value}` is nothing in YAML"
            yield self._place(start.line, start.column).problem("", message)
        if not self._comments or end.line >= len(self._lines):
            return
        comment = re.match(r"\s+(#.*)", self._lines[end.line][end.column :])
        # After a number or a name in small letters, a comment with a space at its beginning is meant as one.
        if comment and not (_NAME.fullmatch(node.value) and re.match(r"#[\s#]|#$", comment[1])):
            message = (
                f"must be in quotes if {quoted(comment[1], 30)} belongs to it, which YAML takes for a comment; "
                "one that is meant goes on a line of its own"
            )
            yield self._place(start.line, start.column).problem("", message)

    def _backslash(self, start: yaml.Mark, end: yaml.Mark) -> Iterator[Problem]:
        for line in range(start.line, min(end.line + 1, len(self._lines))):
            text = self._lines[line]
            first = start.column if line == start.line else 0
            last = end.column if line == end.line else len(text)
            for escape in _ANY_ESCAPE.finditer(text, first, last):
                if meant := _ESCAPE.match(text, escape.start(), last):
                    message = f"must not hold `{meant[0]}` here: {BACKSLASH}"
                    yield self._place(line, escape.start()).problem("", message)
                    return

    def _lines_in(self, start: yaml.Mark, end: yaml.Mark) -> Iterator[Problem]:
        last = min(end.line + 1, len(self._lines))
        lines = [self._lines[line][: end.column if line == end.line else None] for line in range(start.line + 1, last)]
        if any(map(_IN_LINES.match, lines)) or len([line for line in lines if _NUMBERED.match(line)]) > 1:
            message = "must stand after `|`: without it the lines of a list, a table or code become one"
            yield self._place(start.line, start.column).problem("", message)

    def _html(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        if self._in_typed or ("<" not in node.value and "&" not in node.value):
            return
        text = CODE.sub("", node.value)
        for tag in _TAG.finditer(text):
            name = (tag[1] or "").lower()
            if name not in _MARKUP:
                yield self._found(node, tag[0]).problem("", _no_html(tag[0], name))
                return
        for entity in _ENTITY.finditer(text):
            sign = html5.get(entity[0][1:]) if entity[0][1] != "#" else ""
            if sign is not None:
                yield self._found(node, entity[0]).problem(
                    "", f"must hold the sign itself, not `{entity[0]}`{_typed(sign)}"
                )
                return

    def _found(self, node: yaml.ScalarNode, found: str) -> Place:
        for line in range(node.start_mark.line, min(node.end_mark.line + 1, len(self._lines))):
            column = self._lines[line].find(found, node.start_mark.column if line == node.start_mark.line else 0)
            if column >= 0:
                return self._place(line, column)
        return self._place(node.start_mark.line, node.start_mark.column)


def _no_html(tag: str, name: str) -> str:
    if not name:
        return "must not hold a comment of HTML, which readers would see; one of YAML begins with `#` on its own line"
    instead = f"`{_SIGN_OF[name]}`, or " if name in _SIGN_OF else ""
    found = quoted(tag, 30)
    return f"must be Markdown without HTML, not {found}: write {instead}the tag in backticks if it is meant"


def _typed(sign: str) -> str:
    if not sign:
        return ""
    if sign.isprintable() and not sign.isspace():
        return f": {sign}"
    return f"; in double quotes it is `\\u{ord(sign[0]):04x}`"
