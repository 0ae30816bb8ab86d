"""What an editor of help should look up: advice, which stops nothing and reaches no reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from coursework.help.model import OTHER, Sourced
from coursework.help.read import HelpFile
from coursework.source.problem import Advice, quoted

GOOD_FOR = timedelta(days=180)


def advise(file: HelpFile, today: date) -> Iterator[Advice]:
    """Advice on the file as a reader meets it today, and on each number that was read at somebody else's page."""
    if file.help is None:
        return
    if file.checked and today - file.help.checked > GOOD_FOR:
        message = f"should be at most {GOOD_FOR.days} days ago, not {file.help.checked}; look every line up again"
        yield file.checked.advice("checked", message)
    for country in file.help.countries:
        where = f"country {quoted(country.name)}"
        for emergency in country.emergency:
            yield from _elsewhere(emergency, f"{where}, emergency number {emergency.number}")
        for line in country.lines:
            yield from _elsewhere(line, f"{where}, line {quoted(line.name)}", line.address)


def _elsewhere(one: Sourced, where: str, address: str | None = None) -> Iterator[Advice]:
    if one.read_at == OTHER:
        message = f"should be operator or public-body, not {OTHER}; look it up"
        yield one.read_at.place.advice(f"{where}, read-at", f"{message} at {address}" if address else message)
