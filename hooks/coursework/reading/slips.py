"""What looks wrong in the fields of a work, though any text may stand there: what should be written instead.

Records that went through BibTeX hold TeX; some have the labels that a style prints itself, or several names in one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from coursework.reading.model import expanded
from coursework.source.problem import quoted

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "l": "ł", "L": "Ł",
    "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
}  # fmt: skip
_TAGS = {"emph": "i", "textit": "i", "textbf": "b", "textsuperscript": "sup", "textsubscript": "sub"}
_TEX = re.compile(
    r"""(?P<accent>\{?\\(?:(?P<mark>['`^"~=.])\s*|(?P<named>[uvHckrd])(?:\s+|(?=\{)))"""
    r"""(?P<brace>\{)?\\?(?P<letter>[A-Za-z])(?(brace)\})\}?)"""
    rf"|(?P<tag>\\(?P<tagged>{'|'.join(_TAGS)})\{{(?P<content>[^{{}}]*)\}})"
    rf"|(?P<special>\{{?\\(?P<named_letter>{'|'.join(_LETTERS)})(?![A-Za-z])(?:\{{\}}|\}}|\s)?)"
    r"|(?P<escape>\\(?P<sign>[&%${}]))"
    r"|(?P<command>\\[A-Za-z]+(?:\{[^{}]*\})?)"
    r"|(?P<braces>(?<!\{)\{++(?=[^{}\\]*[^\W\d])(?P<inner>[^{}\\]*)\}+)"
    r"|(?P<formula>\$(?=[^$]*[\\^_])[^$]*\$)"
    r"|(?P<dash>(?<!-)-{2,3}(?!-))"
    r"|(?P<quotes>``|'')"
)
_MOST_NAMED = 3

_ANY_PAGES = re.compile(r"(?:pp?|pgs?|pages?|seiten?|s)\b\.?\s*(?=[A-Za-z]?\d|[ivxlc]+\b)", re.IGNORECASE)
_LABELS = {
    "page": _ANY_PAGES,
    "volume": re.compile(r"(?:vol(?:ume)?|bd|band|jg|tome?|t)\b\.?\s*(?=\w)", re.IGNORECASE),
    "issue": re.compile(r"(?:no|nr|num(?:ber)?|iss(?:ue)?|heft)\b\.?\s*(?=\w)|[№#]\s*", re.IGNORECASE),
    # Neither an edition nor a number: with a word behind or before it, styles print it as it stands.
    "chapter-number": re.compile(r"(?:ch(?:ap(?:ter)?)?|kap(?:itel)?)\b\.?\s*(?=\w)", re.IGNORECASE),
}
_LABELS["number-of-volumes"] = _LABELS["volume"]
_LABELS_BEHIND = {
    "number-of-pages": re.compile(r"(?<=\d)\s*(?:pp?|pages?|s(?:eiten)?)\b\.?$", re.IGNORECASE),
    "number-of-volumes": re.compile(r"(?<=\d)\s*vols?\b\.?$", re.IGNORECASE),
}
_MOST_SHORTENED = 60

_INITIALS = r"(?:[A-Z]\.[ -]?){1,8}"
_SEVERAL = re.compile(
    rf";|\b{_INITIALS},?\s*(?:&|and|und|et|y)\s|,\s*{_INITIALS}[,;]|(?:&|\band)\s+{_INITIALS}[^\W\d]|\bet\s+al\b"
)
_INVERTED = re.compile(rf"(?P<family>[^\W\d][\w'’ -]*), (?P<given>{_INITIALS})")


def in_text(field: str, text: str) -> Iterator[str]:
    """What should be otherwise in a text of a work, as its author wrote it."""
    if field == "page":
        yield from _pages(text)
    elif field not in ("URL", "DOI"):
        yield from in_words(text)
    label, behind = _LABELS.get(field), _LABELS_BEHIND.get(field)
    shorter = label.sub("", text, count=1) if label and label.match(text) else text
    shorter = behind.sub("", shorter) if behind else shorter
    if shorter != text and shorter.strip():
        yield f"should be {quoted(shorter.strip())} alone, to which a style adds its own word, not {quoted(text)}"


def in_words(text: str) -> Iterator[str]:
    """What is left of TeX in a text, which no page reads."""
    if not re.search(r"[\\{}$]|--|``|''", text):
        return
    found = {match[0].strip(): _as_written(match) for match in _TEX.finditer(text)}
    pairs = [
        f"{quoted(sign)} for {quoted(tex)}" if sign else f"other signs for {quoted(tex)}" for tex, sign in found.items()
    ]
    if pairs:
        more = f" and {len(pairs) - _MOST_NAMED} more" if len(pairs) > _MOST_NAMED else ""
        yield f"should have no TeX in it: {', '.join(pairs[:_MOST_NAMED])}{more}"


def _as_written(match: re.Match[str]) -> str:
    """The signs that are meant by some TeX; empty where it takes an author to say so."""
    kind = match.lastgroup and next(name for name in _KINDS if match[name])
    if kind == "accent":
        return unicodedata.normalize("NFC", match["letter"] + _ACCENTS[match["mark"] or match["named"]])
    if kind == "tag":
        tag = _TAGS[match["tagged"]]
        return f"<{tag}>{match['content']}</{tag}>"
    if kind == "special":
        return _LETTERS[match["named_letter"]]
    if kind == "dash":
        return "—" if len(match["dash"]) > len("--") else "–"
    if kind == "quotes":
        return "“" if match["quotes"] == "``" else "”"
    return match["sign"] or match["inner"] or ""


_KINDS = ("accent", "tag", "special", "escape", "command", "braces", "formula", "dash", "quotes")


def _pages(text: str) -> Iterator[str]:
    range_ = re.fullmatch(r"([A-Za-z]*)(\d{1,9})\s*[-–]+\s*\1?(\d{1,9})", text)
    if not range_ or int(range_[3]) >= int(range_[2]):
        return
    first, last = int(range_[2]), expanded(range_[2], range_[3])
    if last < first:
        yield f"should not end before it begins, as {quoted(text)} does"
    elif last - first > _MOST_SHORTENED:
        whole = f"{range_[1]}{first}-{range_[1]}{last}"
        yield f"should not end before it begins, as {quoted(text)} does: write {quoted(whole)} if that is meant"


def in_name(name: Mapping[str, str]) -> Iterator[str]:
    """What should be otherwise in a name: several names in one, one of a person in one piece, or TeX."""
    parts = [name[part] for part in ("literal", "family", "given") if name.get(part)]
    yield from in_words(" ".join(parts))
    whole = next((part for part in parts if _SEVERAL.search(part)), None)
    literal = _INVERTED.fullmatch(name.get("family", "") if "given" not in name else "") or _INVERTED.fullmatch(
        name.get("literal", "")
    )
    if literal:
        form = f"`family: {literal['family']}` and `given: {literal['given'].strip()}`"
        yield f"should be {form}, not {quoted(literal[0])}"
    elif whole:
        yield f"should be one name, and each other an item of its own in the list, not {quoted(whole)}"
