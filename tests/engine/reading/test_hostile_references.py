"""Hostile text in every field of a reference and around every citation, through Pandoc and onto the page."""

import json
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

import coursework
import hostile
from coursework.course.content_files import REFERENCES
from coursework.reading.cite import format_citations
from coursework.reading.model import Reference
from coursework.text.citation import clusters_in, is_cluster, keys_in
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import Rendered, write_project

# Each example runs Pandoc, so a few large ones.
FEW = settings(max_examples=max(4, settings.default.max_examples // 20), phases=(Phase.explicit, Phase.generate))
FIELDS = ("title", "container-title", "publisher", "edition", "page", "genre", "number", "note", "language")
TEXT = hostile.texts(paragraphs=False)
KEYS = ("harley1989", "snyder1987", "nobody")
ALL = (*FIELDS, "family", "given", "literal", "annotation", "why", "group")
RECORD = st.fixed_dictionaries(dict.fromkeys(ALL, TEXT))
LINKS = ' zebra "onclick=x <a href="javascript:alert(1)">Elch</a> &nbsp; &#0; <i>ñandú</i> {: onclick=x } '


def reference(id, text):
    """A reference with a hostile text in each field."""
    return {field: text[field] for field in FIELDS} | {
        "id": id, "type": "book", "annotation": text["annotation"], "DOI": '10.1000/<b>"onclick=x&nbsp;',
        "author": [{"family": text["family"], "given": text["given"]}, {"literal": text["literal"]}],
        "issued": {"date-parts": [["2001"]]}, "topics": [text["group"], "power"],
    }  # fmt: skip


def reading_list(records):
    groups = [
        {"title": text["group"], "readings": [{"reference": f"r{number}", "why": text["why"]}]}
        for number, text in enumerate(records)
    ]
    return {"title": records[0]["title"], "introduction": records[0]["annotation"], "groups": groups}


@FEW
@given(st.lists(RECORD, min_size=6, max_size=6))
@example([dict.fromkeys(ALL, LINKS)])
def test_a_page_with_references_holds_only_what_templates_and_markdown_make(records):
    known = json.loads(json.dumps([reference(f"r{n}", text) for n, text in enumerate(records)]))
    known += [reference(id, records[0]) for id in ("harley1989", "snyder1987")]
    cited = "".join(f"Of [@r{n}, p. 3] and @r{n}.\n\n" for n in range(len(records)))
    pages = {"a.md": f"# A page\n\n```readings\nlist\n```\n\n{cited}", "b.md": "```bibliography\n```\n"}
    with tempfile.TemporaryDirectory() as folder:
        files = {REFERENCES: known, "readings/list.yml": reading_list(records)}
        files = {path: json.dumps(content, ensure_ascii=False) for path, content in files.items()}
        course = coursework.build(write_project(Path(folder), files, pages))
        for path, content in pages.items():
            page = Rendered(course, path, content)
            assert list(hostile.strangers(page.tree)) == []
            assert len(page.all("li", class_="reference")) >= len(records)
            for text in records:
                assert hostile.lost_words(text["title"], page.tree) == []
                assert hostile.lost_words(text["why" if path == "a.md" else "annotation"], page.tree) == []
            assert page.problems or list(hostile.unsafe_links(page.tree)) == []
        # With their filters, their records for Zotero and the buttons of their works.
        for path, block in {"readings/list.md": "list", "readings/topics/power.md": "topic: power"}.items():
            page = Rendered(course, path, f"```readings\n{block}\n```\n")
            assert list(hostile.strangers(page.tree)) == []
            words = "why" if block == "list" else "annotation"
            assert [hostile.lost_words(text[words], page.tree) for text in records] == [[]] * len(records)
            assert len(page.all("span", class_="Z3988")) > len(records)


@FEW
@given(st.lists(st.tuples(TEXT, TEXT), min_size=30, max_size=30))
@example(
    [("<br>", "<script>alert(1)</script>"), ("see", "; so; @snyder1987"), ("@snyder1987", ""), ("", "&nbsp; &#0;")]
)
def test_what_stands_around_a_key_is_text_or_no_citation(around):
    found = {cluster for before, after in around for cluster in clusters_in(f"[{before} @harley1989{after}]")}
    clusters = {cluster for cluster in found if is_cluster(cluster) and set(keys_in(cluster)) <= set(KEYS)}
    works = [Reference(key, {"id": key, "type": "book", "title": "Maps"}) for key in KEYS]
    with tempfile.TemporaryDirectory() as folder:
        formatted = format_citations(works, clusters, "apa", Path(folder))
    assert set(formatted.clusters) <= clusters
    for cluster, html in formatted.clusters.items():
        tree = ET.fromstring(f"<div>{html}</div>")
        assert list(hostile.strangers(tree)) == []
        assert list(hostile.unsafe_links(tree)) == []
        links = [link.get("href") for link in tree.iter("a") if link.get("href").startswith("#")]
        assert links == [f"#ref-{key}" for key in keys_in(cluster)], cluster
        assert hostile.lost_words(cluster, tree) == [], cluster
