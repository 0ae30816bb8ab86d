"""What has been linked to stays: addresses.txt holds every page, place, way of narrowing a list and file of the course.

From the first release on no line of it goes. `pytest tests/course/test_addresses.py --update-golden` adds what is new;
a page that goes leaves a page in its place that leads on, and a heading in other words keeps its `{#id}`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import building
from published import BIBLIOGRAPHY, PublishedPage, addresses_of, parts_of

LISTED = Path(__file__).with_name("addresses.txt")


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> set[str]:
    return addresses_of(building.built_course(tmp_path_factory))


def test_every_address_that_may_have_been_linked_still_answers(published, request):
    listed = LISTED.read_text(encoding="utf-8").splitlines() if LISTED.is_file() else []
    if request.config.getoption("--update-golden"):
        listed = sorted({*listed, *published})
        LISTED.write_text("\n".join(listed) + "\n", encoding="utf-8")
    assert len(listed) > 1000
    assert sorted(set(listed) - published) == [], "links to these lead nowhere now"


def test_what_a_link_can_lead_to_is_found_in_a_page(tmp_path):
    file = tmp_path / "index.html"
    file.write_text(
        '<h2 id="a">A</h2><p id="b">B</p><li class="claim" id="C001"></li><li class="reference" id="ref-x"></li>'
        '<form class="filter"><input type="checkbox" name="side" value="both"></form>',
        encoding="utf-8",
    )
    assert parts_of(PublishedPage(file), "claims/") == {"#a", "#C001", "?side=both"}
    assert "#ref-x" in parts_of(PublishedPage(file), BIBLIOGRAPHY)
