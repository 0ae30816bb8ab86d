"""What a bibliography would be better with: advice, which stops nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from coursework.reading.model import LEVELS, ReadingList, Reference, text_in
from coursework.source.problem import Advice, quoted

# A title of fewer words, or with fewer capitals among them, may only hold names.
_LEAST_WORDS, _MOST_CAPITALS = 3, 0.75


def advise(references: Iterable[Reference]) -> Iterator[Advice]:
    """Advice on references that were read from a file, and so know their places."""
    for reference in references:
        where = f"reference {reference.id}"
        for place, field, message in reference.remarks:
            yield place.advice(f"{where}, {field}" if field else where, message)
        title = reference.title
        # The name of a law is a name.
        if reference.title_at and text_in(reference.csl, "type") != "legislation" and in_title_case(title):
            message = f"should be in sentence case, which a style can turn into any other, not {quoted(title)}"
            yield reference.title_at.advice(f"{where}, title", message)
        for name in ("annotation", "level", "access"):
            if not getattr(reference, name) and reference.at:
                yield reference.at.advice(where, f"should have `{name}`, so that readers can choose")


def advise_list(reading_list: ReadingList, references: Mapping[str, Reference]) -> Iterator[Advice]:
    """Advice on a list in whose groups an easy reading comes after a harder one."""
    for group in reading_list.groups:
        harder = False
        for reading in group.readings:
            level = references[reading.reference].level if reading.reference in references else None
            if level == LEVELS[0] and harder:
                message = f"should stand before what is not {LEVELS[0]}, so that newcomers find it"
                yield reading.reference.place.advice(f"reading {reading.reference}", message)
            harder = harder or level in LEVELS[1:]


def in_title_case(title: str) -> bool:
    """Whether Most Words Begin like This. What follows a colon may, and so may names and abbreviations."""
    words = re.findall(r"(?<![.:?!–—] )(?<!^)(?<!['’\w])[^\W\d_]{4,}", title)
    capital = [word for word in words if word[0].isupper() and word[1:].islower()]
    return len(words) >= _LEAST_WORDS and len(capital) > _MOST_CAPITALS * len(words)
