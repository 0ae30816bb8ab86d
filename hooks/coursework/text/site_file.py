"""What the engine hands over to whoever builds the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteFile:
    """A file of the site: its path below `docs/`, and the author's file it comes from, if it comes from one."""

    path: str
    content: str | bytes
    source: str | None = None


@dataclass(frozen=True)
class GeneratedPage:
    """A page of the site that is a title and what one block stands for: `fence` is the block's name.

    `source` is the author's file it comes from, if it comes from one. A hidden page is not found by search; one that
    `lists` its parts at its beginning has no other list beside it; one that is a `sheet` is to be printed. `after` is
    the path of a page that shows much of the same: rendered right after it, this one finds that still in the cache.
    `boost` is how much it counts in search, beside 1 of a lesson.
    """

    path: str
    title: str
    fence: str
    body: str = ""
    source: str | None = None
    hidden: bool = False
    lists: bool = False
    sheet: bool = False
    after: str | None = None
    boost: float = 1

    @property
    def content(self) -> str:
        """The block as an author would write it."""
        return f"```{self.fence}\n{self.body}\n```\n"

    @property
    def head(self) -> dict[str, object]:
        """What an author would write at the head of such a page."""
        head: dict[str, object] = {"title": self.title, "search": {"exclude": self.hidden, "boost": self.boost}}
        head |= {"hide": ["toc"]} if self.lists else {}
        return head | {"template": "paper.html"} if self.sheet else head
