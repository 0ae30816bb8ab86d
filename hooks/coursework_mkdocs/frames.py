"""The pages for frames on sites of others, each with a question out of the page of its quiz.

They are alike but for their questions, so the template is rendered once; of the sheets each gets what they can need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from html import escape
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

import coursework
from coursework_mkdocs import theme_styles
from coursework_mkdocs.content_names import publish_named
from coursework_mkdocs.policy import Policy
from coursework_mkdocs.pruned_sheet import pruned
from coursework_mkdocs.shrunk_files import without_indents

# What differs from page to page, by characters that nobody types.
_TITLE, _QUIZ, _CANONICAL, _COURSE, _QUESTION = "\ue003", "\ue004", "\ue005", "\ue006", "\ue007"
_LINK = re.compile(r'<(\w+)([^<>]*?)\s(href|src)="([^"]*)"')
_ELSEWHERE = ' target="_blank" rel="noopener"'
# Of each quiz, by its title and the address of its page, what `Frames.questions` gives.
_Questions = dict[tuple[str, str], list[tuple[str, str, str, str]]]
_SHEETS = ("assets/course.css", "assets/blocks.css")


def fill(
    env: Environment,
    config: MkDocsConfig,
    nav: Navigation,
    files: Files,
    course: coursework.Course,
    policy: Policy | None,
) -> None:
    """Write into the pages for frames, which are among the files, their questions; and add the sheet of all.

    A site without a `policy` is not ours, and has none.
    """
    frames = course.publishing.frames
    questions: _Questions = {}
    for quiz in frames.quizzes:
        page = files.get_file_from_path(frames.path_of_quiz(quiz))
        if page and page.page:
            html = page.page.content or ""
            questions[str(quiz.title), str(page.url)] = [*frames.questions(quiz, html)]
    found = [files.get_file_from_path(path) for of in questions.values() for path, *_ in of]
    if not policy or not (first := next(filter(None, found), None)):
        return
    base = get_relative_url(".", first.url)
    given = get_context(nav, files, config, None, base)
    values = {"title": _TITLE, "quiz": _QUIZ, "canonical": _CANONICAL, "course": _COURSE, "question": _QUESTION}
    words = {name: escape(str(word)) for name, word in frames.words.items()}
    shell = env.get_template("embed.html").render(
        given, frame=values, frame_words=words, script=frames.script.path, sheet="\ue008"
    )
    pages = dict(_pages(questions, files, config))
    html = "".join([shell, *(question for *_, question in pages.values())])
    sheet = _sheet(config, pruned(_styles(files, frames.styles), html + str(frames.script.content)))
    files.append(sheet)
    shell = policy.guarded(without_indents(shell.replace("\ue008", sheet.dest_uri), config), "embed.html")
    for file, values_of_page in pages.items():
        page_html = shell
        for sign, value in zip((_TITLE, _QUIZ, _CANONICAL, _COURSE, _QUESTION), values_of_page):
            page_html = page_html.replace(sign, value)
        file.content_string = page_html


def _pages(
    questions: _Questions, files: Files, config: MkDocsConfig
) -> Iterator[tuple[File, tuple[str, str, str, str, str]]]:
    """What each page says in place of the signs, in their order."""
    for (title, at), of_quiz in questions.items():
        canonical = escape(urljoin(config.site_url, at)) if config.site_url else ""
        for path, address, prompt, html in of_quiz:
            if file := files.get_file_from_path(path):
                course = escape(get_relative_url(f"{at}#{address}", file.url))
                question = without_indents(_led_elsewhere(html, at, file.url), config)
                yield file, (escape(prompt), escape(title), canonical, course, question)


def _led_elsewhere(html: str, at: str, url: str) -> str:
    """The HTML of a page at one address for another; where a reader would leave the frame, a new page opens."""

    def led(link: re.Match[str]) -> str:
        tag, others, name, value = link.groups()
        if not urlsplit(value).scheme and not value.startswith("//"):
            value = get_relative_url(urljoin(f"/{at}", value).lstrip("/") or ".", url)
        return f'<{tag}{others} {name}="{value}"{_ELSEWHERE if tag == "a" else ""}'

    return _LINK.sub(led, html)


def _styles(files: Files, own: str) -> str:
    """All that a question could need: of the theme, of the course, and of frames."""
    theme = next((file for file in files if fnmatch(file.src_uri, theme_styles.SHEET)), None)
    sheets = [theme, *map(files.get_file_from_path, _SHEETS)]
    return "".join([*(file.content_string for file in sheets if file), own])


def _sheet(config: MkDocsConfig, styles: str) -> File:
    # Beside the sheets that it is made from, whose fonts it names as they do.
    sheet = File.generated(config, "assets/frame.css", content=styles)
    publish_named([sheet], config)
    return sheet
