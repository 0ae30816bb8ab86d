"""Numbers in a text are found as they are written, and read as whoever wrote them may have meant them."""

from decimal import Decimal

import pytest

from coursework.text.numerals import numbers_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("447 trials (30,431 young people), 0.46.", ["447", "30,431", "0.46"]),
        ("g = \N{MINUS SIGN}0.153; 90% CI \N{MINUS SIGN}0.227 to \N{MINUS SIGN}0.079", ["\N{MINUS SIGN}0.153", "90",
         "\N{MINUS SIGN}0.227", "\N{MINUS SIGN}0.079"]),
        ("0.37\N{EN DASH}0.68, 0.10-2.44 and .16\N{EN DASH}.21", ["0.37", "0.68", "0.10", "2.44", ".16", ".21"]),
        ("[C053](claims.md#C053) and [@snyder1987, p. 12], @harley1989 in the 9th", []),
        ("four of them, PHQ-9, v2 and x2", []),
        ("US-NIH-funded: 13 (23.6%) of 55", ["13", "23.6", "55"]),
    ],
)  # fmt: skip
def test_the_numbers_of_a_text(text, found):
    assert list(numbers_in(text)) == found


@pytest.mark.parametrize(
    ("text", "means"),
    [("0.30", {"0.3"}), ("0,30", {"030", "0.30"}), ("4,281", {"4281", "4.281"}), ("1.234,5", {"1.2345", "1234.5"}),
     ("-0.5", {"-0.5"}), ("1,234,567", {"1234567"}), (".5", {"0.5"})],
)  # fmt: skip
def test_a_comma_parts_thousands_or_decimals(text, means):
    [read] = numbers_in(text).values()
    assert read == {Decimal(each) for each in means}
