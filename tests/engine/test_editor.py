"""What authors see in an editor with the YAML language server: red is what a build refuses for its form, no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import building
import coursework
from coursework.course.content import read_content
from coursework.source import values as source
from coursework.text.stance import read_stances
from language_server import editor
from making import settings_of

EXAMPLE = building.PROJECT / "hooks/coursework/quiz/example.yml"
FOLDERS = ("quizzes", "readings", "figures", "claims")
FILES = [
    file.relative_to(building.FIXTURE).as_posix()
    for pattern in ("*.yml", "*/*.yml") for file in sorted(building.FIXTURE.glob(pattern)) if file.stem != "mkdocs"
]  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """The small course, with a copy of the example where CONTRIBUTING says that it goes."""
    copy = building.copy_fixture(tmp_path_factory.mktemp("course"))
    (copy / "quizzes/example.yml").write_bytes(EXAMPLE.read_bytes())
    return copy


@pytest.fixture(scope="module")
def opened(course):
    """`opened(name)` gives what is said of a file of the course, `opened(name, text)` of another text in its place."""
    with editor(course) as client:
        yield lambda name, text=None: client.opened(course / name, text)


class Plain(yaml.SafeDumper):
    """Writes every value without quotes, where YAML can be written so."""

    yaml_implicit_resolvers = {}  # noqa: RUF012

    def ignore_aliases(self, data) -> bool:
        return True


def plain(value):
    """Values that know their place as those that YAML can write."""
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else str(value)


@pytest.mark.parametrize("name", [*FILES, "quizzes/example.yml"])
def test_what_is_read_without_a_problem_is_not_red_however_it_is_quoted(course, opened, name):
    text = (course / name).read_text(encoding="utf-8")
    value, problems = source.parse(text, name)
    assert problems == []
    head = re.match("#.*\n", text)[0]
    rewritten = {"sort_keys": False, "allow_unicode": True, "width": 1000}
    for form in (
        text,
        head + yaml.dump(plain(value), Dumper=yaml.SafeDumper, default_style='"', **rewritten),
        head + yaml.dump(plain(value), Dumper=Plain, **rewritten),
    ):
        assert source.parse(form, name)[0] == value
        assert opened(name, form) == []


# A file, what is changed in it, and what to.
MISTAKES = [
    ("quizzes/example.yml", "type: single-choice", "type: singel-choice"),
    ("quizzes/example.yml", "level: recall", "level: remember"),
    ("quizzes/example.yml", "id: contour-lines", "id: Contour lines"),
    ("quizzes/example.yml", "hint: Think", "hnt: Think"),
    ("quizzes/example.yml", "answer: false", "answer: yes"),
    ("quizzes/example.yml", '      "true": It is', "      ture: It is"),
    ("quizzes/example.yml", "    explanation: North", "    remark: North"),
    ("quizzes/example.yml", "prompt: ", "prompt: [a] # "),
    ("quizzes/example.yml", "correct: true", "correct: 1"),
    ("quizzes/example.yml", "objectives:\n", "objectivs:\n"),
    ("quizzes/scale.yml", "figures: 2", "figures: two"),
    ("readings/scale.yml", "reference: ", "refernce: "),
    ("readings/references.yml", "type: book", "type: bok"),
    ("readings/references.yml", "access: paywalled", "access: pay"),
    ("figures/coasts.yml", "kind: ", "kind: x"),
    ("claims/projections.yml", "confirmed: false", "confirmed: no"),
    ("claims/scale.yml", "sentence: ", "sentense: "),
    ("glossary.yml", "definition: ", "defintion: "),
    ("help.yml", "read-at: operator", "read-at: nowhere"),
    ("help.yml", "hours: ", "hour: "),
]


@pytest.mark.parametrize(("name", "old", "new"), MISTAKES)
def test_a_mistake_of_form_is_red_where_the_build_tells_it(course, opened, name, old, new):
    sound = (course / name).read_text(encoding="utf-8")
    assert old in sound
    broken = sound.replace(old, new, 1)
    line = broken[: broken.index(new)].count("\n") + 1
    setting = settings_of(course)["extra"]["course"]
    stances = read_stances(setting["stances"])
    project = coursework.Project(course, {}, "maps", stances=stances, topics=setting["topics"])
    (course / name).write_text(broken, encoding="utf-8")
    try:
        problems = read_content(project).problems
    finally:
        (course / name).write_text(sound, encoding="utf-8")
    assert {problem.path for problem in problems} == {name}
    assert line in {int(each.split(":")[0]) for each in opened(name, broken)}


def test_the_example_says_what_is_to_be_edited_where_its_schema_is_not_found(opened):
    text = EXAMPLE.read_text(encoding="utf-8")
    [line] = opened("quizzes/unit1/example.yml", text)
    assert "Unable to load schema" in line
    assert re.search(r"# The line above is right for a file in quizzes/.*hooks/coursework/quiz/quiz.schema.json", text)
