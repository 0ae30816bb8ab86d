"""Which files of a project are read as YAML, and those that lie or are named so that nobody would read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from coursework.reading.read import OWN_FIELDS
from coursework.source import values as source
from coursework.source.problem import Problem

REFERENCES = "readings/references.yml"
_FOLDERS = ("quizzes", "readings", "figures", "claims")
_SINGLE = ("glossary.yml", "help.yml", "words.yml")
# All that is read, from the root.
SOURCES = (*_FOLDERS, *_SINGLE)
# Names that no file can have: those of generated pages, and what means something else in a block.
_TAKEN = {"quizzes": ("index", "sitting"), "readings": ("index", "bibliography"), "figures": (), "claims": ()}
_YAML_ALONE = re.compile(r"\.ya?ml$", re.IGNORECASE)
# Whatever its author takes for YAML: Windows hides the `.txt` that it adds.
_YAML = re.compile(r"\.(ya?ml(\.txt)?|json|txt)$", re.IGNORECASE)


def values_in(
    root: Path, folder: str, cache: dict[str, tuple[str, source.Parsed]] | None, unnamed: list[Problem]
) -> Iterator[tuple[str, str, source.Value | None, list[Problem]]]:
    """The id, path and value of each YAML file of a folder, with what is wrong with it as YAML, or with its place.

    A file that must go elsewhere is there without a value, so that what names it is not told to be wrong as well.
    Those of files that have no id of their own go to `unnamed`. `cache` is for `source.load`.
    """
    seen: set[str] = set()
    for file in sorted((root / folder).rglob("*"), key=lambda file: (len(file.parts), file)):
        path = file.relative_to(root).as_posix()
        ending = _YAML.search(file.name)
        if not ending or file.name.startswith("."):  # hidden: of an editor, or of a system
            continue
        id = file.name[: ending.start()]
        is_named = source.is_identifier(id) and id not in _TAKEN[folder]
        fault = _fault(path, folder, id)
        own = OWN_FIELDS if path == REFERENCES else ()
        value, problems = (None, [Problem(path, 1, 1, "", fault)]) if fault else source.load(root, path, cache, own)
        if is_named and id not in seen:
            yield id, path, value, problems
        else:
            unnamed += problems
        seen.add(id)


def _fault(path: str, folder: str, id: str) -> str:
    if "/" in path.removeprefix(f"{folder}/"):
        return f"must lie in {folder}/ itself, where it is read, not in a folder in it"
    if id in _TAKEN[folder]:
        return f"must have another name, because {id} stands for something else in {folder}/"
    if not source.is_identifier(id):
        return f"must have a name of its own in {source.ID_RULE}, ending in .yml"
    return "" if path.endswith(".yml") else f"must be called {id}.yml"


def misplaced(root: Path, published: Iterable[str], any_ending: bool = True) -> Iterator[Problem]:
    """What is meant to be read and is not: in `docs/`, under nearly the right name, or behind a link, or no folder.

    `published` are the paths of all files in `docs/`; where it is not `any_ending`, only YAML there is taken for ours.
    """
    yield from _unread(root)
    for path in sorted(published):
        folder = path.partition("/")[0]
        if folder in _FOLDERS and "/" in path and (_YAML if any_ending else _YAML_ALONE).search(path):
            message = f"must lie in {folder}/, beside docs/, or it is published as it stands"
            yield Problem(f"docs/{path}", 1, 1, "", message)
        elif path in _SINGLE and not (root / path).exists():
            # With one where it is read, this may be a file of the site's own.
            message = "must lie beside docs/, or it is published as it stands and nobody reads it"
            yield Problem(f"docs/{path}", 1, 1, "", message)
    for file in sorted(root.iterdir()) if root.is_dir() else ():
        for name in SOURCES:
            near = re.sub(r"\.(yaml|ya?ml\.txt)$", ".yml", file.name.lower())
            if near == name and file.name != name:
                yield Problem(file.name, 1, 1, "", f"must be called {name}")


def _unread(root: Path) -> Iterator[Problem]:
    for name in SOURCES:
        if (root / name).is_symlink() and not (root / name).exists():
            yield Problem(name, 1, 1, "", "must lead to what is there")
    for folder in map(Path, _FOLDERS):
        if (root / folder).exists() and not (root / folder).is_dir():
            yield Problem(folder.name, 1, 1, "", "must be a folder")
        for file in sorted((root / folder).iterdir()) if (root / folder).is_dir() else ():
            if file.is_symlink() and file.is_dir():
                message = "must not be a link to a folder, in which nothing is read"
                yield Problem(f"{folder}/{file.name}", 1, 1, "", message)
