"""What a reader on a slow line has to wait for: all of a page's first view, compressed."""

from __future__ import annotations

import gzip
import re

import pytest

from published import file_of

MOST_BYTES = 130_000
# Of a page that lists everything there is of a kind, to look things up in: it grows with what the course knows.
MOST_BYTES_OF_A_LIST = 160_000
LISTS = ("claims/", "figures/", "readings/bibliography/")
COMPRESSED = {".html", ".css", ".js", ".svg"}


def needed(site, name: str, page) -> set:
    """The files of a page's first view: the page, what it loads, and what its modules import."""
    here = file_of(site, name)
    found = {here}
    todo = [
        (here.parent / link.split("?")[0]).resolve()
        for link in page.loaded(scripted=True)
        if not link.startswith("data:")
    ]
    while todo:
        file = todo.pop()
        if file in found:
            continue
        found.add(file)
        if "/assets/coursework-" in file.as_posix():
            imported = re.findall(r"(?:from|import)\s*[\"']\./([^\"']+)[\"']", file.read_text(encoding="utf-8"))
            todo += [file.with_name(name) for name in imported]
    return found


def is_ours(file) -> bool:
    """Whether it is a script of the engine, not of the theme."""
    return "/coursework-" in file.as_posix() and file.suffix == ".js"


def weight(file) -> int:
    content = file.read_bytes()
    # Compression level 6 is what servers choose.
    return len(gzip.compress(content, 6)) if file.suffix in COMPRESSED else len(content)


def test_the_first_view_of_every_page_is_light(site, pages):
    weights = {
        name: sum(map(weight, needed(site, name, page))) for name, page in pages.items() if name != "404.html"
    }  # fmt: skip
    most = dict.fromkeys(weights, MOST_BYTES) | dict.fromkeys(LISTS, MOST_BYTES_OF_A_LIST)
    assert set(LISTS) < set(weights)
    assert {name: bytes for name, bytes in weights.items() if bytes > most[name]} == {}
    # It is all counted: the theme's script and styles, the font, ours.
    files = {re.sub(r"[.-][0-9a-f]{8,}(?:\.min)?", "", file.name) for file in needed(site, "", pages[""])}
    assert {"index.html", "bundle.js", "main.css", "course.css", "newsreader-display.woff2", "course-marks.js"} <= files


@pytest.mark.parametrize(("name", "most"), [
        ("course.css", 13_000), ("newsreader-display.woff2", 12_500), ("newsreader-display-more.woff2", 7_500),
    ])  # fmt: skip
def test_what_is_ours_on_every_page_is_light(site, name, most):
    stem, _, ending = name.rpartition(".")
    [file] = site.glob(f"assets/{stem}.*.{ending}")
    assert weight(file) <= most


def test_of_the_theme_s_styles_only_what_courses_use_is_fetched(site, pages):
    [sheet] = (site / "assets/stylesheets").iterdir()
    assert weight(sheet) <= 16_000
    for name, page in pages.items():
        if re.match("embed/.", name):
            continue  # a page for frames has one sheet, with what it needs of this one
        assert [link for link in page.loaded() if link.endswith(f"assets/stylesheets/{sheet.name}")], name


def test_our_scripts_are_light_where_nothing_is_asked(site, pages):
    quizzes = re.compile(r"404|(?:quizzes/|review/|progress/)")
    asking = ("quiz-question", "quiz-guess")
    plain = {name: page for name, page in pages.items() if not quizzes.match(name) and not any(map(page.named, asking))}
    ours = {
        name: sum(weight(file) for file in needed(site, name, page) if is_ours(file)) for name, page in plain.items()
    }
    assert {name: bytes for name, bytes in ours.items() if bytes > 3_000} == {}
    assert len(ours) > 30


# In bytes.
ROWS = [
    (r"(?:quizzes/[^/]+/|lessons/[^/]+/|style-guide/|final-quiz/|)$", 12_000),
    (r"(?:review|progress)/$", 18_000),
]


@pytest.mark.parametrize(("names", "most"), ROWS, ids=["questions", "review and progress"])
def test_our_scripts_are_light_where_questions_are(site, pages, names, most):
    asking = {name: page for name, page in pages.items() if re.match(names, name)}
    weights = {
        name: sum(
            weight(file) for file in needed(site, name, page) if is_ours(file) and file.name != "versions.js"
        )  # which has a row of its own
        for name, page in asking.items()
    }
    assert {name: bytes for name, bytes in weights.items() if bytes > most} == {}
    assert any(bytes > most * 0.7 for bytes in weights.values()), "what they need was found"


def test_what_a_lesson_fetches_when_it_is_scrolled_is_light(site):
    late = [file for name in ("parts.js", "turns.js") for file in site.glob(f"assets/coursework-*/{name}")]
    assert len(late) == 2
    assert sum(map(weight, late)) <= 2_500


def test_what_the_progress_fetches_of_the_bank_is_little_for_each_question(site):
    [versions] = site.glob("assets/coursework-*/versions.js")
    questions = len(re.findall(r'"[a-z0-9-]+/[a-z0-9-]+":', versions.read_text(encoding="utf-8")))
    assert questions > 100
    assert weight(versions) <= 40 * questions
