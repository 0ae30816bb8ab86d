"""What the search needs to read of a page.

It passes over an element with `data-search-exclude` until the next end of an element of the same name, but reads it
all; nine tenths of a page with questions are such elements. Of the others it keeps the words, and few of the tags.
It would not find a word that holds a soft hyphen, so those go too. All but the last is a shortcut, as those of
`coursework/text/shortcuts/`, but knows the host. Gains 2.2 s of the 4.7 s of CPU that this course took.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from coursework.text.formula import in_words
from coursework.text.shortcuts import is_on
from coursework_mkdocs.pages import CoursePage

_EXCLUDED = " data-search-exclude="
# It excludes all that follows a heading; of a script it keeps nothing; and a value may hold what ends a tag.
_HEADING = re.compile(r"h[1-6]")
_UNLIKE_OURS = re.compile(r"=\"[^\"<>]*>[^\"<>]*\"")
_NAME = re.compile(r"<([a-zA-Z][\w-]*)")
# Tags that it reads and forgets. No heading stands within one, which would end with it.
_FORGOTTEN = re.compile(
    r"</?(?:abbr|b|button|cite|em|fieldset|form|i|img|input|label|legend|quiz-question|quiz-summary|small|span|strong"
    r"|t(?:able|body|d|h|head|r))\b[^>]*>"
    r"|<a\s(?![^>]*\bheaderlink\b)[^>]*>(?P<words>[^<]*)</a>"
)
# What the elements between leave; readers fetch them with the index.
_SPACES = re.compile(r"\s{2,}")


# Search takes the content of a page between these two.
@event_priority(100)
def _before_search(context: object, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    if isinstance(page, CoursePage):
        hidden = (page.meta.get("search") or {}).get("exclude")
        page.whole, page.content = page.content, "" if hidden else searchable(page.content or "")


@event_priority(-100)
def _after_search(context: object, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    if isinstance(page, CoursePage):
        page.content, page.whole = page.whole, None


on_page_context = CombinedEvent(_before_search, _after_search)


def searchable(html: str) -> str:
    """The HTML without what search passes over, without the tags that it does not keep, and the spaces they leave."""
    html = in_words(html).replace("&shy;", "").replace("\u00ad", "")
    if not is_on("search_text") or "<script" in html or "<style" in html or _UNLIKE_OURS.search(html):
        return html
    parts, read = [], 0
    while (mark := html.find(_EXCLUDED, read)) >= 0:
        start = html.rfind("<", read, mark)
        name = _NAME.match(html, start) if start >= 0 else None
        end = html.find(f"</{name[1]}>", mark) if name else -1
        # Not as we write it, or words that only look so: search may know what is meant.
        if not name or end < 0 or ">" in html[start:mark] or _HEADING.fullmatch(name[1]):
            return html
        parts.append(html[read:start])
        read = end + len(name[0]) + 2
    left = _FORGOTTEN.sub(lambda tag: tag["words"] or "", "".join([*parts, html[read:]]))
    return left if "<pre" in left else _SPACES.sub(" ", left)
