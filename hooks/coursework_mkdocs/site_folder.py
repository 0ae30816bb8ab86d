"""The folder that a build fills: whole or not at all, and by one build at a time.

Pages are written into a hidden folder of the site's own, and take the place of the earlier ones when all are there. So
a build that fails, or is stopped, leaves the site as it was; the next one clears away what it finds of another.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_UNFINISHED, _OUTDATED, _LOCK = ".unfinished", ".outdated", ".unfinished.lock"


class SiteFolder:
    """The site's folder while a build is at work in it: what it writes goes into a folder of its own until `finish`.

    Raises PluginError where another build is at work there, and OSError where nothing can be written.
    """

    def __init__(self, config: MkDocsConfig):
        self._config, self._site = config, Path(config.site_dir)
        self._site.mkdir(parents=True, exist_ok=True)
        self._new, self._old = self._site / _UNFINISHED, self._site / _OUTDATED
        self._lock = _locked(self._site / _LOCK)
        if self._lock is None:
            raise PluginError(f"Another build is at work in {self._site}: wait for it, or build into another folder.")
        try:
            _remove(self._new)
            _remove(self._old)
            self._new.mkdir()
        except OSError:
            self._unlock()
            raise
        config.site_dir = str(self._new)

    def finish(self) -> None:
        """Put what was built in the place of what was there, which stays where that fails. Raises OSError."""
        placed: list[Path] = []
        try:
            # To move is done in a moment, to remove is not: a process that is killed would leave a part of each.
            self._old.mkdir()
            for entry in list(self._site.iterdir()):
                if not entry.name.startswith("."):  # hidden ones are somebody else's, as for MkDocs
                    shutil.move(entry, self._old / entry.name)
            for entry in sorted(self._new.iterdir()):
                _remove(self._site / entry.name)
                placed.append(self._site / entry.name)
                shutil.move(entry, self._site / entry.name)
        except OSError:
            with contextlib.suppress(OSError):
                for path in placed:
                    _remove(path)
                for entry in self._old.iterdir():
                    shutil.move(entry, self._site / entry.name)
            raise
        self.abandon()

    def abandon(self) -> None:
        """Clear away what is not finished; what was there before stays."""
        for folder in (self._new, self._old):
            with contextlib.suppress(OSError):
                _remove(folder)
        self._unlock()
        self._config.site_dir = str(self._site)

    def _unlock(self) -> None:
        if self._lock is None:
            return
        file, self._lock = self._lock, None
        # What is open cannot be removed on Windows; elsewhere nobody else may have it in between.
        for step in (file.close, self._remove_lock) if sys.platform == "win32" else (self._remove_lock, file.close):
            with contextlib.suppress(OSError):
                step()

    def _remove_lock(self) -> None:
        (self._site / _LOCK).unlink()


def path_of_site(written: str) -> str:
    """The path of a file as readers of the site know it, by that at which a build writes it."""
    return str(Path(*(part for part in Path(written).parts if part not in (_UNFINISHED, _OUTDATED, _LOCK))))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _locked(path: Path) -> TextIOWrapper | None:
    """A file that nobody else has until it is closed, or the process ends in any way; None if another has it."""
    file = path.open("a", encoding="utf-8")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass  # another's, perhaps removed in this moment
    except OSError:
        return file  # no lock where the disk knows none
    file.close()
    return None
