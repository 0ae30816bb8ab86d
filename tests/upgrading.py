"""Courses as a release of the generator shipped them, and what their readers and authors were promised by it.

Each stands in a folder of its own in `tests/upgrades/`, named by the first two numbers of the release, since the third
brings nothing new: `course/`, as `coursework new` wrote it, and `promised.json`, what stood in its site then. Neither
is ever changed.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import tomllib
from pathlib import Path

import building
import installing
from published import Element, addresses_of, pages_of

UPGRADES = building.PROJECT / "tests/upgrades"
_COURSE, _PROMISED = "course", "promised.json"
# What no build reads.
_UNREAD = (".github", ".gitignore", "README.md", "requirements.txt", "schemas", ".cache", "site")
# What asks a reader, and where the answer is kept unless it says so.
_ASKS = {"quiz-question": "answer", "quiz-guess": "guess"}
_RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", re.MULTILINE)


def releases(changelog: str) -> list[str]:
    """The versions that a changelog names as released, with their day, the newest first."""
    return _RELEASE.findall(changelog)


def folder_of(release: str) -> Path:
    """Where the course of a release is: `tests/upgrades/1.0` of 1.0.0."""
    return UPGRADES / ".".join(release.split(".")[:2])


def version() -> str:
    """The version that is in work."""
    settings = tomllib.loads((building.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return settings["project"]["version"]


def freeze(package: Path, folder: Path) -> None:
    """Write into a folder, which must not be there, the course that a new author gets today, and what it promises.

    `package` is where Python finds the generator.
    """
    with tempfile.TemporaryDirectory() as work:
        made = installing.coursework(package, Path(work), "new", "maps")
        assert made.returncode == 0, made.stdout
        shutil.copytree(Path(work, "maps"), folder / _COURSE, ignore=shutil.ignore_patterns(*_UNREAD))
    text = json.dumps(built(package, folder), indent=1, ensure_ascii=False, sort_keys=True)
    (folder / _PROMISED).write_text(f"{text}\n", encoding="utf-8")


def built(package: Path, folder: Path) -> dict:
    """What is in the site that today's generator makes, strictly, of the course in a folder of `freeze`."""
    with tempfile.TemporaryDirectory() as work:
        course, site = Path(work, "course"), Path(work, "site")
        shutil.copytree(folder / _COURSE, course)
        result = installing.build(package, course, site, "--strict")
        assert result.returncode == 0, result.stdout
        return in_site(site)


def promised(folder: Path) -> dict:
    """What was in the site of the course in a folder of `freeze` when it was written."""
    return json.loads((folder / _PROMISED).read_text(encoding="utf-8"))


def in_site(site: Path) -> dict:
    """What others hold on to: addresses, and of each stored answer its key, its version and the parts it may name."""
    answers: dict[str, dict] = {}
    for page in pages_of(site).values():
        for element in page.elements:
            if element.name in _ASKS:
                parts: list[str] = []
                answers[_key(element)] = {"version": element.attributes["data-version"], "parts": parts}
            elif set(_ASKS) & set(element.inside):
                parts += [part for part in _parts(element) if part not in parts]
    return {"addresses": sorted(addresses_of(site)), "answers": answers}


def _key(element: Element) -> str:
    """The key under which a reader's device has the answer to a question; a sitting has one for all that it asks."""
    own = element.attributes
    slot = own.get("data-slot", _ASKS[element.name])
    between = ", " if slot.startswith("sitting/") else "/"
    store = (building.PROJECT / "hooks/coursework/text/browser/store.js").read_text(encoding="utf-8")
    number = re.search("export const VERSION = ([0-9]+)", store)[1]
    return f"{own['data-course']}/v{number}/{slot}{between}{own['data-question']}"


def _parts(element: Element) -> list[str]:
    """The keys that an answer may have from an element: of a choice, an item, a match or a gap."""
    own = element.attributes
    is_choice = element.name == "option" or own.get("type") in ("radio", "checkbox")
    found = [own.get("data-part"), own.get("data-choice"), own.get("value") if is_choice else None]
    return [key for key in found if key]


def broken(before: dict, now: dict) -> list[str]:
    """Each promise that is not kept, in words; more than was promised breaks none."""
    lines = [f"{address} is gone" for address in before["addresses"] if address not in now["addresses"]]
    for key, answer in before["answers"].items():
        found = now["answers"].get(key)
        if found is None:
            lines.append(f"nothing asks for the answer {key}")
            continue
        if found["version"] != answer["version"]:
            lines.append(f"{key} begins anew: its version is {found['version']}, not {answer['version']}")
        lines += [f"{key} has no {part!r}" for part in answer["parts"] if part not in found["parts"]]
        kept = [part for part in found["parts"] if part in answer["parts"]]
        if sorted(kept) == sorted(answer["parts"]) and kept != answer["parts"]:
            lines.append(f"{key} shows its parts in another order")
    return lines


def digest(folder: Path) -> str:
    """What all files of a folder add up to."""
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{file.relative_to(folder).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return total.hexdigest()
