"""The files in which quizzes go out: when they are made, from what cache, and what readers are told of them."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest

import coursework
from coursework.quiz.exports import FORMATS
from coursework.quiz.exports.losses import Loss
from coursework.quiz.exports.offer import grouped
from making import MAPS, Generated, Rendered

ADDRESS = "https://example.org/maps/"
QUIZ = "quizzes/maps.yml"
PAGES = {"index.md": "# Home\n", "lessons/maps.md": "# Maps\n\n## Lines {#lines}\n"}
GIFT = "quizzes/maps/maps-gift.txt"
PICTURES = ("img/a.svg", "img/a b(1).svg")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="1"/>'


@pytest.fixture
def downloads(project):
    """A course about maps with downloads, and whatever else is given."""

    def make(files=MAPS, below_docs=(), **settings):
        given = {
            "files": frozenset((*PAGES, *below_docs)),
            "downloads": ["gift"],
            "finished": True,
            "address": lambda path: ADDRESS + path.replace(".md", "/"),
        }
        return coursework.build(replace(project(files, PAGES), **(given | settings)))

    return make


def paths_of(course):
    return [file.path for file in course.publishing.files() if file.path.endswith(FORMATS["gift"].ending)]


def page_of(course, path):
    return Generated(course, next(file for file in course.publishing.files() if file.path == path))


def test_each_quiz_and_the_course_have_a_file_of_each_format(downloads):
    course = downloads()
    assert paths_of(course) == [GIFT, "quizzes/a-course-gift.txt"]
    assert {GIFT, "quizzes/a-course-gift.txt"} <= {file.path for file in course.publishing.outline()}
    assert course.problems({"lessons/maps.md": {"lines"}}) == []


def test_paths_begin_with_the_folder_of_the_course(downloads):
    assert paths_of(downloads(folder="practice/")) == [f"practice/{GIFT}", "practice/quizzes/a-course-gift.txt"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"downloads": []}, None),
        ({"finished": False}, "In the finished site there are files here for other programs."),
        ({"address": lambda path: ""}, "There are no files here yet."),
    ],
    ids=["no format", "only looked at", "no address"],
)
def test_nothing_is_made_where_nobody_asks_or_it_could_not_be_right(downloads, settings, told):
    course = downloads(**settings)
    assert paths_of(course) == []
    names = [file.path for file in course.publishing.files()]
    assert ("downloads.md" in names) is (told is not None)
    page = page_of(course, "quizzes/maps.md")
    assert bool(page.all("details", class_="elsewhere")) is (told is not None)
    assert page.all("a", download="maps-gift.txt") == []
    if told:
        assert told in page.text()
        assert told in page_of(course, "downloads.md").text()


def test_the_page_of_a_quiz_names_each_loss_and_leads_to_its_question(downloads):
    more = """
  - {id: order, type: ordering, prompt: Order them., items: [a, b, c], explanation: So it is.}
  - {id: word, type: short-answer, prompt: Which?, answers: [line], pattern: "lines?", hint: Think., explanation: It.}
