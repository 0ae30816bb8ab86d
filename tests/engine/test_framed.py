"""Pages for frames on other sites, as the engine sees them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import coursework
from coursework.quiz.framed import question_in
from coursework_mkdocs.pruned_sheet import pruned
from making import Rendered

PAGES = {"index.md": "# Home\n", "lessons/maps.md": "# Maps\n\n## Lines {#lines}\n"}


def test_a_block_where_there_are_no_frames_is_told(project):
    page = Rendered(coursework.build(project(pages=PAGES)), "index.md", "```embed\n```\n")
    assert page.problems == [
        "docs/index.md:1:1: the embed block: must be on a page of a course with quizzes whose settings say "
        "`embed: true`"
    ]


@pytest.mark.parametrize("finished", [True, False])
def test_without_an_address_or_while_it_is_looked_at_there_is_no_code_and_it_says_so(project, finished):
    def page(address):
        made = replace(project(pages=PAGES), embed=True, downloads=["gift"], finished=finished, address=address)
        return Rendered(coursework.build(made), "index.md", "```embed\n```\n")

    shown = page(lambda path: "https://example.org/" + path)
    assert shown.problems == []
    assert ("iframe" in shown.text()) is finished
    assert ("In the finished site" in shown.text()) is not finished
    assert "Whole quizzes, as files" in shown.text()
    assert "site_url" in page(lambda path: "").text() or not finished
    assert "iframe" not in page(lambda path: "").text()


def test_a_question_is_found_in_whatever_order_its_attributes_stand():
    other = '<quiz-question class="a" id="maps/northern"><p>Not this</p></quiz-question>'
    for tag in ('<quiz-question id="maps/north" class="a">', '<quiz-question class="a" data-key="x" id="maps/north">'):
        page = f'{other}{tag}<p class="question__number" data-search-exclude=""><a>1</a></p>\n<b>It</b></quiz-question>'
        assert question_in(page, "maps/north") == f"{tag}<b>It</b></quiz-question>"
    assert question_in(other, "maps/north") == ""


def test_a_sheet_loses_what_can_hold_of_nothing_and_no_more():
    sheet = (
        '@charset "x";a,b.gone{x:1}.here:not(.gone){x:2}.page:is(.gone:has(+ .here),.lost){x:3}'
        ".here :is(.gone,.lost){x:4}"
        '.here::before{content:"}"}@media (min-width:1em){.gone{x:5}.here{x:6}}@media print{.here{x:7}}:root{--a:1}'
        ".here{& .gone{x:8}}[data-here]{x:9}[data-gone]{x:10}@font-face{src:url(a)}@keyframes lapse{0%{x:11}}"
    )
    assert pruned(sheet, '<a class="here" data-here="">') == (
        'a{x:1}.here:not(.gone){x:2}.here::before{content:"}"}@media (min-width:1em){.here{x:6}}:root{--a:1}'
        ".here{& .gone{x:8}}[data-here]{x:9}@font-face{src:url(a)}"
    )


def test_a_sheet_keeps_what_is_said_of_data_that_only_a_script_names():
    sheet = "[data-right-answer]::before{x:1}[data-wrong-answer]{x:2}"
    assert pruned(sheet, "<script>question.dataset.rightAnswer = 1</script>") == "[data-right-answer]::before{x:1}"
