"""What is there only to be quick changes nothing: every page says the same with each shortcut and without it."""

from __future__ import annotations

import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.treeprocessors import Treeprocessor

import coursework
import hostile
from claim import test_hostile_claims
from claim.territory import FILES as CLAIMS
from claim.territory import LEDGER
from claim.territory import LESSON as CLAIMED
from coursework.course.content_files import REFERENCES
from coursework.reading.cite import Formatted
from coursework.text import shortcuts
from coursework.text.citation import CitationExtension, keys_in
from coursework.text.shortcuts.quick_inline import quicken
from coursework.text.snippet import Snippets
from coursework_mkdocs import search_text
from figure import test_hostile_figures
from figure.rainfall import KINDS, changed
from glossary.test_glossary_pages import GLOSSARY
from help import test_hostile_help
from help.mountains import HELP
from hostile import html_let_through  # noqa: F401  a fixture of every test here
from making import MAPS, Generated, Rendered, markdown_settings, write_project
from quiz import test_hostile_quizzes

HERE = Path(__file__).parent
NAMES = ("plain_text", "quick_inline", "ready_html")
# What is rendered of templates, and what search reads: test_templates.py and test_search_text.py compare those.
OTHERS = ("render_once", "search_text")
Site = tuple[Mapping[str, str], Mapping[str, str]]  # files and pages, by their paths


@pytest.fixture(autouse=True)
def all_on(monkeypatch):
    monkeypatch.delenv("COURSEWORK_PLAIN", raising=False)


@pytest.fixture
def quick_citations(monkeypatch):
    """Citations without Pandoc."""

    def format_citations(references, clusters, style, cache, language):
        links = {key: f'<a href="#ref-{key}">{key}</a>' for cluster in clusters for key in keys_in(cluster)}
        formatted = {cluster: f"({'; '.join(links[key] for key in keys_in(cluster))})" for cluster in clusters}
        return Formatted(formatted, {reference.id: escape(reference.title) for reference in references})

    monkeypatch.setattr("coursework.course.citations.format_citations", format_citations)


def meaning(html: str) -> str:
    """HTML without the order of attributes, and without spaces and empty paragraphs that nobody sees."""
    text = ET.canonicalize(f"<div>{html}</div>")
    return re.sub(r"<p> </p>", "", " ".join(text.replace("<p>", "<p> ").replace("</p>", " </p>").split()))


