"""What a type of question is like wherever it is asked and counted: Python and scripts go by this, by no other list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Traits:
    """What sets one type apart from another.

    `graded` is one that the page itself finds right or wrong: its reader is asked how sure they are, it is counted, and
    may stand in a sitting. `scheduled` is one that comes back for review, and so can become known. `teaches` is one
    whose answer shows whether an objective was reached; `asked_twice` may be asked before the course and after it.
    """

    graded: bool = True
    scheduled: bool = True
    teaches: bool = True
    asked_twice: bool = False


TRAITS: dict[str, Traits] = {
    "single-choice": Traits(),
    "multiple-choice": Traits(),
    "true-false": Traits(),
    "matching": Traits(),
    "ordering": Traits(),
    "numerical": Traits(),
    "short-answer": Traits(),
    "cloze": Traits(),
    "open-response": Traits(graded=False, scheduled=False),
    "opinion": Traits(graded=False, scheduled=False, teaches=False, asked_twice=True),
}
