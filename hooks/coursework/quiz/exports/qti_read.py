"""Reads a package of QTI 2.1 as its specification has it, knowing nothing of what wrote the file.

What is said of an answer belongs to what bears its identifier, or to the value that brings it up.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from coursework.quiz.exports.held import decimal, tag_parts
from coursework.quiz.exports.seen import GAP, Part, html_parts, plain, seen, text_parts
from coursework.quiz.exports.zipped import unzipped

_QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
_PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
_LOM = "{http://ltsc.ieee.org/xsd/LOM}"
_CHOICES = ("simpleChoice", "inlineChoice", "simpleAssociableChoice")
_IN_TEXT = ("textEntryInteraction", "inlineChoiceInteraction")
_BLOCKS = ("choiceInteraction", "orderInteraction", "matchInteraction", "extendedTextInteraction")


def read(content: bytes) -> dict[str, list[Part]]:
    """What each test and each item holds, by its identifier without its last part, in which a dot is a slash."""
    files = unzipped(content)
    pictures = {path.rpartition("/")[2] for path in files if not path.endswith(".xml")}
    parts: dict[str, list[Part]] = {}
    resources = list(ET.fromstring(files["imsmanifest.xml"]).iter(f"{_PACKAGE}resource"))
    roots = {path: _plain_names(ET.fromstring(files[path])) for each in resources if (path := each.get("href", ""))}
    # An item that is in no test is asked by nobody.
    asked = {each.get("identifier") for root in roots.values() for each in root.iter("assessmentItemRef")}
    for resource in resources:
        root = roots[resource.get("href", "")]
        address = root.get("identifier", "").rpartition(".")[0].replace(".", "/")
        if root.tag == "assessmentTest":
            parts[address] = list(_of_test(root, pictures))
        elif root.tag == "assessmentItem" and root.get("identifier") in asked:
            keywords = (keyword.findtext(f"{_LOM}string", "") for keyword in resource.iter(f"{_LOM}keyword"))
            parts[address] = [*_Item(root, pictures).parts(), *tag_parts(keywords)]
    return parts


def _plain_names(root: ET.Element) -> ET.Element:
    """A document whose names of QTI stand without their namespace, as those of XHTML do; others keep theirs."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(_QTI)
    return root


def _of_test(root: ET.Element, pictures: Collection[str]) -> Iterator[Part]:
    yield from text_parts("title", root.get("title", ""))
    for block in root.iter("rubricBlock"):
        yield from html_parts("introduction", _inner(block), "", pictures)


def _inner(element: ET.Element | None) -> str:
    """What stands in an element as XHTML; a gap is its sign, and what is answered as a whole is left out."""
    if element is None:
        return ""
    return escape(element.text or "", quote=False) + "".join(map(_outer, element))


def _outer(element: ET.Element) -> str:
    tail = escape(element.tail or "", quote=False)
    if element.tag in _IN_TEXT:
        return f" {GAP} {tail}"
    if element.tag in (*_BLOCKS, "rubricBlock"):
        return tail
    if not any(each.tag in _IN_TEXT for each in element.iter()):
        return ET.tostring(element, encoding="unicode")
    return f"<{element.tag}>{_inner(element)}</{element.tag}>{tail}"


