"""What quizzes hold, as small parts: made from the model alone, and compared with what is read from files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from coursework.quiz.exports.seen import Part, plain, seen
from coursework.quiz.exports.texts import Texts
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

# In what a typed answer may differ from an accepted one and still be right, unless it is exact.
LENIENCY = ("capitals", "accents", "spaces", "signs")


def held(quizzes: Sequence[Quiz], texts: Texts) -> dict[str, list[Part]]:
    """The parts of each question by its address (`quiz/question`), and of each quiz by its id."""
    parts: dict[str, list[Part]] = {}
    for quiz in quizzes:
        parts[quiz.id] = list(_of_quiz(quiz, texts))
        for question in quiz.questions:
            parts[f"{quiz.id}/{question.id}"] = list(_of_question(quiz, question, texts))
    return parts


def _of_quiz(quiz: Quiz, texts: Texts) -> Iterator[Part]:
    yield Part("title", plain(quiz.title))
    if quiz.introduction:
        yield from _parts("introduction", texts.block(quiz.introduction))
    for objective in quiz.objectives:
        yield from _parts("objectives", texts.inline(objective.text))


def _of_question(quiz: Quiz, question: Question, texts: Texts) -> Iterator[Part]:
    yield from _parts("prompt", texts.inline(question.prompt))
    yield from _parts("scenario", texts.block(question.scenario)) if question.scenario else []
    yield from _parts("explanation", texts.block(question.explanation))
    if question.hint:
        yield from _parts("hint", texts.inline(question.hint))
    yield from (Part("cite", source) for source in texts.sources(question))
    if question.reread:
        yield Part("link", texts.link(question.reread))
    yield Part("link", texts.address_of(quiz, question))
    yield from tag_parts(tags(question))
    match question:
        case ChoiceQuestion(type="true-false"):
            for choice in question.choices:
                yield from _parts("feedback", texts.block(choice.feedback), choice.key)
                yield from [Part("right", choice.key)] if choice.correct else []
        case ChoiceQuestion():
            yield from _choices(question.choices, texts)
            yield from [Part("order", "kept")] if question.keep_order else []
        case MatchingQuestion():
            for pair in question.pairs:
                text = seen(texts.inline(pair.text)).text
                yield from _parts("pair", texts.inline(pair.text))
                yield from _parts("match", texts.inline(pair.match.text), text)
                yield from _parts("feedback", texts.block(pair.feedback), text)
            used = {pair.match.key for pair in question.pairs}
            for match in question.matches:
                yield from [] if match.key in used else _parts("match", texts.inline(match.text))
        case OrderingQuestion():
            for at, item in enumerate(question.items, 1):
                yield from _parts("item", texts.inline(item.text), str(at))
                yield from _parts("feedback", texts.block(item.feedback), str(at)) if item.feedback else []
            for name, end in (("first", question.first), ("last", question.last)):
                yield from _parts("end", texts.inline(end), name) if end else []
        case NumericalQuestion():
            yield Part("answer", number(question.answer))
            yield from [Part("tolerance", found)] if (found := tolerance(question)) != "0" else []
            yield from _parts("unit", texts.inline(question.unit)) if question.unit else []
            yield from [Part("figures", str(question.figures))] if question.figures else []
            for misreading in question.misreadings:
                yield Part("misreading", number(misreading.answer))
                yield from _parts("feedback", texts.block(misreading.feedback), number(misreading.answer))
        case ShortAnswerQuestion():
            yield from _typed(question.answers, question.exact)
            yield from [Part("pattern", plain(question.pattern))] if question.pattern else []
            for misreading in question.misreadings:
                [answer] = as_typed([misreading.answer], question.exact)
                yield Part("misreading", answer)
                yield from _parts("feedback", texts.block(misreading.feedback), answer)
        case ClozeQuestion():
            yield from _parts("text", texts.with_gaps(question))
            for at, blank in enumerate(question.blanks, 1):
                yield from _blank(blank, str(at), texts)
        case OpenResponseQuestion():
            yield from _parts("model-answer", texts.block(question.model_answer))
            for point in question.rubric:
                yield from _parts("rubric", texts.inline(point))
        case OpinionQuestion():
            for step in question.scale:
                yield from _parts("choice", texts.inline(step))
            yield from [Part("note", "asked")] if question.note else []
        case _:
            raise TypeError(f"nothing says what a question of this type holds: {question.type}")


def as_typed(answers: Iterable[str], exact: bool) -> list[str]:
    """What may be typed, each once; how many spaces stand between words counts of `exact` ones alone."""
    return list(dict.fromkeys(answer.strip() if exact else plain(answer) for answer in answers))


def tags(question: Question) -> list[str]:
    """What sorts a question, as tags without spaces: `objective:read-a-map`, `level:apply`, `claim:C054`."""
    sorted_by = [("objective", question.objective), ("level", question.level)]
    sorted_by += [("claim", claim) for claim in question.claims]
    return [f"{kind}:{value}" for kind, value in sorted_by if value]


def tag_parts(tags: Iterable[str]) -> list[Part]:
    """The parts that such tags are, as they were found in a file; others are none."""
    split = (tag.partition(":") for tag in tags)
    return [Part(kind, value) for kind, _, value in split if kind in ("objective", "level", "claim") and value]


def _choices(choices: Sequence[Choice], texts: Texts, gap: str = "") -> Iterator[Part]:
    for choice in choices:
        text = seen(texts.inline(choice.text)).text
        yield from _parts("choice", texts.inline(choice.text), gap)
        yield from _parts("feedback", texts.block(choice.feedback), f"{gap} {text}".strip())
        yield from [Part("right", text, gap)] if choice.correct else []
        yield from [Part("last", text, gap)] if choice.last else []


def _blank(blank: Blank, gap: str, texts: Texts) -> Iterator[Part]:
    yield from _choices(blank.choices, texts, gap)
    yield from _typed(blank.answers, blank.exact, gap) if blank.answers else []
    yield from _parts("feedback", texts.block(blank.feedback), gap) if blank.feedback else []


def _typed(answers: Sequence[str], exact: bool, gap: str = "") -> Iterator[Part]:
    yield from (Part("answer", answer, gap) for answer in as_typed(answers, exact))
    yield from [Part("exact", "exact", gap)] if exact else (Part("leniency", kind, gap) for kind in LENIENCY)


def _parts(kind: str, html: str, of: str = "") -> Iterator[Part]:
    """The part that XHTML is, and its forms; of pictures, those of the course."""
    text, forms = seen(html)
    yield from [Part(kind, text, of)] if text else []
    for form, words in forms:
        yield Part(form, words.removeprefix("picture:"))


def number(text: str) -> str:
    """A number as all programs write it, exact as far as digits go: no fraction, no power of ten, no needless zero."""
    value = value_of(text)
    return text if value is None else decimal(value)


def decimal(value: Decimal) -> str:
    """The same of a value."""
    return format(value.normalize(), "f") if value else "0"


def tolerance(question: NumericalQuestion) -> str:
    """How far off an answer may be, as a number on the scale of the answer; a share of it is worked out."""
    share = question.tolerance.endswith("%")
    value = value_of(question.tolerance.removesuffix("%")) or Decimal(0)
    if share:
        value = abs(value_of(question.answer) or Decimal(0)) * value / 100
    return decimal(value)
