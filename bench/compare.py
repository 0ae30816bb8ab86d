"""`make bench`: this generator beside its peers and beside Material alone, on the same made-up course.

Builds take turns, so that what else the machine does meets all of them alike. Then come the course of this project and
a browser on the largest made-up one. `--quick` measures less, in under three minutes, and prints what the whole run
writes into docs/benchmark.md.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import report
from bench.in_browser import Waits, waits_in
from bench.machine import machine
from bench.measure import Cost, cost_of
from bench.programs import OURS, PROGRAMS, ROOT, THIS_COURSE_BOTH_WAYS, Program
from bench.seeded import lessons
from bench.serving import seconds_until_visible
from bench.weigh import Weight, scripts_of, weight_of

# Where readers find the site is known: without it nothing is made that goes out.
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONUTF8": "1", "SITE_URL": "https://example.org/",
}  # fmt: skip
PAGE = ROOT / "docs/benchmark.md"


@dataclass(frozen=True)
class Plan:
    """`sizes` are numbers of lessons, with the times that each is built by each program.

    `own` are the times that this course is built, and `edits` the changes that are made under `mkdocs serve`.
    """

    sizes: dict[int, int]
    served: tuple[int, ...]
    edits: int
    own: int


WHOLE = Plan({20: 5, 200: 3, 1000: 3}, served=(20, 200, 1000), edits=3, own=5)
QUICK = Plan({20: 3, 100: 1}, served=(20,), edits=2, own=1)


@dataclass
class Results:
    """What was measured, by the number of lessons and the program's key; for the course of this project that is 0."""

    costs: dict[tuple[int, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    weights: dict[tuple[int, str], Weight] = field(default_factory=dict)
    waits: dict[tuple[int, str], list[float]] = field(default_factory=dict)
    browser: Waits | None = None

    def cost(self, size: int, key: str) -> Cost:
        costs = self.costs[size, key]
        return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "memory")))


def main(python: str, quick: bool) -> int:
    """Measure with the Python of an environment that has the peers, and write or print what comes out."""
    about = machine(python)
    plan, results = (QUICK if quick else WHOLE), Results()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measure(python, Path(folder, "this-course"), THIS_COURSE_BOTH_WAYS, 0, plan.own, plan, results)
        for size, times in plan.sizes.items():
            measure(python, Path(folder, str(size)), PROGRAMS, size, times, plan, results)
    text = report.page(results, plan, about)
    if quick:
        print(f"\n{text}")
    else:
        PAGE.write_text(text, encoding="utf-8")
        print(f"\nWritten: {PAGE.relative_to(ROOT)}")
    return 0


def measure(
    python: str, folder: Path, programs: list[Program], size: int, times: int, plan: Plan, results: Results
) -> None:
    """Build a course of one size with each program so many times in turn, weigh it, change it, and look at it."""
    made, what = lessons(size), f"{size} lessons" if size else "This course"
    for program in programs:
        (folder / program.key).mkdir(parents=True)
        program.write(folder / program.key, made)
    for turn in range(1, times + 1):
        for program in programs:
            cost = build(python, folder / program.key)
            results.costs[size, program.key].append(cost)
            tell(f"{what}, turn {turn} of {times}: {program.name}", f"{cost.cpu:.1f} s of CPU")
    known: set[bytes] = set()
    for program in programs:
        site = folder / program.key / "site"
        known = known or scripts_of(site, program.page)
        results.weights[size, program.key] = weight_of(site, program.page, known)
    if size == max(plan.sizes):
        results.browser = waits_in(folder / OURS.key / "site")
        tell(f"{what}, in a browser with {results.browser.answers:,} answers", "done")
    for program in programs if size in (0, *plan.served) else ():
        if program.edit:
            results.waits[size, program.key] = waits(python, folder / program.key, program, plan.edits)
            shown = ", ".join(f"{seconds:.1f}" for seconds in results.waits[size, program.key])
            tell(f"{what}, changes under serve: {program.name}", f"{shown} s")


def build(python: str, folder: Path) -> Cost:
    """A cold build: nothing is where an earlier one left it."""
    # Moved away and not deleted: where many files were deleted a moment ago, some file systems are slow to make others.
    old = Path(tempfile.mkdtemp(prefix="old-", dir=folder.parent))
    for made in ("site", ".cache"):
        if (folder / made).exists():
            (folder / made).rename(old / made)
    return cost_of([python, "-m", "mkdocs", "build", "--quiet"], folder, ENVIRONMENT)


def waits(python: str, folder: Path, program: Program, times: int) -> list[float]:
    return seconds_until_visible(
        python, folder, ENVIRONMENT, program.page, lambda number: program.edit(folder, number), times
    )  # fmt: skip


def tell(what: str, found: str) -> None:
    print(f"{what} … {found}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--quick" in sys.argv))
