"""This course's own files in an editor with the YAML language server."""

from building import PROJECT
from language_server import editor


def test_no_file_of_the_course_is_red():
    files = [
        file for pattern in ("glossary.yml", "help.yml", "quizzes/*", "readings/*", "figures/*", "claims/*")
        for file in sorted(PROJECT.glob(pattern))
    ]  # fmt: skip
    assert len(files) > 40
    with editor(PROJECT) as client:
        said = client.all_opened(files)
    assert {file: lines for file, lines in said.items() if lines} == {}
    assert len(said) == len(files)
