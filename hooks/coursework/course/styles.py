"""The styles of the houses, joined to one sheet: each stands beside the templates whose elements it describes."""

from __future__ import annotations

import re
from pathlib import Path

_HERE = Path(__file__).parents[1]
# Where two say something of one element with the same weight, the later one holds.
ORDER = (
    "text/controls.css", "quiz/quiz.css", "claim/claim.css", "glossary/glossary.css", "text/card.css",
    "reading/reading.css", "text/filter.css", "figure/figure.css",
)  # fmt: skip
# Sheets of their own, in the order in which they hold: for pages with a figure on which readers work, one for all kinds
# and one for each; what scripts fetch for those that move, and for one to be guessed; for the list of all figures; for
# review and progress; for help; and for lessons.
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
    "help/help.css",
    "lesson/lesson.css",
)
# How the name of a sheet for paper ends.
PRINT = "-print.css"
_PAPER = re.compile(r"@media print\s*\{")
# A brace in a string is none of the sheet's.
_SIGNS = re.compile(r"""[{}]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""")
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


def parted(sheet: str) -> tuple[str, str]:
    """A sheet without comments as two: what holds on a screen or everywhere, and all that holds on paper alone."""
    screen, paper, end = "", "", 0
    for start in _PAPER.finditer(sheet):
        if start.start() < end:
            continue
        depth, close = 1, start.end()
        for sign in _SIGNS.finditer(sheet, start.end()):
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
            close = sign.end()
            if not depth:
                break
        screen += sheet[end : start.start()]
        paper += sheet[start.start() : close]
        end = close
    return screen + sheet[end:], paper
