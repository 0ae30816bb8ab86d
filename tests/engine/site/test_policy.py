"""The policy of each page: only scripts that the theme's templates hold run, and whoever is visited learns nothing."""

from __future__ import annotations

import re

import jinja2
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from building import PROJECT
from coursework.text.hosts import Hosts
from coursework_mkdocs import events
from coursework_mkdocs.policy import Policy
from coursework_mkdocs.sheet_faults import faults_in, faults_of_sheets

THEME = PROJECT / "hooks/coursework_mkdocs/theme"
PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


@pytest.fixture
def policy(tmp_path):
    """The policy of a theme with a few scripts in its templates."""
    templates = {
        "main.html": '<script>let a = new URL("{{ base_url }}", 1)</script><script type="module">let b</script>',
        "partials/deep/c.html": "<script>{% if x %}c{% endif %}</script><script>let\nd</script>",
        "partials/e.html": '<script src="e.js"></script><script></script>',
    }
    for name, text in templates.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    hosts = Hosts(("https://p.example",), ("https://m.example", "https://n.example"), ("https://f.example",))
    return Policy([str(tmp_path)], hosts)


def hashes(html):
    return html.count("'sha256-")


@pytest.mark.parametrize(
    ("script", "hashed"),
    [
        ('<script type="application/ld+json">{"a": 1}</script>', 0),
        ('<script type="application/json">{"a": 1}</script>', 0),
        ('<script type="module">let b</script>', 1),
        ("<script type=module>let b</script>", 1),
        ('<script type="text/javascript">let\nd</script>', 1),
        ('<script>let a = new URL("../..", 1)</script><script>let a = new URL(".", 1)</script>', 2),
        ("<script>let\nd</script><script>let\nd</script>", 1),
        ('<script src="a.js"></script><script></script>', 0),
        ("<style>p { color: red }</style>", 1),
        ("<!-- <script>let a</script> --><script>let\nd</script>", 1),
        ("<!--><script>let\nd</script>", 1),
        ("<!-- a --!><script>let\nd</script><!-- b -->", 1),
    ],
)
def test_the_policy_names_each_script_of_the_theme_that_runs_and_none_that_is_data(policy, script, hashed):
    assert hashes(policy.guarded(PAGE.format(script), "a.md")) == hashed


@pytest.mark.parametrize(
    "script",
    [
        "let x", "let b;", "c", 'let a = new URL("", go(), "", 1)', 'let a = new URL("\\", 1)',
        'let a = new URL("${go()}", 1)', "let d", "<!-- a -->",
    ],
)  # fmt: skip
def test_any_other_script_ends_the_build_with_a_line(policy, script, caplog):
    with pytest.raises(PluginError):
        policy.guarded(PAGE.format(f"<script>{script}</script>"), "docs/a.md")
    assert caplog.messages == [
        f"docs/a.md:1:1: must hold no script but the theme's, not '{script}': one of your own goes in a file that "
        "extra_javascript names"
    ]


def test_the_address_of_a_page_stays_an_address_in_its_head():
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))  # noqa: S701  as MkDocs makes it
    env.filters["url"] = str
    page = {"canonical_url": '"><script>go()</script>', "meta": {}}
    assert "<script" not in env.get_template("partials/head.html").render(
        page=page, config={"theme": {"papers": ["#fff", "#000"]}}
    )


def test_the_names_of_palettes_stay_names():
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))  # noqa: S701  as MkDocs makes it
    toggle = {"icon": "course/dark", "name": 'Use "dark" <b>'}
    html = env.get_template("partials/palette.html").render(config={"theme": {"palette": [{"toggle": toggle}]}})
    assert html.count("Use &#34;dark&#34; &lt;b&gt;") == 2
    assert "<b>" not in html


def test_hosts_that_are_allowed_stand_where_they_are_and_nowhere_else(policy):
    html = policy.guarded(PAGE.format(""), "a.md")
    assert "; img-src 'self' data: https://p.example; media-src 'self' https://m.example https://n.example; " in html
    assert "; frame-src 'self' https://f.example; font-src 'self'; connect-src 'self'; " in html
    assert html.count("https://") == 4


