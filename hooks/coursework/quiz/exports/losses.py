"""What a file does not hold of its quizzes: the difference of what the model holds and what was read from the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coursework.quiz.exports.kinds import COUNTED, FORMS, LEFT_OUT, TOGETHER, WORDS
from coursework.quiz.exports.seen import Part


class Loss(NamedTuple):
    """A kind of which a question lost something, or which moved `to` another kind.

    `address` is that of the question, or the id of its quiz for what belongs to no question.
    """

    address: str
    kind: str
    to: str = ""


def losses(of_model: Mapping[str, Sequence[Part]], of_file: Mapping[str, Sequence[Part]]) -> list[Loss]:
    """Each loss once, in the order of the questions. What is the quiz's own is no loss where all of it is left out."""
    found: dict[Loss, None] = {}
    there = {address.partition("/")[0] for address in of_file if "/" in address}
    for address, parts in of_model.items():
        if address in of_file or address in there:
            found |= {Loss(address, *loss): None for loss in _of_question(parts, of_file.get(address, ()))}
        elif "/" in address:
            found[Loss(address, LEFT_OUT)] = None
    return list(found)


def _of_question(parts: Sequence[Part], read: Sequence[Part]) -> list[tuple[str, str]]:
    """The kinds that are lost, each with the kind to which it moved, or nothing.

    Each word of the file stands for one part alone: what was found is taken out of it.
    """
    left: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for part in read:
        left[_pool(part)].append(part.text)
    missing = []
    for part in parts:
        if part.text in left[_pool(part)]:
            left[_pool(part)].remove(part.text)
        else:
            missing.append(part)
    moved: set[tuple[str, str]] = set()
    for part in [part for part in missing if part.kind == "right"]:
        # What is chosen here may be typed there; nobody who knows it is marked wrong.
        if part.text in left["answer", part.of]:
            missing.remove(part)
            left["answer", part.of].remove(part.text)
            moved.add(("right", "answer"))
    lost = moved | {(pool[0], "") for pool, texts in left.items() if texts and pool[0] in COUNTED}
    # The longest first, so that a short one takes no word of it.
    for part in sorted(missing, key=lambda part: -len(part.text)):
        place = _taken(part, left) if part.kind in WORDS else None
        if place is None:
            lost.add((part.kind, ""))
        elif place != part.kind and (part.kind, place) not in TOGETHER:
            lost.add((part.kind, place))
    return sorted(lost)


def _pool(part: Part) -> tuple[str, str]:
    return part.kind, "" if part.kind in FORMS else part.of


def _taken(part: Part, left: Mapping[tuple[str, str], list[str]]) -> str | None:
    """The kind of the text in which a part was found, and from which it is now taken; its own is looked at first."""
    own, length = _pool(part), len(part.text)
    for pool in sorted(left, key=lambda pool: (pool != own, (part.kind, pool[0]) not in TOGETHER)):
        if pool[0] in WORDS:
            for at, text in enumerate(left[pool]):
                if (start := _place(part.text, text)) is not None:
                    left[pool][at] = f"{text[:start]} {GONE} {text[start + length :]}"
                    return pool[0]
    return None


def _place(words: str, text: str) -> int | None:
    """Where words begin in a text, not as a part of longer ones."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        is_part = start > 0 and text[start - 1].isalnum() and words[0].isalnum()
        if not is_part and not (text[end : end + 1].isalnum() and words[-1].isalnum()):
            return start
        start = text.find(words, start + 1)
    return None


# Stands where a part was found, so that the words before and after it never join.
GONE = "\ue001"
