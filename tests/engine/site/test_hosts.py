"""ProperDocs, which goes on from MkDocs' last release, makes the same site and says the same of what is wrong."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from test_package import INSTALLED, course
from test_serving import Server, save_as

from building import PROJECT, wait_until
from installing import build

HOSTS = ("mkdocs", "properdocs")


def files(site: Path) -> dict[str, bytes]:
    """What each file of a site holds, by its path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """Fail with the names of all files that differ, or that one has and the other has not."""
    assert sorted(name for name in {*one, *other} if one.get(name) != other.get(name)) == []


def told(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The warnings and errors of a build."""
    return re.findall(r"^(?:WARNING|ERROR) +-  .*$", result.stdout, re.MULTILINE)


def test_another_host_makes_the_same_site_of_a_clone(site, copy, tmp_path):
    result = build(copy / "hooks", copy, tmp_path / "site", "--strict", host="properdocs")
    assert (result.returncode, told(result)) == (0, []), result.stdout
    same(files(tmp_path / "site"), files(site))


def test_another_host_makes_the_same_site_with_what_is_installed_and_its_own_name_for_the_settings(
    package, site, tmp_path
):
    project = course(tmp_path / "project", INSTALLED.read_text(encoding="utf-8"))
    (project / "mkdocs.yml").rename(project / "properdocs.yml")
    result = build(package, project, tmp_path / "site", "--strict", host="properdocs")
    assert (result.returncode, told(result)) == (0, []), result.stdout
    same(files(tmp_path / "site"), files(site))


def test_each_host_tells_the_same_mistakes_in_the_same_words(copy, tmp_path):
    settings, quiz = copy / "mkdocs.yml", copy / "quizzes/scale.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("citation_style: apa", "citation_style: appa"))
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("type: true-false", "type: truefalse", 1))
    results = [build(copy / "hooks", copy, tmp_path / host, "--strict", host=host) for host in HOSTS]
    assert [result.returncode for result in results] == [1, 1]
    assert told(results[0]) == told(results[1])
    assert "mkdocs.yml:" in results[0].stdout and "quizzes/scale.yml:" in results[0].stdout


@pytest.mark.parametrize("host", HOSTS)
def test_what_a_host_warns_of_lets_no_strict_build_take_the_place_of_a_site(copy, tmp_path, host):
    assert build(copy / "hooks", copy, tmp_path / "site", "--strict", host=host).returncode == 0
    before = files(tmp_path / "site")
    page = copy / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[nowhere](nowhere.md)\n", encoding="utf-8")
    result = build(copy / "hooks", copy, tmp_path / "site", "--strict", host=host)
    assert result.returncode == 1
    [warning] = told(result)
    assert "nowhere.md" in warning
    same(files(tmp_path / "site"), before)


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_serves_warns_again_of_a_page_that_has_not_changed(copy, host):
    page, other = copy / "docs/lessons/scale.md", copy / "docs/lessons/relief.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[nowhere](nowhere.md)\n", encoding="utf-8")
    server = Server(copy, host)
    try:
        wait_until(lambda: server.page("lessons/relief/"), "the first build")
        assert server.printed.count("'nowhere.md'") == 1, server.printed
        save_as(other, other.read_text(encoding="utf-8") + "\nOne more sentence.\n")
        wait_until(lambda: "One more sentence." in server.page("lessons/relief/"), "the change")
        assert server.printed.count("'nowhere.md'") == 2, server.printed
    finally:
        server.stop()


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_serves_shows_what_stops_it_on_the_page(copy, host):
    settings = copy / "mkdocs.yml"
    server = Server(copy, host)
    try:
        wait_until(lambda: server.page("lessons/relief/"), "the first build")
        save_as(settings, settings.read_text(encoding="utf-8").replace("name: material", "name: materiel"))
        wait_until(lambda: "materiel" in server.page("lessons/relief/"), "the mistake on the page")
    finally:
        server.stop()


def test_only_one_module_says_where_to_log():
    """What is logged below MkDocs' name alone is not heard of by who listens to another host."""
    found = [file.name for file in (PROJECT / "hooks").rglob("*.py") if "getLogger(" in file.read_text("utf-8")]
    assert found == ["host.py"]
