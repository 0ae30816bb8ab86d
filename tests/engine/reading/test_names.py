"""First authors who share a family name: told apart as Pandoc does it over the whole library, but a few at a time."""

import json
import random
from itertools import product

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


GIVEN = [
    "Ann", "Anton", "A.", "Ann B.", "Ji-ping", "Jun", "J.-P.", "Jean-Paul", "Jean Paul", "Ruth", "Zoë", "Zora", "Émile",
    "Emil", "Chr.", "Carl", "von Hohen", "Victor", "秀英", "秀", "", "Xaver Y.", "xaver", "GuD", "Gudrun", "Olaf",
]  # fmt: skip


def many(family, seed):
    """Works of a family of which some look the same; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    for number in range(40):
        first = {"family": family, "given": chance.choice(GIVEN)}
        first |= {"suffix": "Jr."} if number % 20 == 7 else {}
        first |= {"non-dropping-particle": "de"} if number % 20 == 9 else {}
        others = [{"family": chance.choice("XYZ"), "given": "Q."} for _ in range(chance.choice([0, 0, 1, 1, 2, 3]))]
        author = [{part: text for part, text in name.items() if text} for name in (first, *others)]
        csl = {"id": f"{family}{number}", "type": "book", "title": f"On {number}", "author": author}
        dates = [{"date-parts": [[year]]} for year in (2001, 2001, 2002, -44)]
        dates += [{"date-parts": [[2001], [2003]]}, {"date-parts": [[2001]], "circa": 1}, {"literal": "2001"}, None]
        date = chance.choice(dates)
        yield Reference(csl["id"], csl | ({"issued": date} if date else {}))


@pytest.mark.parametrize(
    ("style", "most", "seed"),
    [
        ("apa", 5, 2), pytest.param("apa", 2, 1, marks=pytest.mark.long),
        pytest.param("chicago-author-date", 5, 1, marks=pytest.mark.long),
        pytest.param("modern-language-association", 5, 1, marks=pytest.mark.long),
    ],
)  # fmt: skip
def test_works_of_a_name_that_many_have_are_told_apart_in_parts_as_all_together(monkeypatch, style, most, seed):
    monkeypatch.setattr(names, "_MOST_OF_A_NAME", 10)
    monkeypatch.setattr(names, "_MOST_IN_A_PART", most)
    library = [for_style(reference, style) for reference in many("Wang", seed)]
    cited = [csl["id"] for csl in library if int(csl["id"].removeprefix("Wang")) % 5]
    clusters = sorted({*(f"[@{id}]" for id in cited), *(f"@{id}" for id in cited), "[@Wang1; @Wang2; @Wang3]"})
    style_text = cite.style_file(style).read_text(encoding="utf-8")
    whole = cite._run_pandoc(library, clusters, style_text)
    parts = cite._format(library, clusters, style_text)
    assert dict(parts.clusters) == dict(whole.clusters)
    assert list(parts.entries.items()) == list(whole.entries.items())


def test_of_a_name_that_many_have_few_are_formatted_at_a_time():
    works = [
        {"id": f"{n}", "author": [{"family": "Wang", "given": f"{a}. {b}."}], "issued": {"date-parts": [[1900 + n]]}}
        for n, (a, b) in enumerate(product("ABCDEFGHIJ", "ABCDEFGHIJKLMNOPQRST"))
    ]
    parts = list(names.parts_of(works, by_year=True))
    assert [csl for part in parts for csl in part.works] == works
    assert max(len(part.works) + len(part.beside) for part in parts) <= 100
    assert len(parts) == len(works) / names._MOST_IN_A_PART


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
