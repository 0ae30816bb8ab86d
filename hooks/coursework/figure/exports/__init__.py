"""A figure as files that stand alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import Environment

from coursework.figure.exports.csv_file import to_csv
from coursework.figure.exports.svg_file import to_svg
from coursework.figure.model import Figure
from coursework.text.site_file import SiteFile
from coursework.text.stance import Stances
from coursework.text.words import group, texts, words_of

# The endings of the files.
ENDINGS = ("csv", "svg")


def figure_files(
    env: Environment,
    figure: Figure,
    source: Callable[[str], str],
    plain: Callable[[str], str],
    stances: Stances,
    source_path: str,
) -> Iterator[SiteFile]:
    """The rows of a figure, and its picture.

    `source` gives the words of a reference and `plain` a text without its Markdown.
    """
    intervals = texts(group(words_of(env), "figures"), "interval")
    # As bytes: MkDocs writes text with the line ends of the system that builds.
    numbers, folder = to_csv(figure, source, intervals, plain, stances).encode(), env.globals["folder"]
    yield SiteFile(f"{folder}figures/{figure.id}.csv", numbers, source_path)
    yield SiteFile(f"{folder}figures/{figure.id}.svg", to_svg(env, figure, source, plain, stances), source_path)
