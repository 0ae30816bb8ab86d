"""Where pages use claims: marked there by an ordinary link, `[C053](../claims.md#C053)`."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections import defaultdict

from coursework.claim.page import ClaimPages, Use
from coursework.course import check
from coursework.course.check import LEDGER, claims_in
from coursework.course.content import Content
from coursework.course.project import Project
from coursework.lesson.work import title_of
from coursework.text.extension import Page


class ClaimMarks:
    """The claims of a course, the pages that use them, and what a link to one becomes."""

    def __init__(self, content: Content, project: Project, pages: ClaimPages):
        self._content, self._project, self._pages = content, project, pages
        self._claims = content.known_claims

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
            title = title_of(text, path)
            for id in dict.fromkeys(claims_in(text)):
                uses[id].append(Use(path, title))
        return uses

    def mark(self, root: ET.Element, page: Page) -> bool:
        """Make marks of the links of a page's tree that lead to a claim; says whether there was any."""
        if page.path == LEDGER or not self._claims:
            return False
        seen: set[str] = set()
        for link in root.iter("a"):
            path, _, id = link.get("href", "").partition("#")
            if not id or posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) != LEDGER:
                continue
            claim = self._claims.get(id)
            fault = check.claim_fault(id, self._claims)
            if fault and f"{LEDGER}#{id}" in page.source:
                page.problem(f"{LEDGER}#{id}", "link to a claim", fault)
            if claim and not fault:
                self._pages.mark(link, claim)
                if id not in seen:
                    link.set("id", f"claim-{id}")
                seen.add(id)
        return bool(seen)
