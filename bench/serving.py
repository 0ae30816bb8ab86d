"""How long an author waits: from a change that is saved under `mkdocs serve` until the page shows it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

_LONG_ENOUGH = 600
# The watcher must have seen that nothing changes.
_SETTLE_SECONDS = 1.5


def seconds_until_visible(
    python: str, folder: Path, environment: dict[str, str], page: str, edit: Callable[[int], str], times: int
) -> list[float]:
    """Serve a project and change it so many times; gives the seconds until each change can be seen on the page.

    `edit` makes the change number n and gives the words to look for.
    """
    with _served(python, folder, environment) as address:
        waited = []
        for number in range(1, times + 1):
            time.sleep(_SETTLE_SECONDS)
            words, saved = edit(number), time.perf_counter()
            _wait_for(address + page, words)
            waited.append(time.perf_counter() - saved)
    return waited


@contextlib.contextmanager
def _served(python: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(f"http://127.0.0.1:{port}/", "</html>", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str, words: str, process: subprocess.Popen | None = None) -> None:
    end = time.monotonic() + _LONG_ENOUGH
    while time.monotonic() < end:
        if process and process.poll() is not None:
            raise ChildProcessError(f"The server of {address} has ended.")
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=_LONG_ENOUGH) as page:  # noqa: S310
            if words in page.read().decode():
                return
        time.sleep(0.02)
    raise TimeoutError(f"{address} did not show {words!r} within {_LONG_ENOUGH} seconds.")
