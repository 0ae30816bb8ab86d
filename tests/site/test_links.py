"""Everything that a published page needs or leads to is there, below the folder where the site is published."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from building import ADDRESS, EDIT_ADDRESS, PROJECT, addresses
from coursework import source
from published import file_of

EDITED = EDIT_ADDRESS.removesuffix("docs/")


def address_of(name: str) -> str:
    # A missing page can be any address: one in a folder shows whether its own links hold there.
    return urljoin(ADDRESS, "lessons/no/such/page/" if name == "404.html" else name)


def test_every_page_of_the_sources_is_built_and_no_other(pages):
    assert sorted(pages) == sorted([*addresses(), "404.html"])


def test_every_link_leads_to_a_page_and_a_place_that_exist(site, pages):
    lost, followed = [], 0
    for name, page in pages.items():
        for link in page.links():
            address, place = urldefrag(urljoin(address_of(name), link))
            if address.startswith(EDITED) or urlsplit(address).netloc != urlsplit(ADDRESS).netloc:
                continue
            followed += 1
            if address == address_of("404.html"):
                address = urljoin(ADDRESS, "404.html")
            target = address.removeprefix(ADDRESS)
            file = file_of(site, unquote(target))
            if not address.startswith(ADDRESS) or not file.is_file():
                lost.append(f"{name}: {link} leads nowhere")
            elif place and file.suffix == ".html" and unquote(place) not in pages[target].ids:
                lost.append(f"{name}: {link} leads to a page without that place")
    assert not lost, "\n".join(lost)
    assert followed > 10 * len(pages)


def test_everything_that_a_page_loads_is_in_the_site(site, pages):
    lost = []
    for name, page in pages.items():
        settings = json.loads(page.text_of("script", "__config"))
        loaded = page.loaded()
        assert any(address.endswith(".css") for address in loaded), f"{name} has no stylesheet"
        for link in (*loaded, settings["search"]):
            address = urljoin(address_of(name), link)
            if link.startswith("data:"):
                continue
            if not address.startswith(ADDRESS) or not file_of(site, urldefrag(address)[0][len(ADDRESS) :]).is_file():
                lost.append(f"{name}: {link}")
    assert not lost, "\n".join(lost)


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
        for link in re.findall(r"^\s*(?:import|export)\b.*?[\"'](\.[^\"']+)[\"']", script.read_text("utf-8"), re.M):
            followed += 1
            if not (script.parent / link).is_file():
                lost.append(f"{script.relative_to(site)}: {link}")
    assert not lost, "\n".join(lost)
    assert followed


def test_every_edit_link_leads_to_a_file_of_the_project(pages):
    made_from = {
        "": "docs/index.md",
        "lessons/alliance/": "docs/lessons/alliance.md",
        "quizzes/alliance/": "quizzes/alliance.yml",
        "readings/alliance/": "readings/alliance.yml",
        "readings/bibliography/": "readings/references.yml",
    }
    edited = {}
    for name, page in pages.items():
        links = {urljoin(address_of(name), link) for link in page.links()}
        edited[name] = [posixpath.normpath(link[len(EDITED) :]) for link in links if link.startswith(EDITED)]
        assert all((PROJECT / file).is_file() for file in edited[name]), (name, edited[name])
    assert {name: edited[name] for name in made_from} == {name: [file] for name, file in made_from.items()}
    # A page that lists others comes from no file of its own.
    assert edited["quizzes/"] == edited["readings/"] == edited["404.html"] == []
    assert all(edited[name] for name in pages if name not in ("quizzes/", "readings/", "404.html"))


def test_every_generated_page_is_in_the_navigation(pages):
    generated = [name for name in pages if name.startswith(("quizzes/", "readings/"))]
    reached = {urljoin(address_of(name), link) for name, page in pages.items() for link in page.links_of_navigation()}
    assert [name for name in generated if address_of(name) not in reached] == []
    assert {"quizzes/", "quizzes/alliance/", "readings/", "readings/alliance/", "readings/bibliography/"} <= {
        *generated
    }


def test_every_address_of_the_sitemap_is_a_page_and_every_page_is_in_it(site, pages):
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(address_of(name) for name in pages if name != "404.html")


def test_no_page_has_the_same_id_twice(pages):
    twice = {name: [id for id, times in Counter(page.ids).items() if times > 1] for name, page in pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_question_has_its_own_address_on_the_page_of_its_quiz(pages):
    for path in (PROJECT / "quizzes").glob("*.yml"):
        quiz, _ = source.load(PROJECT, f"quizzes/{path.name}")
        shown = [element.attributes["id"] for element in pages[f"quizzes/{path.stem}/"].named("quiz-question")]
        assert shown == [f"{path.stem}/{question['id']}" for question in quiz["questions"]]


def test_the_script_of_questions_is_on_pages_with_a_question_and_on_no_other(pages):
    scripts = {
        name: [link for link in page.loaded() if link.endswith(".js") and "/coursework-" in link]
        for name, page in pages.items()
    }
    with_questions = {name for name, page in pages.items() if page.named("quiz-question")}
    assert {"", "lessons/alliance/", "quizzes/alliance/"} <= with_questions
    assert not with_questions & {"help/", "quizzes/", "readings/", "readings/alliance/", "404.html"}
    for name, found in scripts.items():
        assert len(found) == (name in with_questions), (name, found)
