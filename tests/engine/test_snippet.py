"""Markdown in the fields of a YAML file: what it may do, and all that stays text."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.util import AtomicString

from coursework.source.place import Place, Text
from coursework.text import snippet
from coursework.text.snippet import Snippets, fold, plain_text


def known_as_map(cluster):
    if "nobody" in cluster:
        return None
    span = ET.Element("span", {"class": "citation"})
    span.text = AtomicString(f"<{cluster}>")
    return span


@pytest.fixture
def snippets():
    return Snippets(known_as_map)


def text_at(text, line=3):
    return Text.at(Place("quizzes/maps.yml", line, 7), text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain text.", "Plain text."),
        ("*soft* **loud** `code`", "<em>soft</em> <strong>loud</strong> <code>code</code>"),
        ("a_b_c and 2*3*4", "a_b_c and 2<em>3</em>4"),
        ("\"Yes\" -- it's 'so' ...", "“Yes” – it’s ‘so’ …"),
        ("[a map](lessons/maps.md#lines)", '<a href="lessons/maps.md#lines">a map</a>'),
        ("[x](https://example.org/?a=b&c=d)", '<a href="https://example.org/?a=b&amp;c=d">x</a>'),
        ("![a map](assets/map.png)", '<img alt="a map" src="assets/map.png" />'),
        ("By [@harley1989].", 'By <span class="citation">&lt;[@harley1989]&gt;</span>.'),
        ("@harley1989 asks", '<span class="citation">&lt;@harley1989&gt;</span> asks'),
        ("[@nobody] and \\@harley1989", "[@nobody] and @harley1989"),
        ("ada@example.org", "ada@example.org"),
        ("One\n\ntwo", "One two"),
        ("- not a list", "- not a list"),
        ("# not a heading", "# not a heading"),
        ("1. not a list", "1. not a list"),
        ("***", "***"),
    ],
)
def test_a_short_text_becomes_phrasing(snippets, text, html):
    assert snippets.inline(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain text.", "<p>Plain text.</p>"),
        ("One\n\ntwo", "<p>One</p>\n<p>two</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("# not a heading", "<p># not a heading</p>"),
        ("Nor\n===", "<p>Nor\n===</p>"),
        ("[a]: https://example.org", "<p>[a]: https://example.org</p>"),
    ],
)
def test_a_long_text_may_have_paragraphs_and_lists_but_no_headings(snippets, text, html):
    assert snippets.block(text) == html


def test_a_long_text_may_hold_a_table(snippets):
    table = ET.fromstring(snippets.block("| a | b |\n|---|---|\n| <i> | *c* |"))
    assert [cell.text for cell in table.iter("th")] == ["a", "b"]
    assert [ET.tostring(cell, encoding="unicode").strip() for cell in table.iter("td")] == [
        "<td>&lt;i&gt;</td>",
        "<td><em>c</em></td>",
    ]


def test_what_stands_low_or_high_does_so_and_nothing_else_in_angle_brackets_does(snippets):
    assert snippets.inline("H<sub>2</sub>O, 10<sup>3</sup>") == "H<sub>2</sub>O, 10<sup>3</sup>"
    assert snippets.block("a<sub>*n*</sub>") == "<p>a<sub><em>n</em></sub></p>"
    assert "<sub" not in snippets.inline("a<sub onclick=x>b</sub> <sub>c")
    assert snippets.inline("`<sub>2</sub>`") == "<code>&lt;sub&gt;2&lt;/sub&gt;</code>"


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>", "<script>alert(1)</script>", "<!-- gone? -->", "<![CDATA[x]]>", "]]>", "</p></div>", "a < b > c",
        "<img src=x onerror=alert(1)>", "<javascript:alert(1)>", "{{ x }} {% y %}", "x {: onclick=alert(1) }",
        "x { #id .class }", "&nbsp; &copy; &#0; &#x41; &apos;", "AT&T; & co", "[^1]", "*[HTML]: H", "!!! note",
        "\u202ertl\u200f 😀 地図", "\\<b>",
    ],
)  # fmt: skip
def test_everything_else_stays_the_text_it_was(snippets, text):
    for html in (snippets.inline(text), snippets.block(text)):
        tree = ET.fromstring(f"<div>{html}</div>")
        assert {element.tag for element in tree.iter()} <= {"div", "p"}
        shown = "".join(tree.itertext()).replace("–", "--")
        assert shown == text


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "<java script:alert(1)>", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "foo:bar",
    ],
)  # fmt: skip
def test_a_link_that_could_do_something_is_told(snippets, link):
    snippets.inline(text_at(f"[a map]({link})"))
    snippets.block(text_at(f"![a map]({link})", line=4))
    told = "must link to a page or to an https: address, not '"
    starts = [f"quizzes/maps.yml:{line}:7: {told}" for line in (3, 4)]
    assert [str(problem)[: len(start)] for problem, start in zip(snippets.problems, starts, strict=True)] == starts


@pytest.mark.parametrize(
    "link", ["index.md", "#lines", "?a=b:c", "https://example.org/a:b", "mailto:a@b.org", "tel:1", "a/b:c"]
)
def test_a_link_that_only_leads_somewhere_is_not_told(snippets, link):
    assert f'href="{link}"' in snippets.inline(text_at(f"[a map]({link})"))
    assert snippets.problems == []


def test_the_same_text_is_told_once_a_place(snippets):
    for _ in range(3):
        snippets.inline(text_at("[a](x:y)"))
    assert len(snippets.problems) == 1
    snippets.inline(text_at("[a](x:y)", line=9))
    assert [problem.line for problem in snippets.problems] == [3, 9]


def test_a_text_of_ours_hides_no_fault_of_the_same_words_in_a_file(snippets):
    snippets.inline("[a](x:y)")
    assert snippets.problems == []
    snippets.inline(text_at("[a](x:y)"))
    assert len(snippets.problems) == 1


def test_code_stands_sign_for_sign_in_a_long_text(snippets):
    html = snippets.block(
        text_at("A:\n\n```py\n@harley1989 = \"*a*\" -- 'b'  # &nbsp; <i>\n```\n\n- c\n\n    ~~~\n    d\n    ~~~\n")
    )
    tree = ET.fromstring(f"<div>{html}</div>")
    assert ["".join(code.itertext()) for code in tree.iter("pre")] == [
        "@harley1989 = \"*a*\" -- 'b'  # &nbsp; <i>\n", "d\n",
    ]  # fmt: skip
    assert [block.get("class") for block in tree.iter("div")][1:] == ["language-py highlight", "highlight"]
    assert snippets.problems == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```py,ignore\nx\n```", "must say the language and "),
        ("1. ```\n   x\n   ```", "must start on a line of its own, "),
        ("`x = 1\n  y = 2`", "must have code of several lines between lines of ```, which keep them"),
        ("```quiz\nmaps\n```", "must stand on a page, where it becomes what it names"),
    ],
)
def test_code_that_would_be_lost_in_a_long_text_is_told_in_every_house(snippets, text, told):
    snippets.block(text_at(text))
    [problem] = snippets.problems
    assert str(problem).startswith(f"quizzes/maps.yml:3:7: {told}")


@pytest.mark.parametrize("text", ["A\n```py\nx\n```", "~~~\nx\n~~~", "    a\n      b"])
def test_a_block_of_code_in_a_short_text_is_told_in_every_house(snippets, text):
    snippets.inline(text_at(text))
    [problem] = snippets.problems
    assert problem.message == "must not hold a block of code; what is short stands between backticks, on one line"


def test_a_link_that_code_shows_is_none(snippets):
    snippets.block(text_at('```\n<a href="javascript:x">\n```\n\nand `src="data:x"`'))
    assert snippets.problems == []


def test_the_words_of_a_text_are_what_remains_without_markup(snippets):
    assert plain_text(snippets.inline("*One* & [two](a.md) < 3")) == "One & two < 3"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Equal height", " equal  HEIGHT. "),
        ("“Yes” – it’s so…", '"yes" - it\'s so...'),
        ("Straße", "STRASSE"),
        ("a\nb", "a b"),
        ("−5", "-5"),
        ("Right!", "right"),
    ],
)
def test_texts_that_differ_in_case_spaces_and_typography_are_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("5", "-5"), ("a b", "ab"), ("*a*", "a"), ("résumé", "resume"), ("1.0", "10")]
)
def test_texts_that_differ_in_more_are_two(one, other):
    assert fold(one) != fold(other)


PIECES = [
    "a", "b", "ab", "é", "5", " ", "  ", "*", "**", "'", "don't", ".", ",", ":", ";", "!", "?", "#", "|", "=", "~", "^",
    "{", "}", "-", "+", "1.", "(", ")", "…", "%", "$", "/", "http://a.b", "www.a.b",
]  # fmt: skip
BY_MACHINE, AT_ONCE = Snippets(known_as_map), Snippets(known_as_map)


def seen(html):
    """What a reader sees of it: of several spaces one, none at an end, and of no words nothing."""
    return " ".join(str(html).replace("<p>", "<p> ").replace("</p>", " </p>").split()).replace("<p> </p>", "")


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_text_that_takes_no_machine_becomes_what_the_machine_makes_of_it(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSEWORK_PLAIN", "plain_text")
        made = [seen(BY_MACHINE.inline(text)), seen(BY_MACHINE.block(text))]
    assert [seen(AT_ONCE.inline(text)), seen(AT_ONCE.block(text))] == made


@pytest.mark.parametrize("text", ["Plain.", "*One* and **two words**", "don't: that's all!", "*p* = .05, 50 %"])
def test_most_texts_take_no_machine(text, monkeypatch):
    monkeypatch.setattr(snippet, "_markdown", lambda *given, **known: None)
    assert Snippets(known_as_map).block(text)


@pytest.mark.parametrize("text", ["5\u00a0mg", "5\u00a0mg [x]", "« mot\u202f» *a*"])
def test_a_space_that_holds_two_words_together_stays_one(text):
    html = str(Snippets(lambda cluster: None).inline(text))
    assert [sign for sign in html if sign in "\u00a0\u202f"] == [sign for sign in text if sign in "\u00a0\u202f"]
