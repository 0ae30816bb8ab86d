"""Reads GIFT as its description has it, knowing nothing of what wrote the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from coursework.quiz.exports.held import decimal, tag_parts
from coursework.quiz.exports.moodle_read import is_all, line
from coursework.quiz.exports.seen import Part, html_parts, plain, seen, text_parts

# By the share of the mark; what gives a part of it is neither.
_KINDS = {Decimal(100): "answer", Decimal(0): "misreading"}
_MEANT = {"\\n": "\n"}
# What is escaped, or a sign that may mean something.
_SIGN = re.compile(r"\\.|[=~#{}]", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_TITLE = re.compile(r"::((?:\\.|(?!::).)*)::", re.DOTALL)
_ITEM = re.compile(r"(?P<sign>[=~])(?:%(?P<weight>-?[0-9.]+)%)?")


def read(content: bytes) -> dict[str, list[Part]]:
    """What is held by each question, by its title, and by each description or category."""
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    category: list[Part] = []
    for item in re.split(r"\n[ \t]*\n", content.decode().replace("\r\n", "\n")):
        comments = re.findall(r"^//.*$", item, re.MULTILINE)
        text = re.sub(r"^//.*\n?", "", item, flags=re.MULTILINE).strip()
        if text.startswith("$CATEGORY:"):
            path = text.partition(":")[2].strip()
            name = re.split(r"(?<!/)/(?!/)", path.replace("\\\\", "\\"))[-1].replace("//", "/")
            category = [Part("title", line(name))]
        elif title := _TITLE.match(text):
            address = _meant(title[1])
            quiz = address.partition("/")[0]
            parts[quiz] += category
            category = []
            parts[address] += _question(text[title.end() :])
            parts[address] += tag_parts(tag for line in comments for tag in re.findall(r"\[tag:([^\]]+)\]", line))
    return dict(parts)


def _question(text: str) -> Iterator[Part]:
    stem, braces = _cut(text, "{")
    if braces is None:
        yield from _rich("introduction", stem)
        return
    inside, after = _cut(braces, "}")
    if after is None:
        return  # Moodle refuses it
    yield from _rich("prompt", stem)
    answer, general = _cut(inside, "####")
    yield from _rich("explanation", general or "")
    answer = answer.strip()
    if match := re.match(r"(TRUE|FALSE|T|F)\b", answer):
        right = "true" if match[1].startswith("T") else "false"
        _, wrong, good = [*_all_cut(answer, "#"), "", ""][:3]
        yield Part("right", right)
        yield from _rich("feedback", wrong, "false" if right == "true" else "true")
        yield from _rich("feedback", good, right)
    elif answer.startswith("#"):
        yield from _numbers(answer[1:])
    elif answer:
        yield from _answers(list(_items(answer)))


def _answers(items: list[tuple[str, Decimal | None, str, str]]) -> Iterator[Part]:
    """Choices, pairs or accepted answers: which of them it is, the signs say."""
    if all(sign == "=" and "->" in text for sign, _, text, _ in items):
        for _, _, text, _ in items:
            left, _, right = text.partition("->")
            pair = _text(left)
            yield from _rich("pair", left)
            yield from text_parts("match", _meant(right), pair)
    elif all(sign == "=" for sign, *_ in items):
        # Moodle takes small letters for capitals where a file does not say so, and this one cannot.
        yield Part("leniency", "capitals")
        for _, weight, text, feedback in items:
            typed = _cut_format(text)[1]
            answer, kind = typed.replace("\\*", "*"), _KINDS.get(Decimal(100) if weight is None else weight)
            yield from [Part(kind, answer)] if kind and typed != "*" else []
            yield from _rich("feedback", feedback, "" if kind == "answer" else answer)
    else:
        is_single = any(sign == "=" for sign, *_ in items)
        is_whole = is_single or is_all([weight for _, weight, _, _ in items if weight and weight > 0])
        for sign, weight, text, feedback in items:
            choice = _text(text)
            yield from _rich("choice", text)
            yield from _rich("feedback", feedback, choice)
            if sign == "=" or (is_whole and (weight or 0) > 0):
                yield Part("right", choice)


def _numbers(text: str) -> Iterator[Part]:
    for _, weight, value, feedback in _items(text):
        answer, _, tolerance = value.strip().partition(":")
        shown = decimal(Decimal(answer)) if answer else ""
        kind = _KINDS.get(Decimal(100) if weight is None else weight) if answer else None
        yield from [Part(kind, shown)] if kind else []
        if kind == "answer" and Decimal(tolerance or 0):
            yield Part("tolerance", decimal(Decimal(tolerance)))
        yield from _rich("feedback", feedback, "" if kind == "answer" else shown)


def _items(text: str) -> Iterator[tuple[str, Decimal | None, str, str]]:
    """Each answer as its sign, its weight, its text and its feedback."""
    starts = [at for at, sign in _signs(text) if sign in "=~"]
    for start, end in zip(starts, [*starts[1:], len(text)]):
        head = _ITEM.match(text, start)
        assert head is not None  # noqa: S101  it begins with one of the signs
        value, feedback = _cut(text[head.end() : end], "#")
        yield head["sign"], Decimal(head["weight"]) if head["weight"] else None, value, feedback or ""


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Every sign that may mean something and is not escaped, with its place."""
    for match in _SIGN.finditer(text):
        if len(match[0]) == 1:
            yield match.start(), match[0]


def _cut(text: str, mark: str) -> tuple[str, str | None]:
    """What stands before and after the first mark that is not escaped; None where there is none."""
    for at, sign in _signs(text):
        if sign == mark[0] and text.startswith(mark, at):
            return text[:at], text[at + len(mark) :]
    return text, None


def _all_cut(text: str, mark: str) -> list[str]:
    head, rest = _cut(text, mark)
    return [head] if rest is None else [head, *_all_cut(rest, mark)]


def _meant(text: str) -> str:
    """A text as it was before signs were escaped."""
    return re.sub(r"\\([~=#{}:\\n])", lambda sign: _MEANT.get(sign[0], sign[1]), text.strip())


def _text(text: str) -> str:
    """The plain words of a text that may be HTML."""
    form, words = _cut_format(text)
    return seen(words).text if form == "html" else plain(words)


def _rich(kind: str, text: str, of: str = "") -> list[Part]:
    """The parts that a text is, by the format that it names."""
    form, words = _cut_format(text)
    return html_parts(kind, words, of) if form == "html" else text_parts(kind, words, of)


def _cut_format(text: str) -> tuple[str, str]:
    """The format that a text names, or nothing, and the text as it was written."""
    form = _FORMAT.match(text)
    return (form[1], _meant(text[form.end() :])) if form else ("", _meant(text))
