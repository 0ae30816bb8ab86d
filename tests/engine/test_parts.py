"""The parts of a lesson: where a reader may stop, how long it takes, and lists that are folded."""

from __future__ import annotations

import pytest

import coursework
from making import MAPS, Rendered, text_of

PARTED = """# Maps

## The ground {#ground}

### Lines {#lines}

Where lines lie close together the ground is steep.

## Two views {#views}

### One map {#one}

{text}

## Check yourself {#check}

### Questions {#questions}

```quiz
maps: north
```
"""
READINGS = "```readings\nmaps\n```"


@pytest.fixture
def lesson(render):
    return lambda text, path="lessons/maps.md": render(text, path, MAPS)


def stops(page):
    return [text_of(stop) for stop in page.all("div", class_="stop")]


def folds(page):
    return [text_of(fold.find("summary")) for fold in page.all("details", class_="fold")]


def test_before_each_part_but_the_first_a_reader_may_stop(lesson):
    page = lesson(PARTED.replace("{text}", "word " * 800))
    assert stops(page) == [
        "You can stop here. Next: Two views, about 4 min. Your place is kept on this device.",
        "You can stop here. Next: Check yourself, about 1 min. Your place is kept on this device.",
    ]
    order = [
        part.get("id") or part.get("class") for part in page.tree if part.tag == "h2" or part.get("class") == "stop"
    ]
    assert order == ["ground", "stop", "views", "stop", "check"]
    assert page.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "# Maps\n\n## One\n\n### Below\n\nText.\n",
        "# Maps\n\n## One\n\n### Below\n\nText.\n\n## Two\n\nText, and no heading below.\n",
        "# Maps\n\n## One\n\nText.\n\n## Two\n\nText.\n",
    ],
)
def test_a_lesson_that_is_not_in_parts_has_no_stop(lesson, text):
    assert stops(lesson(text)) == []


def test_a_page_that_is_no_lesson_has_no_stop_and_folds_nothing(lesson):
    page = lesson(PARTED.replace("{text}", READINGS) + "\n### Further reading\n\n" + READINGS, "about.md")
    assert stops(page) == folds(page) == []


@pytest.mark.parametrize("level", ["##", "###"])
def test_a_section_that_is_a_list_to_look_up_in_is_folded_with_the_number_of_its_entries(lesson, level):
    list_ = f"{level} To read {{#to-read}}\n\nSome of it is old.\n\n{READINGS}"
    page = lesson(f"# Maps\n\n{list_}\n\n## On\n\nSee [@snyder1987].")
    assert folds(page) == ["To read 1", "References 2"]
    [fold, *_] = page.all("details", class_="fold")
    [heading] = [part for part in fold.iter() if part.get("id") == "to-read"]
    assert heading.tag == f"h{len(level)}"
    assert "Some of it is old." in text_of(fold) and "On" not in text_of(fold).split()


@pytest.mark.parametrize("more", ["```quiz\nmaps: north\n```", "- a list of one's own", "#### A heading\n\nText."])
def test_a_section_that_holds_more_than_lists_stays_open(lesson, more):
    page = lesson(f"# Maps\n\n## To read\n\n{more}\n\n{READINGS}\n")
    assert "To read 1" not in folds(page)


def test_how_long_a_lesson_takes_counts_questions_and_not_what_is_folded_or_seen_later(project):
    def minutes(text):
        course = coursework.build(project(MAPS, {"index.md": "", "lessons/maps.md": text}))
        Rendered(course, "lessons/maps.md", text)
        return course.rendering.pages["lessons/maps.md"].minutes

    plain = "# Maps\n\n" + "word " * 2000
    assert minutes(plain) == 10
    assert minutes(plain + " [@snyder1987; @harley1989]" * 200) == 10
    assert minutes(plain + "\n\n## To read\n\n" + READINGS) == 10
    # Two questions: reading them, and 25 seconds for each.
    assert minutes(plain + "\n\n```quiz\nmaps\n```") == 11


@pytest.mark.parametrize(
    ("below", "count"),
    [("| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |", 2), ("1. One\n2. Two\n3. Three", 3), ("Text.", "")],
)
def test_a_section_whose_heading_says_so_is_folded_with_the_number_of_its_rows_or_items(lesson, below, count):
    page = lesson(f"# Maps\n\n### How sure? {{#sure .fold}}\n\nIn short:\n\n{below}\n\n## On\n\nText.")
    assert folds(page) == [f"How sure? {count}".strip()]
    [heading] = [part for part in page.tree.iter() if part.get("id") == "sure"]
    assert heading.get("class") is None and page.problems == []


def test_a_fold_without_text_below_it_and_one_outside_a_lesson_are_refused(lesson):
    empty = lesson("# Maps\n\n## How sure? {.fold}\n\n### Below\n\nText.")
    [problem] = empty.problems
    assert problem.endswith("must have its text below it to be folded with `.fold`, not another heading")
    [problem] = lesson("# Maps\n\n## How sure? {.fold}\n\nText.", "about.md").problems
    assert problem.endswith("must be without `.fold`, which folds sections of lessons alone")
