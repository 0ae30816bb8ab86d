"""Mistakes in mkdocs.yml and at the heads of pages: each in one line with its place, all of them in one run."""

from __future__ import annotations

import re
import shutil

import pytest
from mkdocs.config import load_config
from test_mistakes import told

from building import build
from coursework.quiz.exports import FORMATS
from coursework.text.hosts import Hosts
from coursework_mkdocs import theme_folder
from coursework_mkdocs.course_settings import read_settings, unknown_settings


def change(file, *changes):
    """Replace the first of each text in a file; returns the whole text."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return text


def place_of(text, needle, offset=0):
    """`mkdocs.yml:line:column` of a text in the settings."""
    at = text.index(needle) + offset
    return f"mkdocs.yml:{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"


AS_TEXT = (
    "must be small letters, digits and single hyphens, in quotes where YAML makes a number, a day, or yes and no of it"
)


def test_all_that_is_wrong_with_the_settings_is_told_in_one_run(copy, tmp_path):
    text = change(
        copy / "mkdocs.yml",
        ("site_name: How does a map work?", 'site_name: "How \\x01 maps work"'),
        (
            'copyright: "Text and questions: CC BY 4.0. Code: MIT."',
            "copyright: '<b onclick=a()>Text</b> <script>b()</script> <img src=https://b.example/b.png>'",
        ),
        (
            "  - About: about.md",
            "  - About: abuot.md\n  - No: index.md\n  - Elsewhere: http://[x\n  - Script: javascript:go()\n"
            "  - Sets: quizes/\n"
            "  - Loops:about.md\n"
            '  - "": index.md\n  - "<b>New</b>": index.md',
        ),
        ("  name: material\n", "  name: material\n  language: xx\n  logo: https://c.example/c.svg\n"),
        (
            "extra_css: [assets/course.css]",
            "extra_css: [assets/course.css, //d.example/d.css]\nextra_javascript: [e.js, https://f.example/f.js]",
        ),
        ("  favicon: assets/mark.svg", "  favicon: 'assets/mark.svgx'"),
        ("site_description: >-\n", "site_description: >-\n  <i>New</i>\n"),
        ("  generator: false", "  generator: false\n  analytics: {provider: google, property: G-1}"),
        ("  help: help/", "  help: hepl/\n  colors: {}\n  looks: plain"),
        ("  notice: >-", "  notcie: >-"),
        ("id: reading-maps", "id: Reading maps"),
        ('author: !ENV [COURSE_AUTHOR, ""]', "author: [a, b]"),
        ('contact: !ENV [COURSE_CONTACT, ""]', 'contact: "a\\x02b@example.org"'),
        (
            "citation_style: apa",
            "citation_style: harvard\n    citaton_style: apa\n    full_styles: perhaps\n    certainty: rarely"
            "\n    corrections: write to us",
        ),
        ("downloads: [gift]", "downloads: [gitf, gift, gift]"),
        (
            "    # Any style of",
            "    hosts: {pictures: [https://b.example, b.example/], frame: [], media: https://g.example}\n"
            "    # Any style of",
        ),
        (
            "      measure: {",
            "      yes: Yes\n      2020-01-01: A day\n      ~: Nothing\n      x: [a]\n      measure: {",
        ),
        ("sign: square, ", "sign: squar, "),
        ("      scale: Scale", "      1: One\n      scale: ~\n      more: [a]"),
        ("      relief: Relief", '      relief: "Re\\x03lief"\n      relief: Twice'),
    )
    (copy / "docs/about.md").unlink()
    sheet = "@import 'x.css';\n/* https://h.example */ @import 'https://h.example/h.css';"
    (copy / "docs/own.css").write_text(sheet, encoding="utf-8")
    result = build(copy, tmp_path / "site")
    lines = [line for line in told(result.stdout) if not line.startswith("The following pages")]
    of_course = "extra, course"
    elsewhere = (
        "no browser shows a picture of another host, unless `hosts: {pictures: [https://…]}` in the course's settings"
    )
    nothing_else = "no sheet and no script of another host is used"
    of_copyright = f"{place_of(text, chr(39) + '<b')}: copyright"
    one_host = "must be https:// and the name of one host, without a path, as https://upload.wikimedia.org"
    assert lines == [
        "docs/own.css:2:34: must be a file in docs/, not 'https://h.example/h.css': no sheet and no font of another "
        "host is used",
        f"{place_of(text, chr(34) + 'How ')}: site_name: must not hold control characters",
        f"{place_of(text, '>-')}: site_description: must be words without HTML, which no list of findings shows",
        f"{of_copyright}: must be a file in docs/ that `src` or extra_javascript names: no script that stands in a "
        "page is run",
        f"{of_copyright}: must not hold `onclick`: no handler in a page is run; a script in a file of its own can "
        "listen",
        f"{place_of(text, 'abuot.md')}: nav, About: must be a page of the site, not 'abuot.md'",
        f"{place_of(text, 'No: index.md')}: nav, No: must be in quotes, or YAML makes 'False' of it",
        f"{place_of(text, 'http://[x')}: nav, Elsewhere: must be an address that there can be, not 'http://[x'",
        f"{place_of(text, 'javascript:')}: nav, Script: must be a page or an https: address, not 'javascript:go()'",
        f"{place_of(text, 'quizes/')}: nav, Sets: must be a page, or a folder in which the course makes pages, not "
        "'quizes/'. Did you mean 'quizzes/'?",
        f"{place_of(text, 'Loops:about.md')}: nav: must have a space after the colon, not be 'Loops:about.md'",
        f"{place_of(text, chr(34) * 2 + ': index.md')}: nav, : must have words before the colon",
        f"{place_of(text, chr(34) + '<b>')}: nav, <b>New</b>: must be words without HTML, with `&lt;` for a `<` that "
        "is to be read, not '<b>New</b>'",
        f"{place_of(text, 'xx')}: theme, language: must be a language of the theme, as en or pt-BR, not 'xx'",
        f"{place_of(text, 'https://c.')}: theme, logo: must be a file in docs/, not 'https://c.example/c.svg': "
        f"{elsewhere} names it",
        f"{place_of(text, chr(39) + 'assets/mark.svgx')}: theme, favicon: must be a file in docs/, by its path from "
        "there, not 'assets/mark.svgx'. Did you mean 'assets/mark.svg'?",
        f"{place_of(text, 'hepl/')}: theme, help: must be a page of the site, not 'hepl/'. Did you mean 'help/'?",
        f"{place_of(text, 'colors: {}')}: theme, colors: must be a known setting, not 'colors'. Did you mean "
        "'colours'?",
        f"{place_of(text, 'looks: plain')}: theme, looks: must be a known setting, not 'looks'. Did you mean 'look'?",
        f"{place_of(text, 'notcie')}: theme, notcie: must be a known setting, not 'notcie'. Did you mean 'notice'?",
        f"{place_of(text, '//d.')}: extra_css: must name a file in docs/, not '//d.example/d.css': {nothing_else}",
        f"{place_of(text, '[e.js', 1)}: extra_javascript: must be a file in docs/, by its path from there, not 'e.js'",
        f"{place_of(text, 'https://f.')}: extra_javascript: must be a file in docs/, not 'https://f.example/f.js': "
        f"{nothing_else}",
        f"{place_of(text, '{provider')}: extra, analytics: must be left out: nothing that counts visits is run, and "
        "nothing is sent anywhere",
        f"{place_of(text, 'Reading maps')}: {of_course}, id: must be small letters, digits and single hyphens, not "
        "'Reading maps'",
        f"{place_of(text, '[a, b]')}: {of_course}, author: must be text, not a list",
        f"{place_of(text, chr(34) + 'a' + chr(92) + 'x02')}: {of_course}, contact: must not hold control characters",
        f"{place_of(text, 'hosts: {')}: {of_course}, hosts: must be told to readers, on a page with a block `setting` "
        "of `hosts: … {hosts} …`",
        f"{place_of(text, 'b.example/]')}: {of_course}, hosts, pictures: {one_host}, not 'b.example/'",
        f"{place_of(text, 'frame: ')}: {of_course}, hosts, frame: must be pictures, media or frames, not 'frame'. Did "
        "you mean 'frames'?",
        f"{place_of(text, 'https://g.')}: {of_course}, hosts, media: must be a list, as `[https://upload.wikimedia.org]`",
        f"{place_of(text, 'harvard')}: {of_course}, citation_style: must be the name of a CSL style, as apa or ieee; "
        "there is no 'harvard'",
        f"{place_of(text, 'citaton_style')}: {of_course}, citaton_style: must be a known setting, or one that a page "
        "shows, not 'citaton_style'. Did you mean 'citation_style'?",
        f"{place_of(text, 'perhaps')}: {of_course}, full_styles: must be true or false, not 'perhaps'",
        f"{place_of(text, 'rarely')}: {of_course}, certainty: must be true or false, not 'rarely'",
        f"{place_of(text, 'write to us')}: {of_course}, corrections: must be an e-mail address or the https: address "
        "of a form for issues, not 'write to us'",
        f"{place_of(text, 'gitf')}: {of_course}, downloads: must be one of {', '.join(FORMATS)}, not 'gitf'. "
        "Did you mean 'gift'?",
        f"{place_of(text, 'gift]')}: {of_course}, downloads: must be named once, not twice: 'gift'",
        f"{place_of(text, 'yes: Yes')}: {of_course}, stances, yes: {AS_TEXT}",
        f"{place_of(text, '2020-01-01')}: {of_course}, stances, 2020-01-01: {AS_TEXT}",
        f"{place_of(text, '~: Nothing')}: {of_course}, stances, ~: {AS_TEXT}",
        f"{place_of(text, 'x: [a]', 3)}: {of_course}, stances, x: must be what readers see, as text, not '['a']'",
        f"{place_of(text, 'squar,')}: {of_course}, stances, measure, sign: must be square, disc, half, tilted or "
        "triangle, not 'squar'. Did you mean 'square'?",
        f"{place_of(text, '1: One')}: {of_course}, topics, 1: {AS_TEXT}",
        f"{place_of(text, 'scale: ~', 7)}: {of_course}, topics, scale: must be what readers see, as text",
        f"{place_of(text, 'more: [a]', 6)}: {of_course}, topics, more: must be what readers see, as text",
        f"{place_of(text, 'relief: Twice')}: {of_course}, topics: 'relief' must be given once, not twice (first in "
        f"line {place_of(text, 'relief: ' + chr(34)).split(':')[1]})",
    ], result.stdout  # fmt: skip
    assert result.returncode != 0
    assert not (tmp_path / "site/index.html").exists()


@pytest.mark.parametrize(("course", "found"), [("hello", "'hello'"), ("[a]", "a list"), ("", "nothing")])
def test_a_course_that_is_no_group_is_one_line(copy, tmp_path, course, found):
    text = change(copy / "mkdocs.yml", ("  course:\n", f"  course: {course}\n  spare:\n"))
    [line] = told(build(copy, tmp_path / "site").stdout)
    number = place_of(text, "  course:").split(":")[1]
    assert re.match(rf"mkdocs.yml:{number}:\d+: extra, course: must be a group of fields", line)
    assert line.endswith(f"with at least an `id`, not {found}")


def test_a_page_must_say_which_hosts_its_readers_visit(copy, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    named = (
        "    hosts: {pictures: [https://a.example], frames: [https://a.example, https://b.example]}\n    # Any style of"
    )
    text = change(copy / "mkdocs.yml", ("    # Any style of", named))
    config = load_config(str(copy / "mkdocs.yml"))
    found = read_settings(config)
    assert found.problems == []
    assert found.values["hosts"] == ["https://a.example", "https://b.example"]
    shown = {"about.md": "```setting\nhosts: Some pages ask {hosts}.\n```\n"}
    assert list(unknown_settings(config, shown, found.hosts)) == []
    [problem] = unknown_settings(config, {"about.md": "# About\n"}, found.hosts)
    assert str(problem).startswith(f"{place_of(text, 'hosts: {')}: extra, course, hosts: must be told to readers, ")
    assert list(unknown_settings(config, {}, Hosts())) == []


def test_what_material_offers_and_nothing_here_heeds_is_advised_on(copy, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    # What is imported knows its own folder alone.
    monkeypatch.setattr(theme_folder, "_THEME", (copy / "hooks/coursework_mkdocs/theme").resolve())
    text = change(
        copy / "mkdocs.yml",
        ("content.action.edit]", "content.action.edit, navigation.footer, content.code.copy]"),
        ("  font: false", "  font: {text: Lato}\n  icon: {logo: material/library}"),
        ("primary: custom", "primary: indigo"),
        ("  generator: false", "  generator: false\n  social: []\n  version: {provider: mike}"),
    )
    unstyled = (
        "should be left out, or have full_styles: true in the course's settings: the theme's sheet of styles leaves "
        "out what it adds to pages"
    )
    expected = [
        f"{place_of(text, 'navigation.footer')}: theme, features: should be left out: nothing here heeds it",
        f"{place_of(text, 'content.code.copy')}: theme, features: {unstyled}",
        f"{place_of(text, '{logo: ')}: theme, icon: should be left out: nothing here heeds it",
        f"{place_of(text, 'social: []', 8)}: extra, social: should be left out: nothing here heeds it",
        f"{place_of(text, '{provider')}: extra, version: {unstyled}",
        f"{place_of(text, '{text: ')}: theme, font: should be false: fonts of another host are not asked for, and the "
        "theme has its own",
        f"{place_of(text, 'indigo')}: theme, palette, primary: should be custom: the theme has colours of its own",
    ]
    found = read_settings(load_config(str(copy / "mkdocs.yml")))
    assert found.problems == []
    assert [str(advice) for advice in found.advice] == expected
    change(copy / "mkdocs.yml", ("    citation_style: apa", "    citation_style: apa\n    full_styles: true"))
    full = read_settings(load_config(str(copy / "mkdocs.yml"))).advice
    assert len(full) == len(expected) - 2 and not [advice for advice in full if "full_styles" in advice.message]


def test_another_theme_is_one_line(copy, tmp_path):
    text = change(copy / "mkdocs.yml", ("name: material", "name: mkdocs"))
    result = build(copy, tmp_path / "site")
    assert told(result.stdout) == [
        f"{place_of(text, 'mkdocs', 0)}: theme, name: must be material or coursework, not 'mkdocs'"
    ]


def test_a_setting_that_is_inherited_is_told_in_its_own_file(copy, tmp_path):
    text = change(copy / "mkdocs.yml", ("id: reading-maps", "id: Reading maps"))
    (copy / "base.yml").write_text(text, encoding="utf-8")
    (copy / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    [line] = told(build(copy, tmp_path / "site").stdout)
    assert line.startswith(place_of(text, "Reading maps").replace("mkdocs.yml", "base.yml"))


def test_what_an_environment_sets_is_told_as_well(copy, tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_AUTHOR", "A\x01da")
    [line] = told(build(copy, tmp_path / "site").stdout)
    assert re.fullmatch(r"mkdocs.yml:\d+:13: extra, course, author: must not hold control characters", line)


def test_heads_are_read_as_written_and_what_is_blank_has_a_stand_in(copy, tmp_path):
    head = ("title: Scale\ndescription: What a scale says", "title:\ndescription:\nsubtitle: What a scale says")
    change(copy / "docs/lessons/scale.md", head)
    change(copy / "docs/lessons/relief.md", ("title: Relief", "title: No"))
    result = build(copy, tmp_path / "site", "--strict")
    assert result.returncode == 0, result.stdout
    page = (tmp_path / "site/lessons/scale/index.html").read_text("utf-8")
    assert "<title>Scale - " in page
    assert '<meta name="description" content="A small course about maps' in page
    assert "None" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert "<title>No - " in (tmp_path / "site/lessons/relief/index.html").read_text("utf-8")


def test_a_hostile_head_is_told_and_loaded_by_nobody(copy, tmp_path):
    bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    bomb += [f"{name}: &{name} [{','.join([f'*{of}'] * 9)}]" for of, name in zip("abcdefgh", "bcdefghi", strict=True)]
    heads = {"scale": [*bomb, "title: *i"], "relief": ["x: " + "[" * 5_000], "choices": ["search: true"]}
    for name, head in heads.items():
        page = copy / f"docs/lessons/{name}.md"
        page.write_text("---\n" + "\n".join(head) + "\n" + page.read_text("utf-8").removeprefix("---\n"), "utf-8")
    text = change(copy / "docs/about.md", ("---\n", "---\ntemplate: nope.html\n"))
    deep = "".join(f"{'    ' * depth}- x\n" for depth in range(400))
    (copy / "docs/about.md").write_text(f"{text}\n{deep}", encoding="utf-8")
    lines = told(build(copy, tmp_path / "site").stdout)
    assert {line.split(":")[0] for line in lines} == {"docs/about.md", *(f"docs/lessons/{name}.md" for name in heads)}
    assert [line for line in lines if "about" in line] == [
        "docs/about.md:2:11: front matter, template: must be a template of the theme, not 'nope.html'",
        f"docs/about.md:{text.count(chr(10)) + 103}:405: must not be indented by more than 400 spaces",
    ]
    assert [line for line in lines if "choices" in line] == [
        "docs/lessons/choices.md:2:9: front matter, search: must be a group of fields (`name: value`), not 'true'"
    ]


def test_pictures_and_a_lesson_that_are_not_there_and_a_script_in_a_page_are_one_line_each(copy, tmp_path):
    change(copy / "quizzes/scale.yml", ('prompt: "How far', 'prompt: "![a map](img/nope.png) How far'))
    change(copy / "quizzes/relief.yml", ("lesson: lessons/relief.md", "lesson: lessons/relif.md"))
    change(copy / "quizzes/choices.yml", ("explanation: To", "explanation: See ![a map](//a.example/a.png). To"))
    text = change(copy / "docs/lessons/scale.md", ("\n## ", "\n<script>go()</script>\n\n## "))
    number = text[: text.index("<script>")].count("\n") + 1
    elsewhere = (
        "no browser shows a picture of another host, unless `hosts: {pictures: [https://…]}` in the course's settings"
    )
    lines = told(build(copy, tmp_path / "site").stdout)
    assert lines == [
        f"docs/lessons/scale.md:{number}:1: <script>: must be a file in docs/ that `src` or extra_javascript names: no "
        "script that stands in a page is run",
        "quizzes/choices.yml:24:31: question read-as-a-text, explanation, picture: must be a file in docs/, not "
        f"'//a.example/a.png': {elsewhere} names it",
        "quizzes/relief.yml:3:9: lesson: must be a page in docs/, not 'lessons/relif.md'. Did you mean "
        "'lessons/relief.md'?",
        "quizzes/scale.yml:15:23: must link to a page or a file in docs/, not 'img/nope.png'",
    ]


def test_templates_that_were_cut_short_are_compiled_again(copy, tmp_path):
    assert build(copy, tmp_path / "site").returncode == 0
    compiled = list((copy / ".cache/coursework/templates").iterdir())
    assert compiled
    for file in compiled:
        file.write_bytes(file.read_bytes()[:20])
    result = build(copy, tmp_path / "again", "--strict")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  hint: ", "  hnit: ", "question: must have `hint`, but has none"),
        ("question:\n", "question:\n\t", "must be indented with spaces, not with a tab"),
    ],
)
def test_a_mistake_in_the_words_of_the_interface_is_one_line(copy, tmp_path, old, new, line):
    change(copy / "hooks/coursework/words/en.yml", (old, new))
    result = build(copy, tmp_path / "site")
    assert result.returncode != 0
    assert "Traceback" not in result.stdout
    assert re.search(rf"hooks/coursework/words/en.yml:\d+:\d+: {re.escape(line)}", result.stdout), result.stdout


def test_what_a_course_does_not_have_is_missed_nowhere(copy, tmp_path):
    """Where no page asks for it, as in a clone of a course of which git keeps no empty folder."""
    shutil.rmtree(copy / "figures")
    shutil.rmtree(copy / "claims")
    (copy / "glossary.yml").unlink()
    (copy / "help.yml").unlink()
    for page in (copy / "docs").rglob("*.md"):
        text = re.sub(r"```(?:figure|glossary|help)\n.*?\n```\n", "", page.read_text("utf-8"), flags=re.DOTALL)
        page.write_text(re.sub(r"\[M\d+\]\([./]*claims\.md#M\d+\)", "", text), "utf-8")
    text = (copy / "mkdocs.yml").read_text("utf-8")
    result = build(copy, tmp_path / "site", "--strict")
    assert result.returncode == 0, result.stdout
    rule = "should be taken out until {} has something, of which {} is made; it was left out"
    assert re.findall(r"(?m)^INFO +- +Advice: (mkdocs.yml.*)$", result.stdout) == [
        f"{place_of(text, name)}: nav, Sources: {rule.format(source, name)}"
        for name, source in (("claims.md", "claims/"), ("figures.md", "figures/"), ("glossary.md", "glossary.yml"))
    ]
