"""The files of this course: read without a problem, as their schemas promise an editor, and ready to be measured."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from course_files import COUNTS

from bench import programs
from building import FIXTURE, PROJECT, read_yaml
from making import settings_of

QUIZ = f"quizzes/{COUNTS['example']}.yml"
SCHEMAS = {
    "quizzes/*.yml": "quiz", "readings/*.yml": "reading", "figures/*.yml": "figure", "claims/*.yml": "claim",
    "glossary.yml": "glossary", "help.yml": "help",
}  # fmt: skip
FILES = [(file, name) for pattern, name in SCHEMAS.items() for file in sorted(PROJECT.glob(pattern))]


class _Loader(yaml.SafeLoader):
    """Reads a date as text, as editors do."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(("file", "name"), FILES, ids=[file.relative_to(PROJECT).as_posix() for file, _ in FILES])
def test_a_file_satisfies_its_schema_and_names_it(file, name):
    text = file.read_text(encoding="utf-8")
    up = "../" if file.parent != PROJECT else ""
    schema = f"hooks/coursework/{name}/{name}.schema.json"
    assert text.startswith(f"# yaml-language-server: $schema={up}{schema}\n")
    # JSON knows only text for the name of a field.
    value = json.loads(json.dumps(yaml.load(text, _Loader)))  # noqa: S506
    known = json.loads((PROJECT / schema).read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(known).iter_errors(value)] == []


def test_its_markdown_is_that_with_which_the_engine_is_tested():
    here, there = settings_of(PROJECT), settings_of(FIXTURE)
    for name in ("markdown_extensions", "validation", "plugins", "use_directory_urls"):
        assert here[name] == there[name], name


@pytest.mark.parametrize("file", sorted((PROJECT / "quizzes").glob("*.yml")), ids=lambda file: file.stem)
def test_every_question_cites_or_is_reread_and_serves_an_objective(file):
    quiz = read_yaml(file)
    # An opinion has no answer that a source could give or an objective ask for.
    for question in (question for question in quiz["questions"] if question["type"] != "opinion"):
        assert question.get("objective"), question["id"]
        assert question.get("cite") or question.get("reread"), question["id"]


def test_a_copy_of_this_course_has_what_a_build_needs_and_can_be_changed(tmp_path):
    programs.copy_this_course(tmp_path, [])
    for name in ("mkdocs.yml", "hooks/mkdocs_entry.py", QUIZ, "readings/references.yml"):
        assert (tmp_path / name).is_file()
    assert not (tmp_path / ".git").exists()
    said = programs.THIS_COURSE.edit(tmp_path, 1)
    assert said in (tmp_path / QUIZ).read_text(encoding="utf-8")
    assert said not in (programs.ROOT / QUIZ).read_text(encoding="utf-8")


def test_no_title_and_no_label_of_a_figure_has_a_straight_apostrophe():
    # They are shown as they are written; texts of Markdown get their signs by themselves.
    figures = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (PROJECT / "figures").glob("*.yml")]
    shown = [figure["title"] for figure in figures] + [row.get("label", "") for each in figures for row in each["rows"]]
    assert len(shown) > 100
    assert [text for text in shown if "'" in text or '"' in text] == []