@dataclass
class _Item:
    root: ET.Element
    pictures: Collection[str]

    def __post_init__(self) -> None:
        self.choices = {each.get("identifier", ""): each for each in self.root.iter() if each.tag in _CHOICES}
        self.declared = {each.get("identifier", ""): each for each in self.root.iter("responseDeclaration")}
        # What no rule brings up is never read: of choices, the response does.
        rules = [each for each in self.root.iter("setOutcomeValue") if each.get("identifier") == "FEEDBACK"]
        by_response = {each.get("identifier") for rule in rules for each in rule.iter("variable")}
        self.shown = {each.text or "" for rule in rules for each in rule.iter("baseValue")}
        for each in self.root.iter():
            if each.get("responseIdentifier") in by_response:
                self.shown |= {part.get("identifier", "") for part in each}
        self.asked = [each for each in self.root.iter() if each.tag in (*_IN_TEXT, *_BLOCKS)]

    def parts(self) -> Iterator[Part]:
        body = self.root.find("itemBody")
        first = self.asked[0]
        base = self._of_first("baseType")
        if base == "float":
            yield from self._number(body)
        else:
            in_text = [each for each in self.asked if each.tag in _IN_TEXT]
            is_cloze = len(in_text) > 1 or not _stands_alone(body)
            html = _inner(body) if is_cloze else _inner(body).replace(GAP, "")
            yield from self._html("prompt", html + _inner(first.find("prompt")))
            for at, each in enumerate(in_text, 1):
                yield from self._gap(each, str(at) if is_cloze else "")
        for block in self.root.iter("rubricBlock"):
            yield from self._html("rubric", _inner(block))
        yield from self._block(first)
        yield from self._feedback()

    def _of_first(self, name: str) -> str:
        return self.declared[self.asked[0].get("responseIdentifier", "")].get(name, "")

    def _html(self, kind: str, html: str, of: str = "") -> list[Part]:
        return html_parts(kind, html, of, self.pictures)

    def _right(self, interaction: ET.Element) -> list[str]:
        """What is right and, where its worth is told, is worth something."""
        declared = self.declared[interaction.get("responseIdentifier", "")]
        worth = {each.get("mapKey"): float(each.get("mappedValue", "0")) for each in declared.iter("mapEntry")}
        right = [value.text or "" for value in declared.iterfind("correctResponse/value")]
        is_marked = self.root.find(".//responseIf/setOutcomeValue[@identifier='SCORE']/variable") is not None
        if not is_marked and interaction.tag != "extendedTextInteraction":
            return []
        return [value for value in right if not worth or worth.get(value, 0) > 0]

    def _words(self, identifier: str) -> str:
        """The plain words of a choice; true and false are their own."""
        is_bool = set(self.choices) == {"true", "false"}
        return identifier if is_bool else seen(_inner(self.choices[identifier])).text

    def _block(self, interaction: ET.Element) -> Iterator[Part]:
        """What can be chosen, matched or put in order, and what is right of it."""
        right = self._right(interaction)
        if interaction.tag == "choiceInteraction":
            if set(self.choices) != {"true", "false"}:
                yield from self._options(interaction, "")
                yield from [Part("order", "kept")] if interaction.get("shuffle") == "false" else []
            yield from (Part("right", self._words(each)) for each in right)
        elif interaction.tag == "orderInteraction":
            for at, name in enumerate(right, 1):
                yield from self._html("item", _inner(self.choices[name]), str(at))
        elif interaction.tag == "matchInteraction":
            left, others = interaction.findall("simpleMatchSet")
            matched = dict(pair.split() for pair in right)
            for each in left:
                yield from self._html("pair", _inner(each))
                match = self.choices[matched[each.get("identifier", "")]]
                yield from self._html("match", _inner(match), seen(_inner(each)).text)
            for each in others:
                yield from self._html("match", _inner(each)) if each.get("identifier") not in matched.values() else []
        elif interaction.tag == "extendedTextInteraction":
            yield from (part for value in right for part in text_parts("model-answer", value))

    def _options(self, interaction: ET.Element, gap: str) -> Iterator[Part]:
        for each in interaction:
            if each.tag in _CHOICES:
                yield from self._html("choice", _inner(each), gap)
                words = self._words(each.get("identifier", ""))
                yield from [Part("last", words, gap)] if each.get("fixed") == "true" else []

    def _gap(self, interaction: ET.Element, gap: str) -> Iterator[Part]:
        if interaction.tag == "inlineChoiceInteraction":
            yield from self._options(interaction, gap)
            yield from (Part("right", self._words(each), gap) for each in self._right(interaction))
            return
        declared = self.declared[interaction.get("responseIdentifier", "")]
        entries = declared.findall("mapping/mapEntry[@mappedValue='1']")
        yield from (Part("answer", entry.get("mapKey", ""), gap) for entry in entries)
        if all(entry.get("caseSensitive") == "false" for entry in entries):
            yield Part("leniency", "capitals", gap)
        else:
            yield Part("exact", "exact", gap)

    def _number(self, body: ET.Element | None) -> Iterator[Part]:
        """A number; what follows the field in its own paragraph is the unit."""
        before, _, after = _inner(body).partition(GAP)
        opened = before.rpartition("<p>")
        yield from self._html("prompt", opened[0])
        yield from self._html("unit", after.rpartition("</p>")[0])
        yield from (Part("answer", decimal(Decimal(value))) for value in self._right(self.asked[0]))
        for equal in self.root.iter("equal"):
            off = equal.get("tolerance", "0").split()[0]
            if equal.find("correct") is not None and Decimal(off):
                yield Part("tolerance", decimal(Decimal(off)))

    def _feedback(self) -> Iterator[Part]:
        """All that may be said: of a choice, a gap or a place, of a value that was typed, or of the whole."""
        values = dict(self._values())
        for feedback in self.root.iter("modalFeedback"):
            name = feedback.get("identifier", "")
            if name not in self.shown or feedback.get("showHide") != "show":
                continue
            html = _inner(feedback)
            if name in values:
                yield Part("misreading", values[name])
                yield from self._html("feedback", html, values[name])
            elif name in self.choices or name in self.declared:
                yield from self._html("feedback", html, self._of(name))
            elif self._is_after_wrong(name):
                yield from self._html("feedback", html)
            else:
                yield from self._html("explanation", html)

    def _of(self, name: str) -> str:
        """Of what something is said: a gap by its number, a choice in it with its words too, an item by its place."""
        gaps = [each.get("responseIdentifier", "") for each in self.asked]
        if name in self.declared:
            return str(gaps.index(name) + 1)
        for at, each in enumerate(self.asked, 1):
            if any(choice is self.choices[name] for choice in each):
                if each.tag == "inlineChoiceInteraction":
                    return f"{at} {self._words(name)}"
                if each.tag == "orderInteraction":
                    return str(self._right(each).index(name) + 1)
        return self._words(name)

    def _values(self) -> Iterator[tuple[str, str]]:
        """What is shown by a value that was typed, with that value."""
        shows: dict[str, Callable[[str], str]] = {"equal": lambda text: decimal(Decimal(text)), "stringMatch": str}
        for rule in self.root.iter("responseIf"):
            condition, value = rule[0], rule[0].find("baseValue")
            if condition.tag in shows and value is not None:
                for shown in rule.iterfind("setOutcomeValue/multiple/baseValue"):
                    yield shown.text or "", shows[condition.tag](value.text or "")

    def _is_after_wrong(self, name: str) -> bool:
        shown = self.root.iterfind(".//responseElse/setOutcomeValue/multiple/baseValue")
        return any(value.text == name for value in shown)


def _stands_alone(body: ET.Element | None) -> bool:
    """Whether no words stand about a field in its paragraph."""
    paragraphs = [] if body is None else [each for each in body if any(part.tag in _IN_TEXT for part in each.iter())]
    return all(not plain("".join(each.itertext())) for each in paragraphs)
