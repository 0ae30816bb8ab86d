"""The theme's sheet in our theme was made from the release that is installed, and styles what that one styles."""

from __future__ import annotations

import gzip

import pytest
import rcssmin

from coursework_mkdocs.theme_styles import classes_of
from theme_sheet import sheet

AGAIN = "run `make theme-sheet`, look at the pages, and commit what it wrote"


@pytest.fixture(scope="session")
def everything(tmp_path_factory):
    """The course and the page of everything, as HTML by their addresses."""
    site = sheet.built(tmp_path_factory)
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}


def is_stale(there: list[str], installed: str) -> str:
    return "" if there == [installed] else f"Material has another style sheet, {installed}: {AGAIN}."


def test_the_sheet_was_made_from_the_release_that_is_installed():
    assert is_stale([file.name for file in sheet.OURS.glob("*.css")], sheet.FULL.name) == ""


@pytest.mark.parametrize("there", [[], ["main.01234567.min.css"], [sheet.FULL.name, "main.01234567.min.css"]])
def test_another_release_or_none_is_told(there):
    assert is_stale(there, sheet.FULL.name).startswith(f"Material has another style sheet, {sheet.FULL.name}: run")


def test_every_class_on_a_page_that_the_theme_styles_is_still_styled(everything):
    full = classes_of(sheet.FULL.read_text(encoding="utf-8"))
    cut = classes_of(sheet.CUT.read_text(encoding="utf-8"))
    assert (
        {"md-typeset", "tabbed-set", "task-list-item", "footnote", "keys", "highlighttable", "filename"} <= cut < full
    )
    found = {address: names for address, html in everything.items() if (names := sheet.lost(html, full, cut))}
    assert found == {}, f"The sheet lacks what these pages use: {AGAIN}."


def test_made_anew_it_is_what_it_is(tmp_path_factory):
    """Or the next one who makes it would change more than they think: a style that no page shows any more would go."""
    assert sheet.cut_down(sheet.built(tmp_path_factory)) == sheet.CUT.read_text(encoding="utf-8"), AGAIN


def test_a_class_that_lost_its_styles_is_found(everything):
    full, cut = (classes_of(file.read_text(encoding="utf-8")) for file in (sheet.FULL, sheet.CUT))
    page = everything[f"{sheet.PAGE}/index.html"]
    assert sheet.lost(page, full, cut - {"tabbed-set", "keys"}) == {"tabbed-set", "keys"}
    assert sheet.lost(f'{page}<div class="grid cards">', full, cut) == {"grid", "cards"}


def test_the_page_of_everything_holds_what_each_extension_on_offer_makes(everything):
    page = everything[f"{sheet.PAGE}/index.html"]
    made = {
        "admonition": 'class="admonition note"', "details": '<details class="note"', "tabbed": 'class="tabbed-set',
        "tasklist": 'class="task-list-control"', "footnotes": 'class="footnote-ref"', "abbr": "<abbr title=",
        "attr_list": 'class="a-class"', "def_list": "<dd>", "md_in_html": "<em>Soft</em> words in a block",
        "keys": 'class="keys"', "mark": "<mark>marked</mark>", "caret": "<sup>2</sup>",
        "caret's lines": "<ins>new</ins>",
        "tilde": "<sub>2</sub>", "tilde's lines": "<del>gone</del>", "titles": 'class="filename"',
        "line numbers": "data-linenos=", "those in a table": '<table class="highlighttable">',
        "lines that stand out": 'class="hll"', "tables": "<table>",
        "code in a line": 'class="highlight"><span class="n">x</span>',
    }  # fmt: skip
    assert [name for name, html in made.items() if html not in page] == []


def test_the_sheet_is_as_light_as_was_promised():
    text = rcssmin.cssmin(sheet.CUT.read_text(encoding="utf-8"))
    assert len(gzip.compress(text.encode(), 6)) <= 16_000
