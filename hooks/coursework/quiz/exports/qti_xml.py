"""What items of QTI 2.1 are made of: responses with what is right, fields, expressions, and what shows a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from coursework.quiz.exports.held import as_typed
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import Choice

# The response of an item that asks one thing.
RESPONSE = "RESPONSE"
VARIABLE = f'<variable identifier="{RESPONSE}"/>'
CORRECT = f'<match>{VARIABLE}<correct identifier="{RESPONSE}"/></match>'
MAPPED = f'<mapResponse identifier="{RESPONSE}"/>'
# How wide a field is at least, in letters: its width must not tell how long the answer is.
_WIDTH = 20


@dataclass(frozen=True)
class Item:
    """The parts of an item that its type decides.

    `declared` are the responses; `body` is what is asked. `right` is an expression that is true of a right answer, and
    `share` one for what another answer is worth, from 0 to 1. `feedback` are texts by their identifiers; `shown` are
    expressions for those that stand after any answer, and `rules` bring up the others. `closing` comes before the
    explanation.
    """

    declared: str
    body: str
    right: str = ""
    share: str = ""
    feedback: Sequence[tuple[str, str]] = ()
    shown: str = ""
    rules: str = ""
    closing: str = ""


def show(expressions: str) -> str:
    """The rule by which texts are shown beside those that already are."""
    return (
        f'<setOutcomeValue identifier="FEEDBACK"><multiple><variable identifier="FEEDBACK"/>{expressions}</multiple>'
        "</setOutcomeValue>"
    )


def response(name: str, cardinality: str, base: str, right: Iterable[str], mapping: str = "") -> str:
    """A response with what is right: its `cardinality` and `base` type are those of QTI."""
    values = "".join(f"<value>{escaped(each)}</value>" for each in right)
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">'
        f"<correctResponse>{values}</correctResponse>{mapping}</responseDeclaration>"
    )


def typed(name: str, answers: Sequence[str], exact: bool) -> str:
    """The response of a field, with all answers that are accepted; of an `exact` one capitals count."""
    accepted = as_typed(answers, exact)
    sensitive = f' caseSensitive="{"true" if exact else "false"}"'
    return response(name, "single", "string", accepted[:1], map_of([(a, "1") for a in accepted], "", sensitive))


def map_of(entries: Iterable[tuple[str, str]], bounds: str = "", how: str = "") -> str:
    """What each answer is worth, by its key; `bounds` and `how` are further attributes, of the whole and of each."""
    mapped = (f'<mapEntry mapKey="{escape(key)}" mappedValue="{value}"{how}/>' for key, value in entries)
    return f'<mapping{bounds} defaultValue="0">{"".join(mapped)}</mapping>'


def entry(name: str, answers: Sequence[str] = ()) -> str:
    """A field for one of some answers."""
    width = max(_WIDTH, *map(len, answers)) if answers else _WIDTH
    return f'<textEntryInteraction responseIdentifier="{name}" expectedLength="{width}"/>'


def at_least(expression: str, count: int) -> str:
    """True where a number is `count` or more."""
    return f"<gte>{expression}{constant('float', str(count))}</gte>"


def divided(expression: str, count: int) -> str:
    """A share of a number."""
    return f"<divide>{expression}{constant('float', str(count))}</divide>"


def identifier(name: str) -> str:
    """An identifier as an expression."""
    return constant("identifier", name)


def constant(base: str, value: str) -> str:
    """A value of a `base` type as an expression."""
    return f'<baseValue baseType="{base}">{escaped(value)}</baseValue>'


def escaped(text: str) -> str:
    """A text between tags."""
    return escape(text, quote=False)


def about(of: str, feedback: str | None, texts: Texts, is_plain: bool = False) -> str:
    """What is said, below what it is said of where several texts may stand together; nothing without feedback."""
    if not feedback:
        return ""
    words = of if is_plain else texts.plain(of) if of else ""
    return (f"<p><b>{escaped(words)}</b></p>" if words else "") + texts.block(feedback)


def fixed(choice: Choice) -> str:
    """The attribute of a choice that stays last."""
    return ' fixed="true"' if choice.last else ""
