"""How a build ends that cannot be published: a line for each mistake, and their number."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import NoReturn

from mkdocs.exceptions import PluginError

import coursework

# Only what is logged below `mkdocs.` is shown by MkDocs and counted by `--strict`.
log = logging.getLogger("mkdocs.hooks.coursework")


def refuse(problems: Sequence[coursework.Problem]) -> NoReturn:
    """Tell each problem and raise PluginError, with which MkDocs ends."""
    for problem in problems:
        log.error(str(problem))
    count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
    raise PluginError(f"{count} to mend; each line above says where and what. The site was not built.")
