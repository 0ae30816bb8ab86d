"""Taking references along: links large enough for a thumb, and files that arrive under their names."""

from __future__ import annotations

from pathlib import Path

import pytest

NARROW = {"width": 390, "height": 844}
LEAST = 24


def links(page):
    # Figures have files of their own.
    return page.locator("a[download]:not(figure a)").all()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("readings/projections/", [f"projections.{ending}" for ending in ("bib", "ris", "json", "txt")]),
        ("readings/bibliography/", [f"bibliography.{ending}" for ending in ("bib", "ris", "json", "txt")]),
        ("lessons/projections/", ["projections.bib", "projections.ris"]),
    ],
)
def test_each_link_can_be_hit_and_gives_its_file(visit, course, address, names, script):
    page = visit(course + address, viewport=NARROW, java_script_enabled=script)
    for box in page.locator("details.citing").all():
        assert not box.get_by_role("link").first.is_visible(), "closed until asked for"
        box.locator("summary").focus()
        page.keyboard.press("Enter")
    sizes = [link.bounding_box() for link in links(page)]
    assert [size for size in sizes if min(size["width"], size["height"]) < LEAST] == []
    found = []
    for link in links(page):
        with page.expect_download() as waiting:
            link.click()
        found.append(waiting.value.suggested_filename)
        assert Path(waiting.value.path()).stat().st_size > 100
    assert found == names
