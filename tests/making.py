"""A small project made from texts, its pages rendered, and what the tests of the engine ask of either."""

import re
import xml.etree.ElementTree as ET
from html import unescape

import yaml
from markdown import Markdown

import coursework
from building import FIXTURE, PROJECT
from coursework.course.content_files import REFERENCES
from coursework.text.code import HIGHLIGHT
from coursework.text.extension import custom_fences, written
from coursework.text.stance import read_stances

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


def write_project(root, files, pages=None):
    """A project of some files (text, or bytes) and pages."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    stances = read_stances({"for": "For maps", "against": "Against maps", "both": "Both sides"})
    topics = {"scale": "Scale & measure", "power": "Power"}
    extensions = frozenset(map(str, markdown_settings()[0]))
    return coursework.Project(root, pages or {}, "a-course", stances=stances, topics=topics, extensions=extensions)


class _Seen:
    """A page as the site would hold it, with what was found wrong."""

    def __init__(self, course, html):
        self.html = html
        self.tree = ET.fromstring(f"<div>{_without_names(self.html)}</div>")
        self.problems = [str(problem) for problem in course.problems({})]

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [item for item in self.tree.iter(tag) if wanted.items() <= item.attrib.items()]

    def text(self):
        return text_of(self.tree)


class Rendered(_Seen):
    """A page that an author wrote."""

    def __init__(self, course, path, text):
        course.rendering.start(path, text)
        extensions, configs = markdown_settings()
        super().__init__(
            course,
            Markdown(extensions=[*extensions, course.rendering.extension], extension_configs=configs).convert(text),
        )


class Generated(_Seen):
    """A page that the course makes."""

    def __init__(self, course, page):
        super().__init__(course, written(course.rendering.generated(page)))


def written_pages(course):
    """The HTML of every page that the course makes."""
    for file in course.publishing.files():
        if isinstance(file, coursework.GeneratedPage):
            yield written(course.rendering.generated(file))


def _without_names(html):
    """The HTML with the characters that an author named (`&nbsp;`), whose names XML does not know."""
    return re.sub(r"&(?!(?:amp|lt|gt|quot);)[a-zA-Z]+;", lambda name: unescape(name[0]), html)


def markdown_settings():
    """The Markdown extensions that a course has at first, with those that MkDocs always has, and our fences."""
    configs = settings_of(FIXTURE)["markdown_extensions"]
    configs["pymdownx.highlight"] = HIGHLIGHT | configs["pymdownx.highlight"]
    configs["pymdownx.superfences"] = {"custom_fences": custom_fences()}
    return list(dict.fromkeys(["toc", "tables", "fenced_code", *configs])), configs


def settings_of(root):
    """The settings of a site, with nothing in the place of what an environment sets."""
    return yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)  # noqa: S506


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
    file.relative_to(PROJECT / "hooks/coursework").as_posix(): file.read_text(encoding="utf-8")
    for file in sorted((PROJECT / "hooks/coursework").rglob("*.html"))
}


def skeleton(template):
    """A template without its statements and with a letter for every value: what is left must be well-formed."""
    template = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", template, flags=re.DOTALL)
    return f"<template>{re.sub(r'{{.*?}}', 'x', template, flags=re.DOTALL)}</template>"
