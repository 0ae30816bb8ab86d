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


def test_the_title_of_a_part_is_said_whole_whatever_stands_in_it(lesson):
    signs = "`code <b>` &amp; <b>bold</b> \\* R&D 🎉 عربي *em* [link](maps.md) " + "x" * 120
    page = lesson(PARTED.replace("{text}", "Text.").replace("Two views", signs))
    said = "code <b> & bold * R&D 🎉 عربي em link " + "x" * 120
    assert stops(page)[0] == f"You can stop here. Next: {said}, about 1 min. Your place is kept on this device."
    assert page.problems == []


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


def test_a_fold_holds_all_that_stands_below_its_heading_and_leaves_it_its_other_classes(lesson):
    page = lesson("# Maps\n\n### How sure? {.wide .fold}\n\nText.\n\n#### More\n\nBelow.\n\n### On\n\nBeyond.")
    [fold] = page.all("details", class_="fold")
    assert text_of(fold) == "How sure? Text. More Below."
    assert fold[0][0].get("class") == "wide" and page.problems == []


def test_what_cannot_be_folded_is_refused_with_its_line(lesson):
    """Without text below it, as no heading of the text, and outside a lesson."""
    empty = "must have its text below it to be folded with `.fold`, not another heading"
    misplaced = (
        "must be without `.fold`, which is for headings alone, but not the title or one in a list, a box or a fold"
    )
    outside = "must be without `.fold`, which folds sections of lessons alone"
    wanted = [
        ("# Maps\n\n## How `sure`, [why](maps.md)? {.fold}\n\n### Below\n\nText.", "lessons/maps.md", 3, empty),
        ("---\ntitle: Maps\n---\n\n# Maps {.fold}\n\nText.", "lessons/maps.md", 5, misplaced),
        ("# Maps\n\n- ### How sure? {.fold}\n\n    Text.", "lessons/maps.md", 3, misplaced),
        ("# Maps\n\n### A {.fold}\n\nText.\n\n#### How sure? {.fold}\n\nText.", "lessons/maps.md", 7, misplaced),
        ("# Maps\n\n## How `sure`{.fold}\n\nText.", "lessons/maps.md", 3, misplaced),
        ("# Maps\n\nHow sure?\n{.fold}\n", "lessons/maps.md", 3, misplaced),
        ("# Maps\n\n## How sure? {.fold}\n\nText.", "about.md", 3, outside),
    ]
    for text, path, line, message in wanted:
        [problem] = lesson(text, path).problems
        assert problem.startswith(f"docs/{path}:{line}:") and problem.endswith(message), text
