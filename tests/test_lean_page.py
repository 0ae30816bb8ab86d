"""What goes out of a finished page is seen by nobody."""

from __future__ import annotations

import pytest

from coursework_mkdocs.lean_page import lean_page


@pytest.mark.parametrize(
    ("page", "lean"),
    [
        ("<p>\n    one\n\n    two  \n</p>", "<p>\none\ntwo\n</p>"),
        ("one two", "one two"),
        (" one \n two ", " one\ntwo "),
        ('<p data-search-exclude="">one</p>', "<p>one</p>"),
        ("<pre>\n  one\n\n  two  </pre>\n  three", "<pre>\n  one\n\n  two  </pre>\nthree"),
        ("a <textarea>\n  one</textarea> b", "a <textarea>\n  one</textarea> b"),
        ("<script>`\n  one`</script>  \n  <style>\n a{}</style>", "<script>`\n  one`</script>\n<style>\n a{}</style>"),
        ("<b>one</b>\n  <pre>two</pre>\n  <b>three</b>", "<b>one</b>\n<pre>two</pre>\n<b>three</b>"),
        ("<prefix>\n  one</prefix>", "<prefix>\none</prefix>"),
    ],
)
def test_spaces_that_nobody_sees_go(page, lean):
    assert lean_page(page) == lean
    assert lean_page(lean) == lean
