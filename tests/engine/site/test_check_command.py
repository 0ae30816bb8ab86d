"""`coursework check` tells what the build tells, in the same words and order, of a clone and of what is installed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from test_setting_mistakes import change

import building
from coursework_mkdocs import events
from coursework_mkdocs.checking import check
from coursework_mkdocs.cli import main
from coursework_mkdocs.looked import read_looked
from coursework_mkdocs.pages import CoursePage
from coursework_mkdocs.rendered_cache import RenderedCache
from installing import coursework

INSTALLED = Path(__file__).parent / "installed.yml"
END = re.compile(r"(Nothing|1 mistake|\d+ mistakes) to mend\. `mkdocs build --strict` sees more: .*")

# A file, what is changed in it, and what to: one mistake each, of another kind.
PLANTED = [
    ("quizzes/scale.yml", "type: true-false", "type: true-fals"),
    ("quizzes/scale.yml", "cite: [robinson1995]", "cite: [robinson1994]"),
    ("quizzes/relief.yml", 'reread: "#', 'reread: "#no-'),
    ("quizzes/projections.yml", "lesson: lessons/projections.md", "lesson: lessons/projection.md"),
    ("readings/scale.yml", "reference: monmonier1996", "reference: monmonier1969"),
    ("readings/references.yml", "access: paywalled", "access: pay"),
    ("figures/coasts.yml", "kind: forest", "kind: forrest"),
    ("claims/scale.yml", "kind: method", "kind: methods"),
    ("glossary.yml", "definition:", "defintion:"),
    ("help.yml", "read-at: operator", "read-at: nowhere"),
    ("docs/lessons/relief.md", "stance: method", "stance: metod"),
    ("docs/lessons/relief.md", "relief: upside-down", "relief: upside-up"),
    ("docs/lessons/scale.md", "@robinson1995", "@robinson1959"),
    ("docs/lessons/scale.md", "claims.md#M1", "claims.md#M99"),
    ("docs/lessons/scale.md", "```figure\ncoasts\n", "```figure\ncoast\n"),
    ("docs/lessons/choices.md", "## Key terms", "[Lost](losst.md)\n\n## Key terms"),
    ("mkdocs.yml", "  - About: about.md", "  - About: about.md\n  - Lost: losst.md"),
    ("mkdocs.yml", "    citation_style: apa", "    citation_style: appa"),
    ("mkdocs.yml", "  look: brackets", "  look: bracket"),
]


# Told only where the page of the quiz is rendered: no page of an author shows the question.
UNSEEN = ("quizzes/choices.yml", "explanation: Lengths", "explanation: See [there](nowhere.md). Lengths")


def lines_of_build(printed: str) -> list[str]:
    """What a build told of mistakes, without the line that ends it."""
    lines = re.findall(r"(?m)^(?:WARNING|ERROR) +-  (.*)$", printed)
    return [line for line in lines if "to mend; each line" not in line]


def lines_of_check(printed: str) -> list[str]:
    *lines, end = printed.splitlines()
    assert END.fullmatch(end), printed
    return lines


def test_each_mistake_is_told_in_the_words_and_the_order_of_the_build(copy, tmp_path):
    change(copy / "docs/lessons/choices.md", ("```quiz\nchoices: rest\n```\n", ""))
    for name, old, new in (*PLANTED, UNSEEN):
        change(copy / name, (old, new))
    told = lines_of_build(building.build(copy, tmp_path / "site", "--strict").stdout)
    result = coursework(copy / "hooks", copy, "check")
    assert result.returncode == 1
    expected = [line for line in told if "nowhere.md" not in line]
    assert lines_of_check(result.stdout) == expected
    assert len(told) == len(expected) + 1, "the build alone sees the link in a question that is on no page"
    named = {line.split(":")[0] for line in expected if re.match(r"[\w./-]+:\d", line)}
    assert named >= {name for name, *_ in PLANTED} - {"docs/lessons/choices.md"}
    assert any("lessons/choices.md" in line and "losst.md" in line for line in expected)
    assert not (copy / "site").exists()


# More of what can be wrong in another file than the page that shows it; a heading to which a question leads is gone.
LATER = [
    *PLANTED,
    ("docs/lessons/relief.md", "{#shade}", "{#shades}"),
    ("docs/lessons/choices.md", "# ", "[Lost](scale.md#no-such-place)\n\n# "),
    ("mkdocs.yml", "  - About: about.md\n", ""),
]


@pytest.fixture
def own_theme(copy, monkeypatch):
    """Lets this process take the theme of a copy for the one of its own."""
    monkeypatch.setattr("coursework_mkdocs.theme_folder._THEME", copy / "hooks/coursework_mkdocs/theme")


@pytest.mark.usefixtures("own_theme")
def test_what_a_check_remembers_hides_no_mistake(copy):
    change(copy / "quizzes/scale.yml", ("hint: How", "hint: See [shade](lessons/relief.md#shade). How"))
    settings, remembered = copy / "mkdocs.yml", copy / ".cache/coursework/looked.json"
    assert check(settings, str) == 0
    seen = remembered.read_bytes()
    taken = len(json.loads(seen)["pages"])
    assert taken > 5
    for name, old, new in LATER:
        before = (copy / name).read_bytes()
        change(copy / name, (old, new))
        told: dict[bool, list[str]] = {True: [], False: []}
        for remembers, lines in told.items():
            remembered.write_bytes(seen if remembers else b"")
            check(settings, lines.append)
        assert told[True] == told[False] and told[True], (name, new)
        (copy / name).write_bytes(before)


@pytest.mark.usefixtures("own_theme")
def test_what_a_check_remembers_hides_no_quiz_that_is_gone_or_is_named_as_in_french(copy):
    settings, remembered = copy / "mkdocs.yml", copy / ".cache/coursework/looked.json"
    change(copy / "docs/about.md", ("# ", "See [it](quizzes/views.md).\n\n# "))
    for page in (copy / "docs/lessons").glob("*.md"):
        page.write_text(page.read_text(encoding="utf-8").replace("\nchoices:", "\nchoices\u00a0:"), encoding="utf-8")
    assert check(settings, str) == 0
    seen = remembered.read_bytes()
    for spoil in (
        lambda: change(copy / "quizzes/choices.yml", ("explanation: Lengths", "explanation: See [it](no.md). Lengths")),
        lambda: (copy / "quizzes/views.yml").rename(copy / "quizzes/sights.yml"),
    ):
        spoil()
        told: dict[bool, list[str]] = {True: [], False: []}
        for remembers, lines in told.items():
            remembered.write_bytes(seen if remembers else b"")
            check(settings, lines.append)
        assert told[True] == told[False] and told[True]


@pytest.mark.usefixtures("own_theme")
def test_where_a_hook_of_the_author_looks_at_pages_nothing_is_remembered(copy):
    (copy / "own.py").write_text("def on_page_content(html, **given):\n    return html\n", encoding="utf-8")
    change(copy / "mkdocs.yml", ("hooks: [", "hooks: [own.py, "))
    assert check(copy / "mkdocs.yml", str) == 0
    assert not (copy / ".cache/coursework/looked.json").exists()


@pytest.mark.usefixtures("own_theme")
def test_what_is_remembered_is_taken_where_nothing_has_changed(copy, monkeypatch):
    settings, remembered = copy / "mkdocs.yml", copy / ".cache/coursework/looked.json"
    assert check(settings, str) == 0
    found: list[str] = []
    get = RenderedCache.get
    monkeypatch.setattr(RenderedCache, "get", lambda *asked: found.append(asked[1]) or get(*asked))
    rendered: list[str] = []
    monkeypatch.setattr(CoursePage, "_render", lambda page, *given: rendered.append(page.file.src_uri))
    assert check(settings, str) == 0
    assert len(found) > 5 and rendered == []
    for ruined in (b"", b"{", b'{"programs": 1}', remembered.read_bytes()[:-9]):
        remembered.write_bytes(ruined)
        assert read_looked(copy).get("index.md", "any") is None


# What a check does not make: files to take along, and pages of the course with their headings.
LINKS = (
    "[a](../readings/start-here.bib) [b](../figures/coasts.csv) [c](scale.ris) [d](../quizzes/scale/key.md) "
    "[e](../glossary.md#scale)\n\n## Key terms"
)


def test_a_course_without_mistakes_has_none_of_either_kind_of_install(copy, package, tmp_path):
    change(copy / "docs/lessons/scale.md", ("## Key terms", LINKS))
    change(copy / "quizzes/scale.yml", ("hint: How", "hint: See [scale](glossary.md#scale). How"))
    before = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file() and "__pycache__" not in file.parts}
    clone = coursework(copy / "hooks", copy, "check")
    assert (clone.returncode, lines_of_check(clone.stdout)) == (0, [])
    after = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file() and "__pycache__" not in file.parts}
    assert {file: after[file] for file in after if ".cache" not in file.parts} == before
    (copy / "mkdocs.yml").write_text(INSTALLED.read_text(encoding="utf-8"), encoding="utf-8")
    installed = coursework(package, tmp_path, "check", str(copy), SITE_URL="http://127.0.0.1:8000/")
    [line] = lines_of_check(installed.stdout)
    assert installed.returncode == 0 and line.startswith("Advice: mkdocs.yml:"), line


def test_settings_are_read_as_the_host_reads_them(package, tmp_path):
    """From the environment, and from the file that they inherit from."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Maps\n", encoding="utf-8")
    base = "site_name: Maps\ntheme: coursework\nplugins:\n  - coursework: {id: !ENV [COURSE_ID, maps]}\n"
    (tmp_path / "base.yml").write_text(base, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: My maps\n", encoding="utf-8")
    wrong = coursework(package, tmp_path, "check", COURSE_ID="My maps")
    assert lines_of_check(wrong.stdout) == [
        "base.yml:4:22: plugins, coursework, id: must be small letters, digits and single hyphens, not 'My maps'"
    ]


SETTINGS = "site_name: Maps\ntheme: material\n"


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (
            b"site_name: Maps: more\n",
            "mkdocs.yml:1:12: must have this text in quotes, or after `|` on",
        ),
        (b"site_name: 'Maps\n", "mkdocs.yml:1:12: must end with the quotation mark it begins with"),
        (b"site_name: M\xfcller\n", "mkdocs.yml:1:13: must be saved as UTF-8 text, which the sign here is not"),
        (b"", "mkdocs.yml:1:1: must not be empty"),
        (b"- site_name\n", "mkdocs.yml:1:1: must be a group of fields (`name: value`)"),
        (b"INHERIT: bse.yml\n", "mkdocs.yml:1:10: INHERIT: must be a file of settings that is there, not 'bse.yml'"),
        (
            f"{SETTINGS}plugins: [search]\n".encode(),
            "mkdocs.yml:3:10: plugins: must name coursework, with the `id` of the course, or nothing is made of its "
            "content",
        ),
        (f"{SETTINGS}docs_dir: dcos\n".encode(), "Config value 'docs_dir': The path"),
    ],
)
def test_settings_that_cannot_be_used_are_told_in_words(tmp_path, settings, line):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_bytes(settings)
    lines: list[str] = []
    assert check(tmp_path / "mkdocs.yml", lines.append) == 1
    assert len(lines) == 1 and lines[0].startswith(line), lines


def test_what_is_no_course_is_told_in_words(tmp_path):
    (tmp_path / "folder").mkdir()
    for name, words in (("folder", "There is no mkdocs.yml in "), ("elsewhere", "There is no folder ")):
        result = CliRunner().invoke(main, ["check", str(tmp_path / name)])
        assert result.exit_code == 1 and result.output.startswith(f"Error: {words}"), result.output
    (tmp_path / "folder/mkdocs.yml").mkdir()
    result = CliRunner().invoke(main, ["check", str(tmp_path / "folder")])
    assert result.exit_code == 1
    assert lines_of_check(result.output) == ["mkdocs.yml:1:1: must be a file that can be read (Is a directory)"]


def test_what_a_course_adds_is_known_by_its_paths_before_it_is_made(copy, monkeypatch):
    """Links lead there, and a check makes none of it."""
    monkeypatch.chdir(copy)
    config = load_config(str(copy / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=True)
    config = config.plugins.on_config(config)
    config.plugins.on_files(get_files(config), config=config)
    publishing = events._build.course.publishing
    assert sorted(each.path for each in publishing.outline()) == sorted(each.path for each in publishing.files())
