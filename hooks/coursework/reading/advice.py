"""What a bibliography would be better with: advice, which stops nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coursework.reading.model import LEVELS, ReadingList, Reference, text_in
from coursework.source.place import Place
from coursework.source.problem import Advice, quoted

# A title of fewer words, or with fewer capitals among them, may only hold names.
_LEAST_WORDS, _MOST_CAPITALS = 3, 0.75
_FOR_READERS = ("annotation", "level", "access")
# Lines that are named; who mends these sees the next.
_MOST_LINES = 20


def advise(references: Iterable[Reference]) -> Iterator[Advice]:
    """Advice on references that were read from a file, and so know their places."""
    references = list(references)
    for reference in references:
        where = f"reference {reference.id}"
        for place, field, message in reference.remarks:
            yield place.advice(f"{where}, {field}" if field else where, message)
        title = reference.title
        # The name of a law is a name.
        if reference.title_at and text_in(reference.csl, "type") != "legislation" and in_title_case(title):
            message = f"should be in sentence case, which a style can turn into any other, not {quoted(title)}"
            yield reference.title_at.advice(f"{where}, title", message)
    yield from _say_little(references)


def _say_little(references: Iterable[Reference]) -> Iterator[Advice]:
    """One line for all works of which the same is missing: whoever pastes fifty records forgot one thing."""
    alike: dict[str, list[tuple[Reference, Place]]] = {}
    for reference in references:
        missing = [f"`{name}`" for name in _FOR_READERS if not getattr(reference, name)]
        if missing and reference.at:
            alike.setdefault(_listed(missing), []).append((reference, reference.at))
    for fields, works in alike.items():
        (reference, at), *others = works
        lines = [str(place.line) for _, place in others]
        shown = [*lines[:_MOST_LINES], *([f"{len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else [])]
        more = (
            f"; so should {'that in line' if len(lines) == 1 else 'those in lines'} {_listed(shown)}" if lines else ""
        )
        yield at.advice(f"reference {reference.id}", f"should have {fields}, so that readers can choose{more}")


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


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
