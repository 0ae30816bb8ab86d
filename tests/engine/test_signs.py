"""What no page can show, and what no program can read: told wherever it stands, and nothing breaks of it."""

import time

import pytest

import coursework
from coursework.course.content_files import REFERENCES
from coursework.source.signs import is_address, legible, open_brackets, readable, too_deep, without_brackets
from making import MAPS, written_pages

PAGES = {"index.md": "", "lessons/maps.md": "# Maps\n\n## Lines {#lines}\n"}
LESSON = "lessons/maps.md"
CONTROL = "must not hold control characters"
MORE = {
    "claims/maps.yml": "claims:\n  - id: C1\n    sentence: A sentence.\n    kind: history\n"
    "    references: [harley1989]\n",
    "glossary.yml": "- id: scale\n  term: Scale\n  definition: A fraction.\n",
}


def problems_of_site(project, files, pages=PAGES):
    """The lines for an author once every page that the course makes was rendered."""
    course = coursework.build(project(MAPS | MORE | files, pages))
    assert list(written_pages(course))
    return [str(problem) for problem in course.problems({})]


@pytest.mark.parametrize("sign", ["\\x01", "\\uFFFE", "\\x7F", "\\x9F"])
@pytest.mark.parametrize(
    ("path", "old", "place"),
    [
        ("claims/maps.yml", "A sentence.", "3:15"), ("glossary.yml", "A fraction.", "3:15"),
        (REFERENCES, "Deconstructing the map", "2:50"), ("quizzes/maps.yml", "North is always up.", "18:13"),
        ("readings/maps.yml", "On maps", "2:8"),
    ],
)  # fmt: skip
def test_a_control_sign_in_a_file_is_one_line_and_no_page_breaks(project, path, old, place, sign):
    text = (MAPS | MORE)[path]
    assert old in text
    assert problems_of_site(project, {path: text.replace(old, f'"a{sign}b"', 1)}) == [f"{path}:{place}: {CONTROL}"]


@pytest.mark.parametrize("sign", "\x01\x02\x0c\x7f\x85\ufffe")
def test_a_control_sign_in_a_page_is_told_in_its_line(project, sign):
    if sign == "\x85":
        assert legible(sign) == sign  # the end of a line, for those who still write it
        return
    text = f"# A {sign}heading\n\nA te{sign}xt.\n"
    assert problems_of_site(project, {}, PAGES | {"index.md": text}) == [
        f"docs/index.md:1:5: {CONTROL}", f"docs/index.md:3:5: {CONTROL}"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "can_be"),
    [
        ("https://example.org/a?b#c", True), ("lessons/maps.md", True), ("", True), ("mailto:a@b.c", True),
        ("http://[::1]/", True), ("http://[x", False), ("https://[::1.x", False), ("https://a.b:port/", False),
        ("https://a.b:99999", False),
    ],
)  # fmt: skip
def test_an_address_is_one_that_there_can_be(address, can_be):
    assert is_address(address) == can_be


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A [link](http://[x) here.", "3:10: link"), ("A ![picture](http://[x) here.", "3:14: link"),
        ("A <http://[x> here.", "3:4: link"), ('A <a href="http://[x">link</a> here.', "3:12: link"),
    ],
)  # fmt: skip
def test_an_impossible_address_in_a_page_is_told_in_its_line(render, text, place):
    page = render(f"# Maps {{#lines}}\n\n{text}\n")
    assert [line for line in page.problems if "address" in line] == [
        f"docs/lessons/maps.md:{place}: must be an address that there can be, not 'http://[x'"
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (
            "quizzes/maps.yml", "A contour line joins", "See [this](http://[x). It joins",
            "quizzes/maps.yml:13:29: must link to an address that there can be, not 'http://[x'",
        ),
        (
            REFERENCES, "publisher: USGS", 'publisher: USGS, URL: "https://[x"',
            "readings/references.yml:5:58: reference snyder1987, URL: must be an https: or http: address, not 'https://[x'",
        ),
    ],
)  # fmt: skip
def test_an_impossible_address_in_a_file_is_told_and_no_page_breaks(project, path, old, new, line):
    assert old in MAPS[path]
    assert problems_of_site(project, {path: MAPS[path].replace(old, new)}) == [line]


def test_a_day_that_there_is_not_is_told_of_a_reference(project):
    dates = {"[[1989]]": "[[1989, 2, 31]]", "[[1987]]": "[[0]]"}
    text = MAPS[REFERENCES]
    for old, new in dates.items():
        text = text.replace(old, new)
    found = problems_of_site(project, {REFERENCES: text})
    assert [line.split(": ", 1)[1] for line in found] == [
        "reference harley1989, issued: must be a day that there is, not '1989-2-31'",
        "reference snyder1987, issued: must be a day that there is, not '0'",
    ]


def test_brackets_without_an_end_are_told_before_markdown_looks_for_it(project):
    many = "[" * 20_000
    quiz = MAPS["quizzes/maps.yml"].replace("A contour line joins", f"It {many} joins")
    pages = PAGES | {"index.md": f"# A\n\n{many}\n"}
    begun = time.process_time()
    assert problems_of_site(project, {"quizzes/maps.yml": quiz}, pages) == [
        "docs/index.md:3:101: must not hold more than 100 `[` without their `]`",
        "quizzes/maps.yml:13:21: must not hold more than 100 `[` without their `]`",
    ]
    assert time.process_time() - begun < 30  # of its own work, which was minutes
    assert len(without_brackets(many)) == len(many)
    assert open_brackets(without_brackets(many)) is None


def test_many_links_and_tables_of_them_are_no_open_brackets():
    assert open_brackets("| [a](b) [@c; @d] " * 5_000) is None
    assert open_brackets("[a\n\n" * 5_000) is None
    assert open_brackets("x" * 7 + "[" * 101) == 107


@pytest.mark.parametrize("indent", ["    ", "\t"])
def test_lists_in_lists_without_end_are_told_before_markdown_gives_up(project, indent):
    deep = "".join(f"{indent * depth}- x\n" for depth in range(300))
    quiz = MAPS["quizzes/maps.yml"].replace(
        '"A habit, not a rule [@harley1989, p. 3]."', "|\n" + "".join(f"      {line}\n" for line in deep.split("\n"))
    )
    found = problems_of_site(project, {"quizzes/maps.yml": quiz}, PAGES | {"index.md": f"# A\n\n{deep}"})
    assert found == [
        f"docs/index.md:104:{len(indent) * 101 + 1}: must not be indented by more than 400 spaces",
        "quizzes/maps.yml:21:18: must not be indented by more than 400 spaces",
    ]
    assert too_deep(readable(deep)) is None
    assert readable("    code\n" * 500) == "    code\n" * 500
