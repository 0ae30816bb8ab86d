"""Items of QTI 2.1 in which something is typed: a number, a word or a few, the gaps of a text."""

from __future__ import annotations

from collections.abc import Iterable

from coursework.quiz.exports.held import as_typed, number, tolerance
from coursework.quiz.exports.qti_xml import (
    MAPPED,
    RESPONSE,
    VARIABLE,
    Item,
    about,
    at_least,
    constant,
    divided,
    entry,
    escaped,
    fixed,
    identifier,
    map_of,
    response,
    show,
    typed,
)
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import Blank, Choice, ClozeQuestion, Misreading, NumericalQuestion, ShortAnswerQuestion
from coursework.quiz.page import mixed


def number_item(question: NumericalQuestion, scenario: str, texts: Texts) -> Item:
    """A number to be typed; the unit stands behind its field."""
    off = tolerance(question)
    mode = 'toleranceMode="exact"' if off == "0" else f'toleranceMode="absolute" tolerance="{off} {off}"'
    unit = f" {texts.inline(question.unit)}" if question.unit else ""
    conditions = [
        f'<equal toleranceMode="exact">{VARIABLE}{constant("float", number(each.answer))}</equal>'
        for each in question.misreadings
    ]
    feedback, rules = _misreadings(question.misreadings, conditions, texts)
    return Item(
        response(RESPONSE, "single", "float", [number(question.answer)]),
        f"{scenario}<div>{texts.inline(question.prompt)}</div><p>{entry(RESPONSE)}{unit}</p>",
        right=f'<equal {mode}>{VARIABLE}<correct identifier="{RESPONSE}"/></equal>',
        feedback=feedback,
        rules=rules,
    )


def short_item(question: ShortAnswerQuestion, scenario: str, texts: Texts) -> Item:
    """A word or a few to be typed."""
    sensitive = "true" if question.exact else "false"
    conditions = [
        f'<stringMatch caseSensitive="{sensitive}">{VARIABLE}{constant("string", wrong)}</stringMatch>'
        for each in question.misreadings
        for wrong in as_typed([each.answer], question.exact)
    ]
    feedback, rules = _misreadings(question.misreadings, conditions, texts)
    return Item(
        typed(RESPONSE, question.answers, question.exact),
        f"{scenario}<div>{texts.inline(question.prompt)}</div><p>{entry(RESPONSE, question.answers)}</p>",
        right=at_least(MAPPED, 1),
        feedback=feedback,
        rules=rules,
    )


def cloze_item(question: ClozeQuestion, address: str, scenario: str, texts: Texts) -> Item:
    """A text with gaps, each worth the same."""
    declared, feedback, shown = [], [], []
    names = {blank.name: f"gap{at}" for at, blank in enumerate(question.blanks, 1)}
    for blank in question.blanks:
        name = names[blank.name]
        if blank.choices:
            options = _options(name, blank, address)
            right = next(option for option, choice in options if choice.correct)
            declared.append(response(name, "single", "identifier", [right], map_of([(right, "1")])))
            feedback += [(option, about(choice.text, choice.feedback, texts)) for option, choice in options]
            shown.append(f'<variable identifier="{name}"/>')
        else:
            declared.append(typed(name, blank.answers, blank.exact))
            feedback.append((name, about(blank.answers[0], blank.feedback, texts, is_plain=True)))
            shown.append(identifier(name))

    def gap(at: int, blank: Blank) -> str:
        name = names[blank.name]
        if not blank.choices:
            return entry(name, blank.answers)
        options = "".join(
            f'<inlineChoice identifier="{option}"{fixed(choice)}>{escaped(texts.plain(choice.text))}</inlineChoice>'
            for option, choice in _options(name, blank, address)
        )
        return (
            f'<inlineChoiceInteraction responseIdentifier="{name}" shuffle="true">{options}</inlineChoiceInteraction>'
        )

    mapped = "".join(f'<mapResponse identifier="{name}"/>' for name in names.values())
    gained = f"<sum>{mapped}</sum>"
    return Item(
        "".join(declared),
        f"{scenario}<div>{texts.inline(question.prompt)}</div>{texts.filled(question, gap)}",
        right=at_least(gained, len(names)),
        share=divided(gained, len(names)),
        feedback=feedback,
        shown="".join(shown),
    )


def _options(name: str, blank: Blank, address: str) -> list[tuple[str, Choice]]:
    """The choices of a gap with their identifiers."""
    return [(f"{name}.{at}", choice) for at, choice in enumerate(mixed(f"{address}{blank.name}", blank.choices), 1)]


def _misreadings(
    found: Iterable[Misreading], conditions: Iterable[str], texts: Texts
) -> tuple[list[tuple[str, str]], str]:
    """What is said of wrong answers that are known, and what shows it."""
    feedback = [(f"misreading{at}", texts.block(each.feedback)) for at, each in enumerate(found, 1)]
    rules = (
        f"<responseCondition><responseIf>{condition}{show(identifier(name))}</responseIf></responseCondition>"
        for condition, (name, _) in zip(conditions, feedback)
    )
    return feedback, "".join(rules)
