"""What is to be done about help that was last looked at long ago: advice, which stops nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from coursework.help.read import HelpFile
from coursework.problem import Advice

GOOD_FOR = timedelta(days=180)


def advise(file: HelpFile, today: date) -> Iterator[Advice]:
    """Advice on the file as a reader meets it today."""
    if file.help and file.checked and today - file.help.checked > GOOD_FOR:
        message = f"should be at most {GOOD_FOR.days} days ago, not {file.help.checked}; look every line up again"
        yield file.checked.advice("checked", message)
