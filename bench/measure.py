"""One command, measured: the CPU and the time that it takes, and the memory that it needs at once."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

_POLL_SECONDS = 0.01


@dataclass(frozen=True)
class Cost:
    """`cpu` and `wall` are seconds, of all processes together; `memory` is bytes, where the system tells them."""

    cpu: float
    wall: float
    memory: int


class CommandError(Exception):
    """A command did not succeed; says what it printed."""


def cost_of(command: list[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command in a folder and measure it."""
    started, memory = time.perf_counter(), 0
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            memory = max(memory, memory_of(process.pid))
            time.sleep(_POLL_SECONDS)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        printed = process.stdout.read()
    if process.returncode:
        raise CommandError(f"{' '.join(command)} in {folder}:\n{printed[-3000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, memory)


def memory_of(pid: int) -> int:
    """The bytes that a process and its children hold for themselves alone, as Linux tells them; 0 elsewhere.

    What is read from program files does not count: the system can drop it, and shares it between programs.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")), 0)
    return own * 1024 + sum(memory_of(int(child)) for child in children)
