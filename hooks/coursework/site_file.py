"""What the engine hands over to whoever builds the site."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class SiteFile:
    """A file of the site: its path below `docs/`, and the author's file it comes from, if it comes from one."""

    path: str
    content: str | bytes
    source: str | None = None


def markdown_page(title: str, fence: str, id: str = "", hidden: bool = False, lists: bool = False) -> str:
    """Markdown of a page that the course makes; a hidden one is not found by search.

    One that `lists` its parts at its beginning has no other list beside it. The title is text: every sign in it is
    written so that it stays one.
    """
    heading = re.sub(r"[^\w\s]|_", lambda sign: f"&#{ord(sign[0])};", title)
    head = ("search:\n  exclude: true\n" if hidden else "") + ("hide: [toc]\n" if lists else "")
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{head}---\n\n# {heading}\n\n```{fence}\n{id}\n```\n"
