"""Formulas in running text, by Pandoc's rule: `$x^2$` in a line, `$$x^2$$` on lines of their own.

The opening `$` has no space right after it, the closing one none right before it and no digit right after it, so that
"$5 and $10" is money. `\\$` is a dollar, and nothing within code is a formula.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html import unescape

from markdown.util import AMP_SUBSTITUTE, STX

from coursework.source.place import line_and_column

# Neither a dollar nor an empty line, nor what Markdown has put in the place of code.
_SIGN = rf"(?:\\[^{STX}]|[^$\\\n{STX}]|\n(?!\s*\n))"
FORMULA = (
    r"(?<!\\)(?:\\\\)*(?P<formula>"
    rf"\$\$(?P<display>(?:{_SIGN}|\$(?!\$))+?)\$\$"
    rf"|\$(?![\s$])(?P<line>{_SIGN}*?(?:\\[^{STX}]|[^\s$\\{STX}]))\$(?!\d))"
)
_FORMULA = re.compile(FORMULA)
# A fence; code in a line; what nobody sees.
_CODE = re.compile(
    r"^[ \t>]*(?P<fence>```+|~~~+).*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
# Code of four spaces after an empty line, unless they are those of what stands in a list or a box.
_INDENTED = re.compile(r"(?:\A|(?<![^\n])[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
_HOLDER = re.compile(r" {0,3}(?:[-+*:]|\d+[.)]|!!!|\?\?\?|===|\[\^)")
_MATH = re.compile(r'<math\b[^>]* data-tex="([^"]*)"[^>]*>.*?</math>', re.DOTALL)


@dataclass(frozen=True)
class Written:
    """A formula in a text: where its dollars begin and its TeX does, and whether it stands by itself."""

    start: int
    end: int
    tex: str
    tex_start: int
    display: bool


def formulas_in(text: str) -> list[Written]:
    """Every formula of a Markdown text outside of its code, in order."""
    if "$" not in text:
        return []
    return [written(match) for match in _FORMULA.finditer(without_code(text))]


def written(match: re.Match[str]) -> Written:
    """What a match of FORMULA found."""
    name = "display" if match["display"] is not None else "line"
    return Written(match.start("formula"), match.end(), match[name], match.start(name), name == "display")


def without_code(text: str) -> str:
    """The text with spaces in the place of its code, after a sign that no formula holds; all else keeps its place."""
    blanked = _INDENTED.sub(lambda code: code[0] if _is_held(text[: code.start()]) else _blank(code[0]), text)
    return _CODE.sub(lambda code: STX + _blank(code[0])[1:], blanked)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _is_held(before: str) -> bool:
    """Whether what comes after a text, four spaces in, stands in a list or in a box that begins in it."""
    lines = (line for line in reversed(before.splitlines()) if line.strip() and not line.startswith(("    ", "\t")))
    return _HOLDER.match(next(lines, "")) is not None


def may_hold_formulas(text: str) -> bool:
    """Whether a text has what would be a formula if it is not code."""
    return "$" in text and _FORMULA.search(text) is not None


def without_formulas(text: str) -> str:
    """The text with spaces in the place of its formulas; all else keeps its place."""
    for formula in formulas_in(text):
        text = text[: formula.start] + " " * (formula.end - formula.start) + text[formula.end :]
    return text


def in_words(html: str) -> str:
    """HTML with each formula as its TeX, for whoever reads words alone."""
    return _MATH.sub(lambda math: math[1], html) if "<math" in html else html


def words_of(element: ET.Element) -> str:
    """The text of an element, with each formula in it as its TeX."""
    if element.tag == "math":
        return unescape(element.get("data-tex", "").replace(AMP_SUBSTITUTE, "&"))
    return (element.text or "") + "".join(words_of(child) + (child.tail or "") for child in element)


def find_in(source: str, text: str, start: int = 0) -> int:
    """Where a part of a text begins in the source that it was read from, which may have broken or quoted it otherwise.

    -1 where it is not found.
    """
    match = _loosely(text).search(source, start)
    return match.start() if match else -1


def place_of(source: str, formula: Written, offset: int, start: int = 0) -> tuple[int, int]:
    """The line and column, from 1, of what stands at the `offset` of a formula's TeX, in the source of its text.

    (0, 0) where the formula is not found.
    """
    sign = "$$" if formula.display else "$"
    begin = find_in(source, f"{sign}{formula.tex}{sign}", start)
    if begin < 0:
        return 0, 0
    before = _loosely(f"{sign}{formula.tex[:offset]}").match(source, begin)
    return line_and_column(source, before.end() if before else begin)


def _loosely(text: str) -> re.Pattern[str]:
    """The text with whatever breaks of lines, and with its signs as quotation marks of YAML double them."""
    parts = [r"[\s>]+" if part.isspace() else re.escape(part) for part in re.split(r"(\s+)", text)]
    return re.compile("".join(parts).replace(r"\\", r"\\{1,2}").replace("'", "'{1,2}"))
