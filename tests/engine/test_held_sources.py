"""What a paragraph of a lesson rests on, held at its end."""

from __future__ import annotations

import pytest

from making import MAPS, text_of

CLAIMS = {
    "claims/maps.yml": """
lesson: lessons/maps.md
claims:
  - id: M1
    sentence: A contour line joins points of *equal* height.
    kind: finding
    certainty: strong
    references: [snyder1987]
    read-as: paper
  - id: M2
    sentence: No map is without a view & a purpose.
    kind: finding
    certainty: contested
    references: [harley1989]
    read-as: paper
  - id: M3
    sentence: Who draws a map has read others, says [@harley1989].
    kind: history
    references: [harley1989]
    read-as: paper
"""
}
M1, M2, M3 = (f"[M{number}](../claims.md#M{number})" for number in (1, 2, 3))


@pytest.fixture
def lesson(render):
    """A lesson of some text, over two works and three claims."""
    return lambda text, path="lessons/maps.md": render(text, path, MAPS | CLAIMS)


def notes(page):
    """The words of each note, without the button that closes it."""
    return [text_of(note).removesuffix(" Close") for note in page.all("div", class_="sources")]


def seen(element):
    """The text of an element without what is held."""
    if element.get("class") in ("in-text", "sources-mark"):
        return ""
    return "".join([element.text or "", *(seen(child) + (child.tail or "") for child in element)])


def test_a_paragraph_is_read_without_its_sources_and_ends_with_their_number(lesson):
    page = lesson(f"Lines [@snyder1987] {M1}, and views [@harley1989; @snyder1987]. No more.\n\nMore [@snyder1987].")
    [block, _] = page.all("div", class_="sourced")
    assert seen(block.find("p")).strip() == "Lines, and views. No more."
    mark, other = page.all("button", class_="sources-mark")
    assert [text_of(each) for each in page.all("button", class_="sources__close")] == ["Close", "Close"]
    assert (text_of(mark), text_of(other)) == ("2 sources", "Sources: 1")
    assert all(part.get("data-search-exclude") == "" for part in (mark, *page.all("div", class_="sources")))
    assert mark.get("popovertarget") == page.all("div", class_="sources")[0].get("id")
    assert page.problems == []


def test_a_note_has_each_work_once_with_the_claims_that_rest_on_it(lesson):
    page = lesson(f"Lines [@snyder1987] {M1}, more [@snyder1987] {M1}, views {M2}.")
    assert notes(page) == [
        "Snyder, 1987 Claim M1: strong A contour line joins points of equal height."
        " Harley, 1989 Claim M2: contested No map is without a view & a purpose."
    ]


def test_what_is_not_settled_is_said_where_it_stands(lesson):
    page = lesson(f"Views [@harley1989] {M2}. Lines [@snyder1987] {M1}.")
    assert seen(page.all("p")[0]).strip() == "Views Claim M2: contested. Lines."


def test_authors_who_belong_to_a_sentence_stay_in_it(lesson):
    page = lesson("@harley1989 asked for more, and Snyder [-@snyder1987] gave it.")
    assert notes(page) == []
    assert seen(page.all("p")[0]).strip() == "Harley (1989) asked for more, and Snyder (1987) gave it."


def test_a_mark_with_words_of_its_own_stays_in_its_sentence(lesson):
    page = lesson("It joins [equal heights](../claims.md#M1), as lines do.")
    assert notes(page) == []
    assert "equal heights" in seen(page.all("p")[0])


def test_each_item_of_a_list_holds_its_own_before_a_list_within_it(lesson):
    page = lesson("- Lines [@snyder1987]\n    - within [@harley1989]\n- none\n")
    assert notes(page) == ["Snyder, 1987", "Harley, 1989"]
    outer = page.all("li")[0]
    assert [child.tag for child in outer] == ["span", "button", "div", "ul"]


@pytest.mark.parametrize("around", ['!!! for ""\n    {}', "> {}", '??? note "More"\n    {}', "1. One\n\n    {}"])
def test_paragraphs_in_boxes_and_lists_hold_theirs(lesson, around):
    page = lesson(around.format("Lines [@snyder1987] are drawn."))
    assert notes(page) == ["Snyder, 1987"]
    assert page.problems == []


@pytest.mark.parametrize("text", ["| A | B |\n| - | - |\n| 1 | [@snyder1987] |", "## Lines [@snyder1987]\n"])
def test_a_table_and_a_heading_keep_theirs_in_the_text(lesson, text):
    page = lesson(text)
    assert notes(page) == []
    assert len(page.all("span", class_="citation")) == 1


def test_what_a_question_cites_stays_in_the_question(lesson):
    page = lesson("```quiz\nmaps: north\n```\n")
    assert notes(page) == []


def test_what_a_citation_adds_to_its_works_stands_in_the_note(lesson):
    page = lesson("Views [see @harley1989, p. 3; but @snyder1987].")
    assert notes(page) == ["see Harley, 1989, p. 3; but Snyder, 1987"]


def test_names_on_a_page_stay_names_of_one_thing(lesson):
    page = lesson(f"Lines [@snyder1987] {M1}.\n\nMore [@snyder1987] {M1} {M3}.")
    names = [part.get("id") for part in page.tree.iter() if part.get("id")]
    assert len(names) == len(set(names))
    assert {"cite-1", "cite-2", "claim-M1", "sources-1", "sources-2"} <= set(names)


def test_a_page_that_is_no_lesson_cites_in_its_text(lesson):
    page = lesson("Lines [@snyder1987].", "about.md")
    assert notes(page) == []
    assert page.all("span", class_="in-text") == []
