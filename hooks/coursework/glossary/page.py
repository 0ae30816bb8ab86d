"""Terms as a list, and as links where a section first uses them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from coursework.glossary.model import Term
from coursework.text.templates import element

GLOSSARY = "glossary.md"
# What is a link, a name or somebody else's words already.
_CLOSED = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "th", "button", "label", "legend", "summary"}
_SECTION = {"h1", "h2", "h3"}


@dataclass(frozen=True)
class GlossaryPages:
    """Turns terms into elements; their links are as if written in `docs/`."""

    env: Environment
    terms: Mapping[str, Term]

    def terms_list(self, ids: Iterable[str], own: bool = False) -> ET.Element:
        """Terms with their meaning, in the order given; on the glossary's own page each can be linked to."""
        chosen = [self.terms[id] for id in ids]
        return element(self.env, "glossary/terms.html", terms=chosen, own=own)

    def link(self, root: ET.Element) -> bool:
        """Link each term where a section first uses one of its forms; says whether there was any.

        A section begins with a heading of the first three levels. What stands in bold there is a term being
        explained, and the first that counts. A form of one letter, as the sign of a measure, counts as written and
        in emphasis alone: a letter elsewhere may name anything.
        """
        forms = {form.casefold(): term for term in self.terms.values() for form in term.forms if len(form) > 1}
        letters = {form: term for term in self.terms.values() for form in term.forms if len(form) == 1}
        if not forms and not letters:
            return False
        longest_first = sorted(forms, key=len, reverse=True)
        # Where there is no form, what matches nothing.
        any_form = "|".join(map(re.escape, longest_first)) or r"(?!)"
        pattern = re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE)
        return _Linker(pattern, forms, letters, f"{self.env.globals['folder']}{GLOSSARY}").link(root)


class _Linker:
    def __init__(self, pattern: re.Pattern[str], forms: Mapping[str, Term], letters: Mapping[str, Term], glossary: str):
        self._pattern, self._forms, self._letters, self._glossary = pattern, forms, letters, glossary
        self._seen: set[str] = set()
        self._found = False

    def link(self, root: ET.Element) -> bool:
        self._visit(root)
        return self._found

    def _visit(self, parent: ET.Element) -> None:
        place = self._insert(parent, None, 0)
        for child in list(parent)[place:]:
            if child.tag in _SECTION:
                self._seen.clear()
            if child.tag not in _CLOSED and not _is_marked(child):
                self._link_letter(child)
                self._visit(child)
            self._insert(parent, child, list(parent).index(child) + 1)

    def _link_letter(self, emphasis: ET.Element) -> None:
        letter = emphasis.text or ""
        term = self._letters.get(letter) if emphasis.tag == "em" and not len(emphasis) else None
        if term is None or term.id in self._seen:
            return
        self._seen.add(term.id)
        emphasis.text = None
        emphasis.append(self._link(term, letter))
        self._found = True

    def _link(self, term: Term, text: str) -> ET.Element:
        link = ET.Element("a", {"class": "term", "href": f"{self._glossary}#{term.id}", "data-from-docs": "1"})
        link.text = text
        return link

    def _insert(self, parent: ET.Element, before: ET.Element | None, place: int) -> int:
        """Link the terms in the text after `before`, or at the parent's start; gives the place after the links."""
        text = (parent.text if before is None else before.tail) or ""
        pieces = list(self._pieces(text))
        if len(pieces) == 1:
            return place
        if before is None:
            parent.text = pieces[0]
        else:
            before.tail = pieces[0]
        for found, after in zip(pieces[1::2], pieces[2::2]):
            link = self._link(self._forms[found.casefold()], found)
            link.tail = after
            parent.insert(place, link)
            place += 1
            self._found = True
        return place

    def _pieces(self, text: str) -> Iterator[str]:
        """The text in pieces: what stands before a term, the term, what stands before the next, and so on."""
        start = 0
        for match in self._pattern.finditer(text):
            term = self._forms[match[0].casefold()]
            if term.id in self._seen:
                continue
            self._seen.add(term.id)
            yield text[start : match.start()]
            yield match[0]
            start = match.end()
        yield text[start:]


def _is_marked(element: ET.Element) -> bool:
    """Whether an element is a citation or a formula: whole as it stands."""
    return element.tag == "span" and ("data-cluster" in element.attrib or "class" in element.attrib)
