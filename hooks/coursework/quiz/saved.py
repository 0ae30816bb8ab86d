"""What readers' saved answers hang on: the keys of what can be chosen, and the versions of questions.

Decided for ever from the first release on: `tests/engine/quiz/frozen/` holds both, and no line there is edited.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from hashlib import sha256

from coursework.quiz.model import (
    Blank,
    Choice,
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OpenResponseQuestion,
    OpinionQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
)
from coursework.quiz.numbers import value_of
from coursework.text.snippet import fold

# An attribute of HTML would give these back as spaces.
_LINES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
# Scripts take it for a space.
_MARK = "\ufeff"


def keys(texts: Sequence[str]) -> list[str]:
    """The key of each text that one question offers, by which a saved answer finds it again.

    It is the folded text, so that a comma more costs nobody an answer; where two would share it, or nothing is left
    of one, the text as written, without a difference between composed and decomposed letters (NFC).
    """
    folded, written = [fold(text).strip(_MARK) for text in texts], [as_written(text) for text in texts]
    return [
        key if key and folded.count(key) == 1 and key not in (*written[:at], *written[at + 1 :]) else written[at]
        for at, key in enumerate(folded)
    ]


def as_written(text: str) -> str:
    """A text in one line, by which it differs from any that looks otherwise."""
    return unicodedata.normalize("NFC", text.strip().strip(_MARK).strip()).translate(_LINES)


def versions(quiz: Quiz) -> dict[str, str]:
    """Each question's version by its address, for scripts that look at saved answers."""
    return {f"{quiz.id}/{question.id}": version(question) for question in quiz.questions}


def version(question: Question) -> str:
    """What must stay for a saved answer to hold: the type, the number of parts, and what is right. No rewording.

    What stands after a `/` are hashes of the parts in their places, which points part: `isSameQuestion` in
    `text/browser/entries.js` lets an answer hold as long as none is found at another place. A reworded part is found at
    none, so that it holds; of two that changed places both are. Of choices the right ones have one place, and the
    others another.
    """
    match question:
        case ChoiceQuestion():
            head = f"{question.type} {len(question.choices)} {_places(question.choices)}"
            return head if question.type == "true-false" else f"{head}/{_sides(question.choices)}"
        case MatchingQuestion():
            matches = [match.key for match in question.matches]
            at = [matches.index(pair.match.key) for pair in question.pairs]
            # Those that belong to an item come first: the others only must not become one of them.
            used = max(at) + 1
            hashes = [_hash(f"match {match}") for match in matches]
            slots = [*(_hash(pair.key) for pair in question.pairs), *hashes[:used]]
            slots += ["+".join(sorted(hashes[used:]))] if hashes[used:] else []
            right = "+".join(str(place + 1) for place in at)
            return f"matching {len(question.pairs)} {len(matches)} {right}/{'.'.join(slots)}"
        case OrderingQuestion():
            return f"ordering {len(question.items)}/{'.'.join(_hash(item.key) for item in question.items)}"
        case NumericalQuestion():
            numbers = f"{_plain(question.answer)} {_plain(question.tolerance)}"
            return f"numerical {numbers} {question.figures or ''}".rstrip()
        case ShortAnswerQuestion():
            return f"short-answer {_accepted(question.answers, question.exact, question.pattern)}"
        case ClozeQuestion():
            menus = [_sides(blank.choices, f"{blank.name} ") for blank in question.blanks if blank.choices]
            head = " ".join(["cloze", *(_blank(blank) for blank in question.blanks)])
            return f"{head}/{'.'.join(menus)}" if menus else head
        case OpenResponseQuestion():
            return f"open-response {len(question.rubric)}"
        case OpinionQuestion():
            return f"opinion {len(question.scale)}"
    raise TypeError(f"a question of no known type: {question.type}")


def _blank(blank: Blank) -> str:
    if blank.choices:
        return f"{len(blank.choices)}:{_places(blank.choices)}"
    return _accepted(blank.answers, blank.exact)


def _accepted(answers: Iterable[str], exact: bool, pattern: str | None = None) -> str:
    """A hash of all that is accepted, in whatever order; it knows more answers apart than grading does, never fewer."""
    distinct = sorted({as_written(answer) if exact else fold(answer) or as_written(answer) for answer in answers})
    return ("exact:" if exact else "") + _hash(json.dumps([distinct, pattern] if pattern else distinct), 8)


def _places(choices: tuple[Choice, ...]) -> str:
    """The places of the right choices in the author's order, from 1: `1+3`."""
    return "+".join(str(place) for place, choice in enumerate(choices, 1) if choice.correct)


def _sides(choices: tuple[Choice, ...], salt: str = "") -> str:
    """Hashes of the right choices, and of the others. The `salt` parts those of one menu from those of another."""
    sides = [sorted(_hash(salt + choice.key) for choice in choices if choice.correct == side) for side in (True, False)]
    return ".".join("+".join(side) for side in sides)


def _plain(number: str) -> str:
    """A number, or a share in %, without the zeros that change nothing."""
    share = "%" if number.endswith("%") else ""
    return f"{(value_of(number.removesuffix('%')) or Decimal(0)).normalize():f}{share}"


def _hash(text: str, length: int = 4) -> str:
    """So many hexadecimal digits of the text's SHA-256."""
    return sha256(text.encode()).hexdigest()[:length]
