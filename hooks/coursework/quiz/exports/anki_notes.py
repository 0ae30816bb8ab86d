"""Questions as notes of Anki: what stands in each field, as XHTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from coursework.quiz.exports.anki_escaped import escaped, gap
from coursework.quiz.exports.held import number, tags, tolerance
from coursework.quiz.exports.texts import Texts
from coursework.quiz.model import (
    Blank,
    Choice,
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    Misreading,
    NumericalQuestion,
    OpenResponseQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
)
from coursework.quiz.page import mixed, out_of_order

# Holds the place of a gap while the text around it is escaped.
_PLACE = "\ue002{}\ue003"


class Note(NamedTuple):
    """A question in Anki. `kind` is that of its fields, `cards` how many it has: one a gap, else one."""

    address: str
    kind: str
    fields: dict[str, str]
    tags: Sequence[str]
    cards: int


def notes_of(quiz: Quiz, course: str, texts: Texts) -> Iterator[Note]:
    """The notes of a quiz; a question in which nothing is right has none. Pictures have no address yet."""
    for question in quiz.questions:
        answer = "".join(_answer(quiz, question, texts))
        if not answer:
            continue
        address = f"{quiz.id}/{question.id}"
        is_cloze = isinstance(question, ClozeQuestion)
        fields = {
            "Question": texts.stem(question),
            "Hint": _hint(question, texts),
            "Answer": answer,
            "Why": texts.block(question.explanation),
            "Sources": _sources(question, texts),
            "Links": _links(quiz, question, texts),
            "Id": escape(address),
            "Type": question.type,
        }
        if not is_cloze:
            fields["Options"] = "".join(_options(address, question, texts))
        fields = {name: escaped(html) for name, html in fields.items()}
        if isinstance(question, ClozeQuestion):
            fields["Text"] = _text(address, question, texts)
        # Anki has tags of all courses in one tree.
        sorted_by = [f"{course}::{tag.replace(':', '::', 1)}" for tag in tags(question)]
        cards = len(question.blanks) if isinstance(question, ClozeQuestion) else 1
        yield Note(address, "gaps" if is_cloze else "question", fields, sorted_by, cards)


def _hint(question: Question, texts: Texts) -> str:
    if not question.hint:
        return ""
    summary = texts.say("question", "hint")
    return f"<details><summary>{summary}</summary><p>{texts.inline(question.hint)}</p></details>"


def _sources(question: Question, texts: Texts) -> str:
    sources = "; ".join(escape(source, quote=False) for source in texts.sources(question))
    return f"<p><b>{texts.say('question', 'sources')}</b> {sources}</p>" if sources else ""


def _links(quiz: Quiz, question: Question, texts: Texts) -> str:
    links = [(texts.link(question.reread), texts.say("question", "reread"))] if question.reread else []
    links.append((texts.address_of(quiz, question), texts.say("downloads", "address")))
    return "".join(f'<p><a href="{escape(address)}">{words}</a></p>' for address, words in links)


def _shown(address: str, question: ChoiceQuestion) -> Sequence[Choice]:
    return question.choices if question.keep_order else mixed(address, question.choices)


def _options(address: str, question: Question, texts: Texts) -> Iterator[str]:
    """What stands on the front below the question, in the order of the site: Anki mixes nothing."""
    how = f'<p class="how">{texts.say("question", "how", question.type)}</p>'
    match question:
        case ChoiceQuestion(type="true-false"):
            yield _list("options", (texts.say("question", choice.key) for choice in question.choices))
        case ChoiceQuestion():
            yield how + _list("options", (texts.inline(choice.text) for choice in _shown(address, question)))
        case MatchingQuestion():
            yield how + _list("options", (texts.inline(pair.text) for pair in question.pairs))
            yield _list("matches", (texts.inline(match.text) for match in mixed(address, question.matches)))
        case OrderingQuestion():
            items = (texts.inline(item.text) for item in out_of_order(address, question.items))
            yield how + _within_ends(question, _list("options", items), texts)
        case NumericalQuestion(unit=unit) if unit:
            yield f'<p>____ <span class="unit">{texts.inline(unit)}</span></p>'
        case ShortAnswerQuestion(exact=True):
            yield _exact(texts)


def _answer(quiz: Quiz, question: Question, texts: Texts) -> Iterator[str]:
    """What stands on the back: what is right, and the reason of each part."""
    match question:
        case ChoiceQuestion(type="true-false"):
            choices = question.choices
            answers = (_choice(choice, texts.say("question", choice.key), texts, choice.key) for choice in choices)
            yield _rows("answers", answers)
        case ChoiceQuestion():
            shown = _shown(f"{quiz.id}/{question.id}", question)
            yield _rows("answers", (_choice(choice, texts.inline(choice.text), texts) for choice in shown))
        case MatchingQuestion():
            yield _rows("pairs", _pairs(question, texts))
        case OrderingQuestion():
            items = ((item.text, texts.block(item.feedback) if item.feedback else "") for item in question.items)
            rows = (f"<li>{_option(texts.inline(text))}{_reason(feedback)}</li>" for text, feedback in items)
            yield _within_ends(question, f'<ol class="items">{"".join(rows)}</ol>', texts)
        case NumericalQuestion():
            unit = f' <span class="unit">{texts.inline(question.unit)}</span>' if question.unit else ""
            right = _row("right", number(question.answer), texts, after=f"{unit}{_tolerance(question, texts)}")
            yield _rows("answers", [right, *_wrong(question.misreadings, texts)])
        case ShortAnswerQuestion():
            yield _rows("answers", [*_typed(question.answers, texts), *_wrong(question.misreadings, texts)])
        case ClozeQuestion():
            gaps = ("".join(_gap_answers(quiz, question, blank, texts)) for blank in question.blanks)
            yield f'<ol class="gaps">{"".join(f"<li>{each}</li>" for each in gaps)}</ol>'
        case OpenResponseQuestion():
            yield f"<p><b>{texts.say('question', 'model')}</b></p>"
            yield f'<div class="model">{texts.block(question.model_answer)}</div>'
            yield f"<p><b>{texts.say('question', 'rubric')}</b></p>"
            yield _list("rubric", (texts.inline(point) for point in question.rubric))


def _text(address: str, question: ClozeQuestion, texts: Texts) -> str:
    """The text of a cloze with its gaps; where a word is chosen, the choices stand in the gap."""
    html = escaped(texts.filled(question, lambda at, blank: _PLACE.format(at)))
    for at, blank in enumerate(question.blanks, 1):
        right = [texts.inline(choice.text) for choice in blank.choices if choice.correct]
        right = right or [escape(blank.answers[0], quote=False)]
        choices = " / ".join(texts.inline(choice.text) for choice in mixed(address + blank.name, blank.choices))
        html = html.replace(_PLACE.format(at), gap(at, " / ".join(right), choices))
    return html


def _gap_answers(quiz: Quiz, question: Question, blank: Blank, texts: Texts) -> Iterator[str]:
    if blank.exact:
        yield _exact(texts)
    shown = mixed(f"{quiz.id}/{question.id}{blank.name}", blank.choices)
    choices = [_choice(choice, texts.inline(choice.text), texts) for choice in shown]
    yield _rows("answers", choices or _typed(blank.answers, texts))
    yield _reason(texts.block(blank.feedback)) if blank.feedback else ""


def _pairs(question: MatchingQuestion, texts: Texts) -> Iterator[str]:
    for pair in question.pairs:
        match = f'<div class="match">{texts.inline(pair.match.text)}</div>'
        yield f"<li>{_option(texts.inline(pair.text))} → {match}{_reason(texts.block(pair.feedback))}</li>"
    used = {pair.match.key for pair in question.pairs}
    for each in question.matches:
        if each.key not in used:
            yield _row("wrong", texts.inline(each.text), texts)


def _choice(choice: Choice, html: str, texts: Texts, key: str = "") -> str:
    kind = " ".join(name for name in ("right" if choice.correct else "wrong", key) if name)
    return _row(kind, html, texts, texts.block(choice.feedback))


def _typed(answers: Sequence[str], texts: Texts) -> list[str]:
    return [_row("right", escape(answer, quote=False), texts) for answer in dict.fromkeys(answers)]


def _wrong(misreadings: Sequence[Misreading], texts: Texts) -> Iterator[str]:
    for each in misreadings:
        # A number is written like the right one beside it.
        yield _row("wrong", escape(number(each.answer), quote=False), texts, texts.block(each.feedback))


def _tolerance(question: NumericalQuestion, texts: Texts) -> str:
    found = tolerance(question)
    if found == "0":
        return ""
    number = f'<span class="tolerance">{found}</span>'
    return f" {texts.say('question', 'tolerance').format(tolerance=number)}"


def _exact(texts: Texts) -> str:
    return f'<p class="exact">{texts.say("question", "exact")}</p>'


def _within_ends(question: OrderingQuestion, html: str, texts: Texts) -> str:
    first, last = (
        f'<p class="{name}">{texts.inline(end)}</p>' if end else ""
        for name, end in (("first", question.first), ("last", question.last))
    )
    return first + html + last


def _row(kind: str, html: str, texts: Texts, reason: str = "", after: str = "") -> str:
    """A possible answer, in words right or not: colours alone tell nobody."""
    mark = texts.say("question", "correct" if kind.startswith("right") else "incorrect")
    return f'<li class="{kind}"><b>{mark}</b> {_option(html)}{after}{_reason(reason)}</li>'


def _rows(kind: str, rows: Iterable[str]) -> str:
    return f'<ul class="{kind}">{"".join(rows)}</ul>'


def _list(kind: str, texts: Iterable[str]) -> str:
    return _rows(kind, (f"<li>{html}</li>" for html in texts))


def _option(html: str) -> str:
    return f'<div class="option">{html}</div>'


def _reason(html: str) -> str:
    return f'<div class="reason">{html}</div>' if html else ""
