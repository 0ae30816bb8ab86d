"""What the tests in a browser share: the small course about maps, with questions of each type added, served."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path

import pytest

import browsing
import building
from coursework.figure.explore import READERS

TRIAL = Path(__file__).parent / "trial"


def kind_of(figure: Path) -> str:
    """What kind of figure is in a file."""
    [kind] = re.findall(r"^kind: (\S+)", figure.read_text(encoding="utf-8"), re.MULTILINE)
    return kind


def silence() -> bytes:
    """A second of it, as a file."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8)
    return b"RIFF" + struct.pack("<I", 8036) + b"WAVE" + form + b"data" + struct.pack("<I", 8000) + b"\x80" * 8000


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """The address of the small course with a quiz of each type of question, on `trial/` and `quizzes/trial/`.

    `trial-lesson/` asks before the text and after it; `lessons/parted/` has parts; `media/` has a sound, a
    picture and a frame, `guess/` figures to be guessed, `twice/` each figure that readers work on, two times.
    """

    def make(site: Path) -> None:
        copy = building.copy_fixture(tmp_path_factory.mktemp("trial"))
        shutil.copyfile(TRIAL / "quiz.yml", copy / "quizzes/trial.yml")
        shutil.copyfile(TRIAL / "twice.yml", copy / "quizzes/twice.yml")
        shutil.copyfile(TRIAL / "page.md", copy / "docs/trial.md")
        shutil.copyfile(TRIAL / "lesson.md", copy / "docs/trial-lesson.md")
        shutil.copyfile(TRIAL / "media.md", copy / "docs/media.md")
        shutil.copyfile(TRIAL / "parted.md", copy / "docs/lessons/parted.md")
        shutil.copyfile(TRIAL / "guess.md", copy / "docs/guess.md")
        for name, file in {"rain": "guess", "areas": "guess-line", "scales": "guess-log"}.items():
            shutil.copyfile(TRIAL / f"{file}.yml", copy / f"figures/{name}-guess.yml")
        worked = [file.stem for file in sorted((copy / "figures").glob("*.yml")) if kind_of(file) in READERS]
        blocks = [f"```figure\n{figure}\n```" for figure in worked]
        (copy / "docs/twice.md").write_text("\n\n".join(["# Twice", *blocks, *blocks]), encoding="utf-8")
        shutil.copytree(TRIAL / "media", copy / "docs/media")
        (copy / "docs/media/silence.wav").write_bytes(silence())
        result = building.build(copy, site)  # not strict: the page is in no navigation
        assert result.returncode == 0, result.stdout

    with browsing.served(building.made_once(tmp_path_factory, "trial", make)) as address:
        yield address


@pytest.fixture(scope="session")
def trial(course):
    """The same, for tests that look at the questions added."""
    return course
