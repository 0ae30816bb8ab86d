"""What items of Canvas are made of: texts, labels, conditions and marks, and the numbers of answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from coursework.quiz.exports.texts import Texts

# Where Canvas finds pictures of a package.
PICTURES = "$IMS-CC-FILEBASE$/pictures/"
ONE = "response1"
TYPED = (
    f'<response_str ident="{ONE}" rcardinality="Single"><render_fib{{}}><response_label ident="answer1"/></render_fib>'
    "</response_str>"
)


@dataclass(frozen=True)
class CanvasItem:
    """What the type of a question decides.

    `kind` is its name in Canvas, `ids` are the numbers of its answers in their order. `after` stands below its text;
    `asked` is what can be answered, and `conditions` say what is right and what is shown. `feedback` is what is said of
    answers, by their numbers, and `closing` comes before the explanation.
    """

    kind: str
    ids: Sequence[int]
    after: str
    asked: str
    conditions: str
    feedback: Sequence[tuple[int, str]] = ()
    closing: str = ""


def numbers(address: str, keys: Iterable[str]) -> dict[str, int]:
    """A number for each key, the same in every version of a question: Canvas makes up its own for a name."""
    found: dict[str, int] = {}
    for key in keys:
        id = int(sha256(f"{address}/{key}".encode()).hexdigest()[:7], 16) + 1
        while id in found.values() and key not in found:
            id += 1
        found.setdefault(key, id)
    return found


def html(content: str, texts: Texts) -> str:
    """XHTML as a text of Canvas, which has it escaped."""
    placed = escaped(texts.place_pictures(content, lambda picture: PICTURES + picture.name))
    return f'<material><mattext texttype="text/html">{placed}</mattext></material>'


def words(content: str) -> str:
    """A plain text of Canvas."""
    return f'<material><mattext texttype="text/plain">{escaped(content)}</mattext></material>'


def escaped(text: str) -> str:
    """A text between tags."""
    return escape(text, quote=False)


def label(id: int, material: str) -> str:
    """What can be chosen, by its number."""
    return f'<response_label ident="{id}">{material}</response_label>'


def equal(value: int | str, name: str = ONE) -> str:
    """True where a response is a value."""
    return f'<varequal respident="{name}">{escaped(str(value))}</varequal>'


def when(condition: str, then: str = "", how: str = "") -> str:
    """What is done under a condition; `how` are further attributes."""
    return f"<respcondition{how}><conditionvar>{condition}</conditionvar>{then}</respcondition>"


def show(name: str) -> str:
    """What brings up a text by its name."""
    return f'<displayfeedback feedbacktype="Response" linkrefid="{name}"/>'


def full() -> str:
    """All marks."""
    return '<setvar action="Set" varname="SCORE">100</setvar>'


def gain(count: int) -> str:
    """The mark for one of `count` parts."""
    return f'<setvar action="Add" varname="SCORE">{100 / count:.2f}</setvar>'
