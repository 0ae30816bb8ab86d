"""How a build ends that cannot be published: a line for each mistake, and their number."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

import coursework
from coursework_mkdocs.host import log

# In a path or in words, but not where an author is quoted.
_DOCS = re.compile(r"""(?<![\w/.'"`-])docs/""")


class _DocsFolder(logging.Filter):
    """Gives the folder of pages its name on this site, which the engine calls `docs/` wherever it is."""

    def __init__(self, name: str):
        super().__init__()
        self._name = name

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = self.named(str(record.msg))
        return True

    def named(self, line: str) -> str:
        """A line for authors with the folder's own name."""
        return _DOCS.sub(lambda match: f"{self._name}/", line)


def name_docs_folder(config: MkDocsConfig) -> None:
    """Let all that is told of pages name them as the site does."""
    for each in list(log.filters):
        log.removeFilter(each)
    name = Path(os.path.relpath(config.docs_dir, Path(config.config_file_path).parent)).as_posix()
    if name != "docs":
        log.addFilter(_DocsFolder(name))


def as_told(problem: coursework.Problem) -> str:
    """The line of a problem as it is printed."""
    line = str(problem)
    for each in log.filters:
        line = each.named(line) if isinstance(each, _DocsFolder) else line
    return line


class RefusedError(PluginError):
    """Ends a build of which all that is wrong has been told."""


def refuse(problems: Sequence[coursework.Problem]) -> NoReturn:
    """Tell each problem and raise RefusedError, with which MkDocs ends."""
    for problem in problems:
        log.error(str(problem))
    count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
    raise RefusedError(f"{count} to mend; each line above says where and what. The site was not built.")
