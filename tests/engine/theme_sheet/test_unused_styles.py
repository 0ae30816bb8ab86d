"""What goes out of a style sheet, and what stays though nobody may need it."""

from __future__ import annotations

import re

import pytest

from theme_sheet.unused_styles import without_unused
from theme_sheet.written import Written

PAGE = b"""<!doctype html><html dir="ltr"><body class="home Wide"><div id="menu" data-state="open" style="--far: 1px">
<a href="one.pdf">One</a><script>show("late")</script></div></body></html>"""
SCRIPT = b"""element.className = "mark mark--" + kind; other.className = `${kind}__inner`; third.dataset.partOf = "x"
fourth.className = `note-${kind}`"""


def left(sheet: str, **others: str) -> str:
    written = Written()
    written.read_page(PAGE)
    written.read_script(SCRIPT)
    return "".join(without_unused({"sheet": sheet, **others}, written, re.compile(r"\.wide:before$"))["sheet"])


@pytest.mark.parametrize(
    "selector",
    [
        ".home", ".wide", "#menu", "div", "a:hover", ".late", "[data-state=open]", '[data-state="open"]',
        "[data-part-of]",
        ".mark--any", ".any__inner", ".note-any", "html body > div + a ~ a::after", ".home, .wide", "*", ":root",
        ":is(.unused, .home)", ":where(.home)", ":not(.unused)", "a:not(.unused):focus", "div[open]:has(a)",
        '[href$=".pdf"]', '[href^="http"]', "::selection", "a:nth-child(2n + 1 of .unused)", ":is(:not(.unused))",
        "svg|a", "*|a", "|a", "tbody", "[dir=ltr] a", "a:unused",
    ],
)  # fmt: skip
def test_a_rule_that_may_match_stays(selector):
    assert left(selector + "{color:red}") == selector + "{color:red}"


@pytest.mark.parametrize(
    "selector",
    [
        ".unused", "#unused", "unused", ".home .unused", ".home.unused:hover", "a>.unused", ".unused, #unused",
        "[unused]", "[unused=x]", "[data-state=shut]", "[data-state~=shut]", "[unused^=x]", ":is(.unused, #unused)",
        "a:where(.unused)", ":is(a:is(.unused))", ".unused::before", ".unused:not(.home)", "[dir=rtl] a",
        ".sm\\:unused",
        ".marks--any", ":is(.unused) a",
    ],
)  # fmt: skip
def test_a_rule_that_can_match_nothing_goes(selector):
    assert left("a{color:red}" + selector + "{color:red}p1{}") == "a{color:red}"


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("@media print{.unused{top:0}a{top:0}}", "@media print{a{top:0}}"),
        ("@media print{.unused{top:0}}a{top:0}", "a{top:0}"),
        ("@supports (top:0){@media print{.unused{top:0}a{top:0}}}", "@supports (top:0){@media print{a{top:0}}}"),
        ("@layer early{.unused{top:0}}", "@layer early{.unused{top:0}}"),
        ("@layer early,late;a{top:0}", "@layer early,late;a{top:0}"),
        ("@font-face{font-family:F;src:url(f.woff2)}", "@font-face{font-family:F;src:url(f.woff2)}"),
        ('@charset "UTF-8";a{top:0}', '@charset "UTF-8";a{top:0}'),
        ("@keyframes turn{to{top:0}}", ""),
        ("@keyframes turn{to{top:0}}.unused{animation:turn 1s}", ""),
        ("@keyframes turn{to{top:0}}a{animation:1s turn}", "@keyframes turn{to{top:0}}a{animation:1s turn}"),
        ("@-webkit-keyframes late{to{top:0}}", "@-webkit-keyframes late{to{top:0}}"),
        (".unused{.home &{top:0}}", ".unused{.home &{top:0}}"),
        ("a{top:0}/* why */\n/*# sourceMappingURL=a.map */", "a{top:0}"),
        ("a{top:0}a{top:", "a{top:0}a{top:}"),
    ],
)
def test_what_holds_rules_goes_with_the_last_of_them(sheet, expected):
    assert left(sheet) == expected


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        (".unused, .home", " .home"),
        (".home, .unused", ".home"),
        (".home, .unused, a", ".home, a"),
        (".home:before, .wide:before", ".home:before"),
        (".wide:before, .home:is(.wide:before)", " .home:is(.wide:before)"),
        (".home.wide:before", ""),
    ],
)
def test_of_several_selectors_those_stay_that_can_match_and_are_seen(selectors, expected):
    assert left(selectors + "{top:0}") == (expected and expected + "{top:0}")


PICTURE = "url(\"data:image/svg+xml;charset=utf-8,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0;{}'/></svg>\")"


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (f":root{{--one:{PICTURE};--two:1px}}a{{top:var(--two)}}", ":root{--two:1px}a{top:var(--two)}"),
        (f":root{{--one:{PICTURE}}}a{{mask:var(--one)}}", f":root{{--one:{PICTURE}}}a{{mask:var(--one)}}"),
        (":root{--one:var(--two);--two:1px}", ""),
        (":root{--far:1px}", ":root{--far:1px}"),
        (":root{--one:1px}@media print{.home{top:calc(var(--one)*2)}}", None),
        (":root{--one:1px}@container style(--one:1px){a{top:0}}", None),
        (":root{ --one: 1px; top: 0 }", ":root{ top: 0 }"),
        (".home{--one:1px;.unused &{--two:2px}}", None),
    ],
)
def test_a_custom_property_that_nobody_uses_goes(sheet, expected):
    assert left(sheet) == (sheet if expected is None else expected)


def test_a_custom_property_that_another_sheet_uses_stays():
    assert left(":root{--one:1px}", other="a{top:var(--one)}") == ":root{--one:1px}"
    assert left(":root{--one:1px}", other="a{--one:2px}") == ""
