"""A formula that goes on and on is refused before it is read, since what reads it would end the whole program."""

import pytest

from coursework.text.mathml import FormulaError, check


@pytest.mark.parametrize("part", [r"\frac{1}{", "x^{", r"\sqrt", r"\left(", "{"])
def test_depth_without_end_is_refused_and_ends_no_program(part):
    with pytest.raises(FormulaError, match="must have 500 commands, braces and indices at most"):
        check(part * 20_000, display=False)
