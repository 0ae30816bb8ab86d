"""The styles of the houses, joined to one sheet: each stands beside the templates whose elements it describes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parents[1]
# Where two say something of one element with the same weight, the later one holds.
ORDER = (
    "text/controls.css", "quiz/quiz.css", "claim/claim.css", "glossary/glossary.css", "text/card.css",
    "reading/reading.css", "text/filter.css", "figure/figure.css",
)  # fmt: skip
# Sheets of their own, in the order in which they hold: for pages with a figure on which readers work, one for all kinds
# and one for each; what scripts fetch for those that move, and for one to be guessed; for the list of all figures; for
# review and progress; for sittings, and the review as one; for opinions; for help; and for lessons.
SHEETS = (
    "figure/explore/explore.css",
    "figure/explore/explore-overlap.css",
    "figure/explore/explore-choose.css",
    "figure/explore/explore-race.css",
    "figure/explore/explore-within.css",
    "figure/explore/explore-caseload.css",
    "figure/explore/explore-drawer.css",
    "figure/explore/explore-hundred.css",
    "figure/explore/explore-regression.css",
    "figure/explore/explore-live.css",
    "figure/explore/explore-guess.css",
    "figure/thumbs.css",
    "quiz/progress.css",
    "quiz/sitting.css",
    "quiz/opinion.css",
    "help/help.css",
    "lesson/lesson.css",
)
# How the name of a sheet for paper ends.
PRINT = "-print.css"
# What may hold a brace, and is none; a brace; and the end of a rule without braces.
_STEP = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[{};]', re.DOTALL)
# Fetched only in a course that has some.
FORMULAS = ("text/formula.css",)


def styles(with_formulas: bool = False) -> str:
    """CSS for all that the engine's templates and scripts make; it asks the sheet before it for colours and fonts."""
    return "\n".join(
        (_HERE / name).read_text(encoding="utf-8") for name in (*ORDER, *(FORMULAS if with_formulas else ()))
    )


def sheets() -> dict[str, str]:
    """CSS that only some pages need, by the names of the files."""
    return {Path(name).name: (_HERE / name).read_text(encoding="utf-8") for name in SHEETS}


def is_late(name: str) -> bool:
    """Whether a sheet is fetched by scripts after the first view, and without scripts at once.

    That is so of what is for paper, and of what a figure is given when it comes near the screen.
    """
    return name.startswith("explore") or name.endswith(PRINT)


def name_for_paper(name: str) -> str:
    """The name of the sheet with what another one says of paper."""
    return name.removesuffix(".css") + PRINT


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Each rule of a sheet without comments, as what stands before its braces, and what within them.

    A rule without braces, as `@import`, has nothing within.
    """
    depth = start = opened = 0
    for step in _STEP.finditer(sheet):
        sign = step[0]
        if sign == "{":
            opened = opened if depth else step.start()
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : step.start()]
                start = step.end()
        elif sign == ";" and not depth:
            yield sheet[start : step.end()].strip(), ""
            start = step.end()


def parted(sheet: str) -> tuple[str, str]:
    """A sheet without comments as two: what holds on a screen or everywhere, and all that holds on paper alone."""
    screen, paper = "", ""
    for prelude, body in rules(sheet):
        rule = prelude if prelude.endswith(";") else f"{prelude}{{{body}}}"
        if prelude.startswith("@media print"):
            paper += rule
        else:
            screen += rule
    return screen, paper
