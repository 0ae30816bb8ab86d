"""The controls of every page: none that a wheel or a slip of the finger changes, no handler and no style of its own."""

from __future__ import annotations

import pytest

from published import Element, PublishedPage


def unwanted(page: PublishedPage) -> list[Element]:
    """Number fields, what is to be dragged and inline handlers; in questions, inline styles too."""
    return [
        element for element in page.elements
        if element.attributes.get("type", "").lower() == "number"
        or "draggable" in element.attributes
        or any(name.startswith("on") for name in element.attributes)
        or ("style" in element.attributes and "quiz-question" in (element.name, *element.inside))
    ]  # fmt: skip


def test_no_page_has_a_control_that_is_unwanted(pages):
    assert {address: found for address, page in pages.items() if (found := unwanted(page))} == {}
    assert sum(len(page.named("quiz-question")) for page in pages.values()) > 40


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ('<input type="number">', 1),
        ("<input type=NUMBER>", 1),
        ("<li draggable=true>One</li>", 1),
        ('<button onclick="go()">Go</button>', 1),
        ('<quiz-question style="color: red"><p>One</p></quiz-question>', 1),
        ("<quiz-question><form><p style='color: red'>One</p></form></quiz-question>", 1),
        ('<p style="color: red">Of the theme</p><input type="text" name="one">', 0),
    ],
)
def test_each_of_them_would_be_found(tmp_path, html, count):
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><html lang=en><title>A page</title>{html}", encoding="utf-8")
    assert len(unwanted(PublishedPage(file))) == count
