"""Where pages use claims: marked there by an ordinary link, `[C053](../claims.md#C053)`."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coursework.claim.links import LEDGER, claim_fault, claims_in
from coursework.claim.model import Claim
from coursework.claim.page import MARK, ClaimPages, Use
from coursework.claim.read import ClaimFile
from coursework.text.page import Page


@dataclass(frozen=True)
class ClaimMarks:
    """The claims of a course, the pages that use them, and what a link to one becomes.

    `claims` are all by their ids. `texts` are those of all pages by their paths, `order` names pages in the order of
    the course, and `title_of(text, path)` gives the title of one.
    """

    claims: Mapping[str, Claim]
    files: Sequence[ClaimFile]
    pages: ClaimPages
    texts: Mapping[str, str]
    order: Sequence[str]
    title_of: Callable[[str, str], str]

    def ledger(self) -> ET.Element:
        """Every claim, under the title of the lesson that its file belongs to."""
        texts = self.texts
        groups = [
            (self.title_of(texts[path], path) if (path := file.lesson or "") in texts else file.id, file.claims)
            for file in self.files
        ]
        return self.pages.ledger(groups, self._uses())

    def _uses(self) -> dict[str, list[Use]]:
        """The pages that use each claim, in the order of the course."""
        places = {path: place for place, path in enumerate(self.order)}
        uses: dict[str, list[Use]] = defaultdict(list)
        for path in sorted(self.texts, key=lambda path: (places.get(path, len(places)), path)):
            text = self.texts[path]
            title = self.title_of(text, path)
            for id in dict.fromkeys(claims_in(text)):
                uses[id].append(Use(path, title))
        return uses

    def html(self, id: str) -> str:
        """The mark of a claim as HTML, for what rests on it; nothing where it is unknown, which is told elsewhere."""
        return self.pages.html(self.claims[id]) if id in self.claims else ""

    def mark(self, root: ET.Element, page: Page) -> bool:
        """Make marks of the links of a page's tree that lead to a claim; says whether there was any.

        The first in the prose gets a name, to which the ledger leads; those that a question brings along get none.
        """
        if page.is_own(LEDGER) or not self.claims:
            return False
        seen, ledger = set[str](), page.folder + LEDGER
        marked = False
        for link in root.iter("a"):
            path, _, id = link.get("href", "").partition("#")
            if not id or posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) != ledger:
                continue
            claim = self.claims.get(id)
            fault = claim_fault(id, self.claims)
            if fault and f"{LEDGER}#{id}" in page.source:
                page.problem(f"{LEDGER}#{id}", "link to a claim", fault)
            if not claim or fault:
                continue
            marked = True
            if MARK in link.get("class", "").split():
                continue
            self.pages.mark(link, claim)
            if id not in seen:
                link.set("id", f"claim-{id}")
            seen.add(id)
        return marked
