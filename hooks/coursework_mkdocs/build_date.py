"""The date of what is built: that of its last commit, so that the same commit gives the same bytes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.exceptions import PluginError

from coursework.source.problem import quoted

# Where MkDocs looks for another date than that of today.
_VARIABLE = "SOURCE_DATE_EPOCH"
# As many seconds as a compressed file can tell.
_MOST = 2**32


class BuildDate:
    """Dates the builds of a process, each anew: under `serve` there may be another commit."""

    def __init__(self) -> None:
        self._of_commit = ""

    def set(self, root: Path) -> None:
        """Let MkDocs date what it builds of the folder `root` by its last commit, unless the environment has a date.

        Without either it is today's. Raises PluginError where the environment's is none.
        """
        given = os.environ.get(_VARIABLE, "")
        if given and given != self._of_commit:
            if not re.fullmatch("[0-9]{1,10}", given) or int(given) >= _MOST:
                message = f"must be whole seconds since 1970, in digits, as 1700000000, not {quoted(given)}"
                raise PluginError(f"{_VARIABLE} (a variable of the environment): {message}")
            return
        os.environ.pop(_VARIABLE, None)
        self._of_commit = _last_commit(root)
        if self._of_commit:
            os.environ[_VARIABLE] = self._of_commit


def build_time() -> int:
    """When the text that is built was written, in seconds since 1970; 0 where nothing says it."""
    return int(os.environ.get(_VARIABLE) or 0)


def published() -> tuple[int, ...]:
    """The day of the text that is built as year, month and day; nothing where neither git nor the environment has one.

    A 0 says that there is none.
    """
    seconds = build_time()
    if not seconds:
        return ()
    day = datetime.fromtimestamp(seconds, UTC)
    return (day.year, day.month, day.day)


def is_ahead_of_its_date(root: Path) -> bool:
    """Whether a folder holds changes that no commit does, which have the date of the last one all the same.

    Never where the environment has a date of its own, and without git.
    """
    return os.environ.get(_VARIABLE, "") == _last_commit(root) != "" and bool(_git(root, "status", "--porcelain", "."))


def _last_commit(root: Path) -> str:
    """When a folder's last commit was made, in seconds; nothing without git, or outside of what it keeps."""
    seconds = _git(root, "log", "-1", "--no-show-signature", "--format=%ct")
    return seconds if re.fullmatch("[0-9]{1,10}", seconds) and int(seconds) < _MOST else ""


def _git(root: Path, *command: str) -> str:
    """What git says of a folder; nothing without git, or where it has nothing to say."""
    git = shutil.which("git")
    if not git:
        return ""
    try:
        done = subprocess.run([git, *command], cwd=root, capture_output=True, check=False, timeout=20)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip()
