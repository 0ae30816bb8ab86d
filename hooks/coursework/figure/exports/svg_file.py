"""A figure as a picture that stands alone: its own colours and size, for slides and handouts."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from jinja2 import Environment

from coursework.figure.draw import marks, measure, ticks
from coursework.figure.model import Explorable, Figure, Plot, Timeline
from coursework.figure.timeline import signs, spots, years
from coursework.text.stance import Stances
from coursework.text.words import Words, group, word, words_of

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
    words = group(words_of(env), "figures")
    title = textwrap.wrap(figure.title, _TITLE)
    top = 62 + 28 * len(title)
    notes = [plain(figure.caption), f"{word(words, 'caveat')} {plain(figure.caveat)}" if figure.caveat else ""]
    template = "exports/timeline"
    if isinstance(figure, Timeline):
        end, drawn = _events(figure, top, source, stances)
    elif isinstance(figure, Plot):
        template = "exports/plot"
        end, drawn = _estimates(figure, top, words)
        if isinstance(figure, Explorable):
            template = figure.own.picture or template
            drawn["columns"] = figure.own.columns(figure)
            explored = figure.own.drawn(figure)
            drawn["explored"] = explored
            # Room for what a kind draws below its rows.
            end += int(str(explored.get("below", 0)))
        notes.append(f"{word(words, 'sources')} {'; '.join(dict.fromkeys(source(row.ref) for row in figure.rows))}")
    lines = [line for note in notes for line in textwrap.wrap(note, _NOTE)]
    return env.get_template(f"figure/{template}.svg").render(
        figure=figure,
        title=title,
        top=top,
        lines=lines,
        width=WIDTH,
        end=end,
        height=end + 30 + LINE * len(lines),
        margin=MARGIN,
        line_height=LINE,
        **drawn,
    )


def _estimates(figure: Plot, top: int, words: Words) -> tuple[int, dict[str, object]]:
    """Where the drawing ends; and each row with its words, in lines, and where it begins and ends."""
    rows: list[dict[str, object]] = []
    y = top
    for mark in marks(figure, words):
        label = textwrap.wrap(mark.row.label, _WORDS)
        text = textwrap.wrap("".join(mark.text), _WORDS)
        height = LINE * (len(label) + len(text)) + BETWEEN
        # What counts stands first, and is never as long as a line.
        text[0] = text[0].removeprefix(mark.text[0])
        rows.append({"mark": mark, "label": label, "text": text, "y": y, "middle": y + height / 2})
        y += height
    axis = {"ticks": ticks(figure.axis), "metric": measure(figure, words), "plot": PLOT, "x": _along(PLOT)}
    return y + (50 if figure.axis.left else 34), {"rows": rows, "bottom": y, **axis}


def _events(
    figure: Timeline, top: int, source: Callable[[str], str], stances: Stances
) -> tuple[int, dict[str, object]]:
    """Where the drawing ends; and each event with its words, and where the line of years lies."""
    shown = spots(figure)
    line = top + SIGN * (1 + max(spot.level for spot in shown))
    rows: list[dict[str, object]] = []
    for spot in shown:
        event = spot.event
        label = textwrap.shorten(event.label, _EVENT - 20, placeholder="…")
        stance = stances[event.stance].label if event.stance else ""
        text = "; ".join(filter(None, (stance, source(event.ref))))
        text = textwrap.shorten(text, _EVENT - len(label), placeholder="…")
        rows.append({"spot": spot, "label": label, "text": text, "y": line + 40 + EVENT * len(rows)})
    used = {sign.stance: sign for sign in signs(figure, stances)}
    end = line + 50 + EVENT * len(rows)
    return end, {
        "rows": rows, "signs": used, "line": line, "sign": SIGN, "ticks": years(figure), "x": _along(MARGIN),
    }  # fmt: skip


def _along(left: int) -> Callable[[float], str]:
    """From a place in percent to one in the picture, on an axis from `left` to the margin."""
    return lambda percent: f"{left + percent * (WIDTH - MARGIN - left) / 100:.2f}"
