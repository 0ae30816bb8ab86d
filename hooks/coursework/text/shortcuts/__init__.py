"""What is here only to be quick: without it every page says the same, and tests hold that it does.

`COURSEWORK_PLAIN=1` in the environment switches all of it off; names of modules, parted by spaces, switch off those.
"""

from __future__ import annotations

import os


def is_on(shortcut: str) -> bool:
    """Whether a shortcut may be taken, by the name of its module."""
    off = os.environ.get("COURSEWORK_PLAIN", "").split()
    return "1" not in off and shortcut not in off
