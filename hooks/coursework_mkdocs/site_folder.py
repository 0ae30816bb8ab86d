"""The folder that a build fills: whole or not at all, and by one build at a time.

Pages are written into a hidden folder of the site's own, and take the place of the earlier ones when all are there. So
a build that fails, or is stopped, leaves the site as it was; the next one clears away what it finds of another.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_UNFINISHED, _LOCK = ".unfinished", ".unfinished.lock"
# Where the earlier site is while it makes way, and once all of it has.
_OUTDATED, _EARLIER = ".outdated", ".earlier"


class SiteFolder:
    """The site's folder while a build is at work in it: what it writes goes into a folder of its own until `finish`.

    Raises PluginError where another build is at work there, and OSError where nothing can be written.
    """

    def __init__(self, config: MkDocsConfig):
        self._config, self._site = config, Path(config.site_dir)
        self._site.mkdir(parents=True, exist_ok=True)
        self._new, self._old = self._site / _UNFINISHED, self._site / _OUTDATED
        self._earlier = self._site / _EARLIER
        self._lock = _locked(self._site / _LOCK)
        if self._lock is None:
            raise PluginError(f"Another build is at work in {self._site}: wait for it, or build into another folder.")
        try:
            self._restore()
            _remove(self._new)
            self._new.mkdir()
        except OSError:
            self._unlock()
            raise
        config.site_dir = str(self._new)

    def finish(self) -> None:
        """Put what was built in the place of what was there, which stays where that fails. Raises OSError."""
        try:
            # To move is done in a moment, to remove is not: a process that is killed would leave a part of each.
            self._old.mkdir()
            for entry in self._visible():
                shutil.move(entry, self._old / entry.name)
            self._old.rename(self._earlier)
            # What is hidden is somebody else's, as for MkDocs: of that only what has the same name changes, and last.
            for entry in sorted(self._new.iterdir(), key=lambda entry: (self._site / entry.name).exists()):
                _merge(entry, self._site / entry.name)
            self._earlier.rename(self._new / _EARLIER)
        except BaseException:
            with contextlib.suppress(OSError):
                self._restore()
            raise
        self.abandon()

    def abandon(self) -> None:
        """Clear away what is not finished; what was there before stays."""
        with contextlib.suppress(OSError):
            self._restore()
        with contextlib.suppress(OSError):
            _remove(self._new)
        self._unlock()
        self._config.site_dir = str(self._site)

    def _visible(self) -> list[Path]:
        return [entry for entry in self._site.iterdir() if not entry.name.startswith(".")]

    def _restore(self) -> None:
        """Undo an exchange that was broken off, at whatever moment. Raises OSError."""
        if self._earlier.exists():  # all that was there, so that what is there now is new
            for entry in self._visible():
                _remove(entry)
            self._earlier.rename(self._old)
        if self._old.exists():
            for entry in list(self._old.iterdir()):
                shutil.move(entry, self._site / entry.name)
            self._old.rmdir()

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
    return str(Path(*(part for part in Path(written).parts if part not in (_UNFINISHED, _OUTDATED, _EARLIER, _LOCK))))


def _merge(entry: Path, place: Path) -> None:
    if entry.is_dir() and place.is_dir():
        shutil.copytree(entry, place, dirs_exist_ok=True)
    else:
        _remove(place)
        shutil.move(entry, place)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _locked(path: Path) -> TextIOWrapper | None:
    """A file that nobody else has until it is closed, or the process ends in any way; None if another has it."""
    if path.exists() and not path.is_file():  # to open a pipe is to wait for its other end
        raise FileExistsError(errno.EEXIST, f"{path.name} is in the way: remove it", str(path))
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
