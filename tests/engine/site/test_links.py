"""Everything that a published page needs or leads to is there, below the folder where the site is published."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urljoin

from building import FIXTURE, addresses
from coursework.source import values as source
from site_links import EDITED, address_of, ids_used_twice, links_within, lost_files, lost_links

PAPERS = ("/worksheet/", "/key/")
# With what an author wrote for the same frame.
SHEETS = (*PAPERS, "checklist/")


def test_every_page_of_the_sources_is_built_and_no_other(pages):
    assert sorted(pages) == sorted([*addresses(FIXTURE), "404.html"])


def test_every_link_leads_to_a_page_and_a_place_that_exist(site, pages):
    assert list(lost_links(site, pages)) == []
    assert len(list(links_within(pages))) > 10 * len(pages)


def test_everything_that_a_page_loads_is_in_the_site(site, pages):
    assert list(lost_files(site, pages)) == []
    # Every page has its styles, and all but sheets to be printed have a search.
    assert all(any(link.endswith(".css") for link in page.loaded()) for page in pages.values())
    assert [name for name, page in pages.items() if 'id="__config"' not in page.html] == [
        name for name in pages if name.endswith(SHEETS)
    ]


def test_no_page_has_the_same_id_twice(pages):
    assert ids_used_twice(pages) == {}


def test_everything_that_a_stylesheet_or_a_script_of_ours_loads_is_in_the_site(site):
    lost, followed = [], 0
    for sheet in site.rglob("*.css"):
        for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8")):
            if link.startswith(("data:", "#")):
                continue
            followed += 1
            if not (sheet.parent / link.split("?")[0].split("#")[0]).is_file():
                lost.append(f"{sheet.relative_to(site)}: {link}")
    for script in site.glob("assets/coursework-*/*.js"):
        for link in re.findall(r"(?:from|import)\s*\(?[\"'](\./[^\"']+)[\"']", script.read_text("utf-8")):
            followed += 1
            if not (script.parent / link).is_file():
                lost.append(f"{script.relative_to(site)}: {link}")
    assert not lost, "\n".join(lost)
    assert followed


def test_every_edit_link_leads_to_a_file_of_the_project(pages):
    made_from = {
        "": "docs/index.md",
        "lessons/projections/": "docs/lessons/projections.md",
        "quizzes/projections/": "quizzes/projections.yml",
        "quizzes/projections/worksheet/": "quizzes/projections.yml",
        "quizzes/projections/key/": "quizzes/projections.yml",
        "readings/projections/": "readings/projections.yml",
        "readings/bibliography/": "readings/references.yml",
    }
    edited = {}
    for name, page in pages.items():
        links = {urljoin(address_of(name), link) for link in page.links()}
        edited[name] = [posixpath.normpath(link[len(EDITED) :]) for link in links if link.startswith(EDITED)]
        assert all((FIXTURE / file).is_file() for file in edited[name]), (name, edited[name])
    assert {name: edited[name] for name in made_from} == {name: [file] for name, file in made_from.items()}
    # A page that looks at others, or belongs to the engine, comes from no file of the course.
    made = {"quizzes/", "readings/", "figures/", "claims/", "review/", "progress/", "style-guide/", "downloads/",
        "404.html",
    }  # fmt: skip
    assert {name for name in pages if not edited[name]} == made


def test_the_list_of_the_lessons_opens_their_section_and_is_no_lesson_itself(pages):
    listing, first = pages["lessons/"], pages["lessons/scale/"]
    lessons = [name for name in pages if re.fullmatch(r"lessons/[^/]+/", name)]
    listed = [urljoin("lessons/", link.attributes["href"]) for link in listing.classed("row__title")]
    assert sorted(listed) == sorted(lessons)
    assert listed[0] == "lessons/scale/"
    assert len(listing.classed("row__about")) == len(listing.classed("row__facts")) == len(lessons) == 4
    assert not listing.classed("kicker")
    assert "Lesson 1 of 4" in first.words
    before = [link.attributes["href"] for link in first.named("link") if link.attributes["rel"] == "prev"]
    assert before == ["../"]
    for page, here in ((listing, "page"), (first, "true")):
        tabs = {tab.attributes["href"]: tab.attributes.get("aria-current") for tab in page.classed("tabs__link")}
        assert [(href, current) for href, current in tabs.items() if current] == [
            ("../lessons/" if here == "page" else "../../lessons/", here)
        ]


def test_every_generated_page_is_in_the_navigation_but_those_for_paper_for_authors_and_of_topics(pages):
    generated = {name for name in pages if name.startswith(("quizzes/", "readings/", "review/", "progress/", "style-"))}
    reached = {urljoin(address_of(name), link) for name, page in pages.items() for link in page.links_of_navigation()}
    papers = {name for name in generated if name.endswith(PAPERS)}
    topics = {name for name in generated if name.startswith("readings/topics/")}
    assert {name for name in generated if address_of(name) not in reached} == {*papers, *topics, "style-guide/"}
    assert {address_of(name) for name in topics} <= {
        urljoin(address_of("readings/"), link) for link in pages["readings/"].links()
    }
    assert {
        "quizzes/",
        "quizzes/projections/",
        "readings/",
        "readings/projections/",
        "readings/bibliography/",
    } <= generated


def test_the_page_of_a_quiz_leads_to_its_papers_and_they_to_each_other_and_back(pages):
    for quiz in (path.stem for path in (FIXTURE / "quizzes").glob("*.yml")):
        here = [f"quizzes/{quiz}/", f"quizzes/{quiz}/worksheet/", f"quizzes/{quiz}/key/"]
        for name in here:
            reached = {urljoin(address_of(name), link) for link in pages[name].links()}
            assert {address_of(other) for other in here if other != name} <= reached, name


def test_every_address_of_the_sitemap_is_a_page_and_every_page_is_in_it(site, pages):
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(address_of(name) for name in pages if name != "404.html")


def test_every_question_has_its_own_address_on_the_page_of_its_quiz(pages):
    for path in (FIXTURE / "quizzes").glob("*.yml"):
        quiz, _ = source.load(FIXTURE, f"quizzes/{path.name}")
        shown = [element.attributes["id"] for element in pages[f"quizzes/{path.stem}/"].named("quiz-question")]
        assert shown == [f"{path.stem}/{question['id']}" for question in quiz["questions"]]


def test_a_page_has_the_scripts_of_what_is_on_it_and_no_others(pages):
    needed = {
        "quiz-question": "quiz-question.js", "quiz-guess": "quiz-guess.js", "quiz-sitting": "quiz-sitting.js",
        "quiz-review": "quiz-review.js", "quiz-progress": "quiz-progress.js",
    }  # fmt: skip
    seen = set()
    for name, page in pages.items():
        here = {script for element, script in needed.items() if page.named(element)}
        here |= {"quiz-paper.js"} if name.endswith(PAPERS) else set()
        # What is cited on the page of all figures is in the bibliography; a list that is narrowed is itself the page.
        cites = page.classed("citation") or page.classed("term")
        opens = page.classed("claim-mark") or (cites and name != "figures/")
        here |= {"card.js"} if opens and not page.classed("filter") else set()
        here |= {"explore.js"} if any("data-explore" in part.attributes for part in page.named("figure")) else set()
        slots = [part.attributes.get("data-slot") for part in page.named("quiz-question")]
        # Of what is asked before the course, only where what would change a mind is asked as well.
        here |= {"asked-twice.js"} if "after" in slots or page.classed("question__note") else set()
        here |= {"picture.js"} if name == "figures/" else set()
        here |= {"filter.js"} if page.classed("filter") else set()
        here |= {"reading-marks.js"} if page.classed("marks") else set()
        here |= {"go-on.js"} if page.classed("go-on") else set()
        here |= {"quiz-anew.js"} if page.classed("quiz-head") else set()
        here |= {"lesson.js"} if name.startswith("lessons/") and name != "lessons/" else set()
        # The missing page is not one of the course, and a sheet has no menu: they mark no links.
        here |= {"course-marks.js"} if name != "404.html" and not name.endswith(PAPERS) else set()
        scripts = [posixpath.basename(link) for link in page.loaded() if "/coursework-" in link and ".js" in link]
        assert sorted(scripts) == sorted(here), name
        seen |= here
    lists = {"filter.js", "reading-marks.js"}
    others = {"explore.js", "picture.js", "asked-twice.js", "lesson.js", "quiz-anew.js"}
    assert seen == {*needed.values(), *lists, *others, "quiz-paper.js", "course-marks.js", "card.js", "go-on.js"}
