"""What a lesson says of itself: to a reader who cites it, to Zotero and Google Scholar, to search engines."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

import coursework
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import Rendered, text_of
from published import PublishedPage

LESSON = "---\ntitle: Maps & lines\n---\n\n# Another heading\n\nA text.\n"
PATH = "lessons/maps.md"


@pytest.fixture
def made(project):
    """A course of one lesson, as `made(text, author="Ada, B.")`; the rest is what a project says of itself."""

    def make(text=LESSON, **known):
        known = {"title": "On maps", "address": lambda path: f"https://example.org/{path[:-3]}/"} | known
        return coursework.build(replace(project(pages={PATH: text, "index.md": ""}), **known))

    return make


def cited(course, text=LESSON):
    """The reference in the box at the lesson's end."""
    box = Rendered(course, PATH, text).tree.find("details")
    return text_of(box.find("p"))


def tags(course):
    found = re.findall(r'<meta name="citation_(\w+)" content="([^"]*)">', course.publishing.head(PATH))
    return dict(found)


def described(course):
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', course.publishing.head(PATH))
    return json.loads(text)


@pytest.mark.parametrize(
    ("known", "expected"),
    [  # APA writes the name of a site in title case.
        ({}, "On maps. (n.d.). Maps & lines."),
        ({"published": (2026, 11, 3)}, "On maps. (2026, November 3). Maps & lines."),
        (
            {"author": "The Survey", "published": (2026, 11, 3)},
            "The Survey. (2026, November 3). Maps & lines. On Maps.",
        ),
        ({"author": "Lovelace, Ada B."}, "Lovelace, A. B. (n.d.). Maps & lines. On Maps."),
    ],
)
def test_a_lesson_is_cited_with_what_is_known_and_nothing_else(made, known, expected):
    address = "https://example.org/lessons/maps/"
    assert cited(made(**known)) == f"{expected} {address}"


@pytest.mark.parametrize(
    ("written", "date", "tag"),
    [
        ("2024-02-09", "2024, February 9", "2024/02/09"),
        ("2024-02", "2024, February", "2024/02"),
        ("2024", "2024", "2024"),
    ],
)
def test_the_date_of_the_lesson_comes_before_that_of_the_course(made, written, date, tag):
    text = LESSON.replace("title:", f"date: {written}\ntitle:")
    course = made(text, published=(2026, 11, 3))
    assert f"On maps. ({date}). Maps" in cited(course, text)
    assert tags(course)["publication_date"] == tag
    assert described(course)["datePublished"] == tag.replace("/", "-")


def test_a_date_that_is_none_is_told_to_its_author(made):
    text = LESSON.replace("title:", "date: last May\ntitle:")
    course = made(text)
    problems = [str(problem) for problem in course.problems({})]
    assert (
        "docs/lessons/maps.md:2:7: front matter, date: must be a day that there is, as 2026-11-23 or 2026, "
        "not 'last May'"
    ) in problems
    assert "(n.d.)" in cited(course, text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A *map* {#top}\n\n# Two\n", "A map"),
        ("---\n- a list\n---\n# Map\n", "Map"),
        ("---\n: [\n---\n\n# Map #\n", "Map"),
        ("No heading", "maps"),
    ],
)
def test_without_a_title_the_first_heading_is_one(made, text, title):
    assert tags(made(text))["title"] == title


def test_programs_are_told_the_same(made):
    course = made(author="Lovelace, Ada", published=(2026, 11, 3))
    assert tags(course) == {
        "title": "Maps &amp; lines", "author": "Lovelace, Ada", "publication_date": "2026/11/03",
        "public_url": "https://example.org/lessons/maps/",
    }  # fmt: skip
    assert described(course) == {
        "@context": "https://schema.org", "@type": "LearningResource", "name": "Maps & lines",
        "url": "https://example.org/lessons/maps/", "datePublished": "2026-11-03",
        "author": {"@type": "Person", "familyName": "Lovelace", "givenName": "Ada"},
        "isPartOf": {"@type": "Course", "name": "On maps", "url": "https://example.org/index/"},
    }  # fmt: skip


def test_nothing_is_said_that_is_not_known(made):
    course = made(address=lambda path: "")
    assert tags(course) == {"title": "Maps &amp; lines"}
    assert set(described(course)) == {"@context", "@type", "name", "isPartOf"}
    assert "author" not in described(course)
    assert described(made(author="The Survey"))["author"] == {"@type": "Organization", "name": "The Survey"}


def test_the_record_of_a_lesson_is_there_to_take(made):
    course = made(published=(2026, 11, 3))
    files = {file.path: file.content for file in course.publishing.files()}
    assert b"@online{a-course-lessons-maps,\n  author = {{{On maps}}},\n" in files["lessons/maps.bib"]
    assert b"DA  - 2026/11/03/\r\n" in files["lessons/maps.ris"]
    box = Rendered(course, PATH, LESSON).tree.find("details")
    assert [(link.get("href"), link.get("download")) for link in box.iter("a")][1:] == [
        ("maps.bib", "maps.bib"), ("maps.ris", "maps.ris"),
    ]  # fmt: skip
    assert "open" not in box.attrib


def test_other_pages_and_courses_without_a_title_say_nothing(made):
    assert made().publishing.head("index.md") == made(title="").publishing.head(PATH) == ""
    assert Rendered(made(title=""), PATH, LESSON).all("details") == []
    assert Rendered(made(), "index.md", LESSON).all("details") == []


def test_a_hostile_title_stays_text(made, tmp_path):
    title = "</script><script>alert(1)</script><!-- \" onclick=x '&amp;"
    text = f"---\ntitle: {json.dumps(title)}\n---\nA text.\n"
    course = made(text, author=title, title=title)
    page = tmp_path / "page.html"
    page.write_text(f"<head><meta charset=utf-8>{course.publishing.head(PATH)}</head>", encoding="utf-8")
    read = PublishedPage(page)
    assert [element.name for element in read.elements] == ["head", "meta", "meta", "meta", "meta", "script"]
    named = {element.attributes.get("name"): element.attributes.get("content") for element in read.named("meta")}
    assert named["citation_title"] == named["citation_author"] == title
    assert described(course)["name"] == described(course)["isPartOf"]["name"] == title


def test_the_box_is_one_element_with_all_its_words(made):
    box = Rendered(made(), PATH, LESSON).tree.find("details")
    assert text_of(box.find("summary")) == "Cite this lesson"
    assert ET.tostring(box, encoding="unicode").count("<a ") == 3
