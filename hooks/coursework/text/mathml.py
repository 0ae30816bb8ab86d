"""Formulas as MathML, made while the site is built: TeX goes in, what browsers show without a script comes out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from html import unescape

from markdown.util import AMP_SUBSTITUTE, AtomicString

from coursework.source.problem import nearest, quoted
from coursework.text.tex import converter

# What a formula is made of in a page. Nothing of it leads anywhere, asks for anything or runs.
_ELEMENTS = re.compile(
    "math|mrow|mstyle|mi|mn|mo|ms|mtext|mspace|mfrac|msqrt|mroot|mpadded|mphantom|msub|msup|msubsup|munder|mover"
    "|munderover|mmultiscripts|mprescripts|mtable|mtr|mtd|b|i|em|code"
)
_ATTRIBUTES = re.compile(
    "display|displaystyle|scriptlevel|mathvariant|stretchy|symmetric|largeop|movablelimits|accent|accentunder|form"
    "|fence|separator|lspace|rspace|minsize|maxsize|linethickness|width|height|depth|voffset"
)
# A page's own policy lets no style stand in an element. What each comes to is in formula.css.
_CLASSES = {
    "text-align: left": "formula__start",
    "text-align: right": "formula__end",
    "justify-items: start": "",
    "justify-items: end": "",
    "padding-left: 0": "formula__close",
    "padding-right: 0": "formula__open",
    "padding-left:1em": "formula__far",
    "border-top: 0.05em solid currentcolor": "formula__line-above",
    "border-left: 0.05em solid currentcolor": "formula__line-before",
    "border-right: 0.05em solid currentcolor": "formula__line-after",
    "margin-left:-0.16666667em": "formula__back",
}
# What may be wider than a telephone has more signs than this, and can be scrolled by itself.
_MOST_SIGNS = 20
WIDE = "formula formula--wide"
# What is suggested where a command is misspelt.
_COMMANDS = re.findall(
    r"\S+",
    r"""
    \frac \dfrac \tfrac \sqrt \binom \sum \prod \int \lim \infty \partial \nabla \cdot \times \div \pm \mp \le \leq
    \ge \geq \ne \neq \approx \equiv \sim \in \notin \subset \subseteq \cup \cap \forall \exists \to \mid \quad \ldots
    \cdots \alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \iota \kappa \lambda \mu \nu \xi \pi \rho
    \sigma \tau \upsilon \phi \varphi \chi \psi \omega \Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Phi \Psi \Omega
    \bar \hat \vec \dot \ddot \tilde \overline \underline \mathrm \mathbf \mathbb \mathcal \text \operatorname \left
    \right \begin \end \rightarrow \leftarrow \Rightarrow \Leftrightarrow \sin \cos \tan \log \ln \exp \min \max \circ
    \angle \perp \parallel \hbar \ell
    """,
)


# Most commands are short: less than this is another one.
_NEAR = 0.75


class FormulaError(Exception):
    """A formula that is none; `offset` is where in its TeX, from 0. Says what must hold there."""

    def __init__(self, message: str, offset: int = 0):
        super().__init__(message)
        self.offset = offset


def element_of(tex: str, display: bool, inline: bool = False) -> ET.Element:
    """The formula as an element of a page, in which Markdown changes nothing more.

    Where `inline`, it may stand in the label of a control: large if `display`, but in the line. Raises FormulaError.
    """
    math = ET.fromstring(_mathml(tex, display))
    formula = ET.Element("span", {"class": "formula"})
    if display and inline:
        del math.attrib["display"]
        math.set("displaystyle", "true")
    if len("".join(math.itertext())) > _MOST_SIGNS:
        formula.set("class", WIDE)
        if display and not inline:
            formula.set("role", "region")
        formula.set("tabindex", "0")
    math.set("data-tex", " ".join(tex.split()))
    formula.append(math)
    for part in math.iter():
        part.text = part.text and AtomicString(_as_typed(part.text))
        for name, value in part.items():
            part.set(name, _as_typed(value))
    return formula


def _as_typed(text: str) -> str:
    return text.replace("&", f"{AMP_SUBSTITUTE}amp;")


def check(tex: str, display: bool) -> None:
    """Raises FormulaError where the TeX is no formula."""
    _mathml(tex, display)


@lru_cache(maxsize=500)
def _mathml(tex: str, display: bool) -> str:
    # What goes much deeper would end the whole program.
    if deep := next((part for place, part in enumerate(_DEEPER.finditer(tex)) if place == _DEEPEST), None):
        raise FormulaError(f"must have {_DEEPEST} commands, braces and indices at most", deep.start())
    for pattern, message in _REFUSED:
        if match := pattern.search(tex):
            raise FormulaError(message, match.start("at"))
    try:
        mathml: str = converter()(tex, display)
    except ValueError as error:
        raise _fault(tex, *error.args) from None
    # XML knows no signs by their names.
    math = ET.fromstring(_NAMED_SIGN.sub(lambda sign: unescape(sign[0]), mathml))
    if not len(math):
        raise FormulaError("must show something, which this does not")
    if r"\\" in tex and math.find(".//mtable") is None:
        raise FormulaError(rf"must have its lines between {_LINES}, not only `\\`", tex.index(r"\\"))
    for part in list(math.iter()):
        _make_plain(part)
        _join_points(part)
        _make_familiar(part)
    return ET.tostring(math, encoding="unicode")


_NAMED_SIGN = re.compile("&(?!(?:amp|lt|gt|quot);)[a-zA-Z]+;")
_LINES = r"`\begin{aligned}` and `\end{aligned}`"
_UNESCAPED = r"(?<!\\)(?:\\\\)*"
# What the converter takes, but shows otherwise than meant, or not in every browser, or in no policy of ours.
_REFUSED = [
    (re.compile(rf"{_UNESCAPED}(?P<at>%)"), r"must have `\%` for a per cent sign: what follows a `%` is left out"),
    (re.compile(r"\\\\(?P<at>\[)"), r"must have nothing in brackets after `\\`"),
    (
        re.compile(r"(?P<at>\\begin\{(?:align|alignat|gather|equation|multline|flalign)\*?\})"),
        rf"must have {_LINES} for several lines, and no numbers",
    ),
    (re.compile(r"(?P<at>\\(?:text)?color(?![a-zA-Z]))"), "must do without colours, which not everybody can see"),
    (re.compile(r"(?P<at>\\[bx]?cancel(?![a-zA-Z]))"), "must do without struck parts, which most browsers do not show"),
    (
        re.compile(r"(?P<at>\\(?:ce|pu)(?![a-zA-Z]))"),
        r"must be written with `\mathrm`, as `\mathrm{H_2O}`: `\ce` and `\pu` are not known here",
    ),
    (
        re.compile(r"(?P<at>\\(?:def|let|(?:re)?newcommand|providecommand|global)(?![a-zA-Z]))"),
        "must do without commands of its own",
    ),
]


# What an author is told, by how the converter begins to say it.
_MESSAGES = {
    "Expected argument": "must have something for its last command or sign to stand with",
    "Duplicate subscript or superscript": "must have one `^` and one `_` at a sign, or braces: `{x^2}^3`",
    'Expected closing token "}"': "must close each `{` with a `}`",
    'Unmatched closing token: "}"': "must open each `}` with a `{`",
    'Expected closing token "\\right"': r"must close each `\left` with a `\right`",
    'Unmatched closing token: "\\right"': r"must open each `\right` with a `\left`",
    'Expected closing token "\\end': r"must close each `\begin` with an `\end`",
    'Found "&"': r"must have `\&` for the sign; `&` parts columns between `\begin` and `\end`",
    'Found "\\label"': r"must do without `\label`: formulas have no numbers",
    'Found "\\tag': r"must do without `\tag`: formulas have no numbers",
    "Math mode within text mode": r"must have no `$` within `\text{ }`: end it before",
}


def _fault(tex: str, offset: int, message: str) -> FormulaError:
    if message.startswith(("Unknown command", "Unknown environment")):
        kind, name = message.split('"')[0].split()[1], message.split('"')[1]
        near = nearest(name, _COMMANDS, _NEAR)
        meant = f". Did you mean {quoted(near)}?" if near else ""
        return FormulaError(f"must hold only {kind}s that are known here, not {quoted(name)}{meant}", offset)
    for start, meaning in _MESSAGES.items():
        if message.startswith(start):
            return FormulaError(meaning, _unclosed(tex) if start.startswith('Expected closing token "}"') else offset)
    return FormulaError(f"must be TeX, not this: {message[:1].lower()}{message[1:].rstrip('.')}", offset)


def _unclosed(tex: str) -> int:
    """Where the last brace stands that nothing closes."""
    stack = []
    for brace in re.finditer(r"\\.|[{}]", tex, re.DOTALL):
        if brace[0] == "{":
            stack.append(brace.start())
        elif brace[0] == "}" and stack:
            stack.pop()
    return stack[-1] if stack else 0


def _make_plain(part: ET.Element) -> None:
    """Leave nothing in a formula but what this module knows. Raises FormulaError."""
    if part.tag == "menclose" and part.get("notation") == "box":
        part.tag, part.attrib = "mrow", {"class": "formula__box"}
        return
    classes = []
    for rule in filter(None, map(str.strip, part.attrib.pop("style", "").split(";"))):
        if rule not in _CLASSES:
            raise FormulaError("must do without what needs a style of its own, as a space of less than nothing")
        classes.append(_CLASSES[rule])
    if not _ELEMENTS.fullmatch(part.tag) or not all(map(_ATTRIBUTES.fullmatch, part.attrib)):
        raise FormulaError("must do without what is no part of a formula here")
    if any(classes):
        part.set("class", " ".join(filter(None, classes)))


def _make_familiar(part: ET.Element) -> None:
    """Say what stands in a part as readers of MathML have always known it.

    A size goes to an element that is there for sizes, and a sign above or below is no combining character, which would
    join what stands before it.
    """
    for at, child in enumerate(list(part)):
        names = ("scriptlevel",) if child.tag == "mtable" else ("scriptlevel", "displaystyle")
        sizes = {name: child.attrib.pop(name) for name in names if name in child.attrib}
        if sizes:
            part[at] = ET.Element("mstyle", sizes)
            part[at].append(child)
        if child.tag == "mo" and child.text in _COMBINING:
            child.text = "_" if part.tag == "munder" else _COMBINING[child.text]


_COMBINING = {"\u0332": "\u203e", "\u0302": "^", "\u0303": "\u02dc", "\u20d7": "\u2192"}


def _join_points(part: ET.Element) -> None:
    """Let a number without a 0 before its point (`p < .05`) be one number, which is read aloud as one."""
    for before, point, digits in zip((None, *part), list(part), list(part)[1:]):
        begins = before is None or before.tag != "mn"
        if begins and point.text == "." and digits.tag == "mn" and (digits.text or "").isdigit():
            digits.text = f".{digits.text}"
            part.remove(point)


# What may hold another part of a formula, and how many of them one may have.
_DEEPER = re.compile(r"[{^_]|\\[a-zA-Z]+")
_DEEPEST = 500
