"""Reads Moodle XML as Moodle imports it, knowing nothing of what wrote the file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import unescape

from coursework.quiz.exports.held import decimal, tag_parts
from coursework.quiz.exports.seen import GAP, Part, html_parts, plain, seen, text_parts

_FILES = "@@PLUGINFILE@@/"
_CHARACTER = re.compile(r"&[a-zA-Z0-9#]{1,8};")
# Longer tags are cut.
_TAG = 50
# By the share of the mark; what gives a part of it is neither.
_KINDS = {Decimal(100): "answer", Decimal(0): "misreading"}
_TYPED = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_START = re.compile(
    r"\{\d*:(SHORTANSWER_C|SHORTANSWER|SAC?|MWC?|NUMERICAL|NM|MULTICHOICE(?:_[VHS]{1,2})?|MC[VHS]{0,2}"
    r"|MULTIRESPONSE(?:_[HS]{1,2})?|MR[HS]{0,2}):"
)
_SHARE = re.compile(r"=|%(-?\d+(?:[.,]\d*)?)%")


def read(content: bytes) -> dict[str, list[Part]]:
    """What is held by each question, by its name, and by each category."""
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    category: list[Part] = []
    for question in ET.fromstring(content).iter("question"):
        if question.get("type") == "category":
            path = question.findtext("category/text", "").strip()
            name = re.split(r"(?<!/)/(?!/)", path)[-1].replace("//", "/")
            category = [Part("title", line(name))]
            continue
        address = plain(question.findtext("name/text", ""))
        parts[address.partition("/")[0]] += category
        category = []
        parts[address] += _question(question)
        tags = (plain(tag.findtext("text", ""))[:_TAG] for tag in question.iterfind("tags/tag"))
        parts[address] += tag_parts(tags)
    return dict(parts)


def _question(question: ET.Element) -> Iterator[Part]:
    type = question.get("type")
    if type == "cloze":
        text, found = _gaps(_text(question.find("questiontext")))
        yield from html_parts("text", text, pictures=_pictures(question.find("questiontext")))
        for at, gap in enumerate(found, 1):
            yield from _gap(str(at), *gap)
    else:
        yield from _rich("introduction" if type == "description" else "prompt", question.find("questiontext"))
    yield from _rich("explanation", question.find("generalfeedback"))
    if type != "essay":
        for hint in question.iterfind("hint"):
            yield from _rich("hint", hint)
    match type:
        case "multichoice":
            yield from _choices(question)
        case "truefalse":
            for answer in question.iterfind("answer"):
                word = plain(_text(answer))
                yield from _rich("feedback", answer.find("feedback"), word)
                yield from [Part("right", word)] if _share(answer) == 100 else []
        case "matching":
            for pair in question.iterfind("subquestion"):
                words = seen(_text(pair)).text
                yield from _rich("pair", pair)
                yield from text_parts("match", line(pair.findtext("answer/text", "")), words)
        case "ordering":
            # Their order in the file is the right one, whatever their shares; their feedback is dropped.
            for at, answer in enumerate(question.iterfind("answer"), 1):
                yield from _rich("item", answer, str(at))
        case "numerical":
            yield from _numbers(question)
        case "shortanswer":
            usecase = plain(question.findtext("usecase", "0")) not in ("0", "")
            yield Part("exact", "exact") if usecase else Part("leniency", "capitals")
            for answer in question.iterfind("answer"):
                typed = _text(answer).replace("\\*", "*")
                yield from [Part(_KINDS[_share(answer)], typed)] if _share(answer) in _KINDS else []
                yield from _rich("feedback", answer.find("feedback"), "" if _share(answer) > 0 else typed)
        case "essay":
            yield from _rich("model-answer", question.find("graderinfo"))


def _choices(question: ET.Element) -> Iterator[Part]:
    words, answers = "", question.findall("answer")
    gained = [_share(answer) for answer in answers if _share(answer) > 0]
    is_single = plain(question.findtext("single", "true")) in ("true", "1")
    # Moodle refuses others.
    is_whole = Decimal(100) in gained if is_single else is_all(gained)
    for answer in answers:
        words = seen(_text(answer)).text
        yield from _rich("choice", answer)
        yield from _rich("feedback", answer.find("feedback"), words)
        yield from [Part("right", words)] if is_whole and _share(answer) > 0 else []
    if plain(question.findtext("shuffleanswers", "false")) in ("false", "0", ""):
        yield Part("order", "kept")
        yield Part("last", words)


def _numbers(question: ET.Element) -> Iterator[Part]:
    for answer in question.iterfind("answer"):
        shown = decimal(Decimal(plain(_text(answer))))
        yield from [Part(_KINDS[_share(answer)], shown)] if _share(answer) in _KINDS else []
        off = Decimal(plain(answer.findtext("tolerance", "0")))
        yield from [Part("tolerance", decimal(off))] if off and _share(answer) > 0 else []
        yield from _rich("feedback", answer.find("feedback"), "" if _share(answer) > 0 else shown)
    for unit in question.iterfind("units/unit"):
        yield from text_parts("unit", unit.findtext("unit_name", ""))


def _gaps(text: str) -> tuple[str, list[tuple[str, list[str]]]]:
    """A text with a sign for each gap, and the type and the alternatives of each."""
    shown, gaps, end = "", [], 0
    while start := _START.search(text, end):
        inside = re.split(r"(?<!\\)\}", text[start.end() :], maxsplit=1)
        if len(inside) < 2:
            break
        shown += f"{text[end : start.start()]} {GAP} "
        gaps.append((start[1], re.split(r"(?<!\\)~", inside[0])))
        end = len(text) - len(inside[1])
    return shown + text[end:], gaps


def _gap(at: str, type: str, alternatives: list[str]) -> Iterator[Part]:
    is_typed, words = type in _TYPED, ""
    if is_typed:
        yield Part("exact", "exact", at) if type.endswith("C") else Part("leniency", "capitals", at)
    for alternative in alternatives:
        share = _SHARE.match(alternative)
        answer, *feedback = re.split(r"(?<!\\)#", alternative[share.end() if share else 0 :], maxsplit=1)
        is_right = share is not None and (share[0] == "=" or float(share[1].replace(",", ".")) == 100)
        why = _meant("".join(feedback))
        if is_typed:
            yield from [Part("answer", _meant(answer).replace("\\*", "*").strip(), at)] if is_right else []
            yield from html_parts("feedback", why, at)
            continue
        words = seen(_meant(answer)).text
        yield Part("choice", words, at)
        yield from html_parts("feedback", why, f"{at} {words}")
        yield from [Part("right", words, at)] if is_right else []
    if type in ("MULTICHOICE", "MC"):
        yield Part("last", words, at)


def _meant(text: str) -> str:
    """A part of a gap as it was before it was escaped."""
    return unescape(text).replace("\\}", "}").replace("\\#", "#")


def line(text: str) -> str:
    """The plain words of what Moodle shows as one line, in which characters of HTML are such."""
    return plain(_CHARACTER.sub(lambda character: unescape(character[0]), text))


def is_all(shares: Sequence[Decimal]) -> bool:
    """Whether some shares are the whole mark, as near as Moodle looks."""
    return abs(sum(shares, Decimal(-100))) < Decimal("0.5")


def _share(answer: ET.Element) -> Decimal:
    return Decimal(answer.get("fraction", "0"))


def _text(element: ET.Element | None) -> str:
    return "" if element is None else element.findtext("text", "").strip()


def _pictures(element: ET.Element | None) -> list[str]:
    """The names of the pictures that come with a text and are shown in it."""
    names = [] if element is None else [file.get("name", "") for file in element.iterfind("file") if file.text]
    return [name for name in names if f"{_FILES}{name}" in _text(element)]


def _rich(kind: str, element: ET.Element | None, of: str = "") -> list[Part]:
    """The parts that a text is, by the format that it names."""
    text = _text(element)
    if element is not None and element.get("format", "html") == "html":
        return html_parts(kind, text, of, _pictures(element))
    return text_parts(kind, text, of)
