"""What a page holds that the policy of its site blocks, or that some readers would miss: told with its line."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from markdown import Markdown
from mkdocs.structure.files import File, Files

from coursework.text.hosts import Hosts
from coursework.text.media import UNDRAWN
from coursework_mkdocs.blocked import faults
from coursework_mkdocs.page_faults import found_on_pages
from coursework_mkdocs.page_markup import elements_of, may_hold_any
from making import markdown_settings

HOSTS = Hosts(
    ("https://pictures.example",),
    ("https://media.example",),
    ("https://frames.example", "https://www.youtube-nocookie.com", "https://youtu.be"),
    "https://own.example",
)
HERE = (
    "assets/s.wav",
    "assets/f.mp4",
    "assets/a.png",
    "assets/c.vtt",
    "assets/c.SRT",
    "assets/b c.png",
    "app/index.html",
)


@pytest.fixture(scope="module")
def found():
    """What is told of a page: `found(source)`, as it is rendered or as `html`, as problems and as advice.

    `root` is where the site lies on its host, None where nobody knows.
    """
    extensions, configs = markdown_settings()

    def of(source, html="", of_texts=(), generated=(), root="/course/"):
        files = Files([File(name, "docs", "site", True) for name in ("lessons/a.md", *HERE)])
        [file] = files.documentation_pages()
        file.content_string = source
        content = html or Markdown(extensions=extensions, extension_configs=configs).convert(source)
        file.page = SimpleNamespace(file=file, url=file.url, abs_url=root and root + file.url, content=content)
        told, advised = found_on_pages(files, generated, HOSTS, of_texts)
        return [str(problem) for problem in told], [str(advice) for advice in advised]

    return of


def elsewhere(address, what, kind):
    return (
        f"must be a file in docs/, not '{address}': no browser shows a {what} of another host, unless "
        f"`hosts: {{{kind}: [https://…]}}` in the course's settings names it"
    )


A = "https://a.example/x"
SCRIPT = "must be a file in docs/ that `src` or extra_javascript names: no script that stands in a page is run"
STYLE = "must have a class, with its rules in a sheet that extra_css names: no `style` in a tag is heeded"
SHOWN_NOWHERE = "must be a link, or `<img>`, `<audio>`, `<video>` or `<iframe>`: `<{}>` is shown nowhere here"
NOTHING_ELSE = "no sheet and no script of another host is used"
NOBODY = "must have `controls` in its tag, or nobody can play it"
LOST = "must lead to a file of the site from the address of its page, 'lessons/a/', not "
HANDLER = "must not hold `{}`: no handler in a page is run; a script in a file of its own can listen"
WHOLE_PAGE = "must be left out: it would change what the whole page does"
DRAWN = "must be a picture in docs/: what would draw the diagram comes from another host, and is blocked"

SOUND = "<audio controls src=../../assets/s.wav></audio>"
FILM = "<video controls src=../../assets/f.mp4>{}</video>"
NO_SHAPE = "no browser takes one from elsewhere"
SET = "must not set `href`: where a link leads, and what a picture shows, stands in its own tag"
NO_ID = "must have in `aria-{}` the id of an element of its page with words in it, not '{}'"
UNPLAYED = (
    "must be saved as WebVTT, .vtt, which begins with a line `WEBVTT` and an empty one, and has times as "
    "`00:01.000 --> 00:04.000`: no browser plays 'srt'"
)
PROBLEMS = [
    ("# A\n\n<script>go()</script>", "3:1: <script>", SCRIPT),
    ("A <SVG><SCRIPT>go()</SCRIPT></SVG>", "1:8: <script>", SCRIPT),
    ("<script type=module>\nimport 'a'\n</script>", "1:1: <script>", SCRIPT),
    ('<script type="importmap">{}</script>', "1:1: <script>", SCRIPT),
    (f"<script src={A}></script>", "1:1: <script>", f"must be a file in docs/, not '{A}': {NOTHING_ELSE}"),
    ("`<p onclick>`\n\n<p\n onclick='go(\"x\")'>a</p>", "4:11: <p>", HANDLER.format("onclick")),
    ("<b OnMouseOver=go()>x</b>", "1:1: <b>", HANDLER.format("onmouseover")),
    ("One\n\nTwo\n{: style='color: red' }", "4:11: <p>", STYLE),
    ("!!! note\n\n    <div style='x: y'>a</div>", "3:17: <div>", STYLE),
    ("[a](javascript:go())", "1:5: <a>", "must link to a page or to an https: address, not 'javascript:go()'"),
    (f"a ![b]({A}.png)", "1:3: picture", elsewhere(f"{A}.png", "picture", "pictures")),
    (f"<img alt=b src='{A}?a&amp;b'>", "1:1: picture", elsewhere(f"{A}?a&b", "picture", "pictures")),
    (f"<img alt=b src=../../assets/a.png srcset='{A} 2x'>", "1:1: picture", elsewhere(A, "picture", "pictures")),
    (
        f"<picture><source srcset='{A} 1x'><img alt=b src=../../assets/a.png></picture>",
        "1:10: <source>", elsewhere(A, "picture", "pictures"),
    ),
    (
        f"<video controls muted aria-details=t src=../../assets/f.mp4 poster={A}></video><b id=t>Words</b>",
        "1:1: <video>", elsewhere(A, "picture", "pictures"),
    ),
    (
        f"<audio controls aria-details=t src={A}></audio><b id=t>Words</b>", "1:1: <audio>",
        elsewhere(A, "film or sound", "media"),
    ),
    (
        f"<audio controls aria-details=t>\n<source src={A}></audio><b id=t>Words</b>",
        "2:1: <source>", elsewhere(A, "film or sound", "media"),
    ),
    (f"<iframe title=b src={A}></iframe>", "1:1: <iframe>", elsewhere(A, "frame", "frames")),
    (
        "<iframe title=b src=//frames.example/></iframe>", "1:1: <iframe>",
        "must begin with https://, not '//frames.example/'",
    ),
    ("<iframe title=b srcdoc='&lt;script>go()&lt;/script>'></iframe>", "1:1: <iframe>", SCRIPT),
    ("<object data=a.pdf></object>", "1:1: <object>", SHOWN_NOWHERE.format("object")),
    ("<embed src=a.pdf>", "1:1: <embed>", SHOWN_NOWHERE.format("embed")),
    (f"<link rel=stylesheet href={A}>", "1:1: <link>", f"must name a file in docs/, not '{A}': {NOTHING_ELSE}"),
    (f"<link rel=preconnect href={A}>", "1:1: <link>", f"must name a file in docs/, not '{A}': {NOTHING_ELSE}"),
    ("<base href=x>", "1:1: <base>", "must be left out: no browser heeds it here"),
    ("<p class='a'onclick='go()'>a</p>", "1:1: <p>", HANDLER.format("onclick")),
    ("<div class='a'style='x: y'>a</div>", "1:1: <div>", STYLE),
    (f"<input alt=b type = 'image' src={A}>", "1:1: <input>", elsewhere(A, "picture", "pictures")),
    (f"<img alt=b src={A} src=../../assets/a.png>", "1:1: picture", elsewhere(A, "picture", "pictures")),
    (
        "<a href='java&#115;cript:go()'>a</a>", "1:1: <a>",
        "must link to a page or to an https: address, not 'javascript:go()'",
    ),
    ("<script type='text/jscript'>go()</script>", "1:1: <script>", SCRIPT),
    ("<script type='application/x-javascript'>go()</script>", "1:1: <script>", SCRIPT),
    (
        "<script src='\\\\a.example/x.js'></script>", "1:1: <script>",
        f"must be a file in docs/, not '\\\\a.example/x.js': {NOTHING_ELSE}",
    ),
    ("<meta http-equiv=refresh content='0;url=b'>", "1:1: <meta>", WHOLE_PAGE),
    ("a <meta name=referrer content=unsafe-url>", "1:3: <meta>", WHOLE_PAGE),
    (
        "<a href=https://a.b referrerpolicy=unsafe-url>a</a>", "1:1: <a>",
        "must be left out: no site learns from a page of this one where its reader came from",
    ),
    (
        f"<form action={A}></form>", "1:1: <form>",
        f"must be an address of this site, not '{A}': no form is sent to another host",
    ),
    (
        f"<style>\np {{ background: url({A}.png) }}\n</style>", "1:1: <style>",
        elsewhere(f"{A}.png", "picture", "pictures"),
    ),
    (
        f"<style>@import '{A}.css';</style>", "1:1: <style>",
        f"must be a file in docs/, not '{A}.css': no sheet and no font of another host is used",
    ),
    (
        "![A film](../assets/f.mp4)", "1:1: picture",
        'must be written as `<video controls src="…"></video>`: no film is shown as a picture',
    ),
    ("<audio aria-details=t src=../../assets/s.wav></audio><b id=t>Words</b>", "1:1: <audio>", NOBODY),
    (
        "<audio controls aria-details=t src=../assets/s.wav></audio><b id=t>Words</b>", "1:1: <audio>",
        f"{LOST}'../assets/s.wav'. Did you mean '../../assets/s.wav'?",
    ),
    *(
        (html.format(address), place, f"must lead to a shape of this site, as `#name`, not '{address}': {NO_SHAPE}")
        for address in (A, "//a.example/x.svg#a", "data:image/svg+xml,x")
        for html, place in (
            ("<svg><use href='{}'/></svg>", "1:6: <use>"), ("<svg>\n<use xlink:href='{}'></use></svg>", "2:1: <use>"),
            ("<svg><path fill='url({})'/></svg>", "1:6: <path>"),
            ("<svg><path mask='url(#b) url(\"{}\")'/></svg>", "1:6: <path>"),
            ("<svg><linearGradient href='{}'/></svg>", "1:6: <lineargradient>"),
        )
    ),
    ("<svg><a><set attributeName='href' to='javascript:go()'/></a></svg>", "1:9: <set>", SET),
    (f"<svg><image><animate attributeName=xlink:HREF values='{A}' dur=1s /></image></svg>", "1:13: <animate>", SET),
    ("<a href=https://a.b ping=https://c.d>a</a>", "1:1: <a>", "must not hold `ping`: nothing is sent to anybody"),
    (f"<link rel=preload as=image imagesrcset='{A} 1x'>", "1:1: <link>", elsewhere(A, "picture", "pictures")),
    (f"<link rel=mask-icon href={A}>", "1:1: <link>", f"must name a file in docs/, not '{A}': {NOTHING_ELSE}"),
    ("<audio controls aria-details='t' src=../../assets/s.wav></audio>", "1:1: <audio>", NO_ID.format("details", "t")),
    (
        "<audio controls aria-describedby=t src=../../assets/s.wav></audio><b id=t> <br></b>", "1:1: <audio>",
        NO_ID.format("describedby", "t"),
    ),
    (
        FILM.format("<track src=../../assets/c.vtt>\n<track src=../../assets/c.SRT>"),
        "2:1: <track>", UNPLAYED,
    ),
    (
        "<video controls muted aria-details=t src=../../assets/f.mp4><track></video><b id=t>Words</b>", "1:61: <track>",
        "must have in `src` the address of a file in docs/, as a.vtt, with its words",
    ),
    ("<img alt=b src='../../b c.png'>", "1:1: picture", f"{LOST}'../../b c.png'"),
    ("<img alt=b srcset='data:image/png;base64,AA 1x, ../b.png 2x'>", "1:1: picture", f"{LOST}'../b.png'"),
    ("<img alt=b src=assets/a.png>", "1:1: picture", f"{LOST}'assets/a.png'. Did you mean '../../assets/a.png'?"),
    (
        "<img alt=b src=../../assets/a.png>\n\n<img alt=b src='a.png'>", "3:1: picture",
        f"{LOST}'a.png'",
    ),
    ("<iframe title=b src=../../nope/></iframe>", "1:1: <iframe>", f"{LOST}'../../nope/'"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "place", "message"), PROBLEMS)
def test_what_would_be_blocked_is_told_in_its_place(found, source, place, message):
    assert found(source) == ([f"docs/lessons/a.md:{place}: {message}"], [])


@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("`<a href='../b.md'>`\n\nA <a class=x href='../b.md'>b</a>", "3:3: <a>", f"{LOST}'../b.md'"),
        ("<p><A\n HREF=../../assets/b.pdf>b</A></p>", "1:4: <a>", f"{LOST}'../../assets/b.pdf'"),
        ("<a href='a.md#b'>b</a>", "1:1: <a>", f"{LOST}'a.md#b'. Did you mean './'?"),
        ("<a href='/assets/f.mp4'>b</a>", "1:1: <a>", f"{LOST}'/assets/f.mp4'. Did you mean '../../assets/f.mp4'?"),
        (
            "[b](../b.md) <a href='../b.md?x&amp;y'>b</a> <map><area alt=b href=../../app/></map>", "1:14: <a>",
            f"{LOST}'../b.md?x&y'",
        ),
    ],
)  # fmt: skip
def test_a_link_in_html_that_leads_nowhere_is_told_in_its_place(found, source, place, message):
    assert found(source) == ([f"docs/lessons/a.md:{place}: {message}"], [])


@pytest.mark.parametrize(
    "link",
    [
        "#b", "", "?b", "../../assets/a.png", "../a/#b", "../../app", "mailto:a@b.example", "tel:1", "https://a.example/b",
        "//a.example", "/another/course/", "/course/lessons/a/", "../../sitemap.xml", "../../404.html",
        "../../search/search_index.json",
    ],
)  # fmt: skip
def test_a_link_in_html_that_leads_somewhere_is_not(found, link):
    assert found(f"A <a href='{link}'>b</a>") == ([], [])


def test_a_link_that_is_no_html_in_the_source_is_left_to_mkdocs(found):
    assert found(
        "[b](../b.md) `<a href=../c.md>`", "<p><a href='../b.md'>b</a> <a href=c>c</a><img alt=b src=x></p>"
    ) == (
        [],
        [],
    )


@pytest.mark.parametrize(
    ("address", "root", "meant"),
    [
        ("/assets/a.png", "/course/", "../../assets/a.png"), ("/assets/a.png", None, "../../assets/a.png"),
        ("/course/assets/a.png", None, ""), ("/course/a.png", "/course/", ""), ("/a.png", "/", ""),
    ],
)  # fmt: skip
def test_what_begins_at_the_host_is_told_where_the_site_does_not_lie_there(found, address, root, meant):
    [line], _ = found(
        f"<video muted controls aria-details=t src=../../assets/f.mp4 poster='{address}'></video><b id=t>Words</b>",
        root=root,
    )
    assert line.partition("<video>: ")[2] == f"{LOST}'{address}'" + (f". Did you mean '{meant}'?" if meant else "")


@pytest.mark.parametrize(
    ("address", "root"),
    [("/assets/a.png", "/"), ("/course/assets/a.png", "/course/"), ("/course/app/?b#c", "/course/")],
)
def test_what_begins_at_the_host_and_leads_to_the_site_is_not(found, address, root):
    assert found(f"<img alt=b src={address}> <iframe title=b src={address}></iframe>", root=root) == ([], [])


def test_the_second_of_two_is_told_in_its_own_place(found):
    lines, _ = found(f"![b]({A}.png)\n\n![b]({A}.png)")
    assert [line.split(" ")[0] for line in lines] == ["docs/lessons/a.md:1:1:", "docs/lessons/a.md:3:1:"]
    source = "<iframe title=a src=https://frames.example/a></iframe>\n\n<iframe title=a src=//x></iframe>"
    [line], _ = found(source)
    assert line.startswith("docs/lessons/a.md:3:1: <iframe>: ")


def test_a_diagram_that_a_script_would_draw_is_told_and_one_shown_as_code_advised(found):
    source = (
        "mermaid\n\n- A\n\n    ```mermaid\n    a-->b\n    ```\n\n````md\n```mermaid\n```\n````\n\n~~~ mermaid\nc\n~~~"
    )
    drawn = '<p>A</p><pre class="mermaid"><code>a--&gt;b</code></pre><pre class="mermaid"><code>c</code></pre>'
    places = ("5:5", "14:1")
    assert found(source, drawn) == ([f"docs/lessons/a.md:{place}: the mermaid block: {DRAWN}" for place in places], [])
    assert found(source) == ([], [f"docs/lessons/a.md:{place}: the mermaid block: {UNDRAWN}" for place in places])
    assert found("mermaid\n\n<pre class=mermaid>a</pre>")[0] == [f"docs/lessons/a.md:3:1: the mermaid block: {DRAWN}"]
    assert found("A mermaid\n", drawn)[0][0] == f"docs/lessons/a.md:1:1: the mermaid block: {DRAWN}"


WORDLESS = (
    "should say within `![…]` what it shows, for those who do not see it; one that only adorns has "
    "`{ role=presentation }` behind it"
)
CAPTIONS = (
    'should have captions for those who do not hear it, `<track kind="captions" src="….vtt">`; one without sound is '
    "`muted`"
)
TITLE = "should have a `title` that says what it shows, for those who hear the page"


def transcript(sense):
    return (
        f"should have a transcript in its section, for those who do not {sense} it: in a `<details>`, behind a link or "
        "below a heading that says so, or wherever `aria-details` leads"
    )


YOUTUBE = "https://www.youtube-nocookie.com"
REFERRER = (
    'should have `referrerpolicy="strict-origin-when-cross-origin"`: YouTube shows nothing to a page that says not '
    "where it stands"
)
EMBED = f"should lead to '{YOUTUBE}/embed/a-1': YouTube shows its other pages in no frame"
ADVICE = [
    ("a ![](../../assets/a.png)", "1:3: picture", WORDLESS),
    ("![b](../../assets/a.png)\n\n![ ](../../assets/a.png)", "3:1: picture", WORDLESS),
    ("<img src=../../assets/a.png>", "1:1: picture", WORDLESS),
    ("<img alt=b src=../../assets/a.png>\n<img src=../../assets/a.png>", "2:1: picture", WORDLESS),
    ("![b][c]\n\n![][c]\n\n[c]: ../../assets/a.png", "3:1: picture", WORDLESS),
    (f"# A\n\n## B\n\n{SOUND}\n\n## C\n\n[Transcript](b.md)", "5:1: <audio>", transcript("hear")),
    (f"## A\n\n[Transcript](b.md)\n\n## B\n\n{SOUND}\n\nA transcript is words.", "7:1: <audio>", transcript("hear")),
    (f"## A\n\n{SOUND}\n\n## Transcript\n\n## B\n\nWords", "3:1: <audio>", transcript("hear")),
    (f"## Transcript\n\n{SOUND.replace('></', '>Words</')}\n\n### Of A", "3:1: <audio>", transcript("hear")),
    (f"{SOUND}\n<details><summary>Transcript</summary></details>\n\nWords", "1:1: <audio>", transcript("hear")),
    (f"{SOUND} <a>Transcript</a>", "1:1: <audio>", transcript("hear")),
    (FILM.format("<track kind=captions>").replace("track", "source"), "1:1: <video>", CAPTIONS),
    (FILM.format(""), "1:1: <video>", CAPTIONS),
    (FILM.format("<track kind=chapters src=../../assets/c.vtt>"), "1:1: <video>", CAPTIONS),
    (FILM.replace("controls", "controls muted").format(""), "1:1: <video>", transcript("see")),
    ("<iframe src=https://frames.example/x></iframe>", "1:1: <iframe>", TITLE),
    (f"<iframe title=b src={YOUTUBE}/embed/x></iframe>", "1:1: <iframe>", REFERRER),
    (f"<iframe title=b referrerpolicy=no-referrer src={YOUTUBE}/embed/x></iframe>", "1:1: <iframe>", REFERRER),
    *(
        (f"<iframe title=b referrerpolicy=origin src='{address}'></iframe>", "1:1: <iframe>", EMBED)
        for address in (f"{YOUTUBE}/watch?v=a-1", f"{YOUTUBE}/watch?t=2&amp;v=a-1", "https://youtu.be/a-1?t=2")
    ),
]


@pytest.mark.parametrize(("source", "place", "message"), ADVICE)
def test_what_some_readers_would_miss_is_advised_in_its_place(found, source, place, message):
    assert found(source) == ([], [f"docs/lessons/a.md:{place}: {message}"])


@pytest.mark.parametrize(
    "source",
    [
        "# A\n\n`<script>go()</script>`, [a link](https://a.example/) and style=on.\n\n```html\n<iframe src=x>\n```",
        "<!-- <iframe src=//x></iframe> -->",
        '<script type="application/json">{}</script> <script src="../../a.js"></script>',
        "![b](../assets/a.png) ![b](https://pictures.example/a.png) ![b](https://own.example/c/a.png)",
        "![](../../assets/a.png){ role=presentation }",
        "<img alt='' src=../../assets/a.png>",
        "<img alt=b src='../../assets/b c.png'>",
        "<audio controls aria-details=t src='../../assets/b c.png'></audio><b id=t>Words</b>",
        "<img alt=b src=../../assets/a.png srcset='data:image/png,AA 2x, ../../assets/b%20c.png, ../../app/ 9w'>",
        "<img alt=b src=data:image/png;base64,AA==> <svg><use href='#a'/></svg>",
        f"## A\n\n{SOUND}\n\n<details><summary>Transcript</summary>Words</details>",
        f"## A\n\n[Das Transkript](b.md)\n\n{SOUND}",
        f"## A\n\n{SOUND}\n\n### La transcripción\n\nWords",
        f"## A\n\n{SOUND}\n\n### Transcript\n\n#### First\n\nWords",
        f"{SOUND}\n<details><summary>Transcript</summary><details><summary>A</summary>B</details></details>",
        "<audio controls aria-describedby=words src=https://media.example/s.wav></audio><b id=words>Words</b>",
        FILM.format("<track src=../../assets/c.vtt srclang=en>"),
        "<video controls muted aria-details=t><source src=../../assets/f.mp4></video><b id=t>Words</b>",
        "<iframe title=b src=https://frames.example/x></iframe> <iframe title=c src=../../app/></iframe>",
        f"<iframe title=b referrerpolicy=strict-origin-when-cross-origin src={YOUTUBE}/embed/x></iframe>",
        "<style>p { background: url(a.png) /* https://a.example */ }</style>",
        "<form action=''></form> <link rel=license href=https://a.example/>",
        "One\n{: .red data-style=x }",
        "<svg><path fill='url(#a)' stroke=red mask='url(\"#b\")'/><use href='../../assets/a.svg#a'/></svg>",
        "<svg><set attributeName=fill to=red /></svg>",
    ],
)
def test_what_is_shown_to_all_is_not_told(found, source):
    assert found(source) == ([], [])


def test_a_picture_of_a_text_in_yaml_is_told_there_and_what_a_plugin_adds_at_the_top_of_its_page(found):
    html = f'<p><img alt="" src="../../a.gif"><img alt="" src="{A}"></p>'
    assert found("A\n", html, of_texts={A}) == ([], [])
    assert found("![b](../../a.gif)\n", html, of_texts={A}) == ([], [])
    assert found("A\n", html) == ([f"docs/lessons/a.md:1:1: picture: {elsewhere(A, 'picture', 'pictures')}"], [])
    code = '<div class="language-mermaid highlight"></div>'
    assert found("A\n", code, of_texts={"mermaid"}) == ([], [])


def test_a_page_that_the_course_makes_is_not_looked_at(found):
    assert found("<script>go()</script>", generated={"lessons/a.md"}) == ([], [])


@pytest.mark.parametrize("source", [source for source, *_ in [*PROBLEMS, *ADVICE]])
def test_what_must_be_looked_at_is_found_quickly(source):
    assert may_hold_any(Markdown(extensions=["attr_list"]).convert(source))


def test_a_page_of_words_is_not_read_at_all():
    questions = '<form class="x"><input type="radio"></form><svg><use href="#a"/></svg>'
    assert not may_hold_any(f'<h1 id="a">On a style</h1><p>one = 1 <a href="#a">b</a></p>{questions}')


@pytest.mark.parametrize(
    "broken", ["<", "<!", "<!-- ", "<img", "<video><source", "<a><b></a></b></video>", "&#x110000;"]
)
def test_html_that_is_broken_ends_nothing(broken):
    list(faults(elements_of(broken), HOSTS))


@pytest.mark.parametrize(
    "html",
    [
        "<!--><script>go()</script>-->", "<!---><script>go()</script>-->", "<!-- --!><script>go()</script>-->",
        "<![CDATA[><script>go()</script>]]>", "<xmp><!--</xmp><script>go()</script>-->",
        "<textarea><!--</textarea><script>go()</script>-->", "<script/>go()</script>", "<SCRIPT\n>go()</SCRIPT >",
        "<!x><script>go()</script>",
    ],
)  # fmt: skip
def test_a_script_that_a_browser_sees_is_seen(html):
    assert may_hold_any(html)
    assert [fault.message for fault in faults(elements_of(html), HOSTS)] == [SCRIPT]


@pytest.mark.parametrize(
    "html",
    ["<!-- <script>go()</script> -->", "<!----><!-- > <script>go()</script>-->", "<!--\n--\n><script>x</script>-->"],
)
def test_a_script_that_a_comment_hides_is_not(html):
    assert list(faults(elements_of(html), HOSTS)) == []
