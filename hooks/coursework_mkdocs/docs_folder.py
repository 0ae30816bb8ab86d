"""What lies below `docs/` and cannot be published: links that lead out, and what is no file at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from coursework.source.problem import Problem


def unpublishable(config: MkDocsConfig) -> Iterator[Problem]:
    """A problem for each; nothing is opened, since a pipe may never end, and nothing outside is looked at."""
    docs = Path(config.docs_dir)
    yield from _Docs(config, docs.resolve()).below(docs, "", (docs.resolve(),))


@dataclass(frozen=True)
class _Docs:
    config: MkDocsConfig
    root: Path

    def below(self, folder: Path, path: str, chain: tuple[Path, ...]) -> Iterator[Problem]:
        """What is wrong in a folder; `path` is its own below `docs/`, `chain` are the folders that led to it."""
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            name = f"{path}{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            if self._is_left_out(name, is_folder):
                continue
            fault = _of_name(entry.name) or ("" if not entry.is_symlink() else self._of_link(entry, chain))
            if not fault and not entry.is_file() and not entry.is_dir():
                fault = "must be a file, not a device or a pipe"
            if fault:
                yield Problem(f"docs/{name}".encode(errors="replace").decode(), 1, 1, "", fault)
            elif entry.is_dir():
                yield from self.below(Path(entry), f"{name}/", (*chain, Path(entry).resolve()))

    def _is_left_out(self, path: str, is_folder: bool) -> bool:
        """Whether MkDocs leaves out a path: what is hidden, unless the settings take it in, and what they leave out."""
        exclude = self.config.exclude_docs
        is_hidden = path.startswith(".") or "/." in path
        if not exclude:
            return is_hidden
        if is_folder:
            return False  # the settings may take in a file of it
        is_excluded: bool | None = exclude.check_file(path).include
        return is_hidden if is_excluded is None else is_excluded

    def _of_link(self, entry: os.DirEntry[str], chain: tuple[Path, ...]) -> str:
        try:
            target = Path(entry).resolve(strict=True)
        except FileNotFoundError:
            return "must lead to a file that is there, or be none"
        except (OSError, RuntimeError):  # which of them depends on Python's version
            return "must not lead to itself"
        if not target.is_relative_to(self.root):
            return "must lie in docs/ itself, not be a link that leads out of it"
        return "must not lead to a folder that it lies in" if target in chain else ""


def _of_name(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        return "must have a name in UTF-8"
    return ""
