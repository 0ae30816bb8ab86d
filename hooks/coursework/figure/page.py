"""A figure as HTML: its rows are text with a drawn strip beside them, whole without scripts and at any width."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from coursework.figure.draw import marks, measure, ticks
from coursework.figure.guess import places, row_id
from coursework.figure.model import Explorable, Figure, Plot, Row, Timeline
from coursework.figure.thumb import thumb
from coursework.figure.timeline import signs, spots, years
from coursework.text.snippet import Snippets
from coursework.text.stance import Stances
from coursework.text.templates import element
from coursework.text.words import group, words_of


@dataclass(frozen=True)
class FigurePages:
    """Turns figures into elements. Links in them are as if written in `docs/`.

    `lesson` gives the title of a lesson by its path; `course` is the name under which browsers keep what is guessed.
    """

    env: Environment
    snippets: Snippets
    stances: Stances
    lesson: Callable[[str], str]
    course: str

    def figure(self, figure: Figure, occurrence: int = 1, listed: bool = False) -> ET.Element:
        """One figure; where it is `listed` its card has the title, and nothing of it is guessed.

        `occurrence` counts the places on one page that show this figure, from 1.
        """
        return element(
            self.env,
            _template(figure),
            figure=figure,
            anchor=_anchor(figure, occurrence),
            listed=listed,
            source=lambda row: self.snippets.inline(f"[@{row.ref}]"),
            claim=self._claim,
            lesson=self.lesson,
            percent=percent,
            guess=None if listed else self._guess(figure),
            **self._drawn(figure),
        )

    def index(self, figures: Sequence[tuple[Figure, int]]) -> ET.Element:
        """A card for each figure, by its occurrence on the page, with its title and lesson, to be filled with it."""
        cards = [thumb(figure, _anchor(figure, occurrence)) for figure, occurrence in figures]
        return element(self.env, "figure/index.html", cards=cards, lesson=self.lesson, percent=percent)

    def _drawn(self, figure: Figure) -> dict[str, object]:
        if isinstance(figure, Timeline):
            return self._events(figure)
        return self._estimates(figure) if isinstance(figure, Plot) else {}

    def _estimates(self, figure: Plot) -> dict[str, object]:
        words = group(words_of(self.env), "figures")
        drawn: dict[str, object] = {
            "marks": marks(figure, words),
            "ticks": ticks(figure.axis),
            "measure": measure(figure, words),
        }
        if isinstance(figure, Explorable):
            drawn["columns"] = figure.own.columns(figure)
            drawn["explored"] = figure.own.drawn(figure)
        return drawn

    def _guess(self, figure: Figure) -> dict[str, object] | None:
        """What a script must know of a figure to be guessed: its axis, and of each row its order and its id."""
        if not isinstance(figure, Plot) or figure.guess is None:
            return None
        axis, (steps, digits) = figure.axis, places(figure.axis)
        labels = [row.label for row in figure.rows]
        return {
            "course": self.course,
            "axis": f"{axis.min} {axis.max} {steps} {'log' if axis.scale == 'log' else digits}",
            "order": [labels.index(asked.row) for asked in figure.guess.rows],
            "rows": {asked.row: (row_id(asked.row), asked) for asked in figure.guess.rows},
        }

    def _claim(self, row: Row) -> Markup:
        """A link to the claim of a row, which becomes its mark."""
        return self.snippets.inline(f"[{row.claim}]({self.env.globals['folder']}claims.md#{row.claim})")

    def _events(self, figure: Timeline) -> dict[str, object]:
        shown = spots(figure)
        return {
            "spots": shown,
            "signs": {sign.stance: sign for sign in signs(figure, self.stances)},
            "levels": 1 + max(spot.level for spot in shown),
            "stances": self.stances,
            "ticks": years(figure),
        }


def _anchor(figure: Figure, occurrence: int) -> str:
    return f"figure-{figure.id}" + ("" if occurrence == 1 else f"-{occurrence}")


def _template(figure: Figure) -> str:
    if isinstance(figure, Explorable):
        return f"figure/explore/{figure.kind}.html"
    return "figure/timeline.html" if isinstance(figure, Timeline) else "figure/plot.html"


def percent(number: float) -> Markup:
    """A length or a place in percent, as short as it can be written."""
    return Markup(f"{number:.2f}".rstrip("0").rstrip(".") + "%")
