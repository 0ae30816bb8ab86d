"""A Content-Security-Policy in each page, since GitHub Pages cannot send headers.

Scripts run only from the site itself, and inline only those of the theme, by their hashes. So even if something of an
author's or a reader's were to reach a page as markup, it could neither run nor call anywhere. What an author writes and
the policy would keep from readers is told by `blocked.py`. Styles are hashed whoever wrote them: they ask nobody else.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import coursework
from coursework.source.problem import quoted
from coursework.text.hosts import KINDS, Hosts
from coursework_mkdocs.refusal import refuse

# Styles and pictures as data: URLs inside the theme's style sheet (icons drawn as masks) need `img-src data:`.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:{pictures}; "
    "media-src 'self'{media}; frame-src 'self'{frames}; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
# In small letters, as the build writes its tags; a script in any other form is not allowed to run.
_INLINE = r"<!--(?:-?>|.*?--!?>)|<{tag}(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</{tag}\s*>"
# Blocks of data, such as JSON, are not run, so they need no hash.
_DATA = re.compile(r"""\stype=["']?+(?!module|text/javascript|application/javascript)""", re.IGNORECASE)
# No site that a page leads to learns where its reader came from.
_NO_REFERRER = '<meta name="referrer" content="no-referrer">'
# What a template fills in, in a script: an address or a word, and never the end of the text that it stands in.
_FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_VALUE = r"[\w./:~%+-]*"


class Policy:
    """What the pages of one site may do: its theme's templates stand in `folders`."""

    def __init__(self, folders: Iterable[str], hosts: Hosts):
        scripts = {script for folder in folders for script in _scripts_in(Path(folder))}
        self._scripts = re.compile("|".join(sorted(scripts)) or "(?!)", re.DOTALL)
        allowed = {kind: "".join(f" {host}" for host in getattr(hosts, kind)) for kind in KINDS}
        self._policy = _POLICY.format(scripts="{scripts}", styles="{styles}", **allowed)
        self._is_of_theme = lru_cache(lambda text: self._scripts.fullmatch(text) is not None)

    def guarded(self, page: str, path: str) -> str:
        """The page (whole HTML) with its policy as the first thing in the head after the character set.

        An inline script that is none of the theme's ends the build; `path` is what it is told of.
        """
        scripts = [text for attributes, text in _inline(page, "script") if not _DATA.search(attributes)]
        for text in scripts:
            if not self._is_of_theme(text):
                message = f"must hold no script but the theme's, not {quoted(text)}: one of your own goes in a file"
                refuse([coursework.Problem(path, 1, 1, "", f"{message} that extra_javascript names")])
        styles = [text for _, text in _inline(page, "style")]
        policy = self._policy.format(scripts=_sources(scripts), styles=_sources(styles))
        metas = f'<meta http-equiv="Content-Security-Policy" content="{policy}">{_NO_REFERRER}'
        return re.sub(r"(<head>\s*<meta charset=[^>]*>)", lambda match: match[1] + metas, page, count=1)


def _inline(page: str, tag: str) -> Iterator[tuple[str, str]]:
    """The attributes and the text of each script or style that stands in a page; in a comment there is none."""
    for match in re.finditer(_INLINE.format(tag=tag), page, re.DOTALL):
        if match["text"] and not re.search(r"\ssrc=", match["attributes"]):
            yield match["attributes"], match["text"]


def _sources(texts: Iterable[str]) -> str:
    hashes = (base64.b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(["'self'", *dict.fromkeys(f"'sha256-{each}'" for each in hashes)])


def _scripts_in(folder: Path) -> Iterator[str]:
    """The scripts that stand in the templates of a folder, as patterns; one that depends on conditions is not known."""
    for file in (*folder.glob("*.html"), *folder.glob("partials/**/*.html")):  # beside them lie ten thousand icons
        template = file.read_text(encoding="utf-8")
        if "<script" in template:
            for _, text in _inline(template, "script"):
                if "{%" not in text:
                    yield _VALUE.join(map(re.escape, _FILLED.split(text)))
