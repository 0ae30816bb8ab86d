"""A course that a release shipped builds strictly with today's generator, and loses no answer and no address."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from building import PROJECT
from upgrading import UPGRADES, broken, built, digest, folder_of, freeze, promised, releases, version

RELEASES = releases((PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"))
FROZEN = sorted(folder.name for folder in UPGRADES.glob("*/"))
# What each folder adds up to, since none may be changed: `"1.0": "…"`, as the test below says it.
DIGESTS = {"1.0": "638a5f44347030c39dedada17229fce72c01ad7fda1f70e48c8447aad8015162"}
_MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def frozen(package, tmp_path_factory) -> Path:
    """The course of a new author, frozen as a release would freeze it."""
    folder = tmp_path_factory.mktemp("frozen") / "today"
    freeze(package, folder)
    return folder


def test_each_release_has_left_its_course_here_and_nobody_has_changed_it(package, request):
    """After a release's section in the changelog is written, `--update-golden` adds the course of that version."""
    folder = folder_of(version())
    if request.config.getoption("--update-golden") and version() in RELEASES and not folder.exists():
        freeze(package, folder)
    found = {folder.name: digest(folder) for folder in UPGRADES.glob("*/")}
    assert set(found) == {folder_of(release).name for release in RELEASES}
    assert found == DIGESTS


def test_every_release_of_a_changelog_is_known_by_its_day():
    text = "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2027-02-03\n\n### Added\n\n## [1.0.0] - 2027-01-02\n"
    assert releases(text) == ["1.1.0", "1.0.0"]
    headings = [line for line in (PROJECT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings == ["## [Unreleased]", *(line for line in headings if releases(line))]


def test_the_folder_of_a_release_has_its_first_two_numbers():
    assert [folder_of(release).name for release in ("1.0.0", "1.0.7", "12.3.4")] == ["1.0", "1.0", "12.3"]


@pytest.mark.parametrize("name", FROZEN)
def test_the_course_of_a_release_keeps_what_it_promised(package, name):
    assert broken(promised(UPGRADES / name), built(package, UPGRADES / name)) == []


def test_a_course_is_frozen_whole_and_small_and_built_again_keeps_all(package, frozen):
    before = promised(frozen)
    assert len(before["addresses"]) > 60 and len(before["answers"]) > 12
    assert "lessons/scale/#coast" in before["addresses"]
    kept = before["answers"]["maps/v1/answer/scale/larger-scale"]
    assert kept == {"version": "true-false 2 1", "parts": ["true", "false", "1", "2", "3"]}, "and how sure one is"
    assert sum(file.stat().st_size for file in frozen.rglob("*") if file.is_file()) < _MOST_BYTES
    assert built(package, frozen) == before


CHANGES = [
    ("mkdocs.yml", "- Guide: [guide.md, ", "- New: new.md\n  - Guide: [guide.md, "),
    ("docs/lessons/scale.md", "{#coast}", "{#coasts}"),
    ("docs/guide.md", "#coast)", "#coasts)"),
    ("quizzes/scale.yml", '"#coast"', '"#coasts"'),
    ("quizzes/scale.yml", "    answer: true\n", "    answer: false\n"),
    ("quizzes/scale.yml", "text: It becomes longer.", "text: It grows."),
]


def test_every_promise_that_is_not_kept_is_told(package, frozen, tmp_path):
    shutil.copytree(frozen, tmp_path / "changed")
    for name, old, new in CHANGES:
        file = tmp_path / "changed/course" / name
        text = file.read_text(encoding="utf-8")
        assert old in text, (name, old)
        file.write_text(text.replace(old, new), encoding="utf-8")
    (tmp_path / "changed/course/docs/new.md").write_text("# New\n", encoding="utf-8")
    now = built(package, tmp_path / "changed")
    lines = [re.sub(r"version is .*", "version is …", line) for line in broken(promised(frozen), now)]
    assert lines == [
        "lessons/scale/#coast is gone",
        "maps/v1/answer/scale/larger-scale begins anew: its version is …",
        "maps/v1/answer/scale/longer-coast begins anew: its version is …",
        "maps/v1/answer/scale/longer-coast has no 'it becomes longer'",
        "maps/v1/guess/scale/longer-coast begins anew: its version is …",
        "maps/v1/guess/scale/longer-coast has no 'it becomes longer'",
        "maps/v1/sitting/final-quiz, scale/larger-scale begins anew: its version is …",
        "maps/v1/sitting/final-quiz, scale/longer-coast begins anew: its version is …",
        "maps/v1/sitting/final-quiz, scale/longer-coast has no 'it becomes longer'",
    ]
    assert digest(tmp_path / "changed") != digest(frozen)


def test_a_question_that_is_gone_and_one_in_another_order_are_told():
    before = {"addresses": [], "answers": {key: {"version": "1", "parts": ["a", "b"]} for key in ("one", "two")}}
    now = {"addresses": ["more/"], "answers": {"two": {"version": "1", "parts": ["b", "new", "a"]}}}
    assert broken(before, now) == ["nothing asks for the answer one", "two shows its parts in another order"]
