"""The workflows, this project's and that of a new course: in GitHub's form, each action pinned, each line run.

Nobody can run one here as GitHub does. So what GitHub would refuse is looked for by its schema, and what it would run
is run in an environment with nothing in it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from building import PROJECT, copy_project
from installing import run

# One that is found nowhere has another name for its folder or its ending, and nothing below would look at it.
FILES = sorted(
    PROJECT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*workflows/*.yml", "*workflows/*.yaml"],
        cwd=PROJECT, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=True,
    ).stdout.splitlines()
)  # fmt: skip
OWN = PROJECT / ".github/workflows/site.yml"
STARTER = PROJECT / "hooks/coursework_mkdocs/new/course"
TEXTS = {file.relative_to(PROJECT).as_posix(): file.read_text(encoding="utf-8") for file in FILES}
WORKFLOWS = {name: yaml.safe_load(text) for name, text in TEXTS.items()}
WITH_LINES = [
    (name, job)
    for name, workflow in WORKFLOWS.items()
    for job, content in workflow["jobs"].items()
    if any("run" in step for step in content["steps"])
]
PIN = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+){1,2}")
REFUSED = [
    ("permissions:\n  contents: read", "permissions:\n  contents: reed"),
    ("    runs-on: ubuntu-latest\n", ""),
    ("      - run: make test", "      - runs: make test"),
    ("on:\n  push:\n", "on:\n  pushed:\n"),
    ("timeout-minutes: 30", "timeout-minutes: half an hour"),
    ("    needs: test", "    need: test"),
]
# What GitHub would put in the place of what stands within `${{ }}`.
ADDRESS = "https://owner.github.io/course/"
FILLED = {
    "steps.pages.outputs.base_url": ADDRESS[:-1],
    "steps.pages.outputs.base_url && format('{0}/', steps.pages.outputs.base_url)": ADDRESS,
    "github.server_url": "https://github.com",
    "github.repository": "owner/course",
    "github.ref_name": "main",
    "vars.COURSE_AUTHOR": "",
    "vars.COURSE_CONTACT": "",
    "vars.COURSE_CORRECTIONS": "",
}


def faults_of_form(schema: str, *files: Path) -> str:
    """What a schema of GitHub's, as `check-jsonschema` brings it, says of files; nothing where all is well."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout if done.returncode else ""


def unpinned(text: str) -> list[str]:
    """The actions of a workflow that another commit could take the place of, or whose version nobody can read."""
    return [action for action in re.findall(r"\buses: *(.*)", text) if not PIN.fullmatch(action)]


def misled(workflow: dict) -> Iterator[str]:
    """Jobs and steps that are named and are not there, or not yet when they are asked for."""
    jobs = workflow["jobs"]
    for name, job in jobs.items():
        needs = job.get("needs", [])
        yield from (f"{name}: {need}" for need in ([needs] if isinstance(needs, str) else needs) if need not in jobs)
        done: set[str] = set()
        for step in job["steps"]:
            yield from (f"{name}: {id}" for id in re.findall(r"\bsteps\.([\w-]+)", str(step)) if id not in done)
            done.add(step.get("id", ""))
        yield from (
            f"{name}: {id}" for id in re.findall(r"\bsteps\.([\w-]+)", str(job.get("environment"))) if id not in done
        )


def lines_of(job: dict) -> list[str]:
    """The lines that a job runs, one after another."""
    return [line.strip() for step in job["steps"] for line in step.get("run", "").splitlines() if line.strip()]


def unexplained(line: str, targets: set[str], programs: set[str], guides: str) -> str:
    """What is wrong with the command of a line: that there is none of its name, or that nobody is told of it."""
    words = line.removeprefix("python -m ").split()
    if words[0] == "make" and words[1] not in targets:
        return f"{line}: the Makefile has no target of this name"
    if words[0] not in programs:
        return f"{line}: nothing that is installed brings this program"
    return "" if " ".join(words[:2]) in guides else f"{line}: no README tells of it"


def filled(value: object) -> str:
    """A value of `env` as GitHub would fill it in."""
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: FILLED[found[1]], str(value))


def test_the_workflows_of_the_project_and_of_a_new_course_are_found():
    assert OWN in FILES and any(file.is_relative_to(STARTER) for file in FILES)


def test_each_workflow_is_of_the_form_that_github_asks_for():
    assert faults_of_form("vendor.github-workflows", *FILES) == ""
    assert faults_of_form("vendor.dependabot", PROJECT / ".github/dependabot.yml") == ""


def test_what_github_would_refuse_is_found(tmp_path):
    text = OWN.read_text(encoding="utf-8")
    for number, (right, wrong) in enumerate(REFUSED):
        assert right in text
        (tmp_path / f"{number}.yml").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    told = faults_of_form("vendor.github-workflows", *tmp_path.glob("*.yml"))
    assert {int(number) for number in re.findall(r"(\d+)\.yml::", told)} == set(range(len(REFUSED)))


def test_each_action_is_a_full_commit_with_its_version_and_the_same_in_every_workflow():
    assert {name: actions for name, text in TEXTS.items() if (actions := unpinned(text))} == {}
    pins = {pin for text in TEXTS.values() for pin in PIN.findall(text)}
    assert len(pins) == len({pin.partition("@")[0] for pin in pins}) > 3


@pytest.mark.parametrize(
    "action",
    [
        "a/b@v4",
        "a/b@main # v4.0.0",
        f"a/b@{'1' * 40}",
        f"a/b@{'1' * 39} # v4.0.0",
        f"a/b@{'1' * 40} # latest",
        "./here",
    ],
)
def test_an_action_that_could_become_another_is_found(action):
    assert unpinned(f"      - uses: {action}\n") == [action]


