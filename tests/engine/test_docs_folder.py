"""What lies below `docs/` and cannot be published is told by its name, and never opened."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from mkdocs.config import load_config

from coursework_mkdocs.docs_folder import unpublishable

LEADS_OUT = "must lie in docs/ itself, not be a link that leads out of it"
NO_FILE = "must be a file, not a device or a pipe"
LOST = "must lead to a file that is there, or be none"


@pytest.fixture
def docs(tmp_path) -> Path:
    docs = tmp_path / "docs"
    (docs / "lessons").mkdir(parents=True)
    (docs / "lessons/scale.md").write_text("# Scale\n", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/page.md").write_text("# Outside\n", encoding="utf-8")
    return docs


def told(docs: Path, settings: str = "") -> list[str]:
    file = docs.parent / "mkdocs.yml"
    file.write_text(f"site_name: Maps\ntheme: {{name: mkdocs}}\n{settings}", encoding="utf-8")
    return [str(problem).replace(":1:1:", ":") for problem in unpublishable(load_config(str(file)))]


def test_links_that_lead_out_are_told_and_those_within_are_not(docs):
    (docs / "same.md").symlink_to("lessons/scale.md")
    (docs / "same").symlink_to("lessons")
    assert told(docs) == []
    (docs / "environment.txt").symlink_to(os.devnull)
    (docs / "lessons/page.md").symlink_to(docs.parent / "outside/page.md")
    (docs / "lessons/more").symlink_to("../../outside")
    (docs / "around.md").symlink_to("lessons/page.md")
    assert told(docs) == [
        f"docs/around.md: {LEADS_OUT}", f"docs/environment.txt: {LEADS_OUT}", f"docs/lessons/more: {LEADS_OUT}",
        f"docs/lessons/page.md: {LEADS_OUT}", f"docs/same/more: {LEADS_OUT}", f"docs/same/page.md: {LEADS_OUT}",
    ]  # fmt: skip


def test_a_folder_that_is_itself_a_link_is_where_it_leads(docs):
    docs.rename(docs.parent / "elsewhere")
    docs.symlink_to("elsewhere")
    assert told(docs) == []


def test_links_that_lead_nowhere_or_in_circles_are_told(docs):
    (docs / "gone.png").symlink_to("nowhere.png")
    (docs / "itself.md").symlink_to("itself.md")
    (docs / "again").symlink_to(".")
    (docs / "other").mkdir()
    (docs / "other/lessons").symlink_to("../lessons")
    (docs / "lessons/other").symlink_to("../other")
    circle = "must not lead to a folder that it lies in"
    assert told(docs) == [
        f"docs/again: {circle}", f"docs/gone.png: {LOST}", "docs/itself.md: must not lead to itself",
        f"docs/lessons/other/lessons: {circle}", f"docs/other/lessons/other: {circle}",
    ]  # fmt: skip


def test_what_is_no_file_is_told_and_nobody_waits_for_it(docs, monkeypatch):
    os.mkfifo(docs / "lessons/pipe.md")
    monkeypatch.chdir(docs)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        assert told(docs) == [
            f"docs/lessons/pipe.md: {NO_FILE}",
            f"docs/socket.txt: {NO_FILE}",
        ]


def test_a_name_that_is_no_text_is_told(docs):
    try:
        Path(os.fsdecode(os.fsencode(docs) + b"/z\xff.png")).touch()
    except OSError:
        pytest.skip("this disk takes no name that is not UTF-8, so no author of a course on it can meet one")
    assert told(docs) == ["docs/z?.png: must have a name in UTF-8"]


def test_what_is_not_published_may_be_anything(docs):
    for name in (".#scale.md", ".cache/page.md", "drafts/page.md"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).symlink_to("somebody@a-host.1" if "#" in name else docs.parent / "outside/page.md")
    assert told(docs) == [f"docs/drafts/page.md: {LEADS_OUT}"]
    assert told(docs, "exclude_docs: 'drafts/'\n") == []
    assert told(docs, "exclude_docs: |\n  drafts/\n  !.cache/page.md\n") == [f"docs/.cache/page.md: {LEADS_OUT}"]
