"""CSV, a table with a row for each question, to be looked at, sorted and taken apart; plain words only.

Where a cell holds several, each has a line of its own: the lines of `options`, `right`, `feedback` and `gap` go
together.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from coursework.quiz.exports.csv_read import gap_sign, read
from coursework.quiz.exports.form import Bundle, Format
from coursework.quiz.exports.held import as_typed, number, tolerance
from coursework.quiz.exports.seen import plain, seen
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import (
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
from coursework.quiz.page import mixed

# What a spreadsheet would take for the beginning of a formula; `'` says that a text follows, and is not shown.
_MEANT = (
    *"=+-@\t'", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{FULLWIDTH COMMERCIAL AT}",
)  # fmt: skip
# By which a spreadsheet knows that the file is UTF-8.
_MARK = "\ufeff"
COLUMNS = (
    "id", "type", "objective", "level", "claims", "scenario", "prompt", "options", "right", "feedback", "gap", "ends",
    "order", "tolerance", "unit", "figures", "exact", "pattern", "hint", "explanation", "sources", "links",
)  # fmt: skip


@dataclass
class _Lines:
    """The lines of what can be answered: each an option, with whether or to what it is right, its feedback, its gap."""

    options: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)

    def add(self, option: str, right: str = "", feedback: str = "", gap: str = "") -> None:
        for lines, text in zip((self.options, self.right, self.feedback, self.gap), (option, right, feedback, gap)):
            lines.append(text)

    def cells(self) -> dict[str, str]:
        parts = {"options": self.options, "right": self.right, "feedback": self.feedback, "gap": self.gap}
        return {name: "\n".join(lines) for name, lines in parts.items() if any(lines)}


def write(bundle: Bundle) -> bytes:
    """All quizzes of a bundle in one table; a quiz has a row too, before its questions."""
    table = StringIO()
    rows = csv.DictWriter(table, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    for quiz in bundle.quizzes:
        rows.writerow({name: cell(text) for name, text in _quiz(quiz, bundle.texts).items()})
        for question in quiz.questions:
            rows.writerow({name: cell(text) for name, text in _row(quiz, question, bundle.texts).items()})
    return (_MARK + table.getvalue()).encode()


def _plain(text: str, texts: Texts) -> str:
    """The words of a text that may be several paragraphs."""
    return seen(texts.block(text)).text


def cell(text: str) -> str:
    """A text as the content of a cell, which no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip("\n").startswith(_MEANT) else text


def _quiz(quiz: Quiz, texts: Texts) -> dict[str, str]:
    objectives = "\n".join(texts.plain(objective.text) for objective in quiz.objectives)
    introduction = _plain(quiz.introduction, texts) if quiz.introduction else ""
    return {
        "id": quiz.id, "type": "quiz", "scenario": introduction, "prompt": plain(quiz.title), "options": objectives,
        "links": texts.address_of(quiz),
    }  # fmt: skip


def _row(quiz: Quiz, question: Question, texts: Texts) -> dict[str, str]:
    links = [*([texts.link(question.reread)] if question.reread else ()), texts.address_of(quiz, question)]
    return {
        "id": f"{quiz.id}/{question.id}", "type": question.type, "objective": question.objective or "",
        "level": question.level or "", "claims": " ".join(question.claims),
        "scenario": _plain(question.scenario, texts) if question.scenario else "",
        "prompt": texts.plain(question.prompt),
        "hint": texts.plain(question.hint) if question.hint else "", "explanation": _plain(question.explanation, texts),
        "sources": "\n".join(texts.sources(question)), "links": "\n".join(links),
        **dict(_fields(question, texts)), **_answers(quiz, question, texts).cells(),
    }  # fmt: skip


def _fields(question: Question, texts: Texts) -> Iterator[tuple[str, str]]:
    """What only one type has, beside its options."""
    match question:
        case ChoiceQuestion(keep_order=True):
            yield "order", "kept"
        case OrderingQuestion(first=first, last=last) if first or last:
            yield "ends", "\n".join(texts.plain(end) if end else "" for end in (first, last))
        case NumericalQuestion():
            yield "tolerance", tolerance(question)
            yield "unit", texts.plain(question.unit) if question.unit else ""
            yield "figures", str(question.figures or "")
        case ShortAnswerQuestion():
            yield "exact", "exact" if question.exact else ""
            yield "pattern", plain(question.pattern or "")
        case ClozeQuestion():
            yield "exact", " ".join(str(at) for at, blank in enumerate(question.blanks, 1) if blank.exact)


def _answers(quiz: Quiz, question: Question, texts: Texts) -> _Lines:
    lines = _Lines()
    match question:
        case ChoiceQuestion(type="true-false"):
            for choice in question.choices:
                lines.add(choice.key, "yes" if choice.correct else "no", _plain(choice.feedback, texts))
        case ChoiceQuestion():
            shown = question.choices if question.keep_order else mixed(f"{quiz.id}/{question.id}", question.choices)
            for choice in shown:
                _add_choice(lines, choice, texts)
        case MatchingQuestion():
            for pair in question.pairs:
                lines.add(texts.plain(pair.text), texts.plain(pair.match.text), _plain(pair.feedback, texts))
            used = {pair.match.key for pair in question.pairs}
            for match in question.matches:
                if match.key not in used:
                    lines.add("", texts.plain(match.text))
        case OrderingQuestion():
            for at, item in enumerate(question.items, 1):
                lines.add(texts.plain(item.text), str(at), _plain(item.feedback, texts) if item.feedback else "")
        case NumericalQuestion():
            lines.add(number(question.answer), "yes")
            for misreading in question.misreadings:
                lines.add(number(misreading.answer), "no", _plain(misreading.feedback, texts))
        case ShortAnswerQuestion():
            for answer in as_typed(question.answers, question.exact):
                lines.add(answer, "yes")
            for misreading in question.misreadings:
                [wrong] = as_typed([misreading.answer], question.exact)
                lines.add(wrong, "no", _plain(misreading.feedback, texts))
        case ClozeQuestion():
            lines.add(seen(texts.filled(question, lambda at, blank: gap_sign(at))).text)
            for at, blank in enumerate(question.blanks, 1):
                for choice in blank.choices:
                    _add_choice(lines, choice, texts, str(at))
                feedback = _plain(blank.feedback, texts) if blank.feedback else ""
                for answer in as_typed(blank.answers, blank.exact):
                    lines.add(answer, "yes", feedback, str(at))
                    feedback = ""
        case OpenResponseQuestion():
            lines.add(_plain(question.model_answer, texts))
            for point in question.rubric:
                lines.add(texts.plain(point), "point")
        case OpinionQuestion():
            for step in question.scale:
                lines.add(texts.plain(step))
            if question.note:
                lines.add("", "note")
    return lines


def _add_choice(lines: _Lines, choice: Choice, texts: Texts, gap: str = "") -> None:
    right = "yes" if choice.correct else "no"
    lines.add(texts.plain(choice.text), f"{right}, last" if choice.last else right, _plain(choice.feedback, texts), gap)


CSV = Format("csv", ".csv", write, read)