"""
    page = page_of(downloads(MAPS | {QUIZ: MAPS[QUIZ].rstrip() + more}), "quizzes/maps.md")
    [fold] = page.all("details", class_="elsewhere")
    words = " ".join("".join(fold.itertext()).split())
    assert "Take this quiz elsewhere GIFT GIFT 2 kB How to import it Left out: ordering questions (3)" in words
    assert "patterns that accept more answers (4)" in words
    assert "In another place: hints, in feedback (4)" in words
    assert [link.get("href") for link in fold.iter("a") if link.text == "How to import it"] == [
        "../downloads.md#downloads-gift"
    ]
    assert [link.get("href") for link in fold.iter("a") if link.text == "3"] == ["#maps/order"]


def test_the_whole_course_is_offered_with_what_is_to_be_known_of_each_format(downloads):
    page = page_of(downloads(), "downloads.md")
    assert [link.get("download") for link in page.all("a") if link.get("download")] == ["a-course-gift.txt"]
    assert "never tried in" in page.text()
    [steps] = page.all("ol")
    assert "choose “GIFT format”" in "".join(steps.itertext())
    assert page.all("dt", id="downloads-gift")


def test_what_changes_a_mark_is_named_before_what_nobody_sees():
    lost = [Loss(f"maps/{at}", "claim") for at in "abc"]
    lost += [Loss("maps/a", "right"), *(Loss(f"maps/{at}", "emphasis") for at in "ab"), Loss("maps/a", "hint")]
    [_, told, _] = grouped(lost, [])
    assert [each.kind for each in told] == ["right", "emphasis", "hint", "claim"]


def test_a_block_where_there_is_nothing_to_show_is_told(downloads):
    page = Rendered(downloads(downloads=[]), "index.md", "```downloads\n```\n")
    assert page.problems == [
        "docs/index.md:1:1: the downloads block: must be on a page of a course with quizzes whose settings name "
        "formats, as `downloads: [gift]`"
    ]


def test_an_unchanged_quiz_comes_from_the_cache_and_a_changed_one_does_not(downloads):
    def content(course):
        return {file.path: file.content for file in course.publishing.files()}[GIFT]

    course = downloads()
    first = content(course)
    cached = course.cache / "downloads/quizzes~maps~maps-gift.txt"
    head = json.loads(cached.read_bytes().partition(b"\n")[0])
    head["hash"] = sha256(b"[]\nfrom the cache").hexdigest()
    cached.write_bytes(json.dumps(head).encode() + b"\n[]\nfrom the cache")
    assert content(downloads()) == b"from the cache"
    assert content(downloads(time=1_700_000_060)) == b"from the cache", "it does not say the second"
    assert content(downloads(published=(2023, 11, 15))) != b"from the cache", "it says the day"
    cached.write_bytes(cached.read_bytes()[:-2])
    assert content(downloads()) == first, "a file that was cut short is made anew"
    changed = content(downloads(MAPS | {QUIZ: MAPS[QUIZ].replace("North is always up", "North is up")}))
    assert changed == first.replace(b"North is always up", b"North is up")
    cached.write_bytes(b"no json\n")
    assert content(downloads()) == first


@pytest.mark.parametrize(
    "picture",
    ["![a](img/a.svg)", "![a [b]](img/a.svg)", "![`]`](img/a.svg)", "![a](<./img/a b(1).svg>)",
     "![a](img/a%20b(1).svg)", "![a](img/a.svg?x=1)"],
)  # fmt: skip
def test_a_picture_that_changed_is_in_no_cache_however_it_is_written(downloads, picture):
    def content(width):
        drawn = {f"docs/{path}": SVG.format(width) for path in PICTURES}
        course = downloads(files | drawn, downloads=["moodle"], below_docs=PICTURES)
        return {file.path: file.content for file in course.publishing.files()}["quizzes/maps/maps-moodle.xml"]

    files = MAPS | {QUIZ: MAPS[QUIZ].replace("A contour line joins points", f"A contour {picture} line joins points")}
    first = content(1)
    assert first.count(b"<file ") == 1 and content(1) == first != content(2)


def test_what_is_wrong_is_told_again_whoever_was_told_before(downloads):
    files = MAPS | {QUIZ: MAPS[QUIZ].replace("North is always up", "So [North](north.md) is up")}
    for _ in range(2):
        made = downloads(files).publishing.downloads
        made.of_quiz(made.quizzes[0])
        assert [str(each) for each in made.texts.snippets.problems] == [
            f"{QUIZ}:18:24: must link to a page or a file in docs/, not 'north.md'"
        ]


def test_losses_that_are_not_those_of_the_file_come_from_no_cache(downloads):
    more = "\n  - {id: order, type: ordering, prompt: Order them., items: [a, b, c], explanation: So it is.}\n"
    files = MAPS | {QUIZ: MAPS[QUIZ].rstrip() + more}

    def lost(course):
        made = course.publishing.downloads
        return made.of_quiz(made.quizzes[0])[0].lost

    course = downloads(files)
    first = lost(course)
    cached = course.cache / "downloads/quizzes~maps~maps-gift.txt"
    assert [each.kind for each in first] == ["question"]
    cached.write_bytes(cached.read_bytes().replace(b'["maps/order", "question", ""]', b""))
    assert lost(downloads(files)) == first
