"""A question alone in a frame on a site of others, whatever that site refuses it."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import browsing
import building
from browsing import WORDS, barriers

TRIAL = Path(__file__).parent / "trial"

OURS = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
ALL = "allow-scripts allow-same-origin allow-forms allow-popups"
# What holds the frame notes what it is told, and makes the frame as high as that.
HOST = """<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Platform</title><body style="margin: 0">
<iframe src="{src}" title="A question" width="600" height="150"{sandbox}></iframe>
<script>heard = []; addEventListener("message", event => {{
  heard.push(event.data)
  if (event.data.subject === "lti.frameResize") document.querySelector("iframe").height = event.data.height
}})</script>"""


@pytest.fixture(scope="module")
def framing(tmp_path_factory):
    """The address of the small course with a quiz of each type, its questions on pages for frames, under a name of its
    own; and its folder. Other pages end in `.html`."""

    def make(site):
        copy = building.copy_fixture(tmp_path_factory.mktemp("framed"))
        quiz = (TRIAL / "quiz.yml").read_text(encoding="utf-8")
        quiz = quiz.replace("\n    explanation: Breaking one of three leaves two.\n", SHOWN)
        (copy / "quizzes/trial.yml").write_text(quiz, encoding="utf-8")
        (copy / "docs/assets").mkdir(exist_ok=True)
        shutil.copyfile(
            building.PROJECT / "hooks/coursework_mkdocs/theme/assets/mark.svg", copy / "docs/assets/sign.svg"
        )
        settings = copy / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8").replace("    downloads:", "    embed: true\n    downloads:")
        text = text.replace("help: help/", "help: help.html").replace("directory_urls: true", "directory_urls: false")
        settings.write_text(text, encoding="utf-8")
        result = building.build(copy, site)
        assert result.returncode == 0, result.stdout

    site = building.made_once(tmp_path_factory, "framed", make)
    with browsing.served(site) as address:
        yield address.replace("127.0.0.1", "course.localhost"), site


@pytest.fixture
def context(browser):
    opened = browser.new_context()
    yield opened
    opened.close()


@pytest.fixture
def frame(framing, context):
    """Opens a question in a frame on another site: gives the page that holds it, the frame, and what went wrong."""
    address, site = framing

    def open_frame(question, sandbox=None, policy="frame-src *"):
        page = context.new_page()
        faults = []
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else 0)
        page.on("pageerror", lambda error: faults.append(error.message))
        page.on("request", lambda request: faults.append(request.url) if is_foreign(request.url) else None)
        attribute = "" if sandbox is None else f' sandbox="{sandbox}"'
        html = HOST.format(src=f"{address}embed/{question}/", sandbox=attribute, policy=policy)
        # A file of the same server: a browser lets no page from elsewhere show what is on this device.
        file = site / f"platform-{sha256(html.encode()).hexdigest()}.html"
        file.write_text(html, encoding="utf-8")
        page.goto(address.replace("course.localhost", "lms.localhost") + file.name)
        return page, page.frame_locator("iframe"), faults

    return open_frame


def is_foreign(address):
    return urlsplit(address).hostname not in ("lms.localhost", "course.localhost", None)


def heights(page):
    """The heights that the frame told, in the two forms; both say the same."""
    heard = page.evaluate("heard")
    told = [each["height"] for each in heard if each.get("subject") == "lti.frameResize"]
    assert told == [each["scrollHeight"] for each in heard if each.get("context") == "h5p"]
    assert all(each.get("action", "resize") == "resize" for each in heard)
    return told


def grown(page, count):
    browsing.until(page, "count => heard.length > count", count)
    return heights(page)


def settled(page):
    """The height of the frame when it has told no other for a while."""
    told = []
    while told != (told := heights(page)):
        page.wait_for_timeout(200)
    return told[-1]


# What the course's sheets say of something that is on the page, and the page's own sheet does not.
UNSAID = """async addresses => {
  const split = (list, depth = 0) => [...list].map(sign => {
    depth += {"(": 1, ")": -1}[sign] ?? 0
    return sign === "," && !depth ? "\\n" : sign
  }).join("").split("\\n").map(each => each.trim())
  const selectors = rules => [...rules].flatMap(rule => rule.selectorText ? split(rule.selectorText)
    : !rule.cssRules || rule.media && !matchMedia(rule.conditionText).matches ? [] : selectors(rule.cssRules))
  const said = new Set([...document.styleSheets].flatMap(sheet => selectors(sheet.cssRules)))
  const sheets = await Promise.all(addresses.map(async address =>
    new CSSStyleSheet().replace(await (await fetch(address)).text())))
  return sheets.flatMap(sheet => selectors(sheet.cssRules)).filter(each =>
    !said.has(each) && document.querySelector(each.replace(/::[\\w-]+/g, "") || "nothing"))
}"""
# What a text can hold beside words: pictures, drawn by the course and not, code and a formula, wider than the frame.
SHOWN = f"""
    explanation: |
      Breaking one of three leaves two.

      ![Two surveys](figures/two-surveys.svg) ![A sign](assets/sign.svg)

      ```python
      print("a line of code that is longer than any frame in a page is wide, " * 3, "and so it must be moved sideways")
      ```

      $${" + ".join(f"x_{{{number}}}" for number in range(40))}$$
