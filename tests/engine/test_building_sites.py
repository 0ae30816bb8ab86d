"""What surrounds a build, on a site of MkDocs with nothing of a course: whole or not at all, told in words, dated."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from pathlib import Path

import mkdocs.utils
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

from coursework_mkdocs import building, site_folder

SETTINGS = "site_name: Maps\nsite_url: https://example.org/\nhooks: [hook.py]\ntheme: {name: mkdocs}\nplugins: []\n"
EVENTS = ("on_config", "on_post_build", "on_build_error", "on_shutdown")
DAY = "1580688000"  # 3 February 2020


class Site:
    """A project with one page, and the folder in which its site stands."""

    def __init__(self, root: Path):
        self.root, self.folder = root, root / "site"
        (root / "docs").mkdir()
        (root / "docs/index.md").write_text("# Maps\n", encoding="utf-8")
        (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        (root / "hook.py").write_text(f"from coursework_mkdocs.building import {', '.join(EVENTS)}\n", "utf-8")
        building.start(in_place=False)

    def build(self, *options: str) -> tuple[int, str]:
        """The exit code of a build, and what it printed."""
        result = CliRunner().invoke(cli, ["build", "-f", str(self.root / "mkdocs.yml"), *options])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @property
    def first_page(self) -> str:
        return (self.folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path, monkeypatch) -> Site:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setattr(building, "is_guest", lambda config: False)  # as if its theme were ours, which takes longer
    return Site(tmp_path)


@pytest.fixture
def earlier(site) -> Site:
    """One that has been built, with files of somebody else."""
    assert site.build()[0] == 0
    (site.folder / ".nojekyll").touch()
    (site.folder / "old").mkdir()
    (site.folder / "old/index.html").write_text("of an earlier build", encoding="utf-8")
    (site.root / "docs/index.md").write_text("# New maps\n", encoding="utf-8")
    return site


def test_a_site_takes_the_place_of_the_earlier_one_and_leaves_what_is_hidden(earlier):
    before = earlier.files()
    assert earlier.build("--strict")[0] == 0
    assert earlier.files() == [name for name in before if name != "old/index.html"]
    assert "New maps" in earlier.first_page


def test_a_site_with_a_warning_takes_no_place_where_a_build_is_strict(earlier):
    before = earlier.files()
    (earlier.root / "docs/index.md").write_text("# New maps\n\n[Scale](scale.md)\n", encoding="utf-8")
    code, printed = earlier.build("--strict")
    assert (code, earlier.files()) == (1, before)
    assert "scale.md" in printed and "1 warnings" in printed
    assert earlier.build()[0] == 0
    assert "New maps" in earlier.first_page


FAULTS = [
    (errno.ENOSPC, "No space left on device"),
    (errno.EROFS, "Read-only file system"),
    (errno.EACCES, "Permission denied"),
    (errno.EFBIG, "File too large"),
]


@pytest.mark.parametrize(("number", "words"), FAULTS)
def test_a_disk_that_takes_no_more_ends_a_build_in_words_and_leaves_the_site_as_it_was(
    earlier, monkeypatch, number, words
):
    before = earlier.files()
    write = mkdocs.utils.write_file

    def fail(content, path):
        if "404" not in path:
            return write(content, path)
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr(mkdocs.utils, "write_file", fail)
    code, printed = earlier.build()
    assert code == 1
    assert f"{earlier.folder / '404.html'}: {words}" in printed
    assert printed.endswith("The site was not built.\n")
    assert earlier.files() == before
    assert "New maps" not in earlier.first_page


def test_what_is_nested_too_deep_for_python_ends_a_build_in_words(earlier):
    before = earlier.files()
    (earlier.root / "docs/index.md").write_text("".join(f"{'    ' * depth}- x\n" for depth in range(400)), "utf-8")
    code, printed = earlier.build()
    assert (code, earlier.files()) == (1, before)
    assert "Error reading page 'index.md'" in printed
    assert "What is read here must not be nested this deep.\n" in printed


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_cleared(earlier, monkeypatch):
    before = earlier.files()
    mkdir = Path.mkdir

    def fail(path, *args, **kwargs):
        if path.name == ".unfinished":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        mkdir(path, *args, **kwargs)

    monkeypatch.setattr(Path, "mkdir", fail)
    code, printed = earlier.build()
    assert (code, earlier.files()) == (1, before)
    assert f"{earlier.folder}: Read-only file system" in printed


def test_a_file_where_the_site_should_be_is_told(site):
    site.folder.write_text("not a folder", encoding="utf-8")
    code, printed = site.build()
    assert code == 1
    assert re.search(rf"(?m)^ERROR +-  {re.escape(str(site.folder))}: \w+", printed)
    assert site.folder.read_text(encoding="utf-8") == "not a folder"


@pytest.mark.parametrize("folder", ["site", ".unfinished"])
def test_where_the_last_step_fails_there_is_no_site_of_two_halves(earlier, monkeypatch, folder):
    before = earlier.files()

    def fail(of, to):
        if (of.parent.name, of.name) == (folder, "index.html"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(of), None, str(to))
        of.replace(to)

    monkeypatch.setattr(shutil, "move", fail)
    code, printed = earlier.build()
    assert code == 1
    assert f"{earlier.folder / 'index.html'}: No space left on device" in printed
    assert earlier.files() == before
    assert "New maps" not in earlier.first_page


STEPS = range(1, 12)


def stop_at(monkeypatch, step: int) -> None:
    """Have the author break off a build before it moves its so-manieth file or folder."""
    left, move, rename = [step], shutil.move, Path.rename

    def moved(act, of, to):
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt
        return act(of, to)

    monkeypatch.setattr(shutil, "move", lambda of, to: moved(move, of, to))
    monkeypatch.setattr(Path, "rename", lambda of, to: moved(rename, of, to))


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_is_broken_off_leaves_one_site_at_any_step(earlier, monkeypatch, step):
    before = earlier.files()
    stop_at(monkeypatch, step)
    code, _ = earlier.build()
    assert code == 1
    assert earlier.files() == before
    assert "New maps" not in earlier.first_page


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_fails_after_one_that_was_killed_leaves_the_site_that_was_there(earlier, monkeypatch, step):
    before = earlier.files()
    with monkeypatch.context() as killed:
        stop_at(killed, step)
        killed.setattr(site_folder.SiteFolder, "_restore", lambda folder: None)
        killed.setattr(site_folder.SiteFolder, "abandon", lambda folder: folder._unlock())
        assert earlier.build()[0] == 1
    (earlier.root / "docs/settings.yml").symlink_to("../mkdocs.yml")
    building.start(in_place=False)
    assert earlier.build()[0] == 1  # before it takes the folder
    (earlier.root / "docs/settings.yml").unlink()
    (earlier.root / "docs/index.md").write_text("# New maps\n\n[Scale](scale.md)\n", encoding="utf-8")
    building.start(in_place=False)
    assert earlier.build("--strict")[0] == 1
    assert earlier.files() == before
    assert "New maps" not in earlier.first_page


def test_what_is_hidden_in_the_site_stays_beside_what_is_built_there(earlier):
    (earlier.folder / ".well-known").mkdir()
    (earlier.folder / ".well-known/mine").touch()
    (earlier.root / "docs/.well-known").mkdir()
    (earlier.root / "docs/.well-known/key.txt").write_text("new", encoding="utf-8")
    settings = earlier.root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}exclude_docs: '!.well-known'\n", encoding="utf-8")
    assert earlier.build()[0] == 0
    assert {".well-known/mine", ".well-known/key.txt"} < set(earlier.files())
    (earlier.root / "docs/.well-known/key.txt").write_text("newer", encoding="utf-8")
    assert earlier.build()[0] == 0
    assert (earlier.folder / ".well-known/key.txt").read_text("utf-8") == "newer"
    assert (earlier.folder / ".well-known/mine").exists()


def test_what_another_puts_into_the_site_when_all_is_built_stays(earlier):
    hook = earlier.root / "other.py"
    hook.write_text(
        "from pathlib import Path\n\n\ndef on_config(config):\n    global site\n    site = Path(config.site_dir)\n\n\n"
        "def on_post_build(config):\n    (site / 'more.txt').touch()\n",
        encoding="utf-8",
    )
    settings = earlier.root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("[hook.py]", "[hook.py, other.py]"), encoding="utf-8")
    assert earlier.build()[0] == 0
    assert "more.txt" in earlier.files()


def test_what_is_in_the_way_of_the_lock_is_told(earlier):
    os.mkfifo(earlier.folder / ".unfinished.lock")
    code, printed = earlier.build()
    assert code == 1
    assert f"{earlier.folder}: .unfinished.lock is in the way: remove it" in printed


def test_what_a_build_left_that_was_killed_is_cleared_away_by_the_next(earlier):
    before = earlier.files()
    (earlier.folder / ".unfinished/half").mkdir(parents=True)
    (earlier.folder / ".unfinished/half/index.html").touch()
    (earlier.folder / ".unfinished.lock").touch()
    (earlier.folder / ".outdated").mkdir()
    assert earlier.build()[0] == 0
    assert earlier.files() == [name for name in before if name != "old/index.html"]
    assert [path.name for path in earlier.folder.glob(".*")] == [".nojekyll"]


def test_two_builds_at_once_are_not_mixed_and_the_second_is_told(earlier):
    before = earlier.files()
    lock = site_folder._locked(earlier.folder / ".unfinished.lock")
    assert lock
    code, printed = earlier.build()
    assert code == 1
    assert f"Another build is at work in {earlier.folder}: wait for it, or build into another folder." in printed
    assert earlier.files() == sorted([".unfinished.lock", *before])
    lock.close()
    assert earlier.build()[0] == 0
    assert ".unfinished.lock" not in earlier.files()


def test_a_build_in_place_writes_where_the_site_stands(earlier):
    building.start(in_place=True)
    assert earlier.build("--dirty")[0] == 0
    assert "old/index.html" in earlier.files()
    assert "New maps" in earlier.first_page


def test_what_cannot_be_published_is_told_before_anything_is_read(earlier):
    before = earlier.files()
    (earlier.root / "docs/settings.yml").symlink_to("../mkdocs.yml")
    os.mkfifo(earlier.root / "docs/pipe.png")
    code, printed = earlier.build()
    assert (code, earlier.files()) == (1, before)
    assert "docs/settings.yml:1:1: must lie in docs/ itself, not be a link that leads out of it" in printed
    assert "docs/pipe.png:1:1: must be a file, not a device or a pipe" in printed


@pytest.mark.parametrize("date", ["abc", "²", "-5", "1e9", "4294967296", "9" * 30, " 1700000000"])
def test_a_date_that_is_none_is_told_with_the_name_of_its_variable(site, monkeypatch, date):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
    code, printed = site.build()
    assert code == 1
    assert (
        "SOURCE_DATE_EPOCH (a variable of the environment): must be whole seconds since 1970, in digits, as "
        f"1700000000, not '{date.strip()}'"
    ) in printed
    assert not site.folder.exists()


def days_of(site: Site) -> set[str]:
    return set(re.findall("<lastmod>(.*?)</lastmod>", (site.folder / "sitemap.xml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("date", [None, ""])
def test_without_a_date_the_site_has_that_of_its_last_commit(site, monkeypatch, date):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)

    def git(*command: str, **environment: str) -> None:
        subprocess.run(["git", *command], cwd=site.root, env=os.environ | environment, check=True)

    def commit(seconds: str, *options: str) -> None:
        who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false")
        git(*who, "commit", "--quiet", "--message=Maps", *options, GIT_COMMITTER_DATE=f"{seconds} +0000")

    git("init", "--quiet")
    git("add", "docs")
    commit(DAY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert site.build()[0] == 0
    assert days_of(site) == {"2023-11-14"}, "what the environment says comes first"
    monkeypatch.delenv("SOURCE_DATE_EPOCH") if date is None else monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
    building.start(in_place=False)
    assert site.build()[0] == 0
    assert days_of(site) == {"2020-02-03"}
    commit("1600000000", "--allow-empty")
    assert site.build()[0] == 0
    assert days_of(site) == {"2020-09-13"}, "under `serve` there may be another commit"
