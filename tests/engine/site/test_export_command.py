"""`coursework export`: the same files as in the site, without the site; and what it says where there can be none."""

from __future__ import annotations

import subprocess

import pytest
from click.testing import CliRunner

import building
from coursework_mkdocs.cli import main


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return building.copy_fixture(tmp_path_factory.mktemp("export") / "project")


def run(project, monkeypatch, *options, address=building.ADDRESS, date="1700000000"):
    monkeypatch.setenv("SITE_URL", address)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
    return CliRunner().invoke(main, ["export", str(project), *options])


def test_a_quiz_and_the_course_are_written_and_named(project, monkeypatch, tmp_path):
    done = run(project, monkeypatch, "--to", str(tmp_path))
    assert done.exit_code == 0, done.output
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == sorted(
        ["reading-maps-gift.txt", *(f"{file.stem}-gift.txt" for file in project.glob("quizzes/*.yml"))]
    )
    assert len(done.output.splitlines()) == len(names)
    assert "something is lost of" in done.output


def test_one_quiz_in_one_format_is_written_alone(project, monkeypatch, tmp_path):
    named = ["--quiz", "scale", "--quiz", "scale", "--format", "gift"]
    done = run(project, monkeypatch, *named, "--to", str(tmp_path / "new"))
    assert done.exit_code == 0, done.output
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["scale-gift.txt"]
    [line] = done.output.splitlines()
    assert line.startswith(f"{tmp_path / 'new' / 'scale-gift.txt'}: something is lost of ")
    assert line.endswith(": that the order of the choices has a meaning, the number of significant figures")


def test_what_no_commit_holds_is_said_to_have_the_date_of_the_last_one(monkeypatch, tmp_path):
    project = building.copy_fixture(tmp_path / "project")
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "--message=Maps"]):
        subprocess.run(["git", *command], cwd=project, check=True)

    def told() -> bool:
        done = run(project, monkeypatch, "--quiz", "scale", "--to", str(tmp_path / "out"), date="")
        assert done.exit_code == 0, done.output
        return "There are changes that no commit holds" in done.output

    (project / ".gitignore").write_text(".cache\n", encoding="utf-8")
    assert told()
    for command in (["add", "."], [*who, "commit", "-q", "--message=Leave the cache out"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    assert not told()


@pytest.mark.parametrize(
    ("options", "address", "told"),
    [
        (["--quiz", "scael"], building.ADDRESS, "There is no quiz 'scael'. Did you mean 'scale'? There are: "),
        (["--quiz", "nothing"], building.ADDRESS, "There is no quiz 'nothing'. There are: "),
        (["--format", "gitf"], building.ADDRESS, "There is no format 'gitf'. Did you mean 'gift'? There are: "),
        ([], "http://127.0.0.1:8000/", "Links in what goes out lead to the site, so its address must be known"),
    ],
)
def test_what_cannot_be_written_is_told(project, monkeypatch, tmp_path, options, address, told):
    done = run(project, monkeypatch, *options, "--to", str(tmp_path / "none"), address=address)
    assert done.exit_code == 1
    assert told in done.output
    assert not (tmp_path / "none").exists()


def test_a_mistake_in_a_quiz_is_told_with_its_place(monkeypatch, tmp_path):
    project = building.copy_fixture(tmp_path / "project")
    quiz = project / "quizzes/scale.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("type: true-false", "type: true-flase", 1), "utf-8")
    done = run(project, monkeypatch, "--to", str(tmp_path / "none"))
    assert done.exit_code == 1
    assert "quizzes/scale.yml:" in done.output and "true-flase" in done.output
    assert not (tmp_path / "none").exists()
