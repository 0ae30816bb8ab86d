"""Reads a package of Anki by the names of its notes' fields and the classes in them, knowing nothing of its writer."""

from __future__ import annotations

import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from html import escape, unescape

from coursework.quiz.exports.held import tag_parts
from coursework.quiz.exports.seen import GAP, Part, html_parts, plain, seen
from coursework.quiz.exports.zipped import unzipped

# As Anki reads them: no gap stands within another here.
_GAP = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(\w+);")


def read(content: bytes) -> dict[str, list[Part]]:
    """What each note holds, by its id, and each deck, by that of its quiz."""
    files = unzipped(content)
    pictures = set(json.loads(files["media"]).values())
    parts: dict[str, list[Part]] = {}
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["collection.anki2"])
        types, decks = (json.loads(text) for text in database.execute("SELECT models, decks FROM col").fetchone())
        rows = "SELECT DISTINCT mid, tags, flds, did FROM notes JOIN cards ON cards.nid = notes.id ORDER BY notes.id"
        for type, tags, values, deck in database.execute(rows):
            names = [field["name"] for field in types[str(type)]["flds"]]
            fields = dict(zip(names, values.split("\x1f"), strict=True))
            address = unescape(fields["Id"])
            quiz = address.partition("/")[0]
            if quiz not in parts:
                parts[quiz] = list(_deck(decks[str(deck)], pictures))
            parts[address] = [*_note(fields, pictures), *tag_parts(_tag(tag) for tag in tags.split())]
    return parts


def _deck(deck: Mapping[str, str], pictures: Collection[str]) -> Iterator[Part]:
    yield Part("title", plain(deck["name"].rpartition("::")[2]))
    for part in html_parts("introduction", deck["desc"], pictures=pictures):
        yield part._replace(text=part.text.removeprefix("_")) if part.kind == "picture" else part


def _tag(tag: str) -> str:
    return ":".join(tag.split("::")[-2:])


def _note(fields: Mapping[str, str], pictures: Collection[str]) -> Iterator[Part]:
    for name, kind in (("Question", "prompt"), ("Hint", "hint"), ("Why", "explanation"), ("Sources", "cite")):
        yield from html_parts(kind, fields[name], pictures=pictures)
    yield from (part for part in html_parts("", fields["Links"]) if part.kind == "link")
    own = list(_own(fields))
    yield from own
    # What stands out is looked for once in what is shown, for all that it holds.
    text = fields.get("Text", "")
    gaps = (html for gap in _GAP.finditer(text) for html in gap.groups("")[1:])
    for shown in (fields["Answer"], fields.get("Options", ""), _GAP.sub(f" {GAP} ", text), *gaps):
        yield from (part for part in html_parts("", shown, pictures=pictures) if part.kind)


def _own(fields: Mapping[str, str]) -> Iterator[Part]:
    """What only the type of a question has."""
    type, answer = fields["Type"], _parsed(fields["Answer"])
    options = _parsed(fields.get("Options", ""))
    # What is matched or put in order must stand on the front as well, before anybody is shown how.
    front = {_text(row) for name in ("options", "matches") for row in _of_class(options, name)}
    match type:
        case "true-false":
            for row in answer.iter("li"):
                names = row.get("class", "").split()
                yield from [Part("right", names[-1])] if "right" in names else []
                yield from _reason(row, names[-1])
        case "single-choice" | "multiple-choice":
            shown = [_text(row) for row in _of_class(options, "options")]
            yield from (Part("choice", text) for text in shown)
            # Nothing is mixed, so what is shown keeps its order, and its last choice stays there.
            yield from [Part("order", "kept"), *(Part("last", text) for text in shown[-1:])]
            yield from _answers(answer)
        case "matching":
            for row in _of_class(answer, "pairs"):
                text = _text(_one(row, "option"))
                match = _one(row, "match")
                matched = text if match is None else _text(match)
                yield from [Part("match", matched, "" if match is None else text)] if matched in front else []
                yield from [Part("pair", text)] if match is not None and text in front else []
                yield from _reason(row, text)
        case "ordering":
            for at, row in enumerate(_of_class(answer, "items"), 1):
                item = _text(_one(row, "option"))
                yield from [Part("item", item, str(at))] if item in front else []
                yield from _reason(row, str(at))
            for name in ("first", "last"):
                yield from (Part("end", _text(end), name) for end in answer.iter() if end.get("class") == name)
        case "numerical" | "short-answer":
            yield from _answers(answer, "answer", "misreading")
            for kind in ("unit", "tolerance", "exact"):
                found = next((each for tree in (answer, options) if (each := _one(tree, kind)) is not None), None)
                if found is not None:
                    yield Part(kind, "exact" if kind == "exact" else _text(found))
        case "cloze":
            yield from _gaps(fields["Text"], answer)
        case "open-response":
            yield Part("model-answer", _text(_one(answer, "model")))
            yield from (Part("rubric", _text(point)) for point in _of_class(answer, "rubric"))


def _answers(tree: ET.Element, right: str = "right", wrong: str = "", gap: str = "") -> Iterator[Part]:
    for row in _of_class(tree, "answers"):
        text = _text(_one(row, "option"))
        kind = right if row.get("class") == "right" else wrong
        yield from [Part(kind, text, gap)] if kind else []
        yield from _reason(row, f"{gap} {text}".strip())


def _gaps(text: str, answer: ET.Element) -> Iterator[Part]:
    """A text with gaps, which holds the word of each; in the answer stand the other words, and the reasons."""
    words = {found[1]: seen(found[2]).text for found in _GAP.finditer(text)}
    chosen = {found[1]: found[3] for found in _GAP.finditer(text)}
    yield Part("text", seen(_GAP.sub(f" {GAP} ", text)).text)
    for number, row in enumerate(_of_class(answer, "gaps"), 1):
        gap = str(number)
        options = [_text(_one(each, "option")) for each in _of_class(row, "answers")]
        if chosen.get(gap):
            yield from (Part("choice", option, gap) for option in options)
            yield Part("right", words[gap], gap)
            yield from (Part("last", option, gap) for option in options[-1:])
            yield from _answers(row, "", gap=gap)
        elif gap in words:
            yield from (Part("answer", option, gap) for option in dict.fromkeys([words[gap], *options]))
        yield from [Part("exact", "exact", gap)] if _one(row, "exact") is not None else []
        yield from _reason(row, gap)


def _parsed(html: str) -> ET.Element:
    return ET.fromstring(f"<div>{_NAMED.sub(lambda name: unescape(name[0]), html)}</div>")


def _of_class(tree: ET.Element, name: str) -> list[ET.Element]:
    """What stands directly in the first list of a class."""
    found = _one(tree, name)
    return [] if found is None else list(found)


def _one(tree: ET.Element, name: str) -> ET.Element | None:
    return next((each for each in tree.iter() if each.get("class") == name), None)


def _reason(row: ET.Element, of: str) -> Iterator[Part]:
    """The feedback that stands directly in a row."""
    for each in row:
        if each.get("class") == "reason":
            yield Part("feedback", _text(each), of)


def _text(element: ET.Element | None) -> str:
    """The plain words of an element."""
    if element is None:
        return ""
    return seen(escape(element.text or "") + "".join(ET.tostring(each, encoding="unicode") for each in element)).text
