"""Reads a package of QTI 1.2 as Canvas reads it, knowing nothing of what wrote the file."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from coursework.quiz.exports.held import decimal
from coursework.quiz.exports.seen import GAP, Part, html_parts, plain, seen, text_parts
from coursework.quiz.exports.zipped import unzipped

_CHOICES = ("multiple_choice_question", "multiple_answers_question", "true_false_question")
_GENERAL = {"general_fb", "general_incorrect_fb"}
_GAPS = ("multiple_dropdowns_question", "fill_in_multiple_blanks_question")


def read(content: bytes) -> dict[str, list[Part]]:
    """What each quiz holds, by what comes before the dot in its name, and each item, by its title."""
    files = unzipped(content)
    pictures = {path.rpartition("/")[2] for path in files if not path.endswith(".xml")}
    manifest = _plain_names(ET.fromstring(files["imsmanifest.xml"]))
    # The first file of each resource, and on what it rests.
    hrefs = {each.get("identifier"): each.findall("file")[0].get("href", "") for each in manifest.iter("resource")}
    parts: dict[str, list[Part]] = {}
    for resource in manifest.iterfind("resources/resource[@type='imsqti_xmlv1p2']"):
        [rests_on] = resource.findall("dependency")
        names = (resource.get("identifier"), rests_on.get("identifierref"))
        root, meta = (_plain_names(ET.fromstring(files[hrefs[name]])) for name in names)
        [assessment] = root.iter("assessment")
        parts[assessment.get("ident", "").partition(".")[0]] = [
            *text_parts("title", meta.findtext("title", "")),
            *html_parts("introduction", meta.findtext("description", ""), "", pictures),
        ]
        is_ordered = meta.findtext("shuffle_answers") == "false"
        for item in assessment.iter("item"):
            parts[item.get("title", "")] = list(_Item(item, pictures, is_ordered).parts())
    return parts


def _plain_names(root: ET.Element) -> ET.Element:
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


@dataclass
class _Item:
    """An item; `is_ordered` says that its choices are shown in the order of the file."""

    item: ET.Element
    pictures: Collection[str]
    is_ordered: bool
    fields: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.item.iter("qtimetadatafield"):
            self.fields[each.findtext("fieldlabel", "")] = each.findtext("fieldentry", "")
        self.kind = self.fields["question_type"]
        self.asked = [each for each in self.item.iter() if each.tag in ("response_lid", "response_str")]
        self.names = [each.get("ident", "") for each in self.asked]
        # What no condition brings up is never read, but for what Canvas knows by its name.
        shown = {each.get("linkrefid") for each in self.item.iter("displayfeedback")}
        replies = {each.get("ident", ""): each for each in self.item.iter("itemfeedback")}
        self.replies = {name: reply for name, reply in replies.items() if name in shown | _GENERAL}

    def parts(self) -> Iterator[Part]:
        yield from self._prompt()
        if self.kind in _CHOICES:
            yield from self._choices()
        elif self.kind == "matching_question":
            yield from self._pairs()
        elif self.kind == "ordering_question":
            words = {label.get("ident"): label for label in self.item.iter("response_label")}
            for at, id in enumerate(self._right(), 1):
                yield from self._rich("item", words[id], str(at))
        elif self.kind == "numerical_question":
            yield from self._number()
        elif self.kind == "short_answer_question":
            yield Part("leniency", "capitals")
            yield from (Part("answer", answer) for answer in self._right())
        elif self.kind in _GAPS:
            for at, asked in enumerate(self.asked, 1):
                yield from self._gap(asked, str(at))
        for name, kind in (("general_fb", "explanation"), ("general_incorrect_fb", "feedback")):
            if name in self.replies:
                yield from self._rich(kind, self.replies[name])

    def _prompt(self) -> Iterator[Part]:
        material = self.item.find("presentation/material")
        html = _content(material)[0]
        if self.kind in _GAPS:
            for asked in self.asked:
                html = html.replace(f"[{asked.get('ident', '').removeprefix('response_')}]", f" {GAP} ")
        yield from html_parts("prompt", html, "", self.pictures)

    def _rich(self, kind: str, holder: ET.Element, of: str = "") -> list[Part]:
        html, is_html = _content(holder.find(".//material"))
        return html_parts(kind, html, of, self.pictures) if is_html else text_parts(kind, html, of)

    def _words(self, holder: ET.Element) -> str:
        html, is_html = _content(holder.find(".//material"))
        return seen(html).text if is_html else plain(html)

    def _comment(self, id: str, of: str) -> list[Part]:
        """What is said of an answer."""
        reply = self.replies.get(f"{id}_fb")
        return [] if reply is None else self._rich("feedback", reply, of)

    def _right(self) -> list[str]:
        """What a response is compared with where that gives marks, but not what it must not be."""
        rules = self._marking()
        wrong = {equal for rule in rules for each in rule.iter("not") for equal in each.iter("varequal")}
        right = [each for rule in rules for each in rule.iter("varequal") if each not in wrong]
        return [each.text or "" for each in right if each.get("respident") in self.names]

    def _marking(self) -> list[ET.Element]:
        """The conditions that give the whole mark, at once or all together."""
        rules = [rule for rule in self.item.iter("respcondition") if rule.find("setvar[@varname='SCORE']") is not None]
        marks = [float(rule.findtext("setvar", "")) for rule in rules]
        added = [rule.find("setvar[@action='Add']") is not None for rule in rules]
        whole = sum(mark for mark, is_added in zip(marks, added) if is_added)
        totals = [whole if is_added else mark for mark, is_added in zip(marks, added)]
        return [rule for rule, total in zip(rules, totals) if abs(total - 100) < 1]

    def _choices(self) -> Iterator[Part]:
        right = self._right()
        is_bool = self.kind == "true_false_question"
        labels = list(self.item.iter("response_label"))
        for label in labels:
            id, words = label.get("ident", ""), self._words(label)
            words = words.lower() if is_bool else words
            yield from [] if is_bool else self._rich("choice", label)
            yield from self._comment(id, words)
            yield from [Part("right", words)] if id in right else []
            yield from [Part("last", words)] if self.is_ordered and label is labels[-1] else []
        yield from [Part("order", "kept")] if self.is_ordered else []

    def _pairs(self) -> Iterator[Part]:
        used: list[str] = []
        matches: dict[str, ET.Element] = {}
        for asked in self.asked:
            matches |= {label.get("ident", ""): label for label in asked.iter("response_label")}
            name = asked.get("ident", "")
            words = self._words(asked)
            yield from self._rich("pair", asked)
            yield from self._comment(name.removeprefix("response_"), words)
            for match in self._right_of(name):
                used.append(match)
                yield from self._rich("match", matches[match], words)
        for id, label in matches.items():
            yield from [] if id in used else self._rich("match", label)

    def _right_of(self, name: str) -> list[str]:
        rules = self._marking()
        return [each.text or "" for rule in rules for each in rule.iter("varequal") if each.get("respident") == name]

    def _number(self) -> Iterator[Part]:
        for exact in self._right():
            yield Part("answer", decimal(Decimal(exact)))
            for high in self.item.iter("varlte"):
                yield Part("tolerance", decimal(Decimal(high.text or "0") - Decimal(exact)))

    def _gap(self, asked: ET.Element, gap: str) -> Iterator[Part]:
        """Of a gap that is typed, Canvas takes every answer for right, whatever gives marks."""
        right = self._right_of(asked.get("ident", ""))
        is_chosen = self.kind == "multiple_dropdowns_question"
        labels = list(asked.iter("response_label"))
        yield from [] if is_chosen else [Part("leniency", "capitals", gap)]
        for label in labels:
            id, words = label.get("ident", ""), self._words(label)
            yield from self._rich("choice", label, gap) if is_chosen else [Part("answer", words, gap)]
            yield from self._comment(id, f"{gap} {words}" if is_chosen else gap)
            yield from [Part("right", words, gap)] if is_chosen and id in right else []
            yield from [Part("last", words, gap)] if is_chosen and self.is_ordered and label is labels[-1] else []


def _content(material: ET.Element | None) -> tuple[str, bool]:
    """A text, and whether it is HTML."""
    text = None if material is None else material.find("mattext")
    if text is None:
        return "", False
    return text.text or "", text.get("texttype") == "text/html"