def test_each_job_and_each_step_that_is_named_is_there_in_time():
    assert {name: found for name, workflow in WORKFLOWS.items() if (found := list(misled(workflow)))} == {}
    steps = [{"run": "echo ${{ steps.late.outputs.a }}"}, {"id": "late", "run": "true"}]
    jobs = {"one": {"steps": steps}, "two": {"needs": ["won"], "steps": [], "environment": {"url": "steps.gone.a"}}}
    assert list(misled({"jobs": jobs})) == ["one: late", "two: won", "two: gone"]


def test_only_the_job_that_publishes_may_write_and_every_job_comes_to_an_end():
    for name, workflow in WORKFLOWS.items():
        assert workflow["permissions"] == {"contents": "read"}, name
        for job in workflow["jobs"].values():
            assert job["timeout-minutes"] <= 30
            may_write = "write" in job.get("permissions", {}).values()
            assert may_write == any("deploy-pages" in step.get("uses", "") for step in job["steps"])


def test_each_line_is_a_command_that_is_there_and_that_a_readme_tells_of():
    targets = set(re.findall(r"^([\w-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    scripts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    programs = {"make", "pip", "mkdocs", *scripts}
    guides = "".join((folder / "README.md").read_text(encoding="utf-8") for folder in (PROJECT, STARTER))
    lines = [line for name, job in WITH_LINES for line in lines_of(WORKFLOWS[name]["jobs"][job])]
    assert len(lines) > 4
    assert [fault for line in lines if (fault := unexplained(line, targets, programs, guides))] == []
    assert unexplained("make sight", targets, programs, guides) and unexplained("npm ci", targets, programs, guides)
    assert unexplained("make shots", targets, programs, "make test")


def test_the_tests_know_what_github_would_fill_in():
    """An expression that is not in FILLED gets its value there, so that its line can be run."""
    values = re.findall(r"\$\{\{ *(.*?) *\}\}", "".join(TEXTS.values()))
    known = {*FILLED, "steps.deployment.outputs.page_url"}  # of a step that only GitHub can take
    assert set(values) - known == set()


@pytest.mark.long
@pytest.mark.parametrize(("name", "job"), WITH_LINES)
def test_each_line_of_a_job_succeeds_where_nothing_is(tmp_path, name, job):
    project = checked_out(name, tmp_path)
    run(sys.executable, "-m", "venv", str(tmp_path / "python"), cwd=tmp_path)  # as `setup-python` brings one
    workflow = WORKFLOWS[name]
    content = workflow["jobs"][job]
    for step in content["steps"]:
        if "run" in step:
            assert set(step) <= {"run", "env", "name", "id"}, "a key that this test does not heed"
            given = {**workflow.get("env", {}), **content.get("env", {}), **step.get("env", {})}
            values = {key: filled(value) for key, value in given.items()}
            printed = run_alone(step["run"], project, tmp_path, values)
            assert "Traceback" not in printed, printed
        elif "upload-pages-artifact" in step["uses"]:
            index = (project / step["with"]["path"] / "index.html").read_text(encoding="utf-8")
            assert f'<link rel="canonical" href="{ADDRESS}">' in index
            assert "https://github.com/owner/course/edit/main/docs/" in index


def checked_out(name: str, folder: Path) -> Path:
    """A fresh copy of what a workflow works on, with a history of one commit."""
    of_starter = (PROJECT / name).is_relative_to(STARTER)
    project = new_course(folder) if of_starter else copy_project(folder / "project")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        run(*git, *command, cwd=project)
    return project


def new_course(folder: Path) -> Path:
    """A course as `coursework new` writes it, with the generator's wheel beside it, as its requirements ask for."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=PROJECT)
    [wheel] = folder.glob("*.whl")
    run(sys.executable, "-m", "venv", str(folder / "first"), cwd=folder)
    run(str(folder / "first/bin/python"), "-m", "pip", "install", "-q", str(wheel), cwd=folder, PYTHONPATH="")
    run(str(folder / "first/bin/coursework"), "new", "maps", cwd=folder, PYTHONPATH="")
    project = folder / "maps"
    requirements = (project / "requirements.txt").read_text(encoding="utf-8")
    assert f"#   ./{wheel.name}\n" in requirements, requirements
    (project / "requirements.txt").write_text(f"./{wheel.name}\n", encoding="utf-8")
    wheel.rename(project / wheel.name)
    return project


def run_alone(lines: str, project: Path, folder: Path, values: dict[str, str]) -> str:
    """Run lines as GitHub does, which must succeed, with a bare environment; gives what they printed.

    Of this machine's environment only its way to the indexes of packages is left, and the browser, which a runner has.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)
    bare = {"HOME": str(home), "PATH": f"{folder / 'python/bin'}:/usr/bin:/bin", "LANG": "C.UTF-8", "CI": "true"}
    way = re.compile(r"PIP_|UV_|npm_config_|(?:https?|no|all)_proxy$|SSL_CERT_|NODE_EXTRA_CA|COURSE_BROWSER$", re.I)
    bare |= {key: value for key, value in os.environ.items() if way.match(key)}
    if (npm := Path.home() / ".npmrc").is_file():
        bare["npm_config_userconfig"] = str(npm)
    # `make test` sets up all it needs; the tests themselves are running already, so two files of them are enough.
    bare["PYTEST_ADDOPTS"] = "-k 'test_colours or test_without_scripts'"
    done = subprocess.run(
        ["bash", "-e", "-c", lines], cwd=project, env={**bare, **values}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False, timeout=1800,
    )  # fmt: skip
    assert done.returncode == 0, f"{lines}\n{done.stdout}"
    return done.stdout
