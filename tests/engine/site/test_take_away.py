"""What readers can take away from the published course: files at their addresses, and what Zotero finds on a page."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urljoin

import pypandoc
import pytest

from building import ADDRESS, FIXTURE
from coursework.source import values as source

LISTS = sorted(path.stem for path in (FIXTURE / "readings").glob("*.yml") if path.stem != "references")
REFERENCES = source.load(FIXTURE, "readings/references.yml")[0]
TOPICS = sorted({f"topics/{topic}" for reference in REFERENCES for topic in reference.get("topics", ())})
READERS = {"bib": "biblatex", "ris": "ris", "json": "csljson"}


def works(name: str) -> set[str]:
    """The ids of a list's readings, of the works on a topic, or of all references."""
    if name == "bibliography":
        return {reference["id"] for reference in REFERENCES}
    if name in TOPICS:
        return {each["id"] for each in REFERENCES if name.removeprefix("topics/") in each.get("topics", ())}
    groups = source.load(FIXTURE, f"readings/{name}.yml")[0]["groups"]
    return {reading["reference"] for group in groups for reading in group["readings"]}


@pytest.mark.parametrize("name", [*LISTS, *TOPICS, "bibliography"])
def test_each_list_is_there_in_every_format_with_all_its_works_and_their_dois(site, name):
    known = {reference["id"]: reference for reference in REFERENCES}
    for ending, reader in READERS.items():
        file = site / f"readings/{name}.{ending}"
        read = json.loads(pypandoc.convert_file(str(file), "csljson", format=reader))
        assert {csl["id"]: csl.get("DOI") for csl in read} == {id: known[id].get("DOI") for id in works(name)}
    text = (site / f"readings/{name}.txt").read_text(encoding="utf-8")
    assert len(text.strip().split("\n\n")) == len(works(name)) + 1
    assert b"\r\n" in (site / f"readings/{name}.ris").read_bytes()


def test_each_quiz_and_the_course_are_there_for_other_programs_and_offered(site, pages):
    stems = [path.stem for path in (FIXTURE / "quizzes").glob("*.yml")]
    for path in (*(f"quizzes/{stem}/{stem}" for stem in stems), "quizzes/reading-maps"):
        assert (site / f"{path}-gift.txt").read_text(encoding="utf-8").startswith("$CATEGORY: ")
    offered = {name: [link.attributes.get("download") for link in page.named("a")] for name, page in pages.items()}
    assert all(f"{stem}-gift.txt" in offered[f"quizzes/{stem}/"] for stem in stems)
    assert "reading-maps-gift.txt" in offered["downloads/"]


def coins_of(page) -> list[dict[str, list[str]]]:
    return [
        parse_qs(element.attributes["title"], strict_parsing=True)
        for element in page.named("span") if element.attributes.get("class") == "Z3988"
    ]  # fmt: skip


@pytest.mark.parametrize("name", [*LISTS, *TOPICS])
def test_a_page_offers_itself_first_and_then_each_of_its_works(pages, name):
    coins = coins_of(pages[f"readings/{name}/"])
    assert coins[0]["rft_id"] == [f"{ADDRESS}readings/{name}/"]
    assert len(coins) == len(works(name)) + 1


def test_the_bibliography_offers_itself_and_leaves_its_works_to_the_pages_of_their_topics(pages):
    assert [work["rft_id"] for work in coins_of(pages["readings/bibliography/"])] == [
        [f"{ADDRESS}readings/bibliography/"]
    ]
    assert set().union(*map(works, TOPICS)) == works("bibliography")


@pytest.mark.parametrize("name", [*LISTS, *TOPICS, "bibliography"])
def test_a_page_leads_to_its_files(pages, name):
    page, stem = pages[f"readings/{name}/"], name.split("/")[-1]
    taken = {element.attributes["href"]: element.attributes["download"] for element in page.named("a")
             if "download" in element.attributes}  # fmt: skip
    assert taken == {f"../{stem}.{ending}": f"{stem}.{ending}" for ending in ("bib", "ris", "json", "txt")}


# A lesson with a date of its own; the others have the time that the tests build at, not that of the day.
DATED = {"lessons/projections/": ("2026/11/23", "(2026, November 23)")}


def test_lessons_say_what_they_are_in_their_heads_and_no_other_page_does(pages):
    for name, page in pages.items():
        tags = {element.attributes.get("name"): element.attributes.get("content") for element in page.named("meta")}
        cited = {tag.removeprefix("citation_"): text for tag, text in tags.items() if tag and "citation_" in tag}
        data = [element for element in page.named("script") if element.attributes.get("type") == "application/ld+json"]
        lesson = name.startswith("lessons/") and name != "lessons/"
        assert (set(cited) >= {"title", "public_url", "publication_date"}, len(data)) == (lesson, int(lesson)), name
        if lesson:
            assert cited["public_url"] == urljoin(ADDRESS, name)
            date, said = DATED.get(name, ("2023/11/14", "(2023, November 14)"))
            assert cited["publication_date"] == date
            assert said in page.words
            assert not [element for element in page.named("span") if element.attributes.get("class") == "Z3988"]
