"""A figure as a picture that stands alone: its own colours and size, for slides and handouts."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from jinja2 import Environment

from coursework.figure.draw import marks, ticks
from coursework.figure.model import Figure

WIDTH, MARGIN = 800, 40
ROW, LINE = 50, 20
_CHARACTERS = 98  # of notes, in one line


def to_svg(env: Environment, figure: Figure, source: Callable[[str], str], plain: Callable[[str], str]) -> str:
    """`source` gives the words of a reference, `plain` a text without its Markdown."""
    words = env.globals["words"]["figures"]
    shown = marks(figure, words)
    sources = "; ".join(dict.fromkeys(source(row.ref) for row in figure.rows))
    notes = [plain(figure.caption), plain(figure.caveat) if figure.caveat else "", f"{words['sources']} {sources}"]
    title = textwrap.wrap(figure.title, 60)
    top = 50 + 28 * len(title)
    bottom = top + ROW * len(shown)
    lines = [line for note in notes for line in textwrap.wrap(note, _CHARACTERS)]
    metric = figure.axis.metric
    if any(mark.lo is not None for mark in shown):
        metric = words["with"].format(metric=metric, interval=words["interval"][figure.kind])
    return env.get_template("figure/picture.svg").render(
        figure=figure,
        metric=metric,
        title=title,
        marks=shown,
        ticks=ticks(figure.axis),
        lines=lines,
        width=WIDTH,
        height=bottom + 90 + LINE * len(lines),
        margin=MARGIN,
        top=top,
        bottom=bottom,
        row=ROW,
        step=LINE,
        x=lambda percent: f"{MARGIN + percent * (WIDTH - 2 * MARGIN) / 100:.2f}",
    )
