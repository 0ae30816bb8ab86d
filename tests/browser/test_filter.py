"""A long list that is narrowed: what is left, what is said of it, what the address keeps, and the keyboard alone."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from browsing import WORDS, barriers
from building import FIXTURE, read_yaml

WORKS = yaml.safe_load((FIXTURE / "readings/references.yml").read_text(encoding="utf-8"))
SAID = WORDS["readings"]
ADDRESS = "readings/bibliography/"
SHOWN = (
    "() => [...document.querySelectorAll('[data-item]')].filter(item => item.checkVisibility()).map(item => item.id)"
)


def those(**wanted) -> set[str]:
    """The ids on the page of the works that have one of the values wanted in each facet."""

    def has(work: dict, facet: str, values: list[str]) -> bool:
        own = work.get("topics", []) if facet == "topic" else [work.get(facet)]
        return bool({*own} & {*values})

    return {f"ref-{work['id']}" for work in WORKS if all(has(work, *facet) for facet in wanted.items())}


def shown(page) -> set[str]:
    return set(page.evaluate(SHOWN))


def items_of(page):
    return page.locator("[data-item]").all()


def asked(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page, facet: str, label: str) -> None:
    page.get_by_role("group", name=SAID["facets"][facet]).get_by_role(
        "checkbox", name=re.compile(rf"^{re.escape(label)}( \d+)?$")
    ).click()


def narrowing(page):
    """The page, when what makes its form work has arrived."""
    expect(page.locator(".filter[data-narrows]")).to_be_visible()
    return page


@pytest.fixture
def bibliography(visit, course):
    def open_page(asked: str = "", **settings):
        page = visit(f"{course}{ADDRESS}{asked}", **settings)
        form = page.get_by_role("form", name=WORDS["filter"]["title"])
        expect(form).to_be_visible()
        if "?" in asked:
            narrowing(page)
        return page

    return open_page


def opened(page):
    """The page with its form opened, and working."""
    page.locator(".filter summary").click()
    return narrowing(page)


def test_values_of_one_facet_add_up_and_facets_narrow_one_another(bibliography):
    page = bibliography()
    status = page.locator(".filter").get_by_role("status")
    assert shown(page) == those()
    opened(page)
    choose(page, "level", SAID["level"]["introductory"])
    choose(page, "level", SAID["level"]["advanced"])
    assert shown(page) == those(level=["introductory", "advanced"])
    choose(page, "stance", "Measurement")
    choose(page, "topic", "Projections")
    left = those(level=["introductory", "advanced"], stance=["measure"], topic=["projections"])
    assert 0 < len(left) < len(WORKS) and shown(page) == left
    expect(status).to_have_text(SAID["shown"].format(shown=len(left), count=len(WORKS)))
    wanted = {"level": ["introductory", "advanced"], "stance": ["measure"], "topic": ["projections"]}
    assert asked(page) == wanted
    page.reload()
    narrowing(page)
    assert shown(page) == left and asked(page) == wanted
    assert barriers(page) == []


def test_an_address_of_the_ledger_from_when_a_stance_was_called_a_side_is_answered(visit, course):
    page = visit(f"{course}claims/?side=method")
    narrowing(page)
    files = [read_yaml(file) for file in (FIXTURE / "claims").glob("*.yml")]
    claims = [claim for file in files for claim in file["claims"] if claim.get("confirmed", True)]
    assert shown(page) == {claim["id"] for claim in claims if claim.get("stance") == "method"} != set()


def test_letters_without_a_work_are_hidden_and_so_are_the_links_to_them(bibliography):
    page = bibliography("?topic=choices&level=introductory")
    left = those(topic=["choices"], level=["introductory"])
    assert left and shown(page) == left
    letters = {letter.inner_text() for letter in page.locator(".letter:visible").all()}
    assert 0 < len(letters) <= len(left)
    assert {link.inner_text() for link in page.locator(".letters a:visible").all()} == letters


def test_all_is_shown_again_by_one_button_and_the_keyboard_stays_in_the_form(bibliography):
    page = bibliography("?level=advanced&other=kept")
    button = page.get_by_role("button", name=WORDS["filter"]["all"])
    button.focus()
    page.keyboard.press("Enter")
    assert shown(page) == those()
    assert asked(page) == {"other": ["kept"]}
    expect(button).to_be_hidden()
    expect(page.locator(".filter summary")).to_be_focused()


def test_the_keyboard_alone_narrows_the_list(bibliography):
    page = bibliography()
    page.locator(".filter summary").focus()
    page.keyboard.press("Enter")
    narrowing(page)
    for key in ("Tab", "Space", "Tab", "Space", "Space"):
        page.keyboard.press(key)
    assert shown(page) == those(level=["introductory"])


@pytest.mark.parametrize(
    "value",
    [
        "nothing",
        "<img src=x onerror=hostile()>",
        '"><script>hostile()</script>',
        "__proto__",
        "Introductory",
        "a b",
        "",
    ],
)
def test_what_the_address_asks_for_and_no_checkbox_offers_is_ignored(bibliography, value):
    page = bibliography()
    page.goto(
        page.url + "?" + page.evaluate("value => new URLSearchParams([['level', value], [value, value]])+''", value)
    )
    assert shown(page) == those()
    assert page.locator(".filter :checked").count() == 0
    assert "hostile" not in page.locator("main").inner_html()


def test_going_back_shows_what_was_chosen_there(bibliography):
    page = bibliography("?level=advanced")
    page.evaluate("history.pushState(null, '', '?level=introductory'); dispatchEvent(new PopStateEvent('popstate'))")
    assert shown(page) == those(level=["introductory"])
    page.go_back()
    assert shown(page) == those(level=["advanced"])


def test_a_link_to_a_work_leads_there_whatever_is_chosen(bibliography):
    hidden = min(those(level=["advanced"]))
    page = bibliography(f"?level=introductory#{hidden}")
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()
    assert asked(page) == {}
    choose(page, "level", SAID["level"]["introductory"])
    page.evaluate("id => { location.hash = ''; location.hash = id }", hidden)
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()


def test_without_scripts_no_form_is_shown_and_the_list_is_whole(visit, course):
    page = visit(f"{course}{ADDRESS}?level=introductory", java_script_enabled=False)
    expect(page.locator(".filter")).to_be_hidden()
    expect(page.locator(".reference:visible")).to_have_count(len(WORKS))


def test_a_page_opened_as_a_file_is_narrowed_as_well(bibliography):
    page = bibliography(script="history.replaceState = () => { throw new DOMException('no', 'SecurityError') }")
    opened(page)
    choose(page, "access", SAID["access"]["open"])
    assert shown(page) == those(access=["open"])


def test_who_chooses_before_the_script_is_there_loses_nothing(visit, course):
    page = visit(course + ADDRESS)
    held = []
    page.route("**/narrow.js", lambda route: held.append(route))
    page.locator(".filter summary").click()
    choose(page, "level", SAID["level"]["advanced"])
    assert shown(page) == those()
    page.wait_for_timeout(100)
    held[0].continue_()
    narrowing(page)
    assert shown(page) == those(level=["advanced"])
    assert asked(page) == {"level": ["advanced"]}


def test_a_list_whose_items_change_is_narrowed_again(bibliography):
    page = bibliography("?level=advanced")
    changed = min(those(level=["introductory"]))
    page.evaluate(
        """id => {
            document.getElementById(id).dataset.level = "advanced"
            document.querySelector("#list-bibliography").dispatchEvent(new Event("itemschange"))
        }""",
        changed,
    )
    assert shown(page) == {*those(level=["advanced"]), changed}


def test_a_reading_list_of_some_length_can_be_narrowed_too(visit, course):
    page = opened(visit(course + "readings/projections/"))
    choose(page, "stance", "Measurement")
    items = page.locator(".reading:visible")
    assert 0 < items.count() < page.locator(".reading").count()
    assert all(re.search("Measurement", item.inner_text()) for item in items.all())
    for heading in page.locator(".reading-list__group:visible").all():
        assert heading.locator("xpath=following-sibling::ul").locator(".reading:visible").count()


def words_of(page):
    return page.get_by_role("searchbox", name=WORDS["filter"]["words"])


def test_words_narrow_the_list_in_any_case_and_with_any_accents_and_together_with_the_facets(bibliography):
    page = bibliography("?level=introductory&other=kept")
    name = next(work["author"][0]["family"] for work in WORKS if work.get("level") == "introductory")
    words_of(page).fill(f" {name.upper()[:2]}\u0301{name.upper()[2:]} ")
    left = shown(page)
    assert 0 < len(left) < len(those(level=["introductory"])) and left < those(level=["introductory"])
    assert all(name in page.locator(f"#{id}").inner_text() for id in left)
    count = SAID["shown"].format(shown=len(left), count=len(WORKS))
    expect(page.locator(".filter").get_by_role("status")).to_have_text(count)
    assert asked(page).keys() == {"level", "other", "words"}
    page.reload()
    expect(page.locator(".filter").get_by_role("status")).to_have_text(count)
    assert shown(page) == left
    words_of(page).press("Enter")
    assert shown(page) == left
    page.get_by_role("button", name=WORDS["filter"]["all"]).click()
    expect(words_of(page)).to_have_value("")
    assert shown(page) == those() and asked(page) == {"other": ["kept"]}
    assert barriers(page) == []


def test_words_that_stand_nowhere_leave_nothing_and_it_is_said(bibliography):
    page = bibliography()
    words_of(page).focus()
    narrowing(page)
    words_of(page).fill("qwertz <b>")
    assert shown(page) == set()
    expect(page.locator(".filter").get_by_role("status")).to_have_text(SAID["shown"].format(shown=0, count=len(WORKS)))
    on = page.get_by_role("link", name=WORDS["filter"]["on"])
    expect(on).to_be_visible()
    assert barriers(page) == []
    words_of(page).fill("map")
    expect(on).to_be_hidden()
    # Words that the list has not lead to the search of the whole site, which looks for them at once.
    words_of(page).fill("projection & scale qwertz")
    on.click()
    expect(page.locator(".md-search__input")).to_have_value("projection & scale qwertz")
    expect(page.locator(".md-search__output")).to_be_visible()


def test_a_word_that_stands_nowhere_as_typed_is_found_as_two_words_the_first_with_an_ending(visit, course):
    page = visit(course + "glossary/")
    list_ = page.locator("#list-terms")
    list_.evaluate(
        "list => { list.querySelector('[data-item] dd').textContent = 'A waiting list; double\u2011blind (a+b)' }"
    )
    words_of(page).focus()
    narrowing(page)
    for words, count in [
        ("waitlist", 1), ("Wait-list", 1), ("wait list", 1), ("doubleblind", 1), ("double-blind", 1),
        ("aitlist", 0), ("waitblind", 0), ("(a+b)-", 0), ("(a+b)(a+b)", 0), ("-", 1),
    ]:  # fmt: skip
        words_of(page).fill(words)
        found = list_.locator("[data-item]:visible")
        assert (found.count() > 0) == bool(count), words
        if words != "-" and count:
            expect(found).to_have_count(1)


def test_beside_each_choice_stands_how_many_it_would_leave(bibliography):
    page = opened(bibliography())
    choose(page, "topic", "Projections")
    for level, label in SAID["level"].items():
        left = those(topic=["projections"], level=[level])
        box = page.get_by_role("group", name=SAID["facets"]["level"]).get_by_role(
            "checkbox", name=f"{label} {len(left)}", exact=True
        )
        assert box.count() == (1 if those(level=[level]) else 0)


def test_the_ledger_has_a_field_for_words_and_no_word_of_its_filter_breaks_or_touches_its_boxes(visit, course):
    page = opened(visit(course + "claims/", viewport={"width": 1280, "height": 800}))
    expect(words_of(page)).to_be_visible()
    legends = page.evaluate(
        """() => [...document.querySelectorAll(".filter__facet")].map(facet => {
          const words = document.createRange()
          words.selectNodeContents(facet.querySelector("legend"))
          const {height, right} = words.getBoundingClientRect()
          return {height, apart: facet.querySelector("input").getBoundingClientRect().left - right}
        })"""
    )
    assert len(legends) > 2 and all(legend["height"] < 44 and legend["apart"] >= 8 for legend in legends)


def test_on_a_phone_how_many_are_left_is_in_sight_where_words_are_typed_and_where_choices_are_made(visit, course):
    page = opened(visit(course + "claims/", viewport={"width": 390, "height": 500}))
    status = page.locator(".filter").get_by_role("status")
    words_of(page).fill("map")
    expect(status).to_have_text(WORDS["claims"]["shown"].format(shown=len(shown(page)), count=len(items_of(page))))
    expect(status).to_be_in_viewport(ratio=1)
    expect(words_of(page)).to_be_in_viewport(ratio=1)
    last = page.locator(".filter").get_by_role("checkbox").last
    last.scroll_into_view_if_needed()
    last.check()
    expect(status).to_be_in_viewport(ratio=1)
    seen = """node => {
      const {x, y} = node.getBoundingClientRect()
      return document.elementFromPoint(x + 2, y + 2) === node
    }"""
    assert status.evaluate(seen) and last.evaluate(seen)


def test_a_claim_found_below_the_name_of_a_lesson_counts_for_that_lesson_and_lessons_stand_in_order(visit, course):
    page = opened(visit(course + "claims/"))
    lessons = page.get_by_role("group", name=WORDS["claims"]["facets"]["lesson"])
    names = lessons.locator("label").evaluate_all("labels => labels.map(label => label.childNodes[1].data.trim())")
    groups = page.locator("[data-group] > h2").all_inner_texts()
    assert len(groups) > 1 and groups == [name for name in names if name in groups]
    for name in groups:
        below = page.locator("[data-group]", has=page.get_by_role("heading", name=name, exact=True))
        counted = lessons.locator("label", has_text=name).locator("span")
        assert int(counted.inner_text()) >= below.locator("[data-item]").count() > 0


def test_words_narrow_the_terms_of_the_glossary_in_the_same_way(visit, course):
    page = visit(course + "glossary/", viewport={"width": 390, "height": 844})
    terms = page.locator("dt:visible")
    many = terms.count()
    words_of(page).focus()
    narrowing(page)
    expect(words_of(page)).to_be_in_viewport()
    name = terms.nth(1).inner_text()
    words_of(page).fill(name.upper())
    assert name in terms.all_inner_texts() and 0 < terms.count() < many
    assert terms.count() == page.locator("dd:visible").count()
    said = WORDS["glossary"]["shown"].format(shown=terms.count(), count=many)
    expect(page.locator(".filter").get_by_role("status")).to_have_text(said)
    assert barriers(page) == []
    page.evaluate("id => { location.hash = id }", page.locator("dt:not(:visible)").first.get_attribute("id"))
    assert terms.count() == many
    words_of(page).fill(name)
    page.get_by_role("button", name=WORDS["filter"]["all"]).click()
    expect(words_of(page)).to_be_focused()
    assert terms.count() == many
    plain = visit(page.url, java_script_enabled=False)
    expect(plain.locator(".filter")).to_be_hidden()
    expect(plain.locator("dt:visible")).to_have_count(many)
