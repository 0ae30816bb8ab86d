"""The styles of the houses, joined to one sheet: each stands beside the templates whose elements it describes."""

from __future__ import annotations

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
    """Whether a sheet is fetched by `explore.js` when a figure comes near the screen, and without scripts at once."""
    return name.startswith("explore")
