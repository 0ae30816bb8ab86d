"""What search does not read is what it would have passed over."""

from __future__ import annotations

import pytest
from material.plugins.search.plugin import Parser

from coursework_mkdocs.search_text import searchable


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>one</p>", "<p>one</p>"),
        ('<p data-search-exclude="">one</p><p>two</p>', "<p>two</p>"),
        ('<div id="x" data-search-exclude="" class="y"><p>one</p></div>two', "two"),
        ('<details data-search-exclude=""><p data-search-exclude="">one</p></details>two', "two"),
        ('a<quiz-question><p data-search-exclude="">b</p>c</quiz-question>', "ac"),
        ('<p data-search-exclude="true">one</p>two<p data-search-exclude="">three</p>', "two"),
        ("one\n  <i>two</i>\n\n  three four", "one two three four"),
        ("<pre>one\n  two</pre>\n\n", "<pre>one\n  two</pre>\n\n"),
        ('<p data-search-exclude="">never ends', '<p data-search-exclude="">never ends'),
        ("psycho&shy;thera\u00adpy", "psychotherapy"),
        # Search leaves out what follows such a heading as well: it is left to search, as is all that is not ours.
        ('<h2 data-search-exclude="">A</h2><p>B</p>', '<h2 data-search-exclude="">A</h2><p>B</p>'),
        ('<p>write data-search-exclude="" in it</p>', '<p>write data-search-exclude="" in it</p>'),
        ('<i><img alt="a > b"/></i>', '<i><img alt="a > b"/></i>'),
        ("<i><script>a<b</script></i>", "<i><script>a<b</script></i>"),
        ('said of data-search-exclude="" in words', 'said of data-search-exclude="" in words'),
    ],
)
def test_elements_that_are_marked_go(html, left):
    assert searchable(html) == left


def words(html: str) -> str:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return " ".join("".join(part for section in parser.data for part in section.text).split())


def test_search_finds_the_same_words_of_every_question(render):
    page = render("# Maps\n\nBefore.\n\n```quiz\nmaps\n```\n\nAfter.\n").html
    assert words(searchable(page)) == words(page)
    assert "contour line" in words(page) and "Isohyets" not in words(page)
