"""What the tests of the engine share: a small project made from texts, its problems, and its pages rendered."""

import os
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
import yaml
from hypothesis import settings
from markdown import Markdown

import coursework
from coursework import check
from coursework.content import REFERENCES, read_content
from coursework.markdown_extension import custom_fences

# The same examples in each run, so that a test turns red by a change and not by chance. HYPOTHESIS_PROFILE=new looks
# for others, ten times as many.
settings.register_profile("same", deadline=None, max_examples=60, derandomize=True, database=None)
settings.register_profile("new", deadline=None, max_examples=600, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parents[1]

# About maps, as the engine must not know what a course is about.
MAPS = {
    "quizzes/maps.yml": """
title: Maps
lesson: lessons/maps.md
objectives:
  - {id: read-a-map, text: tell what a map *shows*}
questions:
  - id: contour
    type: single-choice
    prompt: What does a contour line join?
    choices:
      - {text: Equal height, correct: true, feedback: You go neither up nor down.}
      - {text: Equal rain, feedback: Those are isohyets.}
    explanation: A contour line joins points of equal height.
    cite: [snyder1987]
    reread: "#lines"
  - id: north
    type: true-false
    prompt: North is always up.
    answer: false
    feedback: {"true": A habit., "false": "Right, see [the index](index.md) and [more](lessons/maps.md#lines)."}
    explanation: "A habit, not a rule [@harley1989, p. 3]."
""",
    "readings/maps.yml": """
title: On maps
groups:
  - readings:
      - {reference: harley1989, why: "It asks what maps leave out [@harley1989]."}
""",
    REFERENCES: """
- {id: harley1989, type: article-journal, title: Deconstructing the map, author: [{family: Harley, given: J. B.}],
   issued: {date-parts: [[1989]]}, container-title: Cartographica, volume: "26", issue: "2", page: 1-20}
- {id: snyder1987, type: book, title: Map projections, author: [{family: Snyder, given: John P.}],
   issued: {date-parts: [[1987]]}, publisher: USGS}
""",
}


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write what is rendered now as what is expected")


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory):
    """One cache for all projects of the tests: most cite the same works in the same way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coursework.Project, "cache", tmp_path_factory.mktemp("cache"))
        yield


@pytest.fixture
def golden(request):
    """Compare a text with the file that holds what it should be."""

    def compare(file, text):
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), "a new one: run pytest --update-golden, and read what it wrote"
        assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()

    return compare


def write_project(root, files, pages=None):
    """A project of some files (text, or bytes) and pages."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    stances = {"for": "For maps", "against": "Against maps", "both": "Both sides"}
    return coursework.Project(root, pages or {}, "a-course", stances=stances)


@pytest.fixture
def project(tmp_path):
    """Make a project: `project(files, pages)`; without files, the one about maps."""
    return lambda files=MAPS, pages=None: write_project(tmp_path, files, pages)


@pytest.fixture
def problems_of(project):
    """The lines that an author would see for these files, without formatting a citation."""

    def read(files, pages=None, anchors=None):
        made = project(files, pages)
        content = read_content(made)
        found = [*content.problems, *check.citations(content, made), *check.lessons(content, made)]
        found += check.passages(content, {page: set(ids) for page, ids in (anchors or {}).items()})
        return [str(problem) for problem in sorted(set(found))]

    return read


class Rendered:
    """A page as the site would hold it, with what was found wrong."""

    def __init__(self, course, path, text):
        course.start(path, text)
        extensions, configs = markdown_settings()
        self.html = Markdown(extensions=[*extensions, course.extension], extension_configs=configs).convert(text)
        self.tree = ET.fromstring(f"<div>{_without_names(self.html)}</div>")
        self.problems = [str(problem) for problem in course.problems({})]

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [item for item in self.tree.iter(tag) if wanted.items() <= item.attrib.items()]

    def text(self):
        return text_of(self.tree)


def _without_names(html):
    """The HTML with the characters that an author named (`&nbsp;`), whose names XML does not know."""
    return re.sub(r"&(?!(?:amp|lt|gt|quot);)[a-zA-Z]+;", lambda name: unescape(name[0]), html)


@pytest.fixture
def render(project):
    """Render one page of a course: `render(text, path, files)`."""

    def page(text, path="lessons/maps.md", files=MAPS):
        pages = {"index.md": "", "lessons/maps.md": "", path: text}
        return Rendered(coursework.build(project(files, pages)), path, text)

    return page


def markdown_settings():
    """The Markdown extensions of the real site, with those that MkDocs always has, and our fences."""
    configs = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)["markdown_extensions"]  # noqa: S506
    configs["pymdownx.superfences"] = {"custom_fences": custom_fences()}
    return list(dict.fromkeys(["toc", "tables", "fenced_code", *configs])), configs


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml without looking at its `!ENV` values."""


_Settings.add_multi_constructor("!", lambda loader, tag, node: None)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def lines_of(elements):
    """Elements as HTML, without empty lines: for reading, and for comparing line by line."""
    html = "\n".join(ET.tostring(element, encoding="unicode", method="html") for element in elements)
    return "\n".join(line.rstrip() for line in html.splitlines() if line.strip()) + "\n"


# The engine's templates by their names.
TEMPLATES = {
    file.relative_to(ROOT / "hooks/coursework").as_posix(): file.read_text(encoding="utf-8")
    for file in sorted((ROOT / "hooks/coursework").rglob("*.html"))
}


def skeleton(template):
    """A template without its statements and with a letter for every value: what is left must be well-formed."""
    template = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", template, flags=re.DOTALL)
    return f"<template>{re.sub(r'{{.*?}}', 'x', template, flags=re.DOTALL)}</template>"
