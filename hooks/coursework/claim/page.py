"""The ledger of all claims as HTML, and the mark of a claim in running text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from jinja2 import Environment

from coursework.claim.links import LEDGER
from coursework.claim.model import CERTAINTIES, KINDS, Claim
from coursework.text.corrections import Corrections
from coursework.text.facet import Facet, telling
from coursework.text.snippet import Snippets
from coursework.text.stance import Stances
from coursework.text.templates import element
from coursework.text.words import Words, group, texts, word, words_of

# The facet of the stances keeps this name, since links have it: `claims/?side=method`.
_STANCE = "side"
# The class of every mark of a claim, and of one right behind another of the same grade, whose sign alone is seen.
MARK = "claim-mark"
AGAIN = f"{MARK}--again"


@dataclass(frozen=True)
class Use:
    """A page that uses a claim, or that a file of claims belongs to: its path below `docs/`, its title, and its place
    in the order of the course."""

    page: str
    title: str
    place: int = 0

    @property
    def is_lesson(self) -> bool:
        return self.page.startswith("lessons/")

    @property
    def name(self) -> str:
        """The name of the page's file, which stands for it in an address."""
        return PurePosixPath(self.page).stem


@dataclass(frozen=True)
class ClaimPages:
    """Turns claims into elements."""

    env: Environment
    snippets: Snippets
    stances: Stances
    corrections: Corrections = field(default_factory=Corrections)

    def ledger(self, groups: Sequence[tuple[Use, Sequence[Claim]]], uses: Mapping[str, Sequence[Use]]) -> ET.Element:
        """Every claim under the title of its group, each with its sources and, by its id, the pages that use it.

        What is not confirmed is not printed; the ledger says how much that is.
        """
        confirmed = [(home, [claim for claim in claims if claim.confirmed]) for home, claims in groups]
        unconfirmed = sum(not claim.confirmed for _, claims in groups for claim in claims)
        shown = {claim.id: claim for _, claims in confirmed for claim in claims}
        # Who sees a claim under the name of a lesson looks for it under that lesson, whether it is marked there or not.
        lessons: dict[str, list[Use]] = {
            claim.id: [page for page in dict.fromkeys((home, *uses.get(claim.id, ()))) if page.is_lesson]
            for home, claims in confirmed
            for claim in claims
        }
        return element(
            self.env,
            "claim/ledger.html",
            groups=[(home.title, claims) for home, claims in confirmed if claims],
            uses=uses,
            unconfirmed=unconfirmed,
            values={id: self._values(claim, lessons[id]) for id, claim in shown.items()},
            facets=self._facets(list(shown.values()), lessons),
            stances=self.stances,
            kinds=KINDS,
            certainties=CERTAINTIES,
            correction=lambda claim: self.corrections.link(self.env, claim.id, claim),
            sources=lambda claim: self.snippets.inline(f"[@{'; @'.join(claim.references)}]"),
        )

    def _values(self, claim: Claim, lessons: Sequence[Use]) -> dict[str, list[str]]:
        """What the ledger can be narrowed by, of one claim, by the names of the facets."""
        one = {
            _STANCE: claim.stance,
            "kind": claim.kind,
            "certainty": claim.certainty and claim.certainty.replace(" ", "-"),
        }
        return {name: [value] if value else [] for name, value in one.items()} | {
            "lesson": [lesson.name for lesson in lessons]
        }

    def _facets(self, claims: Sequence[Claim], lessons: Mapping[str, Sequence[Use]]) -> list[Facet]:
        words = self._words
        in_order = sorted({page for pages in lessons.values() for page in pages}, key=lambda page: page.place)
        options = {
            _STANCE: self.stances.labels or {claim.stance: claim.stance for claim in claims if claim.stance},
            "kind": {kind: word(words, "kinds", kind) for kind in KINDS},
            "certainty": {certainty.replace(" ", "-"): word(words, "grade", certainty) for certainty in CERTAINTIES},
            "lesson": {lesson.name: lesson.title for lesson in in_order},
        }
        facets = [Facet(name, legend, options[name]) for name, legend in texts(words, "facets").items()]
        return telling(facets, [self._values(claim, lessons[claim.id]) for claim in claims])

    @property
    def _words(self) -> Words:
        return group(words_of(self.env), "claims")

    def mark(self, link: ET.Element, claim: Claim) -> None:
        """Let a link to a claim say how sure it is; a link with words of its own keeps them."""
        words = self._words
        written = "".join(link.itertext()).strip()
        for child in list(link):
            link.remove(child)
        unseen = ET.SubElement(link, "span", {"class": "unseen"})
        unseen.text = word(words, "mark").format(id=claim.id)
        unseen.tail = word(words, "grade", claim.grade)
        link.text = "" if written == claim.id else f"{written} "
        link.set("class", f"{MARK} {MARK}--{claim.grade.replace(' ', '-')}")

    def html(self, claim: Claim) -> str:
        """The mark of a claim as HTML, as if written in `docs/`. Its name is seen, as others may stand beside it."""
        link = ET.Element("a", {"class": "", "href": f"{self.env.globals['folder']}{LEDGER}#{claim.id}"})
        link.text = claim.id
        self.mark(link, claim)
        del link[0].attrib["class"]
        return ET.tostring(link, encoding="unicode")
