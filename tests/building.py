"""The courses of the tests, built: the small one about maps and the real one; and copies that a test may change."""

from __future__ import annotations

import compileall
import functools
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parent.parent
# The small course that tests of the engine look at, whichever course is in place.
FIXTURE = PROJECT / "tests/engine/fixture"
# Where the built site pretends to be: below a host's root, as on a project page of GitHub.
ADDRESS = "https://example.org/course/"
EDIT_ADDRESS = "https://example.org/owner/repo/edit/main/docs/"
_LONG_ENOUGH = 120
# What libyaml reads in a tenth of the time, where there is one.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(file: Path) -> Any:
    """What is in a YAML file."""
    return yaml.load(file.read_text(encoding="utf-8"), _LOADER)  # noqa: S506  a safe loader


def environment(**changes: str) -> dict[str, str]:
    """The environment of a build: the same wherever and whenever the tests run."""
    fixed = {
        "SITE_URL": ADDRESS, "EDIT_URI": EDIT_ADDRESS, "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1",
    }  # fmt: skip
    return {**os.environ, **fixed, **changes}


def build(project: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the course of a project's folder into another; what was printed is in the result's `stdout`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *options],
        cwd=project, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", check=False, timeout=_LONG_ENOUGH,
    )  # fmt: skip


def build_well(project: Path, site: Path, *options: str) -> None:
    """Build, and fail the test with what was printed where that does not succeed without a word of warning."""
    result = build(project, site, *options)
    assert result.returncode == 0, result.stdout
    assert not re.search("WARNING|ERROR|Traceback", result.stdout), result.stdout


def build_small(files: dict[str, str], nav: str, site: Path, id: str = "reading-maps") -> None:
    """Build a course of a few files with the settings of the one about maps; `nav` replaces its navigation."""
    project = site.with_name(f"{site.name}-project")
    _copy_engine(project)
    settings = (FIXTURE / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^nav:\n.*?\n\n(?=\S)", f"nav: {nav}\n\n", settings, flags=re.DOTALL | re.MULTILINE)
    settings = settings.replace("    id: reading-maps\n", f"    id: {id}\n")
    # It has none of the pages to which they lead.
    settings = re.sub(r"^  (help|finale): .*$", r"  \1: ''", settings, flags=re.MULTILINE)
    # What `mkdocs serve` watches must be there.
    settings = re.sub(r"^watch: .*$", "watch: [hooks]", settings, flags=re.MULTILINE)
    for name, text in {"mkdocs.yml": settings, **files}.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    result = build(project, site)  # not strict: made pages are in no navigation
    assert result.returncode == 0, result.stdout


def _copy_engine(to: Path) -> None:
    shutil.copytree(_compiled_engine(), to / "hooks")


@functools.cache
def _compiled_engine() -> Path:
    """The engine with its compiled modules, which a copy takes along: to compile them is a quarter of a build."""
    compileall.compile_dir(PROJECT / "hooks", quiet=2)
    return PROJECT / "hooks"


def copy_fixture(to: Path) -> Path:
    """The small course as a project of its own, with the engine."""
    shutil.copytree(FIXTURE, to, dirs_exist_ok=True)
    _copy_engine(to)
    return to


def copy_project(to: Path) -> Path:
    """A copy of what belongs to the project: what git keeps, and what it would keep if it were asked to."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    for name in listed.stdout.split("\0"):
        if name and (PROJECT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, to / name)
    return to


def made_once(tmp_path_factory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` fills for all workers of one run: the first to come makes it, the others wait."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / name
    done, failed = folder / "done", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        wait_until(lambda: done.exists() or failed.exists(), f"{name} to be made by another worker")
    else:
        try:
            make(folder / "made")
        except BaseException:
            failed.touch()
            raise
        done.touch()
    assert done.exists(), f"{name} could not be made; another test's failure says why."
    return folder / "made"


def built_course(tmp_path_factory) -> Path:
    """The real course, built strictly."""
    return made_once(tmp_path_factory, "course", lambda site: build_well(PROJECT, site, "--strict"))


def built_fixture(tmp_path_factory) -> Path:
    """The small course, built strictly."""

    def make(site: Path) -> None:
        build_well(copy_fixture(site.with_name("project")), site, "--strict")

    return made_once(tmp_path_factory, "fixture", make)


def wait_until(condition: Callable[[], object], hoped: str, seconds: float = _LONG_ENOUGH) -> None:
    """Ask again and again, for what cannot be waited for in any other way."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain for {hoped}"
        time.sleep(0.05)


def addresses(root: Path) -> list[str]:
    """Every page of the course in a folder, as its address below the site's root, read from the sources alone."""
    pages = [path.relative_to(root / "docs").with_suffix("") for path in (root / "docs").rglob("*.md")]
    for path in (root / "quizzes").glob("*.yml"):
        pages += [Path("quizzes", path.stem), *(Path("quizzes", path.stem, paper) for paper in ("worksheet", "key"))]
    pages += [Path("readings", path.stem) for path in (root / "readings").glob("*.yml") if path.stem != "references"]
    bibliography = root / "readings/references.yml"
    references = read_yaml(bibliography) if bibliography.exists() else []
    pages += [
        Path("readings/topics", topic) for topic in {topic for each in references for topic in each.get("topics", ())}
    ]
    pages += [Path("quizzes/index"), Path("readings/index"), Path("readings/bibliography")]
    pages += [Path(name) for name in ("figures", "claims") if any((root / name).glob("*.yml"))]
    pages += [Path("glossary")] if (root / "glossary.yml").exists() else []
    pages += [Path("review"), Path("progress"), Path("style-guide"), Path("downloads")]
    pages += [Path("embed")] if "\n    embed: true" in (root / "mkdocs.yml").read_text(encoding="utf-8") else []
    return sorted(re.sub(r"(^|/)index/$", r"\1", f"{page.as_posix()}/") for page in pages)


def one_of_each_kind(root: Path, shown: str) -> list[str]:
    """The pages of `addresses`, with one for all that differ only in the file that they were made from: `shown`."""
    made = re.compile(r"quizzes/[^/]+/((?:worksheet|key)/)?|readings/(?:topics/)?[^/]+/")
    single = ("quizzes/", "readings/", "readings/bibliography/")
    return [name for name in addresses(root) if not made.fullmatch(name) or name in single or f"/{shown}/" in name]
