"""The generator as it is installed: a wheel of this project, unpacked, and sites that are built with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import building


def installed(tmp_path_factory) -> Path:
    """A folder of Python packages with what a wheel of this project holds, and nothing else."""

    def make(folder: Path) -> None:
        wheels = folder.with_name("wheels")
        run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels), cwd=building.PROJECT)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
        run(*pip, *map(str, wheels.glob("*.whl")), cwd=wheels)

    return building.made_once(tmp_path_factory, "package", make)


def run(*command: str, cwd: Path, **changes: str) -> str:
    """What a command printed, which must succeed; `changes` are of the environment."""
    done = subprocess.run(
        command, cwd=cwd, env=building.environment(**changes), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


def build(
    package: Path | None, project: Path, site: Path, *options: str, host: str = "mkdocs", **changes: str
) -> subprocess.CompletedProcess[str]:
    """Build with the engine that is installed, or without any; what was printed is in the result's `stdout`."""
    return _python(package, project, host, "build", *options, "--site-dir", str(site), **changes)


def coursework(packages: Path, folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the command `coursework` in a folder; `packages` is where Python finds the engine."""
    return _python(packages, folder, "coursework_mkdocs", *arguments, **changes)


def _python(packages: Path | None, folder: Path, *module: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *module], cwd=folder,
        env=building.environment(PYTHONPATH=str(packages or ""), **changes), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
