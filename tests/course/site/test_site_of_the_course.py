"""The course as it is published: nothing is wrong with its HTML, and every link leads somewhere."""

from __future__ import annotations

import json
import re

import pypandoc
import pytest
from course_files import COUNTS, REFERENCES

from building import PROJECT, addresses, build_well
from coursework_mkdocs.theme_styles import classes_of
from html_checker import faults
from published import differing, pages_of
from site_links import ids_used_twice, links_within, lost_files, lost_links
from theme_sheet import sheet


def test_every_page_of_the_sources_is_published_and_no_other(pages):
    # Those for frames are told of in tests/engine/site/test_framed_pages.py.
    own = [name for name in pages if not re.fullmatch(r"embed/[^/]+/[^/]+/", name)]
    assert sorted(own) == sorted([*addresses(PROJECT), "404.html"])


def test_the_only_faults_of_its_html_are_the_listed_ones_of_the_theme(site):
    assert faults(site) == []


def test_every_link_leads_to_a_page_and_a_place_that_exist(site, pages):
    assert list(lost_links(site, pages)) == []
    assert len(list(links_within(pages))) > 10 * len(pages)


def test_everything_that_a_page_loads_is_in_the_site(site, pages):
    assert list(lost_files(site, pages)) == []


# Of the small course, test_shortcuts.py shows the same.
@pytest.mark.long
def test_every_page_says_the_same_without_what_only_makes_the_build_quick(pages, tmp_path, monkeypatch):
    monkeypatch.setenv("COURSEWORK_PLAIN", "1")
    build_well(PROJECT, tmp_path / "plain", "--strict")
    assert differing(pages, pages_of(tmp_path / "plain")) == []


def test_no_page_has_the_same_id_twice(pages):
    assert ids_used_twice(pages) == {}


def test_readers_and_keepers_are_told_who_else_can_read_answers(pages):
    about = pages["about/"].words
    assert "No page asks another site for anything" in about
    assert "OWNER.github.io" in about and "could read and change your answers" in about
    keepers = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
    assert "are one origin to a browser" in keepers and "`frame-ancestors`" in keepers


def test_the_home_page_has_the_name_of_the_course(pages):
    assert f"<title>{COUNTS['title']}</title>" in pages[""].html


def test_every_class_that_the_theme_styles_is_still_styled_by_the_sheet_that_was_cut_down(pages):
    full, cut = (classes_of(file.read_text(encoding="utf-8")) for file in (sheet.FULL, sheet.CUT))
    assert {name: lost for name, page in pages.items() if (lost := sheet.lost(page.html, full, cut))} == {}


@pytest.mark.parametrize(("ending", "reader"), [("bib", "biblatex"), ("ris", "ris"), ("json", "csljson")])
def test_all_works_can_be_taken_away_in_every_format(site, ending, reader):
    file = site / f"readings/bibliography.{ending}"
    read = json.loads(pypandoc.convert_file(str(file), "csljson", format=reader))
    assert {csl["id"]: csl.get("DOI") for csl in read} == {id: work.get("DOI") for id, work in REFERENCES.items()}
