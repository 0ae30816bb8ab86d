"""No two files of a site have one address: not two of an author's, and none of them that of one that a course makes."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

import coursework
from coursework_mkdocs.added_files import added

OURS = "must have another name; the course makes a page of this one"
# On a site that has a theme of its own.
OURS_OF_GUEST = f"{OURS}, or of one in a folder of its own, with `folder: practice` beside its id in mkdocs.yml"


@pytest.fixture
def problems_with(tmp_path):
    """The lines that an author sees who has these files in `docs/`; the course makes the page of a quiz."""

    def told(*paths: str) -> list[str]:
        (tmp_path / "docs").mkdir(exist_ok=True)
        settings = tmp_path / "mkdocs.yml"
        settings.write_text("site_name: Maps\n", encoding="utf-8")
        config = load_config(str(settings))
        config.plugins._current_plugin = "coursework"  # as MkDocs sets it while an event runs
        files = Files([File(path, config.docs_dir, config.site_dir, use_directory_urls=True) for path in paths])
        page = coursework.GeneratedPage("quizzes/scale.md", "Scale", "quiz", "scale")
        problems: list[coursework.Problem] = []
        pages = dict(added(files, config, [page], problems))
        assert list(pages) == ([] if any(OURS in problem.message for problem in problems) else ["quizzes/scale.md"])
        return [str(problem) for problem in problems]

    return told


@pytest.mark.parametrize(
    "path", ["quizzes/scale.md", "quizzes/scale/index.md", "quizzes/scale/README.md", "quizzes/scale/index.html"]
)
def test_a_page_at_the_address_of_one_that_the_course_makes_is_told(problems_with, path):
    assert problems_with("index.md", path) == [f"docs/{path}:1:1: {OURS_OF_GUEST}"]


def test_two_pages_of_one_address_are_told(problems_with):
    message = "must have another name: docs/about.md becomes a page at the same address"
    assert problems_with("about.md", "about/index.md") == [f"docs/about/index.md:1:1: {message}"]


def test_a_page_of_a_plugin_at_the_address_of_one_that_the_course_makes_is_told(tmp_path):
    config = load_config(site_name="Maps", docs_dir=str(tmp_path))
    config.plugins._current_plugin = "another"
    files = Files([File.generated(config, "quizzes/scale/index.md", content="# Scale")])
    problems: list[coursework.Problem] = []
    page = coursework.GeneratedPage("quizzes/scale.md", "Scale", "quiz", "scale")
    assert dict(added(files, config, [page], problems)) == {}
    assert [str(problem) for problem in problems] == [f"docs/quizzes/scale/index.md:1:1: {OURS}"]


def test_pages_with_addresses_of_their_own_are_left_alone(problems_with):
    assert problems_with("index.md", "about.md", "about/more.md", "quizzes/scale.png", "quizzes/index.md") == []
