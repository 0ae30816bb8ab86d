"""Rows of one figure that another asks for, handed over when all files are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coursework.figure.explore.borrow import Lent
from coursework.figure.fields import Borrowed
from coursework.figure.model import Axis, Plot, Row, Timeline
from coursework.figure.read import FigureFile
from coursework.source.problem import Problem, quoted, suggestion


def lend_rows(files: Mapping[str, FigureFile]) -> Iterator[Problem]:
    """Fill every figure that asks for rows of others; the problems are those of rows that are not there.

    A figure whose rows stand in a file with mistakes stays unfilled: those mistakes are told already.
    """
    for file in files.values():
        lent: dict[Borrowed, Lent] = {}
        for asked in file.borrowed:
            problem, found = _row(asked, files)
            if problem and problem not in file.problems:
                file.problems.append(problem)
                yield problem
            elif found:
                lent[asked] = found
        if file.finish and not file.problems and len(lent) == len(set(file.borrowed)):
            file.figure = file.finish(lent)


def _row(asked: Borrowed, files: Mapping[str, FigureFile]) -> tuple[Problem | None, Lent | None]:
    """What is wrong with what was asked for, or the row; neither where the other file has mistakes."""
    where, of, name, label, _ = asked
    file = files.get(name)
    if file is None:
        message = f"must be a figure in figures/, not {quoted(name)}{suggestion(name, files)}"
        return name.place.problem(of, message), None
    if file.finish or isinstance(file.figure, Timeline):
        message = f"must be a figure with estimates of its own, not {quoted(name)}"
        return name.place.problem(of, message), None
    if not isinstance(file.figure, Plot):
        return None, None
    labels = [row.label for row in file.figure.rows]
    found = next((row for row in file.figure.rows if row.label == label), None)
    if found is None:
        message = f"must be a row of {file.path}, not {quoted(label)}{suggestion(label, labels)}"
        return label.place.problem(where, message), None
    if found.estimate is None:
        message = f"must be a row with an estimate, which {quoted(label)} in {file.path} has not"
        return label.place.problem(where, message), None
    if message := _misfit(asked, found, file.figure.axis):
        return label.place.problem(where, message), None
    return None, Lent(found, file.figure.axis)


def _misfit(asked: Borrowed, row: Row, own: Axis) -> str:
    """Why a row cannot be drawn on the axis for which it was asked, if it cannot."""
    axis, metric = asked.axis, row.metric or own.metric
    if axis is None:
        return ""
    if metric != axis.metric:
        return f"must be a row in {quoted(axis.metric)}, as the axis is, not in {quoted(metric)}"
    for value in (row.estimate, row.lo, row.hi):
        if value is not None and not axis.min <= value <= axis.max:
            return f"must be a row that lies on the axis, from {axis.min} to {axis.max}, not at {value}"
    return ""
