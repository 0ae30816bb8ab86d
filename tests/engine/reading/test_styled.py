"""What a style is told of a work, and what is done to what it makes: what CSL has no way to say."""

import re
from html import unescape

import pytest

from coursework.reading.cite import format_citations
from coursework.reading.foreign import with_tags
from coursework.reading.model import Reference
from coursework.reading.page import byline
from coursework.reading.styled import for_style, upright

WORKS = {}
IN = {"container-title": "Maps"}
DUTCH = {"title": "Een kaart", "container-title": "Tijdschrift voor kaarten"}


def work(**fields):
    """The id of a work that is formatted with all others of this file."""
    csl = {"id": f"w{len(WORKS)}", "type": "article-journal", "title": "A map"}
    csl |= {"author": [{"family": "Ada", "given": "B."}], "issued": {"date-parts": [[2016]]}} | fields
    WORKS[csl["id"]] = Reference(csl["id"], {field: value for field, value in csl.items() if value})
    return csl["id"]


@pytest.fixture(scope="module")
def formatted(tmp_path_factory):
    """All works in APA, in one run."""
    cache = tmp_path_factory.mktemp("cache")
    return format_citations(WORKS.values(), [f"@{id}" for id in WORKS], "apa", cache, separate=True)


def bare(html):
    return unescape(re.sub("<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        (work(author=[{"literal": "Ministry of Work & Health"}]), "Ministry of Work & Health (2016)"),
        (
            work(author=[{"literal": "Ministry of Work & Health (UK)"}, {"literal": "Sea & Land"}]),
            "Ministry of Work & Health (UK) and Sea & Land (2016)",
        ),
        (work(author=[{"family": "Ada"}, {"literal": '"Maps" & "Charts"'}]), 'Ada and "Maps" & "Charts" (2016)'),
        (work(author=[{"family": "Ada"}, {"family": "Bay"}]), "Ada and Bay (2016)"),
        (work(title="Maps & charts", type="book", author=None), "Maps & Charts (2016)"),
    ],
)
def test_an_ampersand_of_a_group_or_a_title_is_its_own(formatted, id, shown):
    assert bare(formatted.clusters[f"@{id}"]) == shown


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        (work(type="article-journal", page="e94207", **IN), "Article e94207"),
        (work(type="article-journal", page="CD003388", **IN), "Article CD003388"),
        (work(type="article-journal", page="b2535", **IN), "Article b2535"),
        (work(type="article-journal", page="S12", **IN), "S12"),
        (work(type="article-journal", page="s12", **IN), "s12"),
        (work(type="article-journal", page="475", **IN), "475"),
        (work(type="article-newspaper", page="A4", **IN), "A4"),
        (work(type="article-magazine", page="B12", **IN), "B12"),
        (work(type="article-newspaper", page="e94207", **IN), "e94207"),
    ],
)
def test_a_page_with_a_letter_is_a_page_unless_a_journal_numbers_its_articles_so(formatted, id, shown):
    assert bare(formatted.entries[id]).endswith(f"Maps, {shown}.")


@pytest.mark.parametrize(
    ("id", "title", "tag"),
    [
        (work(**DUTCH, language=None), "Tijdschrift Voor Kaarten", None),
        (work(**DUTCH, language="nl"), "Tijdschrift voor kaarten", "nl"),
        (work(**DUTCH, language="nl_NL"), "Tijdschrift voor kaarten", "nl-NL"),
        (work(**DUTCH, language="nld"), "Tijdschrift voor kaarten", "nld"),
        (work(**DUTCH, language="Dutch"), "Tijdschrift voor kaarten", None),
        (work(**DUTCH, language="en-GB"), "Tijdschrift Voor Kaarten", None),
        (work(**DUTCH, language="eng"), "Tijdschrift Voor Kaarten", None),
        (work(**DUTCH, language="English"), "Tijdschrift Voor Kaarten", None),
        (work(**DUTCH, language='"><b>'), "Tijdschrift voor kaarten", None),
    ],
)
def test_a_title_in_another_language_is_printed_as_written_and_says_which(formatted, id, title, tag):
    entry = formatted.entries[id]
    assert f"<em>{title}</em>" in entry
    assert re.findall(' lang="([^"]*)"', entry) == ([tag] if tag else [])
    assert tag is None or f'<span lang="{tag}">Een kaart</span>' in entry


