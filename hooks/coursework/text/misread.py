"""What extensions that are on read in another way than it looks: first lines of boxes and tabs, and signs in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.source.front_matter import body_of
from coursework.source.place import line_and_column
from coursework.source.problem import Problem, quoted
from coursework.source.traps import blank
from coursework.text.prose import prose_of

# Behind these signs stands the type and the title of a box, or the title of a tab; each is of an extension.
_OF = {"!!!": "admonition", "???": "pymdownx.details", "===": "pymdownx.tabbed"}
_MAY_HOLD = re.compile(r"!!!|\?\?\?|=== |==\w|~\w|\^\w")
_OPENING = re.compile(r"^( *)((!!!|\?\?\?|===)[+!]*) ?([\w\"'“”„«‘*`(].*)$", re.MULTILINE)
_BOX = re.compile(r'((?:[\w-]+(?: +[\w-]+)*)?)((?:(?:^| +)".*")?)')
_TAB = re.compile(r'".*"')
# Two signs that were hardly meant as a pair, as in "~30–~40" and "x^2+y^2".
_PAIRS = (
    ("pymdownx.tilde", "~", "a subscript", re.compile(r"(?<![\w~\\)\]])~\w[^~\s]*~\w+")),
    ("pymdownx.caret", "^", "a superscript", re.compile(r"(?<![\^\\])\^\w+[+*/=–-]\w*\^\w+")),
    ("pymdownx.mark", "==", "a highlight", re.compile(r"\w==\w[^=\n]*\w==\w+")),
)
# Classes of Material, which stand between the type and the title.
_CLASSES = {"inline", "end", "annotate"}


def misread_on_page(path: str, text: str, math: bool, extensions: frozenset[str]) -> Iterator[Problem]:
    """What a page would show in another way than its author thinks; its `path` is below `docs/`."""
    if not _MAY_HOLD.search(text):
        return
    begins = body_of(text)
    prose = prose_of(blank(text[:begins]) + text[begins:], math)
    for at, message in (*_boxes(prose, text, extensions), *_pairs(prose, extensions)):
        yield Problem(f"docs/{path}", *line_and_column(prose, at), "", message)


def _boxes(prose: str, text: str, extensions: frozenset[str]) -> Iterator[tuple[int, str]]:
    for opening in _OPENING.finditer(prose):
        space, signs, sign, rest = opening[1], opening[2], opening[3], opening[4].rstrip()
        below = _line_at(text, opening.end() + 1)
        fault = _title_fault(signs, sign, rest) or _depth_fault(opening[0], len(space), below)
        if fault and _OF[sign] in extensions:
            yield opening.start() + len(space), fault


def _pairs(prose: str, extensions: frozenset[str]) -> Iterator[tuple[int, str]]:
    for extension, sign, what, pattern in _PAIRS:
        if extension in extensions and (pair := pattern.search(prose)):
            fault = f"must have a backslash before each `{sign}`, not {quoted(pair[0])}, which becomes {what}"
            yield pair.start(), fault


def _title_fault(signs: str, sign: str, rest: str) -> str:
    if sign == "===":
        return "" if _TAB.fullmatch(rest) else _in_quotes(f"{signs} {rest}", f'{signs} "{_bare(rest)}"')
    box = _BOX.fullmatch(rest)
    names = box[1].split() if box else []
    more = [name for name in names[1:] if name not in _CLASSES]
    # One more word in small letters may be a class of the author's own.
    if box and (names or sign == "???") and len(more) < 2 and not any(name != name.lower() for name in more):
        return ""
    kind, _, title = rest.partition(" ") if re.match(r"[\w-]+ ", rest) else ("note", "", rest)
    return _in_quotes(f"{signs} {rest}", f'{signs} {kind} "{_bare(title)}"')


def _in_quotes(found: str, meant: str) -> str:
    return f"must have its title in straight quotes, as `{meant}`, not {quoted(found)}"


def _bare(title: str) -> str:
    return title.strip("\"'“”„«»‘’ ")


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _depth_fault(opening: str, depth: int, below: str) -> str:
    wide = below.expandtabs(4)
    if not wide.strip() or len(wide) - len(wide.lstrip()) >= depth + 4:
        return ""
    return f"must have its text four spaces deeper than {quoted(opening.strip())}, or it stands outside"
