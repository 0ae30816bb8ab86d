"""Sound, pictures and frames in a browser: the course's own, those of hosts that it allows, and no others."""

from __future__ import annotations

import re

import browsing
from coursework.text.hosts import Hosts
from coursework_mkdocs.policy import Policy

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"></svg>'
PAGE = """<html><head><meta charset="utf-8"></head><body>
<img src="https://pictures.example/a.svg" alt=""><iframe src="https://frames.example/page"></iframe>
<a href="https://pictures.example/linked">A link</a></body></html>"""
# How wide a picture is once it has arrived.
WIDTH = "image => image.decode().then(() => image.naturalWidth)"
ADD_ANOTHER = """() => new Promise(resolve => {
  document.addEventListener("securitypolicyviolation", event => resolve(event.blockedURI))
  document.body.append(Object.assign(new Image(), {src: "https://other.example/a.svg"}))
})"""


def test_what_is_the_courses_own_is_played_and_shown(visit, course):
    # `visit` fails where the policy of the page keeps anything away.
    page = visit(f"{course}media/", viewport={"width": 390, "height": 800})
    page.wait_for_function("document.querySelector('audio').duration === 1")
    assert page.locator("article img").evaluate(WIDTH) == 20
    assert page.frame_locator("iframe").locator("p").inner_text() == "Small"
    aligned = page.locator("tbody td").evaluate_all("cells => cells.map(cell => getComputedStyle(cell).textAlign)")
    assert aligned[:2] == ["center", "right"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert browsing.barriers(page) == []


def test_of_other_hosts_only_those_that_are_allowed_are_asked_and_nobody_learns_where_a_reader_came_from(browser):
    hosts = Hosts(pictures=("https://pictures.example",), frames=("https://frames.example",))
    asked = {}

    def answer(route, request):
        asked[request.url] = request.headers.get("referer")
        if "course" in request.url:
            route.fulfill(body=Policy([], hosts).guarded(PAGE, "a.md"), content_type="text/html")
        else:
            route.fulfill(body=PICTURE, content_type="image/svg+xml")

    with browser.new_context() as context:
        context.route(re.compile(r"https://\w+\.example/"), answer)
        page = context.new_page()
        page.goto("https://course.example/")
        assert page.locator("img").evaluate(WIDTH) == 30
        assert page.evaluate(ADD_ANOTHER) == "https://other.example/a.svg"
        page.get_by_role("link").click()
        page.wait_for_url("**/linked")
    shown = ["https://pictures.example/a.svg", "https://frames.example/page", "https://pictures.example/linked"]
    assert asked == dict.fromkeys(["https://course.example/", *shown])