VRIES = work(title="Vries", language="nl", author=[{"family": "De Vriesen"}], **IN)


def test_the_words_of_a_title_are_marked_and_not_those_of_a_name(formatted):
    assert formatted.entries[VRIES] == 'De Vriesen. (2016). <span lang="nl">Vries</span>. <em>Maps</em>.'


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        (
            work(type="book", title="A reading of <i>Sinn und Form</i> today"),
            "<em>A reading of </em>Sinn und Form<em> today</em>",
        ),
        (work(type="book", title="<i>Rosa</i> and maps"), "Rosa<em> and maps</em>"),
        (work(type="book", title="Maps of <i>Rosa <b>rugosa</b></i>"), "<em>Maps of </em>Rosa <strong>rugosa</strong>"),
        (work(type="book", title="Maps"), "<em>Maps</em>"),
    ],
)
def test_italics_in_the_italics_of_a_book_are_upright(formatted, id, shown):
    assert f"(2016). {shown}." in formatted.entries[id]


def test_italics_side_by_side_and_within_other_markup_stay():
    for html in ("<em>A</em>, <em>1</em>", "<em>A <strong>b <em>c</em></strong></em>", "<a>b</a>", "A < b"):
        assert upright(html) == html


TALKS = [
    work(type="speech", **{"event-title": "Days of maps", place: "Oslo"})
    for place in ("publisher-place", "event-place")
]


def test_the_place_of_a_talk_is_printed_however_it_is_called(formatted, tmp_path):
    assert [bare(formatted.entries[id]) for id in TALKS] == ["Ada, B. (2016). A map. Days of maps, Oslo."] * 2
    ieee = format_citations([WORKS[id] for id in TALKS], [], "ieee", tmp_path).entries
    assert all("Oslo" in ieee[id] for id in TALKS)


REVIEWED = {"reviewed-title": "The atlas", "reviewed-author": [{"family": "Bay", "given": "C."}]}
REVIEW = work(type="review-book", title="Lost at sea", **REVIEWED)


def test_a_review_has_a_title_of_its_own_and_that_of_the_work(formatted):
    assert "Lost at sea [Review of the book The atlas, by C. Bay]." in bare(formatted.entries[REVIEW])


@pytest.mark.parametrize("id", [work(type="personal_communication"), work(type="interview")])
def test_a_work_that_a_style_prints_no_reference_of_has_one_in_lists(formatted, id):
    assert bare(formatted.entries[id]) == "Ada, B. (2016). A map."


NOTED = work(note="URL: javascript:alert(1)", custom={"a": ["b"]}, categories=["c"], type="webpage")


def test_a_note_is_a_note_and_no_field(formatted):
    assert not {"custom", "categories"} & {*for_style(WORKS[NOTED], "apa")}
    assert formatted.entries[NOTED] == "Ada, B. (2016). <em>A map</em>."


def test_a_list_shows_titles_and_names_as_plain_text():
    csl = {"title": "x<sup>2</sup> in CO<sub>2</sub>, <i>Rosa</i> and p <b", "container-title": "Maps of <i>Rosa</i>"}
    csl |= {"author": [{"family": "Berg", "given": "A.", "non-dropping-particle": "van den"}, {"literal": "Sea & Co"}]}
    assert Reference("a", csl).title == "x² in CO₂, Rosa and p <b"
    assert byline(Reference("a", csl), "{name} et al.") == "van den Berg & Sea & Co. Maps of Rosa"


@pytest.mark.parametrize(
    ("title", "csl"),
    [
        ("*Rosa* and **Terra**", "<i>Rosa</i> and <b>Terra</b>"),
        ("g~1~ and x^2^", "g<sub>1</sub> and x<sup>2</sup>"),
        ("A* and B* trees, 2 * 3 * 4", "A* and B* trees, 2 * 3 * 4"),
        ("about ~10 or ~20, a^b", "about ~10 or ~20, a^b"),
        (r"\*not so\* and \[this\]", "*not so* and [this]"),
        ("*d.* 727", "<i>d.</i> 727"),
        (r"C:\maps", r"C:\maps"),
    ],
)
def test_marks_of_markdown_in_a_title_are_tags_of_csl(title, csl):
    assert with_tags(title) == csl
