"""TeX as MathML, by the library that reads it; it is loaded with the first formula of a course."""

from __future__ import annotations

from functools import cache


class Converter:
    """Turns TeX into MathML Core. Raises ValueError with the place of a fault, from 0, and what it is."""

    def __init__(self) -> None:
        # Found only now: a course without formulas pays nothing.
        from math_core import LatexError, LatexToMathML

        self._fault = LatexError
        self._convert = LatexToMathML(fancy_error=False).convert_with_local_state

    def __call__(self, tex: str, display: bool) -> str:
        try:
            return self._convert(tex, displaystyle=display)
        except self._fault as error:
            offset, _, message = str(error).partition(": ")
            raise ValueError(int(offset), message) from None


@cache
def converter() -> Converter:
    """The one that all formulas share."""
    return Converter()
