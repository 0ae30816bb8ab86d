"""What is told of a page from its source: what a browser would pass over, and what Markdown would join."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursework.source.front_matter import body_of
from coursework.source.lines import MAY_JOIN, joined_lines
from coursework.source.place import line_and_column
from coursework.source.problem import Advice, Problem, quoted
from coursework.source.traps import TAGS, blank, blank_code
from coursework.text.prose import blank_comments, prose_of

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>|<([A-Za-z][A-Za-z0-9]*), ?[\w, ]*>")
# What would name the address of a link: after more than one word it is none.
_DEFINITION = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(\[(?!\^)(?=[^\]\n]*@\w)[^\]\n]+\]):[ \t]*\S*[ \t]*$", re.MULTILINE
)
# The elements of our scripts, and the blocks of which they are made.
_OURS_AS = {
    "question": "quiz", "guess": "quiz", "sitting": "quiz", "summary": "progress", "progress": "progress",
    "review": "review",
}  # fmt: skip
_OURS = re.compile(rf"<quiz-({'|'.join(_OURS_AS)})(?=[\s/>])", re.IGNORECASE)
# A page may have more of HTML than a text of YAML.
_MORE = "acronym base body dir head hgroup html marquee noscript search template title"
_NAMES = frozenset(f"{TAGS} {_MORE}".split())


def unknown_tags(path: str, text: str) -> Iterator[Problem]:
    """Words in angle brackets that no browser shows, as `List<String>`; `path` is below `docs/`."""
    if "<" not in text or "<svg" in text or "<math" in text:
        return
    source = blanked(text)
    for tag in _TAG.finditer(source):
        if (tag[1] or "").lower() not in _NAMES:
            message = f"must be in backticks, or no browser shows it: {quoted(tag[0])} is no tag of HTML"
            yield _problem(path, source, tag.start(), message)


def elements_of_ours(path: str, text: str) -> Iterator[Problem]:
    """Elements that only the course can fill, as `<quiz-question>`: an author's own asks nothing and stops others."""
    if _OURS.search(text):
        begins = body_of(text)
        source = prose_of(blank(text[:begins]) + text[begins:], math=False)
        for tag in _OURS.finditer(source):
            block, found = _OURS_AS[tag[1].lower()], quoted(f"{tag[0]}>")
            message = f"must be a block, as ```{block}, not {found}, which the course makes of one"
            yield _problem(path, source, tag.start(), message)


def open_comment(path: str, text: str) -> Iterator[Problem]:
    """A comment without its end, which readers see, and with it all that was to be hidden."""
    if text.rfind("<!--") > text.rfind("-->"):
        start = blanked(text).find("<!--")
        if start >= 0:
            yield _problem(path, text, start, "must have its `-->`, or readers see what it should hide")


def unseen_citations(path: str, text: str) -> Iterator[Problem]:
    """Citations that Markdown takes for the name of a link, and leaves out with the word behind their colon."""
    if "]:" in text and "@" in text:
        source = blanked(text)
        for found in _DEFINITION.finditer(source):
            message = f"must have a word between {quoted(found[1])} and its colon, or Markdown leaves out both"
            yield _problem(path, source, found.start(1), message)


def _problem(path: str, source: str, start: int, message: str) -> Problem:
    return Problem(f"docs/{path}", *line_and_column(source, start), "", message)


def joined_in(path: str, text: str) -> Iterator[Advice]:
    """Lists and tables of a page that become one with the text above them."""
    if not MAY_JOIN.search(text):
        return
    begins = body_of(text)
    for number, need in joined_lines(prose_of(blank(text[:begins]) + text[begins:], math=True)):
        yield Advice(f"docs/{path}", number + 1, 1, "", f"should have {need}")


def blanked(text: str) -> str:
    """The source of a page with spaces in the place of its head, its code and its comments."""
    begins = body_of(text)
    return blank(text[:begins]) + blank_comments(blank_code(text[begins:]))
