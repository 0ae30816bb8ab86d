"""A figure as HTML: its rows are text with a drawn strip beside them, whole without scripts and at any width."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from coursework.figure.draw import marks, ticks
from coursework.figure.model import Figure
from coursework.snippet import Snippets
from coursework.templates import element


@dataclass(frozen=True)
class FigurePages:
    """Turns figures into elements. Links in them are as if written in `docs/`."""

    env: Environment
    snippets: Snippets

    def figure(self, figure: Figure, occurrence: int = 1, level: int | None = None) -> ET.Element:
        """One figure; its title becomes a heading where a level is given.

        `occurrence` counts the places on one page that show this figure, from 1.
        """
        words = self.env.globals["words"]["figures"]
        shown = marks(figure, words)
        return element(
            self.env,
            "figure/figure.html",
            figure=figure,
            anchor=f"figure-{figure.id}" + ("" if occurrence == 1 else f"-{occurrence}"),
            level=level,
            marks=shown,
            ticks=ticks(figure.axis),
            has_intervals=any(mark.lo is not None for mark in shown),
            inline=self.snippets.inline,
            source=lambda row: self.snippets.inline(f"[@{row.ref}]"),
            percent=percent,
        )


def percent(number: float) -> Markup:
    """A length or a place in percent, as short as it can be written."""
    return Markup(f"{number:.2f}".rstrip("0").rstrip(".") + "%")