"""
CHECK, SHOW = WORDS["question"]["check"], WORDS["question"]["show"]


@pytest.mark.parametrize(
    "sandbox", [None, ALL, ALL.replace(" allow-same-origin", ""), ALL.replace(" allow-forms", ""), OURS]
)
def test_an_answer_is_graded_and_the_frame_grows_with_it_and_nothing_is_kept(frame, sandbox):
    page, question, faults = frame("trial/single", sandbox)
    check = question.get_by_role("button", name=CHECK)
    expect(check).to_be_visible()
    [first] = grown(page, 0)[-1:]
    question.get_by_role("radio").first.check()
    check.click()
    expect(question.locator("quiz-question")).to_have_attribute("data-verdict", re.compile("right|wrong"))
    expect(question.get_by_text(WORDS["storage"]["unavailable"])).to_have_count(0)
    expect(question.get_by_text(WORDS["embed"]["unkept"])).to_be_visible()
    answered = grown(page, 2)
    assert answered[-1] > first > 150
    question.get_by_text(SHOW).click()
    browsing.until(page, "height => heard.at(-1).scrollHeight > height", answered[-1])
    # In the end it says no more, and nothing in it is out of sight.
    whole = settled(page)
    inside = page.frames[1]
    widths = "[...document.images].map(image => image.complete && image.naturalWidth)"
    assert len(inside.evaluate(widths)) == 2 and all(inside.evaluate(widths))
    wide = question.locator(".formula--wide, pre > code").evaluate_all("parts => parts.map(part => part.scrollWidth)")
    assert len(wide) == 2 and min(wide) > 600
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert inside.evaluate("(() => { try { return localStorage.length } catch { return 0 } })()") == 0
    question.get_by_text(re.compile("|".join(WORDS["verdict"][name] for name in ("retry", "again")))).click()
    browsing.until(page, "height => heard.at(-1).scrollHeight < height", whole)
    assert faults == []


def test_enter_in_a_field_checks_where_forms_are_refused(frame):
    _, question, faults = frame("trial/number", OURS)
    expect(question.get_by_role("button", name=CHECK)).to_be_visible()
    field = question.get_by_role("textbox")
    field.fill("0.001")
    field.press("Enter")
    expect(question.locator("quiz-question")).to_have_attribute("data-verdict", "wrong")
    assert faults == []


def test_without_scripts_the_question_is_whole_and_its_answer_opens(frame):
    page, question, _ = frame("trial/single", "")
    expect(question.get_by_role("radio").first).to_be_visible()
    expect(question.get_by_role("button", name=CHECK)).to_have_count(0)
    answer = question.locator(".answer__explanation")
    expect(answer).to_be_hidden()
    question.get_by_text(SHOW).click()
    expect(answer).to_be_visible()
    expect(question.get_by_text(WORDS["embed"]["unkept"])).to_be_visible()
    assert page.evaluate("heard") == []


def test_a_platform_that_allows_frames_of_its_own_alone_shows_nothing(frame):
    _, question, faults = frame("trial/single", OURS, policy="frame-src 'self'")
    expect(question.locator("quiz-question")).to_have_count(0)
    assert any("frame-src" in fault for fault in faults)


def test_the_course_opens_beside_the_frame_free_of_its_sandbox_at_the_question(frame, context):
    _, question, faults = frame("trial/single", OURS)
    with context.expect_page() as opened:
        question.get_by_role("link", name=WORDS["embed"]["open"]).click()
    course = opened.value
    expect(course.locator("[id='trial/single'] .question__check")).to_be_visible()
    assert course.url.endswith("/quizzes/trial.html#trial/single")
    assert course.evaluate("[origin !== 'null', localStorage.length >= 0, opener]") == [True, True, None]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_type_can_be_answered_and_read_in_a_frame_of_any_width(framing, context, scheme, width):
    address, site = framing
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 600})
    types = {}
    for file in sorted(site.glob("embed/trial/*/index.html")):
        html = file.read_text(encoding="utf-8")
        types.setdefault(re.search(r'data-type="([^"]+)"', html)[1], file.parent.name)
    assert len(types) == 9 and "opinion" not in types
    files = [file for name in ("course", "blocks") for file in site.glob(f"assets/{name}.*.css")]
    sheets = [f"{address}assets/{file.name}" for file in files]
    assert len(sheets) == 2
    for name in types.values():
        page.goto(f"{address}embed/trial/{name}/")
        browsing.ready(page)
        assert barriers(page) == [], name
        for right in (True, False):
            assert browsing.answer_all(page, right) == 1
            expect(page.locator("quiz-question")).to_have_attribute("data-verdict", re.compile("."))
            assert page.evaluate(UNSAID, sheets) == [], (name, right)
        assert barriers(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
