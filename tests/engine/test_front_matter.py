"""The head of a page: what stands there is kept as written, and what cannot be read is told and loaded by nobody."""

import pytest

from coursework.source.front_matter import day_of, read_head


def problems_in(text):
    return [str(problem) for problem in read_head("lessons/maps.md", text).problems]


@pytest.mark.parametrize(
    "text",
    [
        "# Maps\n", "", "---\n---\n# Maps\n", "---\ntitle: Maps\n---\n", "---\ntitle: Maps\n...\n# Maps\n",
        "---\ntitle: 'Maps: lines'\ndate: 2026-11-23\nabout: |\n  One\n  two\n---\n", "--- \ntitle: Maps\n---",
        "Text\n\n---\n\nmore: of: it\n", "---\ntitle: Maps\nhide: [toc]\nlevel: 1\n---\n",
        '---\ntitle: "2026-13-45"\n---\n', "---\ntitle:\ndescription: ''\nabout: ''\ndate:\n---\n",
        "---\nsearch: {exclude: true, boost: 0.5}\nhide: toc\n---\n", "Note: this is no head.\n",
    ],
)  # fmt: skip
def test_a_head_that_can_be_read_and_none_at_all_are_fine(text):
    assert problems_in(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: Maps\n\n# Maps\n", "1:1: front matter: must end with a line `---`"),
        (
            "---\ntitle: Maps\nabout: On maps: what they do\n---\n",
            "3:8: front matter: must have this text in quotes",
        ),
        (
            "---\nx: 2026-13-45\n---\n",
            "2:4: front matter, x: must be a day that there is, not '2026-13-45'",
        ),
        (
            "---\ntitle: Maps\ndate: 2026-02-31\n---\n",
            "3:7: front matter, date: must be a day that there is, as 2026-11-23 or 2026, not '2026-02-31'",
        ),
        ('---\ndate: "0000"\n---\n', "2:7: front matter, date: must be a day that there is"),
        ('---\n"date": foo\n---\n', "2:9: front matter, date: must be a day that there is"),
        ("---\n{title: x, date: foo}\n---\n", "2:18: front matter, date: must be a day that there is"),
        ("---\nMaps\n---\n", "2:1: front matter: must be a group of fields"),
        (
            "---\ntitle: Maps\nx: 1\ntitle: Lines\n---\n",
            "4:1: front matter: 'title' must be given once, not twice (first in line 2)",
        ),
        ("---\ntitle: [a, b]\n---\n", "2:8: front matter, title: must be text, not a list"),
        ('---\ntitle: "a\\u0001b"\n---\n', "2:8: front matter: must not hold control characters"),
        ("---\nsearch: true\n---\n", "2:9: front matter, search: must be a group of fields"),
        (
            "---\nsearch: {boost: much}\n---\n",
            "2:17: front matter, search, boost: must be a number, as 2 or 0.5, not 'much'",
        ),
        ("---\nsearch: {exclude: maybe}\n---\n", "2:19: front matter, search, exclude: must be true or false"),
        ("---\nhide: {toc: true}\n---\n", "2:7: front matter, hide: must be a list of texts"),
        ("---\nx: " + "[" * 5000 + "\n---\n", "1:1: front matter: must not be nested this deep"),
        ("---\na: &a [x]\ntitle: *a\n---\n", "2:4: front matter: must be written out, not an alias"),
        ("title: Maps\n\n# Maps\n", "1:1: front matter: must stand between two lines `---`"),
    ],
)
def test_a_head_that_cannot_be_read_is_told_in_its_place(text, line):
    [problem] = problems_in(text)
    assert problem.startswith(f"docs/lessons/maps.md:{line}")


def test_an_alias_bomb_is_refused_and_nothing_of_it_is_loaded():
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [f"{name}: &{name} [{','.join([f'*{of}'] * 9)}]" for of, name in zip("abcdefgh", "bcdefghi", strict=True)]
    head = read_head("lessons/maps.md", "---\n" + "\n".join([*lines, "title: *i"]) + "\n---\n\n# Maps\n")
    assert {problem.line for problem in head.problems} == set(range(2, 11))
    assert all("not an alias" in str(problem) for problem in head.problems)
    assert (head.values, head.text("title"), head.body) == ({}, None, "# Maps\n")


@pytest.mark.parametrize("title", ["No", "9:11", "010", "2026-11-23", "1.10", "Null hypothesis"])
def test_a_title_is_kept_as_it_is_written(title):
    head = read_head("lessons/maps.md", f"---\ntitle: {title}\nhide: [toc]\nsearch: {{exclude: true}}\n---\n")
    assert head.text("title") == title
    assert head.values == {"title": title, "hide": ["toc"], "search": {"exclude": True}}


@pytest.mark.parametrize("blank", ["", " ''", ' "  "'])
def test_what_is_left_blank_is_as_good_as_missing(blank):
    head = read_head("lessons/maps.md", f"---\ntitle:{blank}\ndescription:{blank}\ndate:{blank}\nlevel: 1\n---\n\nA\n")
    assert (head.problems, head.text("title"), head.day) == ((), None, None)
    assert set(head.values) - {"date"} == {"level"}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-23", [2026, 11, 23]), ("2026-11", [2026, 11]), ("2026", [2026]), ("2024-02-29", [2024, 2, 29]),
        ("2026-02-29", None), ("2026-13", None), ("0000", None), ("2026-1-1", None), ("", None), ("٢٠٢٦", None),
    ],
)  # fmt: skip
def test_a_date_is_a_day_that_there_is(written, day):
    assert day_of(written) == day


def test_a_number_in_the_head_that_is_none_is_shown_as_it_stands():
    [problem] = read_head("a.md", "---\nsearch: {boost: much}\n---\n").problems
    assert problem.message == "must be a number, as 2 or 0.5, not 'much'"
