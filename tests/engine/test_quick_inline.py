"""Looking only for what a text can hold finds what looking for everything finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from coursework.text.citation import CitationExtension
from coursework.text.shortcuts.quick_inline import quicken

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "smarty", "footnotes", "abbr", "pymdownx.superfences"]
PIECES = [
    "*", "**", "_", "__", "`", "``", "\\", "[", "](", ")", "](a.md)", "![", "<", ">", "<b>", "</b>", "&amp;", "&", "'",
    '"', "--", "---", "...", "@key", "[@key]", "  \n", "\n", "\n\n", "- ", "| a | b |\n|---|---|\n", "{#id}", "https://a.b/c",
    "<https://a.b>", "<ada@a.b>", "[^1]", "word", "a ", " b", "1. ", "# ", "’",
]  # fmt: skip


def rendered(text: str, quick: bool) -> str:
    md = Markdown(extensions=[*EXTENSIONS, CitationExtension(lambda cluster: None)])
    if quick:
        quicken(md)
    return md.convert(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_text_becomes_the_same(text):
    assert rendered(text, quick=True) == rendered(text, quick=False)


def test_no_pattern_is_tried_that_cannot_match(monkeypatch):
    tried = []
    md = Markdown(extensions=EXTENSIONS)
    quicken(md)
    for item in md.inlinePatterns._priority:
        # All but `footnote`, which is none of ours to know.
        pattern = md.inlinePatterns[item.name]
        compiled = pattern.getCompiledRegExp()
        monkeypatch.setattr(
            pattern, "getCompiledRegExp", lambda name=item.name, made=compiled: tried.append(name) or made
        )
    md.convert("Words, and *soft* ones.")
    assert set(tried) <= {"em_strong", "footnote"} and "em_strong" in tried
