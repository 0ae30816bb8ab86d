"""A site in a language that nobody speaks: each word of the interface is marked, so that what is left of English shows.

Marked are the words in a course's own `words.yml`; its theme speaks German, whose words are Material's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import material
import pytest
import yaml

import building
from coursework.source import values as source
from installing import build

ENGLISH = building.PROJECT / "hooks/coursework/words/en.yml"
INSTALLED = Path(__file__).parent / "installed.yml"
# The engine's own quiz, on a page for authors, who are told everything in English.
EXAMPLE = building.PROJECT / "hooks/coursework/quiz/example.yml"
# Fields of which readers see another word in each language.
STANDING = ("level", "access", "type", "kind", "certainty")
# What readers of a page see or hear.
SPOKEN = ("alt", "aria-label", "aria-description", "placeholder", "title", "content")


def marked(value):
    """The same words, each between two signs that nothing else has; what is filled in stays."""
    if isinstance(value, dict):
        return {str(name): marked(item) for name, item in value.items()}
    return [marked(item) for item in value] if isinstance(value, list) else f"⟦{value}⟧"


def written(value: source.Value, is_nav: bool = False) -> Iterator[str]:
    """The texts in a file of YAML, without words that stand for something; names are texts in a navigation."""
    if isinstance(value, source.Mapping):
        for name, item in value.items():
            if name not in STANDING:
                yield from [name] if is_nav else []
                yield from written(item, is_nav or name == "nav")
    elif isinstance(value, source.Sequence):
        for item in value:
            yield from written(item, is_nav)
    else:
        yield value


class Texts(HTMLParser):
    """The texts of a page, and the attributes that are read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unread: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        values = dict(attrs)
        if tag in ("script", "style", "math"):
            self._unread.append(tag)
        # A reference in COinS, for programs, looks like a title.
        if values.get("class") != "Z3988" and (tag != "meta" or values.get("name") == "description"):
            self.found += [text for name, text in attrs if name in SPOKEN and text]

    def handle_endtag(self, tag) -> None:
        if self._unread and tag == self._unread[-1]:
            self._unread.pop()

    def handle_data(self, data) -> None:
        if not self._unread:
            self.found.append(data)


# What citations say in German, by Pandoc's terms, maybe behind an author's words.
CITED = re.compile("(?:^| )(?:et al|Aufl|November|No)$")


def plain(text: str) -> str:
    """The words of a text with single spaces between them, without signs, marks of Markdown and numbers."""
    return " ".join(re.findall(r"[^\W\d_]+", html.unescape(text).replace("\u00ad", "")))


def unmarked(text: str) -> Iterator[str]:
    """What stands in a text outside all marks, in pieces without signs between their words."""
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "|", text)):
        pass
    for piece in re.split(r"[^\w\s]|\d|_", text.replace("\u00ad", "")):
        if len(words := plain(piece)) > 1:  # no initial of a name, and no letter over a part of a list
            yield words


@pytest.fixture(scope="module")
def site(package, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("marked")
    project = building.copy_fixture(folder / "project")
    text = INSTALLED.read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text.replace("theme:\n", "theme:\n  language: de\n"), encoding="utf-8")
    value, _ = source.parse(ENGLISH.read_text(encoding="utf-8"), "en.yml")
    (project / "words.yml").write_text(yaml.safe_dump(marked(value), allow_unicode=True), encoding="utf-8")
    result = build(package, project, folder / "site", "--strict")
    assert result.returncode == 0, result.stdout
    return folder / "site"


@pytest.fixture(scope="module")
def of_authors(site) -> str:
    """All words that an author wrote, and the theme's own, which Material has in German."""
    folder = site.with_name("project")
    files = [file for file in (*folder.glob("*.yml"), *folder.glob("*/*.yml"), EXAMPLE) if file.name != "words.yml"]
    texts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.md")]
    for file in files:
        texts += written(source.parse(file.read_text(encoding="utf-8"), file.name)[0])
    theme = Path(material.__file__).parent / "templates/partials/languages/de.html"
    return f" {plain(' '.join([*texts, theme.read_text(encoding='utf-8')]))} "


def test_no_word_of_english_is_left_on_any_page_or_picture(site, of_authors):
    left: dict[str, str] = {}
    files = sorted([*site.rglob("*.html"), *site.glob("figures/*.svg")])
    assert len({file.suffix for file in files}) > 1
    for file in files:
        page = Texts()
        page.feed(file.read_text(encoding="utf-8"))
        for text in page.found:
            for words in unmarked(text):
                if f" {CITED.sub('', words)} ".replace("  ", " ") not in of_authors:
                    left.setdefault(words, f"{file.relative_to(site)}: {' '.join(text.split())[:80]}")
    assert not left, "\n".join(f"{words!r} in {place}" for words, place in left.items())


def test_no_sentence_is_left_in_any_script(site):
    """A text that begins with a capital is one for readers, or the name of a key."""
    scripts = [*site.glob("assets/coursework-*/*.js"), *site.glob("assets/page.*.js")]
    texts = [text for file in scripts for text in re.findall(r'["`]([A-Z][a-z]+\b[^"`]*)["`]', file.read_text("utf-8"))]
    assert set(texts) <= {"Escape", "Tab"}
    assert any("⟦Right.⟧" in file.read_text("utf-8") for file in scripts)


def test_every_page_is_in_the_language_of_the_site(site):
    pages = sorted(site.rglob("*.html"))
    heads = {file.relative_to(site).as_posix(): re.search("<html[^>]*>", file.read_text("utf-8"))[0] for file in pages}
    assert "404.html" in heads and "quizzes/scale/worksheet/index.html" in heads
    assert [path for path, head in heads.items() if 'lang="de"' not in head] == []


def test_a_language_from_right_to_left_is_one_on_papers_too(package, tmp_path):
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    (project / "docs/index.md").write_text("# Maps\n", encoding="utf-8")
    (project / "docs/card.md").write_text("---\ntemplate: paper.html\n---\n# Card\n", encoding="utf-8")
    settings = "site_name: Maps\ntheme: {name: coursework, language: ar}\nplugins: [coursework: {id: maps}]\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    result = build(package, project, tmp_path / "site")
    assert result.returncode == 0, result.stdout
    assert "Advice: words.yml:1:1: should say" in result.stdout
    for path in ("index.html", "card/index.html", "404.html"):
        text = (tmp_path / "site" / path).read_text(encoding="utf-8")
        assert re.search('<html lang="ar"', text) and re.search('<body dir="rtl"', text), path


def test_a_paper_has_no_left_and_right():
    sheet = (building.PROJECT / "hooks/coursework_mkdocs/theme/assets/paper.css").read_text(encoding="utf-8")
    sides = re.findall(r"(?:padding|margin): ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);", sheet)
    assert [each for each in sides if each[1] != each[3]] == []
    assert not re.search(r"[^-\w](?:padding|margin|border)-(?:left|right)|[^-\w](?:left|right):", sheet)