def without(names: str, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSEWORK_PLAIN", names)
        return make()


def pages_of(site: Site) -> dict[str, str]:
    """What every page of a small course says, those that it makes among them, and what is wrong with any."""
    files, pages = site
    with tempfile.TemporaryDirectory() as folder:
        course = coursework.build(write_project(Path(folder), files, pages))
        rendered = {path: Rendered(course, path, text) for path, text in pages.items()}
        for file in course.publishing.files():
            if isinstance(file, coursework.GeneratedPage):
                rendered[file.path] = Generated(course, file)
        problems = [str(problem) for problem in course.problems({})]
    html = {path: meaning(ET.tostring(page.tree, encoding="unicode")) for path, page in rendered.items()}
    return html | {"problems": "\n".join(problems)}


def golden(house: str, name: str) -> str:
    return (HERE / house / "golden" / name).read_text(encoding="utf-8")


EVERY_QUESTION = golden("quiz", "every-field.yml")
ASKED = [question["id"] for question in yaml.safe_load(EVERY_QUESTION)["questions"]]
EMBEDDED = "# A page\n\n```quiz\nevery-field: objectives\nevery-field: guess all, several, either\n```\n\n"
EMBEDDED += "".join(f"- In a list\n\n    ```quiz\n    every-field: {id}\n    ```\n\n" for id in ASKED)
EMBEDDED += "```quiz\nevery-field: after opinion\nevery-field: worksheet\nevery-field: key\n```\n"
READ = {
    REFERENCES: golden("reading", "references.yml"),
    "readings/every-field.yml": golden("reading", "every-field.yml"),
    "readings/least.yml": golden("reading", "least.yml"),
}
LESSON = {"index.md": "", "lessons/maps.md": "# Maps {#lines}\n\nContour lines [@snyder1987], as @harley1989 has it.\n"}
FIGURES = {f"figures/{name}.yml": changed(*replaced) for name, replaced in KINDS.items()}
DRAWN = "".join(f"```figure\n{name}\n```\n\n" for name in KINDS)
GOLDEN: dict[str, Site] = {
    "quiz": (
        {"quizzes/every-field.yml": EVERY_QUESTION, REFERENCES: MAPS[REFERENCES], "claims/maps.yml": LEDGER},
        {**LESSON, "a.md": EMBEDDED},
    ),
    "reading": (
        READ,
        {
            "index.md": "",
            "lessons/maps.md": "First @harley1989, then [@survey2019, p. 3; @harley1989].\n",
            "a.md": "```readings\nevery-field\n```\n\n```readings\ntopic: power\n```\n",
        },
    ),
    "figure": ({**MAPS, **FIGURES}, {**LESSON, "a.md": DRAWN}),
    "claim": (CLAIMS, {"lessons/maps.md": CLAIMED, "index.md": "# Start\n\nSee [M1](claims.md#M1).\n"}),
    "glossary": ({**MAPS, "glossary.yml": GLOSSARY}, {**LESSON, "a.md": "# A line\n\nA line, and *contour lines*.\n"}),
    "help": ({REFERENCES: MAPS[REFERENCES], "help.yml": HELP}, {"help.md": "# Help\n\n```help\n```\n"}),
}  # fmt: skip


def test_every_shortcut_has_a_switch_of_its_name_and_says_what_it_gains(monkeypatch):
    files = [*Path(shortcuts.__file__).parent.glob("[a-z]*.py"), Path(search_text.__file__)]
    modules = {file.stem: file.read_text(encoding="utf-8") for file in files}
    assert set(modules) == {*NAMES, *OTHERS}
    assert [name for name, text in modules.items() if f'is_on("{name}")' not in text] == []
    assert [name for name, text in modules.items() if not re.search(r"Gains\s\d\.\d\ss\sof", text)] == []
    monkeypatch.setenv("COURSEWORK_PLAIN", "quick_inline ready_html")
    assert [shortcuts.is_on(name) for name in NAMES] == [True, False, False]
    monkeypatch.setenv("COURSEWORK_PLAIN", "1")
    assert [shortcuts.is_on(name) for name in NAMES] == [False] * 3


@pytest.mark.parametrize("house", GOLDEN)
def test_every_golden_page_says_the_same(house):
    quick = pages_of(GOLDEN[house])
    assert quick["problems"] == ""
    assert len("".join(quick.values())) > 3000
    for names in ("1", *NAMES):
        assert without(names, lambda: pages_of(GOLDEN[house])) == quick, names


FEW = settings(max_examples=max(4, settings.default.max_examples // 20))


def of(fields):
    return st.fixed_dictionaries(dict.fromkeys(fields, hostile.texts(paragraphs=False)))


def hostile_quiz(text) -> Site:
    files = {"quizzes/q.yml": test_hostile_quizzes.quiz_of(text), REFERENCES: MAPS[REFERENCES]}
    return files, {"a.md": test_hostile_quizzes.PAGE, "b.md": "", "c.md": test_hostile_quizzes.OTHERS}


def hostile_figures(text) -> Site:
    files = {"figures/a.yml": test_hostile_figures.figure(text), "figures/b.yml": test_hostile_figures.timeline(text)}
    return {**MAPS, **files}, {**LESSON, "a.md": "# A page\n\n```figure\na\n```\n\n```figure\nb\n```\n"}


def hostile_claims(text) -> Site:
    pages = {**LESSON, "index.md": test_hostile_claims.PAGE.format("Maps"), "a.md": "# B\n\n```glossary\n```\n"}
    return {**MAPS, **test_hostile_claims.files(text)}, pages


def hostile_help(text) -> Site:
    files = {REFERENCES: MAPS[REFERENCES], "help.yml": test_hostile_help.file(text)}
    return files, {"help.md": "# Help\n\n```help\n```\n"}


FIGURE_FIELDS = (*test_hostile_figures.PLAIN, *test_hostile_figures.MARKDOWN)
HOSTILE = {
    "quiz": (hostile_quiz, test_hostile_quizzes.FIELDS, test_hostile_quizzes.QUIZZES),
    "figure": (hostile_figures, FIGURE_FIELDS, test_hostile_figures.TEXTS),
    "claim": (hostile_claims, test_hostile_claims.FIELDS, of(test_hostile_claims.FIELDS)),
    "help": (hostile_help, test_hostile_help.FIELDS, of(test_hostile_help.FIELDS)),
}
LINKS = ' zebra "onclick=x <a href="javascript:alert(1)">Elch</a> &nbsp; ]]> --> <i>ñandú</i> {: onclick=x } '
PLANTED = (
    LINKS, " zebra [a](&#106;avascript:alert(1)) &nbsp; &#0; <b> {: onclick=x } Elch ",
    " zebra [see <script>x</script> @harley1989] [@harley1989; x; @snyder1987] ",
    """ zebra "></select></label><img src=x onerror=alert(1)> ' `Elch` """, "[a [@harley1989] link](index.md) and *b*",
    " zebra `quiz x\ny` and ```quiz\nmaps\n``` Elch",
)  # fmt: skip


@pytest.mark.usefixtures("quick_citations")
@pytest.mark.parametrize("house", HOSTILE)
@pytest.mark.parametrize("text", PLANTED)
def test_every_hostile_page_says_the_same(house, text):
    make, fields, _ = HOSTILE[house]
    site = make(dict.fromkeys(fields, text))
    quick = pages_of(site)
    for names in ("1", *NAMES):
        assert without(names, lambda: pages_of(site)) == quick, names


@pytest.mark.usefixtures("quick_citations")
@pytest.mark.parametrize("house", HOSTILE)
def test_pages_of_generated_hostile_texts_say_the_same(house):
    make, _, texts = HOSTILE[house]

    @FEW
    @given(texts)
    def compare(text):
        site = make(text)
        assert without("1", lambda: pages_of(site)) == pages_of(site)

    compare()


def citation_of(cluster):
    span = ET.Element("span", {"class": "citation"})
    span.text = cluster
    return None if "nobody" in cluster else span


@given(hostile.texts() | st.text())
def test_a_generated_text_says_the_same(text):
    def render():
        snippets = Snippets(citation_of)
        return {"inline": meaning(snippets.inline(text)), "block": meaning(snippets.block(text))}

    text = hostile.REFUSED.sub("", text)
    quick = render()
    for names in ("1", *NAMES[:2]):
        assert without(names, render) == quick, names


def test_a_link_in_a_link_is_none():
    quiz = MAPS["quizzes/maps.yml"].replace(
        "explanation: A contour line joins points of equal height.",
        "explanation: '[Read what the author says [@harley1989] about it](index.md)'",
    )
    page = pages_of(({**MAPS, "quizzes/maps.yml": quiz}, {**LESSON, "a.md": "```quiz\nmaps\n```\n"}))["a.md"]
    [link] = [link for link in ET.fromstring(page).iter("a") if "what the author says" in "".join(link.itertext())]
    assert [part.tag for part in link.iter()] == ["a", "span", "span"]
    assert "about it" in "".join(link.itertext())


class Stranger(Extension):
    """Patterns and a tree processor of somebody else, under the names and in the places of Markdown's own."""

    def extendMarkdown(self, md):
        for name in ("autolink_bare", "link_wiki", "html_span", "image_wiki", "reference_x", "citation_x"):
            md.inlinePatterns.register(SimpleTextInlineProcessor(rf"({name.replace('_', '')})"), name, 175)
        md.inlinePatterns.register(Shouted(r"\bhttps:(\S+)"), "autolink", 120)
        md.treeprocessors.register(Pruned(md), "pruned", 1)


class Shouted(SimpleTextInlineProcessor):
    def handleMatch(self, match, data):
        return match[1].upper(), match.start(0), match.end(0)


class Pruned(Treeprocessor):
    """Takes one link of each element that has several, and puts another in its place."""

    def run(self, root):
        for parent in list(root.iter()):
            if len(links := parent.findall("a")) > 1:
                parent.remove(links[0])
                ET.SubElement(parent, "a", href="https://added.example").text = "added"
            for picture in parent.findall("img"):
                parent.remove(picture)


def test_what_others_do_to_a_page_is_done_to_all_of_it():
    quiz = MAPS["quizzes/maps.yml"].replace("A habit, not", "![One](a.svg) [one](b.md) [two](c.md). A habit, not")
    text = "# A page\n\nhttps://a.example, [a](b.md), [c](d.md)\n\n```quiz\nmaps\n```\n"

    def render():
        with tempfile.TemporaryDirectory() as folder:
            course = coursework.build(write_project(Path(folder), {**MAPS, "quizzes/maps.yml": quiz}, LESSON))
            course.rendering.start("a.md", text)
            extensions, configs = markdown_settings()
            md = Markdown(extensions=[*extensions, Stranger(), course.rendering.extension], extension_configs=configs)
            return {"a.md": meaning(md.convert(text))}

    quick = render()
    assert "//A.EXAMPLE" in quick["a.md"] and "<img" not in quick["a.md"] and "two" in quick["a.md"]
    assert quick["a.md"].count("https://added.example") >= 2, "in the lesson, and in the question"
    for names in ("1", *NAMES):
        assert without(names, render) == quick, names


@given(
    st.lists(st.sampled_from(["autolinkbare", "https://a.b", "<https://c.d>", "a", "*", " ", "[", "](e)"])).map("".join)
)
def test_patterns_of_others_find_what_they_would_find(text):
    def render():
        md = Markdown(extensions=[Stranger(), CitationExtension(citation_of)])
        md.treeprocessors.deregister("pruned")
        quicken(md)
        return {"": md.convert(text)}

    assert without("quick_inline", render) == render()
