"""Where pages use claims: marked there by an ordinary link, `[C053](../claims.md#C053)`."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from coursework.claim.links import LEDGER, claim_fault, claims_in
from coursework.claim.model import Claim
from coursework.claim.page import AGAIN, MARK, ClaimPages, Use
from coursework.claim.read import ClaimFile
from coursework.source.correction import Correction
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
        groups = [
            (self._use(path) if (path := str(file.lesson or "")) in self.texts else Use("", file.id), file.claims)
            for file in self.files
        ]
        return self.pages.ledger(groups, self._uses())

    def _use(self, path: str) -> Use:
        place = self._places.get(path, len(self.order))
        return Use(path, self.title_of(self.texts[path], path), place)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {path: place for place, path in enumerate(self.order)}

    def _uses(self) -> dict[str, list[Use]]:
        """The pages that use each claim, in the order of the course."""
        uses: dict[str, list[Use]] = defaultdict(list)
        for use in sorted(map(self._use, self.texts), key=lambda use: (use.place, use.page)):
            for id in dict.fromkeys(claims_in(self.texts[use.page])):
                uses[id].append(use)
        return uses

    def html(self, id: str) -> str:
        """The mark of a claim as HTML, for what rests on it; nothing where it is unknown, which is told elsewhere."""
        return self.pages.html(self.claims[id]) if id in self.claims else ""

    def changes(self, id: str) -> Sequence[Correction]:
        """What of a claim was corrected, for what rests on it; nothing where the claim is unknown."""
        return self.claims[id].corrections if id in self.claims else ()

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
        if marked:
            _tell_once(root)
        return marked


def _tell_once(root: ET.Element) -> None:
    """Let a grade that stands twice in a row be read once; a mark with words of its own, or a name, keeps them."""
    for parent in root.iter():
        for one, other in pairwise(parent):
            is_next = (one.tail or "").strip() in ("", ",") and not other.text
            grade = one.get("class", "").removesuffix(f" {AGAIN}")
            is_same = grade.startswith(f"{MARK} ") and grade == other.get("class")
            if is_next and is_same and other.find("span[@class='unseen']") is not None:
                other.set("class", f"{grade} {AGAIN}")
