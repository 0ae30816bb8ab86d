"""Sound, pictures and frames in a browser: the course's own, those of hosts that it allows, and no others."""

from __future__ import annotations

import re

import browsing
from coursework.text.hosts import Hosts
from coursework_mkdocs.blocked import faults
from coursework_mkdocs.page_markup import elements_of
from coursework_mkdocs.policy import Policy

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"></svg>'
PAGE = """<html><head><meta charset="utf-8"></head><body>
<img src="https://pictures.example/a.svg" alt=""><iframe src="https://frames.example/page"></iframe>
<a href="https://pictures.example/linked">A link</a></body></html>"""
# How wide a picture is once it has arrived.
WIDTH = "image => image.decode().then(() => image.naturalWidth)"
# Of a sound whose head has arrived. Not `wait_for_function`, which looks again by `eval`: the policy forbids that.
DURATION = """sound => new Promise(resolve => {
  sound.addEventListener("loadedmetadata", () => resolve(sound.duration))
  sound.addEventListener("error", () => resolve(sound.error.message))
  if (sound.readyState || sound.error) resolve(sound.duration)
})"""
ADD_ANOTHER = """() => new Promise(resolve => {
  document.addEventListener("securitypolicyviolation", event => resolve(event.blockedURI))
  document.body.append(Object.assign(new Image(), {src: "https://other.example/a.svg"}))
})"""


# Blocked as soon as the page is there.
BLOCKED = [
    "<script>go()</script>", "<script type=module>go()</script>", '<script type="importmap">{}</script>',
    "<svg><script>go()</script></svg>", "<script src=//other.example/a.js></script>", "<svg onload=go()></svg>",
    "<p style='color: red'>x</p>", "<math><mtext style='color: red'>x</mtext></math>",
    "<img src=https://other.example/a.png>", "<img srcset='https://other.example/a.png 1x'>",
    "<img src='/\\other.example/a.png'>", "<input type=image src=https://other.example/a.png>",
    "<picture><source srcset=https://other.example/a.png><img></picture>",
    "<svg><image width=9 height=9 href=https://other.example/a.png /></svg>",
    "<svg><feImage href=https://other.example/a.png /></svg>",
    "<table background=https://other.example/a.png><tr><td>x</td></tr></table>",
    "<video controls poster=https://other.example/a.png></video>",
    "<audio controls src=data:audio/wav;base64,AA></audio>",
    "<video controls><source src=https://other.example/a.mp4></video>", "<iframe src=https://other.example/></iframe>",
    "<object data=a.svg></object>", "<embed src=a.svg>",
    "<link rel=stylesheet href=https://other.example/a.css>", "<base href=/>",
    "<style>@import 'https://other.example/a.css';</style>",
    "<svg><rect width=9 height=9 fill='url(https://other.example/a.svg#a)'/></svg>",
    "<svg><rect width=9 height=9 mask='url(https://other.example/a.svg#a)'/></svg>",
    "<svg><image width=9 height=9><set attributeName=href to=https://other.example/a.png /></image></svg>",
    "<link rel=preload as=image imagesrcset='https://other.example/a.png 1x'>",
    "<!--><script>go()</script>-->", "<![CDATA[><script>go()</script>]]>", "<script/>go()</script>",
    "<xmp><!--</xmp><script>go()</script>-->",
    "<style>p { background: url(https://other.example/a.png) }</style><p>x</p>",
]  # fmt: skip
SHOWN = [
    "<style>p { background: url(a.png) }</style><p>x</p>", "<img src=data:image/png;base64,AA>",
    "<iframe src=a></iframe>", "<iframe srcdoc='<p>x'></iframe>", "<iframe src=about:blank></iframe>",
    "<video controls src=a.mp4 poster=a.png></video>", "<img src=https://pictures.example/a.png>",
    "<script type='application/json'>{}</script>", "<script src=a.js></script>",
    "<iframe src=https://frames.example/></iframe>",
]  # fmt: skip
WATCH = """
window.blocked = []
window.firstBlocked = new Promise(resolve => {
  document.addEventListener("securitypolicyviolation", ({blockedURI}) => { blocked.push(blockedURI); resolve(true) })
  setTimeout(resolve, 20_000)
})"""


def test_what_is_told_at_the_build_is_what_a_browser_blocks(browser):
    hosts = Hosts(
        pictures=("https://pictures.example",), frames=("https://frames.example",), own="https://course.example"
    )
    policy = Policy([], hosts)
    page_of = "<html><head><meta charset='utf-8'></head><body><script src='watch.js'></script>{}</body></html>".format
    shown = {}

    def answer(route, request):
        if request.url in shown:
            route.fulfill(body=shown[request.url], content_type="text/html")
        elif request.url.endswith("/watch.js"):
            route.fulfill(body=WATCH, content_type="text/javascript")
        else:
            route.fulfill(body=PICTURE, content_type="image/svg+xml")

    with browser.new_context() as context:
        context.route(re.compile(r"https://\w+\.example/"), answer)
        page = context.new_page()
        for number, html in enumerate([*BLOCKED, *SHOWN]):
            address = f"https://course.example/{number}/"
            # Without its scripts, which no site would be built with.
            guarded = policy.guarded(re.sub("(?i)<script(?! src).*?</script>", "", page_of(html)), "a.md")
            shown[address] = guarded.partition("<body>")[0] + "<body>" + page_of(html).partition("<body>")[2]
            page.goto(address)
            told = [fault.message for fault in faults(elements_of(html), hosts) if not fault.is_advice]
            assert bool(told) == (html in BLOCKED), html
            if told:
                assert page.evaluate("window.firstBlocked"), html
            else:
                assert page.evaluate("window.blocked") == [], html


def test_what_is_the_courses_own_is_played_and_shown(visit, course):
    # `visit` fails where the policy of the page keeps anything away.
    page = visit(f"{course}media/", viewport={"width": 390, "height": 800})
    assert page.locator("audio").evaluate(DURATION) == 1
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


def test_a_picture_of_a_question_that_leads_to_itself_has_letters_to_be_read_on_a_phone(visit, course):
    page = visit(f"{course}trial/", viewport={"width": 390, "height": 844})
    scenario = page.locator(".question__scenario").first
    linked = '<p><a href="../media/triangle.svg"><img src="../media/triangle.svg" alt="Three sides"></a></p>'
    scenario.evaluate("(scenario, html) => scenario.insertAdjacentHTML('beforeend', html)", linked)
    assert scenario.locator("img").bounding_box()["width"] == 560
    around = scenario.locator("p:has(img)")
    assert around.evaluate("part => part.scrollWidth > part.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert browsing.barriers(page, within=".question__scenario") == []
