"""On what a benchmark ran, and when, in the words of the page that tells of it."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs_quiz", "mkdocs-mcq", "Markdown")
_ASK = "import importlib.metadata as m, sys; print(*(m.version(name) for name in sys.argv[1:]))"


@dataclass(frozen=True)
class Machine:
    day: str
    name: str
    packages: dict[str, str]
    load: float


def machine(python: str) -> Machine:
    """This machine and the packages of an environment, today."""
    versions = subprocess.run(
        [python, "-c", _ASK, *_PACKAGES], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    ).stdout.split()  # fmt: skip
    return Machine(
        day=datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d"),
        name=f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}",
        packages=dict(zip((name.replace("_", "-") for name in _PACKAGES), versions)),
        load=os.getloadavg()[0],
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
