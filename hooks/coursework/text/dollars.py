"""Dollars that could be meant in another way than they are read: as money, or round a formula; and `\\(` for them."""

from __future__ import annotations

import re

from coursework.source.problem import quoted
from coursework.text.formula import Written, formulas_in, without_code, without_formulas

# A command of TeX with what stands in its braces, of which words may be a part.
_COMMAND = re.compile(r"\\[a-zA-Z]+(?:\{[^{}]*\})?")
_WORD = re.compile(r"\s[^\W\d_]{2,}\s")
# What stands between the signs of two amounts, as in `from US$5, or 5$`.
_AMOUNTS = re.compile(r"[\d.]+[\s,;–-]+[\d.]+")
_MARK = r"\\[A-Za-z]|\^|_"
# What would be a formula but for a space, an empty line or a missing end; what nobody can tell.
_NEARLY = re.compile(
    rf"\$\$|\$[ \t]?[^\s$]*(?:{_MARK})[^\s$]*(?:[ \t]?\$)?|\$[^$\n]*(?:{_MARK})[^$\n]*\$|\$[ \t]+\S{{1,3}}[ \t]+\$"
)
# What other programs take for a formula; to Markdown they are brackets, which `\[` may well be meant to be.
_BRACKETED = re.compile(rf"\\\([^\n]+?\\\)|\\\[[^\[\]]*(?:{_MARK}|=)[^\[\]]*\\\]|\\begin\{{\w+\*?\}}")
# A text without any of these has no doubtful dollar.
SIGNS = ("$", r"\(", r"\[", r"\begin{")


def doubt(text: str) -> tuple[int, str, str] | None:
    """The first dollar of a Markdown text that could be either: where it is, what it begins, and what should hold."""
    if not any(sign in text for sign in SIGNS):
        return None
    found = [(formula.start, *advice) for formula in formulas_in(text) if (advice := _of_formula(text, formula))]
    rest = re.sub(r"\\[\\$]", "  ", without_code(without_formulas(text)))
    if match := _NEARLY.search(rest):
        message = (
            "should be a formula, without a space right within its dollars or an empty line, or have `\\$` for each"
            f" dollar, not {quoted(match[0])}"
        )
        found.append((match.start(), match[0], message))
    if match := _BRACKETED.search(rest):
        message = f"should stand between dollars to be a formula, as `$x$` or `$$x$$`, not {quoted(match[0])}"
        found.append((match.start(), match[0], message))
    return min(found, default=None)


def _of_formula(text: str, formula: Written) -> tuple[str, str] | None:
    whole = text[formula.start : formula.end]
    row = text[text.rfind("\n", 0, formula.start) + 1 : formula.start]
    if row.lstrip(" \t>").startswith("|") and "|" in formula.tex:
        return whole, f"should have `\\vert` for `|` in a table, whose cells that parts, not {quoted(whole)}"
    words = _COMMAND.sub("", formula.tex)
    is_price = words[:1].isdigit() and (_WORD.search(words) or _AMOUNTS.fullmatch(words))
    # The sign of a currency, as in US$5, or of a variable, as in $PATH:$HOME.
    is_glued = text[: formula.start][-1:].isalpha() or text[formula.end :][:1].isupper()
    if not formula.display and (is_price or is_glued or words.startswith((",", ".", ";", ":", "!", "?", ")"))):
        message = f"should have `\\$` for each dollar, or words in `\\text{{ }}`: {quoted(whole)} is shown as a formula"
        return whole, message
    return None
