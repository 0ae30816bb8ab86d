"""What is right, as scripts are told it."""

from __future__ import annotations

from collections.abc import Iterable

from coursework.quiz.model import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OpenResponseQuestion,
    OpinionQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
)
from coursework.quiz.numbers import value_of
from coursework.quiz.questions.folding import fold_typed, is_near


def grading_key(question: Question, terms: Iterable[str] = ()) -> dict[str, object]:
    """What is right, in the form that `browser/grade.js` expects for this type.

    Of the `terms` those go with it that are near to what is accepted.
    """
    match question:
        case ChoiceQuestion():
            return {"right": [choice.key for choice in question.choices if choice.correct]}
        case MatchingQuestion():
            return {"right": [pair.match.key for pair in question.pairs]}
        case OrderingQuestion():
            return {"right": [item.key for item in question.items]}
        case NumericalQuestion():
            misreadings = [_plain(misreading.answer) for misreading in question.misreadings]
            return {
                "answer": _plain(question.answer),
                "tolerance": _plain(question.tolerance),
                "figures": question.figures,
                "misreadings": misreadings,
            }
        case ShortAnswerQuestion():
            misreadings = [misreading.answer for misreading in question.misreadings]
            key: dict[str, object] = {
                "answers": list(question.answers),
                "pattern": question.pattern,
                "misreadings": misreadings,
            }
            if question.exact:
                return key | {"exact": True}
            accepted = {fold_typed(answer) for answer in question.answers}
            others = set(map(fold_typed, terms)) - accepted
            apart = {word for word in others if any(is_near(answer, word) for answer in accepted)}
            return key | ({"terms": sorted(apart)} if apart else {})
        case ClozeQuestion():
            return {
                "blanks": [
                    {"right": next(choice.key for choice in blank.choices if choice.correct)}
                    if blank.choices
                    else {"answers": list(blank.answers)} | ({"exact": True} if blank.exact else {})
                    for blank in question.blanks
                ]
            }
        case OpenResponseQuestion():
            return {"points": len(question.rubric)}
        case OpinionQuestion():
            return {}  # nothing is right
    raise TypeError(f"no grading key for questions of this type: {question.type}")


def _plain(number: str) -> str:
    """A number, or a share in %, as a script reads it: no fraction and no power of ten but with an e."""
    value = value_of(number.removesuffix("%"))
    return f"{value}{'%' if number.endswith('%') else ''}"
