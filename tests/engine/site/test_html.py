"""The HTML of every page, read by the W3C's checker (vnu): nothing of ours is wrong, what is the theme's is listed."""

from __future__ import annotations

import re

from html_checker import faults, remarks


def test_the_only_faults_are_the_listed_ones_of_the_theme(site):
    assert faults(site) == []


def test_what_has_no_styles_yet_is_not_as_large_as_the_window(pages):
    marks = [mark.attributes for page in pages.values() for mark in page.classed("mark")]
    assert len(marks) >= len(pages)
    assert {(mark.get("width"), mark.get("height")) for mark in marks} == {("32", "32")}


def test_titles_hold_no_soft_hyphen(pages):
    titles = {name: re.findall(r"<title>(.*?)</title>", page.html)[0] for name, page in pages.items()}
    assert titles[""] == "How does a map work?"
    assert [name for name, title in titles.items() if "\u00ad" in title or "&shy;" in title] == []


def test_the_checker_finds_a_fault_that_is_there(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A page</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in remark["message"] for remark in remarks(page))
