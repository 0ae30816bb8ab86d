"""Questions on a site that has a theme of its own: its colours, its pages, and its folder opened without a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

import browsing
import building
import installing
from browsing import WORDS

FILES = {
    "mkdocs.yml": """site_name: Notes
theme: {name: material, font: false, palette: {scheme: default, primary: teal}}
# Else the plugin asks another host for one.
extra: {polyfills: [iframe-worker.js]}
plugins:
  - offline
  - coursework: {id: notes, folder: practice}
""",
    "quizzes/maps.yml": """title: Maps
lesson: index.md
objectives: [{id: read-maps, text: Read a map.}]
questions:
  - id: lines
    type: single-choice
    objective: read-maps
    prompt: What does a contour line join?
    choices:
      - {text: Points of equal height, correct: true, feedback: Walk along one and you stay level.}
      - {text: Points of equal rainfall, feedback: Those lines are called isohyets.}
    explanation: A contour line joins points of equal height.
""",
    "docs/index.md": "# Notes\n\n```quiz\nmaps\n```\n",
    "docs/iframe-worker.js": "",
    "docs/review.md": "# Our own review\n",
    "docs/twice.md": "# Twice\n\n```quiz\nmaps\n```\n\nOnce more.\n\n```quiz\nmaps: lines\n```\n",
    "docs/quote.md": "# A quotation\n\n> Somebody said so.\n>\n> ```quiz\n> maps\n> ```\n",
}


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of a site with questions as a guest, built to be opened without a server too."""

    def make(folder: Path) -> None:
        project = tmp_path_factory.mktemp("guest")
        for path, text in FILES.items():
            (project / path).parent.mkdir(exist_ok=True)
            (project / path).write_text(text, encoding="utf-8")
        result = installing.build(installing.installed(tmp_path_factory), project, folder)
        assert result.returncode == 0, result.stdout
        assert (
            "mkdocs.yml:6:5: plugins, offline: lets pages be opened as files, where browsers start none of the scripts"
        ) in result.stdout

    return building.made_once(tmp_path_factory, "guest-site", make)


@pytest.fixture(scope="session")
def guest(site):
    """The address of the same site where it is served."""
    with browsing.served(site) as address:
        yield address


PRIMARIES = [
    "red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green", "light-green",
    "lime", "yellow", "amber", "orange", "deep-orange", "brown", "grey", "blue-grey", "black", "white",
]  # fmt: skip
# The contrast by WCAG of the text on a button in each colour of the theme, light and dark. Colours are read off a
# canvas, since a computed one may be in any notation.
CONTRASTS = """primaries => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
  const luminance = colour => {
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map(part => part / 255 <= .04045 ? part / 255 / 12.92 : ((part / 255 + .055) / 1.055) ** 2.4)
    return .2126 * red + .7152 * green + .0722 * blue
  }
  const button = document.querySelector(".question__check")
  return ["default", "slate"].flatMap(scheme => primaries.map(primary => {
    document.body.dataset.mdColorScheme = scheme
    document.body.dataset.mdColorPrimary = primary
    const {color, backgroundColor} = getComputedStyle(button)
    const [dark, light] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b)
    return [`${primary} in ${scheme}`, (light + .05) / (dark + .05), backgroundColor]
  }))
}"""


def test_controls_have_the_site_s_primary_colour_and_can_be_read_in_each(visit, guest):
    found = visit(guest).evaluate(CONTRASTS, PRIMARIES)
    assert [name for name, contrast, _ in found if contrast < 4.5] == []
    assert len({colour for _, _, colour in found}) > len(PRIMARIES), "each in its own"


def test_a_question_in_a_quotation_is_not_grey(visit, guest):
    page = visit(f"{guest}quote.html")
    quoted, prompt, choice, text = (
        page.locator(place).first.evaluate("element => getComputedStyle(element).color")
        for place in ("blockquote > p", ".question__prompt", ".choice", ".md-typeset")
    )
    assert prompt == choice == text != quoted


def test_what_is_answered_is_there_on_the_pages_in_the_folder_of_the_course(visit, guest):
    page = visit(guest)
    page.get_by_label("Points of equal rainfall").check()
    page.locator(".question__check").click()
    page.goto(f"{guest}practice/quizzes/maps.html")
    expect(page.get_by_label("Points of equal rainfall")).to_be_checked()
    page.goto(f"{guest}practice/progress.html")
    expect(page.locator(".progress__overview")).to_be_visible()
    # The one question is answered and not due before tomorrow, and so the one button leads to the review ahead.
    page.get_by_role("link", name=WORDS["progress"]["ahead"], exact=True).click()
    expect(page).to_have_url(f"{guest}practice/review.html")
    page.goto(f"{guest}review.html")
    expect(page.get_by_role("heading", name="Our own review")).to_be_visible()


def test_a_question_that_a_page_asks_twice_has_one_answer(visit, guest):
    page = visit(f"{guest}twice.html")
    first, second = page.locator("quiz-question").all()
    for asked, other, label, verdict in (
        (second, first, "Points of equal rainfall", "wrong"), (first, second, "Points of equal height", "right")
    ):  # fmt: skip
        if asked.locator(":disabled").count():
            asked.locator(".question__check").click()
        asked.get_by_label(label).check()
        asked.locator(".question__check").click()
        expect(other).to_have_attribute("data-verdict", verdict)
        expect(other.get_by_label(label)).to_be_checked()
        expect(other.locator(".feedback__verdict")).to_have_text(WORDS["verdict"][verdict])
        expect(asked.locator(".question__check:focus")).to_have_count(1)
    days = "Object.entries(localStorage).filter(([key]) => key.includes('/log/')).map(([, value]) => value)"
    [tries] = page.evaluate(days)
    assert json.loads(tries) == [["maps/lines", 0, 0, 1], ["maps/lines", 0, 1, 2]], "each is a try of the one question"


def test_a_page_that_is_opened_as_a_file_says_what_it_cannot_do(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    expect(page.get_by_text(WORDS["from-disk"])).to_be_visible()
    question = page.locator("quiz-question")
    expect(question.locator("button:visible")).to_have_count(0)
    gap = question.evaluate(
        "of => of.querySelector('details').getBoundingClientRect().top - "
        "of.querySelector('.question__choices').getBoundingClientRect().bottom"
    )
    assert gap < 60, "no place is left for what does not come"
    question.get_by_text(WORDS["question"]["show"]).click()
    expect(question.get_by_text("Walk along one and you stay level.")).to_be_visible()
    page.goto((site / "practice/review.html").as_uri())
    expect(page.get_by_text(WORDS["from-disk"])).to_be_visible()
    expect(page.get_by_role("link", name="Maps")).to_be_visible()
    page.close()


def test_a_page_that_is_served_says_nothing_of_files(visit, guest):
    expect(visit(guest).get_by_text(WORDS["from-disk"])).to_have_count(0)
