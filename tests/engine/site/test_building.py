"""Building: the same bytes everywhere, and nothing left behind that matters."""

from __future__ import annotations

import importlib
import json
import subprocess
from hashlib import sha256
from pathlib import Path

from building import FIXTURE, PROJECT, build_well, read_yaml


def tree(site: Path) -> dict[str, str]:
    """The hash of every file by its path."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}


def different(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def test_another_folder_and_no_cache_a_sound_and_a_ruined_one_give_the_same_bytes(site, copy, tmp_path):
    assert not (copy / ".cache").exists()
    build_well(copy, tmp_path / "first", "--strict")
    build_well(copy, tmp_path / "again", "--strict")
    kept = [file for file in (copy / ".cache").rglob("*") if file.is_file()]
    assert {file.suffix for file in kept} >= {".json", ".cache"}, "citations and compiled templates"
    for file in kept:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    build_well(copy, tmp_path / "second", "--strict")
    assert [different(tree(site), tree(tmp_path / name)) for name in ("first", "again", "second")] == [[], [], []]


def test_the_page_of_a_quiz_is_made_right_after_its_lesson(site):
    """Of questions that are at hand; the search index has the pages in the order in which they were made."""
    found = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    pages = list(dict.fromkeys(doc["location"].partition("#")[0] for doc in found))
    quizzes = [read_yaml(file) | {"id": file.stem} for file in (FIXTURE / "quizzes").glob("*.yml")]
    lessons = {f"quizzes/{quiz['id']}/": quiz["lesson"].replace(".md", "/") for quiz in quizzes if "lesson" in quiz}
    assert len(lessons) == 4
    assert {page: pages[pages.index(page) - 1] for page in lessons} == lessons


def test_git_ignores_the_cache():
    asked = ["git", "check-ignore", "--quiet", ".cache/coursework/citations/one.json"]
    assert subprocess.run(asked, cwd=PROJECT, check=False).returncode == 0


def test_the_hook_hands_on_every_event_that_there_is():
    def events_of(module: str) -> set[str]:
        return {name for name in vars(importlib.import_module(module)) if name.startswith("on_")}

    modules = (f"coursework_mkdocs.{file.stem}" for file in (PROJECT / "hooks/coursework_mkdocs").glob("[a-z]*.py"))
    there = set().union(*map(events_of, modules))
    assert events_of("mkdocs_entry") == there and len(there) > 10


def test_the_packages_of_npm_are_pinned_by_hash_and_name_no_registry():
    text = (PROJECT / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert packages
    for package in packages.values():
        package.pop("funding", None)  # where its makers ask for money
    assert "://" not in json.dumps(packages)
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