def test_each_page_runs_the_scripts_of_the_theme_alone_and_tells_nobody_where_its_reader_came_from(pages):
    for page in pages.values():
        [content] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.html)
        assert "img-src 'self' data:; media-src 'self'; frame-src 'self'; " in content
        assert "https:" not in content
        assert 1 <= hashes(content) <= 3
        assert '<meta name="referrer" content="no-referrer">' in page.html
    assert len(pages) > 30


@pytest.mark.parametrize(
    ("sheet", "places"),
    [
        ("@import url(//a.example/x.css);", [12]),
        ("p { background: url('https://b.example/b.png') }", [21]),
        ("p { background: URL( https://p.example/b.png ) }", []),
        ("@font-face { src: url(https://p.example/f.woff2?v=1) }", [22]),
        ("@import 'x.css'; p { background: url(x.png), url(data:image/png;base64,AA//) } /* https://a.example */", []),
        ("p { background: url(https:/a.example/a.png), url(https://p.example/a\\.png) }", [20]),
        (r'p { background: url("/\\a.example/a.png"), u\72l(/\2f a.example/a.png) }', [21, 49]),
        (r'p { background: url("https:\/\/a.example/a.png") } /* url(//b.example', [21]),
        ("""p::before { content: "/*" } p { background: url(//a.example/a) } p::after { content: "*/" }""", [48]),
        ('p { background: image-set("a.png" 1x, "//a.example/a.png" 2x type("image/png")) }', [39]),
        ('p { background: src("//b.example") }', [21]),
        ("@font-face { src: url(data:font/woff2;base64,AA); src: local('//a') } p { mask: url(data:font) }", [22]),
        ("@font-face { src: url(https://p.example/font) format('woff2') }", [22]),
        ("@import 'https://p.example/a.css' screen; @IMPORT url( '//a.example' );", [9, 56]),
    ],
)
def test_what_a_sheet_asks_of_other_hosts_is_found(sheet, places):
    assert [place for _, place, _ in faults_in(sheet, Hosts(("https://p.example",)))] == places


@pytest.mark.parametrize(
    "sheet",
    [
        """p { mask: url("data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg'%3e%3c/svg%3e") }""",
        "@namespace svg url(http://www.w3.org/2000/svg); @namespace 'http://www.w3.org/1999/xhtml'; p { color: red }",
        '@namespace svg url("http://www.w3.org/2000/svg");',
        """a[href^="https://a.example/"] {} a:not([href*="//"], [href^='http://a.example']) { color: red }""",
        """p { content: "see //a.example, or url(//a.example)" } /* url(//a.example) " */""",
        r"""p { content: '\'//a' }""",
        '@charset "//a.example"; p { quotes: "//" "//" }',
        "// https://a.example isn't\np { color: red }",
        "p { background: image-set('a.png' 1x } p { content: '//a.example' }",
    ],
)
def test_an_address_that_no_browser_asks_for_is_no_fault_of_a_sheet(sheet):
    assert list(faults_in(sheet, Hosts())) == []


def test_what_a_sheet_asks_for_is_told_without_its_escapes_and_a_font_within_an_address_as_such():
    sheet = r'p { background: url("\2f/a.example/a.png") } @font-face { src: url(data:font/woff2;base64,AA) }'
    [picture, font] = [message for *_, message in faults_in(sheet, Hosts())]
    assert picture.startswith("must be a file in docs/, not '//a.example/a.png': no browser shows a picture of another")
    assert font == (
        "must be a file in docs/, not 'data:font/woff2;base64,AA': no sheet and no font within an address is used"
    )


def test_a_sheet_that_a_plugin_makes_is_looked_at_and_one_of_the_theme_is_not(tmp_path):
    config = load_config(site_name="Maps", docs_dir=str(tmp_path))
    config.plugins._current_plugin = "another"
    sheet = "@import 'https://a.example/x.css';"
    (tmp_path / "b.css").write_text(sheet, encoding="utf-8")
    files = Files([File.generated(config, "a.css", content=sheet), File("b.css", config.theme.dirs[0], "site", True)])
    files.get_file_from_path("b.css").content_string = sheet
    [problem] = faults_of_sheets(files, config, Hosts())
    assert str(problem).startswith("docs/a.css:1:10: must be a file in docs/, not 'https://a.example/x.css'")


def test_what_any_plugin_adds_to_a_page_is_under_its_policy():
    assert events.on_post_page.mkdocs_priority == events.on_post_template.mkdocs_priority == -100
