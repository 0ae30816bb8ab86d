"""What has been linked to stays: addresses.txt holds every page, place, way of narrowing a list and file of the course.

From the first release on no line of it goes. `pytest tests/course/test_addresses.py --update-golden` adds what is new;
a page that goes leaves a page in its place that leads on, and a heading in other words keeps its `{#id}`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import building
from published import Element, PublishedPage

LISTED = Path(__file__).with_name("addresses.txt")
# Not what is of the site, and no reader's aim.
_OF_THE_SITE = ("assets/", "search/", "sitemap.xml", "404.html")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PLACES = {"claim", "reference", "figure__title"}
# The references of a lesson are what its citations lead to; all are at home here. A list of a few readings is narrowed
# by what it holds today, the whole by what there is.
_BIBLIOGRAPHY = "readings/bibliography/"
_NARROWED = (_BIBLIOGRAPHY, "claims/")


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> set[str]:
    site = building.built_course(tmp_path_factory)
    found = set()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if not name.startswith(_OF_THE_SITE):
            address = name.removesuffix("index.html")
            found.add(address or "./")
            if name.endswith(".html"):
                found |= {address + part for part in parts_of(PublishedPage(file), address)}
    return found


def parts_of(page: PublishedPage, address: str) -> set[str]:
    """The places of a page, as `#id`, and what its list can be narrowed to, as `?facet=value`."""
    places = {element.attributes["id"] for element in page.elements if is_place(element)}
    boxes = [element.attributes for element in page.named("input") if element.attributes.get("type") == "checkbox"]
    narrowed = {f"?{box['name']}={box['value']}" for box in boxes if address in _NARROWED and "name" in box}
    of_lesson = address != _BIBLIOGRAPHY
    return narrowed | {f"#{place}" for place in places if not (of_lesson and place.startswith("ref-"))}


def is_place(element: Element) -> bool:
    classes = set(element.attributes.get("class", "").split())
    aims = element.name in _HEADINGS | {"dt"} or bool(classes & _PLACES)
    return aims and "id" in element.attributes


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
    assert "#ref-x" in parts_of(PublishedPage(file), _BIBLIOGRAPHY)
