"""`coursework new` writes a course that builds strictly without a word of advice, and files that explain themselves."""

from __future__ import annotations

import html
import json
import re
import tomllib
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

import building
from coursework.quiz.exports import FORMATS
from coursework.quiz.model import TYPES
from coursework_mkdocs import origin
from coursework_mkdocs.cli import main
from installing import build, coursework
from test_architecture import words_of_the_subject

COURSE = building.PROJECT / "hooks/coursework_mkdocs/new/course"
PINNED = re.compile(r"uses: (\S+@[0-9a-f]{40} # v[\d.]+)")


@pytest.fixture(scope="module")
def started(package, tmp_path_factory) -> Path:
    """A new course in an empty folder."""
    folder = tmp_path_factory.mktemp("new")
    result = coursework(package, folder, "new", "My maps", "--title", 'The "art": of maps')
    assert result.returncode == 0, result.stdout
    assert "mkdocs serve" in result.stdout
    return folder / "My maps"


def build_well(package: Path, project: Path, site: Path, **changes: str) -> str:
    """Build strictly, and fail the test with what was printed where there is as much as advice; else give that."""
    result = build(package, project, site, "--strict", **changes)
    assert result.returncode == 0, result.stdout
    assert not re.search("WARNING|ERROR|Advice|Traceback", result.stdout), result.stdout
    return result.stdout


