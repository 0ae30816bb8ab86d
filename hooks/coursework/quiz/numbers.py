"""Numbers as authors write them: 0.28, 30000, −5, 6.022e23, 6.022 × 10²³, 3/4."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

# As exact as a browser counts; and no power of ten has three digits.
MOST_DIGITS = 15
_LEAST, _MOST = Decimal("1e-99"), Decimal("1e99")
_MINUS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{DOT OPERATOR}": "\N{MIDDLE DOT}"})
_RAISED = re.compile(r"(?<=10)[⁻⁺⁰¹²³⁴-⁹]+")
_FORM = re.compile(
    r"(?P<sign>-?) ?(?P<digits>[0-9]+\.?[0-9]*|\.[0-9]+)"
    r"(?:(?:[eE]| ?[x×*·] ?10\^)(?P<power>[-+]?[0-9]{1,6})| ?/ ?(?P<below>[0-9]+))?"
)


def value_of(text: str) -> Decimal | None:
    """What a number is worth, a fraction with 28 digits; None where it is none."""
    form = _form(text)
    if form is None or (form["below"] and not form["below"].strip("0")):
        return None
    digits = Decimal(f"{form['sign']}{form['digits']}e{form['power'] or 0}")
    return digits / Decimal(form["below"]) if form["below"] else digits


def figures_of(text: str) -> int | None:
    """How many significant figures a number is written with: all digits but leading zeros; None of a fraction."""
    form = _form(text)
    return len(re.sub(r"\D", "", form["digits"]).lstrip("0")) if form and not form["below"] else None


def fault_of(text: str) -> str | None:
    """What is wrong with a text that must be a number, as `must …`."""
    form = _form(text)
    digits = [re.sub(r"\D", "", form[part] or "").lstrip("0") for part in ("digits", "below")] if form else []
    if any(len(some) > MOST_DIGITS for some in digits):
        return f"must have {MOST_DIGITS} digits at most, as many as a browser tells apart (6.022e23 has four)"
    value = value_of(text)
    if value is None:
        return "must be a number, as 0.28, 30000, 6.022e23 or 3/4"
    return None if not value or _LEAST <= abs(value) <= _MOST else "must lie between 1e-99 and 1e99"


def _form(text: str) -> re.Match[str] | None:
    raised = _RAISED.sub(lambda power: f"^{unicodedata.normalize('NFKC', power[0])}", text.strip())
    return _FORM.fullmatch(raised.translate(_MINUS))
