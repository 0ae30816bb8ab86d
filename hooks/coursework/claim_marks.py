"""Where pages use claims: marked there by an ordinary link, `[C053](../claims.md#C053)`."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator

from coursework.claim.model import Claim
from coursework.claim.page import ClaimPages, Use
from coursework.claim.read import ID
from coursework.content import Content
from coursework.lesson import title_of
from coursework.markdown_extension import Page
from coursework.problem import Problem, quoted, suggestion
from coursework.project import Project
from coursework.source import find

LEDGER = "claims.md"
_LINK = re.compile(rf"\]\([^()\s]*?\b{re.escape(LEDGER)}#({ID})\)")


class ClaimMarks:
    """The claims of a course, the pages that use them, and what a link to one becomes."""

    def __init__(self, content: Content, project: Project, pages: ClaimPages):
        self._content, self._project, self._pages = content, project, pages
        self.claims = {claim.id: claim for file in content.claims.values() for claim in file.claims}

    def ledger(self) -> ET.Element:
        """Every claim, under the title of the lesson that its file belongs to."""
        texts = self._project.pages
        groups = [
            (title_of(texts[file.lesson], file.lesson) if file.lesson in texts else file.id, file.claims)
            for file in self._content.claims.values()
        ]
        return self._pages.ledger(groups, self._uses())

    def _uses(self) -> dict[str, list[Use]]:
        """The pages that use each claim, in the order of the course."""
        places = {path: place for place, path in enumerate(self._project.order)}
        uses: dict[str, list[Use]] = defaultdict(list)
        for path in sorted(self._project.pages, key=lambda path: (places.get(path, len(places)), path)):
            text = self._project.pages[path]
            for id in dict.fromkeys(_LINK.findall(text)):
                uses[id].append(Use(path, title_of(text, path)))
        return uses

    def mark(self, root: ET.Element, page: Page) -> bool:
        """Make marks of the links of a page's tree that lead to a claim; says whether there was any."""
        if page.path == LEDGER or not self.claims:
            return False
        seen: set[str] = set()
        for link in root.iter("a"):
            path, _, id = link.get("href", "").partition("#")
            if not id or posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) != LEDGER:
                continue
            claim = self.claims.get(id)
            if fault := self._fault(id, claim):
                if f"{LEDGER}#{id}" in page.source:
                    page.problem(f"{LEDGER}#{id}", "link to a claim", fault)
            if claim and claim.confirmed:
                self._pages.mark(link, claim)
                if id not in seen:
                    link.set("id", f"claim-{id}")
                seen.add(id)
        return bool(seen)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the claims that YAML files name, and with ids that two files give."""
        first: dict[str, str] = {}
        for file in self._content.claims.values():
            for claim in file.claims:
                if first.setdefault(claim.id, file.path) != file.path or self.claims[claim.id] is not claim:
                    message = f"must be of one claim only, but {first[claim.id]} has it too"
                    yield claim.id.place.problem(f"claim {claim.id}, id", message)
        for where, text in self._content.prose():
            for id in _LINK.findall(text):
                fault = self._fault(id, self.claims.get(id))
                if fault:
                    yield find(self._project.root, text, f"{LEDGER}#{id}").problem(where, fault)

    def _fault(self, id: str, claim: Claim | None) -> str:
        if claim is None:
            return f"must be a claim in claims/, not {quoted(id)}{suggestion(id, self.claims)}"
        if not claim.confirmed:
            return f"must be a confirmed claim; {id} is marked `confirmed: false`, so nothing may rest on it"
        return ""
