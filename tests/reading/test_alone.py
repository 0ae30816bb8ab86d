"""Works that never share a list: each is formatted as if it were the only one, most without Pandoc."""

import re

import pytest

from coursework.reading import pandoc
from coursework.reading.alone import format_alone
from coursework.reading.cite import format_citations
from coursework.reading.model import Reference

TITLES = [
    "Reading a map", "the Rest of it", "Is a map the land?", "Stop!", "So it is.", "Étude 2, and more", "one",
    "Maps: an introduction", "It's “so”", "A < B & C", "*Maps* and _lines_", "To be...", "Is it (so)?", "A - B", "A_b",
    "Maps ", " Maps", "Maps,", "Maps  and lines", "aqzx Bqzx", "iPhone maps", "地図",
]  # fmt: skip
ADDRESSES = ["https://example.org/a/", "http://127.0.0.1:8000/b/", "https://example.org/?a=1&b=2", None]
STYLES = [
    "apa",
    "ieee",
    "nature",
    "modern-language-association",
    "chicago-author-date",
    "harvard-cite-them-right",
    "oryx",
    "multimed",
]


def work(number, title, address=None, **csl):
    csl = {"type": "webpage", "title": title, "author": [{"family": "Doe", "given": "Ann"}], **csl}
    csl |= {"container-title": "On maps", "issued": {"date-parts": [[2026, 11, 3]]}} | (
        {"URL": address} if address else {}
    )
    return Reference(f"work-{number}", {"id": f"work-{number}", **csl})


@pytest.fixture
def works(monkeypatch):
    """How many works each run of Pandoc has formatted."""
    counts = []
    convert = pandoc.convert

    def counted(*args):
        html = convert(*args)
        counts.append(html.count('class="csl-entry"'))
        return html

    monkeypatch.setattr(pandoc, "convert", counted)
    return counts


@pytest.mark.parametrize("style", STYLES)
def test_each_is_formatted_as_if_it_were_the_only_one(style, tmp_path):
    all_works = [work(n, title, ADDRESSES[n % 4]) for n, title in enumerate(TITLES * 4)]
    all_works += [
        work("other", "Reading a map", author=[{"literal": "The Survey"}]),
        work("no-author", "One", author=[]),
    ]
    entries = format_alone(all_works, style, tmp_path)
    assert list(entries) == [each.id for each in all_works]
    for each in all_works[:20] + all_works[-2:]:
        alone = format_citations([each], [], style, tmp_path, alone=True).entries[each.id]
        assert entries[each.id] == alone, each.csl["title"]


def test_a_thousand_with_plain_titles_are_as_few_as_their_ends(tmp_path, works):
    many = [work(n, f"Map {n}{'?' if n % 2 else ''}", f"https://example.org/{n}/") for n in range(1000)]
    entries = format_alone(many, "apa", tmp_path)
    assert works == [2]
    assert "<em>Map 998</em>" in entries["work-998"]
    assert '<em>Map 999?</em> On Maps. <a href="https://example.org/999/">' in entries["work-999"]


def test_a_new_title_needs_no_pandoc(tmp_path, works):
    format_alone([work(1, "Reading a map")], "apa", tmp_path)
    format_alone([work(1, "Drawing a map"), work(2, "Reading a map")], "apa", tmp_path)
    assert works == [1]


def test_where_a_style_changes_the_letters_of_titles_each_is_formatted(tmp_path, works):
    entries = format_alone([work(1, "the rest of it"), work(2, "Reading a map")], "chicago-author-date", tmp_path)
    assert works == [1, 2]
    assert "The Rest of It" in entries["work-1"]
    assert "Reading a Map" in entries["work-2"]


@pytest.mark.parametrize("style", STYLES)
def test_no_entry_has_a_number_or_a_dash_for_an_author(style, tmp_path):
    entries = format_alone([work(n, f"Map {'ab'[n]}") for n in range(2)], style, tmp_path)
    bare = [re.sub("<[^>]+>", "", entry) for entry in entries.values()]
    assert [text.lstrip()[0] in "DA" for text in bare] == [True, True], bare


def test_of_no_works_there_are_no_entries(tmp_path, works):
    assert format_alone([], "apa", tmp_path) == {}
    assert works == []
