"""The setting `downloads`: the formats in which quizzes go out."""

from __future__ import annotations

from collections.abc import Iterator

from coursework.quiz.exports import FORMATS
from coursework.source.problem import quoted, suggestion
from coursework.text.stance import Note


def formats_in(setting: object, note: Note) -> Iterator[str]:
    """The formats in which quizzes go out, each once, in the order in which they are offered."""
    named = setting if isinstance(setting, list) else []
    if setting is not None and not isinstance(setting, list):
        note(["downloads"], f"must be a list of formats, as [{', '.join(FORMATS)}], not {quoted(str(setting))}")
    for place, name in enumerate(named):
        if name not in FORMATS:
            near = suggestion(str(name), FORMATS)
            note(["downloads", place], f"must be one of {', '.join(FORMATS)}, not {quoted(str(name))}{near}")
        elif name in named[:place]:
            note(["downloads", place], f"must be named once, not twice: {quoted(str(name))}")
    yield from (name for name in FORMATS if name in named)
