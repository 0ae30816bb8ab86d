"""The navigation of the settings: which pages it names, what it calls them, and what stands for a folder."""

import pytest

from coursework_mkdocs.navigation import ordered, pages_of, titles_of, with_folders

NAV = [
    "index.md",
    {"Lessons": ["lessons/a.md", {"B": "lessons/b.md"}]},
    {"Quizzes": ["quizzes/", "finale.md"]},
    {"Review": "review.md"},
    {"More": [{"Lists": ["readings/index.md", "readings/"]}]},
]
MADE = ["quizzes/index.md", "quizzes/a.md", "quizzes/a/key.md", "review.md", "readings/index.md", "readings/one.md"]


def test_pages_come_in_the_order_in_which_they_are_named():
    assert list(pages_of(NAV)) == [
        "index.md", "lessons/a.md", "lessons/b.md", "quizzes/", "finale.md", "review.md",
        "readings/index.md", "readings/",
    ]  # fmt: skip


def test_only_a_page_has_a_title_of_its_own():
    assert dict(titles_of(NAV)) == {"lessons/b.md": "B", "review.md": "Review"}


def test_a_folder_stands_for_the_pages_made_in_it_that_are_not_named_elsewhere():
    assert with_folders(NAV, MADE) == [
        "index.md",
        {"Lessons": ["lessons/a.md", {"B": "lessons/b.md"}]},
        {"Quizzes": ["quizzes/index.md", "quizzes/a.md", "finale.md"]},
        {"Review": "review.md"},
        {"More": [{"Lists": ["readings/index.md", "readings/one.md"]}]},
    ]


@pytest.mark.parametrize("nav", [None, [], {}, "index.md", [None], [{"A": None}]])
def test_a_navigation_of_nothing_stays_what_it_is(nav):
    assert with_folders(nav, MADE) == nav


@pytest.mark.parametrize(
    ("paths", "after", "expected"),
    [
        ("abcd", {}, "abcd"),
        ("abcd", {"d": "a"}, "adbc"),
        ("abcd", {"a": "d"}, "bcda"),
        ("abcd", {"d": "c", "c": "a"}, "acdb"),
        ("abcd", {"c": "a", "d": "a"}, "acdb"),
        ("abcd", {"b": "nowhere", "c": "c"}, "abcd"),
        ("abcd", {"a": "b", "b": "a"}, "cdab"),
    ],
)
def test_a_page_is_made_after_the_one_it_follows_and_none_is_lost(paths, after, expected):
    assert list(ordered(paths, after)) == list(expected)
