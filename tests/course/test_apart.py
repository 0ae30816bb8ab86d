"""The tests of the engine name no file of this course: with another one in its place they hold as well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from building import FIXTURE, PROJECT

FOLDERS = ("docs", "docs/lessons", "quizzes", "readings", "figures", "claims")
TESTS = PROJECT / "tests"
# Data that are frozen, such as what readers of the first course keep, and the small course itself.
KEPT = ("frozen", "golden", "fixture")


def names(root: Path) -> set[str]:
    return {file.stem for folder in FOLDERS for file in (root / folder).glob("*.*")}


OWN = "|".join(sorted(names(PROJECT) - names(FIXTURE)))
# As an address, or as a text of its own that is a file's name or begins with it.
NAMED = re.compile(
    rf"(?:lessons|quizzes|readings|figures|claims|topics|docs)/(?:{OWN})\b|[\"'](?:{OWN})(?:[\"']|/|\.md|\.yml)"
)


def test_no_test_of_the_engine_names_a_file_of_this_course():
    folders = (TESTS.glob("*.py"), (TESTS / "engine").rglob("*"), (TESTS / "browser").rglob("*"))
    files = [
        file for folder in folders for file in folder
        if file.suffix in (".py", ".md", ".yml") and not {*KEPT} & {*file.relative_to(TESTS).parts}
    ]  # fmt: skip
    assert len(files) > 100
    found = {
        f"{file.relative_to(PROJECT)}:{number}": line.strip()
        for file in files for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if NAMED.search(line)
    }  # fmt: skip
    assert found == {}


def test_a_name_would_be_found():
    name = min(names(PROJECT) - names(FIXTURE))
    assert all(map(NAMED.search, (f'visit("quizzes/{name}/key/")', f'"{name}/first"', f'paper("{name}")')))
    assert not NAMED.search(f"what is said of {name} in words")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_small_course_has_files_in_each_folder(folder):
    assert list((FIXTURE / folder).glob("*.*"))
