"""What a finished site weighs, and what a reader of a lesson is sent."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_SOURCE = re.compile(r"""\ssrc=["']?([^"'\s>]+)""")
_DATA = re.compile(r"""\stype=["']?application/(?:ld\+)?json""")
_IMPORT = re.compile(r"""(?:from|import)\s*["']\./([^"']+)["']""")
_ELSEWHERE = re.compile(r"""<(?:script|link|img)\b[^>]*?\s(?:src|href)=["']?(?:https?:)?//([^/"'\s>]+)[^>]*>""")


@dataclass(frozen=True)
class Weight:
    """`site` is all bytes that are published; `page` and `scripts` are compressed, as a server sends them.

    `scripts` are those that the lesson runs and the same lesson without questions does not; `hosts` are those that it
    asks besides its own.
    """

    site: int
    page: int
    scripts: int
    hosts: tuple[str, ...]


def weight_of(site: Path, page: str, known: set[bytes]) -> Weight:
    """Weigh a built site by one of its lessons; `known` are the scripts of the lesson without questions."""
    html = (site / page / "index.html").read_text(encoding="utf-8")
    own = scripts_of(site, page) - known
    return Weight(
        site=sum(file.stat().st_size for file in site.rglob("*") if file.is_file()),
        page=compressed(html.encode()),
        scripts=sum(map(compressed, own)),
        hosts=tuple(sorted(_hosts(html))),
    )


def scripts_of(site: Path, page: str) -> set[bytes]:
    """Every script of a page, written in it or fetched from its own host, with the modules that they import."""
    here = site / page
    found, todo = set(), []
    for attributes, text in _SCRIPT.findall((here / "index.html").read_text(encoding="utf-8")):
        source = _SOURCE.search(attributes)
        if source and "//" not in source[1]:
            todo.append((here / source[1].split("?")[0]).resolve())
        elif not source and not _DATA.search(attributes):
            found.add(text.encode())
    seen = set()
    while todo:
        file = todo.pop()
        if file not in seen and file.is_file():
            seen.add(file)
            found.add(file.read_bytes())
            todo += [file.with_name(name) for name in _IMPORT.findall(file.read_text(encoding="utf-8"))]
    return found


def _hosts(html: str) -> set[str]:
    """Hosts that a page loads from; a link that only leads somewhere, or names the page itself, is none."""
    return {
        match[1] for match in _ELSEWHERE.finditer(html) if not re.search(r'rel="?(?:canonical|prev|next)', match[0])
    }  # fmt: skip


def compressed(content: bytes) -> int:
    """The bytes of a content as servers send it."""
    return len(gzip.compress(content, 6))
