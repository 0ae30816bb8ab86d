"""What a reader marks as read or to be read: kept in this browser, shown on every list, told on the progress page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from browsing import WORDS, barriers

COURSE = "reading-maps"
SAID = WORDS["readings"]
WANTED, READ = SAID["marks"]["wanted"], SAID["marks"]["read"]
LIST, BIBLIOGRAPHY = "readings/projections/", "readings/bibliography/"
WORK = "snyder1987"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def button(page, name: str, work: str = WORK):
    return page.locator(f"[data-reference={work}], #ref-{work}").get_by_role("button", name=name, exact=True)


def stored(page) -> dict[str, str]:
    return page.evaluate(
        """course => Object.fromEntries(Object.entries(localStorage)
            .filter(([key]) => key.startsWith(`${course}/`) && !key.endsWith("/marks")))""",
        COURSE,
    )


def marks(page) -> dict[str, str]:
    kept = {key: json.loads(text) for key, text in stored(page).items() if key.startswith(f"{COURSE}/v1/")}
    return {key.rpartition("/")[2]: value["mark"] for key, value in kept.items()}


def test_a_mark_is_kept_over_a_reload_and_shown_on_every_page_that_lists_the_work(visit, course):
    page = visit(course + LIST)
    expect(button(page, WANTED)).to_have_attribute("aria-pressed", "false")
    button(page, WANTED).click()
    expect(button(page, WANTED)).to_have_attribute("aria-pressed", "true")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert stored(page)[f"{COURSE}/v1/reading/{WORK}"] == f'{{"mark":"wanted","day":"{today}"}}'
    for address in (LIST, BIBLIOGRAPHY, "readings/topics/projections/"):
        page.goto(course + address)
        expect(button(page, WANTED)).to_have_attribute("aria-pressed", "true")
        expect(button(page, READ)).to_have_attribute("aria-pressed", "false")


def test_what_is_read_is_no_longer_wanted_and_a_second_press_takes_the_mark_away(visit, course):
    page = visit(course + LIST)
    button(page, WANTED).click()
    button(page, READ).click()
    expect(button(page, WANTED)).to_have_attribute("aria-pressed", "false")
    assert marks(page) == {WORK: "read"}
    button(page, READ).click()
    assert marks(page) == {}
    expect(button(page, READ)).to_have_attribute("aria-pressed", "false")


def test_the_keyboard_marks_and_each_pair_of_buttons_has_the_name_of_its_work(visit, course):
    page = visit(course + LIST)
    title = page.locator(f"[data-reference={WORK}] .reading__title").inner_text()
    group = page.get_by_role("group", name=title)
    group.get_by_role("button", name=WANTED).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert marks(page) == {WORK: "read"}
    expect(group.get_by_role("button", name=READ, exact=True)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_put_no_barrier_up(visit, course, scheme):
    page = visit(course + LIST, color_scheme=scheme)
    button(page, READ).click()
    assert barriers(page, within="article") == []


def test_a_list_can_be_narrowed_to_what_is_marked(visit, course):
    page = visit(f"{course}{BIBLIOGRAPHY}?mark=wanted")
    expect(page.locator(".reference:visible")).to_have_count(0)
    page.get_by_role("button", name=WORDS["filter"]["all"]).click()
    button(page, WANTED).click()
    page.locator(".filter").get_by_role("checkbox", name=WANTED).click()
    expect(page.locator(".reference:visible")).to_have_count(1)
    button(page, READ).click()
    expect(page.locator(".reference:visible")).to_have_count(0)


def test_the_progress_page_counts_the_marks_leads_to_them_and_saves_them(visit, course):
    page = visit(course + "progress/")
    expect(page.locator(".progress__readings")).to_be_hidden()
    page.goto(course + LIST)
    button(page, READ).click()
    button(page, WANTED, "savric2015").click()
    button(page, WANTED, "monmonier1996").click()
    page.goto(course + "progress/")
    said = WORDS["progress"]
    readings = page.locator(".progress__readings")
    expect(readings.get_by_role("link", name=said["read"].format(count=1))).to_be_visible()
    page.get_by_text(said["tools"]["title"], exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=said["tools"]["save"]).click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert {id: entry["mark"] for id, entry in saved["readings"].items()} == {
        WORK: "read", "savric2015": "wanted", "monmonier1996": "wanted",
    }  # fmt: skip
    readings.get_by_role("link", name=said["wanted"].format(count=2)).click()
    expect(page.locator(".reference:visible")).to_have_count(2)


def test_a_mark_in_another_tab_shows_here(visit, course):
    page = visit(course + LIST)
    other = page.context.new_page()
    other.goto(course + BIBLIOGRAPHY)
    button(other, READ).click()
    expect(button(page, READ)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    "text", ["{broken", "null", "[]", '{"mark":"<b>"}', '{"mark":"read"}', '{"mark":"read","day":1}']
)
def test_what_cannot_be_read_is_no_mark_and_is_set_aside_before_its_place_is_taken(visit, course, text):
    page = visit(course + LIST)
    key = f"{COURSE}/v1/reading/{WORK}"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()
    expect(button(page, READ)).to_have_attribute("aria-pressed", "false")
    assert stored(page) == {key: text}
    button(page, READ).click()
    assert marks(page) == {WORK: "read"}
    assert [kept for name, kept in stored(page).items() if "/aside/" in name] == [text]


def test_a_browser_without_room_says_so_beside_the_work_and_marks_nothing(visit, course):
    page = visit(course + LIST, script=FULL)
    button(page, READ).click()
    said = page.locator(f"[data-reference={WORK}]").get_by_role("status")
    expect(said).to_have_text(SAID["refused"])
    expect(button(page, READ)).to_have_attribute("aria-pressed", "false")


def test_where_nothing_can_be_kept_no_mark_is_offered(visit, course):
    page = visit(course + LIST, script=REFUSED, faults=True)
    expect(page.locator(".reading")).not_to_have_count(0)
    expect(page.locator(".reading__marks")).to_have_count(0)


def test_without_scripts_there_is_no_button_that_does_nothing(visit, course):
    page = visit(course + BIBLIOGRAPHY, java_script_enabled=False)
    expect(page.locator(".references button")).to_have_count(0)
