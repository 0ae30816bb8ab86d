"""What can be read of a list that has an item that is no YAML: mistakes in the others are told in the same run."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from coursework.source.problem import Problem
from coursework.source.syntax import syntax_problem
from coursework.source.values import Parsed, Value, compose, parse

_BLANK = re.compile(r"\s*(?:#.*)?")


@dataclass(frozen=True)
class SoundItems:
    """What can be read of a file: all of it, or a list in which each item that is no YAML has a word in its place.

    Those stand in the lines `cut`. `problems` are those of YAML, but for the first, for which the file was given up.
    """

    value: Value | None
    problems: Sequence[Problem] = ()
    cut: frozenset[int] = frozenset()

    def faults(self, problems: Iterable[Problem]) -> list[Problem]:
        """All problems, with those that were found in the value; of what stands in the place of an item are none."""
        return [*self.problems, *(problem for problem in problems if problem.line not in self.cut)]


def sound_items(root: Path, field: str, parsed: Parsed, own: Collection[str] = ()) -> SoundItems:
    """What can be read of a file below `root`, of which `load` gave `parsed`; `own` as there.

    `field` is that of the list whose items do without each other, or empty where the list is all that the file has.
    Without a value where the first problem is not in an item of it, or the items cannot be told from each other.
    """
    value, found = parsed
    return SoundItems(value) if value is not None or len(found) != 1 else _past(root, field, found[0], own)


def _past(root: Path, field: str, first: Problem, own: Collection[str]) -> SoundItems:
    file = root / first.path
    if not file.is_file():
        return SoundItems(None)  # a pipe may never end
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return SoundItems(None)
    lines = content.splitlines()
    items, at_fault, problems = _items(lines, field), False, []
    cut: set[int] = set()
    for item in items:
        # What another item began and did not end has no part in it.
        by_itself = "\n".join(lines[item.start : item.stop]) + "\n"
        try:
            compose(by_itself)
            continue
        except yaml.composer.ComposerError:
            return SoundItems(None)  # it needs what stands elsewhere
        except yaml.MarkedYAMLError as error:
            problem = syntax_problem(error, by_itself, first.path)
            problem = replace(problem, line=problem.line + item.start)
        except (yaml.YAMLError, RecursionError):
            return SoundItems(None)
        cut |= {number + 1 for number in item}
        if first.line - 1 in item:
            at_fault = True
        else:
            problems.append(problem)
        indentation = re.match(" *", lines[item.start])
        blank = [""] * (len(item) - 1)
        lines[item.start : item.stop] = [f"{indentation[0] if indentation else ''}- cut", *blank]
    value, rest = parse("\n".join(lines) + "\n", first.path, own) if at_fault else (None, [])
    return SoundItems(None) if value is None else SoundItems(value, [*problems, *rest], frozenset(cut))


def _items(lines: list[str], field: str) -> list[range]:
    """The lines of each item of a list of hyphens, as YAML has it where nothing is wrong with its indentation."""
    begin = 0
    if field:
        header = re.compile(rf"{re.escape(field)}:\s*(?:#.*)?")
        begin = next((number + 1 for number, line in enumerate(lines) if header.fullmatch(line)), len(lines))
    starts: list[int] = []
    end, hyphen = len(lines), ""
    for number in range(begin, len(lines)):
        line = lines[number]
        if _BLANK.fullmatch(line):
            continue
        if not starts:
            match = re.match(r"( *)-(?: |$)", line)
            if not match:
                return []
            hyphen = f"{match[1]}- "
        if line.startswith(hyphen) or line == hyphen.rstrip():
            starts.append(number)
        elif not line.startswith((f"{hyphen[:-2]} ", "\t")):
            end = number
            break
    return [range(start, stop) for start, stop in zip(starts, [*starts[1:], end], strict=False)]
