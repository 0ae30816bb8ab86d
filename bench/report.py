"""What was measured, as a page of the course."""

from __future__ import annotations

import math
import re
from statistics import median
from typing import TYPE_CHECKING

from bench.programs import OURS, OURS_OUT, PROGRAMS, THIS_COURSE_BOTH_WAYS
from bench.seeded import QUESTIONS
from coursework.quiz.exports import FORMATS

if TYPE_CHECKING:
    from bench.compare import Plan, Results
    from bench.in_browser import Waits
    from bench.machine import Machine

BASE = "plain"
_HEAD = """---
title: How fast it is
description: This generator beside its peers, on the same made-up course, measured in one run.
search:
  exclude: true
---
<!-- Written by `make bench`; what is changed here by hand is lost with the next run. -->

# How fast it is

One made-up course is built in turn by several programs, and here is what each of them takes.
{{ .lede }}

The course has {questions} questions a lesson. It is built by this generator, by two others that put questions into
lessons, and by Material for MkDocs without any question, which every ratio is to. Questions stand in the lessons; this
generator also makes a page, a worksheet and a key of every quiz, four pages a lesson where the others make one. What a
reader gets for that is not measured here. Downloads are off but in the row that says so.
"""
_FOOT = """
CPU is that of all processes together, memory the most that they held for themselves at once. Each number is a median,
of {times}; builds take turns and begin with nothing left of an earlier one. The page is that of the first lesson, and
scripts are those that it runs and the same lesson without questions does not; both are compressed, as they are sent.

{day}, {name}; load before the run {load:.1f}. {packages}. `make bench` measures anew.
"""


def page(results: Results, plan: Plan, machine: Machine) -> str:
    """Markdown: a table for each size, growth, and the wait of an author and of a reader."""
    sizes = list(plan.sizes)
    parts = [_HEAD.format(questions=QUESTIONS)]
    parts += [f"## {size:,} lessons\n\n{_costs(results, size)}\n" for size in sizes]
    if len(sizes) > 1:
        parts.append(f"## Growth\n\n{_growth(results, *sizes[-2:])}\n")
    parts.append(f"## Downloads\n\n{_downloads(results, sizes)}\n")
    parts.append(f"## This course\n\n{_this_course(results)}\n")
    parts.append(f"## From a saved change to the page\n\n{_waits(results)}\n")
    if results.browser:
        parts.append(f"## In the browser\n\n{_in_the_browser(results.browser)}\n")
    times = sorted({*plan.sizes.values(), plan.own})
    parts.append(
        _FOOT.format(
            day=machine.day, name=machine.name, load=machine.load,
            packages=", ".join(f"{name} {version}" for name, version in machine.packages.items()),
            times=" or ".join(map(str, times)),
        )
    )  # fmt: skip
    return "\n".join(parts)


def _costs(results: Results, size: int) -> str:
    base = results.cost(size, BASE)
    rows = []
    for program in PROGRAMS:
        cost, weight = results.cost(size, program.key), results.weights[size, program.key]
        rows.append(
            [
                program.name, _times(cost.cpu, base.cpu), _times(cost.memory, base.memory), f"{cost.cpu:.1f} s",
                f"{cost.wall:.1f} s", _mega(cost.memory), _mega(weight.site), _kilo(weight.page), _kilo(weight.scripts),
                str(len(weight.hosts)),
            ]
        )  # fmt: skip
    heads = ["What", "CPU", "memory", "CPU", "time", "memory", "site", "page", "scripts", "other hosts"]
    return table(heads, rows)


def _growth(results: Results, small: int, large: int) -> str:
    """The power of the number of lessons with which time and memory grow: 1 is in step with them."""
    rows = []
    for program in PROGRAMS:
        one, other = results.cost(small, program.key), results.cost(large, program.key)
        power = [exponent(getattr(one, name), getattr(other, name), large / small) for name in ("cpu", "memory")]
        rows.append([program.name, *(f"{value:.2f}" for value in power)])
    said = f"From {small:,} to {large:,} lessons, as a power of their number: 1 is in step, 2 is its square.\n\n"
    return said + table(["What", "CPU", "memory"], rows)


def _waits(results: Results) -> str:
    sizes = sorted({size for size, _ in results.waits if size})
    programs = [program for program in PROGRAMS if any((size, program.key) in results.waits for size in sizes)]
    rows = [
        [program.name, *(f"{median(results.waits[size, program.key]):.1f} s" for size in sizes)] for program in programs
    ]
    return table(["What", *(f"{size:,} lessons" for size in sizes)], rows)


def _this_course(results: Results) -> str:
    rows = []
    for program in THIS_COURSE_BOTH_WAYS:
        cost, weight = results.cost(0, program.key), results.weights[0, program.key]
        waits = results.waits.get((0, program.key))
        rows.append(
            [
                program.name, f"{cost.cpu:.1f} s", f"{cost.wall:.1f} s", _mega(cost.memory),
                f"{median(waits):.1f} s" if waits else "", _mega(weight.site), _kilo(weight.page),
            ]
        )  # fmt: skip
    heads = ["From nothing", "CPU", "time", "memory", "a quiz changed", "site", "the page of a lesson"]
    return table(heads, rows)


def _downloads(results: Results, sizes: list[int]) -> str:
    """What downloads cost a question: the difference that they make, by the number of questions."""
    rows = []
    for size in sizes:
        on, off = results.cost(size, OURS_OUT.key), results.cost(size, OURS.key)
        questions = size * QUESTIONS
        rows.append([f"{size:,} lessons", f"{questions:,}", f"{(on.cpu - off.cpu) / questions * 1000:.1f} ms"])
    return f"{', '.join(FORMATS)}, for each quiz and for all of them together.\n\n" + table(
        ["In all formats", "questions", "CPU a question"], rows
    )


def _in_the_browser(browser: Waits) -> str:
    """Milliseconds from the start of a visit, or from a click, and what moved meanwhile."""
    said = (
        f"{browser.answers:,} answers stored, a screen of 390 × 844, a processor made {browser.slower} times slower; "
        f"medians of {browser.times}. Moved is the sum of layout shifts, of which less than 0.1 is good.\n\n"
    )
    rows = [
        [name, f"{ms:.0f} ms", f"{browser.shifts[name]:.3f}" if name in browser.shifts else ""]
        for name, ms in browser.waits.items()
    ]
    return said + table(["What", "until it is there", "moved"], rows)


def exponent(one: float, other: float, growth: float) -> float:
    return math.log(other / one) / math.log(growth) if one and other else math.nan


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A Markdown table. No column says where its numbers stand: that would be a style in the page, which it forbids."""
    lines = [heads, ["---"] * len(heads), *([_unbroken(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _times(value: float, base: float) -> str:
    return f"{value / base:.2f} ×" if base else "not told"


def _mega(value: float) -> str:
    return f"{value / 1e6:.0f} MB" if value else "not told"


def _kilo(value: float) -> str:
    return f"{value / 1e3:.1f} kB"


def _unbroken(cell: str) -> str:
    """A number and its unit stay on one line."""
    return re.sub(r"(?<=\d) (?=\S+$)", "\u00a0", cell)
