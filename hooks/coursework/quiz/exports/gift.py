"""GIFT, the text format of Moodle, which other programs read too.

It has no type for an order, for gaps in a running text, and for what nothing is right in: those are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coursework.quiz.exports.form import Bundle, Format
from coursework.quiz.exports.gift_read import read
from coursework.quiz.exports.held import as_typed, number, tags, tolerance
from coursework.quiz.exports.moodle_weights import right_shares, shares
from coursework.quiz.exports.moodle_xml import category
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import (
    Choice,
    ChoiceQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OpenResponseQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
)
from coursework.quiz.page import mixed

# The backslash first, so that none is escaped twice.
_ESCAPED = "\\~=#{}:"
# What makes a pair of an answer, and cannot be escaped.
_ARROW = "->"
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")


def escaped(text: str) -> str:
    """A text in which no sign means anything to GIFT; a line end is `\\n`, since an empty line ends a question."""
    for sign in _ESCAPED:
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def write(bundle: Bundle) -> bytes:
    """All quizzes of a bundle as one text, each a category of its own that is named by the version."""
    return "".join(_quiz(quiz, bundle) for quiz in bundle.quizzes).encode()


def _quiz(quiz: Quiz, bundle: Bundle) -> str:
    version = f" ({bundle.version})" if bundle.version else ""
    # Moodle reads two backslashes here as one, and what follows a single one as escaped.
    path = category(bundle.course_title, version, quiz.title).replace("\\", "\\\\")
    items = [f"$CATEGORY: {path}", *_about(quiz, bundle.texts)]
    for question in quiz.questions:
        answer = _answer(quiz, question, bundle.texts)
        if answer is not None:
            items.append(_item(quiz, question, answer, bundle.texts))
    return "".join(f"{item}\n\n" for item in items)


def _about(quiz: Quiz, texts: Texts) -> Iterator[str]:
    """The introduction and the objectives as a description, which asks nothing."""
    html = texts.block(quiz.introduction) if quiz.introduction else ""
    if quiz.objectives:
        points = "".join(f"<li>{texts.inline(objective.text)}</li>" for objective in quiz.objectives)
        html += f"<p>{texts.say('objectives', 'title')}</p><ul>{points}</ul>"
    if html:
        yield f"::{quiz.id}::{_html(html, texts)}"


def _item(quiz: Quiz, question: Question, answer: str, texts: Texts) -> str:
    address = f"{quiz.id}/{question.id}"
    comment = "".join(f" [tag:{tag}]" for tag in tags(question))
    stem, why = texts.stem(question), texts.why(quiz, question)
    match question:
        case NumericalQuestion(unit=unit) if unit:
            stem += f"<p>({texts.inline(unit)})</p>"
        case OpenResponseQuestion():
            points = "".join(f"<li>{texts.inline(point)}</li>" for point in question.rubric)
            why = f"{texts.block(question.model_answer)}<ul>{points}</ul>{why}"
    return f"// [id:{address}]{comment}\n::{address}::{_html(stem, texts)}{{{answer}\n####{_html(why, texts)}\n}}"


def _answer(quiz: Quiz, question: Question, texts: Texts) -> str | None:
    """What stands in the braces before what is said after any answer; None where GIFT has no type for the question."""
    hint = texts.hint(question)
    match question:
        case ChoiceQuestion(type="true-false"):
            right, wrong = sorted(question.choices, key=lambda choice: not choice.correct)
            feedback = _comment(texts.block(wrong.feedback) + hint, texts) + _comment(
                texts.block(right.feedback), texts
            )
            return f"{right.key.upper()}{feedback}"
        case ChoiceQuestion():
            if not right_shares(sum(choice.correct for choice in question.choices)):
                return None  # more right ones than there are shares for
            address = f"{quiz.id}/{question.id}"
            shown = list(question.choices) if question.keep_order else mixed(address, question.choices)
            return "".join(_choices(shown, question.type == "single-choice", hint, texts))
        case MatchingQuestion():
            if not texts.differ_in_words(match.text for match in question.matches):
                return None
            return "".join(_pairs(question, texts))
        case NumericalQuestion():
            answers = [f"={number(question.answer)}:{tolerance(question)}"]
            for misreading in question.misreadings:
                answers.append(f"=%0%{number(misreading.answer)}:0{_comment(texts.block(misreading.feedback), texts)}")
            answers += [f"~{_comment(hint, texts)}"] if hint else []
            return "".join(["#", *(f"\n\t{answer}" for answer in answers)])
        case ShortAnswerQuestion():
            return _short(question, hint, texts)
        case OpenResponseQuestion():
            return ""
    return None


def _choices(choices: Sequence[Choice], is_single: bool, hint: str, texts: Texts) -> Iterator[str]:
    count = sum(choice.correct for choice in choices)
    right, wrong = iter(right_shares(count)), shares(count, len(choices))[1]
    for choice in choices:
        weight = f"~%{next(right) if choice.correct else f'-{wrong}'}%"
        sign = ("=" if choice.correct else "~") if is_single else weight
        feedback = texts.block(choice.feedback) + ("" if choice.correct else hint)
        yield f"\n\t{sign}{_html(texts.inline(choice.text), texts)}{_comment(feedback, texts)}"


def _pairs(question: MatchingQuestion, texts: Texts) -> Iterator[str]:
    for pair in question.pairs:
        yield f"\n\t={_html(texts.inline(pair.text), texts)} -> {_match(pair.match.text, texts)}"
    used = {pair.match.key for pair in question.pairs}
    for match in question.matches:
        if match.key not in used:
            yield f"\n\t= -> {_match(match.text, texts)}"


def _match(text: str, texts: Texts) -> str:
    """A match, which is plain text in GIFT: an arrow in it is one sign."""
    return escaped(texts.plain(text).replace(_ARROW, "→"))


def _short(question: ShortAnswerQuestion, hint: str, texts: Texts) -> str | None:
    """Accepted answers, what people get wrong, and for any other answer the hint; None where none can be written."""
    right = [answer for answer in as_typed(question.answers, question.exact) if _ARROW not in answer]
    answers = [f"={_typed(answer)}" for answer in right]
    for misreading in question.misreadings:
        if _ARROW not in misreading.answer:
            [wrong] = as_typed([misreading.answer], question.exact)
            answers.append(f"=%0%{_wrong(wrong)}{_comment(texts.block(misreading.feedback), texts)}")
    answers += [f"=%0%*{_comment(hint, texts)}"] if hint else []
    return "".join(f"\n\t{answer}" for answer in answers) if right else None


def _typed(answer: str) -> str:
    """What is typed, where a share at the beginning would say what it is worth."""
    return ("%100%" if answer.startswith("%") else "") + _wrong(answer)


def _wrong(answer: str) -> str:
    """The same behind a share: `*` would stand for anything, and the name of a format at the beginning for that."""
    return ("[plain]" if _FORMAT.match(answer) else "") + escaped(answer.replace("*", "\\*"))


def _comment(html: str, texts: Texts) -> str:
    return f"#{_html(html, texts)}" if html else ""


def _html(html: str, texts: Texts) -> str:
    """XHTML as a text of GIFT; it has no place for the bytes of a picture, which is shown from the site."""
    return f"[html]{escaped(texts.place_pictures(html, lambda picture: picture.address))}"


# Moodle takes plain text alone, and tells that by the ending; with one that it does not know it guesses by the content.
GIFT = Format("gift", "-gift.txt", write, read, math="tex", dated="day")
