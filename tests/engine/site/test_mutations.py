"""Small changes of every kind of file: a right site or a line that says where, no traceback, no end without end."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# By their numbers, which are the same changes each time.
QUICK = range(24)
LONG = range(10_000)


def faults(numbers):
    command = [sys.executable, str(HERE / "mutations.py"), str(numbers.start), str(len(numbers))]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1) and bool(done.returncode) == bool(done.stdout), done.stderr[-2000:]
    return done.stdout.splitlines()


def test_a_change_by_chance_gives_a_right_site_or_a_line():
    assert faults(QUICK) == []


@pytest.mark.long
def test_ten_thousand_changes_by_chance_give_a_right_site_or_a_line():
    parts = [range(start, start + 500) for start in range(LONG.start, LONG.stop, 500)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        assert [fault for found in pool.map(faults, parts) for fault in found] == []