def run(*arguments: object) -> tuple[int, str]:
    """What the command gives and prints, where it needs nothing that is installed."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def schema_faults(file: Path) -> list[str]:
    """What the schema that a file names at its head says of it."""
    text = file.read_text(encoding="utf-8")
    address = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)[1]
    schema = json.loads((file.parent / address).read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(yaml.safe_load(text))]


def test_a_new_course_builds_strictly_without_advice_and_shows_every_type_of_question(started, package, tmp_path):
    # As its author builds it, who has no address yet, after a check.
    assert coursework(package, started, "check", SITE_URL="", EDIT_URI="").stdout.startswith("Nothing to mend. ")
    printed = build_well(package, started, tmp_path / "site", SITE_URL="", EDIT_URI="")
    assert (
        "mkdocs.yml:17:18: plugins, coursework, downloads: gives no files while the site has no address, to which it "
        "would lead: say it as `site_url`"
    ) in printed
    assert not [*(tmp_path / "site").rglob("*.apkg"), *(tmp_path / "site").rglob("*-moodle.xml")]
    text = {file: file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.html")}
    lessons = "".join(
        text[tmp_path / "site" / name / "index.html"] for name in ("lessons/scale", "lessons/projections")
    )
    start = text[tmp_path / "site/index.html"]
    assert set(re.findall(r'data-type="([\w-]+)"', lessons + start)) == set(TYPES)
    for part in ('class="citation', "claim-mark", "<math", "highlight", "quiz-guess", 'class="objectives"', "<svg"):
        assert part in lessons, part
    assert 'The "art": of maps' in html.unescape(re.search("<title>(.*?)</title>", start)[1])
    assert {name: words for name, page in text.items() if (words := words_of_the_subject(page))} == {}


def test_a_new_course_is_named_after_its_folder_and_an_editor_knows_its_files(started):
    settings = (started / "mkdocs.yml").read_text(encoding="utf-8")
    assert "      id: my-maps " in settings and 'site_name: "The \\"art\\": of maps"' in settings
    assert len(settings.splitlines()) <= 30
    files = [file for file in started.rglob("*.yml") if not {".github", ".cache"} & {*file.parts}]
    files.remove(started / "mkdocs.yml")
    assert len(files) > 8
    assert {file.name: faults for file in files if (faults := schema_faults(file))} == {}
    hidden = sorted(file.name for file in started.glob(".*") if file.name != ".cache")
    assert hidden == [".github", ".gitignore"]


def test_the_command_writes_the_very_files_of_the_site_though_it_builds_none(started, package, tmp_path):
    """With the extensions of Markdown, the words and the marks of quotation that a course does not name itself."""
    address = "https://example.org/a/b/"
    build_well(package, started, tmp_path / "site", SITE_URL=address, EDIT_URI="")
    done = coursework(package, started, "export", "--to", str(tmp_path / "out"), SITE_URL=address)
    assert done.returncode == 0, done.stdout
    for made in (out := [*(tmp_path / "out").iterdir()]):
        [there] = (tmp_path / "site/quizzes").rglob(made.name)
        assert made.read_bytes() == there.read_bytes(), made.name
    assert {file.name for file in out} >= {"scale-moodle.xml", "my-maps.apkg"}


# Signs that mean something in Markdown, in YAML and in HTML.
HARD = 'C*-algebras: "a" & <b> $5, $10 [x] @home {a} #1_2_ ^x^ ~y~ ==z== &amp; \\ end #'


def test_an_empty_course_is_the_authors_own_and_builds_strictly_without_advice(package, tmp_path):
    result = coursework(package, tmp_path, "new", "rivers", "--empty", "--title", HARD)
    assert result.stdout.startswith("rivers holds a course of one lesson and one quiz, to be replaced.\n"), (
        result.stdout
    )
    course = tmp_path / "rivers"
    assert coursework(package, course, "check").stdout.startswith("Nothing to mend. ")
    build_well(package, course, tmp_path / "site", SITE_URL="https://example.org/a/b/", EDIT_URI="")
    pages = {file: file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.html")}
    start = pages[tmp_path / "site/index.html"]
    for element in ("title", "h1"):
        shown = html.unescape(re.sub("<a .*", "", re.search(f"<{element}.*?>(.*?)</{element}>", start)[1]))
        assert shown.replace("“a”", '"a"') == HARD
    lesson = pages[tmp_path / "site/lessons/first-lesson/index.html"]
    for part in ('class="citation', 'data-type="single-choice"', 'data-type="short-answer"', 'class="objectives"'):
        assert part in lesson, part
    assert re.search('<a href="./readings/"[^>]*>\\s*Reading lists', start), "also where it is not first in its section"
    assert (tmp_path / "site/readings/start-here.bib").exists() and (tmp_path / "site/glossary/index.html").exists()
    written = {
        file: file.read_text(encoding="utf-8")
        for folder in ("docs", "quizzes")
        for file in course.rglob(f"{folder}/**/*.*")
    }
    assert [file for file, text in {**pages, **written}.items() if re.search(r"(?i)\bmaps?\b", text)] == []
    assert {name: words for name, page in pages.items() if (words := words_of_the_subject(page))} == {}
    files = [*course.glob("*/*.yml"), course / "glossary.yml"]
    assert {file.name: faults for file in files if (faults := schema_faults(file))} == {}
    assert "\n      id: rivers " in (course / "mkdocs.yml").read_text(encoding="utf-8")
    assert (course / "README.md").read_text(encoding="utf-8").startswith(f"# {HARD}\n")
    assert {file.name for file in course.glob(".*")} == {".github", ".gitignore", ".cache"}


def test_the_lesson_of_an_empty_course_is_called_as_its_author_says(package, tmp_path):
    assert run("new", tmp_path / "rivers", "--empty", "--lesson", "high-water")[0] == 0
    files = [path for path in (tmp_path / "rivers").rglob("*") if path.suffix in (".md", ".yml")]
    assert {"docs/lessons/high-water.md", "quizzes/high-water.yml"} <= {
        path.relative_to(tmp_path / "rivers").as_posix() for path in files
    }
    assert [path.name for path in files if re.search("(?i)first.lesson", path.read_text(encoding="utf-8"))] == []
    assert "# High water\n" in (tmp_path / "rivers/docs/lessons/high-water.md").read_text(encoding="utf-8")
    build_well(package, tmp_path / "rivers", tmp_path / "site")


def test_the_readme_of_an_empty_course_names_what_is_there(tmp_path):
    assert run("new", tmp_path / "rivers", "--empty")[0] == 0
    readme = (tmp_path / "rivers/README.md").read_text(encoding="utf-8")
    named = {
        name for name in re.findall(r"`([\w./-]+)`", readme) if "/" in name and not name.startswith((".venv", "site/"))
    }
    assert len(named) > 5
    assert [name for name in named if not (tmp_path / "rivers" / name).exists()] == ["docs/guide.md"]
    assert (COURSE / "docs/guide.md").exists()


def test_the_workflow_of_a_new_course_uses_what_that_of_the_project_does(started):
    text = (started / ".github/workflows/site.yml").read_text(encoding="utf-8")
    own = (building.PROJECT / ".github/workflows/site.yml").read_text(encoding="utf-8")
    assert set(PINNED.findall(text)) == set(PINNED.findall(own))
    assert text.count("uses: ") == len(PINNED.findall(text))
    jobs = yaml.safe_load(text)["jobs"]
    steps = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert steps == [
        "python -m pip install -r requirements.txt", "coursework check", "mkdocs build --strict --site-dir site",
    ]  # fmt: skip
    assert jobs["deploy"]["needs"] == "build"


def test_a_quiz_and_a_lesson_are_written_so_that_they_build(started, package, tmp_path):
    wanted = coursework(package, started, "new", "--lesson", "rivers-and-lakes", "--quiz", "rivers-and-lakes")
    assert wanted.stdout.splitlines() == [
        "docs/lessons/rivers-and-lakes.md is written. Name it in `nav` of mkdocs.yml: `- lessons/rivers-and-lakes.md`",
        "quizzes/rivers-and-lakes.yml is written. The lesson shows it; in `nav` of mkdocs.yml its page is "
        "`- quizzes/rivers-and-lakes.md`, if `- quizzes/` is not there.",
    ]
    assert run("new", started, "--quiz", "alone") == (
        0,
        "quizzes/alone.yml is written. Show it in a lesson by a block ```quiz with the line alone; in `nav` of "
        "mkdocs.yml its page is `- quizzes/alone.md`, if `- quizzes/` is not there.\n",
    )
    for name in ("rivers-and-lakes", "alone"):
        assert schema_faults(started / f"quizzes/{name}.yml") == []
    quiz = (started / "quizzes/rivers-and-lakes.yml").read_text(encoding="utf-8")
    assert "\ntitle: Rivers and lakes\n" in quiz and "\nlesson: lessons/rivers-and-lakes.md\n" in quiz
    settings = (started / "mkdocs.yml").read_text(encoding="utf-8")
    line = "      - lessons/projections.md\n"
    settings = settings.replace(line, f"{line}      - lessons/rivers-and-lakes.md\n")
    # As the guide says.
    settings = settings.replace("      downloads:", "      embed: true\n      downloads:")
    (started / "mkdocs.yml").write_text(settings, "utf-8")
    build_well(package, started, tmp_path / "site")
    pages = {
        file.parent.name: file.read_text(encoding="utf-8") for file in (tmp_path / "site").glob("quizzes/*/index.html")
    }
    asked = {question for page in pages.values() for question in re.findall(r'data-question="([^"]+)"', page)}
    for name in ("moodle", "canvas", "anki"):
        of_course = (tmp_path / f"site/quizzes/my-maps{FORMATS[name].ending}").read_bytes()
        goes_out = {address for address in FORMATS[name].read(of_course) if "/" in address}
        # An opinion has no place in some.
        assert asked - {"views/measured-or-chosen"} <= goes_out <= asked, name
        assert all(f'href="{quiz}{FORMATS[name].ending}"' in pages[quiz] for quiz in pages)
    assert '<iframe src="' in html.unescape((tmp_path / "site/embed/index.html").read_text(encoding="utf-8"))
    built = (tmp_path / "site/lessons/rivers-and-lakes/index.html").read_text(encoding="utf-8")
    assert built.count("<quiz-question ") == 2, "the lesson shows the quiz that came with it"
    for arguments, file in (
        (("--quiz", "alone"), "quizzes/alone.yml"),
        (("--lesson", "scale"), "docs/lessons/scale.md"),
    ):
        before = (started / file).read_bytes()
        code, printed = run("new", started, *arguments)
        assert code == 1 and printed.startswith(f"Error: {file} is there already: choose another name"), printed
        assert (started / file).read_bytes() == before


def test_a_quiz_in_a_clone_names_the_schema_of_the_engine(copy):
    assert run("new", copy, "--quiz", "rivers")[0] == 0
    assert schema_faults(copy / "quizzes/rivers.yml") == []
    assert not (copy / "schemas").exists()


def test_a_lesson_goes_where_the_pages_of_the_site_are(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Maps\ndocs_dir: content\n", encoding="utf-8")
    code, printed = run("new", tmp_path, "--lesson", "rivers", "--quiz", "rivers")
    assert code == 0 and printed.startswith("content/lessons/rivers.md is written. "), printed
    assert "# Rivers\n" in (tmp_path / "content/lessons/rivers.md").read_text(encoding="utf-8")
    assert "\nlesson: lessons/rivers.md\n" in (tmp_path / "quizzes/rivers.yml").read_text(encoding="utf-8")


def test_what_is_there_is_never_changed(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.md").touch()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/mkdocs.yml").touch()
    (tmp_path / "file").touch()
    for arguments, words in (
        (["new"], "Name the folder of the course: coursework new FOLDER"),
        (["new", tmp_path / "full"], "is not empty, it has notes.md: name an empty folder, or one"),
        (["new", tmp_path / "site"], "site holds a site already: name another folder, or add to that site"),
        (["new", tmp_path / "file"], "is a file: name a folder that is empty, or that is not there yet."),
        (["new", tmp_path / "full", "--quiz", "rivers"], "There is no mkdocs.yml in"),
        (["new", tmp_path, "--quiz", "rivers", "--title", "Rivers"], "--title is for a course"),
        (["new", tmp_path, "--quiz", "rivers", "--empty"], "--empty is for a course: name its folder"),
    ):
        code, printed = run(*arguments)
        assert code and words in printed and "Traceback" not in printed, printed
    (tmp_path / "mkdocs.yml").touch()
    for name in ("Rivers", "a/b", "", "1"):
        code, printed = run("new", tmp_path, "--lesson", name)
        assert code == 1 and "Error: A name must be small letters, digits and single hyphens" in printed, printed
    for name, meant in (("Clove hitch", "clove-hitch"), ("bowline.md", "bowline"), ("1", "")):
        printed = run("new", tmp_path, "--lesson", name)[1]
        assert printed.endswith(f"an address. Did you mean '{meant}'?\n" if meant else "an address.\n"), printed
    left = ["file", "full", "full/notes.md", "mkdocs.yml", "site", "site/mkdocs.yml"]
    assert sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*")) == left


def test_a_folder_with_only_a_history_and_packages_may_hold_a_course(tmp_path):
    """As a repository that was made empty, and an environment that was made first; its name has no letter for an id."""
    folder = tmp_path / "地図"
    (folder / ".git").mkdir(parents=True)
    (folder / ".venv").mkdir()
    code, printed = run("new", folder)
    assert code == 0 and "give it an `id` in mkdocs.yml, now `course`" in printed
    assert '\nsite_name: "地図"\n' in "\n" + (folder / "mkdocs.yml").read_text(encoding="utf-8")


REPOSITORY = {
    "url": "https://example.org/a/b.git",
    "vcs_info": {"vcs": "git", "commit_id": "f00", "requested_revision": "x"},
}
WHEEL = "mkdocs_coursework-1.2.3-py3-none-any.whl"


@pytest.mark.parametrize(
    ("recorded", "line"),
    [
        (None, "mkdocs-coursework==1.2.3"),
        (REPOSITORY, "mkdocs-coursework @ git+https://example.org/a/b.git@f00"),
        (
            {"url": f"https://example.org/{WHEEL}", "archive_info": {}},
            f"mkdocs-coursework @ https://example.org/{WHEEL}",
        ),
        ({"url": f"file:///home/ada/{WHEEL}", "archive_info": {}}, ""),
        ({**REPOSITORY, "url": "file:///home/ada/b"}, ""),
    ],
)
def test_the_requirements_say_where_the_generator_came_from(monkeypatch, recorded, line):
    text = json.dumps(recorded) if recorded else None
    installed = SimpleNamespace(version="1.2.3", read_text=lambda name: {"direct_url.json": text}[name])
    monkeypatch.setattr(metadata, "distribution", lambda name: {"mkdocs-coursework": installed}[name])
    requirements, is_complete = origin.requirements()
    lines = [each for each in requirements.splitlines() if not each.startswith("#")]
    assert (lines, is_complete) == ([line] if line else [], bool(line))
    if not line:
        assert "ada" not in requirements and f"#   ./{WHEEL}" in requirements


def test_help_and_version_say_in_words_what_there_is(package, tmp_path):
    project = tomllib.loads((building.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert coursework(package, tmp_path, "--version").stdout == f"{project['name']} {project['version']}\n"
    for arguments in ([], ["new"], ["check"]):
        printed = run(*arguments, "--help")[1]
        assert printed.startswith("Usage: ") and "..." not in printed.partition("Commands:")[2], printed
