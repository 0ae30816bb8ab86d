"""Reads the table of `csv_file.py` from its bytes, by the names of its columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import zip_longest

from coursework.quiz.exports.held import LENIENCY
from coursework.quiz.exports.seen import GAP, Part, text_parts

_TYPED = ("short-answer", "cloze")


def read(content: bytes) -> dict[str, list[Part]]:
    """What each row holds, by its id."""
    csv.field_size_limit(1 << 30)
    table = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))
    return {row["id"]: list(_row({name: text.removeprefix("'") for name, text in row.items()})) for row in table}


def _row(row: Mapping[str, str]) -> Iterator[Part]:
    if row["type"] == "quiz":
        yield from text_parts("title", row["prompt"])
        yield from text_parts("introduction", row["scenario"])
        for line in row["options"].splitlines():
            yield from text_parts("objectives", line)
        return
    for name in ("scenario", "prompt", "hint", "explanation", "unit", "pattern"):
        yield from text_parts(name, row[name])
    for name, kind in (("objective", "objective"), ("level", "level"), ("figures", "figures"), ("order", "order")):
        yield from [Part(kind, row[name])] if row[name] else []
    yield from [Part("tolerance", row["tolerance"])] if row["tolerance"] not in ("", "0") else []
    yield from (Part("claim", claim) for claim in row["claims"].split())
    yield from (Part("cite", source) for source in row["sources"].splitlines())
    yield from (Part("link", link) for link in row["links"].splitlines())
    for name, end in zip(("first", "last"), row["ends"].split("\n")):
        yield from text_parts("end", end, name)
    yield from _options(row["type"], list(_lines(row)), row["exact"].split())


def _lines(row: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The options, what is right of each, its feedback and its gap."""
    columns = (row[name].split("\n") for name in ("options", "right", "feedback", "gap"))
    yield from zip_longest(*columns, fillvalue="")


def _options(type: str, lines: list[tuple[str, str, str, str]], exact: list[str]) -> Iterator[Part]:
    if type in _TYPED:
        gaps = dict.fromkeys(gap for _, right, _, gap in lines if right)
        # Among what can be chosen some is wrong.
        typed = [gap for gap in gaps if not gap or all(right == "yes" for _, right, _, of in lines if of == gap)]
        for gap in typed:
            is_exact = (gap or "exact") in exact
            yield from [Part("exact", "exact", gap)] if is_exact else (Part("leniency", how, gap) for how in LENIENCY)
    for at, (option, right, feedback, gap) in enumerate(lines, 1):
        is_right, _, last = right.partition(", ")
        match type:
            case "matching":
                yield from text_parts("pair", option)
                yield from text_parts("match", right, option)
                yield from text_parts("feedback", feedback, option)
            case "ordering":
                yield from text_parts("item", option, right)
                yield from text_parts("feedback", feedback, right)
            case "open-response":
                yield from text_parts("rubric" if right == "point" else "model-answer", option)
            case "opinion":
                yield from [Part("note", "asked")] if right == "note" else text_parts("choice", option)
            case "cloze" if at == 1:
                yield from text_parts("text", _gapped(option))
            case "cloze" if gap in typed:
                yield Part("answer", option, gap)
                yield from text_parts("feedback", feedback, gap)
            case "short-answer" | "numerical":
                yield Part("answer" if is_right == "yes" else "misreading", option)
                yield from text_parts("feedback", feedback, option)
            case _:
                yield from _choice(option, is_right, last, feedback, gap, is_named=type != "true-false")


def _choice(option: str, right: str, last: str, feedback: str, gap: str, is_named: bool) -> Iterator[Part]:
    yield from text_parts("choice", option, gap) if is_named else []
    yield from [Part("right", option, gap)] if right == "yes" else []
    yield from [Part("last", option, gap)] if last else []
    yield from text_parts("feedback", feedback, f"{gap} {option}".strip())


def gap_sign(number: int) -> str:
    """How a gap is written in the text of a cloze, by its number from 1."""
    return f"[{number} ____]"


def _gapped(text: str) -> str:
    """The text of a cloze with the sign for gaps that readers of all formats give."""
    pieces, at = [], 1
    while (found := text.find(gap_sign(at))) >= 0:
        pieces += [text[:found], f" {GAP} "]
        text, at = text[found + len(gap_sign(at)) :], at + 1
    return "".join([*pieces, text])
