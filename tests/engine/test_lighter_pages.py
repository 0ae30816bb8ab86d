"""What a reader need not fetch: the indentation of a page, and letters that it does not show large."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.structure.files import Files

import building
from coursework_mkdocs import look
from coursework_mkdocs.look import fonts_of_page
from coursework_mkdocs.shrunk_files import shrink, without_indents

MORE = ["assets/newsreader-display-more.woff2"]
LETTERS = ["¡", "¬", "®", "À", "ß", "é", "ü", "ÿ", "ı", "Œ", "œ"]
OTHERS = ["a", "~", "\u00a0", "\u00ad", "“", "”", "–", "—", "’", "…", "′", "−", "ž", "ł", "Ω"]


def lighter(html: str, **theme: object) -> str:
    return without_indents(html, SimpleNamespace(theme=theme))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul>\n    <li>One</li>\n\n \t\n    <li>Two</li>\n  </ul>", "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>"),
        ("<p>One\n   <b>word</b>\n   <i>more</i></p>", "<p>One\n<b>word</b>\n<i>more</i></p>"),
        ("<p>One\n   word, one\xa0\n\xa0<b>more</b></p>", "<p>One\n   word, one\xa0\n\xa0<b>more</b></p>"),
        ("<p>\n  <a>1</a></p>\n  <p>\n  <a>2</a>", "<p>\n<a>1</a></p>\n<p>\n<a>2</a>"),
    ],
)
def test_a_line_begins_with_its_tag_and_still_parts_words(html, expected):
    assert lighter(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<pre><code>a\n    <b>b</b>\n</code></pre>",
        '<pre class="x">a\n    <b>b</b></pre\n>',
        "<PRE>a\n    <b>b</b></PRE>",
        "<textarea>\n  <p>\n  </textarea>",
        "<script>const page = `\n   <p>`</script>",
        "<style>p::after { content: '\n   <' }</style>",
        "<pre>never closed\n   <b>b</b>",
    ],
)
def test_where_every_space_counts_none_is_taken(html):
    assert lighter(f"<p>\n  <b>b</b></p>\n{html}") == f"<p>\n<b>b</b></p>\n{html}"


def test_what_only_begins_like_an_element_in_which_spaces_count_is_none():
    assert lighter("<pre-view>\n  <b>b</b></pre-view>") == "<pre-view>\n<b>b</b></pre-view>"


class Theme(dict):
    """The settings of a theme, and its folders."""

    dirs = (str(Path(look.__file__).parent / "theme"),)


def kept_by(rule: str, folder: str = "docs") -> bool:
    """Whether a page keeps its indentation where a sheet of the course has a rule and stands in a folder."""
    sheet = SimpleNamespace(src_uri="own.css", src_dir=folder, content_string=f"p {{ {rule} }}")
    config = SimpleNamespace(theme=Theme(), extra_css=["own.css"])
    shrink(Files([sheet]), config, "")
    return without_indents(INDENTED, config) == INDENTED


def test_marks_for_what_is_searched_are_gone_from_tags_alone():
    text = 'said of data-search-exclude="" in words'
    html = f'<p id="a" data-search-exclude="" class="b">{text}</p><pre data-search-exclude="">c</pre>'
    assert lighter(html) == f'<p id="a" class="b">{text}</p><pre data-search-exclude="">c</pre>'


INDENTED = "<p class=poem>A\n   <b>b</b></p>"


@pytest.mark.parametrize("rule", ["white-space: pre", "white-space:PRE-LINE", "white-space-collapse: preserve"])
def test_a_course_whose_own_sheet_shows_spaces_keeps_them(rule):
    assert kept_by(rule)
    assert not kept_by(rule, Theme.dirs[0])
    styled = f"<style>p {{ {rule.lower()} }}</style>{INDENTED}"
    assert lighter(styled) == styled


def test_a_sheet_that_shows_no_spaces_does_not_matter():
    assert not kept_by("white-space: nowrap")


def test_the_pages_of_a_site_hold_no_indentation(tmp_path):
    page = "# A poem\n\n<div>\n    <p>One</p>\n    <p>Two</p>\n</div>\n\n```html\n<p>\n    <b>b</b>\n</p>\n```\n"
    building.build_small({"docs/index.md": page}, "[index.md]", tmp_path / "site")
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    [block] = re.findall(r"<pre\b.*?</pre>", html, re.DOTALL)
    assert "\n    " in block
    assert "<div>\n<p>One</p>\n<p>Two</p>\n</div>" in html
    outside = re.sub(r"<(pre|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r"\n[ \t]+<.*", outside) == []


@pytest.mark.parametrize("letter", LETTERS)
def test_a_heading_with_a_letter_of_the_second_file_asks_for_it(letter):
    assert fonts_of_page(f"<h2>A{letter}b</h2>", "brackets") == MORE
    assert fonts_of_page(f"<h2>A{letter}b</h2>", "plain") == fonts_of_page(f"<p>A{letter}b</p>", "brackets") == []


@pytest.mark.parametrize("letter", OTHERS)
def test_a_heading_without_one_asks_for_nothing_more(letter):
    assert fonts_of_page(f'<h1 id="ü">A{letter}<a title="ü">b</a></h1><p>ü</p>', "brackets") == []


@pytest.mark.parametrize(
    "html",
    [
        '<dt id="a">Größe</dt>',
        '<a class="row__title" href="a/">Über</a>',
        '<a href="a/" class="row__title">Über</a>',
        '<legend class="question__prompt">As <a>Flückiger</a> says</legend>',
        '<span class="lockup__name">Große Karten</span>',
    ],
)
def test_so_does_what_else_is_shown_large(html):
    assert fonts_of_page(html, "brackets") == MORE
    assert fonts_of_page(html.replace("__", "--").replace("dt", "dd"), "brackets") == []


def test_the_letters_are_those_of_the_second_file_in_the_sheet():
    sheet = (Path(look.__file__).parent / "looks/brackets.css").read_text(encoding="utf-8")
    first, second = (
        {
            code
            for part in ranges.split(", ")
            for start, _, end in [part.removeprefix("U+").partition("-")]
            for code in range(int(start, 16), int(end or start, 16) + 1)
        }
        for ranges in re.findall(r"unicode-range: (.*);", sheet)
    )
    assert not first & second
    asking = {code for code in range(0x2300) if fonts_of_page(f"<h1>a{chr(code)}b</h1>", "brackets")}
    assert asking == second
