"""A work as a style should see it, and what APA asks of its citations: what CSL itself has no way to say."""

from __future__ import annotations

import re
from html import escape

from coursework.reading.model import NAME_FIELDS, NO_DATE, OTHERS, Csl, CslValue, Reference, names_in, text_in
from coursework.text.language import is_same, joint

# e94207, CD003388, but neither S12 of a supplement nor A4 of a newspaper, which are pages.
_ARTICLE_NUMBER = re.compile(r"(?!s\d)[a-z]\d+|[A-Za-z]{2,}\d+|[A-Z]\d{5,}")
# What a style may not be told: its own counts and letters, and what no style prints.
_UNPRINTED = (
    "custom", "categories", "citation-key", "citation-label", "citation-number", "first-reference-note-number",
    "locator", "year-suffix",
)  # fmt: skip
_UNTOLD = "und"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def language_of(csl: Csl) -> str:
    """The language of a work as a tag that programs read, as `nl` or `pt-BR`; empty where none can be told."""
    tag = text_in(csl, "language").strip().replace("_", "-")
    first = tag.split("-")[0].casefold()
    if first in ("en", "eng", "english"):
        return "en"
    return tag if _LANGUAGE.fullmatch(tag) else ""


def for_style(reference: Reference, style: str) -> dict[str, CslValue]:
    """The CSL record of a work as the style with this name should see it."""
    csl = {field: value for field, value in reference.csl.items() if field not in _UNPRINTED}
    for field in ("publisher", "container-title"):
        if field in csl and any(name.get("literal") == csl[field] for name in names_in(csl, "author")):
            # APA 7 leaves out a publisher or a site that is the author; CSL has no way to say so.
            del csl[field]
    for field in ("author", "editor"):
        people = names_in(csl, field)
        if {"literal": OTHERS} in people:
            csl[field] = [{"literal": "et al."} if name == {"literal": OTHERS} else name for name in people]
    if csl.get("status") == NO_DATE:
        del csl["status"]
    if "language" in csl:
        # Titles of no known language are not turned into Title Case either.
        csl["language"] = language_of(csl) or _UNTOLD
    if text_in(csl, "type") in ("speech", "paper-conference", "performance"):
        _say_where(csl)
    # Not of a review, of which APA's style asks by its number whether it is one of a book.
    in_journal = style.startswith("apa") and text_in(csl, "type") == "article-journal"
    if in_journal and "number" not in csl and _ARTICLE_NUMBER.fullmatch(text_in(csl, "page")):
        csl["number"] = csl.pop("page")  # an article's number, which APA introduces as one: Article e94207
    if "URL" in csl and "DOI" in csl:
        del csl["URL"]
    if note := text_in(csl, "note"):
        # Pandoc would take `URL: …` at its beginning for a field.
        csl["note"] = f" {note}"
    return csl


def _say_where(csl: dict[str, CslValue]) -> None:
    """Of a talk the place of its publisher is where it was held; styles ask for both, and the event, by either name."""
    if "publisher" not in csl:
        for field, other in (("event-place", "publisher-place"), ("publisher-place", "event-place")):
            if other in csl:
                csl.setdefault(field, csl[other])
    if "event-title" in csl:
        csl.setdefault("event", csl["event-title"])


def in_sentence(cluster: str, html: str, csl: Csl, language: str = "en") -> str:
    """A citation whose authors are part of the sentence joins them by a word, as APA asks and CSL cannot say.

    The word is that of a `language`.
    An `&` in the name of a group, or in a title that stands for its authors, is theirs.
    """
    if not cluster.startswith("@") or "&amp;" not in html:
        return html
    people, link, rest = html.partition("(<a ")
    texts = [value for value in csl.values() if isinstance(value, str)]
    texts += [part for field in NAME_FIELDS for name in names_in(csl, field) for part in name.values()]
    own = sorted((text for text in texts if "&" in text), key=len, reverse=True)
    joined = re.compile("|".join([*map(_as_shown, own), " &amp; "]), re.IGNORECASE)
    word = joint(language)
    return joined.sub(lambda found: word if found[0] == " &amp; " else found[0], people) + link + rest


def _as_shown(text: str) -> str:
    """A pattern for a text as a style may show it: with other quotes, and without its markup."""
    return re.sub(r"""(?:["'“”‘’]|&quot;|&\\#x27;)""", ".{1,6}", re.escape(escape(re.sub("<[^>]*>", "", text), False)))


def finished(html: str, csl: Csl, of_site: str = "en") -> str:
    """A formatted reference with its title marked as being in another language than the site, where it is told."""
    language, title = language_of(csl), escape(text_in(csl, "title"), quote=False)
    if language in ("", _UNTOLD) or is_same(language, of_site) or not title:
        return html
    whole = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)")
    texts = re.split("(<[^>]*>)", html)
    for place, text in enumerate(texts[::2]):
        if whole.search(text):
            texts[2 * place] = whole.sub(lambda found: f'<span lang="{language}">{found[0]}</span>', text, count=1)
            break
    return "".join(texts)


def upright(html: str) -> str:
    """HTML in which italics within italics are upright, as they are in print."""
    if html.count("<em>") < 2:
        return html
    parts: list[str] = []
    opened: list[str] = []
    for part in re.split("(<[^>]*>)", html):
        if part == "<em>" and opened[-1:] == ["<em>"]:
            opened.append("")
            part = "</em>"
        elif part.startswith("</"):
            part = part if opened.pop() else "<em>"
        elif part.startswith("<") and not part.endswith("/>"):
            opened.append(part)
        parts.append(part)
    return "".join(parts).replace("<em></em>", "")
