"""Moodle XML, the format in which Moodle itself gives and takes questions.

It has no type for what nothing is right in: that is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import NamedTuple

from coursework.quiz.exports.form import Bundle, Format
from coursework.quiz.exports.held import as_typed, number, tags, tolerance
from coursework.quiz.exports.moodle_cloze import gap
from coursework.quiz.exports.moodle_read import read
from coursework.quiz.exports.moodle_weights import right_shares, shares
from coursework.quiz.exports.moodle_xml import category, cdata, rich, string
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import (
    Choice,
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OpenResponseQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
)
from coursework.quiz.page import mixed

# What Moodle has room for: the id of a question, a unit.
_ID, _UNIT = 100, 50
_GAP = re.compile("\ue000(\\d+)\ue001")


class _Own(NamedTuple):
    """What a question has of its type: Moodle's name of it and the elements.

    `beside` follows its prompt, `before` stands before what is said after any answer, both XHTML; `gaps` are those of
    a cloze.
    """

    type: str
    parts: Sequence[str]
    beside: str = ""
    before: str = ""
    gaps: Sequence[str] = ()


def write(bundle: Bundle) -> bytes:
    """All quizzes of a bundle, each a category of its own below one that is named by the course and the version."""
    quizzes = "".join(item for quiz in bundle.quizzes for item in _quiz(quiz, bundle))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{quizzes}</quiz>\n'.encode()


def _quiz(quiz: Quiz, bundle: Bundle) -> Iterator[str]:
    texts = bundle.texts
    version = f" ({bundle.version})" if bundle.version else ""
    path = category(bundle.course_title, version, quiz.title)
    page, again = escape(texts.address_of(quiz)), texts.say("downloads", "formats", "moodle", "again")
    info = rich("info", f'<p>{again}</p><p><a href="{page}">{page}</a></p>', texts)
    yield _element("category", [f"<category><text>{cdata(path)}</text></category>", info])
    html = texts.block(quiz.introduction) if quiz.introduction else ""
    if quiz.objectives:
        points = _list(texts.inline(objective.text) for objective in quiz.objectives)
        html += f"<p>{texts.say('objectives', 'title')}</p>{points}"
    if html:
        # A description asks nothing.
        parts = [*_named(quiz.id), rich("questiontext", html, texts), "<defaultgrade>0</defaultgrade>"]
        yield _element("description", parts)
    for question in quiz.questions:
        own = _own(quiz, question, texts)
        if own is not None:
            yield _question(quiz, question, own, texts)


def _question(quiz: Quiz, question: Question, own: _Own, texts: Texts) -> str:
    def with_gaps(html: str) -> str:
        # Whatever looks like a gap would be one.
        return _GAP.sub(lambda place: own.gaps[int(place[1]) - 1], html.replace("{", "&#123;")) if own.gaps else html

    parts = [
        *_named(f"{quiz.id}/{question.id}"),
        rich("questiontext", texts.stem(question) + own.beside, texts, finish=with_gaps),
        rich("generalfeedback", own.before + texts.why(quiz, question), texts),
        f"<defaultgrade>1</defaultgrade><penalty>{'1' if own.type == 'truefalse' else '0.3333333'}</penalty>",
        *own.parts,
    ]
    if question.hint and own.type != "essay":
        parts.append(rich("hint", texts.inline(question.hint), texts))
    if found := tags(question):
        parts.append(f"<tags>{''.join(f'<tag><text>{tag}</text></tag>' for tag in found)}</tags>")
    return _element(own.type, parts)


def _named(address: str) -> tuple[str, str]:
    id = address if len(address) <= _ID else f"{address[: _ID - 17]}-{sha256(address.encode()).hexdigest()[:16]}"
    return f"<name><text>{address}</text></name>", f"<hidden>0</hidden><idnumber>{id}</idnumber>"


def _element(type: str, parts: Sequence[str]) -> str:
    return "\n".join([f'<question type="{type}">', *parts, "</question>\n"])


def _own(quiz: Quiz, question: Question, texts: Texts) -> _Own | None:
    """What a question has of its type; None where Moodle has none for it, or cannot take what is right in it."""
    address = f"{quiz.id}/{question.id}"
    match question:
        case ChoiceQuestion(type="true-false"):
            parts = [
                _answer(choice.key, choice.correct, texts.block(choice.feedback), texts) for choice in question.choices
            ]
            return _Own("truefalse", parts)
        case ChoiceQuestion():
            return _choices(address, question, texts)
        case MatchingQuestion():
            return _matching(question, texts)
        case OrderingQuestion():
            return _ordering(question, texts)
        case NumericalQuestion():
            return _numerical(question, texts)
        case ShortAnswerQuestion():
            answers = [
                _answer(_typed(answer), True, "", texts) for answer in as_typed(question.answers, question.exact)
            ]
            for misreading in question.misreadings:
                [wrong] = as_typed([misreading.answer], question.exact)
                answers.append(_answer(_typed(wrong), False, texts.block(misreading.feedback), texts))
            return _Own("shortanswer", [f"<usecase>{int(question.exact)}</usecase>", *answers])
        case ClozeQuestion():
            gaps = [gap(blank, mixed(f"{address}{blank.name}", blank.choices), texts) for blank in question.blanks]
            text = texts.filled(question, lambda at, blank: f"\ue000{at}\ue001")
            written = [each for each in gaps if each is not None]
            return _Own("cloze", [], beside=text, gaps=written) if len(written) == len(gaps) else None
        case OpenResponseQuestion():
            points = _list(texts.inline(point) for point in question.rubric)
            parts = [
                "<responseformat>editor</responseformat><responserequired>1</responserequired>",
                "<responsefieldlines>10</responsefieldlines><attachments>0</attachments>",
                rich("graderinfo", texts.block(question.model_answer) + points, texts),
            ]
            # Moodle has no hints here. Before the answer it would stand in the way.
            return _Own("essay", parts, before=texts.hint(question))
    return None


def _choices(address: str, question: ChoiceQuestion, texts: Texts) -> _Own | None:
    is_single, count = question.type == "single-choice", sum(choice.correct for choice in question.choices)
    right = ["100"] if is_single else right_shares(count)
    wrong = "0" if is_single else f"-{shares(count, len(question.choices))[1]}"
    shown: Sequence[Choice] = question.choices if question.keep_order else mixed(address, question.choices)
    # Moodle can keep no single choice in its place while it shuffles the others.
    is_shuffled = not question.keep_order and not any(choice.last for choice in shown)
    left = iter(right)
    answers = []
    for choice in shown:
        why = rich("feedback", texts.block(choice.feedback), texts)
        share = next(left, "0") if choice.correct else wrong
        answers.append(rich(f'answer fraction="{share}"', texts.inline(choice.text), texts, why))
    settings = {
        "single": _yes(is_single), "shuffleanswers": _yes(is_shuffled), "answernumbering": "none",
        "showstandardinstruction": str(int(not is_single)),
    }  # fmt: skip
    return _Own("multichoice", ["".join(map(_setting, settings.items())), *answers]) if right else None


def _matching(question: MatchingQuestion, texts: Texts) -> _Own | None:
    if not texts.differ_in_words(match.text for match in question.matches):
        return None
    used = {pair.match.key for pair in question.pairs}
    pairs = [(texts.inline(pair.text), pair.match.text) for pair in question.pairs]
    pairs += [("", match.text) for match in question.matches if match.key not in used]
    parts = ["<shuffleanswers>true</shuffleanswers>"]
    for html, match in pairs:
        answer = f"<answer><text>{cdata(string(texts.plain(match)))}</text></answer>"
        parts.append(rich("subquestion", html, texts, answer))
    # Moodle has no feedback on a pair.
    reasons = _list(
        f"{texts.inline(pair.text)} → {texts.inline(pair.match.text)}{texts.block(pair.feedback)}"
        for pair in question.pairs
    )
    return _Own("matching", parts, before=reasons)


def _ordering(question: OrderingQuestion, texts: Texts) -> _Own | None:
    if len({texts.inline(item.text) for item in question.items}) < len(question.items):
        # Moodle knows items by their texts, so that not even the right order of two that are equal is right.
        return None
    settings = {
        "layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": str(len(question.items)),
        "gradingtype": "ABSOLUTE_POSITION", "showgrading": "SHOW", "numberingstyle": "none", "shownumcorrect": "1",
    }  # fmt: skip
    answers = [
        rich(f'answer fraction="{at}"', texts.inline(item.text), texts) for at, item in enumerate(question.items, 1)
    ]
    ends = "".join(
        f"<p>{arrow} {texts.inline(end)}</p>" for arrow, end in (("↑", question.first), ("↓", question.last)) if end
    )
    # Moodle drops feedback on an item.
    reasons = ""
    if any(item.feedback for item in question.items):
        steps = ((item, texts.block(item.feedback) if item.feedback else "") for item in question.items)
        reasons = _list((f"{texts.inline(item.text)}{why}" for item, why in steps), "ol")
    return _Own("ordering", ["".join(map(_setting, settings.items())), *answers], ends, reasons)


def _numerical(question: NumericalQuestion, texts: Texts) -> _Own:
    parts = [_answer(number(question.answer), True, "", texts, f"<tolerance>{tolerance(question)}</tolerance>")]
    for misreading in question.misreadings:
        why = texts.block(misreading.feedback)
        parts.append(_answer(number(misreading.answer), False, why, texts, "<tolerance>0</tolerance>"))
    if not question.unit:
        return _Own("numerical", parts)
    unit = texts.plain(question.unit)
    if len(unit) <= _UNIT:
        # May be typed, and need not; Moodle shows it nowhere.
        name = f"<multiplier>1</multiplier><unit_name>{cdata(unit)}</unit_name>"
        parts.append(f"<units><unit>{name}</unit></units><unitgradingtype>0</unitgradingtype><showunits>0</showunits>")
    return _Own("numerical", parts, beside=f"<p>({texts.inline(question.unit)})</p>")


def _answer(text: str, is_right: bool, feedback: str, texts: Texts, more: str = "") -> str:
    """An answer of plain text."""
    share = "100" if is_right else "0"
    why = rich("feedback", feedback, texts)
    return f'<answer fraction="{share}" format="plain_text"><text>{cdata(text)}</text>{why}{more}</answer>'


def _typed(answer: str) -> str:
    """What is typed, in which `*` would stand for anything."""
    return answer.replace("*", r"\*")


def _list(points: Iterator[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{point}</li>' for point in points)}</{tag}>"


def _yes(is_so: bool) -> str:
    return "true" if is_so else "false"


def _setting(setting: tuple[str, str]) -> str:
    return f"<{setting[0]}>{setting[1]}</{setting[0]}>"


MOODLE = Format("moodle", "-moodle.xml", write, read, math="tex", dated="day")
