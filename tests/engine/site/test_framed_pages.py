"""Pages for frames on other sites: when they are made, what they hold, and what they weigh."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

import building
from coursework.quiz.exports import FORMATS
from published import pages_of
from site_links import lost_files, lost_links

SETTING = "    embed: true\n    downloads:"
MOST, MOST_FOR_ALL = 3_000, 23_000


def course_with(tmp_path_factory, setting=SETTING):
    copy = building.copy_fixture(tmp_path_factory.mktemp("framed"))
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("    downloads:", setting, 1), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    return course_with(tmp_path_factory)


@pytest.fixture(scope="module")
def site(copy, tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    building.build_well(copy, site, "--strict")
    return site


def frames_in(site):
    return sorted(site.glob("embed/*/*/index.html"))


def compressed(file):
    return len(gzip.compress(file.read_bytes(), 6))


def test_each_question_but_opinions_has_a_page_with_the_same_question_as_in_the_course(site):
    quizzes = "".join(file.read_text(encoding="utf-8") for file in site.glob("quizzes/*/index.html"))
    asked = re.findall(r'<quiz-question\s[^>]*\bdata-question="([^"]+)"[^>]*>', quizzes)
    opinions = re.findall(r'<quiz-question\s(?=[^>]*data-type="opinion")[^>]*\bdata-question="([^"]+)"', quizzes)
    made = {"/".join(file.parts[-3:-1]): file.read_text(encoding="utf-8") for file in frames_in(site)}
    assert opinions and set(made) == set(asked) - set(opinions)
    for address, html in made.items():
        assert html.count("<quiz-question") == 1 and f'data-question="{address}"' in html
        [key] = re.findall(r'data-key="([^"]*)"', html)
        assert f'data-key="{key}"' in quizzes
        assert "question__certainty" not in html and "question__number" not in html
        assert 'class="question__explanation"' in html or "answer__explanation" in html


def test_a_page_is_found_by_nobody_but_who_has_its_code(site):
    for file in frames_in(site):
        html = file.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert f'<link rel="canonical" href="{building.ADDRESS}quizzes/{file.parts[-3]}/">' in html
    for name in ("sitemap.xml", "search/search_index.json"):
        assert "embed/" not in (site / name).read_text(encoding="utf-8").replace("embed/</loc>", "")


def test_what_leaves_the_frame_opens_a_page_of_its_own_and_all_links_lead_somewhere(site):
    for file in frames_in(site):
        html = file.read_text(encoding="utf-8")
        links = re.findall(r"<a\s[^>]*>", html)
        assert links and [each for each in links if 'target="_blank" rel="noopener"' not in each] == []
        for reference in re.findall(r'\s(?:href|src)="([^"]+)"', html):
            path, _, place = unescape(reference).partition("#")
            if not path.startswith("http"):
                target = (file.parent / path / ("" if re.search(r"\.\w+$", path) else "index.html")).resolve()
                assert target.is_file(), (file, reference)
                assert not place or f'id="{place}"' in target.read_text(encoding="utf-8"), (file, reference)


def test_a_page_is_light_and_so_is_all_that_it_loads(site):
    [script] = site.glob("assets/frame.*.js")
    [sheet] = site.glob("assets/frame.*.css")
    pages = {file: compressed(file) for file in frames_in(site)}
    assert max(pages.values()) <= MOST
    assert max(pages.values()) + compressed(script) + compressed(sheet) <= MOST_FOR_ALL
    policies = {re.search(r'Policy" content="([^"]+)"', file.read_text(encoding="utf-8"))[1] for file in pages}
    assert len(policies) == 1 and "unsafe" not in policies.pop()


def test_each_question_has_its_code_to_copy_in_a_fold_of_its_quiz(site):
    page = (site / "embed/index.html").read_text(encoding="utf-8")
    codes = [ET.fromstring(unescape(code).replace("&nbsp;", " ")) for code in re.findall(r"<code>(.*?)</code>", page)]
    assert [code.attrib["src"] for code in codes] and {code.attrib["src"] for code in codes} == {
        f"{building.ADDRESS}embed/{'/'.join(file.parts[-3:-1])}/" for file in frames_in(site)
    }
    for code in codes:
        assert code.attrib["title"] and code.attrib["loading"] == "lazy" and code.attrib["width"] == "100%"
        assert set(code.attrib["sandbox"].split()) == {
            "allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox"
        }  # fmt: skip


def test_from_build_to_build_the_same_bytes(copy, site, tmp_path):
    building.build_well(copy, tmp_path / "again", "--strict")
    for file in (*site.glob("embed/**/*.html"), *site.glob("assets/frame.*")):
        assert (tmp_path / "again" / file.relative_to(site)).read_bytes() == file.read_bytes()


def test_where_the_setting_is_missing_nothing_is_made(tmp_path_factory):
    without = building.built_fixture(tmp_path_factory)
    assert not (without / "embed").exists() and not [*without.glob("assets/frame.*")]


def test_where_addresses_end_in_html_all_links_lead_somewhere_in_frames_and_in_files_too(tmp_path_factory, tmp_path):
    copy = course_with(tmp_path_factory, f"    embed: true\n    downloads: [{', '.join(FORMATS)}]\n    # Once:")
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("help: help/", "help: help.html")
    settings.write_text(text.replace("use_directory_urls: true", "use_directory_urls: false"), encoding="utf-8")
    site = tmp_path / "site"
    building.build_well(copy, site, "--strict")
    pages = pages_of(site)
    assert "quizzes/scale.html" in pages and "embed/scale/how-far/" in pages
    assert [*lost_links(site, pages)] == [] and [*lost_files(site, pages)] == []
    followed = 0
    for file in site.glob("quizzes/**/*.*"):
        form = next((form for form in FORMATS.values() if file.name.endswith(form.ending)), None)
        parts = [part for parts in form.read(file.read_bytes()).values() for part in parts] if form else []
        for link in (part.text for part in parts if part.kind == "link" and part.text.startswith(building.ADDRESS)):
            path, _, place = link.removeprefix(building.ADDRESS).partition("#")
            assert place in pages[path].ids if place else (site / path).is_file(), (file, link)
            followed += 1
        assert not [part for part in parts if part.kind == "link" and ":" not in part.text], file
    assert followed > 200


def test_what_the_settings_cannot_mean_is_refused_with_its_place(tmp_path_factory, tmp_path):
    copy = course_with(tmp_path_factory, '    embed: "yes"\n    downloads: moodle, anki\n    # Once:')
    result = building.build(copy, tmp_path / "site")
    text = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    line = text[: text.index('embed: "yes"')].count("\n") + 1
    assert result.returncode != 0
    assert f"mkdocs.yml:{line}:12: extra, course, embed: must be true or false, not 'yes'" in result.stdout
    assert (
        f"mkdocs.yml:{line + 1}:16: extra, course, downloads: must be a list of formats, as "
        f"[{', '.join(FORMATS)}], not 'moodle, anki'"
    ) in result.stdout
