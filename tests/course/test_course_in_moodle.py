"""The whole course as Moodle would have it."""

from __future__ import annotations

from building import PROJECT, read_yaml
from coursework_mkdocs.exporting import export
from moodle_import import imported


def test_moodle_takes_every_question_but_opinions(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/c/")
    export(PROJECT / "mkdocs.yml", ["moodle"], [], tmp_path, str)
    quizzes = {file.stem: read_yaml(file) for file in (PROJECT / "quizzes").glob("*.yml")}
    questions = {f"{id}/{each['id']}": each["type"] for id, quiz in quizzes.items() for each in quiz["questions"]}
    files = sorted(tmp_path.iterdir())
    assert len(files) == len(quizzes) + 1
    banks = [imported(file.read_bytes(), before_5_1) for file in files for before_5_1 in (False, True)]
    whole = max(banks, key=len)
    found = {question.name for question in whole if question.type != "description"}
    assert found == {name for name, type in questions.items() if type != "opinion"}
    assert all(question.idnumber == question.name for question in whole)
    # Each version of Moodle finds them in the file of the course and in that of their quiz.
    assert sum(map(len, banks)) == 4 * len(whole)
