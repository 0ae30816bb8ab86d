"""A figure as a picture that stands alone: its own colours and size, for slides and handouts."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment

from coursework.figure.draw import marks, measure, ticks
from coursework.figure.model import Figure
from coursework.figure.timeline import signs, spots, years
from coursework.text.stance import Stances

WIDTH, MARGIN = 800, 40
PLOT = 320  # where the drawn part begins, beside the words
LINE, BETWEEN = 19, 14  # a line of words, and what lies between two rows
EVENT, SIGN = 26, 14  # a row of a timeline, and a sign above another
_TITLE, _WORDS, _NOTE, _EVENT = 60, 36, 98, 88  # characters in one line


def to_svg(
    env: Environment,
    figure: Figure,
    source: Callable[[str], str],
    plain: Callable[[str], str],
    stances: Stances,
) -> str:
    """`source` gives the words of a reference and `plain` a text without its Markdown."""
    words = env.globals["words"]["figures"]
    title = textwrap.wrap(figure.title, _TITLE)
    top = 62 + 28 * len(title)
    notes = [plain(figure.caption), f"{words['caveat']} {plain(figure.caveat)}" if figure.caveat else ""]
    if figure.kind == "timeline":
        drawn = _events(figure, top, source, stances)
    else:
        drawn = _estimates(figure, top, words)
        notes.append(f"{words['sources']} {'; '.join(dict.fromkeys(source(row.ref) for row in figure.rows))}")
    lines = [line for note in notes for line in textwrap.wrap(note, _NOTE)]
    return env.get_template(f"figure/exports/{'timeline' if figure.kind == 'timeline' else 'plot'}.svg").render(
        figure=figure,
        title=title,
        top=top,
        lines=lines,
        width=WIDTH,
        height=drawn["end"] + 30 + LINE * len(lines),
        margin=MARGIN,
        line_height=LINE,
        **drawn,
    )


def _estimates(figure: Figure, top: int, words: Mapping[str, Any]) -> dict[str, Any]:
    """Each row with its words, in lines, and where it begins and ends."""
    rows, y = [], top
    for mark in marks(figure, words):
        label = textwrap.wrap(mark.row.label, _WORDS)
        text = textwrap.wrap("".join(mark.text), _WORDS)
        height = LINE * (len(label) + len(text)) + BETWEEN
        # What counts stands first, and is never as long as a line.
        text[0] = text[0].removeprefix(mark.text[0])
        rows.append({"mark": mark, "label": label, "text": text, "y": y, "middle": y + height / 2})
        y += height
    axis = {"ticks": ticks(figure.axis), "metric": measure(figure, words), "plot": PLOT, "x": _along(PLOT)}
    return {"rows": rows, "bottom": y, "end": y + (50 if figure.axis.left else 34), **axis}


def _events(figure: Figure, top: int, source: Callable[[str], str], stances: Stances) -> dict[str, Any]:
    """Each event with its words, and where the line of years lies."""
    shown = spots(figure)
    line = top + SIGN * (1 + max(spot.level for spot in shown))
    rows = []
    for spot in shown:
        event = spot.event
        label = textwrap.shorten(event.label, _EVENT - 20, placeholder="…")
        stance = stances[event.stance].label if event.stance else ""
        text = "; ".join(filter(None, (stance, source(event.ref))))
        text = textwrap.shorten(text, _EVENT - len(label), placeholder="…")
        rows.append({"spot": spot, "label": label, "text": text, "y": line + 40 + EVENT * len(rows)})
    used = {sign.stance: sign for sign in signs(figure, stances)}
    end = line + 50 + EVENT * len(rows)
    return {"rows": rows, "signs": used, "line": line, "sign": SIGN, "end": end, "ticks": years(figure),
            "x": _along(MARGIN)}  # fmt: skip


def _along(left: int) -> Callable[[float], str]:
    """From a place in percent to one in the picture, on an axis from `left` to the margin."""
    return lambda percent: f"{left + percent * (WIDTH - MARGIN - left) / 100:.2f}"
