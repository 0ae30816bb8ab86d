"""First authors who share a family name: told apart as Pandoc does it over the whole library, but a few at a time."""

import json

import pytest
from test_cite import bare

from coursework.reading import cite, names
from coursework.reading.cite import format_citations
from coursework.reading.model import Reference
from coursework.reading.styled import for_style


def work(id, *authors, year=2001):
    people = [dict(zip(("family", "given"), author.split(", "))) for author in authors]
    csl = {"id": id, "type": "book", "title": f"On {id}", "author": people, "issued": {"date-parts": [[year]]}}
    return Reference(id, csl)


LIBRARY = [
    work("john", "Smith, John A."),
    work("kate", "Smith, Kate"),
    work("kate-again", "Smith, Kate"),
    work("kate-later", "Smith, Kate", "Doe, Ann", year=2010),
    work("lone", "Brown, B."),
    work("lone-again", "Brown, B."),
    work("numa", "Page, Numa"),
    work("nora", "Page, Nora"),
    work("many", "Lee, A.", "Smith, John A.", "Doe, Ann"),
    work("many-too", "Lee, B.", "Roe, C.", "Doe, Ann"),
]
CLUSTERS = [
    "[@john]", "@john", "@kate [p. 3]", "[-@kate]", "[see @john, p. 3; @kate-again; also @lone, pp. 4-5]",
    "[@kate; @kate-again; @kate-later]", "[@lone; @lone-again]", "@many", "[@many; @many-too]", "@lone-again",
    "[@numa]", "@numa", "@nora [p. 3]", "[-@nora]",
    "[@nora; @numa]", "[-@numa; @kate]", "[see -@numa, p. 3]",
]  # fmt: skip


@pytest.fixture
def formatted(tmp_path):
    return lambda style="apa", library=LIBRARY: format_citations(library, CLUSTERS, style, tmp_path)


def test_a_first_author_who_shares_a_name_has_initials_and_no_other(formatted):
    found = {cluster: bare(html) for cluster, html in formatted().clusters.items()}
    assert found["[@john]"] == "(J. A. Smith, 2001)"
    assert found["@kate [p. 3]"] == "K. Smith (2001a, p. 3)"
    assert found["[-@kate]"] == "(2001a)"
    assert found["[see @john, p. 3; @kate-again; also @lone, pp. 4-5]"] == (
        "(see J. A. Smith, 2001, p. 3; K. Smith, 2001b; also Brown, 2001a, pp. 4–5)"
    )
    assert found["[@lone; @lone-again]"] == "(Brown, 2001a, 2001b)"
    assert (found["[@numa]"], found["@numa"]) == ("(Page, 2001b)", "Page (2001b)")
    assert (found["@nora [p. 3]"], found["[-@nora]"]) == ("Page (2001a, p. 3)", "(2001a)")
    assert found["[@many; @many-too]"] == "(A. Lee et al., 2001; B. Lee et al., 2001)"


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "modern-language-association", "ieee"])
@pytest.mark.parametrize("most", [1, 3, 100])
def test_the_result_is_that_of_one_run_over_all(formatted, monkeypatch, style, most):
    monkeypatch.setattr(names, "_MOST_IN_A_PACK", most)
    library = json.loads(json.dumps([for_style(reference, style) for reference in LIBRARY]))
    style_text = cite.style_file(style).read_text(encoding="utf-8")
    whole = cite._run_pandoc(library, sorted(CLUSTERS), style_text)
    parts = cite._format(library, sorted(CLUSTERS), style_text)
    assert dict(parts.clusters) == dict(whole.clusters)
    assert list(parts.entries.items()) == list(whole.entries.items())


def test_a_name_is_never_cut_in_two(monkeypatch):
    monkeypatch.setattr(names, "_MOST_IN_A_PACK", 1)
    packs = [[csl["id"] for csl in pack] for pack in names.sharing([reference.csl for reference in LIBRARY])]
    assert packs == [
        ["john", "kate", "kate-again", "kate-later"],
        ["lone", "lone-again"],
        ["numa", "nora"],
        ["many", "many-too"],
    ]


def test_works_without_a_person_first_share_no_name():
    groups = [{"id": id, "author": [{"literal": "The Survey"}]} for id in ("a", "b")]
    assert list(names.sharing([*groups, {"id": "c"}, {"id": "d", "editor": [{"family": "The Survey"}]}])) == []
