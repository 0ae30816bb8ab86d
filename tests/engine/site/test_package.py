"""What is installed from here makes the same site as a clone, and says as much where its settings are wrong."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import building
from installing import build, run

INSTALLED = Path(__file__).parent / "installed.yml"


def course(folder: Path, settings: str) -> Path:
    """The small course without the engine, and with these settings."""
    shutil.copytree(building.FIXTURE, folder)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def told(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The errors that a build told, without the line that counts them."""
    assert result.returncode == 1
    lines = re.findall(r"^ERROR +-  (.*)$", result.stdout, re.MULTILINE)
    return [line for line in lines if "to mend" not in line]


def test_what_is_installed_makes_the_same_site_as_a_clone(package, site, tmp_path):
    project = course(tmp_path / "project", INSTALLED.read_text(encoding="utf-8"))
    result = build(package, project, tmp_path / "site", "--strict")
    assert result.returncode == 0 and "WARNING" not in result.stdout, result.stdout
    found = {file.relative_to(tmp_path / "site"): file.read_bytes() for file in _files(tmp_path / "site")}
    expected = {file.relative_to(site): file.read_bytes() for file in _files(site)}
    assert sorted(found) == sorted(expected)
    assert [path for path, content in found.items() if content != expected[path]] == []


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_a_wrong_setting_is_told_at_its_place_below_the_plugin(package, tmp_path):
    text = INSTALLED.read_text(encoding="utf-8")
    text = text.replace("      id: reading-maps\n", "      autor: Ada\n      id: Reading Maps\n")
    text = text.replace("citation_style: apa", "citation_style: [apa]")
    lines = told(build(package, course(tmp_path / "project", text), tmp_path / "site"))
    at = {name: text[: text.index(f"      {name}:")].count("\n") + 1 for name in ("autor", "id", "citation_style")}
    assert lines == [
        f"mkdocs.yml:{at['autor']}:7: plugins, coursework, autor: must be a known setting, or one that a page shows, "
        "not 'autor'. Did you mean 'author'?",
        f"mkdocs.yml:{at['id']}:11: plugins, coursework, id: must be small letters, digits and single hyphens, not "
        "'Reading Maps'",
        f"mkdocs.yml:{at['citation_style']}:23: plugins, coursework, citation_style: must be text, not a list",
    ]


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            "plugins: [coursework]",
            "1:11: plugins, coursework, id: must be there: small letters, digits and single hyphens; answers carry it",
        ),
        (
            "plugins: [coursework: {id: maps}]\nextra: {course: {id: maps}}",
            "2:9: extra, course: must be left out: what is said of the course stands at coursework, in plugins",
        ),
        (
            "plugins: [coursework: {id: maps}, coursework: {id: maps}]",
            "1:11: plugins, coursework: must be named once, not twice",
        ),
        (
            "plugins: [coursework: {id: maps}]\nhooks: [mkdocs_entry.py]",
            "2:8: hooks: must not name mkdocs_entry.py: the plugin coursework does the same",
        ),
    ],
)
def test_what_would_be_done_twice_or_not_at_all_is_refused(package, tmp_path, settings, line):
    project = course(tmp_path / "project", f"{settings}\nsite_name: Maps\ntheme: coursework\n")
    (project / "mkdocs_entry.py").touch()
    assert f"mkdocs.yml:{line}" in told(build(package, project, tmp_path / "site"))


@pytest.mark.long
def test_a_bare_environment_serves_what_the_wheel_of_a_repository_brings(tmp_path):
    """As the README says it, but from this repository's own commit."""
    python = tmp_path / "venv/bin/python"
    run(sys.executable, "-m", "venv", str(tmp_path / "venv"), cwd=tmp_path)
    address = f"mkdocs-coursework @ git+file://{building.PROJECT}"
    run(str(python), "-m", "pip", "install", "--quiet", address, cwd=tmp_path, PYTHONPATH="")
    project = course(tmp_path / "project", INSTALLED.read_text(encoding="utf-8"))
    site = str(tmp_path / "site")
    run(str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", site, cwd=project, PYTHONPATH="")
    assert "quiz-question" in (tmp_path / "site/lessons/scale/index.html").read_text(encoding="utf-8")


def test_a_course_without_keys_is_told_that_its_pages_still_hold_the_answers(package, tmp_path):
    text = INSTALLED.read_text(encoding="utf-8").replace("      reviewers: []", "      reviewers: []\n      keys: off")
    result = build(package, course(tmp_path / "project", text), tmp_path / "site", "--strict")
    line = text[: text.index("keys: off")].count("\n") + 1
    assert result.returncode == 0, result.stdout
    assert (
        f"Advice: mkdocs.yml:{line}:13: plugins, coursework, keys: publishes no key; all answers still stand in the "
        "source of the pages, for who looks there"
    ) in result.stdout
    assert not list((tmp_path / "site").glob("quizzes/*/key"))


def test_a_course_that_chooses_three_colours_gets_them_and_is_told_of_what_is_hard_to_read(package, tmp_path):
    text = INSTALLED.read_text(encoding="utf-8").replace("  look: brackets\n  favicon: assets/mark.svg\n", "")
    text = text.replace("  name: coursework\n", "  name: coursework\n  colours: {ink: '#222', accent: '#A050FF'}\n")
    project, site = course(tmp_path / "project", text), tmp_path / "site"
    result = build(package, project, site, "--strict")
    assert result.returncode == 0, result.stdout
    [advice] = re.findall("Advice: (.*)", result.stdout)
    assert re.fullmatch(
        r"mkdocs.yml:\d+:34: theme, colours, accent: should have a contrast of 4.5 to 1 with paper \(#fff\) in light "
        r"colours, not 4.1",
        advice,
    )
    sheet = next(site.glob("assets/course.*.css")).read_text(encoding="utf-8")
    assert "--ink:#222;" in sheet and "--accent:#a050ff" in sheet
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'content="#fff" media="(prefers-color-scheme: light)"' in home
    assert "newsreader" not in home + sheet and not list(site.glob("assets/newsreader*"))


def test_a_look_that_is_none_is_told_in_the_words_of_the_settings(package, tmp_path):
    text = INSTALLED.read_text(encoding="utf-8").replace("  look: brackets\n", "  look: brackts\n")
    text = text.replace(
        "  name: coursework\n",
        "  name: coursework\n  colours:\n    papr: '#fff'\n    ink: blue\n    accent: ['#111', '#222', '#333']\n",
    )
    lines = told(build(package, course(tmp_path / "project", text), tmp_path / "site"))
    rule = "must be a colour as #0a549e, or a list of two, for light and for dark"
    assert [re.sub(r"^mkdocs.yml:\d+:\d+: theme, ", "", line) for line in lines] == [
        "colours, papr: must be paper, ink or accent, not 'papr'. Did you mean 'paper'?",
        f"colours, ink: {rule}, not 'blue'",
        f"colours, accent: {rule}, not '['#111', '#222', '#333']'",
        "look: must be plain or brackets, not 'brackts'. Did you mean 'brackets'?",
    ]
    text = re.sub(r"  colours:\n(    .*\n)+", "  colours: '#fff'\n", text).replace("brackts", "brackets")
    [line] = told(build(package, course(tmp_path / "other", text), tmp_path / "site"))
    assert line.endswith("theme, colours: must be a group of fields, of paper, ink and accent")
