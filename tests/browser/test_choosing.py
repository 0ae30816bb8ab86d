"""A figure in which readers choose what counts: only what was published is shown, and what was not is said."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from browsing import barriers
from printing import printed, squeezed
from whole_page import in_both_looks

PHONE = {"width": 390, "height": 844}
PAGE = "lessons/scale/"
LINES, PLACES = ["coast", "frontier"], ["africa", "australia", "britain", "germany", "portugal"]
# What leads to a number in the small course, as its file says; nothing else may.
PUBLISHED = {
    ("coast", "africa"): "1.02", ("coast", "australia"): "1.13", ("coast", "britain"): "1.25",
    ("frontier", "germany"): "1.15", ("frontier", "portugal"): "1.14",
}  # fmt: skip
NOBODY = "Nobody has published this one, as far as this course knows."


def choice(page: Page):
    """The figure, once its script has come."""
    figure = page.locator(".explore--choose")
    figure.scroll_into_view_if_needed()
    expect(page.locator(".explore--choose[data-live]")).to_have_count(1)
    return figure


def choose(figure, line: str, place: str) -> None:
    for name, value in (("line", line), ("place", place)):
        figure.locator(f"[name={name}][value={value}]").check(force=True)


def shown(figure) -> str:
    """The number between the brackets; nothing where nobody has published one."""
    [answer] = figure.locator(".choose__answer:visible").all()
    return answer.locator(".choose__number").inner_text().strip()


def test_only_what_was_published_has_a_number_and_all_is_found_in_the_end(visit, course):
    figure = choice(visit(f"{course}{PAGE}", viewport=PHONE))
    expect(figure.locator("[data-part=found]")).to_have_text("Published answers found: 1 of 5.")
    status, hand = figure.locator("[data-part=status]"), figure.locator("[data-part=hand]")
    expect(status).to_have_text("")
    for line, place in product(LINES, PLACES):
        choose(figure, line, place)
        number = PUBLISHED.get((line, place), "")
        assert shown(figure) == number, (line, place)
        expect(status).to_contain_text(number or NOBODY)
        expect(figure.get_by_text(NOBODY).first).to_be_visible(visible=not number)
        if number:
            assert float(hand.get_attribute("x").rstrip("%")) == pytest.approx(
                (float(number) - 0.9) / 0.5 * 100, abs=0.01
            )
        expect(hand).to_have_css("visibility", "visible" if number else "hidden")
    expect(figure.locator("[data-part=found]")).to_have_text("Published answers found: 5 of 5.")
    expect(figure.get_by_text("All five are of one article.")).to_be_visible()
    assert figure.locator("circle.open").count() == 0


def test_what_leads_to_nothing_is_dashed_before_it_is_chosen_and_a_button_leads_back(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = choice(page)
    dashed = figure.locator("label[data-open]")
    assert dashed.all_inner_texts() == ["a frontier on land", "Germany", "Portugal"]
    expect(dashed.first).to_have_css("border-top-style", "dashed")
    [described] = {each.get_attribute("aria-describedby") for each in dashed.locator("input").all()}
    expect(page.locator(f"#{described}")).to_have_text(NOBODY)
    figure.get_by_label("a frontier on land").check(force=True)
    nearest = figure.get_by_role("button", name="Nearest: ")
    expect(nearest).to_have_text("Nearest: a coast")
    nearest.click()
    assert shown(figure) == "1.25"
    expect(figure.get_by_label("a coast")).to_be_focused()


def test_keys_choose_and_the_answer_leads_to_its_source(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    figure = choice(page)
    figure.get_by_label("the west of Britain").focus()
    page.keyboard.press("ArrowUp")
    expect(figure.get_by_label("Australia")).to_be_checked()
    assert shown(figure) == "1.13"
    answer = figure.locator(".choose__answer:visible")
    expect(answer).to_contain_text("Farthest from it: 1.25, for “the west of Britain”")
    assert answer.locator("a").first.get_attribute("href") == "#ref-mandelbrot1967"


def test_a_finger_chooses(visit, course):
    figure = choice(visit(f"{course}{PAGE}", viewport=PHONE, has_touch=True, is_mobile=True))
    figure.locator(".choose__option", has_text="South Africa").tap()
    assert shown(figure) == "1.02"


def test_without_scripts_every_answer_stands_there_with_what_leads_to_it(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE, java_script_enabled=False)
    figure = page.get_by_role("figure", name="You choose the line. How much does it wind?")
    answers = figure.locator(".choose__answer:visible")
    assert [answer.locator("b").inner_text().strip() for answer in answers.all()] == list(PUBLISHED.values())
    expect(answers.last).to_contain_text("a frontier on land; Portugal")
    assert figure.locator("button:visible, input:visible").count() == 0
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_on_paper_every_answer_stands_there_too(visit, course):
    page = visit(f"{course}{PAGE}", viewport=PHONE)
    choice(page)
    text = "".join(printed(page))
    for part in ("Every published answer", "a frontier on land; Portugal", "a coast; South Africa"):
        assert squeezed(part) in text
    assert squeezed("Which line?") not in text.split(squeezed("The numbers, their sources"))[0]
    assert squeezed(NOBODY) not in text


@in_both_looks
def test_choosing_has_no_barriers(visit, course, scheme, screen):
    page = visit(f"{course}{PAGE}", color_scheme=scheme, viewport=screen)
    figure = choice(page)
    assert barriers(page, within=".explore--choose") == []
    choose(figure, "frontier", "africa")
    assert barriers(page, within=".explore--choose") == []
    for width in (320, 360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_in_forced_colours_what_is_chosen_is_told_from_what_is_not(visit, course):
    figure = choice(visit(f"{course}{PAGE}", viewport=PHONE, forced_colors="active"))
    colours = {
        figure.locator(f"label:has(:{state})").first.evaluate("label => getComputedStyle(label).backgroundColor")
        for state in ("checked", "not(:checked)")
    }
    assert len(colours) == 2
