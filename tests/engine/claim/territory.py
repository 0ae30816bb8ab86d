"""A small ledger about maps, as the engine must not know what a course is about."""

from coursework.course.content_files import REFERENCES
from making import MAPS

LEDGER = """
lesson: lessons/maps.md
claims:
  - id: M1
    sentence: Contour lines join points of *equal height* [@snyder1987].
    kind: finding
    certainty: single study
    stance: for
    caveat: On maps that have them; see [M2](claims.md#M2).
    read-as: abstract
    references: [snyder1987, harley1989]
  - {id: M2, sentence: Maps leave things out., kind: argument, references: harley1989}
  - {id: M3, sentence: North was south once., kind: finding, confirmed: false, references: harley1989}
"""
FILES = {"claims/maps.yml": LEDGER, REFERENCES: MAPS[REFERENCES]}
LESSON = """# Maps

Lines of height [M1](../claims.md#M1), again [M1](../claims.md#M1), and [what is left out](../claims.md#M2).
"""
