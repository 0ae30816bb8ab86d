"""Hostile text in every field of a claim and of a term, in the ledger, in the glossary and on a page that uses both."""

import json
import re
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import coursework
import hostile
from coursework.claim.model import KINDS
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import MAPS, Rendered, write_project

FIELDS = ("sentence", "caveat", "correction", "read", "term", "definition", "form", "title")
LINKS = ' zebra "onclick=x <a href="javascript:alert(1)">Elch</a> &nbsp; ]]> --> <i>ñandú</i> {: onclick=x } '
FACETS = {"data-side", "data-kind", "data-certainty", "data-lesson"}
OWN = re.compile(rf"\b(?:claim-mark--(?:{'|'.join(KINDS)}|strong|contested|single-study)|(?<=stance )square blue)")
PAGE = "# {}\n\nA line that is [M1](claims.md#M1) so, and Elch.\n\n```glossary\nline\n```\n"


def files(text):
    claim = {name: text[name] for name in ("sentence", "caveat", "read")}
    claim |= {"id": "M1", "kind": "finding", "certainty": "strong", "stance": "for", "references": ["harley1989"]}
    claim["corrections"] = [{"day": "2026-11-22", "text": text["correction"]}]
    term = {"id": "line", "term": text["term"], "definition": text["definition"], "forms": [text["form"], "Elch"]}
    made = {"claims/maps.yml": {"claims": [claim]}, "glossary.yml": [term]}
    return {name: json.dumps(value, ensure_ascii=False) for name, value in made.items()}


@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, hostile.texts(paragraphs=False))))
@example(dict.fromkeys(FIELDS, LINKS))
def test_ledger_glossary_and_page_hold_only_what_templates_and_markdown_make(text):
    page = PAGE.format("Maps")
    pages = {"index.md": page, "a.md": "# B\n\n```claims\n```\n\n```glossary\n```\n", "lessons/maps.md": ""}
    pages["b.md"] = f"---\ntitle: {json.dumps(text['title'], ensure_ascii=False)}\n---\n\n{page}"
    with tempfile.TemporaryDirectory() as folder:
        course = coursework.build(write_project(Path(folder), {**MAPS, **files(text)}, pages))
        made = {path: Rendered(course, path, pages[path]) for path in ("index.md", "a.md")}
    if any("claims/" in line or "glossary.yml" in line for page in made.values() for line in page.problems):
        return  # an unknown reference or an unsafe link, which is refused
    assert [link.get("href") for link in made["index.md"].all("a", class_="term")][:1] == ["glossary.md#line"]
    for page in made.values():
        # What the engine makes, of words of its own.
        for link in page.all("a"):
            if link.get("class") in ("term", "claim-mark claim-mark--strong"):
                link.attrib = {"href": link.get("href")}
        for part in page.tree.iter():
            part.attrib = {name: OWN.sub("", value) for name, value in part.items() if name not in FACETS}
        assert list(hostile.strangers(page.tree)) == []
    ledger = made["a.md"].tree
    for name in ("sentence", "caveat", "correction", "term", "definition", "title"):
        assert hostile.lost_words(text[name], ledger) == [], name
