"""Code: coloured while the page is built, with its title, its numbers and its marked lines; no script is needed.

`pymdownx.highlight` colours it, with the settings that a course gives it. That takes 1 ms for ten lines, and the styles
stand in the theme's sheet; the language is a class in any case.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE
from markupsafe import Markup
from pymdownx.superfences import SuperFencesBlockPreprocessor

from coursework.text.fences import OPTIONS

# Where a course's settings say nothing else. Numbers in a column of their own would be copied with the code.
HIGHLIGHT = {"use_pygments": True, "linenums_style": "pymdownx-inline"}
# The part of ready HTML that scrolls; that of a column of numbers is another.
_SCROLLED = re.compile(r"<pre(?=[^>]*>(?:<span></span>)?<code)")
_BLOCK = re.compile(r'<(?:div|pre|table)\b[^>]*\bclass="[^"]*\bhighlight(?:table)?\b')
_TITLE = re.compile(r'<span class="filename">(.*?)</span>', re.DOTALL)
_LANGUAGE = re.compile(r'\bclass="[^"]*\blanguage-([^\s"]+)')


def code_fence(plain: bool = False) -> dict[str, object]:
    """The setting for `pymdownx.superfences` that makes code of every fence without a block of its own.

    `plain` code keeps no class, id or attribute that its author wrote, nothing of which is escaped.
    """
    return {"name": "*", "class": "", "format": _plain if plain else _coloured, "validator": _accept}


def _accept(
    language: str, inputs: Mapping[str, str], options: dict[str, str], attrs: dict[str, str], md: Markdown
) -> bool:
    for name, value in inputs.items():
        (options if name in OPTIONS else attrs)[name] = value
    return True


def _coloured(
    source: str, language: str, css_class: str, options: dict[str, str], md: Markdown, *,
    classes: list[str], id_value: str, attrs: dict[str, str], **kwargs: object,
) -> str:  # fmt: skip
    fences = md.preprocessors["fenced_code_block"]
    if not isinstance(fences, SuperFencesBlockPreprocessor):
        raise TypeError("fences are read by pymdownx.superfences")
    wanted = fences.use_pygments
    # A title, numbers and marks are Pygments'; without it they would be lost.
    fences.use_pygments = wanted or bool(options)
    named = [f"language-{language}"] if language and fences.use_pygments else []
    html: str = fences.highlight(
        source, language, options, md, classes=[*named, *classes], id_value=id_value, attrs=attrs
    )
    fences.use_pygments = wanted
    return html


def _plain(
    source: str, language: str, css_class: str, options: dict[str, str], md: Markdown, **kwargs: object
) -> str:  # fmt: skip
    html = _coloured(source, escape(language or ""), css_class, options, md, classes=[], id_value="", attrs={})
    # A title has entities that XML does not know.
    return html.replace("<pre><span></span>", "<pre>").replace("&#x27;", "'")


def is_code(html: str) -> bool:
    """Whether ready HTML is a block of code."""
    return _BLOCK.match(html) is not None


def as_label(html: Markup, id: str) -> Markup:
    """Ready HTML of code as the label of the control of this id: no label may hold what scrolls, but be within it."""
    start, end = Markup('<label for="{}"><code>').format(id), Markup("</code></label>")
    return html.replace(Markup("<code>"), start).replace(Markup("</code>"), end)


def set_apart(root: ET.Element, stash: Sequence[object]) -> None:
    """Part each paragraph in which code stands between lines of text: within one it is none, and the rest is lost.

    `stash` is the ready HTML for which placeholders stand in the tree.
    """
    if not any(isinstance(html, str) and is_code(html) for html in stash):
        return
    for parent in list(root.iter()):
        for paragraph in parent.findall("p"):
            parts = _parts_of(paragraph, stash)
            if len(parts) > 1:
                parts[-1].tail = paragraph.tail
                at = list(parent).index(paragraph)
                parent[at : at + 1] = parts


def _parts_of(paragraph: ET.Element, stash: Sequence[object]) -> list[ET.Element]:
    parts = [ET.Element("p", paragraph.attrib)]

    def add(text: str) -> None:
        for place, piece in enumerate(HTML_PLACEHOLDER_RE.split(text)):
            html = stash[int(piece)] if place % 2 else ""
            if isinstance(html, str) and is_code(html):
                parts.extend((ET.Element("p"), ET.Element("p", paragraph.attrib)))
                parts[-2].text = HTML_PLACEHOLDER % piece
                continue
            piece = HTML_PLACEHOLDER % piece if place % 2 else piece
            if len(parts[-1]):
                parts[-1][-1].tail = (parts[-1][-1].tail or "") + piece
            else:
                parts[-1].text = (parts[-1].text or "") + piece

    add(paragraph.text or "")
    for child in paragraph:
        tail, child.tail = child.tail, None
        parts[-1].append(child)
        add(tail or "")
    return [part for part in parts if len(part) or (part.text or "").strip()]


def named_code(html: str, name: Callable[[str], str], names: Counter[str]) -> str:
    """Ready HTML of code as a region that the keyboard can scroll.

    `name` makes its name of what it is called; `names` are those that the page has given, of which no two are the same.
    """
    called = _TITLE.search(html) or _LANGUAGE.search(html)
    label = escape(_once(name(unescape(called[1]) if called else ""), names))
    return _SCROLLED.sub(f'<pre role="region" tabindex="0" aria-label="{label}"', html, count=1)


def name_code(root: ET.Element, name: Callable[[str], str], names: Counter[str]) -> None:
    """The same for all code in the tree of a page."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for block in root.iter("pre"):
        if block.find(".//code") is None or block.get("role"):
            continue
        around = parents[block]
        title = around.find("span[@class='filename']")
        classes = f"{around.get('class', '')} {block[0].get('class', '')}".split()
        language = next((each.removeprefix("language-") for each in classes if each.startswith("language-")), "")
        called = "".join(title.itertext()) if title is not None else language
        block.attrib |= {"role": "region", "tabindex": "0", "aria-label": _once(name(called), names)}


def _once(label: str, names: Counter[str]) -> str:
    names[label] += 1
    return label if names[label] == 1 else f"{label} ({names[label]})"
