"""Pandoc as a program: the one that was installed with ours, or any other that is there."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

# The one that was installed with ours takes memory as it needs it, a third of what it would begin with, in the same
# time. Others may refuse to listen.
_HEAP = ("+RTS", "-H1m", "-A1m", "-RTS")


class PandocError(Exception):
    """Pandoc is not there, or did not succeed; says why in one line."""


def convert(text: str, reader: str, writer: str, options: Sequence[str] = ()) -> str:
    """Text in the format `reader` as text in the format `writer`.

    Raises PandocError.
    """
    program, is_ours = _program()
    if not program:
        raise PandocError("there is none; `pip install pypandoc_binary` brings it")
    command = [program, f"--from={reader}", f"--to={writer}", *options, *(_HEAP if is_ours else ())]
    try:
        # A program of ours, and no shell.
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise PandocError(f"{program}: {error.strerror}") from error
    if done.returncode:
        message = " ".join(done.stderr.decode(errors="replace").split())
        raise PandocError(message or f"{program} ended with {done.returncode}")
    return done.stdout.decode()


def identity() -> str:
    """What is another for another Pandoc; empty where there is none."""
    program, _ = _program()
    if not program:
        return ""
    file = Path(program).stat()
    return f"{file.st_size} {file.st_mtime_ns}"


@cache
def _program() -> tuple[str | None, bool]:
    """The path of Pandoc, if there is one, and whether it is the one that was installed with ours."""
    # Found, not imported: it would bring along all that it takes to fetch Pandoc from the network.
    package = importlib.util.find_spec("pypandoc")
    own = None
    if package and package.origin:
        own = shutil.which("pandoc", path=str(Path(package.origin).parent / "files"))
    return own or shutil.which("pandoc"), own is not None
