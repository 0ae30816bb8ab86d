"""Figures that readers work on, each kind with its reader, its drawing, its template and its script.

All are whole without scripts. A kind is a row in `READERS`, a module and a template here, and `explore-KIND.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coursework.figure.explore.borrow import Unfilled
from coursework.figure.explore.caseload import read_caseload
from coursework.figure.explore.choose import read_choose
from coursework.figure.explore.drawer import read_drawer
from coursework.figure.explore.hundred import read_hundred
from coursework.figure.explore.overlap import read_overlap
from coursework.figure.explore.parts import Parts
from coursework.figure.explore.race import read_race
from coursework.figure.explore.regression import read_regression
from coursework.figure.explore.within import read_within
from coursework.figure.fields import Found
from coursework.source.record import Record

# What reads all that a kind has of its own, or all but what it asks of other figures; None where it is not whole, which
# is noted.
READERS: Mapping[str, Callable[[Record, Found], Parts | Unfilled | None]] = {
    "overlap": read_overlap,
    "choose": read_choose,
    "race": read_race,
    "within": read_within,
    "caseload": read_caseload,
    "drawer": read_drawer,
    "hundred": read_hundred,
    "regression": read_regression,
}
