"""What questions would be better with, by rules that a program can check: advice, which stops nothing.

The rules are those of Haladyna, Downing and Rodriguez (2002) for questions with choices; their numbers are ours. They
know English words and find none in a course of another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise, product
from statistics import mean

from coursework.quiz.model import (
    TRAITS,
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
from coursework.quiz.questions.folding import fold_typed, lost_in, markup_in
from coursework.quiz.questions.typed import is_number
from coursework.source.place import Text
from coursework.source.problem import Advice, quoted
from coursework.text.code_in_texts import is_block
from coursework.text.formula import formulas_in
from coursework.text.snippet import fold

_LONGER_THAN_OTHERS = 1.5
# Shorter texts differ by a word, which gives nothing away.
_LENGTH_THAT_SHOWS = 40
_FEWEST_WORDS, _MOST_WORDS = 5, 35
_MOST_CHOICES = 4
_SHORT = 3
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_ABSOLUTE = re.compile(r"\b(?:always|never)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?<![*_])\b(?:not|except)\b(?![*_])", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?:all|none|any|both) of (?:the|these)(?: (?:above|answers|choices|others|options))?|both|neither"
)
_NUMBER = re.compile(r"[-−–+]?\d+(?:[.,]\d+)?\s*%?")


def advise(quiz: Quiz) -> Iterator[Advice]:
    """Advice on a quiz, where it stands in its file."""
    for question in quiz.questions:
        where = f"question {question.id}"
        yield from _of_prompt(question, where)
        if quiz.objectives and not question.objective and TRAITS[question.type].teaches:
            yield question.id.place.advice(where, "should have `objective`, so that its reader sees what it was for")
        if isinstance(question, ChoiceQuestion) and question.type != "true-false":
            yield from _of_choices(question, where)
        yield from _of_what_looks_alike(question, where)
        yield from _of_what_is_told_too_soon(question, where)
        yield from _of_menus(question, where)
        yield from _of_typed(question, where)


def _of_prompt(question: Question, where: str) -> Iterator[Advice]:
    words, where = len(question.prompt.split()), f"{where}, prompt"
    if words < _FEWEST_WORDS and not question.scenario:
        yield question.prompt.place.advice(
            where, f"should ask a whole question, in {_FEWEST_WORDS} words or more, not {quoted(question.prompt)}"
        )
    if words > _MOST_WORDS:
        message = f"should have {_MOST_WORDS} words at most, the rest in `scenario`, not {words}"
        yield question.prompt.place.advice(where, message)
    negative = _NEGATIVE.search(question.prompt)
    if negative and isinstance(question, ChoiceQuestion) and question.type != "true-false":
        yield question.prompt.place.advice(where, f"should ask for what is so, or write *{negative[0]}* with stars")


def _of_choices(question: ChoiceQuestion, where: str) -> Iterator[Advice]:
    choices = question.choices
    right = [choice for choice in choices if choice.correct]
    wrong = [choice for choice in choices if not choice.correct]
    if len(choices) > _MOST_CHOICES:
        message = f"should have three choices, {_MOST_CHOICES} at most, not {len(choices)}"
        yield choices[_MOST_CHOICES].text.place.advice(where, message)
    for choice in choices:
        if _OF_OTHERS.fullmatch(fold(choice.text)):
            yield choice.text.place.advice(where, f"should say what it means itself, not {quoted(choice.text)}")
    if len(right) == 1 and wrong:
        yield from _of_the_right_one(right[0], wrong, where)
    for choice in wrong:
        absolute = _ABSOLUTE.search(choice.text)
        if absolute and not any(_ABSOLUTE.search(other.text) for other in right):
            yield choice.text.place.advice(where, f"should not be given away by {quoted(absolute[0])}")
    numbers = [_value(choice.text) for choice in choices]
    values = [number for number in numbers if number is not None]
    if values == numbers and len(choices) > 2 and (numbers != sorted(values) or not question.keep_order):
        yield choices[0].text.place.advice(where, "should have its numbers in their order, with `order: kept`")


def _of_the_right_one(right: Choice, wrong: list[Choice], where: str) -> Iterator[Advice]:
    length, others = len(right.text), mean(len(choice.text) for choice in wrong)
    if length > _LENGTH_THAT_SHOWS and length > _LONGER_THAN_OTHERS * others:
        message = f"should have a right choice about as long as the others ({others:.0f} characters), not {length}"
        yield right.text.place.advice(where, message)


def _of_typed(question: Question, where: str) -> Iterator[Advice]:
    """What of the answers to be typed does not count, or counts and should not: once for a question."""
    match question:
        case ShortAnswerQuestion():
            found = _of_answers(question.answers, question.exact, f"{where}, answers")
        case ClozeQuestion():
            found = chain.from_iterable(
                _of_answers(blank.answers, blank.exact, f"{where}, blank {blank.name}, answers", is_gap=True)
                for blank in question.blanks
            )
        case _:
            return
    yield from islice(found, 1)


def _of_answers(answers: Sequence[Text], exact: bool, where: str, is_gap: bool = False) -> Iterator[Advice]:
    for answer in answers:
        if exact and (markup := markup_in(answer)):
            yield answer.place.advice(where, f"should be as readers type it, who must type {quoted(markup)} as it is")
        # A number that fills a gap counts by its value.
        lost = None if exact or (is_gap and is_number(answer)) else lost_in(answer)
        if lost:
            message = f"should have `exact: true` if its {lost} count: without it {quoted(fold_typed(answer))}"
            yield answer.place.advice(where, f"{message} is as right as {quoted(answer)}")


def _of_what_is_told_too_soon(question: Question, where: str) -> Iterator[Advice]:
    """Feedback on a miss that says what is right, while its reader can still try again."""
    found: list[tuple[str, Text]] = []
    match question:
        case ChoiceQuestion():
            rights = [(choice.text, _telling(choice.text)) for choice in question.choices if choice.correct]
            for wrong in (choice for choice in question.choices if not choice.correct):
                in_feedback = _telling(wrong.feedback)
                for right, telling in rights:
                    own = telling - _telling(wrong.text)
                    # One word in common says nothing, unless it is a number.
                    if own <= in_feedback and (len(own) > 1 or any(map(str.isdigit, "".join(own)))):
                        found.append((right, wrong.feedback))
        case MatchingQuestion():
            found = [
                (pair.match.text, pair.feedback) for pair in question.pairs if _says(pair.feedback, pair.match.text)
            ]
        case OrderingQuestion(items=items):
            beside = [*pairwise(items), *pairwise(reversed(items))]
            found = [
                (other.text, item.feedback)
                for other, item in beside
                if item.feedback and _says(item.feedback, other.text)
            ]
        case ClozeQuestion():
            for blank in question.blanks:
                misses = [choice.feedback for choice in blank.choices if not choice.correct]
                missing = [*blank.answers, *(choice.text for choice in blank.choices if choice.correct)]
                pairs = product(missing, [*misses, *([blank.feedback] if blank.feedback else [])])
                found += [(answer, feedback) for answer, feedback in pairs if _says(feedback, answer)]
        case NumericalQuestion() | ShortAnswerQuestion():
            answers = (question.answer,) if isinstance(question, NumericalQuestion) else question.answers
            asked = product(answers, question.misreadings)
            found = [(answer, miss.feedback) for answer, miss in asked if _says(miss.feedback, answer)]
    for text, feedback in {feedback.place: (text, feedback) for text, feedback in reversed(found)}.values():
        message = f"should leave what is right to be found at the next try, not say {quoted(text)}"
        yield feedback.place.advice(f"{where}, feedback", message)


def _telling(text: str) -> set[str]:
    """The words of a text that can tell it from another: not the short ones, but every number."""
    return {word for word in _WORD.findall(text.casefold()) if len(word) > _SHORT or any(map(str.isdigit, word))}


def _says(feedback: str, text: str) -> bool:
    line, wanted = (f" {' '.join(_WORD.findall(each.casefold()))} " for each in (feedback, text))
    return wanted in line


def _of_menus(question: Question, where: str) -> Iterator[Advice]:
    """Formulas in a menu, which can hold text alone: readers see their TeX."""
    match question:
        case MatchingQuestion():
            offered = [match.text for match in question.matches]
        case ClozeQuestion():
            offered = [choice.text for blank in question.blanks for choice in blank.choices]
        case _:
            return
    for text in offered:
        if formulas_in(text):
            yield text.place.advice(where, f"should do without a formula, since a menu shows its TeX: {quoted(text)}")


def _of_what_looks_alike(question: Question, where: str) -> Iterator[Advice]:
    """What is offered twice but for capitals and signs: a slip, unless it is single words, which may be about those."""
    match question:
        case ChoiceQuestion():
            offered: tuple[Text, ...] = tuple(choice.text for choice in question.choices)
        case MatchingQuestion():
            offered = tuple(pair.text for pair in question.pairs)
            yield from _alike([match.text for match in question.matches], where, fewest_signs=2)
        case OrderingQuestion():
            offered = tuple(item.text for item in question.items)
            yield from _repeated(offered, where)
        case OpenResponseQuestion():
            offered = question.rubric
        case OpinionQuestion():
            offered = question.scale
        case _:
            return
    yield from _alike([text for text in offered if " " in fold(text)], where)


def _repeated(texts: Sequence[Text], where: str) -> Iterator[Advice]:
    """Items that stand twice in an order; of signs alone, as the brackets of a program, that is no slip."""
    for text in dict.fromkeys(texts):
        if texts.count(text) > 1 and any(char.isalpha() for char in text):
            message = f"should stand once, if it is not meant to be right in either place, not {quoted(text)} twice"
            yield text.place.advice(where, message)


def _alike(texts: Sequence[Text], where: str, fewest_signs: int = 1) -> Iterator[Advice]:
    first: dict[str, Text] = {}
    for text in texts:
        if is_block(text):
            continue  # of code every sign is meant
        other = first.setdefault(fold(text), text)
        if other is not text and len(fold(text)) >= fewest_signs:
            message = f"should differ from the one in line {other.place.line} by more than capitals and punctuation"
            yield text.place.advice(where, f"{message}, not say {quoted(text)}")


def _value(text: str) -> float | None:
    match = _NUMBER.fullmatch(text.strip())
    return float(re.sub(r"[−–]", "-", match[0]).replace(",", ".").rstrip(" %")) if match else None
